"""Grouping from files: people, rules and absences in, a plan out (command line ``cafe``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from time import thread_time
from typing import Any

from facilitation.cafe.engine import group
from facilitation.cafe.hosts import with_hosts
from facilitation.cafe.problem import CafePerson, CafeProblem
from facilitation.cafe.repair import mend
from facilitation.cafe.tables import table_sizes_for
from facilitation.errors import InvalidInput, mark
from facilitation.services.cafe_rows import (
    PeopleFile,
    numbers_of,
    pairs_of,
    people_of,
    plan_file,
    plan_of,
    table_languages_of,
    table_themes_of,
    themes_of,
)


@dataclass(frozen=True, slots=True)
class CafeOrder:
    """What the command was asked for; exactly one of ``tables``, ``size`` and ``sizes``.

    ``columns`` name columns of the people file (hosts, no_host, observers, access, language); ``files`` hold bytes
    (apart, together, absent, pinned, host_seats, languages, themes, must_visit, may_visit, keep); both may miss any.
    """

    people: bytes
    round_count: int
    tables: int | None = None
    size: int | None = None
    sizes: str = ""
    least: int = 0
    balanced_by: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()
    apart_by: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    chooses_hosts: bool = False
    no_theme_twice: bool = False
    lost_tables: tuple[int, ...] = ()
    from_round: int = 1
    seconds: float = 3.0
    seed: int = 1


def grouped_file(order: CafeOrder) -> tuple[bytes, dict[str, Any]]:
    """The plan as CSV (person,round,table) and its figures by name."""
    people = people_of(order.people)
    problem = _problem(order, people)
    if order.files.get("keep"):
        return _mended_file(order, problem)
    if order.chooses_hosts:
        problem = with_hosts(problem, seed=order.seed)
    grouping = group(problem, seed=order.seed, seconds=order.seconds, stop=_after(order.seconds))
    said = {"hosts": list(problem.hosts), "languages": list(grouping.table_languages)}
    return plan_file(grouping.rounds), {
        **grouping.figures.as_dict(),
        **{name: value for name, value in said.items() if any(value)},
        "repeatable": grouping.is_repeatable,
    }


def _after(seconds: float) -> Callable[[], bool]:
    """Whether this thread has worked longer than that: a ceiling that a busy computer does not lower."""
    end = thread_time() + seconds
    return lambda: thread_time() > end


def _mended_file(order: CafeOrder, problem: CafeProblem) -> tuple[bytes, dict[str, Any]]:
    """Keep the rounds before ``from_round`` of a plan and mend the others with the fewest new cards."""
    if order.from_round not in problem.rounds:
        raise InvalidInput(
            mark("Round {round} is not one of the {rounds} rounds. Say from which round on the plan may change."),
            round=order.from_round,
            rounds=problem.round_count,
        )
    rounds = plan_of(order.files["keep"], set(problem.ids), problem.round_count, len(problem.table_sizes))
    seated = {(one, number) for number, tables in enumerate(rounds, start=1) for people in tables for one in people}
    unseated = {(one, number) for one in problem.ids for number in problem.rounds} - seated
    before = replace(problem, absent=tuple(sorted(unseated)))
    held = {(one, number) for one, number in unseated if number < order.from_round}
    to_come = {(one, number) for one, number in problem.absent if number >= order.from_round}
    now = replace(problem, absent=tuple(sorted(held | to_come)), round_sizes=_still_there(order, problem))
    mended = mend(before, now, rounds, from_round=order.from_round, seed=order.seed)
    return plan_file(mended.rounds), {
        **mended.after.as_dict(),
        "before": mended.before.as_dict(),
        "new_cards": list(mended.new_cards),
        "stand_ins": [list(stand_in) for stand_in in mended.stand_ins],
    }


def _still_there(order: CafeOrder, problem: CafeProblem) -> tuple[tuple[int, ...], ...]:
    """The seats of each round without lost tables; as before where none is lost."""
    if not order.lost_tables:
        return problem.round_sizes
    return tuple(
        tuple(
            0 if number >= order.from_round and table + 1 in order.lost_tables else seats
            for table, seats in enumerate(problem.seats(number))
        )
        for number in problem.rounds
    )


def _problem(order: CafeOrder, people: PeopleFile) -> CafeProblem:
    known, rounds = set(people.ids), (order.round_count,)
    round_sizes = _sizes(order, len(people.ids))
    tables = len(round_sizes[0])
    both = (order.round_count, tables)

    def file(name: str) -> bytes:
        return order.files.get(name, b"")

    return CafeProblem(
        people=_people(order, people),
        round_count=order.round_count,
        table_sizes=tuple(max(sizes) for sizes in zip(*round_sizes, strict=True)),
        round_sizes=round_sizes if len(set(round_sizes)) > 1 else (),
        least_sizes=(order.least,) * tables if order.least else (),
        hosts=people.marked(order.columns.get("hosts", "")),
        round_hosts=_host_seats(file("host_seats"), known, both) if file("host_seats") else (),
        not_hosting=people.marked(order.columns.get("no_host", "")),
        balanced_by=order.balanced_by,
        weights=order.weights,
        apart_by=order.apart_by,
        apart=pairs_of(file("apart"), "apart", known),
        together=pairs_of(file("together"), "together", known),
        absent=tuple((one, number) for one, (number,) in numbers_of(file("absent"), "absent", known, rounds)),
        pinned=tuple((one, *seat) for one, seat in numbers_of(file("pinned"), "pinned", known, both)),
        observers=people.marked(order.columns.get("observers", "")),
        access=people.marked(order.columns.get("access", "")),
        language_column=order.columns.get("language", ""),
        table_languages=table_languages_of(file("languages"), tables) if file("languages") else (),
        themes=table_themes_of(file("themes"), tables) if file("themes") else (),
        must_visit=themes_of(file("must_visit"), "must-visit", known),
        may_visit=themes_of(file("may_visit"), "may-visit", known),
        no_theme_twice=order.no_theme_twice,
    )


def _people(order: CafeOrder, people: PeopleFile) -> tuple[CafePerson, ...]:
    language = order.columns.get("language", "")
    wanted = dict.fromkeys((*order.balanced_by, *order.apart_by, *([language] if language else [])))
    columns = {name: people.column(name) for name in wanted}
    return tuple(
        CafePerson(one, tuple((name, cells[place]) for name, cells in columns.items()), name=cell.get("name", ""))
        for place, (one, cell) in enumerate(zip(people.ids, people.cells, strict=True))
    )


def _host_seats(data: bytes, known: set[str], both: tuple[int, int]) -> tuple[tuple[str, ...], ...]:
    """Hosts who hand over: who hosts which table in which round."""
    hosts = [["" for _ in range(both[1])] for _ in range(both[0])]
    for person, (number, table) in numbers_of(data, "host-seats", known, both):
        hosts[number - 1][table - 1] = person
    return tuple(map(tuple, hosts))


def _sizes(order: CafeOrder, count: int) -> tuple[tuple[int, ...], ...]:
    """The seats of each table in each round; ``sizes`` are one list for all rounds or one per round, after ";"."""
    if not order.sizes:
        return (table_sizes_for(count, tables=order.tables, size=order.size),) * max(1, order.round_count)
    rounds = [[part.strip() for part in sizes.split(",")] for sizes in order.sizes.split(";")]
    if not all(part.isdigit() for parts in rounds for part in parts) or len(set(map(len, rounds))) > 1:
        raise InvalidInput(
            mark("“{sizes}” is not a list of table sizes. Write it as 10,10,9 (or 10,10,9;10,10,0 by round)."),
            sizes=order.sizes,
        )
    given = tuple(tuple(int(part) for part in parts) for parts in rounds)
    return given * max(1, order.round_count) if len(given) == 1 else given
