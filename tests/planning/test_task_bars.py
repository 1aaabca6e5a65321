"""The working days a task takes, drawn back from its due day."""

from __future__ import annotations

from datetime import date

import pytest

from facilitation.planning.task_bars import work_begins
from tests.builders import a_task


@pytest.mark.parametrize(
    ("days", "begins"),
    [
        (1, date(2027, 5, 14)),
        (5, date(2027, 5, 10)),
        (6, date(2027, 5, 7)),
        (10, date(2027, 5, 3)),
        (0, date(2027, 5, 14)),
    ],
)
def test_weekends_do_not_count(days: int, begins: date) -> None:
    assert work_begins(a_task(work_days=days), date(2027, 5, 14), "") == begins


def test_public_holidays_do_not_count() -> None:
    assert work_begins(a_task(work_days=2), date(2027, 11, 30), "AL") == date(2027, 11, 26)


def test_an_endless_task_is_drawn_so_long_as_there_is_paper() -> None:
    assert work_begins(a_task(work_days=10**9), date(2027, 5, 14), "") > date(2025, 1, 1)
