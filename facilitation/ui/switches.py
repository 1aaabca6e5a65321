"""The switch between a few ways to look at one screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import streamlit as st

from facilitation.ui import state
from facilitation.ui.screen import is_dark

Choice = TypeVar("Choice", bound=str | int)


def switch(
    label: str,
    names: Mapping[Choice, str],
    *,
    key: str,
    default: Choice | None = None,
    keeps: bool = False,
    on_change: Callable[..., None] | None = None,
    args: tuple[Any, ...] = (),
) -> Choice:
    """One of several parts, each by its name; ``default`` is the first. ``keeps`` = also after other screens.

    Streamlit writes the chosen part in the primary colour, which on a dark page cannot be both dark enough to lie
    under the white words of a button and bright enough to be read (4.5:1); there it gets the theme's green for texts.
    """
    first = next(iter(names)) if default is None else default
    chosen = state.widget_value(key, first)

    def shown(part: Choice) -> str:
        return f":green[{names[part]}]" if part == chosen and is_dark() else names[part]

    found = st.segmented_control(
        label,
        list(names),
        default=first,
        required=True,
        format_func=shown,
        key=key,
        on_change=on_change,
        args=args,
        label_visibility="collapsed",
        persist_state="session" if keeps else None,
    )
    return first if found is None else found
