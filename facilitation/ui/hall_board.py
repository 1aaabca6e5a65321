"""A board of names and tables in large type whose pages turn by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

LOOK = Path(__file__).with_name("hall_board.css").read_text(encoding="utf-8")
BEHAVIOUR = Path(__file__).with_name("hall_board.js").read_text(encoding="utf-8")

_component = st.components.v2.component("tryeza_hall_board", html='<div class="hall"></div>', css=LOOK, js=BEHAVIOUR)


def hall_board(
    lines: Sequence[tuple[str, int]],
    *,
    key: str,
    title: str,
    question: str,
    words: Mapping[str, str],
    seconds: int,
) -> None:
    """Show the lines (name, table) in their order; a page stays for so many ``seconds``.

    ``title`` names the round and begins a new one at the first page; ``words`` are what the board says itself.
    """
    _component(
        data={
            "lines": [list(line) for line in lines],
            "title": title,
            "question": question,
            "words": dict(words),
            "seconds": seconds,
        },
        key=key,
    )
