"""The form on a phone: what it asks, what becomes of the answers, and that nothing typed is ever lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from facilitation.domain.consultation import Answer, Questionnaire, Reply
from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, District
from facilitation.errors import StorageUnavailable
from facilitation.services.application import Application
from facilitation.services.form_links import FormLinks
from facilitation.services.shared import shared_application
from tests.web.asking import asked
from tests.web.forms import FILLED, PERSON, QUESTIONS, a_form, hidden, open_path, own_path, pressed, stored, words

ANSWERS = (
    Answer("why", text="Më shumë takime"),
    Answer("one", chosen=(1,)),
    Answer("many", chosen=(0, 2)),
    Answer("how", number=4),
    Answer("rank", chosen=(2, 0, 1)),
)


@pytest.fixture
def app() -> Iterator[Application]:
    """The application of the routes, with one event in it."""
    application = stored(shared_application())
    yield application
    application.archives.engine.dispose()


@pytest.fixture
def form(app: Application) -> Questionnaire:
    return a_form(app, closes_on=date(2999, 5, 1))


def replies(app: Application, form: Questionnaire) -> tuple[Reply, ...]:
    return app.consultations.replies(form.id)


def test_the_form_says_who_asks_what_for_until_when_and_asks_its_questions(
    app: Application, form: Questionnaire
) -> None:
    said = words(asked(open_path(app, form), query="language=en"))

    assert "National conference" in said
    assert "Questionnaire before the conference The centre asks for your answers." in said
    assert "Answers are taken until Wednesday, 1 May 2999. Please answer." in said
    assert "1. What would you do? (an answer is needed)" in said
    assert "3. Which do you need? Choose at most 2. Training Funds Laws" in said
    assert "4. How much did it help? Last year 1 = Not at all · 5 = Very much 1 2 3 4 5 No answer" in said
    assert "5. In which order? Give each its own number; 1 comes first. Training – 1 2 3" in said
    assert "How your answers are used Who is responsible The centre" in said
    assert "law 124/2024" in said


def test_the_form_is_in_the_first_language_of_the_event_unless_another_is_asked_for(
    app: Application, form: Questionnaire
) -> None:
    path = open_path(app, form)

    assert "Çfarë do të bënit?" in words(asked(path, accept_language="en"))
    assert "What would you do?" in words(asked(path, query="language=en"))


def test_answers_of_all_kinds_are_handed_in_through_the_open_link(app: Application, form: Questionnaire) -> None:
    writer = {"organisation": " Bashkia  Korçë ", "sector": "local_government", "district": "korce", "consent": "yes"}

    answer = pressed(open_path(app, form), {**FILLED, **writer}, query="language=en")

    (reply,) = replies(app, form)
    assert (answer.status, answer.heads["location"]) == (303, "?done=1&language=en")
    assert reply.answers == ANSWERS
    assert (reply.organisation, reply.sector, reply.district) == (
        "Bashkia Korçë", Sector.LOCAL_GOVERNMENT, District.KORCE,
    )  # fmt: skip
    assert (reply.language, reply.quote_consent) == ("en", Consent.YES)


def test_a_personal_link_knows_where_its_writer_works_and_asks_nothing_of_it(
    app: Application, form: Questionnaire
) -> None:
    path = own_path(app, form)
    pressed(path, {**FILLED, "organisation": "Somebody else"})

    (reply,) = replies(app, form)
    assert "Where you work" not in words(asked(path, query="language=en"))
    assert (reply.organisation, reply.participation_id) == (PERSON.person.organisation, PERSON.id)


@pytest.mark.parametrize("make", [open_path, own_path])
def test_the_consent_is_never_ticked_beforehand_and_left_alone_it_is_a_no(
    app: Application, form: Questionnaire, make: object
) -> None:
    path = make(app, form)  # type: ignore[operator]

    assert b"checked" not in re.sub(rb'value="" [^>]*checked', b"", asked(path).body)
    pressed(path)
    assert replies(app, form)[0].quote_consent is Consent.NO


def test_after_handing_in_a_page_says_thanks_in_both_languages(app: Application, form: Questionnaire) -> None:
    path = own_path(app, form)
    pressed(path)

    assert "Thank you! Your answers were handed in. You can still change them" in words(
        asked(path, query="done=1&language=en")
    )
    assert "Faleminderit!" in words(asked(path, query="done=1&language=sq"))


def test_what_was_handed_in_is_shown_again_on_the_personal_link_only(app: Application, form: Questionnaire) -> None:
    own, everybody = own_path(app, form), open_path(app, form)
    pressed(own)
    pressed(everybody, {**FILLED, "q:why": "Fjalë të huaja"})

    assert "Më shumë takime" in words(asked(own))
    assert "You handed in these answers on" in words(asked(own, query="language=en"))
    assert "takime" not in words(asked(everybody))
    assert "Fjalë të huaja" not in words(asked(everybody))


def test_a_missing_answer_is_said_above_and_beside_its_field_and_everything_typed_stays(
    app: Application, form: Questionnaire
) -> None:
    typed = {**FILLED, "q:why": "  ", "q:many": ("0", "1", "2"), "organisation": "Bashkia", "consent": "yes"}

    answer = pressed(open_path(app, form), typed, query="language=en")

    body = answer.body.decode()
    assert (answer.status, replies(app, form)) == (422, ())
    assert "<title>Error: Questionnaire before the conference</title>" in body
    assert '<a href="#q1">The question “What would you do?” has no answer yet.</a>' in body
    assert '<a href="#q3">More was chosen for “Which do you need?” than the question allows.</a>' in body
    assert '<p class="error" id="q1-error">' in body
    assert re.search(r'<textarea id="q1"[^>]*aria-describedby="q1-error" aria-invalid="true"', body)
    assert hidden(pressed(open_path(app, form), typed).body).keys() == {"language", "token", "questions"}
    assert body.count(" checked") == 1 + 3 + 1 + 1
    assert body.count(" selected") == 3 + 2
    assert 'value="Bashkia"' in body


def test_the_language_changes_without_losing_what_was_typed(app: Application, form: Questionnaire) -> None:
    path = open_path(app, form)

    english = pressed(path, FILLED, "say-in-en")
    handed_in = pressed(path, FILLED, page=english.body)

    assert (english.status, handed_in.status) == (200, 303)
    assert "What would you do?" in words(english)
    assert "Më shumë takime" in words(english)
    assert 'lang="sq">Shqip</button>' in english.body.decode()
    assert replies(app, form)[0].language == "en"


def test_a_draft_of_a_personal_link_waits_and_is_no_reply_yet(app: Application, form: Questionnaire) -> None:
    path = own_path(app, form)

    answer = pressed(path, {"q:why": "gjysmë", "r0:rank": "2", "consent": "yes"}, "draft")

    again = asked(path, query="kept=1&language=en")
    assert (answer.status, answer.heads["location"]) == (303, "?kept=1&language=sq")
    assert replies(app, form) == ()
    assert "Saved, but not handed in yet." in words(again)
    assert ">\ngjysmë</textarea>" in again.body.decode()
    assert '<option value="2" selected>' in again.body.decode()
    assert 'value="yes" autocomplete="off" checked' in again.body.decode()


def test_a_draft_with_a_rank_given_twice_is_not_kept_half(app: Application, form: Questionnaire) -> None:
    path = own_path(app, form)

    answer = pressed(path, {"r0:rank": "1", "r1:rank": "1"}, "draft", query="language=en")

    assert answer.status == 422
    assert "The order given for “In which order?” does not hold each choice once." in words(answer)
    assert answer.body.decode().count('<option value="1" selected>') == 2


def test_the_open_link_has_no_drafts(app: Application, form: Questionnaire) -> None:
    path = open_path(app, form)

    answer = pressed(path, FILLED, "draft", query="language=en")

    assert "Save and go on later" not in words(asked(path, query="language=en"))
    assert (answer.status, "Only a personal link" in words(answer)) == (422, True)
    assert "Më shumë takime" in words(answer)


def test_a_draft_after_handing_in_does_not_take_the_answers_back(app: Application, form: Questionnaire) -> None:
    path = own_path(app, form)
    pressed(path)

    answer = pressed(path, {"q:why": "tjetër"}, "draft")

    assert answer.status == 422
    assert replies(app, form)[0].answers == ANSWERS
    assert "tjetër" in words(answer)


@pytest.mark.parametrize("make", [open_path, own_path])
def test_pressing_twice_hands_in_once(app: Application, form: Questionnaire, make: object) -> None:
    path = make(app, form)  # type: ignore[operator]
    page = asked(path).body

    statuses = [pressed(path, page=page).status for _ in range(2)]

    assert statuses == [303, 303]
    assert [reply.version for reply in replies(app, form)] == [1]


def test_two_people_with_the_same_answers_are_two_replies(app: Application, form: Questionnaire) -> None:
    path = open_path(app, form)

    pressed(path)
    pressed(path)

    assert len(replies(app, form)) == 2


def test_answers_to_other_questions_are_not_taken_for_answers_to_these(app: Application, form: Questionnaire) -> None:
    path = open_path(app, form)
    page = asked(path, query="language=en").body
    turned = (*QUESTIONS[:1], replace(QUESTIONS[1], choices=QUESTIONS[1].choices[::-1]), *QUESTIONS[2:])
    app.consultations.edit(form, replace(form, questions=turned))

    answer = pressed(path, page=page)

    assert (answer.status, replies(app, form)) == (409, ())
    assert "The organiser has changed the questions meanwhile." in words(answer)
    assert "Më shumë takime" in words(answer)
    assert pressed(path, page=answer.body).status == 303


def test_when_nothing_can_be_saved_the_page_comes_back_with_everything(
    app: Application, form: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise StorageUnavailable("The database at db.example cannot be reached.")

    monkeypatch.setattr(FormLinks, "hand_in_all", broken)

    answer = pressed(open_path(app, form), query="language=en")

    assert (answer.status, "db.example" in words(answer)) == (503, False)
    assert "Your answers could not be saved at the moment." in words(answer)
    assert "Më shumë takime" in words(answer)


def test_an_answer_that_is_too_long_is_refused_and_not_cut(app: Application, form: Questionnaire) -> None:
    long = "ë" * 10_001

    answer = pressed(open_path(app, form), {**FILLED, "q:why": long}, query="language=en")

    assert answer.status == 422
    assert long in answer.body.decode()
    assert "is longer than 10 000 signs" in words(answer)


def test_a_form_needs_no_script_and_its_key_enter_hands_in(app: Application, form: Questionnaire) -> None:
    body = asked(own_path(app, form)).body.decode()

    assert "<script" not in body
    assert re.findall(r'<button[^>]*value="([\w-]+)"', body) == ["submit", "say-in-en", "submit", "draft"]
    assert len(body) <= 16_000
