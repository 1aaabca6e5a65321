"""Events that repeat: their rhythm, the reports that fall due, and the presidency that goes round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitation.domain.text import Text


class DutyKind(StrEnum):
    """What has to happen again and again: the event itself, or a paper."""

    MEETING = "meeting"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class DutyStep:
    """Something to be done ``days`` before a duty falls due (45, 30, 7)."""

    days: int
    title: Text
    is_from_seed: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """One rhythm: at the latest every so many days or months, or so many times a year; none of them = as wished.

    So many times a year means by the end of each equal part of it: twice a year is 30 June and 31 December.
    ``since`` = the day from which it is owed (``None`` = from the first time it was met).
    ``instruments`` = the kinds of events that meet it; () = every event of the series that no other duty names.
    ``oftener_than`` = the duty it must be met more often than (seed 002: the table oftener than the committee).
    ``steps`` lead to a paper, the earliest first.
    """

    id: str
    title: Text
    kind: DutyKind = DutyKind.MEETING
    every_days: int | None = None
    every_months: int | None = None
    per_year: int | None = None
    is_from_seed: bool = False
    since: date | None = None
    instruments: tuple[str, ...] = ()
    oftener_than: str = ""
    steps: tuple[DutyStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """A duty was met on a day outside the events of the series (a report was handed in).

    ``due_on`` = the day it was due, where it came late or early: it counts for that part of the year.
    """

    id: str
    duty_id: str
    done_on: date
    note: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class HandoverStep:
    """What a change of presidency takes: ``days`` before the term ends (negative) or after it began (positive)."""

    id: str
    days: int
    title: Text
    owner: Text = Text()
    is_from_seed: bool = False


@dataclass(frozen=True, slots=True)
class Presidency:
    """Members preside in turn, ``months`` each, from ``starts_on`` (seed 002: six months)."""

    members: tuple[str, ...]
    starts_on: date
    months: int = 6
    steps: tuple[HandoverStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What the library proposes for a series of one instrument; ``term_months`` 0 = no presidency goes round."""

    instrument: str
    duties: tuple[Duty, ...]
    source: Text
    term_months: int = 0
    steps: tuple[HandoverStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Events of one instrument over years; events name it (``Event.series_id``)."""

    id: str
    title: Text
    instrument: str
    duties: tuple[Duty, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    presidency: Presidency | None = None
    note: str = ""
    version: int = 0

    def duty(self, duty_id: str) -> Duty | None:
        """The duty with this id, if there is one."""
        return next((duty for duty in self.duties if duty.id == duty_id), None)
