"""Themes made, found, joined and taken back; quotes chosen; themes tied to objectives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.agenda import Attribution
from facilitation.domain.consultation import Answer, Channel, Question, Questionnaire, Reply, Theme
from facilitation.domain.event import Event
from facilitation.domain.person import Consent
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound
from facilitation.services.application import Application
from tests.builders import a_text

SHELTER = Text(sq="Strehimi")


@pytest.fixture
def asked(app: Application, conference: Event) -> Questionnaire:
    return app.consultations.add(conference.id, a_text("Form"), questions=(Question("q1", a_text("What?")),))


def a_reply(app: Application, asked: Questionnaire, text: str = "Duam strehim.", **facts: object) -> Reply:
    return app.consultations.take(asked.id, (Answer("q1", text),), Channel.PAPER, **facts)


def themes_in(app: Application, asked: Questionnaire) -> list[tuple[str, ...]]:
    return [reply.answers[0].theme_ids for reply in app.consultations.replies(asked.id)]


def titles(app: Application, asked: Questionnaire) -> list[Text]:
    return [theme.title for theme in app.consultations.get(asked.id).themes]


def test_a_theme_is_made_and_found_in_its_answers_with_one_undo(app: Application, asked: Questionnaire) -> None:
    first, second = a_reply(app, asked), a_reply(app, asked)

    theme = app.theme_codes.add(asked.id, SHELTER, [(first.id, "q1"), (second.id, "q1")])

    assert titles(app, asked) == [SHELTER]
    assert themes_in(app, asked) == [(theme.id,), (theme.id,)]
    app.history.undo(asked.event_id, "questionnaire")
    assert (titles(app, asked), themes_in(app, asked)) == ([], [(), ()])


def test_a_theme_of_the_same_name_is_taken_instead_of_a_second(app: Application, asked: Questionnaire) -> None:
    one = app.theme_codes.add(asked.id, SHELTER)

    assert app.theme_codes.add(asked.id, Text(sq=" strehimi ")) == one
    assert titles(app, asked) == [SHELTER]


def test_a_theme_needs_a_name(app: Application, asked: Questionnaire) -> None:
    theme = app.theme_codes.add(asked.id, SHELTER)

    with pytest.raises(InvalidInput):
        app.theme_codes.add(asked.id, Text())
    with pytest.raises(InvalidInput):
        app.theme_codes.rename(asked.id, theme, Text())


def test_a_theme_is_renamed(app: Application, asked: Questionnaire) -> None:
    theme = app.theme_codes.add(asked.id, SHELTER)

    app.theme_codes.rename(asked.id, theme, Text(sq="Strehëza", en="Shelters"))

    assert titles(app, asked) == [Text(sq="Strehëza", en="Shelters")]
    with pytest.raises(NotFound):
        app.theme_codes.rename(asked.id, Theme("gone", SHELTER), SHELTER)


def with_two_themes(app: Application, asked: Questionnaire) -> tuple[Theme, Theme, Event]:
    reply = a_reply(app, asked)
    one, two = (app.theme_codes.add(asked.id, Text(sq=name), [(reply.id, "q1")]) for name in ("Një", "Dy"))
    event = app.events.add_objective(asked.event_id, a_text("More beds"))
    app.theme_codes.link(event.id, event.objectives[-1].id, one.id, is_behind=True)
    return one, two, event


def linked(app: Application, event: Event) -> tuple[str, ...]:
    return app.events.get(event.id).objectives[-1].theme_ids


def test_joined_themes_keep_their_answers_and_objectives_and_undo_parts_them(
    app: Application, asked: Questionnaire
) -> None:
    one, two, event = with_two_themes(app, asked)

    app.theme_codes.merge(asked.id, one.id, two.id)

    assert (themes_in(app, asked), linked(app, event)) == ([(two.id,)], (two.id,))
    app.history.undo(asked.event_id, "questionnaire")
    assert (themes_in(app, asked), linked(app, event)) == ([(one.id, two.id)], (one.id,))


def test_a_removed_theme_leaves_answers_and_objectives(app: Application, asked: Questionnaire) -> None:
    one, two, event = with_two_themes(app, asked)

    app.theme_codes.remove(asked.id, one.id)

    assert (themes_in(app, asked), linked(app, event)) == ([(two.id,)], ())
    assert titles(app, asked) == [two.title]


def test_a_theme_joined_with_itself_stays(app: Application, asked: Questionnaire) -> None:
    one, _two, _event = with_two_themes(app, asked)

    app.theme_codes.merge(asked.id, one.id, one.id)

    assert len(titles(app, asked)) == 2


def test_two_people_find_different_themes_in_one_answer(app: Application, asked: Questionnaire) -> None:
    place = (a_reply(app, asked).id, "q1")

    app.theme_codes.code(place, seen=(), wanted=("a",))
    app.theme_codes.code(place, seen=(), wanted=("b",))
    app.theme_codes.code(place, seen=("a",), wanted=())

    assert themes_in(app, asked) == [("b",)]


def test_words_are_quoted_only_with_consent_and_as_they_were_written(app: Application, asked: Questionnaire) -> None:
    silent = a_reply(app, asked)
    agreed = a_reply(app, asked, "Duam  strehim\ntani.", quote_consent=Consent.YES)

    app.theme_codes.quote((agreed.id, "q1"), "strehim tani")

    assert app.consultations.replies(asked.id)[1].answers[0].quote == "strehim tani"
    for place, words in (((silent.id, "q1"), "Duam"), ((agreed.id, "q1"), "Duam trajnim")):
        with pytest.raises(InvalidInput):
            app.theme_codes.quote(place, words)
    app.theme_codes.quote((agreed.id, "q1"), "")
    assert app.consultations.replies(asked.id)[1].answers[0].quote == ""


def test_how_writers_are_shown_is_kept_with_the_question(app: Application, asked: Questionnaire) -> None:
    question = asked.questions[0]

    app.theme_codes.show_writers(asked.id, question, replace(question, attribution=Attribution.ROLE))

    assert app.consultations.get(asked.id).questions[0].attribution is Attribution.ROLE


def test_a_theme_is_tied_to_an_objective_and_let_go(app: Application, asked: Questionnaire) -> None:
    one, two, event = with_two_themes(app, asked)
    goal = event.objectives[-1].id

    app.theme_codes.link(event.id, goal, two.id, is_behind=True)
    app.theme_codes.link(event.id, goal, two.id, is_behind=True)
    assert linked(app, event) == (one.id, two.id)
    app.theme_codes.link(event.id, goal, one.id, is_behind=False)
    assert linked(app, event) == (two.id,)
