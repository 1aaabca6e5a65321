"""Nobody can work out a small count of a printed row."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.planning.small_cells import PublicRow, public_row, public_total, small_text


@pytest.mark.parametrize(
    ("counts", "total", "cells"),
    [
        ((7, 0, 9), "16", ("7", "0", "9")),
        ((1, 5, 9), "15", ("*", "*", "9")),
        ((1, 1, 20), "22", ("*", "*", "*")),
        ((4, 3), "7", ("*", "*")),
        ((5, 4, 5, 9), "23", ("*", "*", "*", "9")),
        ((2, 0, 1), "<5", ("*", "*", "*")),
        ((0, 0), "0", ("0", "0")),
        ((4, 0, 30, 12), "46", ("*", "*", "30", "*")),
        ((), "0", ()),
    ],
)
def test_small_counts_and_what_would_give_them_away_are_hidden(
    counts: tuple[int, ...], total: str, cells: tuple[str, ...]
) -> None:
    row = public_row(counts)

    assert (row.total_text, row.texts) == (total, cells)


@pytest.mark.parametrize("width", [1, 2, 3])
def test_each_small_count_could_have_been_another_one(width: int) -> None:
    printed: dict[PublicRow, list[tuple[int, ...]]] = {}
    for counts in product(range(13), repeat=width):
        printed.setdefault(public_row(counts), []).append(counts)

    given_away = [
        (counts, place)
        for same in printed.values()
        for counts in same
        for place, count in enumerate(counts)
        if 0 < count < 5 and len({other[place] for other in same}) == 1
    ]

    assert given_away == []


@given(st.lists(st.integers(0, 60), min_size=1, max_size=9))
def test_nothing_under_five_stands_beside_something_hidden(counts: list[int]) -> None:
    row = public_row(counts)

    assert not {1, 2, 3, 4}.intersection(cell for cell in row.cells if cell is not None)
    assert all(shown in (None, count) for shown, count in zip(row.cells, counts, strict=True))
    if row.total is not None and None in row.cells:
        assert row.total - sum(filter(None, row.cells)) >= 5
        assert row.cells.count(None) > 1


def test_a_single_count_of_one_to_four_is_said_as_less_than_five() -> None:
    assert [small_text(public_total(count)) for count in (0, 1, 4, 5)] == ["0", "<5", "<5", "5"]
