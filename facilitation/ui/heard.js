const PATIENCE = 3000;

// What is told to the program is told again with the next thing until a picture of the program says that it was heard:
// of several things done within one run the browser would pass on only the last.
const listen = (root, { data, setTriggerValue }) => {
  const isNewVisit = data.turn < (root.heard ?? 0);
  root.heard = data.turn;
  root.turn = Math.max(root.turn ?? 0, data.turn);
  root.untold = isNewVisit ? [] : (root.untold ?? []).filter((told) => told.turn > data.turn);
  root.tell = (name, value) => {
    root.shown = null;
    root.turn += 1;
    root.sentAt = performance.now();
    root.untold = [...root.untold, { ...value, name, turn: root.turn }];
    setTriggerValue("said", root.untold);
  };
};

// What is done here shows at once. A picture the program made before it heard of that is not shown any more.
const isOld = (root, data) => data.turn < root.turn && performance.now() - root.sentAt < PATIENCE;
