"""Cards in columns: opened by a click or Enter, moved to another column by dragging, by keys or from their menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import streamlit as st

from facilitation.ui.heard import TELLING, Heard
from facilitation.ui.row_list import just_left

LOOK = Path(__file__).with_name("card_board.css").read_text(encoding="utf-8")
BEHAVIOUR = TELLING + Path(__file__).with_name("card_board.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Card:
    """One card. ``column`` is the key of the column it lies in, ``lead`` stands above the title (a day).

    ``level`` ("", "block", "warn", "hint" or "done") colours the ``remark``.
    """

    id: str
    column: str
    title: str
    lead: str = ""
    facts: str = ""
    remark: str = ""
    level: str = ""


NAMES = tuple(entry.name for entry in fields(Card))

_component = st.components.v2.component("tryeza_card_board", html='<div class="board"></div>', css=LOOK, js=BEHAVIOUR)


def card_board(
    columns: Mapping[str, str],
    cards: Sequence[Card],
    *,
    key: str,
    label: str,
    words: Mapping[str, str],
    chosen: str = "",
    on_chosen: Callable[[str], Any],
    on_moved: Callable[[str, str], Any],
) -> None:
    """Show the cards; ``on_chosen`` gets an id ("" = closed by Escape), ``on_moved`` an id and the key of a column.

    ``columns`` maps keys to names; ``label`` names the board for a screen reader; ``words`` are what it says itself:
    "menu", "to" (with "%c" for a column), "moved" (with "%t" and "%c"), "none" and "help".
    """
    heard = Heard(key)
    _component(
        data={
            "columns": [{"key": name, "name": words_of} for name, words_of in columns.items()],
            "cards": [{name: getattr(card, name) for name in NAMES} for card in cards],
            "label": label,
            "words": dict(words),
            "chosen": chosen,
            "left": just_left(key, chosen),
            "turn": heard.turn,
        },
        key=key,
        on_said_change=heard.each(
            chosen=lambda said: on_chosen(str(said["id"])),
            moved=lambda said: on_moved(str(said["id"]), str(said["column"])),
        ),
    )
