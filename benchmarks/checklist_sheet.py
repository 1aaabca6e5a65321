"""How long the workbook of a long checklist takes to write, and to read back with its differences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from itertools import count
from statistics import median
from time import perf_counter

import pandas as pd
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, Side

from benchmarks.one_line import say
from facilitation.domain.agenda import Agenda
from facilitation.domain.event import Event
from facilitation.domain.guide import Guide
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Dependency, Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.exchange.checklist_cells import CELLS, checklist_cells
from facilitation.exchange.checklist_difference import ChecklistReturn, returned_checklist
from facilitation.exchange.checklist_sheet import checklist_xlsx
from facilitation.exchange.spreadsheet import FIRST_ROW
from facilitation.exchange.table_file import read_file
from facilitation.exchange.tasks_import import guess_task_mapping
from facilitation.i18n.translator import Translator

RUNS = 5
TASKS, CHANGED = 500, 50
TARGETS = {"write_seconds": 1.0, "read_seconds": 1.0}
TODAY = date(2027, 1, 11)
EVENT = Event("event", "national-conference", Text(sq="Konferenca kombëtare"), date(2027, 5, 18), day_count=2)
ALBANIAN = Translator("sq")


def main() -> None:
    """Write, change a tenth of the tasks, read back; the same rows in two plainer ways; print the line."""
    record = _record()
    data = checklist_xlsx(record, ALBANIAN, TODAY)
    assert _read(data, record.tasks).difference.same == TASKS
    edited = _with_new_owners(data)
    assert len(_read(edited, record.tasks).difference.changed) == CHANGED
    write, read = (
        _seconds(run) for run in (lambda: checklist_xlsx(record, ALBANIAN, TODAY), lambda: _read(edited, record.tasks))
    )
    cells, bare = (_seconds(run) for run in (lambda: _styled_cell_by_cell(record), lambda: _bare(record)))
    say(
        "checklist_sheet",
        figures={"write_seconds": round(write, 3), "read_seconds": round(read, 3)},
        targets=TARGETS,
        tasks=TASKS,
        kilobytes=round(len(data) / 1000),
        naive={
            "what": "openpyxl with a new font, alignment and border for every cell, one sheet, no lists",
            "seconds": round(cells, 3),
            "times_slower": round(cells / write, 1),
        },
        bare={
            "what": "pandas to_excel, values alone: no formats, lists, colours, set-up or way back",
            "seconds": round(bare, 3),
            "times_slower": round(bare / write, 1),
        },
    )


def _record() -> EventRecord:
    tasks = tuple(
        Task(
            f"task-{number}",
            EVENT.id,
            Text(sq=f"Detyra {number}: dërgoni ftesat dhe pyetjet e konsultimit te bashkitë", en=f"Task {number}"),
            offset_days=number % 200 - 160,
            owner_role=Text(sq="Koordinatorja"),
            owner=f"Zyra {number % 12}",
            benchmark=Text(sq="Të paktën 60 % e përgjigjeve 70 ditë para"),
            status=tuple(TaskStatus)[number % 4],
            note="Shih listën e kontakteve." if number % 3 else "",
            waits_for=(Dependency(f"task-{number - 1}", 1),) if number % 5 == 1 else (),
            position=number,
        )
        for number in range(TASKS)
    )
    return EventRecord(EVENT, Agenda(EVENT.id), Guide(EVENT.id), tasks=tasks)


def _with_new_owners(data: bytes) -> bytes:
    """The workbook as it comes back: a tenth of the tasks has somebody else."""
    book, content = load_workbook(BytesIO(data)), BytesIO()
    for row in range(FIRST_ROW, FIRST_ROW + CHANGED):
        book.worksheets[0].cell(row, CELLS.index("owner") + 1, "Zyra e re")
    book.save(content)
    return content.getvalue()


def _read(data: bytes, tasks: tuple[Task, ...]) -> ChecklistReturn:
    numbers = count(1)
    file = read_file(data, "checklist.xlsx")
    table = file.sheet(file.best)
    mapping = guess_task_mapping(table.header)
    return returned_checklist(
        file, table, mapping, EVENT, tasks=tasks, new_id=lambda: f"id-{next(numbers)}", language="sq"
    )


def _seconds(run: Callable[[], object]) -> float:
    return median(_timed(run) for _ in range(RUNS))


def _timed(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def _styled_cell_by_cell(record: EventRecord) -> bytes:
    """What a first attempt looks like."""
    book, content = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    for number, row in enumerate(checklist_cells(record.tasks, EVENT, ALBANIAN), start=1):
        for position, field in enumerate(CELLS, start=1):
            cell = sheet.cell(number, position, row[field])
            cell.font = Font(name="Calibri", size=10)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(bottom=Side(style="thin", color="9AA5AB"))
    book.save(content)
    return content.getvalue()


def _bare(record: EventRecord) -> bytes:
    content = BytesIO()
    pd.DataFrame(checklist_cells(record.tasks, EVENT, ALBANIAN)).to_excel(content, index=False)
    return content.getvalue()


if __name__ == "__main__":
    main()
