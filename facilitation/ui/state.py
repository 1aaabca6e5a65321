"""The only module that knows keys of the session state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic
from typing import Any

import streamlit as st

from facilitation.errors import ChangedElsewhere

LANGUAGE_SWITCH = "language_switch"
_LANGUAGE, _EVENT, _MESSAGES, _CONFLICT, _CHOSEN = "language", "event_id", "messages", "conflict", "chosen"
EVENT_PARAMETER = "event"
_GIVEN, _KEPT, _HEARD = "given_values", "kept_once", "heard_turns"
GIVING = 2.0
"""Seconds until a value given to a widget has reached the browser, or the next run has."""


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say once on the next run: ``level`` is "done", "warn" or "block"."""

    level: str
    text: str


@dataclass(frozen=True, slots=True)
class _Given:
    """A value given to a widget, when, and what the widget had before."""

    value: Any
    at: float
    before: Any = None


def language() -> str:
    """The language of the screens in this visit ("" = not known yet)."""
    return str(st.session_state.get(_LANGUAGE, ""))


def set_language(code: str) -> None:
    """Set the language of this visit."""
    st.session_state[_LANGUAGE] = code


def chosen_event() -> str:
    """The id of the event on the screen ("" = none)."""
    return str(st.session_state.get(_EVENT, ""))


def choose_event(event_id: str) -> None:
    """Put another event on the screen; what was chosen inside the old one is forgotten."""
    if event_id != chosen_event():
        st.session_state[_CHOSEN] = {}
    st.session_state[_EVENT] = event_id
    if event_id:
        st.query_params[EVENT_PARAMETER] = event_id
    else:
        st.query_params.pop(EVENT_PARAMETER, None)


def event_of_link() -> str:
    """The event named in the address ("" = none)."""
    return str(st.query_params.get(EVENT_PARAMETER, ""))


def say(level: str, text: str) -> None:
    """Say something on the next run."""
    st.session_state.setdefault(_MESSAGES, []).append(Message(level, text))


def take_messages() -> tuple[Message, ...]:
    """What is to be said now; each message is given once, also where several things done in one breath say the same."""
    return tuple(dict.fromkeys(st.session_state.pop(_MESSAGES, ())))


def keep_conflict(error: ChangedElsewhere, again: Callable[[], Any]) -> None:
    """Keep both texts of a conflict until the person chose; ``again`` saves what they wanted once more."""
    st.session_state[_CONFLICT] = (error, again)


def conflict() -> ChangedElsewhere | None:
    """The open conflict, if there is one."""
    found = st.session_state.get(_CONFLICT)
    return found[0] if found else None


def wanted_again() -> Callable[[], Any]:
    """The change that met a conflict, to be called once more; nothing where there is none."""
    found = st.session_state.get(_CONFLICT)
    return found[1] if found else lambda: None


def forget_conflict() -> None:
    """The person chose: the conflict is over."""
    st.session_state.pop(_CONFLICT, None)


def chosen(what: str, default: str = "") -> str:
    """An id (or other small text) chosen on a screen, such as the row whose side panel is open."""
    return str(st.session_state.setdefault(_CHOSEN, {}).get(what, default))


def choose(what: str, value: str) -> None:
    """Remember a choice of a screen for this visit and event."""
    st.session_state.setdefault(_CHOSEN, {})[what] = value


def forget(what: str) -> None:
    """Forget a choice of a screen."""
    st.session_state.setdefault(_CHOSEN, {}).pop(what, None)


def picked(what: str) -> tuple[str, ...]:
    """The ids of several things chosen together on a screen, such as rows to be moved at once."""
    found = st.session_state.setdefault(_CHOSEN, {}).get(widget_key("picked", what), ())
    return tuple(found)


def pick(what: str, ids: Iterable[str]) -> None:
    """Remember several things chosen together, instead of those before."""
    st.session_state.setdefault(_CHOSEN, {})[widget_key("picked", what)] = tuple(ids)


def keep_once(what: str, thing: object) -> None:
    """Keep something for the next run only (inside callbacks)."""
    st.session_state.setdefault(_KEPT, {})[what] = thing


def take_once(what: str) -> Any:
    """What was kept for this run; None where nothing was."""
    return st.session_state.setdefault(_KEPT, {}).pop(what, None)


def heard(key: str) -> int:
    """The number of the last thing heard from a component of this visit, whatever event is on the screen."""
    return int(st.session_state.setdefault(_HEARD, {}).get(key, 0))


def hear(key: str, turn: int) -> None:
    """Remember the number of the last thing heard from a component (inside callbacks)."""
    st.session_state.setdefault(_HEARD, {})[key] = turn


def widget_key(*parts: object) -> str:
    """A stable widget key from ids and field names, never from positions."""
    return "·".join(str(part) for part in parts)


def widget_value(key: str, default: Any = None) -> Any:
    """What stands in a widget now (inside callbacks)."""
    return st.session_state.get(key, default)


def has_widget(key: str) -> bool:
    """Whether a widget has a value now, be it none or empty."""
    return key in st.session_state


def clear_widget(key: str, value: Any = None) -> None:
    """Empty a widget (inside callbacks): forget its value, or give it another."""
    if value is None:
        st.session_state.pop(key, None)
    else:
        st.session_state[key] = value


def put_widget(key: str, value: Any) -> None:
    """Give a widget a value, also ``None`` (inside callbacks, or before it appears)."""
    st.session_state[key] = value


def synced(key: str, stored: Any) -> str:
    """Prepare a widget that edits a stored value: it shows what is stored, and keeps a refused input for mending.

    The widget takes the stored value when it appears and whenever that value changed elsewhere (undo, somebody else).
    It is given again for a moment: a run that is cut short by the next click may never reach the browser. Give the
    widget the stored value as its default too, where a default does not forbid to empty it. Answers ``key``.
    """
    given = st.session_state.setdefault(_GIVEN, {})
    last: _Given | None = given.get(key)
    if key not in st.session_state:
        given[key] = last = _Given(stored, monotonic())
    elif last is None or last.value != stored:
        before, is_known = st.session_state[key], st.session_state[key] == stored
        given[key] = last = _Given(stored, -GIVING if is_known else monotonic(), before)
    if monotonic() - last.at < GIVING:
        st.session_state[key] = stored
    return key


def is_stale(key: str) -> bool:
    """Whether what the browser says of a widget is from before it got its value (inside callbacks).

    Such an answer is the value before, or nothing at all; nobody chose it, so it must not be saved.
    """
    last: _Given | None = st.session_state.setdefault(_GIVEN, {}).get(key)
    if last is None or monotonic() - last.at >= GIVING:
        return False
    answer = st.session_state.get(key)
    return answer != last.value and answer in (last.before, None)


def has_messages() -> bool:
    """Whether something waits to be said on the next run."""
    return bool(st.session_state.get(_MESSAGES)) or conflict() is not None
