"""What the rules of an agenda work with: the event, its times worked out once, and the ways to say a remark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from types import MappingProxyType

from facilitation.domain.agenda import OUTSIDE_WORK_KINDS, AgendaItem, Contributor
from facilitation.domain.finding import Finding, FindingValue, Severity, finding
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_timing import (
    Stretch,
    TimedItem,
    attended_blocks,
    stretches_without_rest,
    timed_items,
)

NO_METHODS: Mapping[str, Method] = MappingProxyType({})
"""Where the library is not at hand: rules that ask a method say nothing."""


@dataclass(frozen=True, slots=True)
class AgendaUnderCheck:
    """An event and what follows from its agenda, worked out once for all rules.

    ``parts`` says for each item who has a part in it: names by identity. ``blocks`` are the sessions people attend,
    parallel ones together; ``stretches`` lie between the rests; ``methods`` are those of the library by id.
    """

    record: EventRecord
    timed: tuple[TimedItem, ...]
    parts: tuple[tuple[TimedItem, Mapping[str, str]], ...]
    blocks: tuple[tuple[TimedItem, ...], ...]
    stretches: tuple[Stretch, ...]
    methods: Mapping[str, Method]

    def worked(self) -> Iterator[TimedItem]:
        """The items that are working time."""
        return (entry for entry in self.timed if entry.item.kind not in OUTSIDE_WORK_KINDS)

    def attended(self) -> Iterator[tuple[TimedItem, int]]:
        """The sessions people attend, each with how many are expected in it.

        That is the session's own figure, else the people of the event, spread evenly over parallel sessions.
        """
        everybody = self.record.event.expected_people
        for block in self.blocks:
            share = ceil(everybody / len(block))
            for entry in block:
                yield entry, entry.item.people or share

    def method_of(self, item: AgendaItem) -> Method | None:
        """The method an item is led with, if it is known."""
        return self.methods.get(item.method_id) if item.method_id else None


def under_check(record: EventRecord, methods: Mapping[str, Method] = NO_METHODS) -> AgendaUnderCheck:
    """An event made ready for the rules of the agenda."""
    timed = timed_items(record.agenda, record.event.starts_on)
    return AgendaUnderCheck(
        record,
        timed,
        parts=tuple((entry, people_of(entry.item)) for entry in timed),
        blocks=tuple(attended_blocks(timed)),
        stretches=stretches_without_rest(timed),
        methods=methods,
    )


def about(code: str, entry: TimedItem, severity: Severity = Severity.WARN, **values: FindingValue) -> Finding:
    """A remark about one item; title, day and start go with it."""
    return finding(
        code,
        severity,
        entry.item.id,
        title=entry.item.title,
        day=entry.day,
        starts_at=f"{entry.starts_at:%H:%M}",
        **values,
    )


def about_overlap(code: str, earlier: TimedItem, later: TimedItem, **values: FindingValue) -> Finding:
    """A remark about two items at once; the times are those both share."""
    return about(
        code,
        later,
        Severity.BLOCK,
        ends_at=f"{min(earlier.ends_at, later.ends_at):%H:%M}",
        other=earlier.item.title,
        other_id=earlier.item.id,
        **values,
    )


def overlaps(entries: Iterable[TimedItem]) -> Iterator[tuple[TimedItem, TimedItem]]:
    """Each entry that starts before another one is over, with the one of those that lasts longest."""
    longest: TimedItem | None = None
    for entry in sorted(entries, key=lambda entry: entry.starts_at):
        if entry.starts_at == entry.ends_at:
            continue
        if longest and entry.starts_at < longest.ends_at:
            yield longest, entry
        if longest is None or entry.ends_at > longest.ends_at:
            longest = entry


def people_of(item: AgendaItem) -> dict[str, str]:
    """The names of all who have a part in an item, by identity."""
    return identities((*item.speakers, *item.facilitators, *item.note_takers))


def identities(contributors: Iterable[Contributor]) -> dict[str, str]:
    """The names of the contributors by identity, each once; lines left empty are nobody."""
    names: dict[str, str] = {}
    for contributor in contributors:
        if identity := contributor.identity.strip():
            names.setdefault(identity, contributor.name)
    return names


def whole_minutes(duration: timedelta) -> int:
    """A duration in whole minutes, as sentences say it."""
    return int(duration.total_seconds() // 60)
