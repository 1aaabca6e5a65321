"""The hand-over sheet: what somebody leaves to somebody else, how it stands, and two signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitation.documents.task_cells import TaskLine, done_of, due_cell, status_cell, task_cell, task_lines
from facilitation.documents.word_front import nothing_yet, title_block
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Cell, Row, head_row, heading, paragraph, paragraphs, spacer, table
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task
from facilitation.i18n.formats import day_text, moment_text
from facilitation.i18n.sorting import sorted_texts
from facilitation.i18n.translator import Translator
from facilitation.planning.progress import name_key, same_name
from facilitation.planning.role_owners import HandOver

OPEN_COLUMNS = (42.0, 90.0, 38.0, 60.0, 37.0)
DONE_COLUMNS = (42.0, 128.0, 97.0)
SIGNED_COLUMNS = (37.0, 115.0, 115.0)
SIGNATURE_HEIGHT = 14.0


def hand_over_docx(record: EventRecord, _: Translator, stamp: Stamp, wanted: HandOver | None = None) -> bytes:
    """A sheet for one hand-over, or for every person who has tasks."""
    paper = Paper(record.event, _, stamp, title=_("Hand-over sheet"), page=LANDSCAPE)
    lines = task_lines(record, stamp.printed_on)
    sheets = [wanted] if wanted else [HandOver(name) for name in _owners(lines, _)]
    if not sheets:
        paper.add(title_block(paper), nothing_yet(_("No task has been given to a person or office yet.")))
    for place, sheet in enumerate(sheets):
        paper.add(_sheet(sheet, lines, paper, page_break=place > 0))
    return paper.data()


def _owners(lines: Sequence[TaskLine], _: Translator) -> list[str]:
    names: dict[str, str] = {}
    for line in lines:
        if line.task.owner.strip():
            names.setdefault(name_key(line.task.owner), line.task.owner)
    return sorted_texts(names.values(), _.language)


def _sheet(sheet: HandOver, lines: Sequence[TaskLine], paper: Paper, *, page_break: bool) -> Iterator[Element]:
    _ = paper._
    own = [line for line in lines if same_name(line.task.owner, sheet.giver)]
    done = [line for line in own if line.is_done]
    waiting = [line for line in _handed(sheet, lines) if not line.is_done]
    yield from title_block(paper, page_break=page_break)
    yield heading(sheet.giver)
    yield paragraph(done_of(own, _), "Lead")
    yield heading(_("Open tasks"), 2)
    yield from _open_part(waiting, _, paper)
    if done:
        yield heading(_("What was done"), 2)
        yield table(DONE_COLUMNS, [_done_head(_), *(_done_row(line, _) for line in done)], title=_("What was done"))
    yield heading(_("Handed over and taken over"), 2)
    yield _signatures(sheet, _)
    yield spacer()


def _handed(sheet: HandOver, lines: Sequence[TaskLine]) -> list[TaskLine]:
    """The chosen tasks; without a choice those the giver owns."""
    if sheet.task_ids is None:
        return [line for line in lines if same_name(line.task.owner, sheet.giver)]
    return [line for line in lines if line.task.id in sheet.task_ids]


def _open_part(lines: Sequence[TaskLine], _: Translator, paper: Paper) -> Iterator[Element]:
    if not lines:
        yield nothing_yet(_("Nothing is open."))
        return
    head = head_row((_("Due"), _("Task"), _("Status"), _("Proof and last comment"), _("Deputy")))
    yield table(OPEN_COLUMNS, [head, *(_open_row(line, _, paper) for line in lines)], title=_("Open tasks"))


def _open_row(line: TaskLine, _: Translator, paper: Paper) -> Row:
    task = line.task
    return Row(
        [
            due_cell(line, _),
            task_cell(line, _),
            status_cell(line, paper),
            Cell(blocks=(*_proof(line, _), *_last_comment(task, _))),
            Cell(task.deputy),
        ]
    )


def _proof(line: TaskLine, _: Translator) -> Iterator[Element]:
    """The link or words that prove a task, and the names of its files: whoever takes over knows what to look for."""
    yield from paragraphs(line.task.proof, "Table Text")
    if line.files:
        names = "; ".join(line.files)
        yield from paragraphs(
            _.plural("File: {names}", "Files: {names}", len(line.files)).format(names=names), "Table Text"
        )


def _last_comment(task: Task, _: Translator) -> Iterator[Element]:
    if task.comments:
        last = max(task.comments, key=lambda comment: comment.written_at)
        yield from paragraphs(last.text, "Table Words")
        yield paragraph(f"{last.author}, {moment_text(last.written_at, _.language)}", "Table Detail")


def _done_head(_: Translator) -> Row:
    return head_row((_("Done on"), _("Task"), _("Proof")))


def _done_row(line: TaskLine, _: Translator) -> Row:
    task = line.task
    day = day_text(task.done_on, _.language, with_year=True) if task.done_on else "–"
    return Row([Cell(day), Cell(task.title.said_in(_.language)), Cell(blocks=tuple(_proof(line, _)))])


def _signatures(sheet: HandOver, _: Translator) -> Element:
    """Name, date and signature of both; the rows stay together."""
    rows = [
        head_row(("", _("Handed over by"), _("Taken over by"))),
        Row([Cell(_("Name"), "Table Head"), Cell(sheet.giver), Cell(sheet.taker)], height=9, keep_next=True),
        Row([Cell(_("Date"), "Table Head"), Cell(), Cell()], height=9, keep_next=True),
        Row([Cell(_("Signature"), "Table Head"), Cell(), Cell()], height=SIGNATURE_HEIGHT),
    ]
    return table(SIGNED_COLUMNS, rows, title=_("Signatures"), borders="all")
