"""Questionnaires made, sent, answered and closed; strangers reach nothing but their own form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitation.domain.consultation import Answer, Channel, Question, Questionnaire
from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound, Revoked
from facilitation.services.application import Application
from tests.builders import a_text, some_participations
from tests.services.conftest import Clock

QUESTIONS = (Question("q1", a_text("What will you do?"), is_required=True), Question("q2", a_text("What more?")))
TITLE = Text(sq="Pyetësor", en="Questionnaire")


@pytest.fixture
def asked(app: Application, conference: Event) -> Questionnaire:
    return app.consultations.add(conference.id, TITLE, questions=QUESTIONS, closes_on=date(2027, 3, 1))


@pytest.fixture
def asked_person(app: Application, conference: Event) -> str:
    app.people.save_import(conference.id, some_participations(1, event_id=conference.id))
    return app.people.list_for(conference.id)[0].id


def test_a_questionnaire_without_a_title_is_refused(app: Application, conference: Event) -> None:
    with pytest.raises(InvalidInput):
        app.consultations.add(conference.id, Text())


def test_two_people_change_different_parts_and_both_stay(app: Application, asked: Questionnaire) -> None:
    app.consultations.edit(asked, replace(asked, closes_on=date(2027, 4, 1)))
    app.consultations.edit(asked, replace(asked, intro=a_text("Welcome")))

    stored = app.consultations.get(asked.id)
    assert (stored.closes_on, stored.intro) == (date(2027, 4, 1), a_text("Welcome"))


def test_two_people_who_write_the_same_title_are_asked(app: Application, asked: Questionnaire) -> None:
    app.consultations.edit(asked, replace(asked, title=a_text("Mine")))

    with pytest.raises(ChangedElsewhere):
        app.consultations.edit(asked, replace(asked, title=a_text("Yours")))


def test_undo_brings_a_removed_reply_back(app: Application, conference: Event, asked: Questionnaire) -> None:
    reply = app.consultations.take(asked.id, (Answer("q1", "Trajnime"),), Channel.PAPER, organisation="Bashkia Korçë")
    app.consultations.remove_reply(reply.id)
    assert app.consultations.replies(asked.id) == ()

    app.history.undo(conference.id, "reply")

    assert [found.answers for found in app.consultations.replies(asked.id)] == [(Answer("q1", "Trajnime"),)]


def test_a_reply_that_leaves_a_required_question_open_is_refused(app: Application, asked: Questionnaire) -> None:
    with pytest.raises(InvalidInput, match="What will you do"):
        app.consultations.take(asked.id, (), Channel.PAPER, language="en")


def test_people_keep_the_link_they_have(app: Application, asked: Questionnaire, asked_person: str) -> None:
    first = app.form_links.make(asked.id, [asked_person, ""])
    again = app.form_links.make(asked.id, ["", asked_person])

    assert again == first[::-1]
    assert min(len(link.secret) for link in first) == 32


def test_a_draft_waits_for_its_writer_and_is_no_reply_yet(
    app: Application, asked: Questionnaire, asked_person: str
) -> None:
    (link,) = app.form_links.make(asked.id, [asked_person])

    app.form_links.keep_draft(link.id, link.secret, (Answer("q2", "gjys"),), language="sq")

    found = app.form_links.open(link.id, link.secret).reply
    assert found
    assert found.answers == (Answer("q2", "gjys"),)
    assert app.consultations.replies(asked.id) == ()


def test_answering_again_through_a_personal_link_replaces_the_answer(
    app: Application, asked: Questionnaire, asked_person: str
) -> None:
    (link,) = app.form_links.make(asked.id, [asked_person])
    app.form_links.hand_in(link.id, link.secret, (Answer("q1", "një"),))
    app.form_links.hand_in(link.id, link.secret, (Answer("q1", "dy"),))

    (reply,) = app.consultations.replies(asked.id)
    person = app.people.list_for(asked.event_id)[0].person
    assert reply.answers == (Answer("q1", "dy"),)
    assert (reply.organisation, reply.sector) == (person.organisation, person.sector)


def test_the_open_link_takes_every_answer_as_a_new_one(app: Application, asked: Questionnaire) -> None:
    (link,) = app.form_links.make(asked.id)
    for words in ("një", "dy"):
        app.form_links.hand_in(link.id, link.secret, (Answer("q1", words),))

    assert [reply.answers[0].text for reply in app.consultations.replies(asked.id)] == ["një", "dy"]


@pytest.mark.parametrize("secret", ["", "wrong", "\ud800"])
def test_a_wrong_secret_tells_nothing(app: Application, asked: Questionnaire, secret: str) -> None:
    (link,) = app.form_links.make(asked.id)

    with pytest.raises(NotFound) as wrong:
        app.form_links.open(link.id, secret)
    with pytest.raises(NotFound) as unknown:
        app.form_links.open("nothere", link.secret)
    assert str(wrong.value) == str(unknown.value)


def test_a_form_takes_nothing_after_its_last_day(app: Application, asked: Questionnaire, clock: Clock) -> None:
    (link,) = app.form_links.make(asked.id)
    clock.moment = clock.moment.replace(month=3, day=1, hour=23)
    app.form_links.hand_in(link.id, link.secret, (Answer("q1", "në kohë"),))
    clock.moment = clock.moment.replace(day=2, hour=0)

    with pytest.raises(Revoked):
        app.form_links.hand_in(link.id, link.secret, (Answer("q1", "vonë"),))


def test_a_revoked_link_opens_nothing(app: Application, asked: Questionnaire) -> None:
    (link,) = app.form_links.make(asked.id)
    app.form_links.revoke(link.id)

    with pytest.raises(Revoked):
        app.form_links.open(link.id, link.secret)
    assert app.form_links.list_for(asked.id) == ()
