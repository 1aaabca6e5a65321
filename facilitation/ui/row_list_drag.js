// Moving rows: pointer, keys. The list shows the new order at once and tells the program one time, at the drop.
const THRESHOLD = 5, EDGE = 56, LONG_PRESS = 450;

const moveBy = (root, line, step) => {
  const place = root.lines.indexOf(line), other = root.lines[place + step];
  if (!other) return;
  put(root, [line], step > 0 ? root.lines[place + 2] : other);
  focus(root, line, { preventScroll: true });
  bringIntoView(root.list, line);
};

// Lines to stand before another one (undefined = at the end), here and in the program.
const put = (root, lines, before) => {
  const focused = root.getRootNode().activeElement;
  const rest = root.lines.filter((line) => !lines.includes(line));
  const at = before ? rest.indexOf(before) : rest.length;
  root.lines = [...rest.slice(0, at), ...lines, ...rest.slice(at)];
  root.list.append(...root.lines);
  focused?.closest?.("li.row")?.focus({ preventScroll: true });
  const facts = { t: lines[0].row.title, p: root.lines.indexOf(lines[0]) + 1, n: root.lines.length };
  say(root, (root.data.words.placed ?? "").replace(/%([tpn])/g, (_, name) => facts[name]));
  root.send("placed", { ids: lines.map((line) => line.dataset.id), before: before?.dataset.id ?? "" });
};

// For those who do not see the row move.
const say = (root, words) => {
  root.said ??= root.appendChild(part("said"));
  root.said.setAttribute("role", "status");
  root.said.textContent = words;
};

const held = (event, line, root) => {
  if (event.button !== 0 || root.drag) return;
  const byGrip = event.target.closest(".grip");
  if (event.pointerType === "mouse" || byGrip) return root.data.can_move && startDrag(event, line, root);
  if (root.data.can_pick) longPress(event, line, root);
};

const longPress = (event, line, root) => {
  const stop = new AbortController(), { clientX, clientY } = event;
  const timer = setTimeout(() => {
    stop.abort();
    swallowClick(root);
    pick(root, line.dataset.id, { ctrlKey: true });
  }, LONG_PRESS);
  stop.signal.onabort = () => clearTimeout(timer);
  const look = (now) => Math.hypot(now.clientX - clientX, now.clientY - clientY) > THRESHOLD && stop.abort();
  window.addEventListener("pointermove", look, { signal: stop.signal });
  for (const name of ["pointerup", "pointercancel", "scroll"]) {
    window.addEventListener(name, () => stop.abort(), { signal: stop.signal, capture: true });
  }
};

// The click that ends a drag or a long press opens nothing.
const swallowClick = (root) => {
  const stop = (event) => event.stopPropagation();
  root.addEventListener("click", stop, { capture: true, once: true });
  window.addEventListener("pointerup", () => setTimeout(() => root.removeEventListener("click", stop, true)), { once: true });
};

const startDrag = (event, line, root) => {
  const stop = new AbortController(), options = { signal: stop.signal, capture: true };
  const drag = { line, stop, from: event, x: event.clientX, y: event.clientY, isOn: false };
  root.drag = drag;
  const end = (isDrop) => {
    stop.abort();
    root.drag = null;
    lower(root, drag);
    if (drag.isOn && isDrop) drop(root, drag);
    else root.waiting?.();
  };
  window.addEventListener("pointermove", (now) => dragged(now, root, drag), options);
  window.addEventListener("pointerup", () => end(true), options);
  window.addEventListener("pointercancel", () => end(false), options);
  // Only where the window loses the focus: with a press it also wanders from one element to another.
  window.addEventListener("blur", (event) => event.target === window && end(false), options);
  window.addEventListener("keydown", (key) => {
    if (key.key !== "Escape" || !drag.isOn) return;
    key.preventDefault();
    key.stopPropagation();
    swallowClick(root);
    end(false);
  }, options);
};

const dragged = (event, root, drag) => {
  drag.x = event.clientX;
  drag.y = event.clientY;
  if (!drag.isOn && Math.hypot(drag.x - drag.from.clientX, drag.y - drag.from.clientY) < THRESHOLD) return;
  if (!drag.isOn) lift(root, drag);
  event.preventDefault();
  follow(root, drag);
};

const lift = (root, drag) => {
  drag.isOn = true;
  const isOneOfMany = root.picked.has(drag.line.dataset.id);
  drag.lines = isOneOfMany ? root.lines.filter((line) => root.picked.has(line.dataset.id)) : [drag.line];
  drag.lines.forEach((line) => line.classList.add("lifted"));
  root.list.classList.add("dragging");
  drag.mark = root.list.appendChild(document.createElement("li"));
  drag.mark.className = "drop";
  drag.mark.setAttribute("role", "presentation");
  const more = drag.lines.length > 1 ? ` (+${drag.lines.length - 1})` : "";
  drag.ghost = root.appendChild(part("ghost", drag.line.row.title + more));
  drag.scrolls = scroller(root);
  const turn = () => {
    if (!drag.mark.isConnected) return;
    if (scrollAtEdge(drag)) follow(root, drag);
    requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);
};

const lower = (root, drag) => {
  drag.lines?.forEach((line) => line.classList.remove("lifted"));
  root.list.classList.remove("dragging");
  drag.mark?.remove();
  drag.ghost?.remove();
};

// Where the rows would go: before the first row whose middle is below the pointer.
const follow = (root, drag) => {
  const frame = root.getBoundingClientRect();
  drag.ghost.style.transform = `translate(${drag.x - frame.left + 12}px, ${drag.y - frame.top + 10}px)`;
  drag.before = root.lines.find((line) => {
    const edges = line.getBoundingClientRect();
    return drag.y < edges.top + edges.height / 2;
  });
  const last = root.lines[root.lines.length - 1];
  const top = drag.before ? drag.before.offsetTop : last.offsetTop + last.offsetHeight;
  drag.mark.style.top = `${Math.max(0, Math.min(top - 1.5, root.list.scrollHeight - 3))}px`;
};

const drop = (root, drag) => {
  swallowClick(root);
  let before = drag.before;
  while (before && drag.lines.includes(before)) before = root.lines[root.lines.indexOf(before) + 1];
  const rest = root.lines.filter((line) => !drag.lines.includes(line));
  const at = before ? rest.indexOf(before) : rest.length;
  const isSame = [...rest.slice(0, at), ...drag.lines, ...rest.slice(at)].every((line, n) => line === root.lines[n]);
  if (isSame) return root.waiting?.();
  put(root, drag.lines, before);
  focus(root, drag.line, { preventScroll: true });
};

// What scrolls at the edges: the list, or on a phone the page around it.
const scroller = (root) => {
  for (let node = root.list; node; node = node.parentElement ?? node.getRootNode().host) {
    const { overflowY } = getComputedStyle(node);
    if (/auto|scroll/.test(overflowY) && node.scrollHeight > node.clientHeight + 1) return node;
  }
  return document.scrollingElement;
};

const scrollAtEdge = (drag) => {
  const frame = drag.scrolls.getBoundingClientRect();
  const top = Math.max(frame.top, 0), bottom = Math.min(frame.bottom, window.innerHeight);
  const over = drag.y < top + EDGE ? drag.y - top - EDGE : drag.y > bottom - EDGE ? drag.y - bottom + EDGE : 0;
  if (!over) return false;
  const before = drag.scrolls.scrollTop;
  drag.scrolls.scrollTop += Math.sign(over) * Math.min(16, Math.abs(over) / 4 + 1);
  return drag.scrolls.scrollTop !== before;
};
