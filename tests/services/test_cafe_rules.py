"""Rules of a café hold in its groups, are read from files, and what cannot be kept is named before anybody tries."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from facilitation.domain.cafe import (
    BalancedColumn,
    Cafe,
    CafeColumn,
    HostSeat,
    PersonPair,
    PinnedSeat,
    RoundAbsence,
    Seating,
    ThemeVisit,
)
from facilitation.domain.event import Event
from facilitation.errors import InvalidInput
from facilitation.planning.cafe_changes import tables_by_person
from facilitation.services.application import Application
from facilitation.services.cafes import suggested_tables
from tests.services.cafes import a_cafe_of


def ruled(app: Application, conference: Event, **rules: object) -> Cafe:
    cafe = a_cafe_of(app, conference, people=24, tables=6)
    return app.cafes.edit(cafe, replace(cafe, rules=replace(cafe.rules, **rules)))  # type: ignore[arg-type]


def grouped(app: Application, cafe: Cafe) -> Seating:
    seating = app.cafes.make_groups(cafe.event_id, cafe.item_id, seed=1, seconds=0.5).seating
    assert seating is not None
    return seating


@pytest.mark.parametrize(("people", "tables"), [(0, 1), (3, 1), (5, 1), (6, 2), (119, 24), (300, 60)])
def test_the_suggestion_puts_at_most_five_at_a_table(people: int, tables: int) -> None:
    assert suggested_tables(people) == tables


def test_all_rules_hold_at_once(app: Application, conference: Event) -> None:
    cafe = ruled(
        app,
        conference,
        apart=(PersonPair("p-1", "p-2"),),
        together=(PersonPair("p-6", "p-7"),),
        absences=(RoundAbsence("p-9", 2),),
        pinned=(PinnedSeat("p-10", 1, 3),),
        not_hosting_ids=("p-0", "p-3"),
        themes=("a", "b", "c", "d", "e", "f"),
        must_visit=(ThemeVisit("p-12", "f"),),
        balance=(BalancedColumn(CafeColumn.SEX), BalancedColumn(CafeColumn.SECTOR)),
    )

    seating = grouped(app, cafe)

    tables = tables_by_person(seating)
    assert not any(one == other for one, other in zip(tables["p-1"], tables["p-2"], strict=True))
    assert tables["p-6"] == tables["p-7"]
    assert (tables["p-9"][1], tables["p-10"][0], 6 in tables["p-12"]) == (None, 3, True)
    assert {"p-0", "p-3"}.isdisjoint(seating.hosts)
    assert (seating.broken_rules, seating.balanced_by) == (0, ("sex", "sector"))


def test_typed_table_sizes_are_kept(app: Application, conference: Event) -> None:
    seating = grouped(app, ruled(app, conference, table_sizes=(6, 6, 3, 3, 3, 3)))

    assert [[len(table) for table in entry.tables] for entry in seating.rounds] == [[6, 6, 3, 3, 3, 3]] * 3


def test_rules_for_people_who_left_are_left_aside(app: Application, conference: Event) -> None:
    cafe = ruled(app, conference, apart=(PersonPair("p-1", "gone"),), pinned=(PinnedSeat("gone", 1, 1),))

    assert app.cafes.refusal(cafe.event_id, cafe.item_id) is None
    assert grouped(app, cafe).broken_rules == 0


def test_what_cannot_be_kept_is_named_before_anybody_tries(app: Application, conference: Event) -> None:
    crowd = tuple(PersonPair(f"p-{one}", f"p-{other}") for one, other in pairwise(range(8)))
    cafe = ruled(app, conference, together=crowd)

    refusal = app.cafes.refusal(cafe.event_id, cafe.item_id)

    assert refusal is not None
    with pytest.raises(InvalidInput):
        app.cafes.make_groups(cafe.event_id, cafe.item_id)


def test_new_rules_keep_the_groups_a_new_table_count_does_not(app: Application, conference: Event) -> None:
    cafe = ruled(app, conference)
    grouped(app, cafe)
    cafe = app.cafes.get(cafe.event_id, cafe.item_id)

    kept = app.cafes.edit(cafe, replace(cafe, rules=replace(cafe.rules, apart=(PersonPair("p-1", "p-2"),))))

    assert kept.seating == cafe.seating is not None


def test_hosts_hand_over_from_the_round_they_are_named_for(app: Application, conference: Event) -> None:
    cafe = ruled(app, conference, round_hosts=(HostSeat("p-20", 2, 3), HostSeat("p-21", 3, 3)))
    cafe = app.cafes.edit(cafe, replace(cafe, host_ids=("p-0", "p-1", "p-2")))

    seating = grouped(app, cafe)

    assert [seating.hosts_in(number)[:3] for number in (1, 2, 3)] == [
        ("p-0", "p-1", "p-2"),
        ("p-0", "p-1", "p-20"),
        ("p-0", "p-1", "p-21"),
    ]
    assert [entry.tables[2][0] for entry in seating.rounds] == ["p-2", "p-20", "p-21"]
    assert seating.hosts == seating.hosts_in(1)
    assert all(len({*seating.hosts_in(number)} - {""}) == 6 for number in (1, 2, 3))
    assert seating.broken_rules == 0
    assert [sorted(person for table in entry.tables for person in table) for entry in seating.rounds] == [
        sorted(f"p-{number}" for number in range(24))
    ] * 3


def test_a_host_who_takes_over_another_table_leaves_theirs_to_somebody_without_one(
    app: Application, conference: Event
) -> None:
    cafe = ruled(app, conference, round_hosts=(HostSeat("p-0", 2, 4),))
    cafe = app.cafes.edit(cafe, replace(cafe, host_ids=("p-0",)))

    seating = grouped(app, cafe)

    first, second, third = (seating.hosts_in(number) for number in (1, 2, 3))
    assert (first[0], second[3]) == ("p-0", "p-0")
    assert (first[3], second[0]) == ("p-3", "p-3")
    assert second == third


def test_new_hosts_put_the_groups_aside(app: Application, conference: Event) -> None:
    cafe = ruled(app, conference)
    grouped(app, cafe)
    cafe = app.cafes.get(cafe.event_id, cafe.item_id)

    rules = replace(cafe.rules, round_hosts=(HostSeat("p-1", 2, 1),))

    assert app.cafes.edit(cafe, replace(cafe, rules=rules)).seating is None


def test_a_host_who_is_away_then_is_named(app: Application, conference: Event) -> None:
    cafe = ruled(app, conference, round_hosts=(HostSeat("p-1", 2, 1),), absences=(RoundAbsence("p-1", 2),))

    refusal = app.cafes.refusal(cafe.event_id, cafe.item_id)

    assert refusal is not None
    assert refusal.values["round"] == 2


def test_hosts_of_rounds_and_tables_there_are_not_are_left_aside(app: Application, conference: Event) -> None:
    seats = (HostSeat("p-1", 9, 1), HostSeat("p-1", 1, 99), HostSeat("gone", 1, 1))

    assert grouped(app, ruled(app, conference, round_hosts=seats)).round_host_ids == ()


def test_a_fixed_language_is_spoken_by_everybody_at_the_table(app: Application, conference: Event) -> None:
    cafe = ruled(app, conference, has_one_language_per_table=True, table_languages=("en",))
    for place, part in enumerate(app.people.list_for(conference.id)[-8:]):
        languages = ("en",) if place < 3 else ("sq", "en")
        app.people.edit(part, replace(part, person=replace(part.person, languages=languages)))

    seating = grouped(app, cafe)

    spoken = {part.id: part.person.languages for part in app.people.list_for(conference.id)}
    assert seating.language_at(1) == "en"
    assert all("en" in spoken[person] for entry in seating.rounds for person in entry.tables[0])
    assert seating.hosts[0] == "p-16"
    assert seating.broken_rules == 0
