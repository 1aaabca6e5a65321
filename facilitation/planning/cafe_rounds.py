"""When the rounds of a café start and end, and which of them people want to know about now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitation.domain.guide import Step
from facilitation.planning.agenda_timing import TimedItem

ROUND_NAME = re.compile(r"\b(?:round|raundi)\s+(\d+)\b", re.IGNORECASE)
"""How a step of the guide says that it is a round, in either language."""


@dataclass(frozen=True, slots=True)
class TimedRound:
    """One round (from 1) with its naive local times."""

    number: int
    starts_at: datetime
    ends_at: datetime


def timed_rounds(timed: TimedItem, count: int, steps: Sequence[Step] = ()) -> tuple[TimedRound, ...]:
    """The rounds of the café in an item.

    Where the guide's steps name every round, each has the time of its steps, stretched with the item if that is longer
    or shorter than they are together; else the rounds share the time of the item evenly.
    """
    spans = _named_spans(steps)
    if count and all(number in spans for number in range(1, count + 1)):
        whole = sum((step.duration for step in steps), timedelta())
        scale = timed.item.duration / whole
    else:
        spans = {number: (timedelta(number - 1), timedelta(number)) for number in range(1, count + 1)}
        scale = timed.item.duration / timedelta(count) if count else 1.0
    return tuple(
        TimedRound(number, _minute(timed, spans[number][0] * scale), _minute(timed, spans[number][1] * scale))
        for number in range(1, count + 1)
    )


def running_round(rounds: Iterable[TimedRound], now: datetime) -> TimedRound | None:
    """The round that runs at ``now``; None while people change tables, before the first and after the last."""
    return next((entry for entry in rounds if entry.starts_at <= now < entry.ends_at), None)


def coming_round(rounds: Iterable[TimedRound], now: datetime) -> TimedRound | None:
    """The first round that starts after ``now``."""
    return next((entry for entry in rounds if entry.starts_at > now), None)


def round_to_show(rounds: Sequence[TimedRound], now: datetime) -> TimedRound | None:
    """What a display in the hall shows: the round that runs, else the coming one, else the last; None without any."""
    return running_round(rounds, now) or coming_round(rounds, now) or (rounds[-1] if rounds else None)


def _minute(timed: TimedItem, offset: timedelta) -> datetime:
    """The whole minute nearest to so long after the start of the item."""
    return timed.starts_at + timedelta(minutes=round(offset / timedelta(minutes=1)))


def _named_spans(steps: Iterable[Step]) -> dict[int, tuple[timedelta, timedelta]]:
    """From when to when each named round lasts, counted from the first step."""
    spans: dict[int, tuple[timedelta, timedelta]] = {}
    begins = timedelta()
    for step in steps:
        ends = begins + step.duration
        found = ROUND_NAME.search(f"{step.what.sq} {step.what.en}")
        if found:
            number = int(found[1])
            spans[number] = (spans[number][0] if number in spans else begins, ends)
        begins = ends
    return spans
