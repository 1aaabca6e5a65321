"""A checklist of its own: tasks that many kinds of events need, without an agenda."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.instrument import InstrumentTask
from facilitation.domain.text import Text


@dataclass(frozen=True, slots=True)
class Checklist:
    """What a checklist of the library holds: lines without people and states."""

    key: str
    title: Text
    tasks: tuple[InstrumentTask, ...]
    purpose: Text = Text()
    source: Text = Text()
