"""From the people of an event to a café with its groups: who sits, who hosts, and the figures kept with the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facilitation.cafe.broken import Rounds
from facilitation.cafe.chosen_hosts import hosts_by_round, staying_hosts
from facilitation.cafe.engine import group, never, unheard
from facilitation.cafe.problem import LEAST_AT_TABLE, CafePerson, CafeProblem
from facilitation.cafe.repair import Disruption, Repair, repair
from facilitation.cafe.round_seats import hosting_open_tables, seats_by_round
from facilitation.cafe.score import Figures, figures
from facilitation.cafe.search import Report, Stop
from facilitation.cafe.tables import table_sizes_for
from facilitation.domain.cafe import (
    Cafe,
    CafeColumn,
    CafeRules,
    ColumnDistance,
    HostSeat,
    PersonPair,
    PinnedSeat,
    Round,
    Seating,
    ThemeVisit,
)
from facilitation.domain.person import EventRole, InvitationStatus, Participation

LANGUAGES = "languages"
AWAY_FROM_TABLES = frozenset({EventRole.FACILITATOR, EventRole.ORGANISER, EventRole.INTERPRETER})
"""Who works while the others talk, and so sits at no table."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What happened on the day: from which round (from 1) who is missing, who came late, which tables are lost."""

    from_round: int
    absent_ids: tuple[str, ...] = ()
    late_ids: tuple[str, ...] = ()
    lost_tables: tuple[int, ...] = ()


def seated_people(participations: Iterable[Participation], day: int) -> tuple[Participation, ...]:
    """Who sits at the tables of a café on ``day`` (from 1).

    Those ticked as present that day; before attendance is taken the confirmed; before anybody confirmed all who did
    not decline.
    """
    eligible = tuple(part for part in participations if part.role not in AWAY_FROM_TABLES)
    present = tuple(part for part in eligible if day in part.days_attended)
    confirmed = tuple(part for part in eligible if part.status is InvitationStatus.CONFIRMED)
    return present or confirmed or tuple(part for part in eligible if part.status is not InvitationStatus.DECLINED)


def seating(
    cafe: Cafe,
    people: Sequence[Participation],
    *,
    seed: int,
    seconds: float,
    stop: Stop = never,
    report: Report = unheard,
) -> Seating:
    """The groups of a café for these people; raises InvalidInput where they cannot be made."""
    problem = problem_of(cafe, people)
    made = group(problem, seed=seed, seconds=seconds, stop=stop, report=report)
    return replace(
        _seating(problem, made.rounds, made.figures, seed=seed),
        table_languages=made.table_languages,
        is_repeatable=made.is_repeatable,
    )


def scored(cafe: Cafe, people: Sequence[Participation], plan: Seating) -> Seating:
    """A plan with its figures counted anew, as after a change by hand; ``people`` are all who have a seat in it."""
    rounds = tuple(entry.tables for entry in plan.rounds)
    problem = plan_problem(cafe, people, plan)
    found = _seating(problem, rounds, figures(problem, rounds), seed=plan.seed)
    return replace(
        found,
        hosts=plan.hosts,
        round_host_ids=plan.round_host_ids,
        table_languages=plan.table_languages,
        is_repeatable=False,
    )


def mended(cafe: Cafe, participations: Iterable[Participation], plan: Seating, mending: Mending) -> Seating:
    """A plan mended from a round on, with its new figures; who is missing keeps the seats they had before.

    Raises InvalidInput where the rules cannot be kept, and says which.
    """
    everybody = tuple(participations)
    late = tuple(_cafe_person(part) for part in everybody if part.id in mending.late_ids)
    problem = plan_problem(cafe, [part for part in everybody if part.id in plan.seated_ids], plan)
    problem = _with_free_seats(problem, mending, newcomers=len(late))
    happened = Disruption(mending.from_round, mending.absent_ids, late, mending.lost_tables)
    found = repair(problem, tuple(entry.tables for entry in plan.rounds), happened, seed=plan.seed)
    changed = _with_rounds(plan, found)
    return scored(cafe, [part for part in everybody if part.id in changed.seated_ids], changed)


def _with_free_seats(problem: CafeProblem, mending: Mending, *, newcomers: int) -> CafeProblem:
    """The rounds to come with as many chairs as it takes, and half of those who sat there as the fewest at a table."""
    sizes = list(problem.round_sizes)
    for number in range(mending.from_round, problem.round_count + 1):
        wanted = len(set(problem.present(number)) - set(mending.absent_ids)) + newcomers
        sizes[number - 1] = _wider(sizes[number - 1], wanted, lost=mending.lost_tables)
    return replace(problem, round_sizes=tuple(sizes), least_sizes=problem.least_sizes or _half(problem))


def _half(problem: CafeProblem) -> tuple[int, ...]:
    """Half the seats of each table, in the round in which it has the fewest."""
    by_table = zip(*(problem.seats(number) for number in problem.rounds), strict=True)
    fewest = (min(filter(None, seats), default=0) for seats in by_table)
    return tuple(max(LEAST_AT_TABLE, -(-seats // 2)) for seats in fewest)


def _wider(seats: tuple[int, ...], wanted: int, *, lost: tuple[int, ...]) -> tuple[int, ...]:
    """The seats of one round, one chair more at each table that is left until everybody finds one."""
    while 0 < sum(size for table, size in enumerate(seats, start=1) if table not in lost) < wanted:
        seats = tuple(size + 1 if size and table not in lost else size for table, size in enumerate(seats, start=1))
    return seats


def _with_rounds(plan: Seating, found: Repair) -> Seating:
    """The plan with mended rounds, its hosts and those who stand in for them first at their tables."""
    hosts = [list(plan.hosts_in(number)) for number in found.problem.rounds]
    for number, table, person in found.stand_ins:
        hosts[number - 1][table - 1] = person
    led = tuple(
        tuple(host if host in table else "" for host, table in zip(of_round, tables, strict=False))
        for of_round, tables in zip(hosts, found.rounds, strict=True)
    )
    rounds = tuple(Round(_hosts_first(tables, set(by))) for tables, by in zip(found.rounds, led, strict=True))
    is_same = all(by == plan.hosts for by in led)
    return replace(plan, rounds=rounds, round_host_ids=() if is_same else led)


def _hosts_first(tables: tuple[tuple[str, ...], ...], hosts: set[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sorted(table, key=lambda person: person not in hosts)) for table in tables)


def problem_of(cafe: Cafe, people: Sequence[Participation]) -> CafeProblem:
    """What is asked of the engine for these people; rules for others are left aside."""
    rules = rules_for(cafe, people)
    even = rules.table_sizes or table_sizes_for(len(people), tables=cafe.table_count)
    by_round = seats_by_round(cafe, rules, even)
    hosts = staying_hosts(cafe, people) if cafe.has_hosts else ()
    problem = CafeProblem(
        people=tuple(_cafe_person(part) for part in people),
        round_count=cafe.round_count,
        table_sizes=tuple(map(max, zip(*by_round, strict=True))) or even,
        round_sizes=by_round,
        hosts=hosts,
        round_hosts=hosts_by_round(cafe, people, hosts, rules.round_hosts) if cafe.has_hosts else (),
        balanced_by=tuple(each.column.value for each in rules.balance),
        weights=tuple(each.weight for each in rules.balance),
        apart=tuple(_pair(pair) for pair in rules.apart),
        together=tuple(_pair(pair) for pair in rules.together),
        apart_by=tuple(column.value for column in rules.apart_by),
        absent=tuple((away.participation_id, away.round) for away in rules.absences),
        pinned=tuple((pin.participation_id, pin.round, pin.table) for pin in rules.pinned),
        least_sizes=rules.least_sizes,
        not_hosting=rules.not_hosting_ids,
        observers=_observers(people) if rules.has_spread_observers else (),
        language_column=LANGUAGES if rules.has_one_language_per_table else "",
        table_languages=rules.table_languages,
        themes=rules.themes,
        must_visit=tuple(_visit(visit) for visit in rules.must_visit),
        may_visit=tuple(_visit(visit) for visit in rules.may_visit),
        no_theme_twice=rules.has_no_theme_twice,
        access=tuple(part.id for part in people if part.access_needs.strip()),
    )
    return hosting_open_tables(problem, rules.round_hosts) if by_round else problem


def plan_problem(cafe: Cafe, people: Sequence[Participation], plan: Seating) -> CafeProblem:
    """The problem a given plan solves: its own tables, and away is who has no seat in a round."""
    there = [{person for table in entry.tables for person in table} for entry in plan.rounds]
    away = tuple(
        (part.id, number) for part in people for number, seated in enumerate(there, 1) if part.id not in seated
    )
    tables = max((len(entry.tables) for entry in plan.rounds), default=0)
    table_count = min(cafe.table_count, tables) or 1
    rules = replace(cafe.rules, table_sizes=(2,) * table_count, round_sizes=())
    fits = replace(cafe, table_count=table_count, rules=rules)
    seats = tuple(_seats(cafe.rules.sizes_in(number), entry) for number, entry in enumerate(plan.rounds, start=1))
    return replace(
        problem_of(fits, people),
        round_count=len(plan.rounds),
        table_sizes=tuple(max(column) for column in zip(*seats, strict=True)),
        round_sizes=seats,
        absent=away,
        hosts=plan.hosts,
        round_hosts=plan.round_host_ids,
    )


def _seats(sizes: Sequence[int], entry: Round) -> tuple[int, ...]:
    """The seats of each table: as typed where they were, else as many as sit there; 0 for a table that is gone."""
    typed = dict(enumerate(sizes))
    return tuple(typed.get(table) or len(people) if people else 0 for table, people in enumerate(entry.tables))


def rules_for(cafe: Cafe, people: Sequence[Participation]) -> CafeRules:
    """The rules as far as they speak of these people, of the rounds and of the tables there are."""
    rules, there = cafe.rules, {part.id for part in people}
    rounds, tables = range(1, cafe.round_count + 1), range(1, cafe.table_count + 1)

    def is_there(seat: PinnedSeat | HostSeat) -> bool:
        return seat.participation_id in there and seat.round in rounds and seat.table in tables

    return replace(
        rules,
        table_sizes=rules.table_sizes[: cafe.table_count],
        round_sizes=tuple(sizes[: cafe.table_count] for sizes in rules.round_sizes[: cafe.round_count]),
        apart=tuple(pair for pair in rules.apart if {pair.one_id, pair.other_id} <= there),
        together=tuple(pair for pair in rules.together if {pair.one_id, pair.other_id} <= there),
        absences=tuple(away for away in rules.absences if away.participation_id in there and away.round in rounds),
        pinned=tuple(filter(is_there, rules.pinned)),
        round_hosts=tuple(filter(is_there, rules.round_hosts)),
        table_languages=rules.table_languages[: cafe.table_count],
        not_hosting_ids=tuple(person for person in rules.not_hosting_ids if person in there),
        must_visit=tuple(visit for visit in rules.must_visit if visit.participation_id in there),
        may_visit=tuple(visit for visit in rules.may_visit if visit.participation_id in there),
    )


def _seating(problem: CafeProblem, rounds: Rounds, found: Figures, *, seed: int) -> Seating:
    return Seating(
        rounds=tuple(Round(tables) for tables in rounds),
        hosts=problem.hosts_in(1),
        round_host_ids=problem.round_hosts,
        seed=seed,
        balanced_by=problem.balanced_by,
        possible_meetings=found.possible_meetings,
        unique_meetings=found.unique_meetings,
        repeated_meetings=found.repeated_meetings,
        sector_balance=found.balance,
        wanted_repeats=found.wanted_repeats,
        broken_rules=sum(count for _kind, count in found.broken),
        least_new_people=found.least_new_people,
        mean_new_people=found.mean_new_people,
        most_new_people=found.most_new_people,
        balance=tuple(ColumnDistance(each.column, each.distance, each.least) for each in found.columns),
    )


def _observers(people: Sequence[Participation]) -> tuple[str, ...]:
    return tuple(part.id for part in people if part.role is EventRole.OBSERVER)


def _pair(pair: PersonPair) -> tuple[str, str]:
    return pair.one_id, pair.other_id


def _visit(visit: ThemeVisit) -> tuple[str, str]:
    return visit.participation_id, visit.theme


def _cafe_person(part: Participation) -> CafePerson:
    person = part.person
    attributes = (
        (CafeColumn.SECTOR.value, person.sector.value),
        (CafeColumn.DISTRICT.value, person.district.value if person.district else ""),
        (CafeColumn.ORGANISATION.value, person.organisation.casefold()),
        (CafeColumn.SEX.value, person.sex.value),
        (LANGUAGES, ",".join(person.languages)),
    )
    return CafePerson(part.id, attributes, name=person.name)
