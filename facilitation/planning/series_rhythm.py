"""How a series stands on a day: when each duty was met last, when it falls due next, how late it is.

Seed 002: the regional committee meets at least once in three months (R1.6: 92 days is ours, the longest quarter), its
technical table more often; a report and a situation analysis twice a year (R1.7, R1.8); the coalition in general
monthly (R2.4); the regional groups three times a year (R4.1). How far ahead a duty is called soon is ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from facilitation.domain.event import Event
from facilitation.domain.series import Duty, DutyKind, DutyStep, Series
from facilitation.planning.months import month_end, months_after

SOON = 14
"""Days before a meeting falls due in which the screens speak of it; a paper is spoken of from its first step on."""
DAYS_OF_YEAR = 365


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a duty was met in a year, and how often it was owed (``None`` = as wished)."""

    year: int
    done: int
    owed: int | None


@dataclass(frozen=True, slots=True)
class DutyStanding:
    """One duty on a day. ``due_on`` None = as wished; ``days_left`` is negative when it is overdue.

    ``planned_on`` = the day of the next event that will meet it; ``compared`` = the duty it must be met oftener than,
    this year.
    """

    duty: Duty
    last_on: date | None
    due_on: date | None
    days_left: int | None
    planned_on: date | None
    this_year: Tally
    last_year: Tally
    compared: Tally | None = None

    @property
    def overdue(self) -> int:
        """Days since it fell due; 0 while there is time."""
        return max(0, -(self.days_left or 0))

    @property
    def is_planned_in_time(self) -> bool:
        """Whether an event that is planned already meets it before it falls due."""
        return self.planned_on is not None and self.due_on is not None and self.planned_on <= self.due_on

    @property
    def is_soon(self) -> bool:
        """Whether it falls due soon and nothing is planned for it."""
        if self.days_left is None or self.is_planned_in_time:
            return False
        return 0 <= self.days_left <= max((step.days for step in self.duty.steps), default=SOON)

    @property
    def is_often_enough(self) -> bool | None:
        """Whether it was met more often than the other duty this year; ``None`` where nothing is compared yet."""
        return self.this_year.done > self.compared.done if self.compared and self.compared.done else None

    def next_step(self, today: date) -> tuple[DutyStep, date] | None:
        """The next step on the way to it with its day."""
        if self.due_on is None:
            return None
        dated = ((step, self.due_on - timedelta(days=step.days)) for step in self.duty.steps)
        return next((found for found in sorted(dated, key=lambda found: found[1]) if found[1] >= today), None)


def standings(series: Series, events: Iterable[Event], today: date) -> tuple[DutyStanding, ...]:
    """Every duty of the series on a day; ``events`` are those of the series, held and planned."""
    known = tuple(events)
    found = {duty.id: _standing(series, duty, known, today) for duty in series.duties}
    return tuple(_compared(standing, found) for standing in found.values())


def _compared(standing: DutyStanding, others: dict[str, DutyStanding]) -> DutyStanding:
    other = others.get(standing.duty.oftener_than)
    return replace(standing, compared=other.this_year) if other else standing


def meets(series: Series, duty: Duty, event: Event) -> bool:
    """Whether an event of the series meets a duty: its kind is named by it, or by none of the duties."""
    if duty.kind is not DutyKind.MEETING:
        return False
    if duty.instruments:
        return event.instrument in duty.instruments
    return not any(event.instrument in other.instruments for other in series.duties)


def duty_of(series: Series, event: Event) -> Duty | None:
    """The duty an event of the series meets, the one with a rhythm first."""
    found = [duty for duty in series.duties if meets(series, duty, event)]
    return next((duty for duty in found if _has_rhythm(duty)), next(iter(found), None))


def _has_rhythm(duty: Duty) -> bool:
    return bool(duty.every_days or duty.every_months or duty.per_year)


def _standing(series: Series, duty: Duty, events: tuple[Event, ...], today: date) -> DutyStanding:
    days = sorted(event.starts_on for event in events if meets(series, duty, event))
    entries = [entry for entry in series.deliveries if entry.duty_id == duty.id and entry.done_on <= today]
    held = [day for day in days if day <= today]
    counted = sorted([*held, *(entry.due_on or entry.done_on for entry in entries)])
    last_on = max([*held, *(entry.done_on for entry in entries)], default=None)
    due_on = next_due(duty, counted, last_on, today)
    return DutyStanding(
        duty=duty,
        last_on=last_on,
        due_on=due_on,
        days_left=(due_on - today).days if due_on else None,
        planned_on=next((day for day in days if day > today), None),
        this_year=tally(duty, counted, today.year),
        last_year=tally(duty, counted, today.year - 1),
    )


def next_due(duty: Duty, counted: list[date], last_on: date | None, today: date) -> date | None:
    """The day a duty falls due next, whether that is past or not; ``None`` = as wished, or nothing to count from.

    ``counted`` are the days that count for it, in order; ``last_on`` is the last day it was truly met.
    """
    if duty.per_year:
        return _next_part(duty, counted, today)
    start = last_on or duty.since
    if start is None:
        return None
    if duty.every_days:
        return start + timedelta(days=duty.every_days)
    return months_after(start, duty.every_months) if duty.every_months else None


def _next_part(duty: Duty, counted: list[date], today: date) -> date:
    """The end of the first part of a year that is still owed."""
    if duty.kind is DutyKind.REPORT:
        return _next_paper(duty, counted, today)
    done = tally(duty, counted, today.year).done
    owed = _owed_parts(duty, _since(duty, counted), today.year)
    return owed[done][1] if done < len(owed) else parts_of_year(duty.per_year or 1, today.year + 1)[0][1]


def _next_paper(duty: Duty, counted: list[date], today: date) -> date:
    """A paper stays owed until it was handed in; each one counts for the part of the year it was due in."""
    since = _since(duty, counted)
    first = since.year if since else today.year
    last = max([today.year, *(day.year for day in counted)]) + 1
    for year in range(min(first, last), last + 1):
        for start, end in _owed_parts(duty, since or today, year):
            if not any(start <= day <= end for day in counted):
                return end
    return parts_of_year(duty.per_year or 1, last + 1)[0][1]


def _since(duty: Duty, counted: list[date]) -> date | None:
    return duty.since or next(iter(counted), None)


def parts_of_year(count: int, year: int) -> list[tuple[date, date]]:
    """The first and last days of ``count`` equal parts of a year, each ending with a month."""
    ends = [month_end(year, 12 * place // count) for place in range(1, count + 1)]
    starts = [date(year, 1, 1), *(end + timedelta(days=1) for end in ends[:-1])]
    return list(zip(starts, ends, strict=True))


def _owed_parts(duty: Duty, since: date | None, year: int) -> list[tuple[date, date]]:
    """The parts of a year that are owed: those that end on ``since`` or later."""
    return [part for part in parts_of_year(duty.per_year or 1, year) if since is None or part[1] >= since]


def tally(duty: Duty, counted: list[date], year: int) -> Tally:
    """How often a duty was met in a year and how often it was owed; what lies before it was owed is left out."""
    since = _since(duty, counted)
    if duty.per_year:
        owed = _owed_parts(duty, since, year)
        start = owed[0][0] if owed else date(year, 12, 31)
        return Tally(year, sum(start <= day and day.year == year for day in counted), len(owed))
    done = sum(day.year == year for day in counted)
    return Tally(year, done, _owed_by_length(duty, since, year))


def _owed_by_length(duty: Duty, since: date | None, year: int) -> int | None:
    """How often an interval goes into the year, rounded: 92 days four times, 31 days twelve times."""
    first = max(since or date(year, 1, 1), date(year, 1, 1))
    if first.year > year:
        return 0
    if duty.every_days:
        days = min((date(year, 12, 31) - first).days + 1, DAYS_OF_YEAR)
        return int(days / duty.every_days + 0.5)
    return int((13 - first.month) / duty.every_months + 0.5) if duty.every_months else None


def owed_paper(series: Series, duty: Duty, events: Iterable[Event], day: date) -> date | None:
    """The day for which a paper handed in on ``day`` counts: the earliest one still owed."""
    return _standing(series, duty, tuple(events), day).due_on if duty.per_year else None
