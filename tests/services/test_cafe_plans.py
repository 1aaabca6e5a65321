"""Plans of a café are kept, chosen, compared, changed by hand and locked; every change can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.cafe import Cafe, PersonPair, PinnedSeat, Seating
from facilitation.domain.event import Event
from facilitation.errors import InvalidInput
from facilitation.planning.cafe_changes import seats_of
from facilitation.services.application import Application
from tests.services.cafes import a_cafe_of

Made = tuple[Cafe, Seating]


def made(app: Application, conference: Event, people: int = 20) -> Made:
    cafe = a_cafe_of(app, conference, people=people)
    cafe = app.cafes.make_groups(conference.id, cafe.item_id, seed=1, seconds=0.2)
    assert cafe.seating is not None
    return cafe, cafe.seating


def two_at_different_tables(seating: Seating) -> tuple[str, str]:
    first, second = seating.rounds[0].tables[:2]
    return first[-1], second[-1]


def test_every_plan_is_kept_with_its_seed_and_settings(app: Application, conference: Event) -> None:
    first, seating = made(app, conference)

    second = app.cafes.make_groups(conference.id, first.item_id, seed=2, seconds=0.2)

    assert [(plan.number, plan.seating.seed, plan.settings) for plan in second.plans] == [
        (1, 1, first.settings),
        (2, 2, first.settings),
    ]
    assert (second.plan_number, second.plans[0].seating) == (2, seating)


def test_a_chosen_plan_brings_its_tables_and_rules_back(app: Application, conference: Event) -> None:
    first, seating = made(app, conference)
    one, other = two_at_different_tables(seating)
    rules = replace(first.rules, apart=(PersonPair(one, other),))
    app.cafes.edit(first, replace(first, table_count=5, rules=rules))
    app.cafes.make_groups(conference.id, first.item_id, seed=2, seconds=0.2)

    chosen = app.cafe_plans.choose(conference.id, first.item_id, 1)

    assert (chosen.seating, chosen.plan_number, chosen.seed) == (seating, 1, 1)
    assert chosen.settings == first.settings


def test_another_set_up_puts_the_groups_aside_and_keeps_the_plan(app: Application, conference: Event) -> None:
    cafe, _seating = made(app, conference)

    changed = app.cafes.edit(cafe, replace(cafe, table_count=5))

    assert (changed.seating, changed.plan_number, changed.plans) == (None, 0, cafe.plans)


def test_only_so_many_plans_are_kept_and_locked_ones_stay(app: Application, conference: Event) -> None:
    cafe, _seating = made(app, conference)
    app.cafe_plans.lock(conference.id, cafe.item_id, 1, is_locked=True)

    for seed in range(2, 15):
        cafe = app.cafes.make_groups(conference.id, cafe.item_id, seed=seed, seconds=0.02)

    assert [plan.number for plan in cafe.plans] == [1, *range(4, 15)]


def test_a_swap_by_hand_exchanges_two_seats_and_counts_anew(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    one, other = two_at_different_tables(seating)
    wanted = app.cafe_plans.after_swap(conference.id, cafe.item_id, 1, (one, other))

    changed = app.cafe_plans.swap(conference.id, cafe.item_id, 1, (one, other))

    assert changed.seating == wanted == changed.plans[0].seating
    assert [wanted.rounds[0].table_of(person) for person in (other, one)] == [1, 2]
    assert wanted.rounds[1:] == seating.rounds[1:]
    assert wanted.is_repeatable is False
    assert wanted.unique_meetings + wanted.repeated_meetings == seating.unique_meetings + seating.repeated_meetings


def test_a_swap_that_breaks_a_rule_says_so(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    host, (_host, guest) = seating.hosts[0], seating.rounds[0].tables[1][:2]

    after = app.cafe_plans.after_swap(conference.id, cafe.item_id, 1, (host, guest))

    assert (seating.broken_rules, after.broken_rules) == (0, 1)


def test_people_of_one_table_cannot_be_exchanged(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    one, other = seating.rounds[0].tables[0][:2]

    with pytest.raises(InvalidInput, match="different tables in round"):
        app.cafe_plans.swap(conference.id, cafe.item_id, 1, (one, other))


def test_undo_takes_a_swap_back(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    app.cafe_plans.swap(conference.id, cafe.item_id, 1, two_at_different_tables(seating))

    app.history.undo(conference.id, "cafe")

    back = app.cafes.get(conference.id, cafe.item_id)
    assert (back.seating, back.plans) == (seating, cafe.plans)


def test_a_locked_plan_is_neither_changed_nor_removed(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    app.cafe_plans.lock(conference.id, cafe.item_id, 1, is_locked=True)

    with pytest.raises(InvalidInput, match="is locked"):
        app.cafe_plans.swap(conference.id, cafe.item_id, 1, two_at_different_tables(seating))
    with pytest.raises(InvalidInput, match="is locked"):
        app.cafe_plans.remove(conference.id, cafe.item_id, 1)


def test_the_plan_in_use_cannot_be_removed_another_can(app: Application, conference: Event) -> None:
    cafe, _seating = made(app, conference)
    app.cafes.make_groups(conference.id, cafe.item_id, seed=2, seconds=0.1)

    with pytest.raises(InvalidInput, match="is in use"):
        app.cafe_plans.remove(conference.id, cafe.item_id, 2)
    left = app.cafe_plans.remove(conference.id, cafe.item_id, 1)

    assert [plan.number for plan in left.plans] == [2]


def test_a_name_is_kept_short_and_clean(app: Application, conference: Event) -> None:
    cafe, _seating = made(app, conference)

    named = app.cafe_plans.rename(conference.id, cafe.item_id, 1, "  with   interpreters ")

    assert named.plans[0].name == "with interpreters"


def test_two_plans_are_compared_person_by_person(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    app.cafes.make_groups(conference.id, cafe.item_id, seed=1, seconds=0.2)
    one, other = two_at_different_tables(seating)
    app.cafe_plans.swap(conference.id, cafe.item_id, 1, (one, other))

    found = app.cafe_plans.compare(conference.id, cafe.item_id, 1, 2)

    assert {change.participation_id for change in found.changes} == {one, other}
    assert [(change.before[0], change.after[0]) for change in found.changes] in ([(1, 2), (2, 1)], [(2, 1), (1, 2)])


def test_locked_seats_stay_when_the_groups_are_made_anew(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    locked = seats_of(seating, rounds=[1], tables=[1, 2])
    app.cafe_plans.pin(conference.id, cafe.item_id, locked)

    again = app.cafes.make_groups(conference.id, cafe.item_id, seed=9, seconds=0.2)

    assert again.seating is not None
    tables = again.seating.rounds[0].tables
    assert [set(table) for table in tables[:2]] == [set(table) for table in seating.rounds[0].tables[:2]]
    assert again.seating.broken_rules == 0
    assert again.seating.rounds != seating.rounds


def test_a_seat_is_locked_once_and_unlocked_again(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    seat = seats_of(seating, rounds=[1])[0]
    app.cafe_plans.pin(conference.id, cafe.item_id, [seat])
    pinned = app.cafe_plans.pin(conference.id, cafe.item_id, [replace(seat, table=2)])

    freed = app.cafe_plans.unpin(conference.id, cafe.item_id, pinned.rules.pinned)

    assert pinned.rules.pinned == (PinnedSeat(seat.participation_id, 1, 2),)
    assert freed.rules.pinned == ()
