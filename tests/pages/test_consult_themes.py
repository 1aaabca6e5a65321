"""Themes and synthesis on the screen: who answered, themes chosen by hand, words proposed, quotes, texts."""

from __future__ import annotations

import pytest
from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import Attribution
from facilitation.domain.consultation import Answer, Channel, Question, Questionnaire, Theme
from facilitation.domain.event import Event, Sector
from facilitation.domain.person import Consent
from facilitation.domain.text import Text
from facilitation.services.application import Application
from tests.pages.consult_parts import opened_part
from tests.pages.opened import said, without_mistakes
from tests.pages.screen_words import a_new_event, charts, elements

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
QUESTION = Text(sq="Çfarë ju duhet?", en="What do you need?")
TEXTS = ("Duam strehim për të gjithë.", "Strehimi mungon këtu.", "Trajnim për punonjësit.")


def asked_of(app: Application, event: Event, *texts: str) -> Questionnaire:
    asked = app.consultations.add(event.id, Text(sq="Pyetësor"), questions=(Question("q1", QUESTION),))
    people = app.people.list_for(event.id)
    for number, text in enumerate(texts):
        facts = {"participation_id": people[number].id} if number < len(people) else {"sector": Sector.DONOR}
        app.consultations.take(
            asked.id, (Answer("q1", text),), Channel.PAPER, quote_consent=Consent.YES if number else Consent.NO, **facts
        )
    return asked


def themes(app: Application, asked: Questionnaire) -> list[str]:
    return [theme.title.sq or theme.title.en for theme in app.consultations.get(asked.id).themes]


def coded(app: Application, asked: Questionnaire) -> list[tuple[str, ...]]:
    names = {theme.id: theme.title.sq or theme.title.en for theme in app.consultations.get(asked.id).themes}
    return [tuple(names[key] for key in r.answers[0].theme_ids) for r in app.consultations.replies(asked.id)]


@LANGUAGES
def test_the_reply_rate_comes_first_in_words(app: Application, language: str) -> None:
    asked_of(app, a_new_event(app, people=4), *TEXTS[:2])

    words = said(opened_part("themes", language))

    expected = {"sq": "2 nga 4", "en": "2 of 4 answered"}
    assert expected[language] in words
    assert "50" in words


@LANGUAGES
def test_before_the_first_answer_the_screen_says_so(app: Application, language: str) -> None:
    asked_of(app, a_new_event(app, people=2))

    screen = opened_part("themes", language)

    assert not screen.multiselect
    assert charts(screen) == []


def test_a_word_that_comes_back_becomes_a_theme_with_one_click(app: Application) -> None:
    asked = asked_of(app, a_new_event(app, people=4), *TEXTS)
    screen = opened_part("themes")

    without_mistakes(next(b for b in screen.button if b.label.startswith("Strehim")).click().run())

    assert coded(app, asked) == [("Strehim",), ("Strehim",), ()]
    without_mistakes(screen.button("undo_questionnaire").click().run())
    assert (themes(app, asked), coded(app, asked)) == ([], [(), (), ()])


@LANGUAGES
def test_themes_are_chosen_at_an_answer(app: Application, language: str) -> None:
    asked = asked_of(app, a_new_event(app, people=4), TEXTS[2])
    known = app.theme_codes.add(asked.id, Text(sq="Mbrojtja"))
    screen = opened_part("themes", language)

    without_mistakes(screen.multiselect[0].set_value([known.id]).run())

    assert coded(app, asked) == [("Mbrojtja",)]
    without_mistakes(screen.multiselect[0].set_value([]).run())
    assert coded(app, asked) == [()]


def test_what_is_typed_at_an_answer_becomes_a_theme(app: Application) -> None:
    asked = asked_of(app, a_new_event(app, people=4), TEXTS[2])
    known = app.theme_codes.add(asked.id, Text(sq="Mbrojtja"))
    screen = opened_part("themes")

    without_mistakes(choose_and_type(screen, "Mbrojtja", "Trajnimi"))

    assert coded(app, asked) == [("Trajnimi", "Mbrojtja")]
    assert themes(app, asked) == ["Mbrojtja", "Trajnimi"]
    assert known in app.consultations.get(asked.id).themes


def choose_and_type(screen: AppTest, *words: str) -> AppTest:
    """Choose themes by their names and type others, as the browser sends them; AppTest only offers what is there."""
    field = next(node.proto.id for node in elements(screen) if "themes_of" in getattr(node.proto, "id", ""))
    states = screen._tree.get_widget_states()
    states.widgets.append(WidgetState(id=field, string_array_value=StringArray(data=words)))
    return screen._run(states)


def with_themes(app: Application, *names: str) -> tuple[Questionnaire, list[Theme]]:
    asked = asked_of(app, a_new_event(app, people=4), *TEXTS)
    first = app.consultations.replies(asked.id)[0]
    return asked, [app.theme_codes.add(asked.id, Text(sq=name), [(first.id, "q1")]) for name in names]


@LANGUAGES
def test_counts_are_a_picture_with_its_finding_and_tables(app: Application, language: str) -> None:
    with_themes(app, "Strehimi")

    screen = opened_part("themes", language)

    assert len(charts(screen)) == 1
    assert "Strehimi (1)" in said(screen)
    assert [list(table.value.iloc[0])[:2] for table in screen.dataframe[:1]] == [["Strehimi", 1]]


def test_a_theme_is_renamed_and_joined(app: Application) -> None:
    asked, (one, two) = with_themes(app, "Strehimi", "Trajnimi")
    screen = opened_part("themes")
    screen.session_state[f"theme·{one.id}"] = True
    without_mistakes(screen.run())

    without_mistakes(screen.text_input(f"theme_title·{one.id}·sq").set_value("Strehëzat").run())
    assert themes(app, asked) == ["Strehëzat", "Trajnimi"]
    screen.session_state[f"theme·{one.id}"] = True
    without_mistakes(screen.run())
    without_mistakes(screen.selectbox(f"merge_theme·{one.id}").set_value(two.id).run())
    assert coded(app, asked)[0] == ("Trajnimi",)


def test_a_new_theme_is_added_and_an_empty_one_explained(app: Application) -> None:
    asked = asked_of(app, a_new_event(app, people=4), *TEXTS)
    screen = opened_part("themes")

    screen.text_input("new_theme").set_value("Shëndeti")
    without_mistakes(next(b for b in screen.button if "new_theme_form" in (b.key or "")).click().run())
    assert themes(app, asked) == ["Shëndeti"]
    screen.text_input("new_theme").set_value("  ")
    next(b for b in screen.button if "new_theme_form" in (b.key or "")).click().run()
    assert len(screen.error) == 1


def test_only_answers_with_consent_can_be_quoted(app: Application) -> None:
    asked = asked_of(app, a_new_event(app, people=4), *TEXTS)
    screen = opened_part("themes")
    second = app.consultations.replies(asked.id)[1]
    key = f"quote·{second.id}·q1"

    screen.session_state[f"{key}·open"] = True
    without_mistakes(screen.run())
    without_mistakes(screen.text_area(key).set_value("Strehimi mungon").run())

    assert app.consultations.replies(asked.id)[1].answers[0].quote == "Strehimi mungon"
    assert len([c for c in screen.caption if "pëlqim" in c.value or "no consent" in c.value]) == 1


@LANGUAGES
def test_the_synthesis_is_written_in_both_languages_and_shows_its_quotes(app: Application, language: str) -> None:
    event = a_new_event(app, people=4)
    asked = asked_of(app, event, *TEXTS)
    second = app.consultations.replies(asked.id)[1]
    app.theme_codes.quote((second.id, "q1"), "Strehimi mungon këtu.")
    screen = opened_part("synthesis", language)

    without_mistakes(screen.text_area("synthesis_of·q1·sq").set_value("Shumica do strehim.").run())
    without_mistakes(screen.text_area("synthesis_of·q1·en").set_value("Most want shelter.").run())

    stored = app.events.get(event.id).consultation[-1]
    assert (stored.question, stored.synthesis) == (QUESTION, Text("Shumica do strehim.", "Most want shelter."))
    assert "Strehimi mungon këtu" in said(screen)
    without_mistakes(screen.selectbox("writers_of·q1").select_index(3).run())
    assert app.consultations.get(asked.id).questions[0].attribution is Attribution.NOBODY


def test_a_large_consultation_shows_twenty_answers_until_more_are_wanted(app: Application) -> None:
    asked_of(app, a_new_event(app), *(f"Përgjigja numër {number}" for number in range(25)))
    screen = opened_part("themes")

    assert len(screen.multiselect) == 20
    without_mistakes(screen.button("more_answers").click().run())
    assert len(screen.multiselect) == 25


@LANGUAGES
def test_answers_of_one_theme_or_of_none_are_shown_alone(app: Application, language: str) -> None:
    asked, (one,) = with_themes(app, "Strehimi")
    screen = opened_part("themes", language)
    choice = f"theme_answers·{asked.id}"

    shown = [
        len(without_mistakes(screen.selectbox(choice).set_value(part).run()).multiselect)
        for part in ("without", one.id, "all")
    ]

    assert shown == [2, 1, 3]
