"""Who leads what: the table of the facilitators, what one person cannot do, and who still needs the training."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import combinations, pairwise

from facilitation.domain.agenda import NOTED_KINDS, OUTSIDE_WORK_KINDS, AgendaItem, ItemKind
from facilitation.domain.guide import Guide
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_checks import LONGEST_WITHOUT_REST
from facilitation.planning.agenda_room_checks import room_key
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.agenda_under_check import (
    NO_METHODS,
    AgendaUnderCheck,
    identities,
    people_of,
    under_check,
    whole_minutes,
)
from facilitation.planning.hardest_steps import HardStep, hardest_steps

SHORTEST_REST = timedelta(minutes=15)
"""What a facilitator needs between two sessions to have rested (ours: the short break of domain.md 3.2)."""


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who leads sessions, in their order. ``minutes`` = all of them added up, also those at the same time."""

    identity: str
    name: str
    sessions: tuple[TimedItem, ...]
    is_trained: bool

    @property
    def minutes(self) -> int:
        """How long this person leads in all."""
        return sum(entry.item.minutes for entry in self.sessions)


@dataclass(frozen=True, slots=True)
class Clash:
    """One person in two sessions at once (``free`` None), or with only ``free`` of the ``needed`` minutes to walk."""

    identity: str
    name: str
    earlier: TimedItem
    later: TimedItem
    free: int | None
    needed: int


@dataclass(frozen=True, slots=True)
class LongRun:
    """Sessions that one person leads one after the other without a rest of a quarter of an hour."""

    identity: str
    name: str
    sessions: tuple[TimedItem, ...]

    @property
    def starts_at(self) -> datetime:
        """When the first of them starts."""
        return self.sessions[0].starts_at

    @property
    def ends_at(self) -> datetime:
        """When the last of them is over."""
        return max(entry.ends_at for entry in self.sessions)

    @property
    def minutes(self) -> int:
        """From the start to the end by the clock."""
        return whole_minutes(self.ends_at - self.starts_at)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What the facilitators go through before the event.

    ``leaders`` in the order in which they first lead; ``unled`` are sessions that need a facilitator and have none,
    ``untrained`` those whose facilitators were not trained on the guide, not one of them; ``hardest`` at most two.
    """

    leaders: tuple[Leader, ...] = ()
    clashes: tuple[Clash, ...] = ()
    long_runs: tuple[LongRun, ...] = ()
    unled: tuple[TimedItem, ...] = ()
    untrained: tuple[TimedItem, ...] = ()
    hardest: tuple[HardStep, ...] = ()

    @property
    def trained_count(self) -> int:
        """How many of those who lead were trained."""
        return sum(leader.is_trained for leader in self.leaders)

    @property
    def session_count(self) -> int:
        """How many sessions are led by somebody."""
        return len({entry.item.id for leader in self.leaders for entry in leader.sessions})


def rehearsal(record: EventRecord, methods: Mapping[str, Method] = NO_METHODS) -> Rehearsal:
    """The rehearsal of an event; ``methods`` are those of the library by id."""
    checked = under_check(record, methods)
    trained = frozenset(record.guide.trained)
    leaders = _leaders(checked.timed, trained)
    return Rehearsal(
        leaders,
        tuple(_clashes(checked, leaders)),
        tuple(run for leader in leaders for run in _long_runs(leader)),
        tuple(entry for entry in checked.timed if _needs_somebody(entry.item, record.guide)),
        tuple(entry for entry in checked.worked() if _is_untrained(entry.item, trained)),
        hardest_steps(checked),
    )


def with_trained(guide: Guide, who: Iterable[str], *, is_trained: bool) -> Guide:
    """The guide with these identities among the trained ones, or no longer; the order of the others stays."""
    wanted = dict.fromkeys(who)
    others = [each for each in guide.trained if each not in wanted]
    if not is_trained:
        return replace(guide, trained=tuple(others))
    return replace(guide, trained=(*guide.trained, *(each for each in wanted if each not in guide.trained)))


def _leaders(timed: Sequence[TimedItem], trained: frozenset[str]) -> tuple[Leader, ...]:
    sessions: dict[str, list[TimedItem]] = defaultdict(list)
    names: dict[str, str] = {}
    for entry in timed:
        for identity, name in identities(entry.item.facilitators).items():
            sessions[identity].append(entry)
            names.setdefault(identity, name)
    return tuple(
        Leader(identity, names[identity], tuple(sorted(found, key=_start)), identity in trained)
        for identity, found in sessions.items()
    )


def _start(entry: TimedItem) -> datetime:
    return entry.starts_at


def _clashes(checked: AgendaUnderCheck, leaders: Iterable[Leader]) -> Iterator[Clash]:
    """What one person cannot do. Speaking or taking notes in another session counts, too; one of both is led."""
    parts: dict[str, list[TimedItem]] = defaultdict(list)
    for entry in sorted(checked.timed, key=_start):
        for identity in people_of(entry.item) if entry.starts_at < entry.ends_at else ():
            parts[identity].append(entry)
    needed = checked.record.agenda.room_change
    for leader in leaders:
        led = {entry.item.id for entry in leader.sessions}
        for earlier, later, free in (*_at_once(parts[leader.identity]), *_too_near(parts[leader.identity], needed)):
            if not led.isdisjoint({earlier.item.id, later.item.id}):
                yield Clash(leader.identity, leader.name, earlier, later, free, whole_minutes(needed))


Pair = tuple[TimedItem, TimedItem, int | None]


def _at_once(entries: Sequence[TimedItem]) -> Iterator[Pair]:
    for earlier, later in combinations(entries, 2):
        if later.starts_at < earlier.ends_at:
            yield earlier, later, None


def _too_near(entries: Sequence[TimedItem], needed: timedelta) -> Iterator[Pair]:
    """Neighbours in different rooms with less time between them than the agenda gives for changing rooms.

    For the staff's own items nobody waits in a hall: they may begin a little later.
    """
    for earlier, later in pairwise(entries):
        free = later.starts_at - earlier.ends_at
        is_waited_for = later.item.kind is not ItemKind.STAFF
        if is_waited_for and timedelta() <= free < needed and _is_elsewhere(earlier.item, later.item):
            yield earlier, later, whole_minutes(free)


def _is_elsewhere(one: AgendaItem, other: AgendaItem) -> bool:
    """Whether both sessions have a room, and not the same."""
    rooms = {room_key(one.room), room_key(other.room)}
    return len(rooms) == 2 and "" not in rooms


def _long_runs(leader: Leader) -> Iterator[LongRun]:
    """Leading for longer than people may sit without a break (120 minutes, domain.md 3.2): who leads rests as well."""
    run: list[TimedItem] = []
    for entry in leader.sessions:
        if run and entry.starts_at - max(each.ends_at for each in run) >= SHORTEST_REST:
            yield from _if_long(leader, run)
            run = []
        run.append(entry)
    yield from _if_long(leader, run)


def _if_long(leader: Leader, run: Sequence[TimedItem]) -> Iterator[LongRun]:
    found = LongRun(leader.identity, leader.name, tuple(run))
    if found.ends_at - found.starts_at > LONGEST_WITHOUT_REST:
        yield found


def _needs_somebody(item: AgendaItem, guide: Guide) -> bool:
    """A working session, or one with steps in the guide, that nobody is named for."""
    if identities(item.facilitators) or item.kind in OUTSIDE_WORK_KINDS:
        return False
    return item.kind in NOTED_KINDS or bool(guide.sheet(item.id).steps)


def _is_untrained(item: AgendaItem, trained: frozenset[str]) -> bool:
    named = identities(item.facilitators)
    return bool(named) and trained.isdisjoint(named)
