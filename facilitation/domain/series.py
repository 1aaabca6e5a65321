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
class Duty:
    """One rhythm: at the latest every so many days or months, or so many times a year (exactly one is set)."""

    id: str
    title: Text
    kind: DutyKind = DutyKind.MEETING
    every_days: int | None = None
    every_months: int | None = None
    per_year: int | None = None
    is_from_seed: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """A duty was met on a day outside the events of the series (a report was handed in)."""

    id: str
    duty_id: str
    done_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Presidency:
    """Members preside in turn, ``months`` each, from ``starts_on`` (seed 002: six months)."""

    members: tuple[str, ...]
    starts_on: date
    months: int = 6


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
