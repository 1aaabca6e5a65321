"""What differs between two plans of a café, seat by seat."""

from __future__ import annotations

from facilitation.domain.cafe import PinnedSeat, Round, Seating
from facilitation.planning.cafe_changes import (
    CardChange,
    card_changes,
    meeting_counts,
    seats_of,
    swapped,
    tables_by_person,
)


def plan(*rounds: tuple[tuple[str, ...], ...]) -> Seating:
    return Seating(tuple(map(Round, rounds)), (), 1, (), 0, 0, 0, 0.0)


TWO_ROUNDS = plan((("a", "b"), ("c", "d")), (("a", "c"), ("b", "d")))


def test_everybody_has_a_table_per_round_or_none() -> None:
    assert tables_by_person(plan((("a", "b"), ("c",)), (("a",), ("b",)))) == {"a": (1, 1), "b": (1, 2), "c": (2, None)}


def test_only_who_sits_elsewhere_is_listed() -> None:
    after = swapped(TWO_ROUNDS, 1, "b", "c")

    assert card_changes(TWO_ROUNDS, after) == (CardChange("b", (1, 2), (2, 2)), CardChange("c", (2, 1), (1, 1)))


def test_a_swap_exchanges_seats_in_one_round_alone() -> None:
    assert swapped(TWO_ROUNDS, 2, "a", "d").rounds == (TWO_ROUNDS.rounds[0], Round((("d", "c"), ("b", "a"))))


def test_a_card_is_taken_back_where_its_owner_is_gone() -> None:
    after = plan((("a", "b"), ("c", "d")), (("a", "c"), ("d",)))

    (change,) = card_changes(TWO_ROUNDS, after)

    assert (change, change.is_gone) == (CardChange("b", (1, 2), (1, None)), True)


def test_who_comes_late_gets_a_card() -> None:
    after = plan((("a", "b"), ("c", "d")), (("a", "c"), ("b", "d", "e")))

    (change,) = card_changes(TWO_ROUNDS, after)

    assert (change, change.is_gone) == (CardChange("e", (None, None), (None, 2)), False)


def test_plans_of_fewer_rounds_are_filled_up() -> None:
    (first, *_rest) = card_changes(plan((("a",),)), plan((("a",),), (("a",),)))

    assert first == CardChange("a", (1, None), (1, 1))


def test_seats_are_chosen_by_person_round_and_table() -> None:
    assert seats_of(TWO_ROUNDS, people=["b"]) == (PinnedSeat("b", 1, 1), PinnedSeat("b", 2, 2))
    assert seats_of(TWO_ROUNDS, rounds=[2], tables=[1]) == (PinnedSeat("a", 2, 1), PinnedSeat("c", 2, 1))
    assert len(seats_of(TWO_ROUNDS)) == 8


def test_meetings_are_counted_over_the_rounds() -> None:
    assert meeting_counts(plan((("b", "a"), ("c",)), (("a", "b", "c"),))) == {
        ("a", "b"): 2,
        ("a", "c"): 1,
        ("b", "c"): 1,
    }
