"""The least distance from the mix, compared with every way to seat a few people."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from facilitation.cafe.least import least_distance


def tried(values: str, sizes: tuple[int, ...]) -> float:
    """The smallest distance over all seatings."""
    shares = {value: values.count(value) / len(values) for value in set(values)}
    found = []
    for order in set(permutations(values)):
        tables = [order[sum(sizes[:table]) : sum(sizes[: table + 1])] for table in range(len(sizes))]
        found.append(
            sum(abs(table.count(value) / len(table) - share) for table in tables for value, share in shares.items()) / 2
        )
    return min(found)


@pytest.mark.parametrize(
    ("values", "sizes"),
    [("aabb", (2, 2)), ("aaabbc", (3, 3)), ("aaaabbc", (3, 2, 2)), ("abcabca", (4, 3)), ("aaaabcd", (5, 2))],
)
def test_no_seating_is_nearer_to_the_mix(values: str, sizes: tuple[int, ...]) -> None:
    totals = np.array([values.count(value) for value in sorted(set(values))])

    found = least_distance(totals / len(values), totals.copy(), np.array(sizes))

    assert found == pytest.approx(tried(values, sizes))
