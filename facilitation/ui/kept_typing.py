"""Keeps what is being typed: half-written texts go to the database while the fingers still move."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

PAUSE_MS, LONGEST_MS = 400, 1500
"""So long a pause in typing sends the text; who types without a pause has it sent after the longer time."""

JS = """
const named = (key) => "st-key-" + key.trim().replaceAll(/[^a-zA-Z0-9_-]/g, "-");

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".keeper");
  const fields = new Map(data.fields.map((key) => [named(key), key]));
  const keyOf = (target) => {
    if (!["TEXTAREA", "INPUT"].includes(target?.tagName)) return undefined;
    const box = target.closest('[class*="st-key-"]');
    return [...(box?.classList ?? [])].map((name) => fields.get(name)).find(Boolean);
  };
  const timers = (root.timers ??= new Map());
  const forget = (key) => { clearTimeout(timers.get(key)?.timer); timers.delete(key); };
  const typed = (event) => {
    const key = keyOf(event.target);
    if (!key) return;
    const since = timers.get(key)?.since ?? Date.now();
    forget(key);
    const send = () => { timers.delete(key); setTriggerValue("typed", { key, text: event.target.value }); };
    const wait = Math.max(0, Math.min(data.pause, since + data.longest - Date.now()));
    timers.set(key, { since, timer: setTimeout(send, wait) });
  };
  const left = (event) => { const key = keyOf(event.target); if (key) forget(key); };
  const pressed = (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) left(event); };
  document.addEventListener("input", typed, true);
  document.addEventListener("focusout", left, true);
  document.addEventListener("keydown", pressed, true);
  if (data.focus && root.focused !== data.focus && !matchMedia("(pointer: coarse)").matches) {
    const place = (tries) => {
      const field = document.querySelector("." + named(data.focus) + " textarea");
      if (field) { root.focused = data.focus; field.focus({ preventScroll: true }); }
      else if (tries) setTimeout(() => place(tries - 1), 100);
    };
    place(10);
  }
  return () => {
    document.removeEventListener("input", typed, true);
    document.removeEventListener("focusout", left, true);
    document.removeEventListener("keydown", pressed, true);
  };
}
"""
WATCHER = "kept_typing"

_component = st.components.v2.component("tryeza_kept_typing", html='<div class="keeper" hidden></div>', js=JS)


@st.fragment
def keep_typing(page: EventScreen, keys: Sequence[str], focus: str = "") -> None:
    """Watch text fields by their widget keys and keep their drafts; ``focus`` is the field the cursor starts in.

    The widgets themselves save as before, when a person leaves them. A reload or a crash in between loses nothing:
    ``drafts_left`` has what was typed.
    """

    def was_typed() -> None:
        typed = state.widget_value(WATCHER).typed
        key, text = str(typed["key"]), str(typed["text"])
        if state.widget_value(key) != text:
            attempt(page.app.preferences.keep_draft, page.event_id, key, text)

    _component(
        data={"fields": list(keys), "focus": focus, "pause": PAUSE_MS, "longest": LONGEST_MS},
        key=WATCHER,
        on_typed_change=was_typed,
    )


def drafts_left(page: EventScreen, kind: str) -> dict[str, str]:
    """What was typed in an earlier visit and never saved, by widget key; ``kind`` is the first part of the keys.

    Fields that stand on the screen now are still being written and are left out.
    """
    start = state.widget_key(kind, "")
    drafts = page.app.preferences.drafts(page.event_id)
    return {key: text for key, text in drafts.items() if key.startswith(start) and state.widget_value(key) is None}


def say_kept(page: EventScreen) -> None:
    """Tell the person who comes back that nothing was lost."""
    st.toast(page._("What you were typing when the page was closed is saved."), icon=":material/check:")


def drop_drafts(page: EventScreen, *keys: str) -> None:
    """The fields were saved or given up."""
    attempt(page.app.preferences.drop_drafts, page.event_id, *keys)
