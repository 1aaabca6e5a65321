"""The wall calendar: a page of A4 for each month with deadlines, holidays and the days of the event; for the staff.

A page is planned before it is drawn: as many lines go into each day as the page has room for, what is left goes into a
list under the grid, and what the list cannot hold is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from facilitation.documents.running_order_word import staff_mark
from facilitation.documents.word_fit import CELL_SIDES, LINE_HEIGHT, POINTS_PER_MM, line_count, text_width
from facilitation.documents.word_front import sample_mark
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, Run, head_row, paragraph, spacer, table
from facilitation.documents.word_styles import LANDSCAPE, SMALLEST, Stamp
from facilitation.documents.word_xml import Element, element
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task
from facilitation.i18n.formats import month_text, weekday_text
from facilitation.i18n.translator import Translator
from facilitation.planning.progress import owner_of
from facilitation.planning.wall_calendar import CalendarDay, CalendarMonth, undated, wall_calendar

COLUMN = LANDSCAPE.text_width / 7
LIST_COLUMNS = 3
LIST_COLUMN = LANDSCAPE.text_width / LIST_COLUMNS
LINE = SMALLEST * LINE_HEIGHT / POINTS_PER_MM
DAY_LINE, LIST_LINE = 6.6, LINE + 1.9
OTHER_HEAD = 18.0
"""Millimetres more for the head where its styles are a template's."""
"""Millimetres: the number of a day with the space around the words of its cell, and a row of the list."""
TITLE, HEAD, LIST_TITLE, SAMPLE, WORDS, SPARE = 17.5, 6.4, 7.0, 7.5, 6.2, 3.0
"""Millimetres of what stands around the days; ``SPARE`` is left for what another program lays out a little wider."""
FEWEST_LINES, MOST_LINES = 1, 30
TASK_LINES = (3, 2)
"""A task may take so many lines where all of a month finds room in its days, else so many."""
LONGEST_OWNER, LONGEST_HOLIDAY = 18, 44


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a month is laid out: millimetres of each week, the tasks shown in each day, those listed below, how many
    are left for the checklist. ``task_lines`` = lines one task may take."""

    heights: tuple[float, ...]
    shown: dict[date, tuple[Task, ...]]
    listed: tuple[tuple[date, Task], ...]
    left_count: int = 0
    task_lines: int = TASK_LINES[-1]


def wall_calendar_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """One page for each month from the first open deadline to the last."""
    paper = Paper(record.event, _, stamp, title=_("Wall calendar"), page=LANDSCAPE)
    paper.header = staff_mark(_)
    room = paper.page.text_height - TITLE - HEAD - SPARE - (OTHER_HEAD if paper.template else 0)
    for place, month in enumerate(wall_calendar(record.tasks, record.event)):
        words = [] if place else _first_words(record, _)
        taken = 0.0 if place else SAMPLE * record.event.is_sample + WORDS
        plan = _plan(month, _, room=room - taken)
        paper.add(_title(paper, month, is_first=not place), words, _grid(month, plan, _), *_list(plan, _))
    return paper.data()


def _title(paper: Paper, month: CalendarMonth, *, is_first: bool) -> list[Element]:
    """The month large, the event under it in small letters."""
    start = [] if is_first else [element("pageBreakBefore")]
    event = shortened(paper.event.title.said_in(paper._.language), 110)
    return [
        paragraph(month_text(month.first, paper._.language), "Title", extra=start),
        paragraph([Run(event, "Strong")], "Detail"),
    ]


def _first_words(record: EventRecord, _: Translator) -> list[Element]:
    """What the first page says besides: the sample mark, that nothing is open, or what stands on no day."""
    count = len(undated(record.tasks, record.event))
    said = ""
    if not record.tasks:
        said = _("No tasks have been written down yet.")
    elif count:
        said = _.plural(
            "{count} open task stands on no day; see the checklist.",
            "{count} open tasks stand on no day; see the checklist.",
            count,
        ).format(count=count)
    return [*sample_mark(record.event, _), *([paragraph(said, "Detail")] if said else [])]


def _plan(month: CalendarMonth, _: Translator, *, room: float) -> _Plan:
    """Long texts where every day holds its tasks, else short ones and a list; as little as possible is left over."""
    best: _Plan | None = None
    for task_lines in TASK_LINES:
        for most in range(MOST_LINES, FEWEST_LINES - 1, -1):
            plan = _with_list(_with_lines(month, most, task_lines, _), room)
            if plan is None or (plan.listed and task_lines != TASK_LINES[-1]):
                continue
            if best is None or plan.left_count < best.left_count:
                best = plan
            if not plan.left_count:
                return plan
    return best or _with_lines(month, FEWEST_LINES, TASK_LINES[-1], _)


def _with_list(plan: _Plan, room: float) -> _Plan | None:
    """The plan with as much of its list as the page holds, what is free shared by the weeks; ``None`` = no room."""
    free = room - sum(plan.heights)
    left = free - _list_height(len(plan.listed))
    if left >= 0:
        return replace(plan, heights=tuple(height + left / len(plan.heights) for height in plan.heights))
    places = int((free - LIST_TITLE) / LIST_LINE) * LIST_COLUMNS - 1
    return replace(plan, listed=plan.listed[:places], left_count=len(plan.listed) - places) if places > 0 else None


def _list_height(count: int) -> float:
    return LIST_TITLE + -(-count // LIST_COLUMNS) * LIST_LINE if count else 0.0


def _with_lines(month: CalendarMonth, most: int, task_lines: int, _: Translator) -> _Plan:
    """Each week as high as its fullest day needs, with so many lines at most."""
    heights, shown, listed = [], {}, []
    for week in month.weeks:
        days = [day for day in week if day]
        needed = max(_needed(day, task_lines, _) for day in days)
        least = max(sum(map(_lines_of, _marks(day, _))) + bool(day.tasks) for day in days)
        lines = max(min(needed, most), least, FEWEST_LINES)
        heights.append(DAY_LINE + lines * LINE)
        for day in days:
            needs = [_lines_of(_task_text(task, task_lines, _)) for task in day.tasks]
            kept = day.tasks[: _kept(needs, lines - sum(map(_lines_of, _marks(day, _))))]
            shown[day.day] = kept
            listed += [(day.day, task) for task in day.tasks[len(kept) :]]
    return _Plan(tuple(heights), shown, tuple(listed), task_lines=task_lines)


def _needed(day: CalendarDay, task_lines: int, _: Translator) -> int:
    """The lines of everything that stands on a day."""
    return sum(map(_lines_of, (*_marks(day, _), *(_task_text(task, task_lines, _) for task in day.tasks))))


def _kept(needs: Sequence[int], free: int) -> int:
    """How many tasks, each of so many lines, fit; where some are left over the last line says how many."""
    if sum(needs) <= free:
        return len(needs)
    sums = list(accumulate(needs))
    return sum(used <= free - 1 for used in sums)


def _lines_of(text: str) -> int:
    return line_count(text, COLUMN - CELL_SIDES, SMALLEST)


def _task_text(task: Task, lines: int, _: Translator) -> str:
    """What is to be done, with the owner's name short, in the lines a task may take."""
    return _fitting(task, _, width=COLUMN - CELL_SIDES, lines=lines)


def _fitting(task: Task, _: Translator, *, width: float, lines: int) -> str:
    """Title and owner; of a title that is too long the end is left out."""
    title = task.title.said_in(_.language)
    owner = shortened(owner_of(task).said_in(_.language).partition(",")[0], LONGEST_OWNER)
    length = len(title)
    while True:
        words = shortened(title, length)
        text = f"{words} · {owner}" if owner else words
        if length < 8 or line_count(text, width, SMALLEST) <= lines:
            return text
        length -= 4


def _marks(day: CalendarDay, _: Translator) -> Iterable[str]:
    """The event and the holiday of a day, in words: prints are grey."""
    if day.event_day:
        yield _("EVENT, DAY {number}").format(number=day.event_day)
    if day.holiday:
        yield shortened(day.holiday.said_in(_.language), LONGEST_HOLIDAY)


def _grid(month: CalendarMonth, plan: _Plan, _: Translator) -> Element:
    names = [weekday_text(number, _.language) for number in range(7)]
    weeks = zip(month.weeks, plan.heights, strict=True)
    rows = [Row([_cell(day, plan, _) for day in week], height=height) for week, height in weeks]
    title = month_text(month.first, _.language)
    return table([COLUMN] * 7, [head_row(names), *rows], title=title, borders="all")


def _cell(day: CalendarDay | None, plan: _Plan, _: Translator) -> Cell:
    if day is None:
        return Cell()
    marks = list(_marks(day, _))
    blocks = [paragraph(str(day.day.day), "Table Item")]
    blocks += [
        paragraph([Run(mark, "Strong" if day.event_day and not place else "Emphasis")], "Table Text")
        for place, mark in enumerate(marks)
    ]
    shown = plan.shown[day.day]
    blocks += [paragraph(_task_text(task, plan.task_lines, _), "Table Text") for task in shown]
    left = len(day.tasks) - len(shown)
    if left:
        said = _.plural("+{count} below", "+{count} below", left).format(count=left)
        blocks.append(paragraph([Run(said, "Strong")], "Table Text"))
    return Cell(blocks=tuple(blocks), fill="head" if day.holiday else "soft" if day.is_free else "")


def _list(plan: _Plan, _: Translator) -> list[Element]:
    """What found no room in its day, by day, in columns that are read downwards."""
    if not plan.listed:
        return []
    entries: list[str | Cell] = [_listed(day, task, _) for day, task in plan.listed]
    if plan.left_count > 0:
        said = _.plural("and {count} more in the checklist", "and {count} more in the checklist", plan.left_count)
        entries.append(Cell([Run(said.format(count=plan.left_count), "Strong")]))
    height = -(-len(entries) // LIST_COLUMNS)
    entries += [Cell()] * (height * LIST_COLUMNS - len(entries))
    rows = [Row([entries[row + column * height] for column in range(LIST_COLUMNS)]) for row in range(height)]
    title = _("More deadlines of the month")
    return [paragraph(title, "Label"), table([LIST_COLUMN] * LIST_COLUMNS, rows, title=title), spacer()]


def _listed(day: date, task: Task, _: Translator) -> Cell:
    number = f"{day.day}. "
    width = LIST_COLUMN - CELL_SIDES - text_width(number + "0", SMALLEST)
    return Cell([Run(number, "Strong"), _fitting(task, _, width=width, lines=1)])
