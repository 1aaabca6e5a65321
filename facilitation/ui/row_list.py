"""A list of rows with several facts each: choose by click or Enter, tick, move with Alt and the arrows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import streamlit as st

from facilitation.ui import state

LOOK = Path(__file__).with_name("row_list.css").read_text(encoding="utf-8")
BEHAVIOUR = Path(__file__).with_name("row_list.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``lead`` stands in front (a clock time, a day), ``trail`` at the end (minutes, a status).

    ``remark`` is a word or two before the facts, ``below`` a sentence on a line of its own; ``level`` ("", "block",
    "warn", "hint" or "done") colours both. ``is_quiet`` greys a row (breaks, done); ``is_checked`` None = no tick box;
    ``heading`` starts a group; ``is_beside`` marks a row that runs in parallel; ``is_fixed`` underlines the lead.
    """

    id: str
    title: str
    lead: str = ""
    facts: str = ""
    trail: str = ""
    remark: str = ""
    below: str = ""
    level: str = ""
    heading: str = ""
    is_quiet: bool = False
    is_fixed: bool = False
    is_beside: bool = False
    is_checked: bool | None = None


NAMES = tuple(field.name for field in fields(Row))

_component = st.components.v2.component("tryeza_row_list", html='<div class="rows"></div>', css=LOOK, js=BEHAVIOUR)


def _sent(row: Row) -> dict[str, Any]:
    """A row for the browser; what is empty is left out, for the list is sent on every run."""
    facts = ((name, getattr(row, name)) for name in NAMES)
    return {name: value for name, value in facts if value not in ("", False, None) or name == "is_checked"}


def row_list(
    rows: Sequence[Row],
    *,
    key: str,
    label: str,
    chosen: str = "",
    on_chosen: Callable[[str], Any] | None = None,
    on_moved: Callable[[str, int], Any] | None = None,
    on_ticked: Callable[[str, bool], Any] | None = None,
) -> None:
    """Show the rows; callbacks get the row's id (and -1/+1, or whether it is ticked) before the next run.

    ``label`` names the list for a screen reader; ``chosen`` is the id of the row that stands out.
    """

    def was_chosen() -> None:
        if on_chosen:
            on_chosen(str(state.widget_value(key).chosen))

    def was_moved() -> None:
        moved = state.widget_value(key).moved
        if on_moved:
            on_moved(str(moved["id"]), int(moved["by"]))

    def was_ticked() -> None:
        ticked = state.widget_value(key).ticked
        if on_ticked:
            on_ticked(str(ticked["id"]), bool(ticked["on"]))

    _component(
        data={
            "rows": [_sent(row) for row in rows],
            "name": key,
            "label": label,
            "chosen": chosen,
            "left": _left(key, chosen),
            "can_move": on_moved is not None,
        },
        key=key,
        on_chosen_change=was_chosen,
        on_moved_change=was_moved,
        on_ticked_change=was_ticked,
    )


def _left(key: str, chosen: str) -> str:
    """The row whose side panel was just closed: the focus goes back to it, once."""
    memory = state.widget_key("chosen_before", key)
    before = state.chosen(memory)
    state.choose(memory, chosen)
    return before if not chosen else ""
