from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.agenda import AgendaItem, ItemKind
from facilitation.domain.guide import Material, MaterialPer
from facilitation.domain.person import InvitationStatus
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.materials import MaterialTotal, material_totals
from tests.builders import (
    a_cafe,
    a_contributor,
    a_guide,
    a_material,
    a_record,
    a_sheet,
    a_text,
    an_agenda,
    an_event,
    an_item,
    some_participations,
)


def record_with(*materials: Material, item: AgendaItem | None = None, people: int = 32) -> EventRecord:
    """One session that needs these things, and so many expected people."""
    return a_record(
        event=an_event(expected_people=people),
        agenda=an_agenda([item or an_item("item-1", kind=ItemKind.WORKING_GROUPS)]),
        guide=a_guide(a_sheet("item-1", materials=materials)),
    )


def quantities(record: EventRecord, reserve: float = 0.0) -> list[int]:
    return [total.quantity for total in material_totals(record, reserve)]


def test_a_total_names_what_it_was_counted_by_and_who_needs_it() -> None:
    pen = a_material("Pen", 1, MaterialPer.PARTICIPANT)

    assert material_totals(record_with(pen)) == (
        MaterialTotal(a_text("Pen"), 36, (MaterialPer.PARTICIPANT,), ("item-1",)),
    )


@pytest.mark.parametrize(
    ("per", "expected"),
    [
        (MaterialPer.PARTICIPANT, 32),
        (MaterialPer.TABLE, 7),
        (MaterialPer.GROUP, 4),
        (MaterialPer.FACILITATOR, 4),
        (MaterialPer.EVENT, 1),
    ],
)
def test_quantity_is_counted_by_its_measure(per: MaterialPer, expected: int) -> None:
    assert quantities(record_with(a_material(per=per))) == [expected]


@pytest.mark.parametrize(("confirmed", "expected"), [(12, 32), (45, 45)], ids=["fewer", "more"])
def test_confirmed_people_count_where_they_are_more_than_expected(confirmed: int, expected: int) -> None:
    people = (*some_participations(confirmed), *some_participations(5, status=InvitationStatus.DECLINED))
    record = replace(record_with(a_material()), participations=people)

    assert quantities(record) == [expected]


def test_tables_are_those_of_the_cafe_of_the_item() -> None:
    record = record_with(a_material(per=MaterialPer.TABLE), item=an_item("item-1", kind=ItemKind.WORLD_CAFE))

    assert quantities(replace(record, cafes=(a_cafe(table_count=9),))) == [9]


def test_named_facilitators_count_where_they_are_more_than_needed() -> None:
    named = tuple(a_contributor(f"Lehtësues {n}") for n in range(6))
    item = an_item("item-1", kind=ItemKind.WORKING_GROUPS, facilitators=named)

    assert quantities(record_with(a_material(per=MaterialPer.FACILITATOR), item=item)) == [6]


@pytest.mark.parametrize(
    ("per", "expected"),
    [
        (MaterialPer.PARTICIPANT, 112),
        (MaterialPer.TABLE, 24),
        (MaterialPer.GROUP, 13),
        (MaterialPer.FACILITATOR, 11),
        (MaterialPer.EVENT, 1),
    ],
)
def test_the_reserve_is_rounded_up_and_only_for_what_is_used_up(per: MaterialPer, expected: int) -> None:
    assert quantities(record_with(a_material(per=per), people=101), 0.1) == [expected]


def test_an_exact_reserve_brings_no_piece_too_many() -> None:
    assert quantities(record_with(a_material(), people=100), 0.1) == [110]


def test_half_a_sheet_per_person_is_rounded_up_once() -> None:
    assert quantities(record_with(a_material(quantity=0.5), people=33)) == [17]


def test_the_same_thing_is_added_up_over_the_sessions() -> None:
    paper = a_material("Paper", 2, MaterialPer.GROUP)
    record = a_record(
        event=an_event(expected_people=30),
        items=[30, 30],
        guide=a_guide(a_sheet("item-1", materials=(paper,)), a_sheet("item-2", materials=(a_material("Paper"),))),
    )

    assert material_totals(record, 0.0) == (
        MaterialTotal(a_text("Paper"), 36, (MaterialPer.GROUP, MaterialPer.PARTICIPANT), ("item-1", "item-2")),
    )


def test_a_thing_counted_per_event_serves_every_session() -> None:
    bell, two_bells = a_material("Bell", 1, MaterialPer.EVENT), a_material("Bell", 2, MaterialPer.EVENT)
    record = a_record(
        items=[30, 30, 30],
        guide=a_guide(
            *(a_sheet(f"item-{n}", materials=(thing,)) for n, thing in [(1, bell), (2, two_bells), (3, bell)])
        ),
    )

    assert quantities(record) == [2]


def test_names_that_differ_in_one_language_stay_apart() -> None:
    card, other_card = (Material(Text(sq="Kartë", en=name), 1, MaterialPer.EVENT) for name in ("Card", "Badge"))

    assert len(material_totals(record_with(card, other_card))) == 2


def test_parallel_sessions_share_the_people() -> None:
    rooms = [an_item(f"item-{n}", parallel="rooms") for n in (1, 2)]
    record = a_record(
        event=an_event(expected_people=31),
        agenda=an_agenda(rooms),
        guide=a_guide(*(a_sheet(room.id, materials=(a_material(),)) for room in rooms)),
    )

    assert quantities(record) == [32]


def test_the_sheet_of_a_removed_session_needs_nothing() -> None:
    record = a_record(items=[30], guide=a_guide(a_sheet("removed", materials=(a_material(),))))

    assert material_totals(record) == ()
