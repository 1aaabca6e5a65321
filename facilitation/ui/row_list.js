const part = (name, text) => {
  const span = document.createElement("span");
  span.className = name;
  if (text) span.textContent = text;
  return span;
};

// How far each list was scrolled: a list is built anew when the side panel opens beside it.
const scrolled = new Map();

const isPhone = () => window.matchMedia("(max-width: 640px)").matches;

const heading = (text) => {
  const head = document.createElement("li");
  head.className = "head";
  head.setAttribute("role", "presentation");
  head.textContent = text;
  return head;
};

// The row itself is what a screen reader knows as ticked: no control may stand inside an option.
const box = (name, act) => {
  const span = part(name);
  span.append(part("box"));
  span.onclick = (event) => {
    event.stopPropagation();
    act(event);
  };
  return span;
};

const tickBox = (row, line, root) => {
  const tick = part("tick");
  if (root.data.can_move) tick.append(part("grip"));
  if (root.data.can_pick) tick.append(box("pick", (event) => pick(root, row.id, event)));
  if (row.is_checked != null) {
    tick.append(box("check", () => {
      row.is_checked = !row.is_checked;
      showBox(line, root);
      root.send("ticked", { id: row.id, on: row.is_checked });
    }));
  }
  showBox(line, root);
  return tick;
};

// A row that can be both ticked and selected says the one of the two that its box does now.
const isPicking = (root) => root.data.can_pick && (root.picked.size > 0 || root.data.is_picking);

const showBox = (line, root) => {
  const { id, is_checked } = line.row, isPicked = root.picked.has(id);
  if (is_checked == null && !root.data.can_pick) return;
  const isOn = String(is_checked == null || isPicking(root) ? isPicked : is_checked);
  if (line.getAttribute("aria-checked") !== isOn) line.setAttribute("aria-checked", isOn);
};

const drawn = (row, root) => {
  const line = document.createElement("li");
  line.className = ["row", row.level, row.is_quiet && "quiet", row.is_fixed && "fixed", row.is_beside && "beside"]
    .filter(Boolean).join(" ");
  line.dataset.id = row.id;
  line.row = row;
  line.setAttribute("role", "option");
  line.setAttribute("aria-selected", String(row.id === root.data.chosen));
  line.title = row.title;
  const tick = tickBox(row, line, root);
  const facts = part("facts");
  if (row.remark) facts.append(part("remark", row.remark + (row.facts ? " · " : "")));
  if (row.mark_text) facts.append(part("word", row.mark_text + (row.facts ? " · " : "")));
  facts.append(row.facts ?? "");
  const trail = part("trail", row.trail);
  if (root.data.can_edit) trail.prepend(pencil(line, root));
  if (root.data.can_remove) trail.append(bin(line, root));
  line.append(tick, part("lead", row.lead), sign(row.mark, row.mark_text), part("title", row.title), facts, trail);
  if (row.below) line.append(part("below", row.below));
  line.onclick = (event) => clicked(event, line, root);
  line.onkeydown = (event) => pressed(event, line, root);
  line.onpointerdown = (event) => held(event, line, root);
  return line;
};

let lastClick = { id: "", at: -1000 };

// Opening the side panel builds the list anew between two clicks, so the browser sees no double click.
const clicked = (event, line, root) => {
  const { id } = line.dataset, before = lastClick;
  lastClick = { id, at: event.timeStamp };
  if (root.data.can_pick && (event.shiftKey || event.ctrlKey || event.metaKey)) return pick(root, id, event);
  if (root.data.can_edit && before.id === id && event.timeStamp - before.at < 450) {
    return edit(root, line, event.target.closest(".trail") ? "amount" : "title");
  }
  root.send("chosen", { id });
};

const pressed = (event, line, root) => {
  const { row } = line, { data } = root, place = root.lines.indexOf(line);
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (event.altKey && step && data.can_move) moveBy(root, line, step);
  else if (step && event.shiftKey && data.can_pick) pickTo(root, line, root.lines[place + step]);
  else if (step) focus(root, root.lines[place + step]);
  else if (event.key === "Home") focus(root, root.lines[0]);
  else if (event.key === "End") focus(root, root.lines[root.lines.length - 1]);
  else if (event.key === "Enter") root.send("chosen", { id: row.id });
  else if (event.key === "F2" && data.can_edit) edit(root, line, "title");
  else if (event.key === "Delete" && data.can_remove) remove(root, line);
  else if (event.key === " " && data.can_pick && (row.is_checked == null || isPicking(root) || event.ctrlKey)) {
    pick(root, row.id, { ctrlKey: true });
  }
  else if (event.key === " " && row.is_checked != null) line.querySelector(".check").click();
  else if (event.key === " ") root.send("chosen", { id: row.id });
  else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey) && data.can_pick) pickAll(root, true);
  else if (event.key === "Escape" && root.picked.size) pickAll(root, false);
  else if (event.key === "Escape" && data.chosen) root.send("chosen", { id: "" });
  else return;
  event.preventDefault();
};

const focus = (root, line, look) => {
  if (!line) return;
  root.lines.forEach((other) => (other.tabIndex = other === line ? 0 : -1));
  line.focus(look);
};

// Several rows: the one picked last is where a range begins.
const showPicked = (root) => {
  for (const line of root.lines) showBox(line, root);
  root.list.classList.toggle("picking", isPicking(root));
};

const sendPicked = (root) => {
  showPicked(root);
  root.send("picked", { ids: root.lines.map((line) => line.dataset.id).filter((id) => root.picked.has(id)) });
};

const pick = (root, id, event) => {
  const ids = root.lines.map((line) => line.dataset.id), from = ids.indexOf(root.anchor), to = ids.indexOf(id);
  if (event.shiftKey && from >= 0) {
    ids.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((between) => root.picked.add(between));
  } else {
    root.picked.has(id) ? root.picked.delete(id) : root.picked.add(id);
    root.anchor = id;
  }
  sendPicked(root);
};

const pickTo = (root, line, next) => {
  if (!next) return;
  if (!root.picked.size) root.anchor = line.dataset.id;
  root.picked.add(line.dataset.id).add(next.dataset.id);
  focus(root, next);
  sendPicked(root);
};

const pickAll = (root, on) => {
  root.picked = new Set(on ? root.lines.map((line) => line.dataset.id) : []);
  sendPicked(root);
};

// Only the list moves, never the page; on a phone, where the list has no height of its own, the page does.
const bringIntoView = (list, line) => {
  if (isPhone() && list.scrollHeight <= list.clientHeight + 1) return line.scrollIntoView({ block: "nearest" });
  const head = 40, top = line.offsetTop, bottom = top + line.offsetHeight;
  if (top - head < list.scrollTop) list.scrollTop = top - head;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight + head;
};

const draw = (root) => {
  const { data } = root;
  const focused = root.getRootNode().activeElement?.closest("li.row")?.dataset.id;
  const list = document.createElement("ul");
  const has = (name) => data.rows.some((row) => row[name]);
  const hasFacts = has("facts") || has("remark") || has("mark_text");
  const canTick = data.rows.some((row) => row.is_checked != null);
  list.className = [!hasFacts && "plain", data.chosen && "open", data.can_move && "movable", has("mark") && "marked",
    canTick && "ticking"].filter(Boolean).join(" ");
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", data.label);
  if (data.words.help) list.setAttribute("aria-description", data.words.help);
  root.picked = new Set(data.picked);
  root.lines = [];
  for (const row of data.rows) {
    if (row.heading) list.append(heading(row.heading));
    const line = drawn(row, root);
    root.lines.push(line);
    list.append(line);
  }
  const find = (id) => root.lines.find((line) => line.dataset.id === id);
  const start = find(focused) ?? find(data.chosen) ?? find(data.left) ?? root.lines[0];
  root.lines.forEach((line) => (line.tabIndex = line === start ? 0 : -1));
  root.list ? root.list.replaceWith(list) : root.prepend(list);
  root.list = list;
  list.classList.toggle("picking", isPicking(root));
  list.scrollTop = scrolled.get(data.name) ?? 0;
  list.onscroll = () => {
    scrolled.set(data.name, list.scrollTop);
    placeEditor(root);
  };
  // A long press selects a row; the menu of the browser would come in between.
  list.oncontextmenu = (event) => data.can_pick && event.pointerType === "touch" && event.preventDefault();
  if (focused) start?.focus({ preventScroll: true });
  keepEditor(root, find);
  return find(data.chosen) ?? find(data.left);
};

// Where nothing changed but what is open and selected, the rows stay: building three hundred takes longer than the rest.
const refresh = (root) => {
  const { data } = root, focused = root.getRootNode().activeElement?.closest("li.row");
  const find = (id) => root.lines.find((line) => line.dataset.id === id);
  root.picked = new Set(data.picked);
  for (const line of root.lines) {
    const isChosen = String(line.dataset.id === data.chosen);
    if (line.getAttribute("aria-selected") !== isChosen) line.setAttribute("aria-selected", isChosen);
  }
  showPicked(root);
  root.list.classList.toggle("open", Boolean(data.chosen));
  const start = focused ?? find(data.chosen) ?? find(data.left);
  if (start) root.lines.forEach((line) => (line.tabIndex = line === start ? 0 : -1));
  keepEditor(root, find);
  return find(data.chosen) ?? find(data.left);
};

const shapeOf = ({ chosen, left, turn, picked, refused, ...rest }) => JSON.stringify(rest);

const settle = (root, wanted, isNew) => {
  const { data } = root;
  if (!wanted || root.looked === wanted.dataset.id + data.chosen) return;
  root.looked = wanted.dataset.id + data.chosen;
  // After the side panel has come or gone: it decides the width, and who has the focus.
  setTimeout(() => {
    placeEditor(root);
    if (!wanted.isConnected) return;
    if (data.chosen && isPhone()) root.scrollIntoView({ block: "start" });
    bringIntoView(root.list, wanted);
    if (document.activeElement === document.body) focus(root, wanted, { preventScroll: true });
  }, isNew ? 120 : 0);
};

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".rows");
  const text = JSON.stringify(data);
  listen(root, component);
  root.send = (name, value) => {
    // What was ticked, moved or written here may be refused: then the rows are drawn as they were.
    if (name !== "chosen" && name !== "picked") root.shape = null;
    root.tell(name, value);
  };
  root.show = () => {
    root.waiting = null;
    root.shown = text;
    const isNew = !root.list, shape = shapeOf(data), isSame = root.shape === shape;
    root.data = data;
    root.shape = shape;
    settle(root, isSame ? refresh(root) : draw(root), isNew);
  };
  if (root.shown === text || isOld(root, data)) return;
  if (root.drag) root.waiting = root.show;
  else root.show();
}
