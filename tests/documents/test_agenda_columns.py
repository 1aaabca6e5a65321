"""Further columns of an event print in the papers of their audience, and in no others."""

from __future__ import annotations

import pytest

from facilitation.documents.agenda_columns import column_texts
from facilitation.documents.agenda_word import agenda_docx
from facilitation.documents.running_order_word import running_order_docx
from facilitation.domain.agenda import TICKED, Audience, CustomField, CustomValue, FieldKind
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from tests.builders import a_record, an_agenda, an_event, an_item
from tests.documents.reading import STAMP, all_text

SOUND = CustomField("sound", Text(sq="Teknika", en="Technique"))
LUNCH = CustomField("lunch", Text(sq="Me drekë", en="With lunch"), FieldKind.TICK, audience=Audience.PARTICIPANTS)
ITEM = an_item("a", custom=(CustomValue("lunch", TICKED), CustomValue("sound", "dy mikrofona")))
AGENDA = an_agenda([ITEM], custom_fields=(SOUND, LUNCH))
RECORD = a_record(event=an_event(), agenda=AGENDA)


@pytest.mark.parametrize(
    ("reader", "texts"),
    [
        (Audience.STAFF, ("Technique: dy mikrofona", "With lunch")),
        (Audience.PARTICIPANTS, ("With lunch",)),
        (Audience.PUBLIC, ()),
    ],
)
def test_each_reader_sees_the_columns_of_their_papers(reader: Audience, texts: tuple[str, ...]) -> None:
    assert column_texts(AGENDA, ITEM, reader, Translator("en")) == texts


def test_the_agenda_prints_columns_for_participants_and_the_running_order_all() -> None:
    agenda = all_text(agenda_docx(RECORD, Translator("sq"), STAMP))
    running_order = all_text(running_order_docx(RECORD, Translator("sq"), STAMP))

    assert ("Me drekë" in agenda, "Teknika" in agenda) == (True, False)
    assert ("Me drekë" in running_order, "Teknika: dy mikrofona" in running_order) == (True, True)


def test_a_full_day_keeps_the_columns_when_descriptions_have_no_room() -> None:
    long = Text(sq="Përshkrim " * 40)
    items = [an_item(f"i{n}", minutes=10, summary=long, custom=(CustomValue("lunch", TICKED),)) for n in range(22)]
    record = a_record(event=an_event(), agenda=an_agenda(items, custom_fields=(LUNCH,)))

    printed = all_text(agenda_docx(record, Translator("sq"), STAMP))

    assert ("Përshkrim" in printed, printed.count("Me drekë")) == (False, 22)
