const PER_MINUTE = 2, LEAST = 24, ONE_LINE = 40, HOURS = "3.4rem", COLUMN = "minmax(9rem, 1fr)";

const made = (name, className, text) => {
  const element = document.createElement(name);
  element.className = className;
  if (text) element.textContent = text;
  return element;
};

const clock = (minutes) => `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:00`;

const drawn = (block, from, data, root) => {
  const height = Math.max((block.end - block.start) * PER_MINUTE - 1, LEAST);
  const isLow = height < ONE_LINE;
  const button = made("button", [block.level, block.is_quiet && "quiet", isLow && "low"].filter(Boolean).join(" "));
  button.dataset.id = block.id;
  button.setAttribute("aria-pressed", String(block.id === data.chosen));
  const title = made("span", "title");
  title.append(made("span", "clock", block.clock), block.title);
  button.append(title);
  if (block.facts) button.append(made("span", "facts", block.facts));
  if (block.remark) button.append(made("span", "remark", block.remark));
  button.title = [block.span, block.title, block.facts, block.remark].filter(Boolean).join(" · ");
  button.style.top = `${(block.start - from) * PER_MINUTE}px`;
  button.style.height = `${height}px`;
  button.style.left = `calc(${(100 * block.lane) / block.lanes}% + 2px)`;
  button.style.width = `calc(${100 / block.lanes}% - 4px)`;
  button.onclick = () => root.send("chosen", block.id);
  button.onkeydown = (event) => pressed(event, button, block, data, root);
  return button;
};

// Arrows go up and down in a column and to the nearest start in the next one; Tab leaves the grid.
const pressed = (event, button, block, data, root) => {
  const side = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!side && !step) return;
  event.preventDefault();
  const beside = (other) => side * (other.column * 100 + other.lane - (block.column * 100 + block.lane)) > 0;
  const near = data.blocks
    .filter((other) => (side ? beside(other) : step * (other.start - block.start) > 0))
    .sort((one, other) => distance(one, block, side) - distance(other, block, side));
  if (near.length) focus(root, near[0].id);
};

const distance = (other, block, side) => {
  const across = Math.abs(other.column - block.column) * 100 + Math.abs(other.lane - block.lane);
  const along = Math.abs(other.start - block.start);
  return side ? across * 10000 + along : along * 10 + (other.column === block.column ? 0 : 1 + across);
};

const focus = (root, id) => {
  for (const button of root.querySelectorAll("button")) button.tabIndex = button.dataset.id === id ? 0 : -1;
  root.querySelector(`button[data-id="${CSS.escape(id)}"]`)?.focus();
};

const column = (data, number, from, height, root) => {
  const place = made("div", number < 0 ? "across" : "column");
  place.style.gridColumn = number < 0 ? `2 / span ${data.columns.length}` : String(number + 2);
  place.style.height = `${height}px`;
  place.setAttribute("role", "group");
  if (number >= 0) place.setAttribute("aria-label", data.columns[number] || data.label);
  else place.setAttribute("aria-label", data.label);
  for (const block of data.blocks) if (block.column === number) place.append(drawn(block, from, data, root));
  return place;
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".grid");
  root.send = (name, value) => setTriggerValue(name, value);
  const text = JSON.stringify(data);
  if (root.shown === text) return;
  root.shown = text;
  const held = root.getRootNode().activeElement?.dataset?.id;
  const from = Math.floor(Math.min(...data.blocks.map((block) => block.start)) / 60) * 60;
  const to = Math.max(...data.blocks.map((block) => block.end));
  const height = (to - from) * PER_MINUTE + LEAST;
  const sheet = made("div", "sheet");
  sheet.style.gridTemplateColumns = `${HOURS} repeat(${data.columns.length}, ${COLUMN})`;
  sheet.append(made("div", "head corner"));
  for (const name of data.columns) sheet.append(made("div", "head", name || " "));
  const hours = made("div", "hours");
  hours.style.height = `${height}px`;
  for (let minute = from; minute <= to; minute += 60) {
    const line = made("div", "hour", clock(minute));
    line.style.top = `${(minute - from) * PER_MINUTE}px`;
    hours.append(line);
  }
  sheet.append(hours);
  data.columns.forEach((_, number) => sheet.append(column(data, number, from, height, root)));
  sheet.append(column(data, -1, from, height, root));
  const scroll = made("div", "scroll");
  scroll.setAttribute("role", "group");
  scroll.setAttribute("aria-label", data.label);
  scroll.append(sheet);
  const place = root.firstElementChild;
  const [left, top] = [place?.scrollLeft ?? 0, place?.scrollTop ?? 0];
  root.replaceChildren(scroll);
  scroll.scrollTo(left, top);
  const start = held || data.chosen || data.blocks[0]?.id;
  for (const button of root.querySelectorAll("button")) button.tabIndex = button.dataset.id === start ? 0 : -1;
  if (held) focus(root, held);
}
