"""Rounds without a repeated meeting: grids, fields, searched shifts and stored rounds."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from random import Random

import numpy as np
import pytest

from facilitation.cafe.galois import field
from facilitation.cafe.grids import Schedule, schedule, without_repeats
from facilitation.cafe.known_rounds import KNOWN_ROUNDS

BEST_KNOWN = {
    (3, 3): 4, (4, 3): 4, (4, 4): 5, (5, 3): 7, (5, 4): 5, (5, 5): 6, (6, 3): 8, (6, 4): 7, (6, 5): 6, (6, 6): 3,
    (7, 3): 10, (7, 4): 9, (7, 5): 7, (7, 6): 7, (7, 7): 8, (8, 3): 11, (8, 4): 9, (8, 5): 8, (8, 6): 8, (8, 7): 8,
    (8, 8): 9, (9, 3): 13, (9, 4): 11, (9, 5): 9, (9, 6): 9, (9, 7): 9, (9, 8): 9, (9, 9): 10, (10, 3): 14,
    (10, 4): 13, (10, 5): 9, (10, 6): 7, (10, 7): 7, (10, 8): 5, (10, 9): 5, (10, 10): 4,
}  # fmt: skip
"""The most rounds of the social golfer problem that were known for (tables, people at each) up to ten tables."""


def repeats(places: Schedule) -> int:
    meetings = Counter(pair for tables_of in places for pair in pairs(tables_of.tolist()))
    return meetings.total() - len(meetings)


def pairs(tables_of: list[int]) -> list[tuple[int, int]]:
    return [pair for pair in combinations(range(len(tables_of)), 2) if tables_of[pair[0]] == tables_of[pair[1]]]


@pytest.mark.parametrize(("hall", "rounds"), BEST_KNOWN.items(), ids=str)
def test_as_many_rounds_as_were_known_repeat_nothing(hall: tuple[int, int], rounds: int) -> None:
    tables, rows = hall

    places = without_repeats(tables, rows, rounds, Random(1), stays=False)

    assert places is not None
    assert [Counter(tables_of.tolist()) for tables_of in places] == [dict.fromkeys(range(tables), rows)] * rounds
    assert repeats(places) == 0


@pytest.mark.parametrize(
    ("tables", "rows", "rounds"),
    [(7, 4, 5), (11, 8, 4), (15, 8, 3), (12, 9, 4), (8, 5, 8), (10, 6, 6), (30, 10, 4), (250, 8, 4)],
)
def test_hosts_stay_while_nobody_meets_twice(tables: int, rows: int, rounds: int) -> None:
    places = without_repeats(tables, rows, rounds, Random(1), stays=True)

    assert places is not None
    assert repeats(places) == 0
    assert (places[:, :tables] == np.arange(tables)).all()


def test_more_rounds_than_anybody_has_others_to_meet_are_not_tried() -> None:
    assert without_repeats(4, 4, 6, Random(1), stays=False) is None


def test_rounds_beyond_what_is_known_are_filled() -> None:
    places = schedule(4, 5, 4, Random(1), stays=True)

    assert [Counter(tables_of.tolist()) for tables_of in places] == [dict.fromkeys(range(4), 5)] * 4


@pytest.mark.parametrize(("hall", "lines"), KNOWN_ROUNDS.items(), ids=str)
def test_stored_rounds_seat_everybody_and_repeat_nothing(hall: tuple[int, int], lines: tuple[str, ...]) -> None:
    tables, rows = hall
    places = np.array([[int(table) for table in line] for line in lines])

    assert [Counter(tables_of.tolist()) for tables_of in places] == [dict.fromkeys(range(tables), rows)] * len(lines)
    assert repeats(places) == 0


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 9, 16, 25, 27])
def test_a_field_divides_by_everything_but_zero(order: int) -> None:
    plus, times = field(order)

    assert all(sorted(row) == list(range(order)) for row in plus.tolist())
    assert all(sorted(row[1:]) == list(range(1, order)) for row in times[1:].tolist())
    assert (times[:, plus] == plus[times[:, :, None], times[:, None, :]]).all()
