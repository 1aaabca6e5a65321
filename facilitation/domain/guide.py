"""The facilitator's guide: for each agenda item the steps, words, room and materials."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from facilitation.domain.agenda import Layout
from facilitation.domain.text import Text


class MaterialPer(StrEnum):
    """What a quantity is counted by."""

    PARTICIPANT = "participant"
    TABLE = "table"
    GROUP = "group"
    FACILITATOR = "facilitator"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Material:
    """A thing to bring: ``quantity`` pieces per participant, table, group, facilitator or event.

    ``is_used_up`` says whether a session uses it up (``True``) or the next one can have it again; ``None`` = as its
    name and ``per`` suggest (``planning.material_words``).
    """

    name: Text
    quantity: float
    per: MaterialPer
    is_used_up: bool | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One timed move inside an item. ``what`` happens, ``words`` the facilitator says, ``who`` leads it."""

    id: str
    duration: timedelta
    what: Text
    words: Text = Text()
    who: Text = Text()

    @property
    def minutes(self) -> int:
        """The duration in whole minutes."""
        return int(self.duration.total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class GuideSheet:
    """The page of one agenda item. ``output`` = what the note-taker must hold in the end;
    ``plan_b`` = what to do when ten minutes are missing.

    ``layout`` is drawn as a room plan, ``room_setup`` says it in words. ``equipment`` (sound, screen, power),
    ``interpretation`` and ``logistics`` are what the people behind the scenes see to: columns of the run of show.
    """

    item_id: str
    purpose: Text = Text()
    technique: Text = Text()
    question: Text = Text()
    room_setup: Text = Text()
    roles: Text = Text()
    output: Text = Text()
    plan_b: Text = Text()
    risks: Text = Text()
    layout: Layout | None = None
    equipment: Text = Text()
    interpretation: Text = Text()
    logistics: Text = Text()
    steps: tuple[Step, ...] = ()
    materials: tuple[Material, ...] = ()


@dataclass(frozen=True, slots=True)
class GuideElement:
    """A rule or script that holds for the whole event (the inside page of the guide)."""

    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Guide:
    """All sheets of an event, and what holds for all of them.

    ``trained`` = the identities of the facilitators who were trained on the guide (``Contributor.identity``).
    """

    event_id: str
    elements: tuple[GuideElement, ...] = ()
    sheets: tuple[GuideSheet, ...] = ()
    trained: tuple[str, ...] = ()
    version: int = 0

    def sheet(self, item_id: str) -> GuideSheet:
        """The sheet of an item; an empty one where nothing was written yet."""
        return next((sheet for sheet in self.sheets if sheet.item_id == item_id), GuideSheet(item_id))
