"""Whether the rules can be kept: names what stands in the way, as data, with the smallest change that would do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from facilitation.cafe.languages import misfit
from facilitation.cafe.problem import CafeProblem
from facilitation.errors import InvalidInput, mark


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that stands in the way: a stable code, the ids of the people, and the values of its sentence."""

    code: str
    people: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)


class NotPossible(InvalidInput):
    """The groups cannot be made as asked; ``obstacles`` say why, their sentences stand in ``i18n/cafe_sentences``."""

    def __init__(self, obstacles: tuple[Obstacle, ...]) -> None:
        super().__init__(
            mark("The groups cannot be made as asked. {obstacles}"),
            obstacles="; ".join(obstacle.code for obstacle in obstacles),
        )
        self.obstacles = obstacles


def find_obstacles(problem: CafeProblem) -> tuple[Obstacle, ...]:
    """What makes the problem impossible: all that the first failing check finds; () = nothing known."""
    for check in CHECKS:
        found = tuple(check(problem))
        if found:
            return found
    return ()


def require_possible(problem: CafeProblem) -> None:
    """Raise NotPossible where something stands in the way."""
    found = find_obstacles(problem)
    if found:
        raise NotPossible(found)


def require_seats(problem: CafeProblem) -> None:
    """Raise NotPossible where there are more people than seats."""
    found = tuple(_seats(problem))
    if found:
        raise NotPossible(found)


def obstacle(problem: CafeProblem, code: str, people: Iterable[str] = (), **values: object) -> Obstacle:
    """An obstacle whose sentence calls the people by their names."""
    people = tuple(people)
    return Obstacle(code, people, {"people": tuple(problem.called(one) for one in people), **values})


def _seats(problem: CafeProblem) -> Iterator[Obstacle]:
    for number in _distinct_rounds(problem):
        seats, people = sum(problem.seats(number)), len(problem.present(number))
        tables = sum(1 for size in problem.seats(number) if size)
        if seats < people:
            yield obstacle(
                problem,
                "too_few_seats",
                round=number,
                seats=seats,
                count=people,
                missing=people - seats,
                size=-(-people // max(tables, 1)),
            )


def _fewest(problem: CafeProblem) -> Iterator[Obstacle]:
    for number in _distinct_rounds(problem):
        least, people = problem.least(number), len(problem.present(number))
        if people < sum(least):
            needed = max(1, min(size for size in least if size))
            yield obstacle(
                problem,
                "too_few_people",
                round=number,
                count=people,
                tables=sum(1 for size in least if size),
                needed=sum(least),
                most=max(1, people // needed),
            )


def _hosts(problem: CafeProblem) -> Iterator[Obstacle]:
    for host in sorted(problem.everybody_hosting & set(problem.not_hosting)):
        yield obstacle(problem, "host_not_wanted", (host,))
    for number in problem.rounds:
        for table, host in enumerate(problem.hosts_in(number)):
            if host and not problem.seats(number)[table] and host in problem.present(number):
                yield obstacle(problem, "host_without_table", (host,), round=number, table=table + 1)


def _pins(problem: CafeProblem) -> Iterator[Obstacle]:
    for person, number, table in problem.pinned:
        hosted = problem.hosts_in(number).index(person) + 1 if person in problem.hosts_in(number) else table
        if person not in problem.present(number):
            yield obstacle(problem, "pinned_away", (person,), round=number, table=table)
        elif hosted != table:
            yield obstacle(problem, "pinned_elsewhere", (person,), round=number, table=table, hosted=hosted)
    for number in problem.rounds:
        held, sizes = problem.held_seats(number), problem.sizes(number)
        for table in problem.tables:
            people = [person for person, at in held.items() if at == table]
            if len(people) > sizes[table]:
                yield obstacle(
                    problem,
                    "table_full",
                    people,
                    round=number,
                    table=table + 1,
                    seats=sizes[table],
                    extra=len(people) - sizes[table],
                )


def _groups(problem: CafeProblem) -> Iterator[Obstacle]:
    """A group has one given table at most, fits it and holds nobody who must sit apart."""
    for number in _distinct_rounds(problem):
        held, sizes, present = problem.held_seats(number), problem.sizes(number), set(problem.present(number))
        for group in problem.groups:
            members = [identity for identity in group if identity in present]
            given = {held[identity]: identity for identity in members if identity in held}
            seats = sizes[next(iter(given))] if given else max(sizes)
            if len(given) > 1:
                yield obstacle(problem, "together_at_two_tables", given.values(), round=number)
            elif len(members) > seats:
                yield obstacle(
                    problem, "group_too_large", members, count=len(members), seats=seats, extra=len(members) - seats
                )
            for pair in sorted(problem.all_apart):
                if set(pair) <= set(members):
                    yield obstacle(problem, "together_and_apart", pair)


def _shared_values(problem: CafeProblem) -> Iterator[Obstacle]:
    for number in _distinct_rounds(problem):
        tables, present = _open_tables(problem, number), set(problem.present(number))
        for column in problem.apart_by:
            for value, everybody in problem.sharing(column).items():
                people = [identity for identity in everybody if identity in present]
                if len(people) > tables:
                    yield obstacle(
                        problem,
                        "value_too_common",
                        people,
                        column=column,
                        value=value,
                        count=len(people),
                        tables=tables,
                        extra=len(people) - tables,
                    )


def _all_apart(problem: CafeProblem) -> Iterator[Obstacle]:
    """More people who are all kept apart from each other than there are tables."""
    for number in _distinct_rounds(problem):
        people = _kept_apart(problem, number)
        tables = _open_tables(problem, number)
        if len(people) > tables:
            yield obstacle(
                problem, "all_apart", people, round=number, count=len(people), tables=tables, extra=len(people) - tables
            )


def _kept_apart(problem: CafeProblem, number: int) -> list[str]:
    """A large set of people of whom every two are kept apart: grown from who has the most such rules."""
    present = set(problem.present(number))
    apart_from: dict[str, set[str]] = {}
    for one, other in problem.all_apart:
        if one in present and other in present:
            apart_from.setdefault(one, set()).add(other)
            apart_from.setdefault(other, set()).add(one)
    chosen: list[str] = []
    for identity in sorted(apart_from, key=lambda one: (-len(apart_from[one]), problem.index[one])):
        if all(identity in apart_from[other] for other in chosen):
            chosen.append(identity)
    return chosen


def _languages(problem: CafeProblem) -> Iterator[Obstacle]:
    found = misfit(problem)
    if found is not None:
        people = [who for who in problem.present(found.round) if problem.languages(who) - found.spoken == frozenset()]
        yield obstacle(
            problem,
            "languages_do_not_fit",
            [who for who in people if problem.languages(who)],
            round=found.round,
            languages=tuple(sorted(found.spoken)),
            count=found.people,
        )


def _themes(problem: CafeProblem) -> Iterator[Obstacle]:
    rounds_of = {
        identity: sum(identity in problem.present(number) for number in problem.rounds) for identity in problem.ids
    }
    for person, themes in problem.visits(problem.must_visit).items():
        if len(themes) > rounds_of[person]:
            yield obstacle(
                problem,
                "too_many_themes",
                (person,),
                themes=tuple(sorted(themes)),
                count=len(themes),
                rounds=rounds_of[person],
            )
        barred = themes - problem.visits(problem.may_visit).get(person, themes)
        if barred:
            yield obstacle(problem, "theme_not_among_choices", (person,), themes=tuple(sorted(barred)))
    yield from _theme_seats(problem)
    yield from _enough_themes(problem, rounds_of)


def _theme_seats(problem: CafeProblem) -> Iterator[Obstacle]:
    """Everybody who must see a theme needs a seat there in some round."""
    for theme in dict.fromkeys(problem.themes):
        wanting = [person for person, wanted in problem.must_visit if wanted == theme]
        seats = sum(
            problem.seats(number)[table]
            for number in problem.rounds
            for table in problem.tables
            if problem.theme(table) == theme
        )
        if len(wanting) > seats:
            yield obstacle(
                problem, "theme_full", theme=theme, count=len(wanting), seats=seats, extra=len(wanting) - seats
            )


def _enough_themes(problem: CafeProblem, rounds_of: Mapping[str, int]) -> Iterator[Obstacle]:
    """Nobody can see a new theme in each round if there are fewer themes than rounds."""
    if not problem.no_theme_twice or any(not problem.theme(table) for table in problem.tables):
        return
    may = problem.visits(problem.may_visit)
    for person, rounds in rounds_of.items():
        themes = may.get(person, frozenset(problem.themes))
        if len(themes) < rounds and person not in problem.everybody_hosting:
            yield obstacle(problem, "too_few_themes", (person,), count=len(themes), rounds=rounds)
            return


def _clashes(problem: CafeProblem) -> Iterator[Obstacle]:
    # Brings numpy along, 15 MB that whoever only says the sentences of this module does without.
    from facilitation.cafe.clashes import clash_in

    for number in _distinct_rounds(problem):
        clash = clash_in(problem, number)
        if clash is not None:
            yield obstacle(
                problem,
                "rules_clash" if clash.is_proven else "rules_too_hard",
                dict.fromkeys(one for pair in (*clash.apart, *clash.together) for one in pair),
                round=number,
                tables=_open_tables(problem, number),
                count=len(clash.apart) + len(clash.together),
                rules="; ".join(
                    [_named(problem, pair, "≠") for pair in clash.apart]
                    + [_named(problem, pair, "+") for pair in clash.together]
                ),
            )
            return


def _named(problem: CafeProblem, pair: tuple[str, str], sign: str) -> str:
    return f"“{problem.called(pair[0])}” {sign} “{problem.called(pair[1])}”"


def _open_tables(problem: CafeProblem, number: int) -> int:
    return sum(1 for size in problem.sizes(number) if size)


def _distinct_rounds(problem: CafeProblem) -> Iterator[int]:
    """One round for each different set of people, seats and given tables."""
    seen: set[object] = set()
    for number in problem.rounds:
        state = (problem.present(number), problem.seats(number), tuple(problem.held_seats(number).items()))
        if state not in seen:
            seen.add(state)
            yield number


CHECKS = (_seats, _fewest, _hosts, _pins, _groups, _shared_values, _all_apart, _languages, _themes, _clashes)
"""In this order: later checks may rely on what earlier ones have made sure."""
