const MOST = 8, LEAST_LETTERS = 3, PATIENCE = 4000;
const desks = new WeakMap();

const made = (name, className, text) => {
  const element = document.createElement(name);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

// Letters as everybody can type them: ë = e, ç = c, š = s, đ = d.
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");

const known = (person) => {
  const words = folded([person.name, person.office, person.more].filter(Boolean).join(" "));
  return { ...person, words, starts: ` ${folded(person.name)}` };
};

// Everybody with all the words typed; those first whose name has a word beginning with the first of them.
const found = (desk) => {
  const typed = folded(desk.input.value).split(/\s+/).filter(Boolean);
  if (!typed.length) return [];
  const fitting = desk.people.filter((person) => typed.every((word) => person.words.includes(word)));
  const rank = (person) => (person.starts.includes(` ${typed[0]}`) ? 0 : 1);
  return fitting.sort((one, other) => rank(one) - rank(other));
};

const line = (desk, person, place) => {
  const row = made("li", person.state ? `row ${person.state}` : "row");
  row.id = `${desk.data.name}-${place}`;
  row.setAttribute("role", "option");
  row.setAttribute("aria-selected", String(place === desk.place));
  const who = made("span", "who", person.name);
  if (person.office) who.append(made("span", "office", person.office));
  row.append(who, made("span", "state", person.said));
  row.onpointerdown = (event) => event.preventDefault();
  row.onclick = () => pass(desk, person);
  return row;
};

const show = (desk) => {
  const { data, input, list, hint } = desk;
  desk.shown = found(desk).slice(0, MOST);
  const count = found(desk).length;
  if (desk.place >= desk.shown.length) desk.place = -1;
  const isOne = count === 1 && input.value.trim().length >= LEAST_LETTERS;
  if (isOne) desk.place = 0;
  list.replaceChildren(...desk.shown.map((person, place) => line(desk, person, place)));
  list.hidden = !desk.shown.length;
  input.setAttribute("aria-expanded", String(desk.shown.length > 0));
  if (desk.place >= 0) input.setAttribute("aria-activedescendant", `${data.name}-${desk.place}`);
  else input.removeAttribute("aria-activedescendant");
  hint.textContent = hintFor(desk, count, isOne);
};

const hintFor = ({ data, input, shown, place }, count, isOne) => {
  if (!input.value.trim()) return data.words.begin;
  if (!count) return data.words.nobody.replace("{typed}", input.value.trim());
  if (isOne || place >= 0) return data.words.enter.replace("{name}", shown[Math.max(place, 0)].name);
  return (count > shown.length ? data.words.many : data.words.several).replace("{count}", count);
};

const move = (desk, step) => {
  if (!desk.shown.length) return;
  desk.place = (desk.place + step + desk.shown.length) % desk.shown.length;
  if (desk.place < 0) desk.place = desk.shown.length - 1;
  show(desk);
};

const pass = (desk, person) => {
  tell(desk, "passed", { id: person.id });
  desk.said.textContent = person.name;
  desk.said.className = "said";
  empty(desk);
};

const empty = (desk) => {
  desk.input.value = "";
  desk.place = -1;
  show(desk);
  desk.input.focus({ preventScroll: true });
};

// A scanner writes one long word; what fits nobody and looks so is asked of the program.
const looksScanned = (text) => /^\S{10,}$/.test(text);

const entered = (desk) => {
  const typed = desk.input.value.trim();
  if (!typed) return;
  if (desk.place >= 0) return pass(desk, desk.shown[desk.place]);
  if (desk.shown.length) return;
  tell(desk, looksScanned(typed) ? "scanned" : "unknown", { typed });
  empty(desk);
};

const pressed = (desk, event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) move(desk, step);
  else if (event.key === "Enter") entered(desk);
  else if (event.key === "Escape") empty(desk);
  else return;
  event.preventDefault();
};

// One thing after the other: what is pressed while the program still works waits for its answer.
const tell = (desk, name, what) => {
  desk.waiting.push([name, what]);
  next(desk);
};

const next = (desk) => {
  const isBusy = desk.data.turn < desk.turn && performance.now() - desk.sentAt < PATIENCE;
  if (isBusy || !desk.waiting.length) return;
  const [name, what] = desk.waiting.shift();
  desk.turn += 1;
  desk.sentAt = performance.now();
  desk.set(name, { ...what, turn: desk.turn });
};

const begun = (root, data) => {
  const desk = { root, data, place: -1, shown: [], people: [], waiting: [], turn: data.turn, sentAt: 0 };
  desk.input = made("input", "typed");
  desk.input.type = "text";
  for (const [name, value] of Object.entries({
    role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-autocomplete": "list",
    "aria-controls": `${data.name}-list`, "aria-describedby": `${data.name}-hint`,
  })) desk.input.setAttribute(name, value);
  desk.input.oninput = () => {
    desk.place = -1;
    show(desk);
  };
  desk.input.onkeydown = (event) => pressed(desk, event);
  desk.hint = made("p", "hint");
  desk.hint.id = `${data.name}-hint`;
  desk.list = made("ul", "list");
  desk.list.id = `${data.name}-list`;
  desk.list.setAttribute("role", "listbox");
  desk.said = made("p", "said");
  desk.said.setAttribute("role", "status");
  root.replaceChildren(desk.input, desk.hint, desk.list, desk.said);
  desk.clock = setInterval(() => next(desk), 500);
  return desk;
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".desk");
  let desk = desks.get(root);
  const isNew = !desk;
  if (isNew) desks.set(root, (desk = begun(root, data)));
  desk.set = setTriggerValue;
  const isAnswered = data.turn !== desk.data.turn;
  desk.data = data;
  desk.turn = Math.max(desk.turn, data.turn);
  desk.people = data.people.map(known);
  desk.input.placeholder = data.words.placeholder;
  desk.input.setAttribute("aria-label", data.words.label);
  desk.list.setAttribute("aria-label", data.words.found);
  if (isNew || isAnswered) {
    desk.said.textContent = data.said;
    desk.said.className = `said ${data.level}`;
  }
  show(desk);
  if (isNew) requestAnimationFrame(() => desk.input.focus({ preventScroll: true }));
  next(desk);
  return () => {
    clearInterval(desk.clock);
    desks.delete(root);
  };
}
