"""A grid of clock time by columns (rooms or days): blocks that are opened by click or Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from facilitation.ui import state

LOOK = Path(__file__).with_name("time_grid.css").read_text(encoding="utf-8")
BEHAVIOUR = Path(__file__).with_name("time_grid.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Block:
    """One block. ``column`` counts from 0, -1 = across all; ``start`` and ``end`` in minutes after midnight;
    ``clock`` is written in it, ``span`` read when the pointer rests on it.

    ``level`` ("", "block", "warn" or "hint") is what the gravest ``remark`` weighs; ``is_quiet`` greys breaks.
    """

    id: str
    column: int
    lane: int
    lanes: int
    start: int
    end: int
    clock: str
    span: str
    title: str
    facts: str = ""
    remark: str = ""
    level: str = ""
    is_quiet: bool = False


_component = st.components.v2.component("tryeza_time_grid", html='<div class="grid"></div>', css=LOOK, js=BEHAVIOUR)


def time_grid(
    columns: Sequence[str],
    blocks: Sequence[Block],
    *,
    key: str,
    label: str,
    chosen: str = "",
    on_chosen: Callable[[str], Any],
) -> None:
    """Show the blocks; ``on_chosen`` gets the id before the next run. ``label`` names the grid for a screen reader."""

    def was_chosen() -> None:
        on_chosen(str(state.widget_value(key).chosen))

    _component(
        data={
            "columns": list(columns),
            "blocks": [asdict(block) for block in blocks],
            "label": label,
            "chosen": chosen,
        },
        key=key,
        on_chosen_change=was_chosen,
    )
