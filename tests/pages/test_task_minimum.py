"""A minimum that practice has shown is broken only after a question with its reason and source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.task import Task
from facilitation.services.application import Application
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, elements, rows

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def the_task_of(app: Application, rule: str) -> Task:
    event = a_new_event(app, starts_on=date.today() + timedelta(days=200))
    return next(task for task in app.tasks.list_for(event.id) if task.rule == rule)


def with_panel(task: Task, language: str) -> AppTest:
    screen = opened("tasks", language)
    screen.session_state["chosen"] = {"task": task.id}
    return without_mistakes(screen.run())


@LANGUAGES
def test_a_later_day_is_asked_about_with_reason_and_source(app: Application, language: str) -> None:
    task = the_task_of(app, "design")
    screen = with_panel(task, language)

    without_mistakes(screen.number_input(f"task·{task.id}·offset").set_value(-60).run())

    assert app.tasks.get(task.id) == task
    reason = {"sq": "Burimi 002", "en": "Source 002"}[language]
    assert "60" in said(screen)
    assert reason in said(screen)

    without_mistakes(screen.button("minimum_break").click().run())

    assert app.tasks.get(task.id).offset_days == -60


def test_who_leaves_it_sees_the_stored_day_again(app: Application) -> None:
    task = the_task_of(app, "invitations")
    screen = with_panel(task, "en")
    screen.number_input(f"task·{task.id}·offset").set_value(-5).run()

    without_mistakes(screen.button("minimum_keep").click().run())

    assert app.tasks.get(task.id) == task
    assert screen.number_input(f"task·{task.id}·offset").value == -30


@LANGUAGES
def test_removing_a_guarded_task_is_asked_about(app: Application, language: str) -> None:
    task = the_task_of(app, "training")
    screen = with_panel(task, language)

    without_mistakes(screen.button("remove_task").click().run())
    assert app.tasks.get(task.id) == task
    without_mistakes(screen.button("minimum_break").click().run())

    assert task.id not in {each.id for each in app.tasks.list_for(task.event_id)}


def test_an_earlier_day_is_saved_without_a_question(app: Application) -> None:
    task = the_task_of(app, "design")

    screen = with_panel(task, "en")
    screen.number_input(f"task·{task.id}·offset").set_value(-100).run()

    assert app.tasks.get(task.id).offset_days == -100


def test_every_guarded_task_is_marked_in_its_row(app: Application) -> None:
    task = the_task_of(app, "training")

    shown = {row["id"]: row["facts"] for row in rows(opened("tasks", "en"))}

    marked = [each.rule for each in app.tasks.list_for(task.event_id) if "minimum" in shown[each.id]]
    assert sorted(set(marked)) == ["design", "guide", "invitations", "training"]


def _picked(task: Task) -> AppTest:
    """The list with this task selected."""
    screen = opened("tasks", "en")
    screen.session_state["chosen"] = {"picked·tasks": (task.id,)}
    return without_mistakes(screen.run())


def _chosen_from_menu(screen: AppTest, option: str) -> AppTest:
    (menu,) = [node for node in elements(screen) if node.type == "menu_button" and node.key == "tasks_day"]
    return without_mistakes(menu.set_value(option).run())


def test_moving_several_asks_about_those_that_are_guarded(app: Application) -> None:
    task = the_task_of(app, "design")
    screen = _picked(task)
    screen.number_input("tasks_days").set_value(40).run()

    _chosen_from_menu(screen, "shift")
    assert app.tasks.get(task.id) == task
    assert "Source 002" in said(screen)
    without_mistakes(screen.button("minimum_break").click().run())

    assert app.tasks.get(task.id).offset_days == (task.offset_days or 0) + 40


def test_moving_several_earlier_is_done_at_once(app: Application) -> None:
    task = the_task_of(app, "design")
    screen = _picked(task)
    screen.number_input("tasks_days").set_value(-3).run()

    _chosen_from_menu(screen, "shift")

    assert app.tasks.get(task.id).offset_days == (task.offset_days or 0) - 3


def test_fixing_several_to_the_days_they_have_asks_nothing(app: Application) -> None:
    task = the_task_of(app, "invitations")

    _chosen_from_menu(_picked(task), "pin")

    assert app.tasks.get(task.id).pinned_on is not None


def test_letting_a_fixed_day_be_counted_again_is_asked_about_where_that_is_later(app: Application) -> None:
    task = the_task_of(app, "invitations")
    fixed = app.tasks.edit(task, replace(task, pinned_on=date.today() + timedelta(days=100), offset_days=-5))
    screen = _picked(fixed)

    _chosen_from_menu(screen, "unpin")
    without_mistakes(screen.button("minimum_keep").click().run())

    assert app.tasks.get(task.id) == fixed


def test_too_many_days_are_refused_in_words_before_anything_is_asked(app: Application) -> None:
    task = the_task_of(app, "design")
    screen = _picked(task)
    screen.number_input("tasks_days").set_value(3650).run()
    app.tasks.edit(task, replace(task, offset_days=100, minimum_days=None, rule=""))
    screen.run()

    (menu,) = [node for node in elements(screen) if node.type == "menu_button" and node.key == "tasks_day"]
    menu.set_value("shift").run()

    assert "would be more than ten years from the event" in screen.error[0].value


def test_removing_several_asks_about_those_that_are_guarded(app: Application) -> None:
    task = the_task_of(app, "guide")
    screen = _picked(task)

    without_mistakes(screen.button("remove_tasks").click().run())
    assert app.tasks.get(task.id) == task
    without_mistakes(screen.button("minimum_break").click().run())

    assert task.id not in {each.id for each in app.tasks.list_for(task.event_id)}
