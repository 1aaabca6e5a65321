"""What papers say about one task: its day, its words, who answers for it, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import TICK_BOX, TICKED_BOX, Cell, Run, paragraph, paragraphs
from facilitation.documents.word_xml import Element
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task, TaskStatus
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator
from facilitation.planning.deadlines import due_days


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task with its day on a paper printed on ``today``; ``files`` are the names of those kept as its proof."""

    task: Task
    due_on: date | None
    today: date
    files: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether the box is ticked."""
        return self.task.status is TaskStatus.DONE

    @property
    def days_late(self) -> int:
        """How long an open task has been late; 0 for the others."""
        return max(0, (self.today - self.due_on).days) if self.due_on and not self.is_done else 0


def task_lines(record: EventRecord, today: date) -> list[TaskLine]:
    """All tasks, the earliest first, those without a day last."""
    days = due_days(record.tasks, record.event)
    files: dict[str, tuple[str, ...]] = {}
    for file in record.attachments:
        files[file.subject_id] = (*files.get(file.subject_id, ()), file.name)
    lines = [TaskLine(task, days.get(task.id), today, files.get(task.id, ())) for task in record.tasks]
    return sorted(lines, key=lambda line: (line.due_on or date.max, line.task.position))


def done_of(lines: Sequence[TaskLine], _: Translator) -> str:
    """ "3 of 12 tasks done"."""
    done = sum(line.is_done for line in lines)
    return _.plural("{done} of {count} task done", "{done} of {count} tasks done", len(lines)).format(
        done=done, count=len(lines)
    )


def tick_cell(line: TaskLine) -> Cell:
    """The box, ticked where the task is done."""
    return Cell(TICKED_BOX if line.is_done else TICK_BOX, "Tick Box")


def due_cell(line: TaskLine, _: Translator) -> Cell:
    """The day with its weekday."""
    return Cell(day_text(line.due_on, _.language, with_year=True) if line.due_on else _("no deadline yet"))


def task_cell(line: TaskLine, _: Translator) -> Cell:
    """What is to be done: title, note, minimum, and the small checklist inside."""
    task = line.task
    blocks = [paragraph(task.title.said_in(_.language), "Table Text"), *paragraphs(task.note, "Table Detail")]
    if task.minimum_days is not None:
        blocks.append(paragraph(_minimum(task.minimum_days, _), "Table Detail"))
    for point in task.points:
        box = TICKED_BOX if point.is_done else TICK_BOX
        blocks.append(paragraph(f"{box} {point.text}", "Table Detail"))
    return Cell(blocks=tuple(blocks))


def _minimum(days: int, _: Translator) -> str:
    return _.plural(
        "At the latest {count} day before the event", "At the latest {count} days before the event", days
    ).format(count=days)


def responsible_cell(task: Task, _: Translator) -> Cell:
    """Person, role and deputy."""
    texts = [(task.owner, "Table Text"), (task.owner_role.said_in(_.language), "Table Text")]
    texts += [(_("Deputy: {text}").format(text=task.deputy), "Table Detail")] if task.deputy.strip() else []
    return Cell(blocks=tuple(paragraph(text, style) for text, style in texts if text.strip()))


def benchmark_cell(task: Task, _: Translator) -> Cell:
    """The benchmark, and whether it was reached where somebody has judged it."""
    judged = {None: "", True: _("reached"), False: _("not reached")}[task.is_reached]
    blocks = paragraphs(task.benchmark.said_in(_.language), "Table Text")
    return Cell(blocks=(*blocks, *paragraphs(judged, "Table Detail")))


def status_cell(line: TaskLine, paper: Paper) -> Cell:
    """How the task stands, in words: late first, and what blocks it."""
    return Cell(blocks=tuple(_status(line, paper._)))


def _status(line: TaskLine, _: Translator) -> Iterator[Element]:
    label = status_label(line.task.status, _)
    yield paragraph([Run(_("Late"), "Strong"), f" · {label}"] if line.days_late else label, "Table Text")
    if line.days_late:
        late = _.plural("{count} day late", "{count} days late", line.days_late)
        yield paragraph(late.format(count=line.days_late), "Table Detail")
    if line.task.status is TaskStatus.BLOCKED and line.task.blocked_by.strip():
        yield paragraph(_("Blocked by: {text}").format(text=line.task.blocked_by), "Table Detail")
