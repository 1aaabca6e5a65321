const ROWS = 20, LEAST_ROW = 34, MOST_ROW = 72, TWO_COLUMNS = 900, EVEN = 0.8, SMALLEST = 0.6, BELOW = 20;
const boards = new WeakMap();

const made = (name, className, text) => {
  const element = document.createElement(name);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

const button = (className, label, sign, then) => {
  const element = made("button", className, sign);
  element.setAttribute("aria-label", label);
  element.title = label;
  element.onclick = then;
  return element;
};

// How many rows and columns fit, and how high a row is: as large as the screen allows, at most ROWS below each other.
const layout = (board) => {
  const columns = board.root.clientWidth >= TWO_COLUMNS ? 2 : 1;
  const top = board.root.getBoundingClientRect().top + window.scrollY;
  const edges = board.head.offsetHeight + board.foot.offsetHeight + BELOW;
  const room = Math.max(window.innerHeight - Math.max(top, 0) - edges, LEAST_ROW * 6);
  const needed = Math.ceil(board.data.lines.length / columns);
  const rows = Math.max(1, Math.min(ROWS, Math.max(needed, 8), Math.floor(room / LEAST_ROW)));
  return { columns, rows, height: Math.min(MOST_ROW, Math.floor(room / rows)) };
};

const line = ([name, table], words) => {
  const row = made("li", "");
  const label = made("span", "name", name);
  const number = made("span", "table", String(table));
  number.setAttribute("aria-label", `${words.table} ${table}`);
  row.append(label, number);
  return row;
};

// Where names are too long for their place the whole page gets smaller type, then each of them; the longest take two lines.
const fitted = (list) => {
  const names = [...list.querySelectorAll(".name")];
  const shares = names.map((name) => (0.98 * name.clientWidth) / name.scrollWidth);
  const even = Math.min(1, Math.max(EVEN, Math.min(...shares)));
  names.forEach((name, place) => {
    const size = Math.max(Math.min(even, shares[place]), SMALLEST);
    if (shares[place] < 0.98 || even < 0.98) name.style.fontSize = `${size}em`;
    name.classList.toggle("long", shares[place] < SMALLEST);
  });
};

const draw = (board) => {
  const { data, root, list } = board;
  board.title.textContent = data.title;
  board.question.textContent = data.question;
  board.question.hidden = !data.question;
  const { columns, rows, height } = layout(board);
  const size = rows * columns;
  board.pages = Math.max(1, Math.ceil(data.lines.length / size));
  board.page = Math.min(board.page, board.pages - 1);
  const shown = data.lines.slice(board.page * size, (board.page + 1) * size);
  list.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  list.style.gridTemplateRows = `repeat(${rows}, ${height}px)`;
  list.style.fontSize = `${Math.round(height * 0.68)}px`;
  list.replaceChildren(...shown.map((entry) => line(entry, data.words)));
  fitted(list);
  const count = data.words.page.replace("{page}", board.page + 1).replace("{pages}", board.pages);
  board.count.textContent = count;
  board.turning.textContent = board.isPaused ? "▶" : "❚❚";
  board.turning.setAttribute("aria-label", board.isPaused ? data.words.go_on : data.words.pause);
  board.turning.title = board.turning.getAttribute("aria-label");
  for (const each of [board.back, board.turning, board.next]) each.hidden = board.pages < 2;
  root.setAttribute("aria-label", data.title);
};

const turn = (board, step) => {
  board.page = (board.page + step + board.pages) % board.pages;
  board.left = board.data.seconds;
  draw(board);
};

const pause = (board) => {
  board.isPaused = !board.isPaused;
  board.left = board.data.seconds;
  draw(board);
};

// Keys belong to the board unless somebody writes or chooses elsewhere on the page.
const pressed = (board, event) => {
  const target = event.composedPath()[0];
  const isElsewhere = target.closest?.("input, textarea, select, button, a, [role=radio], [contenteditable]");
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (isElsewhere && !(board.root.contains(target) && event.key !== " ")) return;
  const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  if (!step && event.key !== " ") return;
  event.preventDefault();
  if (step) turn(board, step);
  else pause(board);
};

const begun = (root, data) => {
  const board = { root, data, page: 0, pages: 1, isPaused: false, left: data.seconds };
  board.title = made("h2", "title");
  board.question = made("p", "question");
  board.head = made("div", "head");
  board.head.append(board.title, board.question);
  board.list = made("ol", "list");
  board.back = button("turn", data.words.back, "‹", () => turn(board, -1));
  board.turning = button("turn pause", data.words.pause, "❚❚", () => pause(board));
  board.next = button("turn", data.words.next, "›", () => turn(board, 1));
  board.count = made("span", "count");
  board.foot = made("div", "foot");
  board.foot.append(board.back, board.turning, board.next, board.count);
  root.setAttribute("role", "region");
  root.replaceChildren(board.head, board.list, board.foot);
  const onKey = (event) => pressed(board, event);
  const onSize = () => draw(board);
  const clock = setInterval(() => {
    if (board.isPaused || board.pages < 2 || --board.left > 0) return;
    turn(board, 1);
  }, 1000);
  window.addEventListener("keydown", onKey);
  window.addEventListener("resize", onSize);
  const width = new ResizeObserver(onSize);
  width.observe(root.parentElement ?? root);
  board.end = () => {
    clearInterval(clock);
    window.removeEventListener("keydown", onKey);
    window.removeEventListener("resize", onSize);
    width.disconnect();
    boards.delete(root);
  };
  return board;
};

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".hall");
  let board = boards.get(root);
  if (!board) boards.set(root, (board = begun(root, data)));
  const text = JSON.stringify(data);
  if (board.shown !== text) {
    if (board.data.title !== data.title) board.page = 0;
    board.data = data;
    board.shown = text;
    draw(board);
  }
  return board.end;
}
