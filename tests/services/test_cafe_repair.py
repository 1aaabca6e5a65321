"""A plan is mended on the day: looked at first, saved on yes, with exactly the cards that are wrong now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.cafe import Cafe, HostSeat, PersonPair, Seating
from facilitation.domain.event import Event
from facilitation.errors import ChangedElsewhere, InvalidInput
from facilitation.planning.cafe_changes import tables_by_person
from facilitation.services.application import Application
from facilitation.services.cafe_repair import Mending, absent_by_attendance, late_by_attendance
from tests.services.cafes import a_cafe_of, guests


def made(app: Application, conference: Event, people: int = 30, tables: int = 6) -> tuple[Cafe, Seating]:
    cafe = a_cafe_of(app, conference, people=people, tables=tables)
    cafe = app.cafes.make_groups(conference.id, cafe.item_id, seed=1, seconds=0.2)
    assert cafe.seating is not None
    return cafe, cafe.seating


def test_rounds_already_held_stay_and_the_missing_have_no_seat_after(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    missing = tuple(seating.rounds[1].tables[0][1:4])

    repair = app.cafe_repairs.preview(conference.id, cafe.item_id, Mending(2, missing))

    assert repair.after.rounds[0] == seating.rounds[0]
    later = {person for entry in repair.after.rounds[1:] for table in entry.tables for person in table}
    assert later == seating.seated_ids - set(missing)
    assert repair.after.broken_rules == 0
    assert app.cafes.get(conference.id, cafe.item_id).seating == seating


def test_exactly_those_with_another_table_get_a_new_card(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    missing = tuple(seating.rounds[1].tables[0][1:4])

    repair = app.cafe_repairs.preview(conference.id, cafe.item_id, Mending(2, missing))

    before, after = tables_by_person(seating), tables_by_person(repair.after)
    moved = {person for person in before if before[person] != after[person]}
    assert {change.participation_id for change in repair.changes} == moved
    assert {change.participation_id for change in repair.changes if change.is_gone} == set(missing)
    assert 0 < len(moved - set(missing)) <= 4


def test_nobody_moves_where_every_table_keeps_enough_people(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    missing = seating.rounds[0].tables[2][-1]

    repair = app.cafe_repairs.preview(conference.id, cafe.item_id, Mending(1, (missing,)))

    assert [change.participation_id for change in repair.changes] == [missing]


def test_a_missing_host_is_replaced_by_somebody_at_the_table(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)

    repair = app.cafe_repairs.preview(conference.id, cafe.item_id, Mending(2, (seating.hosts[3],)))

    after = repair.after
    assert after.hosts_in(1) == seating.hosts
    assert all(after.hosts_in(number)[3] in after.rounds[number - 1].tables[3] for number in (2, 3))
    assert [after.rounds[1].tables[3][0]] == [after.hosts_in(2)[3]]
    assert after.broken_rules == 0


def test_a_missing_host_who_was_to_take_over_is_replaced_too(app: Application, conference: Event) -> None:
    cafe = a_cafe_of(app, conference, people=30, tables=6)
    rules = replace(cafe.rules, round_hosts=(HostSeat("p-20", 2, 4),))
    cafe = app.cafes.edit(cafe, replace(cafe, rules=rules))
    seating = app.cafes.make_groups(conference.id, cafe.item_id, seed=1, seconds=0.5).seating
    assert seating is not None

    after = app.cafe_repairs.preview(conference.id, cafe.item_id, Mending(2, ("p-20",))).after

    assert (seating.hosts_in(2)[3], after.hosts_in(1)) == ("p-20", seating.hosts)
    assert all(after.hosts_in(number)[3] in after.rounds[number - 1].tables[3] for number in (2, 3))
    assert [len([person for table in entry.tables for person in table]) for entry in after.rounds] == [30, 29, 29]
    assert after.broken_rules == 0


def test_a_lost_table_is_shared_out(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)

    repair = app.cafe_repairs.preview(conference.id, cafe.item_id, Mending(2, lost_tables=(5,)))

    assert [entry.tables[4] for entry in repair.after.rounds[1:]] == [(), ()]
    moved = {person for entry in seating.rounds[1:] for person in entry.tables[4]}
    assert {change.participation_id for change in repair.changes} == moved
    assert [max(map(len, entry.tables)) for entry in repair.after.rounds[1:]] == [6, 6]


def test_late_comers_get_a_seat_and_nobody_else_moves(app: Application, conference: Event) -> None:
    cafe, _seating = made(app, conference)
    late = guests(conference, 32)[30:]
    app.people.save_import(conference.id, late)

    repair = app.cafe_repairs.preview(conference.id, cafe.item_id, Mending(2, late_ids=("p-30", "p-31")))

    assert [(change.participation_id, change.before) for change in repair.changes] == [
        ("p-30", (None, None, None)),
        ("p-31", (None, None, None)),
    ]
    assert all(None not in change.after[1:] and change.after[0] is None for change in repair.changes)


def test_people_kept_apart_stay_apart(app: Application, conference: Event) -> None:
    cafe = a_cafe_of(app, conference, people=30, tables=6)
    pairs = tuple(PersonPair(f"p-{number}", f"p-{number + 1}") for number in range(0, 30, 2))
    app.cafes.edit(cafe, replace(cafe, rules=replace(cafe.rules, apart=pairs)))
    cafe = app.cafes.make_groups(conference.id, cafe.item_id, seed=1, seconds=0.2)
    missing = tuple(f"p-{number}" for number in range(0, 27, 3))

    repair = app.cafe_repairs.preview(conference.id, cafe.item_id, Mending(2, missing))

    assert repair.after.broken_rules == 0


def test_the_mended_plan_is_used_and_the_old_one_kept(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    repair = app.cafe_repairs.preview(conference.id, cafe.item_id, Mending(2, lost_tables=(5,)))

    saved = app.cafe_repairs.save(conference.id, cafe.item_id, repair)

    assert saved.seating == repair.after
    assert [(plan.number, plan.seating) for plan in saved.plans] == [(1, seating), (2, repair.after)]
    app.history.undo(conference.id, "cafe")
    assert app.cafes.get(conference.id, cafe.item_id).seating == seating


def test_a_plan_changed_meanwhile_is_not_overwritten(app: Application, conference: Event) -> None:
    cafe, seating = made(app, conference)
    repair = app.cafe_repairs.preview(conference.id, cafe.item_id, Mending(2, lost_tables=(5,)))
    pair = (seating.rounds[0].tables[0][1], seating.rounds[0].tables[1][1])
    app.cafe_plans.swap(conference.id, cafe.item_id, 1, pair)

    with pytest.raises(ChangedElsewhere):
        app.cafe_repairs.save(conference.id, cafe.item_id, repair)


def test_a_round_that_is_not_there_is_refused(app: Application, conference: Event) -> None:
    cafe, _seating = made(app, conference)

    with pytest.raises(InvalidInput, match="no round"):
        app.cafe_repairs.preview(conference.id, cafe.item_id, Mending(4))


def test_attendance_says_who_is_missing_and_who_came_without_a_seat(app: Application, conference: Event) -> None:
    _cafe, seating = made(app, conference)
    app.people.save_import(conference.id, guests(conference, 31)[30:])
    people = app.people.list_for(conference.id)
    assert absent_by_attendance(people, seating, 1) == ()

    app.people.mark_attended(conference.id, [part.id for part in people[5:]], 1, is_present=True)
    people = app.people.list_for(conference.id)

    assert absent_by_attendance(people, seating, 1) == ("p-0", "p-1", "p-2", "p-3", "p-4")
    assert late_by_attendance(people, seating, 1) == ("p-30",)
