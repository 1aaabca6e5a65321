"""Lists as people send them: encodings, delimiters, stray rows – and files that are no lists at all."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from facilitation.errors import InvalidInput
from facilitation.exchange import table_csv, table_file, table_xlsx, workbook_guard
from facilitation.exchange.table_file import RawRow, RawTable, read_table
from tests.exchange.tables import a_csv, an_xlsx

HEADER = ("Emri", "Organizata")
ROW = ("Përfaqësuese, Këshilli", "Shoqata “Çelja”")
LINES = ("Emri;Organizata", "Përfaqësuese, Këshilli;Shoqata “Çelja”")
EXPECTED = RawTable(HEADER, (RawRow(2, ROW),), "csv")


def refusal(data: bytes, name: str = "lista.csv") -> InvalidInput:
    """The error a file is refused with; its sentence must be complete."""
    with pytest.raises(InvalidInput) as caught:
        read_table(data, name)
    assert "{" not in str(caught.value)
    return caught.value


def read_or_refused(data: bytes) -> RawTable | None:
    """The table, or nothing where the file is refused; any other error fails the test."""
    try:
        return read_table(data, "lista")
    except InvalidInput:
        return None


def a_zip(*names: str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return content.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1250", "cp1252"])
def test_albanian_letters_are_read_in_every_usual_encoding(encoding: str) -> None:
    assert read_table(a_csv(*LINES, encoding=encoding), "lista.csv") == EXPECTED


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("Predstavnica, Žabljak – Čelebić", "cp1250"), ("Représentante à l'évêché", "cp1252"), ("Señor Ibáñez", "cp1252")],
)
def test_letters_of_the_region_and_of_guests_are_told_apart(name: str, encoding: str) -> None:
    table = read_table(a_csv("name;sector", f"{name};NGO", encoding=encoding), "list.csv")

    assert table.rows[0].cells == (name, "NGO")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_every_delimiter_and_line_end_is_recognised(delimiter: str, end: str) -> None:
    data = a_csv(delimiter.join(HEADER), delimiter.join(f'"{cell}"' for cell in ROW), end=end)

    assert read_table(data, "lista.csv") == EXPECTED


def test_commas_inside_a_semicolon_file_cut_nothing() -> None:
    data = a_csv("Emri;Adresa", "Zyra A;Rr. e Parë, nr. 2, Vlorë", "Zyra B;Rr. e Dytë, nr. 3, Fier")

    assert [row.cells for row in read_table(data, "lista.csv").rows] == [
        ("Zyra A", "Rr. e Parë, nr. 2, Vlorë"),
        ("Zyra B", "Rr. e Dytë, nr. 3, Fier"),
    ]


def test_the_delimiter_excel_announces_counts_and_rows_keep_their_numbers() -> None:
    table = read_table(a_csv("sep=|", "Emri|Organizata", "Zyra A|Bashkia"), "lista.csv")

    assert (table.header, table.rows) == (HEADER, (RawRow(3, ("Zyra A", "Bashkia")),))


def test_a_header_below_title_lines_and_empty_rows_is_found() -> None:
    data = a_csv("Lista e pjesëmarrësve;;", ";;", "Takimi, 17.5.2027;;", "Nr;Emri;Qarku", ";;", "1;Zyra A;Vlorë", ";;")

    table = read_table(data, "lista.csv")

    assert table == RawTable(("Nr", "Emri", "Qarku"), (RawRow(6, ("1", "Zyra A", "Vlorë")),), "csv")


def test_a_header_of_unknown_words_is_the_first_wide_row() -> None:
    table = read_table(a_csv("Our guests,,", "Who,From,Since", "Office A,Vlorë,2003"), "guests.csv")

    assert (table.header, len(table.rows)) == (("Who", "From", "Since"), 1)


def test_a_row_longer_than_the_header_keeps_its_cells() -> None:
    table = read_table(a_csv("Emri;Qarku", "Zyra A;Vlorë;shtesë"), "lista.csv")

    assert table == RawTable(("Emri", "Qarku", ""), (RawRow(2, ("Zyra A", "Vlorë", "shtesë")),), "csv")


def test_a_cell_of_several_lines_is_one_cell() -> None:
    table = read_table(a_csv('Emri;Shënim\n"Zyra A";"një\ndy"'), "lista.csv")

    assert table.rows == (RawRow(2, ("Zyra A", "një\ndy")),)


def test_a_quotation_mark_inside_a_cell_stays() -> None:
    table = read_table(a_csv("Emri;Organizata", 'Zyra A;Shoqata "Hapi" Fier'), "lista.csv")

    assert table.rows[0].cells == ("Zyra A", 'Shoqata "Hapi" Fier')


def test_a_workbook_gives_dates_numbers_and_answers_as_text() -> None:
    data = an_xlsx(
        ["Emri", "Data", "Ora", "Telefoni", "Foto", "Nota"],
        ["Zyra A", date(2026, 12, 31), datetime(2026, 12, 31, 9, 30), 355690000000, True, 2.5],
    )

    table = read_table(data, "lista.xlsx")

    assert table.format == "xlsx"
    assert table.rows[0].cells == ("Zyra A", "2026-12-31", "2026-12-31 09:30", "355690000000", "yes", "2.5")


def test_the_sheet_with_the_best_understood_header_is_read() -> None:
    data = an_xlsx(["Udhëzime"], ["Plotësoni fletën tjetër"], Lista=[HEADER, ROW])

    assert read_table(data, "lista.xlsx") == RawTable(HEADER, (RawRow(2, ROW),), "xlsx")


def test_a_hidden_sheet_is_not_read() -> None:
    book = load_workbook(BytesIO(an_xlsx(["Emri"], ["Zyra A"], Fshehur=[HEADER, ROW])))
    book["Fshehur"].sheet_state = "hidden"
    content = BytesIO()
    book.save(content)

    assert read_table(content.getvalue(), "lista.xlsx").header == ("Emri",)


def with_saved_result(data: bytes, formula: bytes, result: bytes, attribute: bytes = b"") -> bytes:
    """The workbook as a spreadsheet program saves it: the result beside the formula."""
    content = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(content, "w") as new:
        for name in old.namelist():
            cell = re.compile(rb"(<c [^>]*)><f>" + re.escape(formula) + rb"</f><v\s*(/>|></v>)")
            whole = rb"\1" + attribute + rb"><f>" + formula + rb"</f><v>" + result + rb"</v>"
            new.writestr(name, cell.sub(whole, old.read(name)))
    return content.getvalue()


def test_a_formula_gives_its_saved_result() -> None:
    data = with_saved_result(an_xlsx(["Emri", "Ditët"], ["Zyra A", "=1+1"]), b"1+1", b"2")

    assert read_table(data, "lista.xlsx").rows == (RawRow(2, ("Zyra A", "2")),)


def test_an_empty_text_is_a_saved_result() -> None:
    data = with_saved_result(an_xlsx(["Emri", "Roli"], ["Zyra A", "=T(A9)"]), b"T(A9)", b"", b' t="str"')

    assert read_table(data, "lista.xlsx").rows == (RawRow(2, ("Zyra A", "")),)


def test_a_formula_without_a_saved_result_is_refused_with_its_cell() -> None:
    error = refusal(an_xlsx(["Emri", "Ditët"], ["Zyra A", "=1+1"]), "lista.xlsx")

    assert (error.template, error.values) == (table_xlsx.NO_SAVED_VALUE, {"file": "lista.xlsx", "cell": "B2"})


@pytest.mark.parametrize(
    ("data", "template"),
    [
        pytest.param(b"", table_file.EMPTY, id="nothing"),
        pytest.param(b" \r\n\n", table_file.EMPTY, id="blank lines"),
        pytest.param(a_csv(";;", ";;"), table_file.EMPTY, id="only delimiters"),
        pytest.param(a_csv("Emri;Qarku"), table_file.NO_ROWS, id="only a header"),
        pytest.param(an_xlsx(), table_file.EMPTY, id="empty workbook"),
        pytest.param(an_xlsx(["Emri"]), table_file.NO_ROWS, id="workbook with only a header"),
        pytest.param(b"%PDF-1.7 x", table_file.PDF, id="PDF"),
        pytest.param(b"<html><table></table>", table_file.WEB_PAGE, id="web page named xls"),
        pytest.param(b'{"a": 1}', table_file.NOT_A_TABLE, id="JSON"),
        pytest.param(table_file.OLE_FILE + b"\0" * 600, table_file.OLD_EXCEL, id="old Excel"),
        pytest.param(table_file.OLE_FILE + table_file.ENCRYPTED, table_file.PROTECTED, id="password"),
        pytest.param(a_zip("mimetype", "content.xml"), table_file.LIBREOFFICE, id="ods"),
        pytest.param(a_zip("word/document.xml"), table_file.WORD, id="docx"),
        pytest.param(a_zip("xl/workbook.bin"), table_file.BINARY_EXCEL, id="xlsb"),
        pytest.param(a_zip("photo.jpg"), table_file.NOT_A_TABLE, id="another zip"),
        pytest.param(a_zip("xl/workbook.xml"), workbook_guard.DAMAGED_WORKBOOK, id="broken workbook"),
        pytest.param(b"PK\x03\x04 cut", workbook_guard.DAMAGED_WORKBOOK, id="cut workbook"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, table_csv.NOT_TEXT, id="picture"),
        pytest.param(a_csv("Emri;Qarku", '"Zyra A;Vlorë', "Zyra B;Fier"), table_csv.OPEN_QUOTE, id="open quote"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_its_remedy(data: bytes, template: str) -> None:
    error = refusal(data)

    assert error.template == template
    assert error.values["file"] == "lista.csv"


def test_the_line_of_an_open_quotation_mark_is_named() -> None:
    assert refusal(a_csv("Emri;Qarku", "Zyra A;Vlorë", '"Zyra B;Fier')).values["line"] == 3


def test_a_cell_without_end_is_refused() -> None:
    assert refusal(a_csv("Emri;Qarku", "x" * 200_000 + ";Fier")).template == table_csv.TOO_LONG_CELL


def test_a_file_over_20_megabytes_is_refused_unread() -> None:
    error = refusal(b"x" * 20_000_001)

    assert (error.template, error.values["megabytes"]) == (table_file.TOO_LARGE, 20)


@pytest.mark.parametrize(("rows", "is_refused"), [(20_000, False), (20_001, True)])
def test_20000_rows_are_the_limit(rows: int, is_refused: bool) -> None:
    data = a_csv("Emri;Qarku", *["Zyra;Fier"] * rows)

    if is_refused:
        assert refusal(data).template == table_file.TOO_MANY_ROWS
    else:
        assert len(read_table(data, "lista.csv").rows) == rows


def test_a_workbook_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_guard, "MAXIMUM_UNPACKED_BYTES", 1_000)

    assert refusal(an_xlsx(HEADER, ROW)).template == workbook_guard.UNPACKS_TOO_LARGE


def test_a_workbook_with_entities_of_its_own_is_refused() -> None:
    content = BytesIO()
    with ZipFile(BytesIO(an_xlsx(HEADER, ROW))) as old, ZipFile(content, "w") as new:
        for name in old.namelist():
            prologue = b'<!DOCTYPE x [<!ENTITY a "b">]>' if name.endswith("workbook.xml") else b""
            new.writestr(name, prologue + old.read(name))

    assert refusal(content.getvalue()).template == workbook_guard.HAS_ENTITIES


def test_a_sheet_with_a_cell_far_away_is_read_quickly() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(list(HEADER))
    sheet.append(list(ROW))
    sheet["XFD1048576"] = "far"
    content = BytesIO()
    book.save(content)

    assert read_table(content.getvalue(), "lista.xlsx").rows == (RawRow(2, ROW),)


@settings(deadline=None)
@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda rest: b"PK\x03\x04" + rest))
def test_any_bytes_are_a_table_or_a_clear_refusal(data: bytes) -> None:
    table = read_or_refused(data)

    assert table is None or {len(row.cells) for row in table.rows} == {len(table.header)}


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_a_damaged_workbook_is_a_table_or_a_clear_refusal(data: st.DataObject) -> None:
    whole = bytearray(an_xlsx(HEADER, ROW))
    for _ in range(data.draw(st.integers(1, 6))):
        # A workbook holds the time it was made, so its length differs by a byte: the place must not depend on it.
        whole[data.draw(st.integers(0, 99_999)) % len(whole)] = data.draw(st.integers(0, 255))

    table = read_or_refused(bytes(whole))

    assert table is None or table.rows
