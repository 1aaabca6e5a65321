"""A minimum that practice has shown is broken only after a question with its reason and source."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.task import Task
from facilitation.services.application import Application
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, rows

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
    reason = {"sq": "Burimi 002", "en": "Source: seed 002"}[language]
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
