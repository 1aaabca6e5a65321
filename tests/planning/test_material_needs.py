"""Where and when things are needed: what is used up adds, what serves again is shared and carried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.guide import Material, MaterialPer
from facilitation.domain.record import EventRecord
from facilitation.planning.material_moves import MaterialMove, material_moves
from facilitation.planning.materials import MaterialNeed, MaterialUse, material_needs, peak
from tests.builders import a_guide, a_material, a_record, a_sheet, a_text, an_agenda, an_event, an_item

PROJECTOR = a_material("Projector", 1, MaterialPer.EVENT)
DAY = datetime(2027, 5, 17, 9)


def needs(
    items: Sequence[AgendaItem], thing: Material = PROJECTOR, *, reserve: float = 0.1, people: int = 30
) -> tuple[MaterialNeed, ...]:
    record: EventRecord = a_record(
        event=an_event(expected_people=people),
        agenda=an_agenda(items),
        guide=a_guide(*(a_sheet(item.id, materials=(thing,)) for item in items)),
    )
    return material_needs(record, reserve)


def test_sessions_one_after_the_other_share_what_serves_again() -> None:
    (need,) = needs([an_item("item-1"), an_item("item-2")])

    assert (need.quantity, need.reserve, need.is_used_up) == (1, 0, False)


def test_sessions_at_the_same_time_need_one_each() -> None:
    (need,) = needs([an_item("item-1", parallel="a"), an_item("item-2", parallel="a")])

    assert need.quantity == 2


def test_what_is_used_up_adds_over_all_sessions_with_its_reserve() -> None:
    (need,) = needs([an_item("item-1"), an_item("item-2")], a_material("Form"), people=25)

    assert (need.quantity, need.reserve, need.is_used_up) == (55, 5, True)


def test_a_typed_reserve_counts() -> None:
    (need,) = needs([an_item("item-1")], a_material("Form"), reserve=0.25, people=20)

    assert (need.quantity, need.reserve) == (25, 5)


def test_every_use_says_day_time_room_and_pieces() -> None:
    (need,) = needs([an_item("item-1", minutes=90, room=" Salla A ")], a_material("Form", 2), people=12)

    assert need.uses == (MaterialUse("item-1", 1, DAY, DAY + timedelta(minutes=90), "Salla A", 24, True),)


def test_parallel_rooms_share_the_people() -> None:
    (need,) = needs(
        [an_item("item-1", parallel="a"), an_item("item-2", parallel="a")], a_material("Form"), people=31, reserve=0
    )

    assert [use.quantity for use in need.uses] == [16, 16]


def test_what_is_needed_in_another_room_is_carried_there() -> None:
    items = [
        an_item("item-1", minutes=60, room="Salla A"),
        an_item("pause", minutes=30),
        an_item("item-2", room="Salla 2"),
    ]
    record = a_record(
        agenda=an_agenda(items),
        guide=a_guide(*(a_sheet(item_id, materials=(PROJECTOR,)) for item_id in ("item-1", "item-2"))),
    )

    assert material_moves(material_needs(record)) == (
        MaterialMove(
            a_text("Projector"), 1, "Salla A", "Salla 2", 1, DAY + timedelta(minutes=60), DAY + timedelta(minutes=90)
        ),
    )


def test_nothing_is_carried_out_of_a_room_that_needs_it_or_has_no_name() -> None:
    assert material_moves(needs([an_item("item-1", room="A"), an_item("item-2", room="A")])) == ()
    assert material_moves(needs([an_item("item-1"), an_item("item-2", room="A")])) == ()


def test_what_is_used_up_is_not_carried() -> None:
    assert material_moves(needs([an_item("item-1", room="A"), an_item("item-2", room="B")], a_material("Form"))) == ()


USES = st.lists(
    st.builds(
        lambda start, length, room, quantity: MaterialUse(
            f"{start}-{length}",
            1,
            DAY + timedelta(minutes=start),
            DAY + timedelta(minutes=start + length),
            room,
            quantity,
            False,
        ),
        st.integers(0, 120),
        st.integers(1, 60),
        st.sampled_from(["A", "B", "C", ""]),
        st.integers(1, 5),
    ),
    max_size=10,
)


def in_use(uses: Sequence[MaterialUse], moment: datetime) -> int:
    return sum(use.quantity for use in uses if use.starts_at <= moment < use.ends_at)


@given(uses=USES)
@settings(max_examples=200)
def test_the_peak_is_the_fullest_minute(uses: list[MaterialUse]) -> None:
    minutes = [DAY + timedelta(minutes=number) for number in range(200)]

    assert peak(uses) == max(in_use(uses, minute) for minute in minutes)


@given(uses=USES)
@settings(max_examples=200)
def test_with_what_is_carried_the_peak_is_enough_in_every_room(uses: list[MaterialUse]) -> None:
    named = [replace(use, room=use.room or "D") for use in uses]
    need = MaterialNeed(a_text("Bell"), peak(named), 0, (MaterialPer.EVENT,), tuple(named))

    moves = material_moves([need])

    in_rooms = dict.fromkeys("ABCD", 0)
    brought = 0
    for use in sorted(named, key=lambda use: (use.starts_at, use.ends_at)):
        arriving = [move for move in moves if move.needed_at == use.starts_at and move.to_room == use.room]
        for move in arriving:
            assert move.free_at <= move.needed_at
    for moment in sorted({use.starts_at for use in named}):
        for move in (move for move in moves if move.needed_at == moment):
            in_rooms[move.from_room] -= move.quantity
            in_rooms[move.to_room] += move.quantity
        for room in in_rooms:
            lacking = in_use([use for use in named if use.room == room], moment) - in_rooms[room]
            in_rooms[room] += max(lacking, 0)
            brought += max(lacking, 0)
        assert min(in_rooms.values(), default=0) >= 0
    assert brought == need.quantity


def test_a_thing_without_a_number_is_nowhere() -> None:
    (need,) = needs([an_item("item-1")], a_material("Form", 0))

    assert (need.quantity, need.uses) == (0, ())


def test_the_next_day_can_have_it_again() -> None:
    record = a_record(
        event=an_event(day_count=2, starts_on=date(2027, 5, 17)),
        agenda=an_agenda(days=[[an_item("item-1", room="A")], [an_item("item-2", room="B")]]),
        guide=a_guide(*(a_sheet(f"item-{n}", materials=(PROJECTOR,)) for n in (1, 2))),
    )

    (need,) = material_needs(record)

    assert need.quantity == 1
    assert [(move.from_room, move.to_room, move.day) for move in material_moves([need])] == [("A", "B", 2)]
