"""Days of several tasks moved and pinned."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitation.errors import InvalidInput
from facilitation.planning.task_batch import pinned, shifted
from tests.builders import a_task


def test_counted_pinned_and_undated_tasks_are_moved_each_in_its_way() -> None:
    day = date(2027, 3, 1)

    assert shifted(a_task(offset_days=-10), 4).offset_days == -6
    assert shifted(a_task(pinned_on=day), -1) == a_task(pinned_on=date(2027, 2, 28))
    assert shifted(a_task(offset_days=None), 4) == a_task(offset_days=None)


@pytest.mark.parametrize("facts", [{"offset_days": -10}, {"pinned_on": date(2027, 3, 1)}])
def test_a_move_of_more_than_ten_years_is_refused(facts: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        shifted(a_task(**facts), -4000)


def test_a_task_is_pinned_to_its_day_where_it_has_one() -> None:
    assert pinned(a_task(), date(2027, 3, 1)) == a_task(pinned_on=date(2027, 3, 1))
    assert pinned(a_task(), None) == a_task()
