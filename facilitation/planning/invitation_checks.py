"""Invitations: waves, answers and what is late.

They go out at least 30 days before the event, so that participants get their costs authorised (seed 002, R3.10).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from facilitation.domain.event import Event
from facilitation.domain.finding import Finding, Severity, finding
from facilitation.domain.person import InvitationStatus, Participation
from facilitation.domain.record import EventRecord
from facilitation.planning.quotas import quota_findings

LEAST_DAYS = 30
"""Days between the first wave and the event (seed 002, R3.10)."""
ANSWER_DAYS = 10
"""Days after which somebody is asked again (ours)."""
ANSWERED = frozenset({InvitationStatus.CONFIRMED, InvitationStatus.DECLINED})


class Presence(StrEnum):
    """What is known of somebody's coming once the event is under way."""

    NOT_YET = "not_yet"
    CAME = "came"
    NO_SHOW = "no_show"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Wave:
    """One round of invitations; ``first_on`` is the day its first letter went out (``None`` = not noted)."""

    number: int
    first_on: date | None
    confirmed: int
    declined: int
    no_answer: int
    days_before: int | None
    is_late: bool

    @property
    def invited(self) -> int:
        """How many were invited in it."""
        return self.confirmed + self.declined + self.no_answer


def with_status(part: Participation, status: InvitationStatus, today: date) -> Participation:
    """The part with a new status and the days that follow from it; days once noted stay.

    Back to "to be invited", nothing was sent and nothing answered.
    """
    if status is InvitationStatus.TO_INVITE:
        return replace(part, status=status, wave=0, invited_on=None, answered_on=None)
    if status is InvitationStatus.INVITED:
        return replace(part, status=status, invited_on=part.invited_on or today, answered_on=None)
    answered_on = (part.answered_on if status is part.status else None) or today
    return replace(part, status=status, answered_on=answered_on)


def in_wave(part: Participation, wave: int, day: date) -> Participation:
    """Somebody invited in a wave; who was asked before stays as they are."""
    if part.status is not InvitationStatus.TO_INVITE:
        return part
    return replace(part, status=InvitationStatus.INVITED, wave=wave, invited_on=day)


def next_wave(parts: Iterable[Participation]) -> int:
    """The number the next wave would have."""
    return max((part.wave for part in parts), default=0) + 1


def waves(event: Event, parts: Iterable[Participation]) -> tuple[Wave, ...]:
    """Every wave with its answers, in their order."""
    groups: dict[int, list[Participation]] = {}
    for part in parts:
        if part.wave > 0 and part.status is not InvitationStatus.TO_INVITE:
            groups.setdefault(part.wave, []).append(part)
    return tuple(_wave(event, number, groups[number]) for number in sorted(groups))


def _wave(event: Event, number: int, parts: Sequence[Participation]) -> Wave:
    counts = Counter(part.status for part in parts)
    first_on = min((part.invited_on for part in parts if part.invited_on), default=None)
    days = (event.starts_on - first_on).days if first_on else None
    return Wave(
        number=number,
        first_on=first_on,
        confirmed=counts[InvitationStatus.CONFIRMED],
        declined=counts[InvitationStatus.DECLINED],
        no_answer=counts[InvitationStatus.INVITED],
        days_before=days,
        is_late=days is not None and days < LEAST_DAYS,
    )


def last_day(event: Event) -> date:
    """The last day on which invitations leave enough time."""
    return event.starts_on - timedelta(days=LEAST_DAYS)


def unanswered(parts: Iterable[Participation], today: date, days: int = ANSWER_DAYS) -> tuple[Participation, ...]:
    """Who was invited at least so many days ago and has not answered."""
    return tuple(
        part
        for part in parts
        if part.status is InvitationStatus.INVITED
        and part.invited_on is not None
        and (today - part.invited_on).days >= days
    )


def presence(part: Participation, event: Event, parts: Iterable[Participation], today: date) -> Presence:
    """Whether somebody came; a no-show is told only where attendance was ticked at all."""
    if part.days_attended:
        return Presence.CAME
    if today <= event.ends_on or not any(other.days_attended for other in parts):
        return Presence.NOT_YET
    return Presence.NO_SHOW if part.status is InvitationStatus.CONFIRMED else Presence.ABSENT


def invitation_findings(record: EventRecord, today: date) -> tuple[Finding, ...]:
    """What the rules say about the invitations on a day."""
    return (
        *check_waves(record.event, record.participations),
        *check_answers(record, today),
        *quota_findings(record.event, record.participations),
    )


def check_waves(event: Event, parts: Iterable[Participation]) -> Iterator[Finding]:
    """The first wave goes out by D−30; later ones leave less time, which their readers must be told."""
    for place, wave in enumerate(waves(event, parts)):
        if wave.is_late:
            yield finding(
                "late_wave",
                Severity.HINT if place else Severity.WARN,
                f"wave:{wave.number}",
                case="later" if place else "first",
                wave=wave.number,
                days=max(0, wave.days_before or 0),
                minimum=LEAST_DAYS,
                limit_on=last_day(event).isoformat(),
            )


def check_answers(record: EventRecord, today: date) -> Iterator[Finding]:
    """Who has not answered for ten days is asked again, as long as the event has not begun."""
    waiting = unanswered(record.participations, today)
    if waiting and today < record.event.starts_on:
        yield finding("invitations_unanswered", Severity.HINT, "invitations", count=len(waiting), days=ANSWER_DAYS)
