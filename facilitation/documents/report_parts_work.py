"""The parts of a report about the work: tasks, roles, problems, money, measures and files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_parts import Cell, Row, Run, bullets, head_row, paragraph
from facilitation.documents.word_xml import Element
from facilitation.domain.budget import BudgetCategory
from facilitation.domain.task import TaskStatus
from facilitation.i18n.budget_words import category_label, currency_label
from facilitation.i18n.formats import short_day_or_dash, short_day_text
from facilitation.i18n.labels import status_label
from facilitation.i18n.money import amount_text, money_text
from facilitation.planning.budget_sums import BudgetSums, GroupSum, LineSum
from facilitation.planning.report_sources import ReportSources
from facilitation.planning.report_work import (
    Activities,
    FileRow,
    Measure,
    Problem,
    ProblemKind,
    RoleRow,
    TaskRow,
)

TASKS = (26.0, 70.0, 36.0, 30.0)
ROLES = (50.0, 112.0)
MONEY = (54.0, 27.0, 27.0, 27.0, 27.0)
LINES = (56.0, 40.0, 40.0, 26.0)
MEASURES = (12.0, 66.0, 38.0, 22.0, 24.0)
FILES = (62.0, 74.0, 26.0)
NUMBERS = (1, 2, 3, 4)
STATUSES = (TaskStatus.DONE, TaskStatus.IN_PROGRESS, TaskStatus.PLANNED, TaskStatus.BLOCKED)


def activities(content: Activities, volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """How many tasks stand how, then all of them by day."""
    _ = volume._
    counts = [f"{status_label(status, _)}: {content.count(status)}" for status in STATUSES if content.count(status)]
    counts += [_("Late: {count}").format(count=content.late)] if content.late else []
    yield paragraph(" · ".join(counts), "Lead")
    yield from _task_table(_("Activities by day"), content.rows, volume)


def open_tasks(content: Sequence[TaskRow], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """What is not done yet."""
    return _task_table(volume._("Open tasks"), content, volume)


def _task_table(text: str, rows: Sequence[TaskRow], volume: Volume) -> Iterable[Element]:
    _ = volume._
    head = head_row((_("Due"), _("Task"), _("Responsible"), _("Status")))
    return volume.captioned(text, TASKS, head, [_task_row(row, volume) for row in rows])


def _task_row(row: TaskRow, volume: Volume) -> Row:
    _, language = volume._, volume.language
    status = status_label(row.status, _)
    if row.days_late:
        status = _.plural("{count} day late", "{count} days late", row.days_late).format(count=row.days_late)
    elif row.done_on:
        status = f"{status}, {short_day_text(row.done_on, language)}"
    return Row(
        [
            short_day_or_dash(row.due_on, volume.language),
            row.title.said_in(language),
            row.owner.said_in(language) or "–",
            status,
        ]
    )


def roles(content: Sequence[RoleRow], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """Who answers for which tasks."""
    _ = volume._
    rows = [
        Row(
            [
                row.owner.said_in(volume.language),
                Cell(blocks=tuple(paragraph(title.said_in(volume.language), "Table Name") for title in row.tasks)),
            ]
        )
        for row in content
    ]
    yield from volume.captioned(_("Who answers for what"), ROLES, head_row((_("Responsible"), _("Tasks"))), rows)


def problems(content: Sequence[Problem], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """What the record knows of problems, one sentence each."""
    yield paragraph(volume._("What the record shows"), "Label")
    yield from bullets(_problem_text(problem, volume) for problem in content)


def _problem_text(problem: Problem, volume: Volume) -> str:
    _, what = volume._, problem.what.said_in(volume.language)
    if problem.kind is ProblemKind.BLOCKED:
        if not problem.why:
            return _("Blocked: {task}.").format(task=what)
        return _("Blocked: {task} ({reason}).").format(task=what, reason=problem.why)
    if problem.kind is ProblemKind.LATE:
        late = _.plural("Late by {count} day: {task}.", "Late by {count} days: {task}.", problem.days)
        return late.format(count=problem.days, task=what)
    if problem.kind is ProblemKind.MORE_LATE:
        more = _.plural("{count} more task is late.", "{count} more tasks are late.", problem.days)
        return more.format(count=problem.days)
    if problem.kind is ProblemKind.NO_SESSION:
        return _("No session serves the objective “{objective}”.").format(objective=what)
    amount = money_text(problem.amount, problem.currency, volume.language)
    if problem.kind is ProblemKind.GAP:
        return _("Money nobody bears yet: {amount}.").format(amount=amount)
    return _("Spent beyond the plan: {amount}.").format(amount=amount)


def budget(content: BudgetSums, volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """Plan and spending by category."""
    _ = volume._
    titles = (_("Category"), _("Plan"), _("Spent"), _("Still open"), _("Difference"))
    rows = [_sum_row(category_label(BudgetCategory(g.name), _), _spending(g, volume)) for g in content.categories]
    rows.append(_sum_row(_("In all"), _spending(content.total, volume), is_total=True))
    text = _("The budget by category, in {currency}").format(currency=currency_label(content.currency, _))
    yield from volume.captioned(text, MONEY, head_row(titles, numbers=NUMBERS), rows)


def _spending(group: GroupSum, volume: Volume) -> list[str]:
    return [_amount(value, volume) for value in (group.planned, group.actual, group.open, group.difference)]


def budget_lines(content: BudgetSums, volume: Volume, sources: ReportSources) -> Iterable[Element]:
    """Every line of the budget with who bears it."""
    _ = volume._
    rows = [_line_row(entry, volume, sources) for entry in content.lines]
    rows.append(_sum_row(_("In all"), ["", "", _amount(content.total.planned, volume)], is_total=True))
    titles = (_("What"), _("Source"), _("Quantity and price"), _("Amount"))
    text = _("The budget line by line, in {currency}").format(currency=currency_label(content.currency, _))
    yield from volume.captioned(text, LINES, head_row(titles, numbers=(2, 3)), rows)


def _line_row(entry: LineSum, volume: Volume, sources: ReportSources) -> Row:
    line = entry.line
    price = money_text(line.unit_price, line.currency, volume.language)
    names = dict.fromkeys(sources.hide(part.source) for part in entry.parts if part.source and part.planned)
    nobody = [volume._("Nobody yet")] if entry.gap > 0 else []
    return Row(
        [
            sources.hide(line.what),
            "; ".join([*names, *nobody]),
            Cell(f"{amount_text(line.quantity, volume.language)} × {price}", "Table Number"),
            Cell(_amount(entry.planned, volume), "Table Number"),
        ]
    )


def funding(content: BudgetSums, volume: Volume, sources: ReportSources) -> Iterable[Element]:
    """Who bears what, and what nobody bears yet."""
    _ = volume._
    titles = (_("Source"), _("In cash"), _("In kind"), _("Together"), _("Spent"))
    rows = [_sum_row(sources.hide(group.name), _bearing(group, volume)) for group in content.sources]
    if content.nobody.planned > 0:
        rows.append(_sum_row(_("Nobody yet"), ["", "", _amount(content.nobody.planned, volume), ""]))
    rows.append(_sum_row(_("In all"), _bearing(content.total, volume), is_total=True))
    text = _("The budget by source, in {currency}").format(currency=currency_label(content.currency, _))
    yield from volume.captioned(text, MONEY, head_row(titles, numbers=NUMBERS), rows)


def _bearing(group: GroupSum, volume: Volume) -> list[str]:
    return [_amount(value, volume) for value in (group.cash, group.in_kind, group.planned, group.actual)]


def _amount(amount: Decimal, volume: Volume) -> str:
    return amount_text(amount, volume.language)


def _sum_row(name: str, amounts: Sequence[str], *, is_total: bool = False) -> Row:
    style = "Strong" if is_total else ""
    cells = [Cell([Run(name, style)]), *(Cell([Run(amount, style)], "Table Number") for amount in amounts)]
    return Row(cells, fill="soft" if is_total else "")


def measures(content: Sequence[Measure], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """Each measure with its institution, its day and how it stands."""
    _ = volume._
    rows = [
        Row(
            [
                str(entry.number),
                entry.text,
                entry.institution or _("nobody named yet"),
                short_day_or_dash(entry.due_on, volume.language),
                _measure_text(entry, volume),
            ]
        )
        for entry in content
    ]
    titles = (_("No."), _("Measure"), _("Institution"), _("By when"), _("Status"))
    yield from volume.captioned(_("Measures"), MEASURES, head_row(titles), rows)


def _measure_text(measure: Measure, volume: Volume) -> str:
    _ = volume._
    if measure.done_on:
        return _("carried out on {day}").format(day=short_day_text(measure.done_on, volume.language))
    return _("late") if measure.is_overdue else _("still open")


def files(content: Sequence[FileRow], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """The files kept with the event."""
    _ = volume._
    rows = [
        Row([row.name, row.belongs_to.said_in(volume.language) or "–", short_day_text(row.added_on, volume.language)])
        for row in content
    ]
    head = head_row((_("File"), _("Belongs to"), _("Added")))
    yield from volume.captioned(_("Files kept with the event"), FILES, head, rows)
