from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from facilitation.domain.task import CountedFrom, TaskStatus
from facilitation.planning.task_minima import BrokenMinimum, broken_minimum, days_before, minimum_of
from tests.builders import A_MONDAY, a_task, an_event

DESIGN = a_task(offset_days=-90, rule="design", minimum_days=90)
GUIDE = a_task(offset_days=-7, rule="guide")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"rule": "design", "minimum_days": 90}, 90),
        ({"minimum_days": 30}, 30),
        ({"rule": "guide"}, 1),
        ({"rule": "training"}, 1),
        ({"rule": "design"}, None),
        ({"rule": "proceedings"}, None),
        ({}, None),
    ],
)
def test_a_minimum_is_that_of_the_task_else_the_day_before_for_guide_and_training(
    fields: dict[str, Any], expected: int | None
) -> None:
    assert minimum_of(a_task(**fields)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"offset_days": -89}, BrokenMinimum(DESIGN, 90, "late", 89)),
        ({"offset_days": 3}, BrokenMinimum(DESIGN, 90, "late", -4)),
        ({"offset_days": None}, BrokenMinimum(DESIGN, 90, "undated")),
        ({"minimum_days": 60}, BrokenMinimum(DESIGN, 90, "unmarked")),
        ({"minimum_days": None}, BrokenMinimum(DESIGN, 90, "unmarked")),
        ({"pinned_on": A_MONDAY - timedelta(days=30)}, BrokenMinimum(DESIGN, 90, "late", 30)),
        ({"counted_from": CountedFrom.TASK, "counted_from_id": "x"}, BrokenMinimum(DESIGN, 90, "linked")),
        ({"offset_days": -91}, None),
        ({"pinned_on": A_MONDAY - timedelta(days=90)}, None),
        ({"status": TaskStatus.DONE, "owner": "Zyra A", "note": "x"}, None),
    ],
)
def test_only_what_comes_nearer_to_the_event_than_the_minimum_is_asked_about(
    change: dict[str, Any], expected: BrokenMinimum | None
) -> None:
    assert broken_minimum(DESIGN, replace(DESIGN, **change), an_event(day_count=2)) == expected


def test_removing_is_asked_about_only_where_there_is_a_minimum() -> None:
    assert broken_minimum(GUIDE, None, an_event()) == BrokenMinimum(GUIDE, 1, "removed")
    assert broken_minimum(a_task(), None, an_event()) is None


def test_a_guide_on_the_day_itself_is_too_late() -> None:
    assert broken_minimum(GUIDE, replace(GUIDE, offset_days=0), an_event()) == BrokenMinimum(GUIDE, 1, "late", 0)


def test_what_is_broken_already_may_be_worked_on_without_a_question() -> None:
    late = replace(DESIGN, offset_days=-20)

    assert broken_minimum(late, replace(late, owner="Zyra A"), an_event()) is None


def test_days_from_the_last_day_are_told_from_the_first_day() -> None:
    event = an_event(day_count=3)

    assert days_before(a_task(counted_from=CountedFrom.LAST_DAY, offset_days=-10), event) == 8
    assert days_before(a_task(counted_from=CountedFrom.HALF_YEAR, offset_days=-10), event) is None
