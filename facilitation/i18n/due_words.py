"""Why a task is due when it is, in a sentence: "D−30 = Sunday, 28 March 2027 (Catholic Easter) → Friday, 26 March"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from facilitation.domain.instrument import InstrumentTask
from facilitation.domain.task import CountedFrom, Task
from facilitation.domain.text import Text
from facilitation.errors import mark
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.deadlines import DueDay, DueState

ANCHORS: Mapping[CountedFrom, str] = {
    CountedFrom.EVENT: mark("the event"),
    CountedFrom.FIRST_DAY: mark("the first day"),
    CountedFrom.LAST_DAY: mark("the last day"),
    CountedFrom.HALF_YEAR: mark("the end of the half-year"),
    CountedFrom.TASK: mark("another task"),
}
WITHOUT_DAY: Mapping[DueState, str] = {
    DueState.UNDATED: mark("No date yet."),
    DueState.CIRCULAR: mark("No date: this task and others count from one another in a circle."),
    DueState.ADRIFT: mark("No date: the task it counts from is gone or has no date itself."),
}
COUNTS: Mapping[CountedFrom, tuple[str, str, str]] = {
    CountedFrom.FIRST_DAY: (
        mark("{span} before the first day"),
        mark("on the first day"),
        mark("{span} after the first day"),
    ),
    CountedFrom.LAST_DAY: (
        mark("{span} before the last day"),
        mark("on the last day"),
        mark("{span} after the last day"),
    ),
    CountedFrom.HALF_YEAR: (
        mark("{span} before the end of the half-year"),
        mark("at the end of the half-year"),
        mark("{span} after the end of the half-year"),
    ),
    CountedFrom.TASK: (
        mark("{span} before “{title}”"),
        mark("on the day of “{title}”"),
        mark("{span} after “{title}”"),
    ),
}
"""Before, on and after what a task counts from."""


def anchor_label(counted_from: CountedFrom, _: Translator) -> str:
    """What a task counts from, as a choice."""
    return _(ANCHORS[counted_from])


def due_sentence(task: Task, due: DueDay, tasks: Mapping[str, Task], _: Translator) -> str:
    """Why a task is due on its day, or why it has none; ``tasks`` (by id) name the one it counts from."""
    if due.due_on is None or due.counted_on is None:
        if due.state is DueState.PINNED and due.due_on is not None:
            day = day_text(due.due_on, _.language, with_year=True)
            return _("Pinned to {day}: it stays when the event moves.").format(day=day)
        return _(WITHOUT_DAY.get(due.state, WITHOUT_DAY[DueState.UNDATED]))
    counted = f"{counted_words(task, due, tasks, _)} = {day_text(due.counted_on, _.language, with_year=True)}"
    holiday = f" ({due.holiday.said_in(_.language)})" if due.holiday else ""
    return counted + holiday + (f" → {_moved_to(due.counted_on, due.due_on, _)}" if due.is_moved else "")


def _moved_to(counted_on: date, due_on: date, _: Translator) -> str:
    return day_text(due_on, _.language, with_year=due_on.year != counted_on.year)


def counted_words(task: Task, due: DueDay, tasks: Mapping[str, Task], _: Translator) -> str:
    """How a day was counted: "D−30", "5 working days after the last day", "on the day of “Send” (3 May 2027)"."""
    if _is_usual(task):
        return lead_mark(task.offset_days or 0)
    other = tasks.get(task.counted_from_id)
    words = counting_words(task, other.title if other else Text(), _)
    if due.anchor_on is None or task.counted_from not in (CountedFrom.HALF_YEAR, CountedFrom.TASK):
        return words
    return f"{words} ({day_text(due.anchor_on, _.language, with_year=True, with_weekday=False)})"


def counting_words(counted: Task | InstrumentTask, other: Text, _: Translator) -> str:
    """What a task or a line counts, without a day: "5 working days after the last day"; ``other`` is a task's title."""
    offset, counted_from = counted.offset_days or 0, counted.counted_from
    if counted_from is CountedFrom.EVENT:
        counted_from = CountedFrom.LAST_DAY if offset > 0 else CountedFrom.FIRST_DAY
    template = COUNTS[counted_from][(offset > 0) - (offset < 0) + 1]
    span = span_words(abs(offset), _, is_working_days=counted.is_working_days)
    return _(template).format(span=span, title=other.said_in(_.language))


def row_words(task: Task, other: Text, _: Translator) -> tuple[str, str]:
    """What a row says of how a task counts: the mark of planners, or words where no mark says it; "" = nothing.

    ``other`` is the title of the task it counts from.
    """
    if task.offset_days is None:
        return "", ""
    if _is_usual(task):
        return lead_mark(task.offset_days), ""
    is_adrift = task.counted_from is CountedFrom.TASK and not other
    return "", "" if is_adrift else counting_words(task, other, _)


def lead_mark(offset_days: int) -> str:
    """ "D−30" or "D+14": days before the first or after the last day of the event, as planners write them."""
    return f"D{offset_days:+d}".replace("-", "−") if offset_days else "D0"


def _is_usual(task: Task) -> bool:
    """Whether a task counts as planners do: calendar days to the first day, or from the last one."""
    offset = task.offset_days or 0
    usual = (CountedFrom.EVENT, CountedFrom.LAST_DAY if offset > 0 else CountedFrom.FIRST_DAY)
    return task.counted_from in usual and not (task.is_working_days and offset)


def span_words(count: int, _: Translator, *, is_working_days: bool) -> str:
    """ "5 days" or "5 working days"."""
    words: Callable[[int], str] = (
        (lambda days: _.plural("{count} working day", "{count} working days", days))
        if is_working_days
        else (lambda days: _.plural("{count} day", "{count} days", days))
    )
    return words(count).format(count=count)
