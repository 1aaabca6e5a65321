"""An instrument: the kind of an event, with the agenda, checklist and guide it starts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta

from facilitation.domain.agenda import Attribution, Audience, ItemKind
from facilitation.domain.event import SectorTarget
from facilitation.domain.guide import GuideElement, GuideSheet
from facilitation.domain.task import CountedFrom
from facilitation.domain.text import Text


@dataclass(frozen=True, slots=True)
class SourcedText:
    """A line of an instrument, and whether the seed itself has it; otherwise it is our design."""

    text: Text
    is_from_seed: bool = False


@dataclass(frozen=True, slots=True)
class InstrumentItem:
    """One row of an instrument's agenda. ``sheet`` carries what the guide says beyond the method
    (its ``item_id`` and step ids are empty); where it has no steps they come from the method."""

    kind: ItemKind
    title: Text
    duration: timedelta
    method_id: str = ""
    questions: timedelta = timedelta()
    pinned_start: time | None = None
    parallel: str = ""
    objectives: tuple[str, ...] = ()
    attribution: Attribution = Attribution.ROLE
    summary: Text = Text()
    internal_note: Text = Text()
    sheet: GuideSheet = GuideSheet("")
    is_optional: bool = False
    shortest: timedelta | None = None
    audience: Audience = Audience.PUBLIC
    is_from_seed: bool = False
    soft_start: time | None = None
    buffer_before: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class InstrumentDay:
    """One day of an instrument's agenda."""

    starts_at: time
    items: tuple[InstrumentItem, ...]


@dataclass(frozen=True, slots=True)
class TaskLink:
    """What a line of the checklist waits for: the key of another line, and a pause of so many working days."""

    key: str
    lag_days: int = 0


@dataclass(frozen=True, slots=True)
class InstrumentTask:
    """One line of an instrument's checklist; fields as in ``Task``.

    ``key`` is the word by which other lines of the same checklist name it; ``after`` the key of the one it counts from.
    """

    title: Text
    offset_days: int
    owner_role: Text
    benchmark: Text = Text()
    rule: str = ""
    minimum_days: int | None = None
    is_from_seed: bool = False
    key: str = ""
    counted_from: CountedFrom = CountedFrom.EVENT
    after: str = ""
    is_working_days: bool = False
    work_days: int = 1
    waits_for: tuple[TaskLink, ...] = ()


@dataclass(frozen=True, slots=True)
class InstrumentObjective:
    """A proposed objective; ``key`` is what the items of the instrument name."""

    key: str
    text: Text


@dataclass(frozen=True, slots=True)
class Instrument:
    """Everything a new event of this kind is filled with.

    ``rules_left_out`` = codes of findings that do not apply to this kind (a short meeting is no conference).
    """

    key: str
    title: Text
    purpose: Text
    typical_people: int
    days: tuple[InstrumentDay, ...]
    tasks: tuple[InstrumentTask, ...]
    objectives: tuple[InstrumentObjective, ...] = ()
    sector_targets: tuple[SectorTarget, ...] = ()
    cafe_questions: tuple[Text, ...] = ()
    consultation_questions: tuple[Text, ...] = ()
    guide_elements: tuple[GuideElement, ...] = ()
    start_questions: tuple[SourcedText, ...] = ()
    prerequisites: tuple[SourcedText, ...] = ()
    documents: tuple[SourcedText, ...] = ()
    indicators: tuple[SourcedText, ...] = ()
    rules_left_out: tuple[str, ...] = ()
    source: Text = Text()

    @property
    def day_count(self) -> int:
        """How many days the instrument's agenda has."""
        return len(self.days)
