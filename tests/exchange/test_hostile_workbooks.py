"""Workbooks that mean harm: each is refused or read, with a clear sentence, quickly and in little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from facilitation.errors import InvalidInput
from facilitation.exchange import table_file, workbook_guard
from facilitation.exchange.import_preview import ImportRemark
from facilitation.exchange.table_file import RawRow, read_file, read_table
from tests.exchange import hostile
from tests.exchange.tables import a_csv, an_xlsx

MOST_MEGABYTES, MOST_SECONDS = 300, 20
"""Two seconds here; a busy machine takes several times as long."""
REFUSALS = {
    "cells_without_place": workbook_guard.TOO_MANY_CELLS,
    "an_endless_cell": workbook_guard.ENDLESS_CELL,
    "a_million_strings": workbook_guard.TOO_MANY_CELLS,
    "a_million_fonts": workbook_guard.UNPACKS_TOO_LARGE,
    "a_zip_bomb": workbook_guard.UNPACKS_TOO_LARGE,
    "a_small_zip_bomb": workbook_guard.TOO_MUCH,
    "billion_laughs": workbook_guard.HAS_ENTITIES,
    "hidden_laughs": workbook_guard.HAS_ENTITIES,
}
READ = ("a_million_empty_rows", "every_column_formatted", "a_zip_in_a_zip")


def in_a_process_of_its_own(data: bytes) -> dict[str, Any]:
    """What was said, the seconds and the peak of memory of reading it, nothing else in the process."""
    command = [sys.executable, "-m", "tests.exchange.hostile"]
    answer = subprocess.run(command, input=data, capture_output=True, check=True, timeout=120)
    return dict(json.loads(answer.stdout))


def refusal(data: bytes) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        read_table(data, "lista.xlsx")
    assert "{" not in str(caught.value)
    return caught.value


def test_every_hostile_workbook_is_either_read_or_refused_here() -> None:
    assert set(hostile.HOSTILE) == {*REFUSALS, *READ}


@pytest.mark.skipif(not hostile.PROCESS.exists(), reason="memory is measured as Linux counts it")
@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_a_hostile_workbook_takes_little_time_and_memory(name: str) -> None:
    found = in_a_process_of_its_own(hostile.HOSTILE[name]())

    assert found["megabytes"] < MOST_MEGABYTES
    assert found["seconds"] < MOST_SECONDS
    assert found["said"] == "1 rows" if name in READ else found["said"].startswith(("The workbook", "In “lista.xlsx”"))


@pytest.mark.parametrize(("name", "template"), REFUSALS.items())
def test_what_does_harm_is_refused_with_its_own_sentence(name: str, template: str) -> None:
    assert refusal(hostile.HOSTILE[name]()).template == template


def test_a_truncated_workbook_is_refused() -> None:
    whole = hostile.a_list()

    for length in (30, len(whole) // 2, len(whole) - 10):
        assert refusal(whole[:length]).template == workbook_guard.DAMAGED_WORKBOOK


def test_the_content_counts_not_the_ending_of_the_name() -> None:
    assert read_table(hostile.a_list(), "lista.csv").format == "xlsx"
    assert read_table(a_csv("Detyra;Afati", "Ftesat;D-30"), "lista.xlsx").format == "csv"


@pytest.mark.parametrize(
    ("part", "remark"),
    [
        ("xl/vbaProject.bin", ImportRemark(table_file.MACROS_LEFT)),
        ("xl/externalLinks/externalLink1.xml", ImportRemark(table_file.LINKS_LEFT)),
    ],
)
def test_macros_and_links_to_other_files_are_left_aside_and_said(part: str, remark: ImportRemark) -> None:
    file = read_file(hostile.with_parts(hostile.a_list(), {part: b"<x/>"}), "lista.xlsm")

    assert (file.sheet("").rows, file.remarks) == ((RawRow(2, ("Ftesat", "D-30")),), (remark,))


def with_hidden(data: bytes, *names: str) -> bytes:
    book = load_workbook(BytesIO(data))
    for name in names:
        book[name].sheet_state = "hidden"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_hidden_sheets_are_named_and_read_only_when_chosen() -> None:
    rows = [["Detyra", "Afati"], ["Salla", "D-60"]]
    file = read_file(with_hidden(an_xlsx(["Detyra"], ["Ftesat"], Vjet=rows), "Vjet"), "lista.xlsx")

    assert file.sheet(file.best).rows == (RawRow(2, ("Ftesat",)),)
    assert file.remarks == (ImportRemark(table_file.HIDDEN_SHEETS, {"sheets": "“Vjet”"}),)
    assert file.sheet("Vjet").rows == (RawRow(2, ("Salla", "D-60")),)


def test_a_workbook_of_hidden_sheets_alone_says_so() -> None:
    book = load_workbook(BytesIO(an_xlsx(Vjet=[["Detyra"], ["Salla"]])))
    book["Vjet"].sheet_state = "veryHidden"
    content = BytesIO()
    book.save(content)

    error = refusal(content.getvalue())

    assert (error.template, error.values["sheets"]) == (table_file.ALL_HIDDEN, "“Vjet”")


def test_names_merged_over_columns_stand_before_those_below_them() -> None:
    data = an_xlsx(
        ["Lista e detyrave", None, None, None],
        ["Detyra", "Afati", None, "Përgjegjës"],
        [None, "Plan", "Fakt", None],
        ["Ftesat", "D-30", "D-28", "Zyra A"],
        ["Salla", "D-60", None, None],
    )
    book = load_workbook(BytesIO(data))
    for area in ("A1:D1", "A2:A3", "B2:C2", "D2:D3", "D4:D5"):
        book.worksheets[0].merge_cells(area)
    content = BytesIO()
    book.save(content)

    table = read_table(content.getvalue(), "lista.xlsx")

    assert table.header == ("Detyra", "Afati Plan", "Afati Fakt", "Përgjegjës")
    assert table.rows == (
        RawRow(4, ("Ftesat", "D-30", "D-28", "Zyra A")),
        RawRow(5, ("Salla", "D-60", "", "Zyra A")),
    )


def test_a_cell_of_10000_signs_is_read_whole_and_one_of_100000_cut() -> None:
    for length, kept in ((10_000, 10_000), (100_000, 32_767)):
        row = f'<row r="3">{hostile.text_cell("A3", "x" * length)}</row>'

        assert len(read_table(hostile.a_sheet([row]), "lista.xlsx").rows[1].cells[0]) == kept


def test_signs_no_sheet_may_hold_are_refused_in_a_workbook_and_left_out_of_a_text() -> None:
    nul = hostile.a_sheet([f'<row r="3">{hostile.text_cell("A3", "a" + chr(0) + "b")}</row>'])

    assert refusal(nul).template == workbook_guard.DAMAGED_WORKBOOK
    assert read_table(b"Detyra;Afati\nFte\0sat;D-30\n" + b" " * 200, "lista.csv").rows[0].cells == ("Ftesat", "D-30")
