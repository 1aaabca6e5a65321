"""What one participant may read on a phone: their own tables and the day in short; of others nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from facilitation.domain.agenda import Agenda, Audience, ItemKind
from facilitation.domain.cafe import Cafe, Seating
from facilitation.domain.event import Event
from facilitation.domain.guide import Guide
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.cafe_rounds import TimedRound, coming_round, running_round, timed_rounds


@dataclass(frozen=True, slots=True)
class OwnRound:
    """Where somebody sits in a round; ``table`` None = at no table."""

    when: TimedRound
    table: int | None
    question: Text
    is_host: bool


@dataclass(frozen=True, slots=True)
class OwnCafe:
    """The rounds of one café; none while its groups are not made."""

    title: Text
    room: str
    on: date
    rounds: tuple[OwnRound, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A session as participants may know of it."""

    starts_at: datetime
    ends_at: datetime
    title: Text
    room: str
    is_running: bool


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The page: ``current`` is the round that runs, ``coming`` the next one of the same day.

    ``readable_until`` = the last day the link opens it (``None`` = not known here).
    """

    event_title: Text
    name: str
    language: str
    day: date
    cafes: tuple[OwnCafe, ...]
    programme: tuple[ProgrammeLine, ...]
    current: OwnRound | None
    coming: OwnRound | None
    readable_until: date | None = None


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """What the page is made from: the plan of the event as it is now."""

    event: Event
    agenda: Agenda
    guide: Guide
    cafes: tuple[Cafe, ...]


def own_page(plan: OwnPlan, participation_id: str, name: str, now: datetime) -> OwnPage:
    """The page of one participant at ``now`` (a naive local time)."""
    timed = [
        entry for entry in timed_items(plan.agenda, plan.event.starts_on) if entry.item.is_for(Audience.PARTICIPANTS)
    ]
    cafes = tuple(_own_cafes(plan, timed, participation_id))
    rounds = sorted((entry for cafe in cafes for entry in cafe.rounds), key=lambda entry: entry.when.starts_at)
    by_time = {id(entry.when): entry for entry in rounds}
    running = running_round((entry.when for entry in rounds), now)
    coming = coming_round((entry.when for entry in rounds if entry.when.starts_at.date() == now.date()), now)
    day = _day_shown(plan.event, now)
    return OwnPage(
        plan.event.title,
        name,
        plan.event.languages[0] if plan.event.languages else "sq",
        day,
        cafes,
        tuple(_line(entry, now) for entry in timed if plan.event.day(entry.day) == day),
        by_time[id(running)] if running else None,
        by_time[id(coming)] if coming else None,
    )


def _own_cafes(plan: OwnPlan, timed: Sequence[TimedItem], participation_id: str) -> list[OwnCafe]:
    """The cafés of the agenda in the order they are held."""
    cafes = {cafe.item_id: cafe for cafe in plan.cafes}
    held = [entry for entry in timed if entry.item.id in cafes or entry.item.kind is ItemKind.WORLD_CAFE]
    return [
        OwnCafe(
            entry.item.title,
            entry.item.room,
            plan.event.day(entry.day),
            _own_rounds(plan, cafes.get(entry.item.id), entry, participation_id),
        )
        for entry in held
    ]


def _own_rounds(plan: OwnPlan, cafe: Cafe | None, timed: TimedItem, participation_id: str) -> tuple[OwnRound, ...]:
    if cafe is None or cafe.seating is None:
        return ()
    seating = cafe.seating
    times = timed_rounds(timed, len(seating.rounds), plan.guide.sheet(cafe.item_id).steps)
    return tuple(
        OwnRound(
            when,
            _table(seating, when.number, participation_id),
            cafe.questions[when.number - 1] if when.number <= len(cafe.questions) else Text(),
            participation_id in seating.hosts_in(when.number),
        )
        for when in times
    )


def _table(seating: Seating, number: int, participation_id: str) -> int | None:
    tables = seating.rounds[number - 1].tables
    return next((place for place, people in enumerate(tables, start=1) if participation_id in people), None)


def _day_shown(event: Event, now: datetime) -> date:
    """Today; before the event its first day, after it the last."""
    return min(max(now.date(), event.starts_on), event.ends_on)


def _line(entry: TimedItem, now: datetime) -> ProgrammeLine:
    item = entry.item
    is_running = entry.starts_at <= now < entry.ends_at
    return ProgrammeLine(entry.starts_at, entry.ends_at, item.title, item.room, is_running)
