"""No hidden count can be worked out again from the totals and what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.planning.public_cells import Place, hidden_cells, hidden_in_list

COUNT = st.one_of(st.sampled_from([0, 0, 1, 2]), st.integers(0, 6))


def tables(rows: int, columns: int) -> st.SearchStrategy[list[list[int]]]:
    """Tables in which every row and column has somebody, as the composition makes them."""
    line = st.lists(COUNT, min_size=columns, max_size=columns)
    every = st.lists(line, min_size=rows, max_size=rows)
    return every.filter(lambda table: all(map(any, table)) and all(map(any, zip(*table, strict=True))))


def same_totals(table: Sequence[Sequence[int]], hidden: Sequence[Place]) -> Iterator[dict[Place, int]]:
    """Every way to fill the hidden counts that fits the totals and the shown counts, by trying all."""
    rows = {row: sum(table[row][column] for r, column in hidden if r == row) for row, _ in hidden}
    columns = {column: sum(table[row][column] for row, c in hidden if c == column) for _, column in hidden}

    def fill(left: Sequence[Place], filled: dict[Place, int]) -> Iterator[dict[Place, int]]:
        if not left:
            if not any(rows.values()) and not any(columns.values()):
                yield dict(filled)
            return
        (row, column), *rest = left
        for count in range(min(rows[row], columns[column]) + 1):
            rows[row] -= count
            columns[column] -= count
            yield from fill(rest, {**filled, (row, column): count})
            rows[row] += count
            columns[column] += count

    yield from fill(hidden, {})


@settings(deadline=None)  # all fillings are tried
@given(st.one_of(tables(2, 2), tables(2, 3), tables(3, 2), tables(3, 3)))
def test_every_small_count_could_be_another_one(table: list[list[int]]) -> None:
    hidden = sorted(hidden_cells(table))
    small = [(r, c) for r, line in enumerate(table) for c, count in enumerate(line) if 0 < count < 5]

    values: dict[Place, set[int]] = {place: set() for place in small}
    for filled in same_totals(table, hidden):
        for place in small:
            values[place].add(filled[place])
        if all(len(found) > 1 for found in values.values()):
            break

    assert set(small) <= set(hidden)
    assert all(len(found) > 1 for found in values.values())


@pytest.mark.parametrize(
    ("table", "hidden"),
    [
        ([[9, 8], [7, 6]], set()),
        ([[2, 0], [0, 9]], {(0, 0), (0, 1), (1, 0), (1, 1)}),
        ([[3, 20, 6], [30, 40, 7], [50, 60, 70]], {(0, 0), (0, 2), (1, 0), (1, 2)}),
        ([[3, 9]], {(0, 0)}),
        ([], set()),
    ],
    ids=["nothing small", "zeros would tell", "fewest people", "one row has no second", "nobody"],
)
def test_what_is_hidden(table: list[list[int]], hidden: set[Place]) -> None:
    assert hidden_cells(table) == hidden


def test_two_rings_joined_by_one_count_do_not_leave_it_alone() -> None:
    table = [[1, 2, 9, 9], [2, 1, 9, 9], [9, 9, 1, 2], [9, 3, 2, 1]]

    hidden = sorted(hidden_cells(table))

    assert len({filled[3, 1] for filled in same_totals(table, hidden)}) > 1


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_a_list_never_hides_one_count_alone(counts: list[int]) -> None:
    hidden = hidden_in_list(counts)

    assert {place for place, count in enumerate(counts) if 0 < count < 5} <= hidden
    assert len(hidden) != 1 or len(counts) == 1


def test_the_smallest_other_count_covers_the_small_one() -> None:
    assert hidden_in_list([30, 12, 3, 0]) == {1, 2}
    assert hidden_in_list([3, 0]) == {0, 1}
