"""A questionnaire that asks nobody who they are: no screen, form or file of it asks, and no reply keeps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitation.documents.form_word import form_docx
from facilitation.documents.word_styles import Stamp
from facilitation.domain.consultation import Answer, Channel, Questionnaire
from facilitation.domain.event import Event, Sector
from facilitation.domain.person import District
from facilitation.errors import InvalidInput
from facilitation.exchange.form_sheet import form_lines
from facilitation.i18n.translator import Translator
from facilitation.planning.filled_form import DISTRICT, ORGANISATION, SECTOR
from facilitation.services.application import Application
from facilitation.web.form_fields import writer_html
from facilitation.web.form_sheet import FormSheet
from tests.builders import some_participations
from tests.documents.reading import all_text

OFFICE = "Zyra e Punësimit, Shkodër"


@pytest.fixture
def asked(app: Application, conference: Event) -> Questionnaire:
    """The evaluation form of the library, as an event gets it."""
    return app.questionnaire_edits.start(conference.id, "evaluation")


def _answers(asked: Questionnaire) -> tuple[Answer, ...]:
    return tuple(
        Answer(question.id, number=5) if question.kind == "scale" else Answer(question.id, "Po")
        for question in asked.questions
        if question.kind in ("scale", "open")
    )


def test_the_evaluation_form_is_anonymous_and_so_are_its_copies(
    app: Application, conference: Event, asked: Questionnaire
) -> None:
    before = app.questionnaire_edits.start(conference.id, "before-a-conference", asked.title)

    assert asked.is_anonymous
    assert app.questionnaire_edits.copy(asked.id, conference.id).is_anonymous
    assert not before.is_anonymous


def test_no_reply_keeps_person_or_office_whatever_was_sent(
    app: Application, conference: Event, asked: Questionnaire
) -> None:
    app.people.save_import(conference.id, some_participations(1, event_id=conference.id))
    (part,) = app.people.list_for(conference.id)
    facts = {"organisation": OFFICE, "sector": Sector.MEDIA, "district": District.SHKODER}
    (link,) = app.form_links.make(asked.id)

    typed = app.consultations.take(asked.id, _answers(asked), Channel.PAPER, participation_id=part.id, **facts)
    sent = app.form_links.hand_in(link.id, link.secret, _answers(asked), once="n1", **facts)
    corrected = app.consultations.correct(typed, replace(typed, organisation=OFFICE, note="2"))

    for reply in (typed, sent, corrected):
        assert (reply.participation_id, reply.organisation) == ("", "")
        assert (reply.sector, reply.district) == (Sector.MEDIA, District.SHKODER)


def test_there_is_one_link_for_everybody_and_none_for_anybody(
    app: Application, conference: Event, asked: Questionnaire
) -> None:
    app.people.save_import(conference.id, some_participations(1, event_id=conference.id))

    with pytest.raises(InvalidInput, match="no personal links"):
        app.form_links.make(asked.id, [app.people.list_for(conference.id)[0].id])
    assert app.form_links.list_for(asked.id) == ()


@pytest.mark.parametrize("language", ["sq", "en"])
def test_no_form_asks_for_the_office_but_for_sector_and_district(
    app: Application, conference: Event, asked: Questionnaire, language: str
) -> None:
    _ = Translator(language)
    (link,) = app.form_links.make(asked.id)
    sheet = FormSheet(app.form_links.open(link.id, link.secret), language, {}, "", {})
    printed = all_text(form_docx(asked, conference, _, Stamp("1", date(2027, 5, 20))))
    keys = {line.key for line in form_lines(asked, _, is_personal=False)}

    assert 'name="organisation"' not in writer_html(sheet, _)
    assert 'name="sector"' in writer_html(sheet, _)
    assert _("Office or organisation") not in printed
    assert _("Sector") in printed
    assert ORGANISATION not in keys
    assert {SECTOR, DISTRICT} <= keys


def test_what_people_were_told_cannot_be_changed_afterwards(app: Application, asked: Questionnaire) -> None:
    named = app.consultations.edit(asked, replace(asked, is_anonymous=False))
    again = app.consultations.edit(named, replace(named, is_anonymous=True))
    app.consultations.take(asked.id, _answers(asked), Channel.PAPER)

    with pytest.raises(InvalidInput, match="asked already"):
        app.consultations.edit(again, replace(again, is_anonymous=False))
    assert app.consultations.edit(again, replace(again, closes_on=date(2027, 6, 1))).is_anonymous
