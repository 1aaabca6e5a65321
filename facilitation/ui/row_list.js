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
const tickBox = (row, line, root) => {
  const tick = part("tick");
  if (row.is_checked == null) return tick;
  tick.append(part("box"));
  line.setAttribute("aria-checked", String(row.is_checked));
  tick.onclick = (event) => {
    event.stopPropagation();
    row.is_checked = !row.is_checked;
    line.setAttribute("aria-checked", String(row.is_checked));
    root.send("ticked", { id: row.id, on: row.is_checked });
  };
  return tick;
};

const drawn = (row, data, root) => {
  const line = document.createElement("li");
  line.className = ["row", row.level, row.is_quiet && "quiet", row.is_fixed && "fixed", row.is_beside && "beside"]
    .filter(Boolean).join(" ");
  line.dataset.id = row.id;
  line.setAttribute("role", "option");
  line.setAttribute("aria-selected", String(row.id === data.chosen));
  line.title = row.title;
  const tick = tickBox(row, line, root);
  const facts = part("facts", row.facts);
  if (row.remark) facts.prepend(part("remark", row.remark + (row.facts ? " · " : "")));
  line.append(tick, part("lead", row.lead), part("title", row.title), facts, part("trail", row.trail));
  if (row.below) line.append(part("below", row.below));
  line.onclick = () => root.send("chosen", row.id);
  line.onkeydown = (event) => pressed(event, line, row, data, root);
  return line;
};

const pressed = (event, line, row, data, root) => {
  const place = root.lines.indexOf(line);
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (event.altKey && step && data.can_move) root.send("moved", { id: row.id, by: step });
  else if (step) focus(root, root.lines[place + step]);
  else if (event.key === "Home") focus(root, root.lines[0]);
  else if (event.key === "End") focus(root, root.lines[root.lines.length - 1]);
  else if (event.key === "Enter") root.send("chosen", row.id);
  else if (event.key === " " && row.is_checked != null) line.querySelector(".tick").click();
  else if (event.key === " ") root.send("chosen", row.id);
  else return;
  event.preventDefault();
};

const focus = (root, line, look) => {
  if (!line) return;
  root.lines.forEach((other) => (other.tabIndex = other === line ? 0 : -1));
  line.focus(look);
};

// Only the list moves, never the page; on a phone, where the list has no height of its own, the page does.
const bringIntoView = (list, line) => {
  if (isPhone() && list.scrollHeight <= list.clientHeight + 1) return line.scrollIntoView({ block: "center" });
  const head = 40, top = line.offsetTop - list.offsetTop, bottom = top + line.offsetHeight;
  if (top - head < list.scrollTop) list.scrollTop = top - head;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight + head;
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".rows");
  const text = JSON.stringify(data);
  root.send = (name, value) => {
    root.shown = null;
    setTriggerValue(name, value);
  };
  if (root.shown === text) return;
  root.shown = text;
  const before = root.firstElementChild;
  const held = root.getRootNode().activeElement?.closest("li.row")?.dataset.id;
  const list = document.createElement("ul");
  list.className = [data.rows.some((row) => row.facts || row.remark) ? "" : "plain", data.chosen ? "open" : ""].join(" ");
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", data.label);
  root.lines = [];
  for (const row of data.rows) {
    if (row.heading) list.append(heading(row.heading));
    const line = drawn(row, data, root);
    root.lines.push(line);
    list.append(line);
  }
  const find = (id) => root.lines.find((line) => line.dataset.id === id);
  const start = find(held) ?? find(data.chosen) ?? find(data.left) ?? root.lines[0];
  root.lines.forEach((line) => (line.tabIndex = line === start ? 0 : -1));
  root.replaceChildren(list);
  list.scrollTop = scrolled.get(data.name) ?? 0;
  list.onscroll = () => scrolled.set(data.name, list.scrollTop);
  if (held) start?.focus({ preventScroll: true });
  const wanted = find(data.chosen) ?? find(data.left);
  if (!wanted || root.looked === wanted.dataset.id + data.chosen) return;
  root.looked = wanted.dataset.id + data.chosen;
  // After the side panel has come or gone: it decides the width, and who has the focus.
  setTimeout(() => {
    if (!wanted.isConnected) return;
    if (data.chosen && isPhone()) root.scrollIntoView({ block: "start" });
    bringIntoView(list, wanted);
    if (document.activeElement === document.body) focus(root, wanted, { preventScroll: true });
  }, before ? 0 : 120);
}
