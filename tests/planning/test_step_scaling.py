"""How steps fill another duration."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitation.planning.step_scaling import scaled_minutes

STEPS = st.lists(st.integers(0, 200), min_size=1, max_size=15)
EXTRA = st.integers(0, 500)


@pytest.mark.parametrize(
    ("steps", "total", "expected"),
    [
        ((8, 22, 3, 22, 3, 20, 4, 23), 75, (6, 16, 2, 16, 2, 14, 3, 16)),
        ((1, 10, 1), 6, (1, 4, 1)),
        ((1, 1, 1), 5, (2, 2, 1)),
        ((0, 0), 7, (4, 3)),
        ((10, 20, 30), 2, (1, 1, 1)),
        ((10, 20), 0, (1, 1)),
        ((), 20, ()),
    ],
    ids=["a café at its minimum", "floors", "ties", "no minutes", "too short", "no time", "no steps"],
)
def test_steps_fill_the_time_in_proportion(steps: tuple[int, ...], total: int, expected: tuple[int, ...]) -> None:
    assert scaled_minutes(steps, total) == expected


@given(STEPS, EXTRA)
def test_they_add_up_exactly_and_none_is_under_a_minute(steps: list[int], extra: int) -> None:
    scaled = scaled_minutes(steps, len(steps) + extra)

    assert sum(scaled) == len(steps) + extra
    assert min(scaled) >= 1


@given(STEPS, EXTRA)
def test_where_no_step_is_too_short_each_is_its_part_rounded_up_or_down(steps: list[int], extra: int) -> None:
    total = len(steps) + extra
    assume(all(total * step >= sum(steps) for step in steps) and any(steps))

    for step, scaled in zip(steps, scaled_minutes(steps, total), strict=True):
        assert abs(scaled - Fraction(total * step, sum(steps))) < 1


@given(STEPS, EXTRA)
def test_a_longer_step_never_becomes_the_shorter_one(steps: list[int], extra: int) -> None:
    scaled = scaled_minutes(sorted(steps, reverse=True), len(steps) + extra)

    assert list(scaled) == sorted(scaled, reverse=True)


@given(st.lists(st.integers(1, 200), min_size=1, max_size=15))
def test_steps_that_add_up_already_stay_as_they_are(steps: list[int]) -> None:
    assert scaled_minutes(steps, sum(steps)) == tuple(steps)


@given(st.lists(st.integers(1, 30), min_size=1, max_size=10), st.integers(1, 6))
def test_so_many_times_the_time_is_so_many_times_each_step(steps: list[int], times: int) -> None:
    assert scaled_minutes(steps, times * sum(steps)) == tuple(times * step for step in steps)
