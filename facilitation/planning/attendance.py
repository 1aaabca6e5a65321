"""Who is there: coming in and going out on each day, who is missing, and who was trained in which role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.person import CheckIn, EventRole, InvitationStatus, Participation


@dataclass(frozen=True, slots=True)
class Door:
    """One day at the door: who was expected, who came, who of them is inside now and who is missing."""

    expected: tuple[Participation, ...]
    came: tuple[Participation, ...]
    inside: tuple[Participation, ...]
    missing: tuple[Participation, ...]


@dataclass(frozen=True, slots=True)
class DayAttendance:
    """One day in numbers; ``no_shows`` were expected and did not come, ``unexpected`` came without being expected."""

    day: int
    on: date
    expected: int
    came: int
    no_shows: int
    unexpected: int


@dataclass(frozen=True, slots=True)
class RoleAttendance:
    """The people of one role: on the list (not declined), there on some day, there on every day."""

    role: EventRole
    listed: int
    came: int
    every_day: int


def checks_on(part: Participation, day: int) -> tuple[CheckIn, ...]:
    """What the desk wrote down on a day, in the order of the clock."""
    return tuple(sorted((check for check in part.check_ins if check.day == day), key=lambda check: check.at))


def is_inside(part: Participation, day: int) -> bool:
    """Whether somebody came and has not gone again; attendance ticked by hand counts as having come."""
    checks = checks_on(part, day)
    return not checks[-1].is_out if checks else day in part.days_attended


def with_check(part: Participation, check: CheckIn) -> Participation:
    """The participation with one more coming or going; who comes in attends that day."""
    days = part.days_attended if check.is_out else tuple(sorted({*part.days_attended, check.day}))
    return replace(part, check_ins=(*part.check_ins, check), days_attended=days)


def without_check(part: Participation, check_id: str) -> Participation:
    """The participation without one coming or going; with the last coming of a day its attendance goes too."""
    taken = next((check for check in part.check_ins if check.id == check_id), None)
    if taken is None:
        return part
    left = tuple(check for check in part.check_ins if check.id != check_id)
    is_last = not taken.is_out and not any(check.day == taken.day and not check.is_out for check in left)
    days = tuple(day for day in part.days_attended if not (is_last and day == taken.day))
    return replace(part, check_ins=left, days_attended=days)


def is_expected(part: Participation, *, any_confirmed: bool) -> bool:
    """Whether somebody is looked for at the door: who confirmed or, while nobody has, who did not decline."""
    if any_confirmed:
        return part.status is InvitationStatus.CONFIRMED
    return part.status is not InvitationStatus.DECLINED


def door(parts: Iterable[Participation], day: int) -> Door:
    """The door on one day. Whoever came counts as expected too, so that the missing are never fewer than seen."""
    people = tuple(parts)
    any_confirmed = any(part.status is InvitationStatus.CONFIRMED for part in people)
    came = tuple(part for part in people if day in part.days_attended)
    expected = tuple(
        part for part in people if day in part.days_attended or is_expected(part, any_confirmed=any_confirmed)
    )
    return Door(
        expected=expected,
        came=came,
        inside=tuple(part for part in came if is_inside(part, day)),
        missing=tuple(part for part in expected if day not in part.days_attended),
    )


def attendance_by_day(event: Event, parts: Sequence[Participation]) -> tuple[DayAttendance, ...]:
    """Each day that has any attendance; a day nobody wrote down is not a day on which nobody came."""
    any_confirmed = any(part.status is InvitationStatus.CONFIRMED for part in parts)
    wanted = {part.id for part in parts if is_expected(part, any_confirmed=any_confirmed)}
    days = []
    for day in range(1, event.day_count + 1):
        came = {part.id for part in parts if day in part.days_attended}
        if came:
            counts = len(wanted), len(came), len(wanted - came), len(came - wanted)
            days.append(DayAttendance(day, event.day(day), *counts))
    return tuple(days)


def never_came(event: Event, parts: Sequence[Participation]) -> tuple[Participation, ...]:
    """Who was expected and came on no day; nobody before any attendance was written down."""
    if not attendance_by_day(event, parts):
        return ()
    any_confirmed = any(part.status is InvitationStatus.CONFIRMED for part in parts)
    return tuple(part for part in parts if is_expected(part, any_confirmed=any_confirmed) and not part.days_attended)


def attendance_by_role(event: Event, parts: Sequence[Participation]) -> tuple[RoleAttendance, ...]:
    """The roles that have anybody, in their order; trained is who was there on every day."""
    return tuple(
        _role(role, people, event.day_count)
        for role in EventRole
        if (people := [part for part in parts if part.role is role and _counts(part)])
    )


def _counts(part: Participation) -> bool:
    return part.status is not InvitationStatus.DECLINED or bool(part.days_attended)


def _role(role: EventRole, people: Sequence[Participation], day_count: int) -> RoleAttendance:
    whole = set(range(1, day_count + 1))
    return RoleAttendance(
        role,
        listed=len(people),
        came=sum(bool(part.days_attended) for part in people),
        every_day=sum(whole <= set(part.days_attended) for part in people),
    )
