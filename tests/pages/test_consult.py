"""The consultation's screen: questionnaires made and edited, links sent, replies read and typed in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.consultation import Answer, Channel, Question, QuestionKind, Questionnaire
from facilitation.domain.event import Sector
from facilitation.domain.person import Consent
from facilitation.domain.text import Text
from facilitation.services.application import Application
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, rows, titles, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
TITLE = Text(sq="Pyetësor prove", en="Trial questionnaire")
CHOICES = (Text(sq="Po", en="Yes"), Text(sq="Jo", en="No"), Text(sq="Ndoshta", en="Perhaps"))
QUESTIONS = (
    Question("words", Text(sq="Çfarë?", en="What?"), is_required=True),
    Question("choice", Text(sq="A vini?", en="Do you come?"), QuestionKind.CHOICE, choices=CHOICES),
    Question("scale", Text(sq="Sa mirë?", en="How well?"), QuestionKind.SCALE),
    Question("rank", Text(sq="Rendi?", en="Which order?"), QuestionKind.RANK, choices=CHOICES),
)
BASE = "http://tryeza.example:8501"


def asking(app: Application, *, people: int = 0) -> Questionnaire:
    """An event with so many people and one questionnaire."""
    event = a_new_event(app, people=people)
    return app.consultations.add(event.id, TITLE, questions=QUESTIONS)


def at(part: str, language: str = "en") -> AppTest:
    """The screen with one of its parts chosen."""
    screen = opened("consult", language)
    return without_mistakes(screen.segmented_control("consult_part").set_value(part).run())


def typing(asked: Questionnaire, language: str = "en") -> tuple[AppTest, str]:
    """The form for a reply on paper, and the beginning of its fields' keys."""
    screen = without_mistakes(at("replies", language).button("type_reply").click().run())
    return screen, f"reply_draft·{asked.id}·new·"


@LANGUAGES
def test_before_the_first_questionnaire_one_sentence_and_one_button(app: Application, language: str) -> None:
    a_new_event(app)

    screen = opened("consult", language)

    assert [button.key for button in screen.button if button.key == "start_questionnaire"] == ["start_questionnaire"]
    assert screen.segmented_control("consult_part").options == {"sq": ["Filli", "Përmbledhja fillestare"]}.get(
        language, ["Thread", "Brief"]
    )
    without_mistakes(screen.button("start_questionnaire").click().run())


@LANGUAGES
def test_a_template_is_filled_with_topic_year_and_event(app: Application, language: str) -> None:
    event = a_new_event(app)
    screen = opened_form("consult_start", "start_form", language)

    screen.selectbox("start_template").set_value("before-a-conference").run()
    screen.text_input("start_topic·sq").set_value("kujdesin për fëmijët").run()
    without_mistakes(screen.button("start_save").click().run())

    (asked,) = app.consultations.list_for(event.id)
    first = asked.questions[0].text
    assert str(event.starts_on.year) in first.sq
    assert "kujdesin për fëmijët" in first.sq
    assert event.title.en in asked.title.en
    assert not any("{" in text for each in asked.questions for text in (each.text.sq, each.text.en))


def test_a_template_with_a_topic_asks_for_it(app: Application) -> None:
    event = a_new_event(app)
    screen = opened_form("consult_start", "start_form", "en")

    screen.selectbox("start_template").set_value("before-a-conference").run()
    screen.button("start_save").click().run()

    assert [error.value for error in screen.error] == [
        "Write first what the consultation is about: the topic stands in its questions."
    ]
    assert app.consultations.list_for(event.id) == ()


def test_the_questions_of_an_earlier_event_are_copied_without_its_answers(app: Application) -> None:
    asked = asking(app)
    app.consultations.take(asked.id, (Answer("words", "Trajnime"),), Channel.PAPER)
    event = a_new_event(app)
    screen = opened_form("consult_start", "start_form", "en")

    screen.segmented_control("start_with").set_value("earlier").run()
    screen.selectbox("start_earlier").set_value(asked.id).run()
    without_mistakes(screen.button("start_copy").click().run())

    (copied,) = app.consultations.list_for(event.id)
    assert [each.text for each in copied.questions] == [each.text for each in QUESTIONS]
    assert {each.id for each in copied.questions}.isdisjoint(each.id for each in QUESTIONS)
    assert app.consultations.replies(copied.id) == ()


@LANGUAGES
def test_questions_are_added_and_listed_with_their_kind(app: Application, language: str) -> None:
    asked = asking(app)
    screen = opened("consult", language)

    screen.text_input("new_question").set_value("Where?").run()
    screen.selectbox("new_question_kind").set_value(QuestionKind.CHOICE).run()
    without_mistakes(screen.button("new_question_save").click().run())

    added = app.consultations.get(asked.id).questions[-1]
    assert (added.text.said_in(language), added.kind, len(added.choices)) == ("Where?", QuestionKind.CHOICE, 2)
    assert titles(screen)[-1] == "Where?"
    assert rows(screen)[0]["facts"].count("·") == 1


def test_an_empty_question_is_refused_with_a_sentence(app: Application) -> None:
    asking(app)

    screen = opened("consult", "en").button("new_question_save").click().run()

    assert [error.value for error in screen.error] == ["The question is empty. Write what is asked."]


def test_the_panel_saves_choices_line_by_line_and_keeps_the_other_language(app: Application) -> None:
    asked = asking(app)
    screen = opened("consult", "en")
    screen.session_state["chosen"] = {"question": "choice"}
    screen.run()

    field = next(area for area in screen.text_area if str(area.value).startswith("Yes"))
    without_mistakes(field.set_value("Yes\nPerhaps so\nNever").run())

    question = app.consultations.get(asked.id).question("choice")
    assert question is not None
    assert [choice.en for choice in question.choices] == ["Yes", "Perhaps so", "Never"]
    assert question.choices[0] == CHOICES[0]


def test_the_panel_says_what_happens_to_answers_and_refuses_another_kind(app: Application) -> None:
    asked = asking(app)
    app.consultations.take(asked.id, (Answer("words", "x"), Answer("choice", chosen=(1,))), Channel.PAPER)
    screen = opened("consult", "en")
    screen.session_state["chosen"] = {"question": "choice"}
    screen.run()
    assert "1 person has answered" in screen.info[0].value

    screen.selectbox("question·choice·kind").set_value(QuestionKind.OPEN).run()

    assert "add a new question" in screen.error[0].value
    assert app.consultations.get(asked.id).question("choice") == QUESTIONS[1]


@LANGUAGES
def test_the_preview_shows_every_question_as_its_reader_sees_it(app: Application, language: str) -> None:
    asking(app)

    screen = opened("consult", language).segmented_control("questions_shape").set_value("preview").run()

    shown = said(without_mistakes(screen))
    assert all(each.text.said_in(language).rstrip("?") in shown for each in QUESTIONS)
    assert len(screen.radio) == 2


@LANGUAGES
@pytest.mark.parametrize("people", [0, 3, 300])
def test_sending_shows_who_can_be_asked(app: Application, language: str, people: int) -> None:
    asking(app, people=people)

    screen = at("sending", language)

    assert len(rows(screen)) == min(people, 50)
    if people:
        without_mistakes(screen.button("links_make").click().run())
        assert {row["level"] for row in rows(screen)} == {"warn"}


def test_drafts_go_to_those_with_an_address_and_without_an_answer(app: Application) -> None:
    asked = asking(app, people=3)
    app.phone_links.choose_address(BASE)
    for part in app.people.list_for(asked.event_id):
        reached = replace(part.person, email=f"{part.id}@example.org")
        app.people.edit(part, replace(part, person=reached))
    parts = app.people.list_for(asked.event_id)
    app.form_links.make(asked.id, [part.id for part in parts])
    app.consultations.take(asked.id, (Answer("words", "x"),), Channel.PAPER, participation_id=parts[0].id)

    screen = at("sending")

    assert "Drafts for 2 people" in words_shown(screen)
    assert "**1** of **3**" in said(screen)


def test_an_address_nobody_can_open_is_refused(app: Application) -> None:
    asking(app, people=3)

    screen = at("sending").text_input("form_address").set_value("tryeza").run()

    assert "is no address a phone can open" in screen.error[0].value


def test_the_open_link_is_made_shown_and_revoked(app: Application) -> None:
    asked = asking(app)
    app.phone_links.choose_address(BASE)
    screen = without_mistakes(at("sending").button("open_link_make").click().run())
    (link,) = app.form_links.list_for(asked.id)
    assert [code.value for code in screen.code] == [f"{BASE}/f/{link.id}.{link.secret}"]

    without_mistakes(screen.button(f"revoke_{link.id}_now").click().run())

    assert app.form_links.list_for(asked.id) == ()


def test_until_the_address_is_known_no_half_link_is_shown(app: Application) -> None:
    asked = asking(app, people=1)
    (part,) = app.people.list_for(asked.event_id)
    app.form_links.make(asked.id, ("", part.id))
    screen = at("sending")
    screen.session_state["chosen"] = {"asked_person": part.id}

    assert [code.value for code in without_mistakes(screen.run()).code] == []


@LANGUAGES
def test_a_reply_on_paper_is_typed_in_and_the_form_is_free_again(app: Application, language: str) -> None:
    asked = asking(app)
    screen, key = typing(asked, language)
    screen.text_input(key + "organisation").set_value("Bashkia Korçë").run()
    screen.selectbox(key + "sector").set_value(Sector.LOCAL_GOVERNMENT).run()
    screen.selectbox(key + "quote").set_value(Consent.YES).run()
    screen.text_area(key + "words").set_value("Trajnime").run()
    screen.selectbox(key + "choice").set_value(2).run()
    screen.selectbox(key + "scale").set_value(4).run()
    screen.multiselect(key + "rank").set_value([2, 0, 1]).run()

    without_mistakes(screen.button("reply_save").click().run())

    (reply,) = app.consultations.replies(asked.id)
    assert reply.answers == (
        Answer("words", "Trajnime"),
        Answer("choice", chosen=(2,)),
        Answer("scale", number=4),
        Answer("rank", chosen=(2, 0, 1)),
    )
    assert (reply.organisation, reply.sector, reply.channel) == (
        "Bashkia Korçë",
        Sector.LOCAL_GOVERNMENT,
        Channel.PAPER,
    )
    assert reply.quote_consent is Consent.YES
    assert screen.text_area(key + "words").value == ""
    assert app.preferences.drafts(asked.event_id) == {}


def test_a_required_question_left_open_is_said_beside_it_and_nothing_is_lost(app: Application) -> None:
    asked = asking(app)
    screen, key = typing(asked)
    screen.text_input(key + "organisation").set_value("Zyra A").run()

    screen.button("reply_save").click().run()

    assert "The question “What?” has no answer yet." in [error.value for error in screen.error]
    assert screen.text_input(key + "organisation").value == "Zyra A"
    assert app.consultations.replies(asked.id) == ()


def test_what_was_typed_comes_back_on_the_next_visit(app: Application) -> None:
    asked = asking(app)
    screen, key = typing(asked)
    screen.text_area(key + "words").set_value("half a sent").run()
    screen.selectbox(key + "choice").set_value(0).run()
    screen.multiselect(key + "rank").set_value([1, 0]).run()
    screen.selectbox(key + "sector").set_value(Sector.MEDIA).run()

    again, key = typing(asked)

    assert again.text_area(key + "words").value == "half a sent"
    assert again.selectbox(key + "choice").value == 0
    assert again.multiselect(key + "rank").value == [1, 0]
    assert again.selectbox(key + "sector").value is Sector.MEDIA


def test_a_reply_is_corrected_and_keeps_what_was_found_in_it(app: Application) -> None:
    asked = asking(app)
    found = Answer("words", "Trajnim", theme_ids=("theme",))
    reply = app.consultations.take(asked.id, (found, Answer("gone", "old words")), Channel.PAPER)
    screen = at("replies")
    screen.session_state["chosen"] = {"reply": reply.id}
    screen.run()
    assert "old words" in said(screen)
    without_mistakes(screen.button("correct_reply").click().run())

    screen.text_area(f"reply_draft·{asked.id}·{reply.id}·words").set_value("Trajnime").run()
    without_mistakes(screen.button("reply_save").click().run())

    (now,) = app.consultations.replies(asked.id)
    assert now.answer("words") == Answer("words", "Trajnime", theme_ids=("theme",))
    assert now.answer("gone") == Answer("gone", "old words")


def test_undo_brings_a_removed_reply_back_but_never_takes_a_stranger_s_one(app: Application) -> None:
    asked = asking(app)
    reply = app.consultations.take(asked.id, (Answer("words", "x"),), Channel.PAPER)
    screen = at("replies")
    screen.session_state["chosen"] = {"reply": reply.id}
    screen.run()
    without_mistakes(screen.button("remove_reply").click().run())
    without_mistakes(screen.button("undo_reply").click().run())
    assert len(app.consultations.replies(asked.id)) == 1

    (link,) = app.form_links.make(asked.id)
    app.form_links.hand_in(link.id, link.secret, (Answer("words", "y"),))

    assert not [button for button in at("replies").button if button.key == "undo_reply"]


@LANGUAGES
def test_many_replies_come_in_pages_the_newest_first(app: Application, language: str) -> None:
    asked = asking(app)
    for number in range(60):
        app.consultations.take(asked.id, (Answer("words", str(number)),), Channel.PAPER, organisation=f"Zyra {number}")

    screen = at("replies", language)

    assert titles(screen)[0] == "Zyra 59"
    assert len(rows(screen)) == 50


def test_the_closing_day_is_said_and_a_past_one_too(app: Application) -> None:
    event = a_new_event(app)
    app.consultations.add(event.id, TITLE, questions=QUESTIONS, closes_on=date.today() - timedelta(days=2))

    assert "Closed since" in said(opened("consult", "en"))


def test_the_questions_are_saved_for_other_events(app: Application) -> None:
    asking(app)
    screen = opened("consult", "en")

    screen.text_input("questionnaire_saved_title").set_value("Our questions").run()
    without_mistakes(screen.button("questionnaire_save").click().run())

    made = app.library.questionnaires["our-questions"]
    assert [entry.question.text for entry in made.questions] == [each.text for each in QUESTIONS]
    assert "Our questions · 4 questions · yours" in words_shown(opened_form("consult_start", "start_form", "en"))
