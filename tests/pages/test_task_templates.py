"""Templates on the checklist screen: compared before they are added, and saved as one of one's own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.library.own_text import CHECKLISTS
from facilitation.planning.checklist_merge import Take
from facilitation.services.application import Application
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def comparing(template: str, language: str = "en") -> AppTest:
    """The dialog with a template chosen."""
    screen = opened_form("task_templates", "templates_form", language)
    return without_mistakes(screen.selectbox("template_chosen").set_value(template).run())


def an_empty_event(app: Application) -> Event:
    event = a_new_event(app, starts_on=date.today() + timedelta(days=200))
    for task in app.tasks.list_for(event.id):
        app.tasks.remove(task.id)
    return event


@LANGUAGES
def test_the_button_opens_the_templates_over_the_list(app: Application, language: str) -> None:
    a_new_event(app)
    screen = opened("tasks", language)

    without_mistakes(screen.menu_button("tasks_more").click("task_templates").run())

    assert Translator(language)(
        "Nothing is added before you have seen it: what the checklist has already is shown side by side."
    ) in words_shown(screen)


@LANGUAGES
def test_new_lines_are_ticked_and_added(app: Application, language: str) -> None:
    event = an_empty_event(app)
    template = app.library.checklists["media-and-anonymity"]
    screen = comparing(template.key, language)
    assert [box.value for box in screen.checkbox] == [True] * len(template.tasks)

    screen.checkbox(f"merge·{event.id}·{template.key}·0").uncheck().run()
    without_mistakes(screen.button("merge_save").click().run())

    assert [task.title for task in app.tasks.list_for(event.id)] == [line.title for line in template.tasks[1:]]


def test_all_or_none_can_be_ticked(app: Application) -> None:
    event = an_empty_event(app)
    screen = comparing("media-and-anonymity")

    without_mistakes(screen.button("merge_none").click().run())
    assert not any(box.value for box in screen.checkbox)
    assert screen.button("merge_save").disabled
    without_mistakes(screen.button("merge_all").click().run())
    without_mistakes(screen.button("merge_save").click().run())

    assert len(app.tasks.list_for(event.id)) == 10


@LANGUAGES
def test_what_is_there_already_stands_side_by_side_with_a_choice(app: Application, language: str) -> None:
    event = an_empty_event(app)
    template = app.library.checklists["media-and-anonymity"]
    mine = app.tasks.add(event.id, template.tasks[0].title, offset_days=-5, owner="Zyra A")
    screen = comparing(template.key, language)
    assert len(screen.checkbox) == len(template.tasks) - 1

    choice = screen.selectbox(f"merge·{event.id}·{template.key}·0")
    assert choice.value is Take.MINE
    without_mistakes(choice.set_value(Take.DAY).run())
    without_mistakes(screen.button("merge_save").click().run())

    tasks = app.tasks.list_for(event.id)
    assert (len(tasks), tasks[0].id, tasks[0].offset_days, tasks[0].owner) == (10, mine.id, -60, "Zyra A")


@LANGUAGES
def test_a_choice_that_breaks_a_minimum_says_so_before_it_is_saved(app: Application, language: str) -> None:
    event = a_new_event(app, starts_on=date.today() + timedelta(days=200))
    design = next(task for task in app.tasks.list_for(event.id) if task.rule == "design")
    pairs = app.checklists.compare(event.id, next(t for t in app.checklists.templates() if t.key == "regional-group"))
    place = next(place for place, pair in enumerate(pairs) if pair.mine and pair.mine.id == design.id)
    screen = comparing("regional-group", language)

    without_mistakes(screen.selectbox(f"merge·{event.id}·regional-group·{place}").set_value(Take.DAY).run())

    assert len(screen.warning) == 1
    assert "90" in screen.warning[0].value


@LANGUAGES
def test_the_checklist_is_saved_as_one_of_ones_own(app: Application, language: str) -> None:
    event = a_new_event(app)
    chosen = [task.id for task in app.tasks.list_for(event.id)][:3]
    screen = opened_form("task_templates", "templates_form", language)
    screen.segmented_control("template_shape").set_value("save").run()

    screen.text_input("checklist_title").set_value("Our list").run()
    screen.multiselect("checklist_tasks").set_value(chosen).run()
    without_mistakes(screen.button("checklist_save").click().run())

    made = app.library.checklists["our-list"]
    assert (made.title.said_in(language), len(made.tasks)) == ("Our list", 3)
    assert [entry.file.key for entry in app.library.own(CHECKLISTS)] == ["our-list"]


def test_an_own_checklist_stands_first_among_the_templates(app: Application) -> None:
    event = a_new_event(app)
    app.own_library.save_checklist(event.id, Text(en="Zzz ours"))

    screen = opened_form("task_templates", "templates_form", "en")

    assert screen.selectbox("template_chosen").options[0].startswith("Zzz ours")


@LANGUAGES
def test_an_event_without_dated_tasks_has_nothing_to_save(app: Application, language: str) -> None:
    event = an_empty_event(app)
    app.tasks.add(event.id, Text(sq="Pa datë"))
    screen = opened_form("task_templates", "templates_form", language)

    screen.segmented_control("template_shape").set_value("save").run()

    assert Translator(language)(
        "No task has a day counted from the event yet. Only such tasks can be used again."
    ) in said(without_mistakes(screen))
