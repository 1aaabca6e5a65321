"""The field at the door: three letters find somebody, Enter lets them pass. The search runs in the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from facilitation.ui.heard import Heard

LOOK = Path(__file__).with_name("check_in_desk.css").read_text(encoding="utf-8")
BEHAVIOUR = Path(__file__).with_name("check_in_desk.js").read_text(encoding="utf-8")

_component = st.components.v2.component("tryeza_check_in_desk", html='<div class="desk"></div>', css=LOOK, js=BEHAVIOUR)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who can be found: ``more`` is searched too, ``said`` stands at the end of the row ("in since 09:12").

    ``state`` is "in", "out" or "" (not there yet).
    """

    id: str
    name: str
    office: str = ""
    more: str = ""
    state: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class DeskCalls:
    """What happens at the desk: somebody was chosen, a badge was scanned, nobody was found under what was typed."""

    passed: Callable[[str], Any]
    scanned: Callable[[str], Any]
    unknown: Callable[[str], Any]


def check_in_desk(
    guests: Sequence[Guest], calls: DeskCalls, *, key: str, words: Mapping[str, str], said: tuple[str, str]
) -> None:
    """Show the field; ``said`` = level ("done", "warn" or "block") and sentence of what was done last."""
    heard = Heard(key)
    level, sentence = said
    _component(
        data={
            "name": key,
            "people": [_sent(guest) for guest in guests],
            "words": dict(words),
            "level": level,
            "said": sentence,
            "turn": heard.turn,
        },
        key=key,
        on_passed_change=heard.calling("passed", lambda told: calls.passed(str(told["id"]))),
        on_scanned_change=heard.calling("scanned", lambda told: calls.scanned(str(told["typed"]))),
        on_unknown_change=heard.calling("unknown", lambda told: calls.unknown(str(told["typed"]))),
    )


def _sent(guest: Guest) -> dict[str, str]:
    """A guest for the browser without what is empty."""
    return {name: value for name, value in asdict(guest).items() if value or name == "said"}
