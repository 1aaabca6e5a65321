"""Who sits where for the papers of a café, who hosts, and when what happens."""

from __future__ import annotations

from datetime import datetime

import pytest

from facilitation.domain.cafe import Round, Seating
from facilitation.planning.cafe_places import (
    CafeMoment,
    MomentKind,
    TableGroup,
    cafe_moments,
    hosts_by_table,
    table_groups,
    tables_by_person,
)
from tests.builders import a_cafe, a_guide, a_record, a_sheet, a_text, an_agenda, some_steps


def a_seating(*rounds: tuple[tuple[str, ...], ...], hosts: tuple[str, ...] = ()) -> Seating:
    return Seating(tuple(Round(tables) for tables in rounds), hosts, 1, (), 1, 1, 0, 0.0)


def at(hour: int, minute: int) -> datetime:
    return datetime(2027, 5, 17, hour, minute)


def test_every_table_of_every_round_is_a_group_with_its_host() -> None:
    seating = a_seating((("a", "b"), ("c", "d")), (("a", "d"), ("b",)), hosts=("a", "c"))

    assert table_groups(seating) == (
        TableGroup(1, 1, "a", ("b",)),
        TableGroup(1, 2, "c", ("d",)),
        TableGroup(2, 1, "a", ("d",)),
        TableGroup(2, 2, "", ("b",)),
    )


def test_host_leads_the_group_wherever_they_stand_in_it() -> None:
    (group,) = table_groups(a_seating((("b", "a", "c"),), hosts=("a",)))

    assert group.everybody == ("a", "b", "c")


def test_everybody_has_the_table_of_every_round_and_none_where_they_are_away() -> None:
    assert tables_by_person(a_seating((("a", "b"), ("c",)), (("c",), ("a",)))) == {
        "a": (1, 2),
        "b": (1, None),
        "c": (2, 1),
    }


def test_a_table_handed_over_has_both_hosts_in_the_order_of_the_rounds() -> None:
    seating = a_seating((("a", "b"), ("c",)), (("b", "a"), ("c",)), (("a",), ("b",)), hosts=("a", "b"))

    assert hosts_by_table(a_seating((("b", "c"), ("a",)), (("a", "c"), ()), hosts=("a", "b"))) == {
        1: ("b", "a"),
        2: ("a",),
    }
    assert hosts_by_table(seating) == {1: ("a", "b"), 2: ("b",)}


def test_steps_of_the_guide_are_the_moments() -> None:
    record = a_record(agenda=an_agenda([30, 60]), guide=a_guide(a_sheet("item-2", steps=some_steps(10, 50))))

    assert cafe_moments(record, a_cafe(item_id="item-2")) == (
        CafeMoment(MomentKind.STEP, at(9, 30), at(9, 40), what=a_text("Step 1")),
        CafeMoment(MomentKind.STEP, at(9, 40), at(10, 30), what=a_text("Step 2")),
    )


def test_without_a_guide_rounds_of_equal_length_are_proposed() -> None:
    assert cafe_moments(a_record(agenda=an_agenda([100])), a_cafe()) == (
        CafeMoment(MomentKind.WELCOME, at(9, 0), at(9, 10)),
        CafeMoment(MomentKind.ROUND, at(9, 10), at(9, 33), round=1),
        CafeMoment(MomentKind.ROUND, at(9, 33), at(9, 56), round=2),
        CafeMoment(MomentKind.ROUND, at(9, 56), at(10, 19), round=3),
        CafeMoment(MomentKind.HARVEST, at(10, 19), at(10, 40)),
    )


@pytest.mark.parametrize(("items", "questions"), [([], 3), ([60], 0), ([2], 3)])
def test_nothing_is_proposed_without_a_session_a_question_or_time(items: list[int], questions: int) -> None:
    cafe = a_cafe(questions=(a_text("Question"),) * questions)

    assert cafe_moments(a_record(agenda=an_agenda(items)), cafe) == ()
