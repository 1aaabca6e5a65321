"""Whatever people typed or pasted, the papers can be made, opened and read."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.documents.catalogue import EVERY_WORD_DOCUMENT
from facilitation.documents.word_parts import paragraph
from facilitation.documents.word_styles import STYLE_IDS
from facilitation.documents.word_xml import clean_text, element, parsed
from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from tests.builders import a_note, a_participation, a_record, an_agenda, an_event, an_item
from tests.documents.conference import a_conference
from tests.documents.reading import NAMES, STAMP, W, texts

NASTY = "Nul\x00 bell\x07 esc\x1b vt\x0b \ud800 \ufffe <w:p/> & \"quote\" 'x' ]]> ë ç 😀 \x85"


def with_everywhere(record: EventRecord, text: str) -> EventRecord:
    """The record with a text in every place a person types into on the way to a paper."""
    both = Text(text, text)
    event: Event = replace(record.event, title=both, place=text, host=both, about=both, donors=both)
    items = tuple(
        replace(item, title=both, room=text, summary=both, internal_note=text) for _, item in record.agenda.items()
    )
    people = tuple(
        replace(entry, person=replace(entry.person, name=text, organisation=text, position=text))
        for entry in record.participations
    )
    return replace(
        record,
        event=event,
        agenda=record.agenda.with_day(1, items),
        tasks=tuple(replace(task, title=both, note=text, owner=text) for task in record.tasks),
        participations=people,
        notes=tuple(replace(note, text=text, owner=text, speaker_role=text) for note in record.notes),
    )


@pytest.mark.parametrize("name", NAMES)
def test_control_characters_and_markup_do_not_stop_a_paper(name: str) -> None:
    data = EVERY_WORD_DOCUMENT[name](with_everywhere(a_conference(3), NASTY), Translator("sq"), STAMP)

    Document(BytesIO(data))
    assert any("<w:p/> & \"quote\" 'x' ]]> ë ç 😀" in text for text in texts(data))


@pytest.mark.parametrize("name", NAMES)
def test_very_long_texts_do_not_stop_a_paper(name: str) -> None:
    long = "Shumëfjalësh " * 400 + "x" * 3000

    data = EVERY_WORD_DOCUMENT[name](with_everywhere(a_conference(3), long), Translator("sq"), STAMP)

    Document(BytesIO(data))


@pytest.mark.parametrize("name", NAMES)
def test_empty_event_gives_a_paper_that_says_so(name: str) -> None:
    empty = a_record(event=an_event(title=Text(), place="", host=Text()), agenda=an_agenda(days=[]))

    data = EVERY_WORD_DOCUMENT[name](empty, Translator("en"), STAMP)

    assert "".join(texts(data)) != ""


@given(st.text())
@settings(max_examples=200)
def test_any_text_comes_back_cleaned(text: str) -> None:
    root = parsed(element("body", paragraph(text, "Table Text")), STYLE_IDS)

    read = "".join({W + "br": "\n", W + "tab": "\t"}.get(node.tag, node.text or "") for node in root.iter())

    assert read == clean_text(text)


@given(st.text())
@settings(max_examples=15, deadline=None)
def test_proceedings_of_any_text_can_be_opened(text: str) -> None:
    record = a_record(
        agenda=an_agenda([an_item(title=Text(text, text))]),
        notes=(a_note(text=text, speaker_role=text),),
        participations=(a_participation(name=text),),
    )

    data = EVERY_WORD_DOCUMENT["proceedings.docx"](record, Translator("sq"), STAMP)

    Document(BytesIO(data))
