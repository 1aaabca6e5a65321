"""Filled forms come back in a batch: read, shown, saved in one stroke; what is wrong stops nothing else."""

from __future__ import annotations

import pytest

from facilitation.domain.consultation import Answer, Channel, Questionnaire
from facilitation.domain.event import Event, Sector
from facilitation.domain.person import Consent, District
from facilitation.errors import InvalidInput
from facilitation.services.application import Application
from facilitation.services.form_imports import MOST_FORMS
from tests.builders import a_text, some_participations
from tests.forms import FILLED, QUESTIONS, fill_sheet, fill_word

ANSWERS = (
    Answer("open", "Trajnime\nnë çdo qark"),
    Answer("many", chosen=(0, 2)),
    Answer("scale", number=4),
    Answer("rank", chosen=(2, 0, 1)),
)


@pytest.fixture
def asked(app: Application, conference: Event) -> Questionnaire:
    return app.consultations.add(conference.id, a_text("Form"), questions=QUESTIONS)


def word(app: Application, asked: Questionnaire, values: dict[str, str] = FILLED, person: str = "") -> bytes:
    return fill_word(app.form_imports.form(asked.id, "sq", "docx", person), values)


def test_a_word_form_and_a_workbook_become_replies(app: Application, asked: Questionnaire) -> None:
    book = fill_sheet(app.form_imports.form(asked.id, "en", "xlsx"), FILLED | {"own:sector": "Local government"})

    read = app.form_imports.read(asked.id, [("a.docx", word(app, asked)), ("b.xlsx", book)])
    count = app.form_imports.save(asked.id, read)

    replies = app.consultations.replies(asked.id)
    assert count == 2
    assert [reply.answers for reply in replies] == [ANSWERS, ANSWERS]
    assert [(r.channel, r.language) for r in replies] == [(Channel.WORD, "sq"), (Channel.SHEET, "en")]
    assert {(r.organisation, r.sector, r.district, r.quote_consent) for r in replies} == {
        ("Bashkia Korçë", Sector.LOCAL_GOVERNMENT, District.KORCE, Consent.YES)
    }


def test_nothing_is_saved_before_it_was_shown(app: Application, asked: Questionnaire) -> None:
    app.form_imports.read(asked.id, [("a.docx", word(app, asked))])

    assert app.consultations.replies(asked.id) == ()


def test_a_personal_form_replaces_what_the_person_answered_before(app: Application, asked: Questionnaire) -> None:
    app.people.save_import(asked.event_id, some_participations(1, event_id=asked.event_id))
    part = app.people.list_for(asked.event_id)[0]
    for text in ("një", "dy"):
        data = word(app, asked, FILLED | {"q:open": text}, part.id)
        (read,) = app.form_imports.read(asked.id, [("a.docx", data)])
        app.form_imports.save(asked.id, [read])

    (reply,) = app.consultations.replies(asked.id)
    assert read.replaces
    assert (reply.answers[0].text, reply.organisation) == ("dy", part.person.organisation)


def test_a_file_that_cannot_be_used_is_named_and_stops_no_other(app: Application, asked: Questionnaire) -> None:
    other = app.consultations.add(asked.event_id, a_text("Other"), questions=QUESTIONS)
    files = [
        ("foto.png", b"\x89PNG"),
        ("i-prishur.docx", b"PK\x03\x04 half"),
        ("tjeter.docx", word(app, other)),
        ("bosh.docx", app.form_imports.form(asked.id, "sq", "docx")),
        ("pa-te-detyruarat.docx", word(app, asked, {"q:scale:3": "x"})),
        ("mire.docx", word(app, asked)),
    ]

    read = app.form_imports.read(asked.id, files)

    assert [form.reply is not None for form in read] == [False, False, False, False, False, True]
    assert all(form.remarks for form in read[:-1])


def test_two_files_of_one_person_in_a_batch_are_not_guessed_at(app: Application, asked: Questionnaire) -> None:
    app.people.save_import(asked.event_id, some_participations(1, event_id=asked.event_id))
    part = app.people.list_for(asked.event_id)[0]
    data = word(app, asked, FILLED, part.id)

    first, second = app.form_imports.read(asked.id, [("a.docx", data), ("b.docx", data)])

    assert first.reply is not None
    assert second.reply is None


def test_one_undo_takes_the_whole_batch_back(app: Application, asked: Questionnaire) -> None:
    read = app.form_imports.read(asked.id, [(f"{n}.docx", word(app, asked)) for n in range(3)])
    app.form_imports.save(asked.id, read)

    app.history.undo(asked.event_id, "reply")

    assert app.consultations.replies(asked.id) == ()


def test_too_many_files_at_once_are_refused(app: Application, asked: Questionnaire) -> None:
    with pytest.raises(InvalidInput):
        app.form_imports.read(asked.id, [("a.docx", b"")] * (MOST_FORMS + 1))
