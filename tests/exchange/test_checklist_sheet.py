"""The checklist workbook: what a person finds in it, and that it can be read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from facilitation.domain.record import EventRecord
from facilitation.domain.task import Comment, CountedFrom, Dependency, Task, TaskStatus
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


def opened(record: EventRecord, _: Translator = ENGLISH, version: str = "") -> Any:
    """The workbook as a spreadsheet program reads it."""
    return load_workbook(BytesIO(checklist_xlsx(record, _, TODAY, version=version)))


def the_sheet(record: EventRecord, _: Translator = ENGLISH) -> Any:
    return opened(record, _).worksheets[0]


def rows_of(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=4, values_only=True))


def test_the_sheet_holds_the_tasks_by_due_day_and_undated_ones_last() -> None:
    sheet = the_sheet(a_record(tasks=TASKS))

    head, *rows = rows_of(sheet)
    assert head == (
        "id", "version", "No.", "Due date", "Lead time", "Task", "Owner role", "Responsible person", "Deputy", "Status",
        "Benchmark", "Note", "Counted from", "Waits for", "Blocked by", "Benchmark reached", "Proof", "Done on",
        "Comments",
    )  # fmt: skip
    assert [row[:12] for row in rows] == [
        ("before", 0, 1, datetime(2027, 4, 16), "D-31", "Invitations", "Logistics", "Zyra A", None, "Done", "100 %",
         "me postë"),
        ("after", 0, 2, datetime(2027, 6, 16), "D+30", "Proceedings", "Coordinator (en)", None, None, "Planned", None,
         None),
        ("undated", 0, 3, None, None, "Pa afat", "Coordinator (en)", None, None, "Planned", None, None),
    ]  # fmt: skip
    assert [row[17] for row in rows] == [datetime(2027, 4, 1), None, None]


def test_what_a_task_counts_from_waits_for_and_has_reached_is_written_in_words() -> None:
    tasks = (
        a_task("halls", title=Text(en="Halls"), offset_days=-60, version=4),
        a_task(
            "menu",
            title=Text(en="Menu"),
            offset_days=10,
            is_working_days=True,
            counted_from=CountedFrom.TASK,
            counted_from_id="halls",
            waits_for=(Dependency("halls", 2),),
            deputy="Zyra B",
            blocked_by="Pa ofertë",
            is_reached=False,
            proof="https://example.org/a",
            comments=(Comment("c", "Zyra A", datetime(2027, 1, 1), "Po"),),
            position=1,
        ),
    )

    halls, menu = rows_of(the_sheet(a_record(tasks=tasks)))[1:]

    assert halls[:3] == ("halls", 4, 1)
    assert (menu[4], menu[8]) == ("10 working days after", "Zyra B")
    assert menu[12:] == ("1 Halls", "1 Halls (+2)", "Pa ofertë", "No", "https://example.org/a", None, 1)


def test_title_and_subtitle_stand_above_the_table() -> None:
    sheet = the_sheet(a_record(tasks=TASKS))

    assert (sheet["C1"].value, sheet["C2"].value) == ("Event (en)", "17 May 2027, Elbasan. As of 1 Mar 2027.")


def test_days_are_dates_in_the_form_of_the_region() -> None:
    sheet = the_sheet(a_record(tasks=TASKS))

    assert (sheet["D5"].is_date, sheet["D5"].number_format, sheet["R5"].number_format) == (
        True,
        "dd.mm.yyyy",
        "dd.mm.yyyy",
    )


def test_the_head_stays_and_can_be_filtered_and_ids_and_versions_are_hidden() -> None:
    sheet = the_sheet(a_record(tasks=TASKS))

    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("G5", "A4:S7")
    assert [letter for letter, column in sheet.column_dimensions.items() if column.hidden] == ["A", "B"]


def test_paper_is_a4_landscape_one_page_wide_with_the_head_on_every_page() -> None:
    sheet = opened(a_record(tasks=TASKS), version="7").worksheets[0]

    setup = sheet.page_setup
    assert (int(setup.paperSize), setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "landscape", 1, 0)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.print_title_rows) == (True, "$4:$4")
    assert sheet.print_area == "'Checklist'!$A$1:$L$7"
    assert (sheet.oddHeader.left.text, sheet.oddHeader.right.text) == ("Checklist", "Version 7")
    assert (sheet.oddFooter.left.text, sheet.oddFooter.center.text) == ("Event (en)", "&P / &N")


def test_rows_are_high_enough_for_long_texts_and_still_grow() -> None:
    data = checklist_xlsx(a_record(tasks=(a_task(title=Text(en="very long " * 20)),)), ENGLISH, TODAY)

    assert load_workbook(BytesIO(data)).worksheets[0].row_dimensions[5].height > 60
    with ZipFile(BytesIO(data)) as parts:
        assert b"customHeight" not in parts.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_status_and_owners_are_chosen_from_lists_in_the_language(language: str) -> None:
    _ = Translator(language)
    book = opened(a_record(tasks=TASKS), _)

    rules = {str(rule.sqref): rule for rule in book.worksheets[0].data_validations.dataValidation}
    assert {area: (rule.type, rule.formula1, rule.showErrorMessage) for area, rule in rules.items()} == {
        "H5:H207": ("list", "lists!$H$1:$H$1", False),
        "I5:I207": ("list", "lists!$I$1:$I$1", False),
        "J5:J207": ("list", "lists!$J$1:$J$4", True),
        "M5:M207": ("list", "lists!$M$1:$M$3", False),
        "P5:P207": ("list", "lists!$P$1:$P$2", True),
    }
    assert [cell.value for cell in book["lists"]["J"]] == [status_label(status, _) for status in TaskStatus]
    assert [book[name].sheet_state for name in ("lists", "tryeza")] == ["hidden", "hidden"]


def test_late_rows_are_coloured_bold_and_marked_unless_done() -> None:
    formatting = the_sheet(a_record(tasks=TASKS)).conditional_formatting

    rules = [(str(area.sqref), rule.formula[0], bool(rule.dxf.font.b)) for area in formatting for rule in area.rules]
    late = 'AND($D5<>"",$D5<TODAY(),$J5<>"Done")'
    assert rules == [("D5:D207", late, True), ("A5:S207", '$J5="Done"', False), ("A5:S207", late, True)]
    (sign,) = (rule.dxf.numFmt.formatCode for area in formatting for rule in area.rules if rule.dxf.numFmt)
    assert sign == 'dd.mm.yyyy" !"'


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_sheet_says_how_to_use_it(language: str) -> None:
    _ = Translator(language)
    sheet = opened(a_record(tasks=TASKS), _).worksheets[1]

    words = [row[0] for row in sheet.iter_rows(values_only=True)]
    assert (sheet.title, words[0]) == (_("How to use this"), _("How to use this"))
    assert {status_label(TaskStatus.DONE, _), "Zyra A"} <= set(words)


@pytest.mark.parametrize("text", ["=1+1", "+355 000", "-", "@zyra", "#N/A", '=HYPERLINK("x")', "\t=1", "\r=1"])
def test_what_looks_like_a_formula_stays_text(text: str) -> None:
    sheet = the_sheet(a_record(tasks=(a_task(title=Text(sq=text), note=text, owner=text),)))

    for cell in (sheet["F5"], sheet["L5"], sheet["H5"]):
        assert (str(cell.value).replace("_x000D_", "\r"), cell.data_type) == (text, "s")
        assert cell.quotePrefix is not text.startswith("#")


def test_signs_a_workbook_cannot_hold_are_left_out() -> None:
    sheet = the_sheet(a_record(tasks=(a_task(title=Text(sq="Fte\x00sa\x0bt")),)))

    assert sheet["F5"].value == "Ftesat"


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
