"""Who hosts which table of an event's café: the same people in every round, or people who hand over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from facilitation.domain.cafe import Cafe, CafeRules, HostSeat, Seating
from facilitation.domain.person import EventRole, Participation
from facilitation.errors import InvalidInput, mark


def staying_hosts(cafe: Cafe, people: Sequence[Participation]) -> tuple[str, ...]:
    """The chosen hosts who are there, then others; observers come last (they do not lead: seed 002, R4.4).

    Where seats are locked the hosts stay who they are: a locked seat is a seat at a table with its host.
    """
    there = {part.id for part in people}
    if cafe.rules.pinned and cafe.seating and _still_host(cafe, cafe.seating, there):
        return _first_hosts(cafe.seating)
    chosen = tuple(host for host in cafe.host_ids if host in there)
    row = (*chosen, *[""] * cafe.table_count)[: cafe.table_count]
    return _filled(cafe, people, row)


def hosts_by_round(
    cafe: Cafe, people: Sequence[Participation], staying: Sequence[str], named: Iterable[HostSeat]
) -> tuple[tuple[str, ...], ...]:
    """The host of each table in each round; () where nobody is named, so that all stay.

    Who is named for a table hosts it from that round on, until somebody else is named. Where they leave another table
    without a host, somebody hosts it who has no table.
    """
    seats = tuple(named)
    rows: list[tuple[str, ...]] = []
    row = [*staying]
    for number in range(1, cafe.round_count + 1) if seats else ():
        new = {seat.table - 1: seat.participation_id for seat in seats if seat.round == number}
        row = [new.get(table) or ("" if host in new.values() else host) for table, host in enumerate(row)]
        row = [*_filled(cafe, people, row)]
        rows.append(tuple(row))
    return tuple(rows)


def refuse_absent_hosts(rules: CafeRules, people: Iterable[Participation]) -> None:
    """InvalidInput where somebody is to host a table in a round in which they are away."""
    names = {part.id: part.person.name for part in people}
    away = {(absence.participation_id, absence.round) for absence in rules.absences}
    for seat in rules.round_hosts:
        if (seat.participation_id, seat.round) in away:
            raise InvalidInput(
                mark("“{person}” is to host table {table} in round {round} but is away then. Remove one of the two."),
                person=names.get(seat.participation_id, seat.participation_id),
                table=seat.table,
                round=seat.round,
            )


def _filled(cafe: Cafe, people: Iterable[Participation], row: Sequence[str]) -> tuple[str, ...]:
    """A host for each table that has none, as long as there is somebody; tables of a fixed language choose first."""
    hosts, free = [*row], _spare(cafe, people, row)
    fixed = cafe.rules.table_languages if cafe.rules.has_one_language_per_table else ()
    spoken = [*fixed, *[""] * len(hosts)]
    for table in sorted(range(len(hosts)), key=lambda table: not spoken[table]):
        if not hosts[table] and free:
            chosen = next((part for part in free if _speaks(part, spoken[table])), free[0])
            hosts[table] = chosen.id
            free.remove(chosen)
    return tuple(hosts)


def _speaks(part: Participation, language: str) -> bool:
    """Whether somebody can host a table of a language ("" = any); who said nothing about languages can."""
    return not language or not part.person.languages or language in part.person.languages


def _spare(cafe: Cafe, people: Iterable[Participation], taken: Iterable[str]) -> list[Participation]:
    """Who can be made a host unasked, those with the role first and observers last."""
    barred = {*taken, *_not_free(cafe.rules)}
    ranked = sorted(people, key=lambda part: (part.role is not EventRole.HOST, part.role is EventRole.OBSERVER))
    return [part for part in ranked if part.id not in barred]


def _still_host(cafe: Cafe, plan: Seating, there: set[str]) -> bool:
    return len(plan.hosts) == cafe.table_count and there.issuperset(_first_hosts(plan))


def _first_hosts(plan: Seating) -> tuple[str, ...]:
    """Who hosts each table first: in round 1, or later where it is not there yet."""
    by_table = zip(*(plan.hosts_in(number) for number in range(1, len(plan.rounds) + 1)), strict=False)
    return tuple(next(filter(None, hosts), "") for hosts in by_table)


def _not_free(rules: CafeRules) -> Iterator[str]:
    """Who is not made a host unasked: who must not, and whom a rule sends to other tables in some round."""
    yield from rules.not_hosting_ids
    yield from (away.participation_id for away in rules.absences)
    yield from (pin.participation_id for pin in rules.pinned)
    yield from (seat.participation_id for seat in rules.round_hosts)
    yield from (visit.participation_id for visit in (*rules.must_visit, *rules.may_visit))
    for pair in rules.together:
        yield from (pair.one_id, pair.other_id)
