"""From the people of an event to a café with its groups: who sits, who hosts, and the figures kept with the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitation.cafe.engine import group
from facilitation.cafe.problem import CafePerson, CafeProblem
from facilitation.cafe.tables import table_sizes_for
from facilitation.domain.cafe import Cafe, Round, Seating
from facilitation.domain.person import EventRole, InvitationStatus, Participation

BALANCED_BY = ("sector", "district", "organisation")
AWAY_FROM_TABLES = frozenset({EventRole.FACILITATOR, EventRole.ORGANISER, EventRole.INTERPRETER})
"""Who works while the others talk, and so sits at no table."""


def seated_people(participations: Iterable[Participation], day: int) -> tuple[Participation, ...]:
    """Who sits at the tables of a café on ``day`` (from 1).

    Those ticked as present that day; before attendance is taken the confirmed; before anybody confirmed all who did
    not decline.
    """
    eligible = tuple(part for part in participations if part.role not in AWAY_FROM_TABLES)
    present = tuple(part for part in eligible if day in part.days_attended)
    confirmed = tuple(part for part in eligible if part.status is InvitationStatus.CONFIRMED)
    return present or confirmed or tuple(part for part in eligible if part.status is not InvitationStatus.DECLINED)


def seating(cafe: Cafe, people: Sequence[Participation], *, seed: int, seconds: float) -> Seating:
    """The groups of a café for these people; raises InvalidInput where they cannot be made."""
    problem = _problem(cafe, people)
    grouping = group(problem, seed=seed, seconds=seconds)
    figures = grouping.figures
    return Seating(
        rounds=tuple(Round(tables) for tables in grouping.rounds),
        hosts=problem.hosts,
        seed=seed,
        balanced_by=BALANCED_BY,
        possible_meetings=figures.possible_meetings,
        unique_meetings=figures.unique_meetings,
        repeated_meetings=figures.repeated_meetings,
        sector_balance=figures.balance,
    )


def _problem(cafe: Cafe, people: Sequence[Participation]) -> CafeProblem:
    return CafeProblem(
        people=tuple(_cafe_person(part) for part in people),
        round_count=cafe.round_count,
        table_sizes=table_sizes_for(len(people), tables=cafe.table_count),
        hosts=_hosts(cafe, people) if cafe.has_hosts else (),
        balanced_by=BALANCED_BY,
    )


def _hosts(cafe: Cafe, people: Sequence[Participation]) -> tuple[str, ...]:
    """The chosen hosts who are there, then others; observers come last (they do not lead: seed 002, R4.4)."""
    there = {part.id for part in people}
    chosen = tuple(host for host in cafe.host_ids if host in there)
    ranked = sorted(people, key=lambda part: part.role is EventRole.OBSERVER)
    spare = tuple(part.id for part in ranked if part.id not in chosen)
    return (chosen + spare)[: cafe.table_count]


def _cafe_person(part: Participation) -> CafePerson:
    person = part.person
    attributes = (
        ("sector", person.sector.value),
        ("district", person.district.value if person.district else ""),
        ("organisation", person.organisation.casefold()),
    )
    return CafePerson(part.id, attributes, name=person.name)
