"""The checklist workbook: what a person finds in it, and that it can be read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.exchange.checklist_sheet import checklist_xlsx
from facilitation.exchange.table_file import read_table
from facilitation.exchange.tasks_import import guess_task_mapping, tasks_preview
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import LANGUAGES, Translator
from tests.builders import a_record, a_task, an_event, counted_ids

ENGLISH = Translator("en")
TODAY = date(2027, 3, 1)
TASKS = (
    a_task("undated", title=Text(sq="Pa afat"), offset_days=None, position=0),
    a_task("after", title=Text(sq="Punimet", en="Proceedings"), offset_days=30, position=1),
    a_task(
        "before",
        title=Text(sq="Ftesat", en="Invitations"),
        offset_days=-31,
        owner_role=Text(sq="Logjistika", en="Logistics"),
        owner="Zyra A",
        benchmark=Text(en="100 %"),
        status=TaskStatus.DONE,
        done_on=date(2027, 4, 1),
        note="me postë",
        position=2,
    ),
)


def opened(record: EventRecord, _: Translator = ENGLISH) -> Any:
    """The workbook as a spreadsheet program reads it."""
    return load_workbook(BytesIO(checklist_xlsx(record, _, TODAY)))


def the_sheet(record: EventRecord, _: Translator = ENGLISH) -> Any:
    return opened(record, _).worksheets[0]


def rows_of(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=4, values_only=True))


def test_the_sheet_holds_the_tasks_by_due_day_and_undated_ones_last() -> None:
    sheet = the_sheet(a_record(tasks=TASKS))

    assert rows_of(sheet) == [
        ("id", "Due date", "Lead time", "Task", "Owner role", "Responsible person", "Benchmark", "Status", "Done on",
         "Note"),
        ("before", datetime(2027, 4, 16), "D-31", "Invitations", "Logistics", "Zyra A", "100 %", "Done",
         datetime(2027, 4, 1), "me postë"),
        ("after", datetime(2027, 6, 16), "D+30", "Proceedings", "Coordinator (en)", None, None, "Planned", None, None),
        ("undated", None, None, "Pa afat", "Coordinator (en)", None, None, "Planned", None, None),
    ]  # fmt: skip


def test_title_and_subtitle_stand_above_the_table() -> None:
    sheet = the_sheet(a_record(tasks=TASKS))

    assert (sheet["B1"].value, sheet["B2"].value) == ("Event (en)", "17 May 2027, Elbasan. As of 1 Mar 2027.")


def test_days_are_dates_in_the_form_of_the_region() -> None:
    sheet = the_sheet(a_record(tasks=TASKS))

    assert (sheet["B5"].is_date, sheet["B5"].number_format, sheet["I5"].number_format) == (
        True,
        "dd.mm.yyyy",
        "dd.mm.yyyy",
    )


def test_the_head_stays_and_can_be_filtered_and_ids_are_hidden() -> None:
    sheet = the_sheet(a_record(tasks=TASKS))

    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:J7")
    assert [letter for letter, column in sheet.column_dimensions.items() if column.hidden] == ["A"]


def test_paper_is_a4_landscape_one_page_wide_with_the_head_on_every_page() -> None:
    sheet = the_sheet(a_record(tasks=TASKS))

    setup = sheet.page_setup
    assert (int(setup.paperSize), setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "landscape", 1, 0)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.print_title_rows) == (True, "$4:$4")
    assert (sheet.oddFooter.left.text, sheet.oddFooter.center.text) == ("Event (en)", "&P / &N")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_status_is_chosen_from_the_labels_of_the_language(language: str) -> None:
    _ = Translator(language)
    book = opened(a_record(tasks=TASKS), _)

    rules = book.worksheets[0].data_validations.dataValidation
    assert [(rule.type, rule.formula1, str(rule.sqref)) for rule in rules] == [("list", "lists!$H$1:$H$4", "H5:H207")]
    assert [cell.value for cell in book["lists"]["H"]] == [status_label(status, _) for status in TaskStatus]
    assert book["lists"].sheet_state == "hidden"


def test_late_rows_are_coloured_and_bold_unless_done() -> None:
    formatting = the_sheet(a_record(tasks=TASKS)).conditional_formatting

    rules = [(str(area.sqref), rule.formula[0], bool(rule.dxf.font.b)) for area in formatting for rule in area.rules]
    assert rules == [
        ("A5:J207", '$H5="Done"', False),
        ("A5:J207", 'AND($B5<>"",$B5<TODAY())', True),
    ]


@pytest.mark.parametrize("text", ["=1+1", "+355 000", "-", "@zyra", "#N/A", '=HYPERLINK("x")'])
def test_what_looks_like_a_formula_stays_text(text: str) -> None:
    sheet = the_sheet(a_record(tasks=(a_task(title=Text(sq=text), note=text),)))

    for cell in (sheet["D5"], sheet["J5"]):
        assert (cell.value, cell.data_type) == (text, "s")
    assert sheet["D5"].quotePrefix is text.startswith(("=", "+", "-", "@"))


def test_signs_a_workbook_cannot_hold_are_left_out() -> None:
    sheet = the_sheet(a_record(tasks=(a_task(title=Text(sq="Fte\x00sa\x0bt")),)))

    assert sheet["D5"].value == "Ftesat"


def test_an_event_without_tasks_gives_an_empty_table() -> None:
    assert len(rows_of(the_sheet(a_record()))) == 1


def test_the_properties_name_the_program_and_the_event() -> None:
    properties = opened(a_record(tasks=TASKS)).properties

    assert (properties.creator, properties.title, properties.language) == ("Tryeza", "Checklist: Event (en)", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checklist_can_be_imported_again(language: str) -> None:
    _ = Translator(language)
    event = an_event()
    tasks = tuple(
        replace(
            task,
            title=Text().with_language(language, task.title.said_in(language)),
            owner_role=Text().with_language(language, task.owner_role.said_in(language)),
            benchmark=Text().with_language(language, task.benchmark.said_in(language)),
            position=position,
        )
        for position, task in enumerate((TASKS[2], replace(TASKS[1], pinned_on=date(2027, 7, 1)), TASKS[0]))
    )

    table = read_table(checklist_xlsx(a_record(event=event, tasks=tasks), _, TODAY), "checklist.xlsx")
    preview = tasks_preview(
        table, guess_task_mapping(table.header), event, existing=(), new_id=counted_ids(), language=language
    )

    assert [row.outcome for row in preview.rows] == ["read"] * 3
    assert [without_id(item) for item in preview.items] == [without_id(task) for task in tasks]


def without_id(task: object) -> Task:
    assert isinstance(task, Task)
    return replace(task, id="")
