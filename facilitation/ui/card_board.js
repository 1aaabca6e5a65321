const THRESHOLD = 6;

const made = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
};

const filled = (words, facts) => (words ?? "").replace(/%([tc])/g, (_, name) => facts[name]);

const cardOf = (card, root) => {
  const line = made("li", ["card", card.level].filter(Boolean).join(" "));
  const open = made("button", "open"), more = made("button", "more", "⋯");
  line.card = card;
  open.type = more.type = "button";
  open.dataset.id = card.id;
  open.setAttribute("aria-pressed", String(card.id === root.data.chosen));
  if (card.lead) open.append(made("span", "lead", card.lead));
  open.append(made("span", "title", card.title));
  if (card.facts) open.append(made("span", "facts", card.facts));
  if (card.remark) open.append(made("span", "remark", card.remark));
  open.onclick = () => root.send("chosen", { id: card.id });
  open.onkeydown = (event) => pressed(event, line, root);
  open.onpointerdown = (event) => held(event, line, root);
  more.tabIndex = -1;
  more.title = root.data.words.menu ?? "";
  more.setAttribute("aria-label", `${root.data.words.menu}: ${card.title}`);
  more.setAttribute("aria-haspopup", "menu");
  more.onclick = () => openMenu(line, root);
  line.append(open, more);
  return line;
};

const columnOf = (column, root) => {
  const place = made("section", "column"), list = made("ul");
  const cards = root.data.cards.filter((card) => card.column === column.key);
  place.dataset.key = column.key;
  place.setAttribute("aria-label", column.name);
  place.append(made("h2", "", `${column.name} · ${cards.length}`));
  if (!cards.length) place.append(made("div", "none", root.data.words.none));
  place.append(list);
  for (const card of cards) list.append(cardOf(card, root));
  return place;
};

const cards = (root) => [...root.querySelectorAll("li.card")];
const columns = (root) => [...root.querySelectorAll(".column")];
const find = (root, id) => cards(root).find((line) => line.card.id === id);

const focus = (root, line, look) => {
  if (!line) return;
  cards(root).forEach((other) => (other.firstChild.tabIndex = other === line ? 0 : -1));
  line.firstChild.focus(look);
};

const pressed = (event, line, root) => {
  const list = [...line.parentElement.children], place = list.indexOf(line);
  const side = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (event.altKey && side) moveBy(line, side, root);
  else if (side) focus(root, beside(line, side, place, root));
  else if (event.key === "ArrowDown") focus(root, list[place + 1]);
  else if (event.key === "ArrowUp") focus(root, list[place - 1]);
  else if (event.key === "Home") focus(root, list[0]);
  else if (event.key === "End") focus(root, list[list.length - 1]);
  else if (event.key === "ContextMenu" || (event.key.toLowerCase() === "m" && !event.ctrlKey)) openMenu(line, root);
  else if (event.key === "Escape" && root.data.chosen) root.send("chosen", { id: "" });
  else return;
  event.preventDefault();
};

// The card at the same height in the next column that has any.
const beside = (line, side, place, root) => {
  const every = columns(root);
  for (let at = every.indexOf(line.closest(".column")) + side; every[at]; at += side) {
    const list = every[at].querySelectorAll("li.card");
    if (list.length) return list[Math.min(place, list.length - 1)];
  }
  return null;
};

const moveBy = (line, side, root) => {
  const every = columns(root), target = every[every.indexOf(line.closest(".column")) + side];
  if (target) moveTo(line, target.dataset.key, root);
};

// The card lies in its new column at once; the program is told, and draws it where it belongs there.
const moveTo = (line, key, root) => {
  if (line.card.column === key) return focus(root, line);
  line.card.column = key;
  const target = columns(root).find((column) => column.dataset.key === key);
  target.querySelector(".none")?.remove();
  target.querySelector("ul").prepend(line);
  const name = root.data.columns.find((column) => column.key === key).name;
  say(root, filled(root.data.words.moved, { t: line.card.title, c: name }));
  focus(root, line, { preventScroll: true });
  line.scrollIntoView({ block: "nearest", inline: "nearest" });
  root.send("moved", { id: line.card.id, column: key });
};

const say = (root, words) => {
  root.said ??= root.appendChild(made("span", "said"));
  root.said.setAttribute("role", "status");
  root.said.textContent = words;
};

const openMenu = (line, root) => {
  closeMenu(root);
  const menu = made("div", "menu"), frame = root.getBoundingClientRect();
  const edges = line.getBoundingClientRect();
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", `${root.data.words.menu}: ${line.card.title}`);
  for (const column of root.data.columns.filter((other) => other.key !== line.card.column)) {
    const entry = made("button", "", filled(root.data.words.to, { c: column.name }));
    entry.type = "button";
    entry.setAttribute("role", "menuitem");
    entry.onclick = () => {
      closeMenu(root);
      moveTo(line, column.key, root);
    };
    menu.append(entry);
  }
  root.append(menu);
  const left = Math.min(edges.right - frame.left - menu.offsetWidth, frame.width - menu.offsetWidth);
  menu.style.left = `${Math.max(0, left)}px`;
  menu.style.top = `${Math.max(0, Math.min(edges.top - frame.top + 30, frame.height - menu.offsetHeight))}px`;
  menu.onkeydown = (event) => menuKey(event, menu, line, root);
  menu.onfocusout = (event) => menu.contains(event.relatedTarget) || closeMenu(root);
  root.menu = menu;
  menu.firstChild.focus({ preventScroll: true });
};

const menuKey = (event, menu, line, root) => {
  const entries = [...menu.children], place = entries.indexOf(root.getRootNode().activeElement);
  event.stopPropagation();
  if (event.key === "ArrowDown") entries[(place + 1) % entries.length].focus();
  else if (event.key === "ArrowUp") entries[(place + entries.length - 1) % entries.length].focus();
  else if (event.key === "Escape") {
    closeMenu(root);
    focus(root, line);
  } else return;
  event.preventDefault();
};

const closeMenu = (root) => {
  const { menu } = root;
  root.menu = null;
  menu?.remove();
};

// Dragging is for the mouse: a finger scrolls the board, and has the menu.
const held = (event, line, root) => {
  if (event.button !== 0 || event.pointerType !== "mouse" || root.drag) return;
  const stop = new AbortController(), options = { signal: stop.signal, capture: true };
  const drag = { line, from: event, isOn: false, target: null };
  root.drag = drag;
  const end = (isDrop) => {
    stop.abort();
    root.drag = null;
    drag.ghost?.remove();
    drag.target?.classList.remove("over");
    line.classList.remove("lifted");
    root.classList.remove("dragging");
    if (drag.isOn) swallowClick(root);
    if (drag.isOn && isDrop && drag.target) moveTo(line, drag.target.dataset.key, root);
    else root.waiting?.();
  };
  window.addEventListener("pointermove", (now) => dragged(now, drag, root), options);
  window.addEventListener("pointerup", () => end(true), options);
  window.addEventListener("pointercancel", () => end(false), options);
  // Only where the window loses the focus: with a press it also wanders from one element to another.
  window.addEventListener("blur", (event) => event.target === window && end(false), options);
  window.addEventListener("keydown", (key) => {
    if (key.key !== "Escape" || !drag.isOn) return;
    key.preventDefault();
    key.stopPropagation();
    end(false);
  }, options);
};

const dragged = (event, drag, root) => {
  const { clientX: x, clientY: y } = event;
  if (!drag.isOn && Math.hypot(x - drag.from.clientX, y - drag.from.clientY) < THRESHOLD) return;
  event.preventDefault();
  if (!drag.isOn) {
    drag.isOn = true;
    drag.line.classList.add("lifted");
    root.classList.add("dragging");
    drag.ghost = root.appendChild(made("span", "ghost", drag.line.card.title));
  }
  const frame = root.getBoundingClientRect();
  drag.ghost.style.transform = `translate(${x - frame.left + 12}px, ${y - frame.top + 10}px)`;
  const target = columns(root).find((column) => {
    const edges = column.getBoundingClientRect();
    return x >= edges.left && x <= edges.right;
  });
  if (target === drag.target) return;
  drag.target?.classList.remove("over");
  target?.classList.add("over");
  drag.target = target ?? null;
};

const swallowClick = (root) => {
  const stop = (event) => event.stopPropagation();
  root.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => root.removeEventListener("click", stop, true), 300);
};

const draw = (root) => {
  const { data } = root, old = root.querySelector(".columns");
  const held = root.getRootNode().activeElement?.dataset?.id;
  const places = new Map(columns(root).map((column) => [column.dataset.key, column.querySelector("ul").scrollTop]));
  const left = old?.scrollLeft ?? 0, sheet = made("div", "columns");
  sheet.setAttribute("role", "group");
  sheet.setAttribute("aria-label", data.label);
  if (data.words.help) sheet.setAttribute("aria-description", data.words.help);
  for (const column of data.columns) sheet.append(columnOf(column, root));
  closeMenu(root);
  old ? old.replaceWith(sheet) : root.prepend(sheet);
  sheet.scrollLeft = left;
  for (const column of columns(root)) column.querySelector("ul").scrollTop = places.get(column.dataset.key) ?? 0;
  const start = find(root, held) ?? find(root, data.chosen) ?? find(root, data.left) ?? cards(root)[0];
  cards(root).forEach((line) => (line.firstChild.tabIndex = line === start ? 0 : -1));
  if (held && find(root, held)) focus(root, start, { preventScroll: true });
  else if (data.left && find(root, data.left)) returnTo(root, find(root, data.left));
};

// Where only another card is open, the cards stay.
const refresh = (root) => {
  const { data } = root;
  for (const line of cards(root)) line.firstChild.setAttribute("aria-pressed", String(line.card.id === data.chosen));
  if (data.left && find(root, data.left)) returnTo(root, find(root, data.left));
};

const shapeOf = ({ chosen, left, turn, ...rest }) => JSON.stringify(rest);

// After the side panel has gone the focus is nowhere.
const returnTo = (root, line) => setTimeout(() => {
  if (line.isConnected && document.activeElement === document.body) focus(root, line, { preventScroll: true });
}, 120);

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".board");
  const text = JSON.stringify(data);
  listen(root, component);
  root.send = (name, value) => {
    if (name !== "chosen") root.shape = null;
    root.tell(name, value);
  };
  root.show = () => {
    root.waiting = null;
    root.shown = text;
    const shape = shapeOf(data), isSame = root.shape === shape;
    root.data = data;
    root.shape = shape;
    isSame ? refresh(root) : draw(root);
  };
  if (root.shown === text || isOld(root, data)) return;
  if (root.drag) root.waiting = root.show;
  else root.show();
}
