"""Lines sent with Enter while the program is still busy with the one before: none of them may be lost.

Two lines sent to a busy program reach it as one, the later. So the browser remembers what was sent and, where a line
was sent into a running program, tells all of them once more a moment after the last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from facilitation.ui import state

AGAIN_MS = (1500, 5000)
MOST_LINES = 100
"""So many lines are remembered and compared with what arrived."""
WATCHER = "sent_lines"

JS = """
const named = (key) => "st-key-" + key.trim().replaceAll(/[^a-zA-Z0-9_-]/g, "-");
const isBusy = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== "notRunning";

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".sent");
  if (root.field !== data.field) Object.assign(root, { field: data.field, lines: [], waiting: [] });
  root.tell = () => setTriggerValue("sent", { lines: root.lines });
  const pressed = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    const line = event.target?.value;
    if (!line?.trim() || !event.target.closest("." + named(data.field))) return;
    root.lines = [...root.lines, line].slice(-data.most);
    if (!isBusy() && !root.waiting.length) return;
    root.waiting.forEach(clearTimeout);
    root.waiting = data.again.map((wait, number) => setTimeout(() => {
      if (number === data.again.length - 1) root.waiting = [];
      root.tell();
    }, wait));
  };
  document.addEventListener("keydown", pressed, true);
  return () => document.removeEventListener("keydown", pressed, true);
}
"""

_component = st.components.v2.component("tryeza_sent_lines", html='<div class="sent" hidden></div>', js=JS)


def watch_sent_lines(field: str, on_sent: Callable[[Sequence[str]], None]) -> None:
    """Give ``on_sent`` all lines sent from a field, where one of them may not have arrived."""

    key = state.widget_key(WATCHER, field)

    def was_sent() -> None:
        on_sent([str(line) for line in state.widget_value(key).sent["lines"]])

    _component(
        data={"field": field, "again": AGAIN_MS, "most": MOST_LINES},
        key=key,
        on_sent_change=was_sent,
    )
