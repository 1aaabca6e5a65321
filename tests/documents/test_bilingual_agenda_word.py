"""The agenda with both languages side by side: the same rows, and a mark where one language is missing."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from docx import Document

from facilitation.documents.bilingual_agenda_word import bilingual_agenda_docx
from facilitation.domain.agenda import ItemKind
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from tests.builders import a_contributor, a_record, an_agenda, an_event, an_item
from tests.documents.conference import a_large_event
from tests.documents.reading import STAMP, W, all_text, outline

SQ, EN = Translator("sq"), Translator("en")


def rows(data: bytes) -> list[str]:
    return [line for line in outline(data).splitlines() if line.startswith("|")]


def both(*items: Any, language: str = "sq", **parts: Any) -> bytes:
    return bilingual_agenda_docx(a_record(agenda=an_agenda(list(items)), **parts), Translator(language), STAMP)


def test_each_row_stands_in_both_languages_with_one_clock_and_one_room() -> None:
    lead, speaker = a_contributor("Lehtësuesja"), a_contributor("Skuadra e Vlorës")
    item = an_item(summary=Text(sq="Përse", en="Why"), room="Salla 1", facilitators=(lead,), speakers=(speaker,))

    assert rows(both(item, an_item("b", minutes=45))) == [
        "| Shqip | Ora / Time | English |",
        "| item-1 (sq) / Përse / Skuadra e Vlorës / Lehtësimi: Lehtësuesja | 09:00–09:30 / Salla 1 "
        "| item-1 (en) / Why / Skuadra e Vlorës / Facilitation: Lehtësuesja |",
        "| b (sq) | 09:30–10:15 | b (en) |",
    ]


def test_a_missing_language_is_shown_by_the_other_one_with_its_mark() -> None:
    data = both(an_item(title=Text(sq="Vetëm shqip")), an_item("b", title=Text(en="English only")), an_item("c"))

    assert rows(data)[1:] == [
        "| Vetëm shqip | 09:00–09:30 | Vetëm shqip (SQ) |",
        "| English only (EN) | 09:30–10:00 | English only |",
        "| c (sq) | 10:00–10:30 | c (en) |",
    ]
    assert "(SQ) and (EN): written in this language only" in all_text(data)
    runs = Document(BytesIO(data)).element.body.iter(f"{W}r")
    grey = [run for run in runs if any(mark.get(f"{W}val") == "Emphasis" for mark in run.iter(f"{W}rStyle"))]
    assert ["".join(text.text for text in run.iter(f"{W}t")) for run in grey] == [
        "Vetëm shqip (SQ)",
        "English only (EN)",
    ]
    assert [run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in grey] == ["sq-AL", "en-GB"]
    assert "(SQ)" not in all_text(both(30))


@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_word_of_a_column_says_its_language(language: str) -> None:
    data = both(an_item(room="", summary=Text(sq="Përse", en="Why")), an_item("b"), language=language)

    for row in Document(BytesIO(data)).tables[0].rows[1:]:
        for cell, tag in ((row.cells[0], "sq-AL"), (row.cells[2], "en-GB")):
            assert {mark.get(f"{W}val") for mark in cell._tc.iter(f"{W}lang")} == {tag}


def test_what_is_for_the_staff_stays_out_and_every_day_begins_a_page() -> None:
    staff = an_item("debrief", kind=ItemKind.STAFF)
    agenda = an_agenda(days=[[30, staff], [30]])

    data = bilingual_agenda_docx(a_record(agenda=agenda, event=an_event(day_count=2)), SQ, STAMP)

    assert "debrief" not in all_text(data)
    assert outline(data).count("--- new page ---") == 1
    assert "[Heading 1] Dita 1 · e hënë, 17 maj 2027 / Day 1 · Monday, 17 May 2027" in outline(data)
    assert "[Heading 1] Dita 2 · e martë, 18 maj 2027 / Day 2 · Tuesday, 18 May 2027" in outline(data)


def test_an_event_without_sessions_says_so_twice() -> None:
    said = all_text(bilingual_agenda_docx(a_record(), EN, STAMP))
    assert SQ("No sessions have been planned yet.") in said
    assert EN("No sessions have been planned yet.") in said


def test_a_full_day_gives_up_summaries_and_names_before_it_takes_a_second_page() -> None:
    many = [
        an_item(f"s{number}", summary=Text(sq="fjalë " * 40, en="words " * 40), speakers=(a_contributor("Zyra"),))
        for number in range(20)
    ]
    roomy, tight = all_text(both(*many[:4])), all_text(both(*many))
    assert "fjalë fjalë" in roomy
    assert "fjalë fjalë" not in tight
    assert len(rows(both(*many))) == 21


def test_a_large_event_keeps_all_its_rows() -> None:
    record = a_large_event()
    shown = [line for line in rows(bilingual_agenda_docx(record, SQ, STAMP)) if "Shqip" not in line]
    public = [item for _, item in record.agenda.items() if item.kind is not ItemKind.STAFF]
    assert len(shown) == len(public)
