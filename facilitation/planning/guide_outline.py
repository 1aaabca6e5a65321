"""Steps of a guide sheet: their clock times, and how a method's steps fill the duration of an item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.guide import GuideSheet, Step
from facilitation.domain.method import Method
from facilitation.domain.text import LANGUAGES, Text
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.step_scaling import scaled_minutes

ONE_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A step with its naive local times."""

    step: Step
    starts_at: datetime
    ends_at: datetime


def timed_steps(sheet: GuideSheet, timed: TimedItem) -> tuple[TimedStep, ...]:
    """The steps of a sheet one after the other from the start of its item; they may end before or after the item."""
    return tuple(_one_after_the_other(sheet.steps, timed.starts_at))


def _one_after_the_other(steps: Sequence[Step], starts_at: datetime) -> Iterator[TimedStep]:
    for step in steps:
        ends_at = starts_at + step.duration
        yield TimedStep(step, starts_at, ends_at)
        starts_at = ends_at


def scaled_steps(steps: tuple[Step, ...], duration: timedelta) -> tuple[Step, ...]:
    """The same steps, in the same order, stretched or shrunk to fill ``duration`` as ``scaled_minutes`` says."""
    shares = scaled_minutes([step.minutes for step in steps], duration // ONE_MINUTE)
    return tuple(replace(step, duration=share * ONE_MINUTE) for step, share in zip(steps, shares, strict=True))


def sheet_from_method(method: Method, item: AgendaItem, new_id: Callable[[], str]) -> GuideSheet:
    """A fresh sheet for an item led with this method, its steps scaled to the item's duration."""
    steps = tuple(Step(new_id(), step.duration, step.what, step.words, step.who) for step in method.steps)
    return GuideSheet(
        item_id=item.id,
        purpose=method.purpose,
        technique=method.title,
        room_setup=method.room_setup,
        roles=method.roles,
        output=method.output,
        plan_b=method.plan_b,
        risks=_one_per_line(method.risks),
        layout=method.layouts[0] if method.layouts else None,
        equipment=method.equipment,
        interpretation=method.interpretation,
        logistics=method.logistics,
        steps=scaled_steps(steps, item.duration),
        materials=method.materials,
    )


def _one_per_line(texts: tuple[Text, ...]) -> Text:
    lines = Text()
    for language in LANGUAGES:
        if any(getattr(text, language) for text in texts):
            lines = lines.with_language(language, "\n".join(text.said_in(language) for text in texts if text))
    return lines
