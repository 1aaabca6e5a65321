"""The form as a workbook: one line a field, lists to choose from, and read back."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from facilitation.errors import InvalidInput
from facilitation.exchange.form_sheet import form_xlsx, sheet_form
from facilitation.i18n.translator import LANGUAGES, Translator
from tests.builders import an_event
from tests.forms import FILLED, a_form, fill_sheet


def form(language: str = "sq", participation_id: str = "") -> bytes:
    return form_xlsx(a_form(), an_event(), Translator(language), participation_id=participation_id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_workbook_is_read_back_line_by_line(language: str) -> None:
    read = sheet_form(fill_sheet(form(language), FILLED), "form.xlsx")

    expected = {key: text for key, text in FILLED.items() if key != "q:scale:4"} | {"q:scale": "4"}
    assert {key: text for key, text in read.values.items() if text} == expected
    assert (read.questionnaire_id, read.language) == ("form1", language)


def test_what_may_be_chosen_is_offered_in_the_cell() -> None:
    sheet = load_workbook(BytesIO(form("en"))).worksheets[0]

    offered = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    scale = next(row[0].row for row in sheet.iter_rows(min_row=5) if row[0].value == "q:scale")
    assert offered[f"C{scale}"] == '"1,2,3,4,5"'


def test_a_personal_workbook_knows_whose_it_is_and_does_not_ask() -> None:
    read = sheet_form(form(participation_id="p1"), "form.xlsx")

    assert read.participation_id == "p1"
    assert "own:sector" not in read.values


def test_any_other_workbook_is_refused_with_what_to_do() -> None:
    book = Workbook()
    book.worksheets[0].append(["q:open", "x", "y"])
    saved = BytesIO()
    book.save(saved)

    with pytest.raises(InvalidInput, match="not one of our forms"):
        sheet_form(saved.getvalue(), "list.xlsx")
