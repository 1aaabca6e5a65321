from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.guide import GuideSheet, Step
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.guide_outline import TimedStep, scaled_steps, sheet_from_method, timed_steps
from tests.builders import (
    A_MONDAY,
    a_material,
    a_method,
    a_sheet,
    a_text,
    an_agenda,
    an_item,
    counted_ids,
    minutes,
    some_steps,
)


def test_steps_run_from_the_start_of_their_item() -> None:
    timed = timed_items(an_agenda([20, 30]), A_MONDAY)[1]
    sheet = a_sheet("item-2", steps=some_steps(10, 15))

    nine_twenty = timed.starts_at
    assert timed_steps(sheet, timed) == (
        TimedStep(sheet.steps[0], nine_twenty, nine_twenty + minutes(10)),
        TimedStep(sheet.steps[1], nine_twenty + minutes(10), nine_twenty + minutes(25)),
    )


def test_a_sheet_without_steps_has_no_times() -> None:
    assert timed_steps(a_sheet(), timed_items(an_agenda([20]), A_MONDAY)[0]) == ()


@pytest.mark.parametrize(
    ("lengths", "duration", "expected"),
    [
        ([10, 20], 30, [10, 20]),
        ([10, 20], 60, [20, 40]),
        ([10, 20], 15, [5, 10]),
        ([1, 1, 1], 5, [2, 2, 1]),
        ([1, 10, 1], 6, [1, 4, 1]),
        ([1, 98, 1], 10, [1, 8, 1]),
        ([0, 0], 7, [4, 3]),
        ([10, 20, 30], 2, [1, 1, 1]),
        ([], 20, []),
    ],
    ids=["fits", "doubled", "halved", "ties", "small", "tiny", "no lengths", "too short", "no steps"],
)
def test_scaled_steps_fill_the_duration_in_proportion(lengths: list[int], duration: int, expected: list[int]) -> None:
    assert [step.minutes for step in scaled_steps(some_steps(*lengths), minutes(duration))] == expected


@given(st.lists(st.integers(0, 200), min_size=1, max_size=15), st.integers(0, 500))
def test_scaled_steps_sum_exactly_keep_order_and_have_a_minute_each(lengths: list[int], extra: int) -> None:
    steps = some_steps(*lengths)
    duration = minutes(len(steps) + extra)

    scaled = scaled_steps(steps, duration)

    assert sum(step.minutes for step in scaled) == len(steps) + extra
    assert min(step.minutes for step in scaled) >= 1
    assert [replace(step, duration=before.duration) for step, before in zip(scaled, steps, strict=True)] == list(steps)


@given(st.lists(st.integers(1, 200), min_size=1, max_size=15))
def test_steps_that_add_up_already_stay_as_they_are(lengths: list[int]) -> None:
    steps = some_steps(*lengths)

    assert scaled_steps(steps, minutes(sum(lengths))) == steps


@given(st.lists(st.integers(1, 200), min_size=2, max_size=10), st.integers(0, 300))
def test_a_longer_step_never_becomes_the_shorter_one(lengths: list[int], extra: int) -> None:
    scaled = scaled_steps(some_steps(*sorted(lengths, reverse=True)), minutes(len(lengths) + extra))

    assert [step.minutes for step in scaled] == sorted((step.minutes for step in scaled), reverse=True)


def test_a_sheet_from_a_method_has_its_texts_and_scaled_steps() -> None:
    method = a_method(
        steps=(10, 20),
        materials=(a_material(),),
        room_setup=a_text("Chairs"),
        roles=a_text("Host"),
        output=a_text("List"),
        plan_b=a_text("Skip"),
        risks=(Text(sq="Zhurmë", en="Noise"), Text(sq="Nxitim", en="Haste")),
    )

    sheet = sheet_from_method(method, an_item("item-7", minutes=60), counted_ids("step"))

    assert sheet == GuideSheet(
        item_id="item-7",
        purpose=method.purpose,
        technique=method.title,
        room_setup=a_text("Chairs"),
        roles=a_text("Host"),
        output=a_text("List"),
        plan_b=a_text("Skip"),
        risks=Text(sq="Zhurmë\nNxitim", en="Noise\nHaste"),
        steps=(
            Step("step-1", minutes(20), a_text("Move 1"), a_text("Words 1"), a_text("Facilitator")),
            Step("step-2", minutes(40), a_text("Move 2"), a_text("Words 2"), a_text("Facilitator")),
        ),
        materials=(a_material(),),
    )


def test_risks_written_in_one_language_stay_in_one_language() -> None:
    method = a_method(risks=(Text(sq="Zhurmë"), Text(sq="Nxitim")))

    assert sheet_from_method(method, an_item(), counted_ids()).risks == Text(sq="Zhurmë\nNxitim")
