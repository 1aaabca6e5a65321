"""A list of rows with several facts each: choose, tick, select several, move by dragging or keys, edit in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import streamlit as st

from facilitation.ui import state
from facilitation.ui.heard import TELLING, Heard

SCRIPTS = ("row_list.js", "row_list_drag.js", "row_list_edit.js", "row_list_marks.js")
LOOK = Path(__file__).with_name("row_list.css").read_text(encoding="utf-8")
BEHAVIOUR = TELLING + "\n".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in SCRIPTS)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``lead`` stands in front (a clock time, a day), ``trail`` at the end (minutes, a status).

    ``remark`` is a word or two before the facts, ``below`` a sentence on a line of its own; ``level`` ("", "block",
    "warn", "hint" or "done") colours both. ``mark`` names a sign before the title and ``mark_text`` the word for it,
    which goes before the facts where there is room. ``is_quiet`` greys a row (breaks, done); ``is_checked`` None = no
    tick box; ``heading`` starts a group; ``is_beside`` marks a row that runs in parallel; ``is_fixed`` underlines the
    lead. ``amount`` is the trail as it is typed when the row is edited in place ("" = only the title is).
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
    mark: str = ""
    mark_text: str = ""
    amount: str = ""
    is_quiet: bool = False
    is_fixed: bool = False
    is_beside: bool = False
    is_checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """An edit in place that was not taken: what was typed stays in the fields, with the sentence beside it.

    ``field`` ("title" or "amount") is where it is to be mended.
    """

    id: str
    title: str
    amount: str
    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RowEdits:
    """What may be done with rows beyond choosing and ticking them; what has no callback is not offered.

    ``on_placed`` gets the ids of rows and the id they shall stand before ("" = the end), ``on_picked`` all selected
    ids, ``on_edited`` an id with the title and the amount as typed, ``on_removed`` an id. ``words`` are what the list
    says itself, by name (the scripts ask for them). Rows that can be both ticked and selected show one box: it ticks,
    until ``is_picking`` or the first selected row makes it select.
    """

    on_placed: Callable[[Sequence[str], str], Any] | None = None
    on_picked: Callable[[Sequence[str]], Any] | None = None
    on_edited: Callable[[str, str, str], Any] | None = None
    on_removed: Callable[[str], Any] | None = None
    picked: Sequence[str] = ()
    is_picking: bool = False
    refused: Refused | None = None
    words: Mapping[str, str] = field(default_factory=dict)


NAMES = tuple(entry.name for entry in fields(Row))

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
    on_ticked: Callable[[str, bool], Any] | None = None,
    edits: RowEdits | None = None,
) -> None:
    """Show the rows; callbacks get the row's id (and whether it is ticked) before the next run.

    ``label`` names the list for a screen reader; ``chosen`` is the id of the row that stands out. Escape takes the
    choice back: ``on_chosen`` then gets "".
    """
    edits = edits or RowEdits()
    heard = Heard(key)
    _component(
        data={
            "rows": [_sent(row) for row in rows],
            "name": key,
            "label": label,
            "chosen": chosen,
            "left": just_left(key, chosen),
            "turn": heard.turn,
            **_sent_edits(edits),
        },
        key=key,
        on_said_change=heard.each(
            chosen=lambda said: on_chosen and on_chosen(str(said["id"])),
            ticked=lambda said: on_ticked and on_ticked(str(said["id"]), bool(said["on"])),
            placed=lambda said: _placed(edits, said),
            picked=lambda said: edits.on_picked and edits.on_picked(_ids(said)),
            edited=lambda said: _edited(edits, said),
            removed=lambda said: edits.on_removed and edits.on_removed(str(said["id"])),
        ),
    )


def _sent_edits(edits: RowEdits) -> dict[str, Any]:
    refused = edits.refused
    return {
        "can_move": edits.on_placed is not None,
        "can_pick": edits.on_picked is not None,
        "can_edit": edits.on_edited is not None,
        "can_remove": edits.on_removed is not None,
        "is_picking": edits.is_picking,
        "picked": list(edits.picked),
        "refused": {name: getattr(refused, name) for name in Refused.__slots__} if refused else None,
        "words": dict(edits.words),
    }


def _ids(said: Mapping[str, Any]) -> list[str]:
    return [str(row_id) for row_id in said["ids"]]


def _placed(edits: RowEdits, said: Mapping[str, Any]) -> None:
    if edits.on_placed:
        edits.on_placed(_ids(said), str(said["before"]))


def _edited(edits: RowEdits, said: Mapping[str, Any]) -> None:
    if edits.on_edited:
        edits.on_edited(str(said["id"]), str(said["title"]), str(said["amount"]))


def just_left(key: str, chosen: str) -> str:
    """The row whose side panel was just closed: the focus goes back to it, once."""
    memory = state.widget_key("chosen_before", key)
    before = state.chosen(memory)
    state.choose(memory, chosen)
    return before if not chosen else ""
