"""Why a day is what it is, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitation.domain.task import CountedFrom, Task
from facilitation.domain.text import Text
from facilitation.i18n.due_words import due_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.deadlines import due_reasons
from tests.builders import a_task, an_event

EVENT = an_event(starts_on=date(2027, 4, 27), day_count=2)  # 30 days before it is Catholic Easter
INVITE = a_task("invite", title=Text(sq="Dërgoni ftesat", en="Send invitations"), offset_days=-32)


def said(language: str, *tasks: Task) -> str:
    """The sentence of the first task."""
    reasons = due_reasons(tasks, EVENT)
    return due_sentence(tasks[0], reasons[tasks[0].id], {task.id: task for task in tasks}, Translator(language))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sq", "D−30 = e diel, 28 mars 2027 (E diela e Pashkëve Katolike) → e premte, 26 mars"),
        ("en", "D−30 = Sunday, 28 March 2027 (Catholic Easter Sunday) → Friday, 26 March"),
    ],
)
def test_a_holiday_that_moved_a_day_is_named(language: str, sentence: str) -> None:
    assert said(language, a_task(offset_days=-30)) == sentence


def test_a_plain_weekend_moves_without_a_name_and_a_new_year_is_said() -> None:
    assert said("en", a_task(offset_days=-10)) == "D−10 = Saturday, 17 April 2027 → Friday, 16 April"
    assert said("en", a_task(offset_days=-116)).endswith(" → Thursday, 31 December 2026")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"offset_days": 14}, "D+14 = Wednesday, 12 May 2027"),
        (
            {"offset_days": 5, "is_working_days": True},
            "5 working days after the last day = Friday, 7 May 2027",  # 1 to 4 May are off: Labour Day, Easter
        ),
        (
            {"offset_days": -30, "counted_from": CountedFrom.HALF_YEAR},
            "30 days before the end of the half-year (30 June 2027) = Monday, 31 May 2027",
        ),
        (
            {"offset_days": -1, "counted_from": CountedFrom.LAST_DAY},
            "1 day before the last day = Tuesday, 27 April 2027",
        ),
        ({"offset_days": 0, "counted_from": CountedFrom.LAST_DAY}, "on the last day = Wednesday, 28 April 2027"),
        (
            {"offset_days": 3, "counted_from": CountedFrom.TASK, "counted_from_id": "invite"},
            "3 days after “Send invitations” (26 March 2027) = Monday, 29 March 2027"
            " (Catholic Easter Sunday (observed)) → Tuesday, 30 March",
        ),
        ({"offset_days": None}, "No date yet."),
        ({"pinned_on": date(2027, 4, 3)}, "Pinned to Saturday, 3 April 2027: it stays when the event moves."),
        (
            {"counted_from": CountedFrom.TASK, "counted_from_id": "gone"},
            "No date: the task it counts from is gone or has no date itself.",
        ),
        (
            {"counted_from": CountedFrom.TASK, "counted_from_id": "task-1"},
            "No date: this task and others count from one another in a circle.",
        ),
    ],
)
def test_every_way_of_counting_has_its_words(fields: dict[str, Any], sentence: str) -> None:
    assert said("en", a_task(**fields), INVITE) == sentence


def test_other_tasks_and_half_years_are_said_in_albanian() -> None:
    after = a_task(offset_days=3, counted_from=CountedFrom.TASK, counted_from_id="invite", is_working_days=True)

    assert said("sq", after, INVITE) == "3 ditë pune pas “Dërgoni ftesat” (26 mars 2027) = e enjte, 1 prill 2027"
    half_year = a_task(offset_days=-7, counted_from=CountedFrom.HALF_YEAR)
    assert (
        said("sq", half_year) == "7 ditë para fundit të gjashtëmujorit (30 qershor 2027) = e mërkurë, 23 qershor 2027"
    )
