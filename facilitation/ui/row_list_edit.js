// Editing in place: a small form that lies over its row. It is no part of the list, so a new list leaves it alone.
const opened = new Map();

const pencil = (line, root) => {
  const pen = part("pen");
  pen.title = root.data.words.edit ?? "";
  pen.onclick = (event) => {
    event.stopPropagation();
    edit(root, line, "title");
  };
  return pen;
};

const bin = (line, root) => {
  const sign = part("bin");
  sign.title = root.data.words.remove ?? "";
  sign.onclick = (event) => {
    event.stopPropagation();
    remove(root, line);
  };
  return sign;
};

const remove = (root, line) => {
  const place = root.lines.indexOf(line);
  focus(root, root.lines[place + 1] ?? root.lines[place - 1]);
  root.send("removed", { id: line.dataset.id });
};

const edit = (root, line, field) => {
  if (root.form) save(root);
  const { id, title, amount } = line.row;
  openEditor(root, { id, title, amount: amount ?? "", before: [title, amount ?? ""], sentence: "" });
  const input = root.form.elements[field] ?? root.form.elements.title;
  input.focus();
  input.select();
};

const openEditor = (root, values) => {
  root.form?.remove();
  opened.set(root.data.name, values);
  const { words } = root.data;
  const form = document.createElement("form");
  form.className = "edit";
  form.noValidate = true;
  form.append(input("title", words.title, values, form));
  if (values.before[1]) form.append(input("amount", words.amount, values, form));
  form.append(button("save", words.save, "✓", () => save(root)), button("undo", words.cancel, "✕", () => close(root)));
  form.append(Object.assign(document.createElement("p"), { textContent: values.sentence, id: "wrong" }));
  form.lastChild.setAttribute("role", "alert");
  form.onsubmit = (event) => event.preventDefault();
  form.onkeydown = (event) => typed(event, root);
  form.onfocusout = (event) => event.relatedTarget && !form.contains(event.relatedTarget) && root.form === form && save(root);
  root.form = root.appendChild(form);
  placeEditor(root);
  if (isPhone()) form.scrollIntoView({ block: "nearest" });
};

const input = (name, label, values, form) => {
  const field = document.createElement("input");
  field.name = name;
  field.value = values[name];
  field.setAttribute("aria-label", label ?? "");
  if (values.sentence) field.setAttribute("aria-describedby", "wrong");
  field.oninput = () => (values[name] = field.value);
  return field;
};

const button = (name, label, sign, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.textContent = sign;
  made.title = label ?? "";
  made.setAttribute("aria-label", label ?? "");
  made.onclick = act;
  return made;
};

// Keys of the fields are theirs alone: Ctrl+Z takes back a letter here, not the last change of the agenda.
const typed = (event, root) => {
  event.stopPropagation();
  const isButton = event.target.closest("button");
  if (event.key === "Escape") close(root);
  else if (event.key === "Enter" && !isButton) save(root);
  else return;
  event.preventDefault();
};

const save = (root) => {
  const { id, title, amount, before } = opened.get(root.data.name);
  close(root);
  if (title === before[0] && amount === before[1]) return;
  const line = root.lines.find((other) => other.dataset.id === id);
  if (line) line.querySelector(".title").textContent = title;
  root.send("edited", { id, title, amount });
};

const close = (root) => {
  const { id } = opened.get(root.data.name);
  const hadFocus = root.form.contains(root.getRootNode().activeElement);
  const form = root.form;
  opened.delete(root.data.name);
  root.form = null;
  form.remove();
  if (hadFocus) focus(root, root.lines.find((line) => line.dataset.id === id), { preventScroll: true });
};

const placeEditor = (root) => {
  const values = root.form && opened.get(root.data.name);
  const line = values && root.lines.find((other) => other.dataset.id === values.id);
  if (!line) return;
  const top = line.offsetTop - root.list.scrollTop;
  root.form.style.top = `${Math.max(0, Math.min(top, root.list.clientHeight - root.form.offsetHeight))}px`;
};

// After the list was drawn anew: the form stays, and what the program refused comes back with its sentence.
const keepEditor = (root, find) => {
  const { refused, name } = root.data, values = opened.get(name);
  const line = refused && find(refused.id);
  if (line && !root.form && root.data.turn !== root.refusedAt) {
    root.refusedAt = root.data.turn;
    openEditor(root, { ...refused, before: [line.row.title, line.row.amount ?? ""] });
    (root.form.elements[refused.field] ?? root.form.elements.title).select();
  } else if (values && !root.form) {
    openEditor(root, values);
    root.form.elements.title.focus();
  } else placeEditor(root);
};
