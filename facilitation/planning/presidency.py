"""The presidency that goes round: who presides on a day, in which term, and what a change of it takes.

Seed 002 (R2.2, R2.3): the presidency changes every six months, and each one opens with a six-month work plan approved
by all members. The formula ``president(t) = members[(start + floor(months / 6)) mod n]``, the warning of 30 days and
the days of the handover are ours (domain notes 2.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from facilitation.domain.series import Delivery, HandoverStep, Presidency
from facilitation.planning.months import months_after, whole_months

WARNING = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Term:
    """One presidency; ``number`` counts from 0, ``ends_on`` is its last day."""

    number: int
    president: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class HandoverTask:
    """A step of a handover with its day. ``done_on`` = when it was done (``None`` = open)."""

    step: HandoverStep
    term: Term
    due_on: date
    done_on: date | None

    def is_late(self, today: date) -> bool:
        """Whether it is still open after its day."""
        return self.done_on is None and self.due_on < today


def term_at(presidency: Presidency, day: date) -> Term | None:
    """The term a day falls into; ``None`` before the first one, or where there is no member."""
    if not presidency.members or day < presidency.starts_on:
        return None
    return term(presidency, whole_months(presidency.starts_on, day) // presidency.months)


def term(presidency: Presidency, number: int) -> Term:
    """The term of a number (from 0)."""
    first, months = presidency.starts_on, presidency.months
    return Term(
        number=number,
        president=presidency.members[number % len(presidency.members)],
        starts_on=months_after(first, number * months),
        ends_on=months_after(first, (number + 1) * months) - timedelta(days=1),
    )


def president(presidency: Presidency, day: date) -> str:
    """Who presides on a day ("" = nobody yet)."""
    found = term_at(presidency, day)
    return found.president if found else ""


def rotation(presidency: Presidency, today: date) -> tuple[Term, ...]:
    """The term of today (before the first one: the first) and those that follow, until everybody had a turn."""
    now = term_at(presidency, today)
    start = now.number if now else 0
    return tuple(term(presidency, start + place) for place in range(len(presidency.members)))


def ending_term(presidency: Presidency, today: date) -> Term | None:
    """The term of today where it ends within 30 days and another member comes next."""
    now = term_at(presidency, today)
    is_ending = now is not None and len(presidency.members) > 1 and now.ends_on - today <= WARNING
    return now if is_ending else None


def handover(presidency: Presidency, deliveries: tuple[Delivery, ...], today: date) -> tuple[HandoverTask, ...]:
    """The steps of the running term by day: those after its beginning, and those before its end."""
    now = term_at(presidency, today)
    if now is None:
        return ()
    tasks = (_task(step, now, deliveries) for step in presidency.steps)
    return tuple(sorted(tasks, key=lambda task: task.due_on))


def _task(step: HandoverStep, now: Term, deliveries: tuple[Delivery, ...]) -> HandoverTask:
    due_on = (now.starts_on if step.days > 0 else now.ends_on) + timedelta(days=step.days)
    found = (entry.done_on for entry in deliveries if entry.duty_id == step.id and _is_of(entry, now))
    return HandoverTask(step, now, due_on, next(found, None))


def _is_of(delivery: Delivery, now: Term) -> bool:
    return now.starts_on <= (delivery.due_on or delivery.done_on) <= now.ends_on
