"""A checklist that comes back from Excel: nothing is lost on the way, and every edit is found."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from facilitation.domain.task import CountedFrom, Dependency, Task, TaskStatus
from facilitation.domain.text import LANGUAGES, Text
from facilitation.exchange.checklist_cells import CELLS
from facilitation.exchange.checklist_difference import ChecklistReturn, returned_checklist
from facilitation.exchange.checklist_sheet import SENT, checklist_xlsx
from facilitation.exchange.table_file import read_file
from facilitation.exchange.tasks_import import NO_TITLE, NOT_A_DEADLINE, guess_task_mapping
from facilitation.i18n.translator import Translator
from facilitation.planning.checklist_difference import CellChange, ChecklistDifference
from tests.builders import a_record, a_task, an_event, counted_ids
from tests.programs import need

EVENT, TODAY = an_event(), date(2027, 3, 1)
TASKS = (
    a_task("halls", title=Text(sq="Salla", en="Halls"), offset_days=-60, owner="Zyra A", version=4),
    a_task(
        "menu",
        title=Text(sq="=Menyja"),
        offset_days=10,
        is_working_days=True,
        counted_from=CountedFrom.TASK,
        counted_from_id="halls",
        waits_for=(Dependency("halls", 2),),
        deputy="Zyra B",
        is_reached=False,
        note="një\ndy",
        position=1,
    ),
    a_task("report", title=Text(en="Report"), offset_days=-5, counted_from=CountedFrom.HALF_YEAR, position=2),
    a_task("pinned", title=Text(sq="Takimi"), offset_days=-7, pinned_on=date(2027, 5, 3), position=3),
    a_task("undated", title=Text(sq="Pa afat"), offset_days=None, position=4),
)


def exported(tasks: tuple[Task, ...] = TASKS, language: str = "sq") -> bytes:
    return checklist_xlsx(a_record(event=EVENT, tasks=tasks), Translator(language), TODAY)


def edited(data: bytes, **cells: Any) -> bytes:
    """The workbook with cells of its first sheet typed anew: ``F5="…"``; a text stays one, as the cells are text."""
    book = load_workbook(BytesIO(data))
    for name, value in cells.items():
        book.worksheets[0][name] = value
        if isinstance(value, str):
            book.worksheets[0][name].data_type = "s"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


@cache
def place(task_id: str, field: str) -> str:
    """The name of a cell, by task and field."""
    book = load_workbook(BytesIO(exported()))
    row = next(row for row in book.worksheets[0].iter_rows(min_row=5) if row[0].value == task_id)
    return str(row[CELLS.index(field)].coordinate)


def returned(data: bytes, tasks: tuple[Task, ...] = TASKS, event: Any = EVENT, language: str = "sq") -> ChecklistReturn:
    file = read_file(data, "checklist.xlsx")
    table = file.sheet(file.best)
    mapping = guess_task_mapping(table.header)
    return returned_checklist(file, table, mapping, event, tasks=tasks, new_id=counted_ids(), language=language)


def all_ticked(found: ChecklistReturn) -> tuple[list[Task], list[Task], list[Task]]:
    return found.wanted({choice.key for choice in found.choices if choice.problem is None})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_checklist_that_nobody_touched_makes_no_difference(language: str) -> None:
    found = returned(exported(language=language), language="en")

    assert (found.difference, found.choices) == (ChecklistDifference(same=5), ())


def test_an_event_that_was_moved_meanwhile_makes_no_difference() -> None:
    moved = replace(EVENT, starts_on=date(2027, 9, 20))

    assert returned(exported(), event=moved).difference == ChecklistDifference(same=5)


@pytest.mark.libreoffice
def test_libreoffice_saves_a_checklist_without_a_difference(tmp_path: Path) -> None:
    soffice = need("soffice")
    (tmp_path / "checklist.xlsx").write_bytes(exported())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(soffice), profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    paths = ["--outdir", str(tmp_path / "again"), str(tmp_path / "checklist.xlsx")]
    subprocess.run([*command, *paths], capture_output=True, check=True, timeout=300)

    data = (tmp_path / "again" / "checklist.xlsx").read_bytes()

    assert returned(data).difference == ChecklistDifference(same=5)
    assert [sheet.name for sheet in read_file(data, "checklist.xlsx").sheets if sheet.is_hidden] == ["lists", SENT]


@pytest.mark.parametrize(
    ("field", "typed", "changes"),
    [
        ("title", "+Salla e madhe", {"title": Text(sq="+Salla e madhe", en="Halls")}),
        ("owner", "@Zyra C", {"owner": "@Zyra C"}),
        ("deputy", "Zyra D", {"deputy": "Zyra D"}),
        ("status", "në proces", {"status": TaskStatus.IN_PROGRESS}),
        ("lead", "T−40", {"offset_days": -40}),
        ("lead", "20 ditë pune para", {"offset_days": -20, "is_working_days": True}),
        ("lead", "-", {"offset_days": None, "pinned_on": date(2027, 3, 18)}),
        ("due", datetime(2027, 3, 1), {"pinned_on": date(2027, 3, 1)}),
        ("due", "1.3.2027", {"pinned_on": date(2027, 3, 1)}),
        ("counted", "Dita e fundit", {"counted_from": CountedFrom.LAST_DAY}),
        ("reached", "po", {"is_reached": True}),
        ("proof", "https://example.org", {"proof": "https://example.org"}),
        ("waits", "Takimi\n5", {"waits_for": (Dependency("pinned"), Dependency("undated"))}),
        ("blocked_by", "Pa ofertë", {"blocked_by": "Pa ofertë"}),
        ("note", "a\nb", {"note": "a\nb"}),
        ("done_on", datetime(2027, 2, 1), {"done_on": date(2027, 2, 1)}),
        ("benchmark", "2 oferta", {"benchmark": Text(sq="2 oferta")}),
    ],
)
def test_what_was_typed_into_one_cell_changes_that_field_alone(field: str, typed: Any, changes: dict[str, Any]) -> None:
    found = returned(edited(exported(), **{place("halls", field): typed}))

    assert [choice.key for choice in found.choices] == [f"halls·{field}"]
    assert all_ticked(found) == ([replace(TASKS[0], **changes)], [], [])


def test_a_new_lead_time_frees_a_task_from_its_pinned_day_and_a_day_keeps_the_lead_time() -> None:
    lead = all_ticked(returned(edited(exported(), **{place("pinned", "lead"): "D-14"})))
    day = all_ticked(returned(edited(exported(), **{place("pinned", "due"): "4.5.2027"})))

    assert lead[0] == [replace(TASKS[3], offset_days=-14, pinned_on=None)]
    assert day[0] == [replace(TASKS[3], pinned_on=date(2027, 5, 4))]


def test_what_cannot_be_read_is_said_and_cannot_be_ticked() -> None:
    cells = {place("halls", "due"): "së shpejti", place("menu", "title"): None, place("menu", "deputy"): "Zyra C"}

    found = returned(edited(exported(), **cells))

    said = {choice.key: choice.problem.template for choice in found.choices if choice.problem}
    assert said == {"halls·due": NOT_A_DEADLINE, "menu·title": NO_TITLE}
    assert all_ticked(found) == ([replace(TASKS[1], deputy="Zyra C")], [], [])


def test_rows_that_were_added_and_deleted_are_found() -> None:
    data = exported()
    book = load_workbook(BytesIO(data))
    sheet = book.worksheets[0]
    number = next(row[0].row for row in sheet.iter_rows(min_row=5) if row[0].value == "menu")
    sheet.delete_rows(number)
    sheet["F20"], sheet["E20"], sheet["N20"] = "Përkthyesit", "30 ditë para", "Salla"
    content = BytesIO()
    book.save(content)

    found = returned(content.getvalue())

    changed, new, removed = all_ticked(found)
    assert (changed, removed) == ([], [TASKS[1]])
    assert [(task.title, task.offset_days, task.waits_for) for task in new] == [
        (Text(sq="Përkthyesit"), -30, (Dependency("halls"),))
    ]
    assert [choice.is_ticked for choice in found.choices] == [True, False]


def test_a_clash_shows_both_and_is_not_ticked() -> None:
    here = (replace(TASKS[0], owner="Zyra Y", version=5), *TASKS[1:])

    found = returned(edited(exported(), **{place("halls", "owner"): "Zyra Z"}), here)

    (choice,) = found.choices
    assert (choice.before, choice.after, choice.is_conflict, choice.is_ticked) == ("Zyra Y", "Zyra Z", True, False)
    assert found.difference.changed[0].cells == (CellChange("owner", "Zyra A", "Zyra Z", "Zyra Y"),)
    assert found.wanted(set()) == ([], [], [])


def test_a_checklist_of_another_event_is_told() -> None:
    other = replace(EVENT, id="event-2")

    found = returned(exported(), (), other)

    assert (found.is_of_another_event, len(found.difference.new)) == (True, 5)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=12) | st.sampled_from(
    ["=1+1", "+355", "-", "@x", "D-30", "2027-05-01", "12", "1.0", "TRUE", "Po", "\t=1", " a  b ", "#N/A", "_x0041_"]
)


@st.composite
def task_lists(draw: st.DrawFn) -> tuple[Task, ...]:
    """Up to four tasks with anything in their fields; some wait for, or count from, the one before."""
    return tuple(
        a_task(
            f"task-{number}",
            title=Text(sq=draw(TEXTS) + "t", en=draw(TEXTS)),
            offset_days=draw(st.none() | st.integers(-400, 400)),
            is_working_days=draw(st.booleans()),
            counted_from=CountedFrom.TASK if number and draw(st.booleans()) else draw(COUNTED),
            counted_from_id=f"task-{number - 1}",
            pinned_on=draw(st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1))),
            status=draw(st.sampled_from(TaskStatus)),
            is_reached=draw(st.sampled_from([None, True, False])),
            waits_for=(Dependency(f"task-{number - 1}", draw(st.integers(-3, 3))),) if number else (),
            position=number,
            **{name: draw(TEXTS) for name in WORDS},
        )
        for number in range(draw(st.integers(0, 4)))
    )


COUNTED = st.sampled_from([each for each in CountedFrom if each is not CountedFrom.TASK])
WORDS = ("owner", "deputy", "blocked_by", "proof", "note")


@settings(deadline=None, max_examples=40)
@given(task_lists(), st.sampled_from(LANGUAGES))
def test_any_checklist_comes_back_without_a_difference(tasks: tuple[Task, ...], language: str) -> None:
    if tasks:
        found = returned(exported(tasks, language), tasks)

        assert found.difference == ChecklistDifference(same=len(tasks))


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_any_edits_of_cells_are_found_and_nothing_else(data: st.DataObject) -> None:
    names = st.tuples(st.sampled_from([task.id for task in TASKS]), st.sampled_from(WORDS))
    wanted = data.draw(st.dictionaries(names, st.sampled_from(["=neu", "Zyra Ç", "x\ny"]), max_size=6))

    found = returned(edited(exported(), **{place(*name): text for name, text in wanted.items()}))

    edits = {(change.here.id, cell.field): cell.file for change in found.difference.changed for cell in change.cells}
    assert edits == wanted
