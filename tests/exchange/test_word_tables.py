"""Agendas as tables of Word documents, and Word files that are none or worse."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from facilitation.errors import InvalidInput
from facilitation.exchange import agenda_tables, word_open, xml_input
from facilitation.exchange.word_open import DOCUMENT
from facilitation.exchange.word_tables import word_grids
from tests.exchange.agendas import a_word_file, changes, read, remarks, shown

HEADER = ["Ora", "Aktiviteti", "Salla"]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def with_document(body: str, **parts: bytes) -> bytes:
    """A package whose document has this body."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        package.writestr(DOCUMENT, f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
        for name, data in parts.items():
            package.writestr(name, data)
    return content.getvalue()


def a_cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def refusal(data: bytes) -> str:
    with pytest.raises(InvalidInput) as caught:
        read(data)
    assert "{" not in str(caught.value)
    return caught.value.template


def test_one_table_per_day_with_its_heading_above() -> None:
    preview = read(
        a_word_file(
            "Axhenda e konferencës kombëtare, 17–18 maj 2027",
            "Dita e parë, e hënë, 17 maj",
            [HEADER, ["09:00 – 09:30", "Regjistrimi", "Holli"], ["09:30 – 10:00", "Hapja", "Salla A"]],
            "Dita e dytë",
            [HEADER, ["9.00-10.30", "Punë në grupe\nGrupi A\nGrupi B", "Salla B"]],
            "Nënshkrimet",
            [["Emri", "Nënshkrimi"], ["Zyra A", ""]],
        )
    )

    assert shown(preview) == [
        "1 09:00+30 registration: Regjistrimi @ Holli",
        "1 09:30+30 opening: Hapja @ Salla A",
        "2 09:00+90 working_groups: Punë në grupe @ Salla B",
    ]
    assert (preview.format, preview.read, [row.row for row in preview.rows]) == ("docx", 3, [2, 3, 5])


def test_cells_merged_downwards_and_across_are_read_once() -> None:
    rows = [
        HEADER,
        ["09:00–10:00", "Fjala e hapjes", "Salla A"],
        ["", "Prezantim", "Salla A"],
        ["10:00–10:15", "Pushim"],
    ]

    preview = read(a_word_file(rows, merged=[(1, 0, 2, 0), (3, 1, 3, 2)]))

    assert shown(preview) == [
        "1 09:00+30 opening: Fjala e hapjes @ Salla A",
        "1 09:30+30 plenary: Prezantim @ Salla A",
        "1 10:00+15 break: Pushim",
    ]
    assert changes(preview) == [(2, "09:00–10:00", "09:00"), (3, "09:00–10:00", "09:30")]


def test_a_table_without_column_names_is_known_by_its_times() -> None:
    preview = read(a_word_file([["09:00-09:30", "Hapja"], ["09:30-10:30", "Paneli"], ["", "Shënim"]]))

    assert [line[:10] for line in shown(preview)] == ["1 09:00+30", "1 09:30+60"]
    assert preview.refused == 1


def test_a_table_inside_a_table_is_read_on_its_own() -> None:
    inner = "".join(
        f"<w:tr>{''.join(map(a_cell, row))}</w:tr>" for row in (["Ora", "Aktiviteti"], ["09:00–09:30", "Hapja"])
    )
    outer = f"<w:tbl><w:tr><w:tc><w:p/><w:tbl>{inner}</w:tbl><w:p/></w:tc></w:tr></w:tbl>"

    assert shown(read(with_document(outer))) == ["1 09:00+30 opening: Hapja"]


def test_what_was_deleted_is_not_read_and_what_was_inserted_is() -> None:
    title = (
        "<w:tc><w:p><w:del><w:r><w:t>Mbyllja</w:t></w:r></w:del><w:ins><w:r><w:t>Hap</w:t></w:r></w:ins>"
        "<w:r><w:t>ja</w:t><w:br/><w:t>Fjala</w:t><w:tab/><w:t>e parë</w:t></w:r></w:p></w:tc>"
    )
    (grid,) = word_grids(with_document(f"<w:tbl><w:tr>{a_cell('09:00')}{title}</w:tr></w:tbl>"), "x")

    assert grid.rows == [["09:00", "Hapja\nFjala e parë"]]


def test_a_cell_over_several_columns_leaves_the_others_empty() -> None:
    span = '<w:gridSpan w:val="2"/>'
    (grid,) = word_grids(with_document(f"<w:tbl><w:tr>{a_cell('x', span)}{a_cell('y')}</w:tr></w:tbl>"), "x")

    assert grid.rows == [["x", "", "y"]]


def test_a_document_without_an_agenda_is_refused_and_told_what_was_expected() -> None:
    assert refusal(a_word_file("Letër", [["Emri", "Zyra"], ["x", "y"]])) == agenda_tables.NO_TABLE
    assert refusal(a_word_file("Letër")) == agenda_tables.NO_TABLE


@pytest.mark.parametrize(
    ("data", "template"),
    [
        (with_document("<w:p>"), xml_input.DAMAGED_XML),
        (with_document("", **{"word/vbaProject.bin": b"x"}), word_open.HAS_MACROS),
        (with_document("<w:p/>" * 8_000_000), word_open.UNPACKS_TOO_LARGE),
        (with_document("", **{"word/media/a.bin": bytes(3_000_000)}), word_open.UNPACKS_TOO_LARGE),
        (with_document("", **{f"word/{n}.xml": b"" for n in range(2001)}), word_open.UNPACKS_TOO_LARGE),
        (a_word_file("Letër")[:-200], word_open.DAMAGED_WORD),
    ],
    ids=["broken part", "macros", "many paragraphs", "bomb", "many parts", "cut off"],
)
def test_what_is_dangerous_or_damaged_is_refused(data: bytes, template: str) -> None:
    assert refusal(data) == template


def test_a_document_type_in_the_document_is_refused() -> None:
    content = BytesIO()
    with ZipFile(content, "w") as package:
        package.writestr(DOCUMENT, '<!DOCTYPE x [<!ENTITY a "b">]><document><body/></document>')

    assert refusal(content.getvalue()) == xml_input.HAS_DOCTYPE


def test_a_document_without_a_body_is_refused() -> None:
    content = BytesIO()
    with ZipFile(content, "w") as package:
        package.writestr(DOCUMENT, "<document/>")

    assert refusal(content.getvalue()) == word_open.DAMAGED_WORD


def test_rows_are_numbered_through_all_tables() -> None:
    preview = read(a_word_file([HEADER, ["x", "Hapja", "A"]], [HEADER, ["y", "Paneli", "A"]]))

    assert [row for row, _outcome, _reason in remarks(preview)] == [2, 4]
