"""A café whose tables differ by round: its groups, changes by hand, repair, locked seats, and what cannot be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from facilitation.domain.cafe import Cafe, CafeRules, HostSeat, RoundAbsence, Seating
from facilitation.domain.event import Event
from facilitation.errors import FacilitationError, InvalidInput
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.cafe_changes import seats_of
from facilitation.planning.cafe_sizes import with_round_sizes
from facilitation.services.application import Application
from facilitation.services.cafe_repair import Mending
from tests.services.cafes import a_cafe_of

SIZES = ((), (8, 8, 8, 0), (5, 5, 7, 7))
"""Of 24 people at four tables: six at each, then three tables of eight, then two small and two large ones."""


def ruled(app: Application, conference: Event, *, tables: int = 4, **rules: Any) -> Cafe:
    cafe = a_cafe_of(app, conference, people=24, tables=tables)
    return app.cafes.edit(cafe, replace(cafe, rules=replace(cafe.rules, **rules)))


def made(
    app: Application, conference: Event, *, tables: int = 4, round_sizes: tuple[tuple[int, ...], ...] = SIZES
) -> tuple[Cafe, Seating]:
    cafe = ruled(app, conference, tables=tables, round_sizes=round_sizes)
    cafe = app.cafes.make_groups(cafe.event_id, cafe.item_id, seed=1, seconds=0.5)
    assert cafe.seating is not None
    return cafe, cafe.seating


def counts(seating: Seating) -> list[list[int]]:
    return [[len(table) for table in entry.tables] for entry in seating.rounds]


def refusal(app: Application, cafe: Cafe) -> str:
    found = app.cafes.refusal(cafe.event_id, cafe.item_id)
    return error_sentence(found, Translator("en")) if isinstance(found, FacilitationError) else ""


def test_every_round_has_its_own_tables_and_everybody_sits_once(app: Application, conference: Event) -> None:
    _cafe, seating = made(app, conference)

    assert counts(seating) == [[6, 6, 6, 6], [8, 8, 8, 0], [5, 5, 7, 7]]
    assert [len({person for table in entry.tables for person in table}) for entry in seating.rounds] == [24] * 3
    assert seating.broken_rules == 0


def test_a_host_is_a_guest_where_their_table_is_not_there(app: Application, conference: Event) -> None:
    _cafe, seating = made(app, conference)

    first, second, third = (seating.hosts_in(number) for number in (1, 2, 3))
    assert (second, third) == ((*first[:3], ""), first)
    assert seating.rounds[1].table_of(first[3]) in (1, 2, 3)
    assert [entry.tables[3][:1] for entry in seating.rounds] == [(first[3],), (), (first[3],)]


def test_sizes_of_a_round_that_is_not_asked_for_are_left_aside(app: Application, conference: Event) -> None:
    _cafe, seating = made(app, conference, round_sizes=((), (), (), (12, 12)))

    assert counts(seating) == [[6, 6, 6, 6]] * 3


def test_new_sizes_of_a_round_put_the_groups_aside(app: Application, conference: Event) -> None:
    cafe, _seating = made(app, conference)

    changed = app.cafes.edit(cafe, with_round_sizes(cafe, 2, ()))

    assert (changed.seating, [plan.number for plan in changed.plans]) == (None, [1])
    app.cafe_plans.choose(cafe.event_id, cafe.item_id, 1)
    assert app.cafes.get(cafe.event_id, cafe.item_id).rules.round_sizes == SIZES


def test_a_change_by_hand_keeps_the_tables_and_breaks_no_rule(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    pair = (seating.rounds[1].tables[0][-1], seating.rounds[1].tables[1][-1])

    after = app.cafe_plans.swap(cafe.event_id, cafe.item_id, 2, pair).seating

    assert after is not None
    assert [after.rounds[1].table_of(person) for person in pair] == [2, 1]
    assert (counts(after), after.broken_rules) == (counts(seating), 0)


def test_a_repair_uses_only_tables_that_are_there_in_the_round(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    missing = seating.rounds[1].tables[0][1:7]

    repair = app.cafe_repairs.preview(cafe.event_id, cafe.item_id, Mending(2, missing))

    after = repair.after
    assert after.rounds[0] == seating.rounds[0]
    assert [len({person for table in entry.tables for person in table}) for entry in after.rounds] == [24, 18, 18]
    assert after.rounds[1].tables[3] == ()
    assert min(len(table) for entry in after.rounds for table in entry.tables if table) >= 2
    assert after.broken_rules == 0


def test_nobody_moves_where_a_small_round_keeps_half_of_its_tables(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference, tables=6, round_sizes=((12, 12), (4, 4, 4, 4, 4, 4), (12, 12)))
    missing = seating.rounds[1].tables[5][-1]

    repair = app.cafe_repairs.preview(cafe.event_id, cafe.item_id, Mending(2, (missing,)))

    assert [change.participation_id for change in repair.changes] == [missing]


def test_locked_seats_keep_the_hosts_of_a_table_that_comes_later(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference, round_sizes=((8, 8, 8), (), ()))
    locked = seats_of(seating, rounds=[2], tables=[4])
    app.cafe_plans.pin(cafe.event_id, cafe.item_id, locked)

    again = app.cafes.make_groups(cafe.event_id, cafe.item_id, seed=2, seconds=0.5).seating

    assert again is not None
    assert set(again.rounds[1].tables[3]) == set(seating.rounds[1].tables[3])
    assert [again.hosts_in(number) for number in (1, 2, 3)] == [seating.hosts_in(number) for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ({"round_sizes": ((), (8, 8, 7))}, "In round 2 the tables have 23 seats for 24 people: 1 are missing."),
        ({"round_sizes": ((24,), (24,), (24,))}, "Table 2 has no seats in any round."),
        ({"round_sizes": ((), (8, 8, 8)), "round_hosts": (HostSeat("p-3", 2, 4),)},
         "hosts table 4, which is not there in round 2. Give the table seats, or name no host."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named_with_its_round(
    app: Application, conference: Event, rules: dict[str, Any], sentence: str
) -> None:
    cafe = ruled(app, conference, **rules)

    assert sentence in refusal(app, cafe)
    with pytest.raises(InvalidInput):
        app.cafes.make_groups(cafe.event_id, cafe.item_id)


def test_seats_need_to_hold_those_who_are_there_in_the_round_only(app: Application, conference: Event) -> None:
    cafe = ruled(app, conference, round_sizes=((), (8, 8, 7)), absences=(RoundAbsence("p-9", 2),))

    assert refusal(app, cafe) == ""


def test_rules_stored_before_rounds_could_differ_are_still_read() -> None:
    stored = TypeAdapter(CafeRules).validate_json('{"table_sizes": [5, 4], "has_no_theme_twice": true}')

    assert stored == CafeRules(table_sizes=(5, 4), has_no_theme_twice=True)
