"""A questionnaire with every kind of question, and how a person fills the files in."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook

from facilitation.domain.consultation import Question, QuestionKind, Questionnaire
from facilitation.domain.text import Text
from tests.builders import EVENT_ID, a_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
THREE = (a_text("Prevention"), a_text("Protection"), a_text("Return"))
QUESTIONS = (
    Question("open", a_text("What will you do?"), is_required=True),
    Question("many", a_text("Which themes?"), QuestionKind.CHOICE, choices=THREE, most=2),
    Question("scale", a_text("How useful?"), QuestionKind.SCALE, choices=(a_text("not at all"), a_text("very"))),
    Question("rank", a_text("In which order?"), QuestionKind.RANK, choices=THREE),
)
FILLED = {
    "q:open": "Trajnime\nnë çdo qark",
    "q:many:0": "x",
    "q:many:2": "x",
    "q:scale:4": "x",
    "q:rank:0": "2",
    "q:rank:1": "3",
    "q:rank:2": "1",
    "own:organisation": "Bashkia Korçë",
    "own:sector": "local_government",
    "own:district": "korce",
    "own:quote": "x",
}


def a_form(**fields: Any) -> Questionnaire:
    """The questionnaire of these tests."""
    known: dict[str, Any] = {"questions": QUESTIONS, "closes_on": date(2027, 3, 1), **fields}
    return Questionnaire("form1", EVENT_ID, Text(sq="Pyetësor", en="Questionnaire"), **known)


def fill_word(data: bytes, values: Mapping[str, str]) -> bytes:
    """The file as Word saves it once a person has typed and ticked."""
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    for control in root.iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        key = "" if tag is None else str(tag.get(f"{W}val"))
        if key in values:
            _fill(control, values[key])
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        for name, part in parts.items():
            file.writestr(name, etree.tostring(root) if name == "word/document.xml" else part)
    return packed.getvalue()


def _fill(control: etree._Element, value: str) -> None:
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    assert properties is not None
    assert content is not None
    hint = properties.find(f"{W}showingPlcHdr")
    if hint is not None:
        properties.remove(hint)
    checked = properties.find(f"{W14}checkbox/{W14}checked")
    if checked is not None:
        checked.set(f"{W14}val", "1")
        value = "☒"
    shown = [entry for entry in properties.iter(f"{W}listItem") if entry.get(f"{W}value") == value]
    text = shown[0].get(f"{W}displayText") if shown else value
    block = content.find(f"{W}p")
    for line in str(text).split("\n")[1:] if block is not None else ():
        content.append(_with_words(deepcopy(block), line))
    _with_words(content, str(text).split("\n")[0])


def _with_words(place: Any, words: str) -> Any:
    """The same place with these words in its first run."""
    run = next(place.iter(f"{W}r"))
    for child in list(run):
        run.remove(child)
    etree.SubElement(run, f"{W}t").text = words
    return place


def fill_sheet(data: bytes, values: Mapping[str, str]) -> bytes:
    """The workbook once a person has written into the column of answers."""
    book = load_workbook(BytesIO(data))
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=5):
        key = str(row[0].value or "")
        if key in values:
            row[2].value = values[key]
        elif key.startswith("q:scale") and "q:scale:4" in values:
            row[2].value = "4"
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()
