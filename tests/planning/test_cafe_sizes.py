"""Table sizes as they are typed, for all rounds and for one that differs."""

from __future__ import annotations

from typing import Any

import pytest

from facilitation.domain.cafe import Cafe, CafeRules
from facilitation.errors import InvalidInput
from facilitation.planning.cafe_sizes import round_sizes_of, sizes_of, tables_by_size, with_round_sizes
from tests.builders import a_cafe


def a_cafe_with(table_count: int, **rules: Any) -> Cafe:
    return a_cafe(table_count=table_count, rules=CafeRules(**rules))


@pytest.mark.parametrize(
    ("typed", "sizes"),
    [("", ()), ("  ", ()), ("10,10,9", (10, 10, 9)), (" 10; 9\t8 ,", (10, 9, 8)), ("999", (999,))],
)
def test_sizes_are_read_however_they_are_separated(typed: str, sizes: tuple[int, ...]) -> None:
    assert sizes_of(typed) == round_sizes_of(typed, 1) == sizes


def test_a_table_that_is_not_there_is_a_zero_in_one_round_only() -> None:
    assert round_sizes_of("10,0,9", 2) == (10, 0, 9)
    with pytest.raises(InvalidInput, match="10,0,9"):
        sizes_of("10,0,9")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("pesë", "“pesë” is not a list of table sizes. Write it as 10,10,9."),
        ("4,-4", "“4,-4” is not a list of table sizes. Write it as 10,10,9."),
        ("4,²", "“4,²” is not a list of table sizes. Write it as 10,10,9."),
        ("4,1000", "“4,1000” is not a list of table sizes. Write it as 10,10,9."),
        ("9" * 5000, f"“{'9' * 5000}” is not a list of table sizes. Write it as 10,10,9."),
        ("4,1", "A table of 1 is no conversation. Give at least 2 people per table."),
        ("0,0", "No table is there in round 2. Give at least one of them seats."),
        ("4 " * 601, "601 tables are not possible. Give a number from 1 to 600."),
    ],
)
def test_what_is_no_row_of_tables_is_refused_in_words(typed: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        round_sizes_of(typed, 2)

    assert str(refusal.value) == reason


def test_a_round_gets_its_sizes_and_the_others_stay() -> None:
    before = a_cafe_with(3, round_sizes=((4, 4, 4), (), ()))

    assert with_round_sizes(before, 3, (6, 6)) == a_cafe_with(3, round_sizes=((4, 4, 4), (), (6, 6)))


def test_a_line_of_more_tables_gives_the_cafe_more_tables() -> None:
    assert with_round_sizes(a_cafe_with(3), 2, (3, 3, 3, 3)) == a_cafe_with(4, round_sizes=((), (3, 3, 3, 3), ()))


def test_where_every_round_has_its_line_no_table_is_left_over() -> None:
    before = a_cafe_with(4, round_sizes=((6, 6), (6, 0, 6)))

    assert with_round_sizes(before, 3, (4, 4, 4)) == a_cafe_with(3, round_sizes=((6, 6), (6, 0, 6), (4, 4, 4)))


def test_without_any_line_no_round_differs() -> None:
    assert with_round_sizes(a_cafe_with(2, round_sizes=((), (6, 6), ())), 2, ()) == a_cafe_with(2)


def test_lines_of_rounds_that_were_removed_are_forgotten() -> None:
    before = a_cafe_with(2, round_sizes=((), (), (), (5, 5)))

    assert with_round_sizes(before, 1, (6, 6)) == a_cafe_with(2, round_sizes=((6, 6), (), ()))


def test_tables_are_counted_by_size_without_those_not_there() -> None:
    assert tables_by_size((9, 10, 0, 10)) == ((10, 2), (9, 1))
