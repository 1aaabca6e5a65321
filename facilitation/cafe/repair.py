"""Mends a plan on the day: people who did not come, who came late, a table that was lost; the fewest new cards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from facilitation.cafe.broken import Rounds, broken_rules
from facilitation.cafe.checks import check_problem
from facilitation.cafe.movers import Left, Unit, fewest_movers
from facilitation.cafe.obstacles import NotPossible, obstacle, require_seats
from facilitation.cafe.plans import rounds_of
from facilitation.cafe.problem import CafePerson, CafeProblem
from facilitation.cafe.reseating import reseat
from facilitation.cafe.round_seats import hosting_open_tables
from facilitation.cafe.score import Figures, figures

MOST_WIDENINGS = 6
"""How often more people may be let move where the fewest cannot keep all rules."""


@dataclass(frozen=True, slots=True)
class Disruption:
    """What happened before round ``from_round`` (from 1): the rounds before it are held and stay as they are.

    ``missing`` are not there from that round on, ``late`` come then; ``lost_tables`` (from 1) cannot be used any more.
    """

    from_round: int
    missing: tuple[str, ...] = ()
    late: tuple[CafePerson, ...] = ()
    lost_tables: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """The mended plan: exactly who gets a new card, who stands in as host, and the figures before and after.

    ``stand_ins`` are (round, table, id), both from 1: who hosts a table whose host is not there.
    """

    problem: CafeProblem
    rounds: Rounds
    new_cards: tuple[str, ...]
    stand_ins: tuple[tuple[int, int, str], ...]
    before: Figures
    after: Figures


def repair(problem: CafeProblem, rounds: Rounds, disruption: Disruption, *, seed: int = 1) -> Repair:
    """Mend the rounds still to come: rules hold, no table under its minimum, the fewest people get a new card.

    Raises InvalidInput where that is not possible, and says why.
    """
    return mend(problem, after_disruption(problem, disruption), rounds, from_round=disruption.from_round, seed=seed)


def mend(before: CafeProblem, now: CafeProblem, rounds: Rounds, *, from_round: int, seed: int = 1) -> Repair:
    """As ``repair``, for a problem that has changed in any way since the plan was made."""
    now = hosting_open_tables(now)
    check_problem(now)
    require_seats(now)
    mended, changed = _mended(now, rounds, range(from_round, now.round_count + 1), seed)
    return Repair(
        problem=changed,
        rounds=mended,
        new_cards=new_cards(changed, rounds, mended),
        stand_ins=_stand_ins(before, changed, mended, from_round),
        before=figures(before, rounds),
        after=figures(changed, mended),
    )


def after_disruption(problem: CafeProblem, disruption: Disruption) -> CafeProblem:
    """The problem as it is now: late people are away in the rounds held, missing ones in those to come."""
    to_come = range(disruption.from_round, problem.round_count + 1)
    gone = {(one, number) for one in disruption.missing for number in to_come}
    not_yet = {(person.id, number) for person in disruption.late for number in range(1, disruption.from_round)}
    known = set(problem.ids)
    lost = {table - 1 for table in disruption.lost_tables}
    sizes = tuple(
        tuple(0 if number in to_come and table in lost else seats for table, seats in enumerate(problem.seats(number)))
        for number in problem.rounds
    )
    return replace(
        problem,
        people=(*problem.people, *(person for person in disruption.late if person.id not in known)),
        absent=tuple(sorted({*problem.absent, *gone, *not_yet} - _back(problem, disruption))),
        round_sizes=sizes if lost or problem.round_sizes else (),
        pinned=tuple(
            pin for pin in problem.pinned if (pin[0], pin[1]) not in gone and not _is_lost(pin, lost, to_come)
        ),
    )


def _back(problem: CafeProblem, disruption: Disruption) -> set[tuple[str, int]]:
    """Absences that end: late people who were on the list."""
    late = {person.id for person in disruption.late}
    return {(one, number) for one, number in problem.absent if one in late and number >= disruption.from_round}


def _is_lost(pin: tuple[str, int, int], lost: set[int], to_come: range) -> bool:
    return pin[1] in to_come and pin[2] - 1 in lost


def new_cards(problem: CafeProblem, before: Rounds, after: Rounds) -> tuple[str, ...]:
    """Everybody there whose table differs in some round, in the order of the list."""
    changed: set[str] = set()
    for number in problem.rounds:
        old, new = table_of(before[number - 1]), table_of(after[number - 1])
        changed |= {one for one, table in new.items() if old.get(one) != table}
    return tuple(one for one in problem.ids if one in changed)


def table_of(tables: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """The table (from 0) of everybody in one round."""
    return {one: table for table, people in enumerate(tables) for one in people}


def _mended(problem: CafeProblem, rounds: Rounds, to_come: range, seed: int) -> tuple[Rounds, CafeProblem]:
    """Let the fewest move, and more where rules stay broken."""
    held = to_come.start - 1
    left = [_left(problem, number, rounds) for number in to_come]
    forced = frozenset().union(*(entry.waiting for entry in left))
    movers = fewest_movers(left, _units(problem, to_come), forced)
    broken: tuple[str, ...] = ()
    for _ in range(MOST_WIDENINGS):
        plan, closed = reseat(problem, rounds, to_come, movers, Random(seed))
        mended = (*rounds[:held], *rounds_of(closed, plan)[held:])
        to_blame = [rule for rule in broken_rules(closed, mended) if rule.round == 0 or rule.round in to_come]
        if not to_blame:
            return mended, closed
        broken = tuple(dict.fromkeys(rule.kind for rule in to_blame))
        movers = _widened(problem, to_come, movers, {one for rule in to_blame for one in rule.people})
    raise NotPossible((obstacle(problem, "not_found", sorted(movers), round=to_come.start, kinds=broken),))


def _widened(problem: CafeProblem, to_come: range, movers: frozenset[str], people: set[str]) -> frozenset[str]:
    """Also those who break a rule; everybody where they all move already."""
    units = _units(problem, to_come)
    more = movers.union(*(unit for unit in units if unit & people))
    return more if more != movers else movers.union(*units)


def _left(problem: CafeProblem, number: int, rounds: Rounds) -> Left:
    """Who is left at each table of a round, and who has no seat."""
    there, seats = set(problem.present(number)), problem.seats(number)
    tables = tuple(
        frozenset(people) & there if seats[table] else frozenset() for table, people in enumerate(rounds[number - 1])
    )
    return Left(tables, problem.least(number), seats, frozenset(there - frozenset().union(*tables)))


def _units(problem: CafeProblem, to_come: Iterable[int]) -> list[Unit]:
    """Who may be moved: all but hosts and people with a given seat; groups as one."""
    held = {one for number in to_come for one in problem.held_seats(number)}
    grouped = {one for group in problem.groups for one in group}
    groups = [frozenset(group) for group in problem.groups if not held & set(group)]
    return [*groups, *(frozenset((one,)) for one in problem.ids if one not in grouped and one not in held)]


def _stand_ins(
    problem: CafeProblem, changed: CafeProblem, rounds: Rounds, from_round: int
) -> tuple[tuple[int, int, str], ...]:
    """For each table whose host is gone somebody who sits there, who may host and has done so least."""
    found: list[tuple[int, int, str]] = []
    for number in range(from_round, changed.round_count + 1):
        for table, host in enumerate(problem.hosts_in(number)):
            people = rounds[number - 1][table]
            if host and people and host not in people:
                able = [one for one in people if one not in changed.not_hosting and one not in changed.hosts_in(number)]
                busy = [one for _, _, one in found]
                if able:
                    found.append((number, table + 1, min(able, key=busy.count)))
    return tuple(found)
