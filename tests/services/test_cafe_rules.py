"""Rules of a café hold in its groups, are read from files, and what cannot be kept is named before anybody tries."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from facilitation.domain.cafe import (
    BalancedColumn,
    Cafe,
    CafeColumn,
    CafeRules,
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
from facilitation.services.cafe_rule_files import RuleFile, rules_with_file
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


def test_pairs_and_absences_are_read_by_name_or_id(app: Application, conference: Event) -> None:
    cafe = ruled(app, conference)
    people = app.people.list_for(conference.id)
    names = [part.person.name for part in people]

    apart = rules_with_file(cafe, people, RuleFile.APART, f"A,B\n{names[0]},{names[1]}\np-2,p-3\n".encode())
    away = rules_with_file(cafe, people, RuleFile.ABSENT, f"{names[4]},2\n".encode())

    assert apart == replace(CafeRules(), apart=(PersonPair("p-0", "p-1"), PersonPair("p-2", "p-3")))
    assert away.absences == (RoundAbsence("p-4", 2),)
    with pytest.raises(InvalidInput, match="not in the people file"):
        rules_with_file(cafe, people, RuleFile.TOGETHER, f"{names[0]},Askush\n".encode())


def test_a_name_that_two_people_have_is_refused(app: Application, conference: Event) -> None:
    cafe = ruled(app, conference)
    first, second, *rest = app.people.list_for(conference.id)
    twin = replace(second, person=replace(second.person, name=first.person.name))

    with pytest.raises(InvalidInput, match="Several people are called"):
        rules_with_file(cafe, (first, twin, *rest), RuleFile.APART, f"{first.person.name},p-5\n".encode())
