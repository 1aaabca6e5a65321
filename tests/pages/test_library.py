"""Instruments and methods: found, filtered, read, used."""

from __future__ import annotations

import pytest

from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, rows, titles, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


@LANGUAGES
@pytest.mark.parametrize("people", [None, 0, 3, 300])
def test_every_method_stands_in_the_list_with_or_without_an_event(
    app: Application, people: int | None, language: str
) -> None:
    if people is not None:
        a_new_event(app, people=people)

    screen = opened("library", language)

    assert titles(screen) == [method.title.said_in(language) for method in app.library.methods.values()]


@LANGUAGES
def test_words_goals_and_number_of_people_narrow_the_list(app: Application, language: str) -> None:
    methods = app.library.methods
    one = next(iter(methods.values()))
    screen = opened("library", language)

    screen.text_input("method_words").set_value(one.title.said_in(language)).run()
    assert one.title.said_in(language) in titles(screen)
    screen.text_input("method_words").set_value("").run()
    screen.multiselect("method_goals").set_value(["decide"]).run()
    assert titles(screen) == [m.title.said_in(language) for m in methods.values() if "decide" in m.goals]
    screen.number_input("method_people").set_value(3000).run()

    assert rows(screen) == []
    assert Translator(language)("No method fits the filters.") in said(without_mistakes(screen))


@LANGUAGES
def test_a_method_opens_as_a_page_with_its_steps(app: Application, language: str) -> None:
    method = next(iter(app.library.methods.values()))
    screen = opened("library", language)

    screen.session_state["chosen"] = {"method": method.id}
    without_mistakes(screen.run())

    assert [header.value.replace("\\", "") for header in screen.header] == [method.title.said_in(language)]
    (steps,) = screen.table
    assert list(steps.value[Translator(language)("Step")]) == [step.what.said_in(language) for step in method.steps]
    without_mistakes(screen.button("close_method").click().run())
    assert list(screen.header) == []


@LANGUAGES
def test_each_instrument_shows_agenda_and_checklist_and_leads_to_a_new_event(app: Application, language: str) -> None:
    _ = Translator(language)
    screen = opened("library", language)

    screen.segmented_control("library_part").set_value("instruments").run()

    for key, instrument in app.library.instruments.items():
        screen.selectbox("library_instrument").set_value(key).run()
        *days, tasks = without_mistakes(screen).dataframe
        assert [list(day.value[_("Session")]) for day in days] == [
            [item.title.said_in(language) for item in day.items] for day in instrument.days
        ]
        assert len(tasks.value) == len(instrument.tasks)
    without_mistakes(screen.button("use_instrument").click().run())
    assert _("Make the event") in words_shown(screen)
