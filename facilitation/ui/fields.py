"""Fields that save as soon as they change: each shows a stored value and hands the new one to ``save``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any, TypeVar

import streamlit as st

from facilitation.domain.text import LANGUAGES, Text
from facilitation.ui import state
from facilitation.ui.dates import DATE_FORMAT
from facilitation.ui.page_head import EventScreen

Value = TypeVar("Value")
Save = Callable[[Any], Any]


def _on_change(key: str, save: Save) -> Callable[[], None]:
    """Save what stands in the widget, unless the browser speaks of the time before the widget got its value."""
    return lambda: None if state.is_stale(key) else save(state.widget_value(key))


def text_field(label: str, stored: str, *, key: str, save: Save, rows: int = 1, **look: Any) -> None:
    """One line of text, or an area of ``rows`` lines."""
    state.synced(key, stored)
    if rows > 1:
        st.text_area(label, stored, key=key, on_change=_on_change(key, save), height=rows * 26 + 18, **look)
    else:
        st.text_input(label, stored, key=key, on_change=_on_change(key, save), **look)


def words_field(page: EventScreen, label: str, stored: Text, *, key: str, save: Save, rows: int = 1) -> None:
    """A text in the languages of the event: the screen's language first; ``save`` gets the whole Text."""
    _ = page._
    names = {"sq": _("in Albanian"), "en": _("in English")}
    spoken = [str(code) for code in LANGUAGES if code in page.event.languages or getattr(stored, code)]
    languages = sorted(spoken or [str(page.language)], key=lambda code: code != page.language)
    for code in languages:
        text_field(
            f"{label} ({names[code]})" if len(languages) > 1 else label,
            getattr(stored, code),
            key=state.widget_key(key, code),
            save=_in_language(stored, code, save),
            rows=rows,
        )


def _in_language(stored: Text, code: str, save: Save) -> Save:
    return lambda typed: save(stored.with_language(code, (typed or "").strip()))


def trimmed(save: Save) -> Save:
    """Hand a typed text on without spaces around it."""
    return lambda typed: save((typed or "").strip())


def number_field(
    label: str,
    stored: int | None,
    *,
    key: str,
    save: Save,
    least: int = 0,
    most: int = 9999,
    help: str | None = None,
    may_be_empty: bool = False,
) -> None:
    """A whole number; where it ``may_be_empty``, also none."""
    state.synced(key, stored)
    if stored is not None:
        least, most = min(least, stored), max(most, stored)
    shown = None if may_be_empty else stored
    st.number_input(label, least, most, shown, key=key, step=1, on_change=_on_change(key, save), help=help)


def choice_field(
    label: str,
    options: Sequence[Value],
    stored: Value | None,
    *,
    key: str,
    save: Save,
    format_func: Callable[[Value], str],
    placeholder: str = "",
    accept_new: bool = False,
    help: str | None = None,
) -> None:
    """One of several values; ``stored`` None = nothing chosen yet. What was chosen can be changed, not emptied; where
    ``accept_new``, another value may be typed and the field may be emptied."""
    state.synced(key, stored)
    is_empty = stored is None or accept_new
    st.selectbox(
        label,
        list(options),
        index=None if is_empty else options.index(stored) if stored in options else 0,
        key=key,
        format_func=format_func,
        on_change=_on_change(key, save),
        placeholder=placeholder or None,
        accept_new_options=accept_new,
        help=help,
    )


def many_field(
    label: str,
    options: Sequence[Value],
    stored: Sequence[Value],
    *,
    key: str,
    save: Save,
    format_func: Callable[[Any], str] = str,
    placeholder: str = "",
    accept_new: bool = False,
) -> None:
    """Any number of values; new ones may be typed where ``accept_new``."""
    state.synced(key, list(stored))
    st.multiselect(
        label,
        list(options),
        [value for value in stored if value in options],
        key=key,
        format_func=format_func,
        on_change=_on_change(key, save),
        placeholder=placeholder or None,
        accept_new_options=accept_new,
    )


def tick_field(label: str, stored: bool, *, key: str, save: Save, help: str | None = None) -> None:
    """Yes or no."""
    state.synced(key, stored)
    st.toggle(label, stored, key=key, on_change=_on_change(key, save), help=help)


def date_field(label: str, stored: date | None, *, key: str, save: Save, help: str | None = None) -> None:
    """A day, or none."""
    state.synced(key, stored)
    st.date_input(label, None, key=key, on_change=_on_change(key, save), format=DATE_FORMAT, help=help)


def time_field(label: str, stored: time | None, *, key: str, save: Save, help: str | None = None) -> None:
    """A clock time in steps of five minutes, or none."""
    state.synced(key, stored)
    st.time_input(label, None, key=key, on_change=_on_change(key, save), step=300, help=help)
