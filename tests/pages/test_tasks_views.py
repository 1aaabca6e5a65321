"""The checklist as board and table, its filters, and several tasks changed at once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event
from facilitation.domain.task import Dependency, Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.i18n.labels import status_label
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.ui import task_view
from facilitation.ui.page_head import EventScreen
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import charts, elements, rows, titles, words_shown
from tests.pages.test_tasks import LANGUAGES, a_short_list

BOARD = "tryeza_card_board"
TYPED = "typed_into_the_table"


def shown_as(shape: str, language: str = "en") -> AppTest:
    """The checklist in one of its views."""
    screen = opened("tasks", language)
    return without_mistakes(screen.segmented_control("task_shape").set_value(shape).run())


def board(screen: AppTest) -> dict[str, Any]:
    """The board as the browser gets it."""
    (found,) = [node for node in elements(screen) if getattr(node.proto, "component_name", "") == BOARD]
    data: dict[str, Any] = json.loads(found.proto.json)
    return data


def columns(screen: AppTest) -> dict[str, list[str]]:
    """The titles of the cards by the key of their column."""
    data = board(screen)
    return {
        column["key"]: [card["title"] for card in data["cards"] if card["column"] == column["key"]]
        for column in data["columns"]
    }


@pytest.fixture(autouse=True)
def answering_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest cannot type into a table: where a test put edits into its state, its callback is called first."""
    table, view = st.data_editor, task_view.task_view
    heard: dict[str, Any] = {}

    def listening(data: Any, **facts: Any) -> Any:
        heard.update(facts)
        return table(data, **facts)

    def answering(page: EventScreen) -> task_view.TaskView:
        if st.session_state.pop(TYPED, False):
            heard["on_change"](*heard["args"])
        return view(page)

    monkeypatch.setattr(st, "data_editor", listening)
    monkeypatch.setattr(task_view, "task_view", answering)


def typed(screen: AppTest, event: Event, place: int, **cells: Any) -> AppTest:
    """The table after somebody typed over cells of one row."""
    return asked(screen, event, place, **cells).run()


def asked(screen: AppTest, event: Event, place: int, **cells: Any) -> AppTest:
    """The same while a question it led to is open."""
    key = editor_key(screen, event)
    screen.session_state[key] = {"edited_rows": {place: cells}, "added_rows": [], "deleted_rows": []}
    screen.session_state[TYPED] = True
    return screen.run()


def editor_key(screen: AppTest, event: Event) -> str:
    """The key the table has now."""
    turn = screen.session_state["chosen"][f"task_table_turn·{event.id}"].partition("|")[0]
    return f"task_table·{event.id}·{turn}"


def table(screen: AppTest) -> list[dict[str, Any]]:
    """The rows of the table."""
    (found,) = screen.dataframe
    return [{str(name): value for name, value in row.items()} for row in found.value.to_dict("records")]


@LANGUAGES
def test_the_board_has_a_column_for_every_status(app: Application, language: str) -> None:
    _event, (first, second, _third) = a_short_list(app)
    app.tasks.set_status(first.id, TaskStatus.DONE)
    app.tasks.edit(second, replace(second, status=TaskStatus.BLOCKED, blocked_by="s'ka përgjigje"))

    screen = shown_as("board", language)

    assert columns(screen) == {
        "planned": ["Shtypni axhendën"],
        "in_progress": [],
        "blocked": ["Gjeni sallën"],
        "done": ["Dërgoni ftesat"],
    }
    assert board(screen)["columns"][0]["name"] == status_label(TaskStatus.PLANNED, Translator(language))
    (blocked,) = [card for card in board(screen)["cards"] if card["column"] == "blocked"]
    assert blocked["remark"].endswith("s'ka përgjigje")
    assert blocked["level"] == "warn"


@pytest.mark.parametrize("shape", ["board", "table", "gantt"])
def test_an_empty_checklist_says_so_in_the_new_views(app: Application, shape: str) -> None:
    _event, tasks = a_short_list(app)
    for task in tasks:
        app.tasks.remove(task.id)

    screen = shown_as(shape)

    assert "The checklist is empty. Add the first task above." in words_shown(screen) or shape == "gantt"


def test_filters_stay_from_view_to_view_and_say_how_many_are_left(app: Application) -> None:
    event, _tasks = a_short_list(app)
    screen = opened("tasks", "en")

    screen.text_input(f"task_filter·words·{event.id}").set_value("zyra b").run()
    assert titles(screen) == ["Gjeni sallën", "Shtypni axhendën"]
    assert "2 of 3 tasks fit the filters." in said(screen)
    screen.segmented_control("task_shape").set_value("board").run()
    assert columns(screen)["planned"] == ["Gjeni sallën", "Shtypni axhendën"]
    screen.segmented_control("task_shape").set_value("owners").run()
    screen.segmented_control("task_shape").set_value("table").run()
    assert [row["title"] for row in table(screen)] == ["Gjeni sallën", "Shtypni axhendën"]
    screen.button("task_filter_clear").click().run()

    assert len(table(without_mistakes(screen))) == 3


def test_this_month_shows_what_is_due_in_it(app: Application) -> None:
    event, (first, second, third) = a_short_list(app)
    today = date.today()
    for task, day in ((first, today.replace(day=1)), (second, today.replace(day=28)), (third, today + timedelta(40))):
        app.tasks.edit(task, replace(task, pinned_on=day))
    screen = opened("tasks", "en")

    screen.toggle(f"task_filter·month·{event.id}").set_value(True).run()

    assert sorted(titles(without_mistakes(screen))) == ["Dërgoni ftesat", "Gjeni sallën"]


@LANGUAGES
def test_every_cell_of_the_table_is_saved(app: Application, language: str) -> None:
    event, (first, *_rest) = a_short_list(app)
    screen = shown_as("table", language)
    status = status_label(TaskStatus.IN_PROGRESS, Translator(language))

    typed(screen, event, 0, title=" Nisni ftesat ", owner="Zyra C", status=status, due="2027-03-01", benchmark="100")
    without_mistakes(screen)

    stored = app.tasks.get(first.id)
    assert (stored.title.said_in(language), stored.owner, stored.status) == (
        "Nisni ftesat",
        "Zyra C",
        TaskStatus.IN_PROGRESS,
    )
    assert (stored.pinned_on, stored.benchmark.said_in(language)) == (date(2027, 3, 1), "100")


def test_the_row_stays_under_the_hand_and_the_table_begins_anew_after_an_undo(app: Application) -> None:
    event, (first, *_rest) = a_short_list(app)
    screen = shown_as("table")
    before = editor_key(screen, event)

    typed(screen, event, 0, due="2030-01-07")
    assert editor_key(screen, event) == before
    assert table(screen)[0]["title"] == "Dërgoni ftesat"
    without_mistakes(screen.button("undo_task").click().run())

    assert editor_key(screen, event) != before
    assert app.tasks.get(first.id).pinned_on is None


def test_an_emptied_day_is_counted_again_and_an_emptied_title_is_refused(app: Application) -> None:
    event, (first, *_rest) = a_short_list(app)
    app.tasks.edit(first, replace(first, pinned_on=date.today()))
    screen = shown_as("table")
    place = [row["title"] for row in table(screen)].index("Dërgoni ftesat")

    typed(screen, event, place, due=None)
    assert app.tasks.get(first.id).pinned_on is None
    other = app.tasks.add(event.id, Text(en="Only English"))
    screen.run()
    typed(screen, event, len(table(screen)) - 1, title="")

    assert "The task has no title" in screen.error[0].value
    assert app.tasks.get(other.id).title == Text(en="Only English")


def test_a_day_typed_too_late_for_a_minimum_is_asked_about_and_not_kept_in_the_cell(app: Application) -> None:
    event, (first, *_rest) = a_short_list(app)
    guarded = app.tasks.edit(first, replace(first, minimum_days=30, offset_days=-70))
    screen = shown_as("table")
    shown = table(screen)[0]["due"]

    asked(screen, event, 0, due="2030-01-07")
    assert app.tasks.get(first.id) == guarded
    without_mistakes(screen.button("minimum_keep").click().run())
    assert table(screen)[0]["due"] == shown
    asked(screen, event, 0, due="2030-01-07")
    without_mistakes(screen.button("minimum_break").click().run())

    assert app.tasks.get(first.id).pinned_on == date(2030, 1, 7)


def test_what_somebody_else_changed_meanwhile_is_not_typed_over(app: Application) -> None:
    event, (first, *_rest) = a_short_list(app)
    screen = shown_as("table")
    app.tasks.edit(first, replace(first, note="shënim i ri", owner="Zyra X"))

    typed(screen, event, 0, benchmark="100")

    stored = app.tasks.get(first.id)
    assert (stored.note, stored.owner, stored.benchmark.en) == ("shënim i ri", "Zyra X", "100")


def with_picked(*tasks: Task) -> AppTest:
    """The list with these tasks selected."""
    screen = opened("tasks", "en")
    screen.session_state["chosen"] = {"picked·tasks": tuple(task.id for task in tasks)}
    return without_mistakes(screen.run())


def test_several_tasks_get_an_owner_with_a_list_of_what_changed_and_one_undo(app: Application) -> None:
    _event, (first, second, third) = a_short_list(app)
    screen = with_picked(first, third)

    assert "2 selected" in said(screen)
    screen.text_input("tasks_who").set_value(" Zyra Z ")
    screen.run()
    _chosen_from_menu(screen, "tasks_set_as", "owner")
    assert [app.tasks.get(task.id).owner for task in (first, second, third)] == ["Zyra Z", "Zyra B", "Zyra Z"]
    (changes,) = screen.dataframe
    assert changes.value.values.tolist() == [
        ["Dërgoni ftesat", "Owner", "Zyra A", "Zyra Z"],
        ["Shtypni axhendën", "Owner", "Zyra B", "Zyra Z"],
    ]
    without_mistakes(screen.button("undo_task").click().run())

    assert [app.tasks.get(task.id).owner for task in (first, second, third)] == ["Zyra A", "Zyra B", "Zyra B"]
    assert list(screen.dataframe) == []


def _chosen_from_menu(screen: AppTest, key: str, option: str) -> AppTest:
    """One entry of a menu button chosen."""
    (menu,) = [button for button in elements(screen) if button.type == "menu_button" and button.key == key]
    menu.set_value(option).run()
    return without_mistakes(screen)


def test_selected_tasks_are_removed_together_and_the_rest_is_let_be(app: Application) -> None:
    event, (first, second, third) = a_short_list(app)
    screen = with_picked(first, second)

    without_mistakes(screen.button("remove_tasks").click().run())

    assert [task.id for task in app.tasks.list_for(event.id)] == [third.id]
    assert "2 tasks were changed." in [expander.label for expander in screen.expander]


def test_what_the_filters_hide_is_not_changed_with_the_rest(app: Application) -> None:
    event, (first, second, _third) = a_short_list(app)
    screen = with_picked(first, second)

    screen.text_input(f"task_filter·words·{event.id}").set_value("sallën").run()
    assert "1 selected" in said(screen)
    without_mistakes(screen.button("remove_tasks").click().run())

    assert first.id in [task.id for task in app.tasks.list_for(event.id)]


def test_the_box_selects_once_the_button_was_pressed(app: Application) -> None:
    a_short_list(app)
    screen = opened("tasks", "en")

    screen.button("select_tasks").click().run()
    assert _list_data(screen)["is_picking"] is True
    screen.button("select_all").click().run()
    assert "3 selected" in said(screen)
    screen.button("unselect").click().run()

    assert (_list_data(screen)["is_picking"], _list_data(screen)["picked"]) == (False, [])


def _list_data(screen: AppTest) -> dict[str, Any]:
    (found,) = [node for node in elements(screen) if getattr(node.proto, "component_name", "") == "tryeza_row_list"]
    data: dict[str, Any] = json.loads(found.proto.json)
    return data


def test_the_row_shows_points_and_what_blocks(app: Application) -> None:
    _event, (first, second, _third) = a_short_list(app)
    app.task_parts.add_point(first.id, "Një")
    point = app.task_parts.add_point(first.id, "Dy").points[1]
    app.task_parts.tick_point(first.id, point.id, is_done=True)
    app.tasks.edit(
        second, replace(second, status=TaskStatus.BLOCKED, blocked_by="pa buxhet", waits_for=(Dependency(first.id),))
    )

    shown = {row["title"]: row for row in rows(opened("tasks", "en"))}

    assert "1 of 2" in shown["Dërgoni ftesat"]["facts"]
    assert shown["Gjeni sallën"]["below"] == "Blocked: pa buxhet · Waits for “Dërgoni ftesat”."


def test_the_timeline_draws_the_days_of_work_and_what_waits_for_what(app: Application) -> None:
    _event, (first, second, _third) = a_short_list(app)
    app.tasks.edit(first, replace(first, pinned_on=date(2027, 1, 15), work_days=5))
    app.tasks.edit(second, replace(second, pinned_on=date(2027, 1, 22), waits_for=(Dependency(first.id),)))

    screen = shown_as("gantt")

    (drawn,) = charts(screen)
    bar = next(row for row in drawn if row["title"].startswith("▲ Dërgoni ftesat"))
    assert {row["title"].partition(" (")[2] for row in drawn} == {"critical)", ""}
    assert [str(bar[name])[:10] for name in ("from", "to")] == ["2027-01-11", "2027-01-16"]
    assert "A line leads from a task to the one that waits for it." in said(screen)
