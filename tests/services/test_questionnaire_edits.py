"""Questionnaires made from templates and earlier ones, changed by several people, and the mails that ask."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import date
from email import policy
from io import BytesIO
from zipfile import ZipFile

import pytest

from facilitation.domain.consultation import Answer, Channel, Question, QuestionKind, Questionnaire
from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound
from facilitation.services.application import Application
from facilitation.services.consultation_mails import Round
from tests.builders import a_text, some_participations

BASE = "https://tryeza.example"
QUESTIONS = (Question("q1", a_text("What will you do?"), is_required=True), Question("q2", a_text("What more?")))


@pytest.fixture
def asked(app: Application, conference: Event) -> Questionnaire:
    title = Text(sq="Mendimi juaj", en="Your opinion")
    return app.consultations.add(conference.id, title, questions=QUESTIONS, closes_on=date(2027, 3, 1))


@pytest.fixture
def people(app: Application, asked: Questionnaire) -> list[str]:
    """Three people with links: one speaks Albanian, one English, one has no address."""
    facts = (
        {"languages": ("sq",), "email": "a@example.org"},
        {"languages": ("en",), "email": "b@example.org"},
        {"email": ""},
    )
    parts = some_participations(3, event_id=asked.event_id)
    made = [replace(p, person=replace(p.person, **f)) for p, f in zip(parts, facts, strict=True)]  # type: ignore[arg-type]
    app.people.save_import(asked.event_id, made)
    ids = [part.id for part in app.people.list_for(asked.event_id)]
    app.form_links.make(asked.id, ids)
    return ids


def stored(app: Application, asked: Questionnaire) -> tuple[Question, ...]:
    return app.consultations.get(asked.id).questions


def test_a_template_that_needs_a_topic_is_not_used_without_one(app: Application, conference: Event) -> None:
    with pytest.raises(InvalidInput, match="topic"):
        app.questionnaire_edits.start(conference.id, "before-a-conference")
    with pytest.raises(NotFound):
        app.questionnaire_edits.start(conference.id, "nothere")


def test_undo_takes_a_questionnaire_from_a_template_back(app: Application, conference: Event) -> None:
    made = app.questionnaire_edits.start(conference.id, "evaluation")
    assert len(made.questions) == 11

    app.history.undo(conference.id, "questionnaire")

    assert app.consultations.list_for(conference.id) == ()


def test_two_people_change_two_questions_and_both_stay(app: Application, asked: Questionnaire) -> None:
    for question in QUESTIONS:
        app.questionnaire_edits.edit_question(asked.id, question, replace(question, hint=a_text(question.id)))
    app.questionnaire_edits.place(asked.id, ["q2"], "q1")

    assert [(each.id, each.hint) for each in stored(app, asked)] == [("q2", a_text("q2")), ("q1", a_text("q1"))]


def test_a_question_somebody_removed_is_not_brought_back_by_editing_it(app: Application, asked: Questionnaire) -> None:
    app.questionnaire_edits.remove_question(asked.id, "q1")

    with pytest.raises(NotFound):
        app.questionnaire_edits.edit_question(asked.id, QUESTIONS[0], replace(QUESTIONS[0], text=a_text("New")))

    assert [each.id for each in stored(app, asked)] == ["q2"]


def test_a_draft_somebody_is_still_writing_guards_its_question_too(
    app: Application, asked: Questionnaire, people: list[str]
) -> None:
    (link,) = app.form_links.make(asked.id, people[:1])
    app.form_links.keep_draft(link.id, link.secret, (Answer("q2", "gjys"),))

    wanted = replace(QUESTIONS[1], kind=QuestionKind.SCALE)
    with pytest.raises(InvalidInput, match="new question"):
        app.questionnaire_edits.edit_question(asked.id, QUESTIONS[1], wanted)
    app.questionnaire_edits.edit_question(asked.id, QUESTIONS[0], replace(QUESTIONS[0], kind=QuestionKind.SCALE))

    assert [each.kind for each in stored(app, asked)] == [QuestionKind.SCALE, QuestionKind.OPEN]


def test_answers_to_a_removed_question_come_back_with_it(app: Application, asked: Questionnaire) -> None:
    app.consultations.take(asked.id, (Answer("q1", "x"), Answer("q2", "y")), Channel.PAPER)
    app.questionnaire_edits.remove_question(asked.id, "q2")
    assert app.questionnaire_edits.answer_counts(asked.id) == {"q1": 1}

    app.history.undo(asked.event_id, "questionnaire")

    assert app.questionnaire_edits.answer_counts(asked.id) == {"q1": 1, "q2": 1}


def test_a_correction_must_answer_what_a_new_reply_must(app: Application, asked: Questionnaire) -> None:
    reply = app.consultations.take(asked.id, (Answer("q1", "x"),), Channel.PAPER)

    with pytest.raises(InvalidInput, match="no answer yet"):
        app.consultations.correct(reply, replace(reply, answers=(Answer("q1", "  "),)))
    app.consultations.correct(reply, replace(reply, answers=(Answer("q1", " y\r\n"),)))

    assert app.consultations.replies(asked.id)[0].answers == (Answer("q1", "y"),)


def test_without_an_address_no_mail_can_be_written(app: Application, asked: Questionnaire, people: list[str]) -> None:
    with pytest.raises(InvalidInput, match="address"):
        app.consultation_mails.mails(Round(asked.id, people))


def test_each_mail_speaks_the_language_of_its_reader_and_has_their_own_link(
    app: Application, asked: Questionnaire, people: list[str]
) -> None:
    app.phone_links.choose_address(BASE)
    links = {link.participation_id: link for link in app.form_links.list_for(asked.id)}

    data = app.consultation_mails.all_mails(Round(asked.id, people))

    with ZipFile(BytesIO(data)) as package:
        mails = [email.message_from_bytes(package.read(name), policy=policy.default) for name in package.namelist()]
    assert [mail["Subject"] for mail in mails] == [
        "Mendimi juaj, ju lutemi: Mendimi juaj",
        "Your opinion, please: Your opinion",
    ]
    for mail, participation in zip(mails, people, strict=False):
        link = links[participation]
        assert f"{BASE}/f/{link.id}.{link.secret}" in mail.get_content()
    assert "1 March 2027" in mails[1].get_content()


def test_a_reminder_says_that_the_answer_is_missing_and_a_title_opens_no_header(
    app: Application, asked: Questionnaire, people: list[str]
) -> None:
    app.phone_links.choose_address(BASE)
    app.consultations.edit(asked, replace(asked, title=Text(en="Opinion\r\nBcc: all@example.org")))
    wanted = Round(asked.id, [people[1]], is_reminder=True)

    mail = email.message_from_bytes(app.consultation_mails.one(wanted), policy=policy.default)

    assert mail["Subject"] == "A reminder: Opinion Bcc: all@example.org"
    assert (mail["Bcc"], mail["To"]) == (None, "Përfaqësuese 2 <b@example.org>")
    assert "your answer is not here yet" in mail.get_content()


def test_nobody_without_a_link_or_an_address_gets_a_draft(
    app: Application, asked: Questionnaire, people: list[str]
) -> None:
    app.phone_links.choose_address(BASE)

    assert [each.part.id for each in app.consultation_mails.mails(Round(asked.id, people))] == people[:2]
    with pytest.raises(InvalidInput, match="no e-mail"):
        app.consultation_mails.one(Round(asked.id, people[2:]))
