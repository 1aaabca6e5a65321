"""The world café: set-up, groups, their figures, and what is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.agenda import ItemKind
from facilitation.domain.event import Event
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.services.paper_names import CAFE_PAPERS
from facilitation.ui import state
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, elements, people_of, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def cafe_item(app: Application, event: Event) -> str:
    return next(item.id for _day, item in app.agendas.get(event.id).items() if item.kind is ItemKind.WORLD_CAFE)


def with_groups(app: Application, people: int, language: str = "sq") -> tuple[AppTest, Event, str]:
    event = a_new_event(app, people=people)
    item_id = cafe_item(app, event)
    seen = app.cafes.get(event.id, item_id)
    app.cafes.edit(seen, replace(seen, table_count=people // 5))
    app.cafes.make_groups(event.id, item_id, seed=1, seconds=0.3)
    return opened("cafe", language), event, item_id


def made(app: Application, screen: AppTest, event: Event) -> AppTest:
    """Press the button that makes the groups, and wait for the end of the search."""
    screen.button("make_groups").click().run()
    run = app.cafe_runs.current(event.id, cafe_item(app, event))
    assert run is None or run.wait(60)
    return screen.run()


@LANGUAGES
def test_an_agenda_without_a_cafe_says_so_and_leads_to_the_agenda(app: Application, language: str) -> None:
    a_new_event(app, instrument="regional-group")

    screen = opened("cafe", language)

    sentence = Translator(language)("The agenda of this event has no world café. Add a session of that kind first.")
    assert sentence in said(screen)
    without_mistakes(screen.button("cafe_to_agenda").click().run())
    assert [title.value for title in screen.title] == [Translator(language)("Agenda")]


@LANGUAGES
def test_with_nobody_on_the_list_there_is_no_button_to_group(app: Application, language: str) -> None:
    a_new_event(app)
    _ = Translator(language)

    screen = opened("cafe", language)

    assert _("Nobody can be seated yet: the list of participants is empty.") in said(screen)
    assert "make_groups" not in [button.key for button in screen.button]
    screen.button("cafe_people").click().run()
    assert [title.value for title in screen.title] == [_("Participants")]


@LANGUAGES
def test_three_people_cannot_fill_six_tables_and_the_screen_says_what_to_do(app: Application, language: str) -> None:
    event = a_new_event(app, people=3)
    screen = opened("cafe", language)

    screen.button("make_groups").click().run()

    (error,) = screen.error
    assert {"sq": "3 ", "en": "3 people cannot fill 6 tables"}[language] in error.value
    assert app.cafes.get(event.id, cafe_item(app, event)).seating is None


@LANGUAGES
def test_the_suggestion_takes_tables_of_five(app: Application, language: str) -> None:
    event = a_new_event(app, people=12)
    screen = opened("cafe", language)
    heads = {"sq": "12 veta, 6 tryeza, 3 raunde", "en": "12 people, 6 tables, 3 rounds"}
    assert [header.value for header in screen.header][:1] == [heads[language]]

    without_mistakes(screen.button("cafe_suggestion").click().run())

    assert app.cafes.get(event.id, cafe_item(app, event)).table_count == 3


@LANGUAGES
def test_groups_are_made_with_their_figures_and_everybody_has_a_seat(app: Application, language: str) -> None:
    event = a_new_event(app, people=12)
    screen = opened("cafe", language)
    screen.button("cafe_suggestion").click().run()

    without_mistakes(made(app, screen, event))

    seating = app.cafes.get(event.id, cafe_item(app, event)).seating
    assert seating is not None
    everybody = {part.id for part in app.people.list_for(event.id)}
    assert [{person for table in turn.tables for person in table} for turn in seating.rounds] == [everybody] * 3
    assert {"sq": "takime të ndryshme", "en": "different meetings of"}[language] in said(screen)
    assert [{"sq": "**Tryeza 3**", "en": "**Table 3**"}[language] in text for text in words_shown(screen)].count(
        True
    ) == 1


def test_three_hundred_people_sit_at_sixty_tables(app: Application) -> None:
    screen, _event, _item_id = with_groups(app, 300, "en")

    tables = [text for text in words_shown(without_mistakes(screen)) if text.startswith("**Table ")]
    assert len(tables) == 60
    assert sum(table.count("\n- ") for table in tables) == 300


@LANGUAGES
def test_the_people_view_says_for_each_the_table_of_every_round(app: Application, language: str) -> None:
    screen, event, item_id = with_groups(app, 12, language)

    screen.segmented_control("cafe_shape").set_value("people").run()

    (table,) = without_mistakes(screen).dataframe
    _ = Translator(language)
    seating = app.cafes.get(event.id, item_id).seating
    assert seating is not None
    first = seating.rounds[1].tables[0]
    names = {part.person.name for part in app.people.list_for(event.id) if part.id in first}
    second_round = table.value[table.value[_("Round {number}").format(number=2)] == 1]
    assert set(second_round[_("Name")]) == names


def test_a_new_set_up_drops_the_groups_and_undo_brings_them_back(app: Application) -> None:
    screen, event, item_id = with_groups(app, 12)

    screen.number_input(f"cafe·{item_id}·tables").set_value(3).run()
    assert app.cafes.get(event.id, item_id).seating is None
    without_mistakes(screen.button("undo_cafe").click().run())

    assert app.cafes.get(event.id, item_id).seating is not None


@LANGUAGES
def test_somebody_who_came_later_has_no_seat_and_the_screen_says_so(app: Application, language: str) -> None:
    _screen, event, _item_id = with_groups(app, 12)
    late = people_of(event, 13)[-1:]
    app.people.save_import(event.id, late)

    screen = opened("cafe", language)

    (warning,) = screen.warning
    assert {"sq": "1 person", "en": "1 person on the list has no seat yet."}[language] in warning.value


@LANGUAGES
def test_questions_and_rounds_are_saved_as_typed(app: Application, language: str) -> None:
    event = a_new_event(app, people=12)
    item_id = cafe_item(app, event)
    screen = opened("cafe", language)

    screen.text_input(f"cafe_question·{item_id}·1·{language}").set_value("Çfarë na mban bashkë?").run()
    screen.button("cafe_add_round").click().run()
    without_mistakes(screen)

    cafe = app.cafes.get(event.id, item_id)
    assert cafe.questions[0].said_in(language) == "Çfarë na mban bashkë?"
    assert cafe.round_count == 4
    without_mistakes(screen.button("cafe_remove_round").click().run())
    assert app.cafes.get(event.id, item_id).round_count == 3


def test_a_chosen_host_stays_at_the_first_table(app: Application) -> None:
    event = a_new_event(app, people=12)
    item_id = cafe_item(app, event)
    host = app.people.list_for(event.id)[7].id
    screen = opened("cafe")
    screen.button("cafe_suggestion").click().run()

    screen.multiselect(f"cafe·{item_id}·host_ids").set_value([host]).run()
    without_mistakes(made(app, screen, event))

    seating = app.cafes.get(event.id, item_id).seating
    assert seating is not None
    assert [host in turn.tables[0] for turn in seating.rounds] == [True, True, True]


@LANGUAGES
def test_every_print_of_the_cafe_is_offered_in_both_languages(app: Application, language: str) -> None:
    screen, _event, _item_id = with_groups(app, 12, language)

    keys = [node.proto.id for node in elements(screen) if node.type == "download_button"]

    names = ("cafe-rosters.docx", "table-cards.docx", *CAFE_PAPERS)
    wanted = [state.widget_key("paper", name, code) for name in names for code in ("sq", "en")]
    assert [key for key in wanted if not any(key in found for found in keys)] == []
    assert len(keys) == len(wanted)


@LANGUAGES
def test_before_the_groups_are_made_the_screen_says_which_prints_need_them(app: Application, language: str) -> None:
    a_new_event(app, people=12)
    sentence = Translator(language)(
        "Rosters, personal cards and host’s sheets need the groups; the others can be printed before."
    )

    assert sentence in said(opened("cafe", language))
    assert sentence not in said(with_groups(app, 12, language)[0])
