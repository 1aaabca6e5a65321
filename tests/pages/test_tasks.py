"""The checklist: groups, filters, side panel, pictures and moving the event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event
from facilitation.domain.person import Person
from facilitation.domain.task import CountedFrom, Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, charts, rows, titles, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
SOON = date.today() + timedelta(days=60)


def a_short_list(app: Application) -> tuple[Event, tuple[Task, ...]]:
    """An event in sixty days with three tasks: one late, one in ten days, one later."""
    event = a_new_event(app, starts_on=SOON)
    for task in app.tasks.list_for(event.id):
        app.tasks.remove(task.id)
    made = [
        app.tasks.add(event.id, title, offset_days=offset, owner=owner)
        for title, offset, owner in (
            (_text("Dërgoni ftesat"), -70, "Zyra A"),
            (_text("Gjeni sallën"), -50, "Zyra B"),
            (_text("Shtypni axhendën"), -5, "Zyra B"),
        )
    ]
    return event, tuple(made)


def _text(words: str) -> Text:
    return Text(sq=words, en=words)


def with_panel(task: Task, language: str = "sq") -> AppTest:
    screen = opened("tasks", language)
    screen.session_state["chosen"] = {"task": task.id}
    return without_mistakes(screen.run())


@LANGUAGES
@pytest.mark.parametrize("people", [0, 3, 300])
def test_a_new_event_has_its_checklist_in_groups(app: Application, people: int, language: str) -> None:
    event = a_new_event(app, people=people)

    screen = opened("tasks", language)

    assert sorted(titles(screen)) == sorted(task.title.said_in(language) for task in app.tasks.list_for(event.id))
    headings = [row["heading"] for row in rows(screen) if "heading" in row]
    assert headings == [f"{Translator(language)('Later')} · 37"]


@LANGUAGES
def test_late_tasks_come_first_then_the_next_two_weeks(app: Application, language: str) -> None:
    a_short_list(app)
    _ = Translator(language)

    screen = opened("tasks", language)

    shown = rows(screen)
    assert [row["heading"] for row in shown] == [f"{_('Late')} · 1", f"{_('Next 14 days')} · 1", f"{_('Later')} · 1"]
    assert [row["title"] for row in shown] == ["Dërgoni ftesat", "Gjeni sallën", "Shtypni axhendën"]
    assert (shown[0]["level"], shown[0]["trail"], shown[0]["is_checked"]) == ("block", "D−70", False)
    late = {"sq": "me vonesë", "en": "late"}[language]
    assert late in shown[0]["remark"]


@LANGUAGES
def test_a_row_says_in_words_what_no_mark_says(app: Application, language: str) -> None:
    _event, (first, second, third) = a_short_list(app)
    app.tasks.edit(second, replace(second, counted_from=CountedFrom.TASK, counted_from_id=first.id, offset_days=3))
    app.tasks.edit(third, replace(third, counted_from=CountedFrom.HALF_YEAR, offset_days=-7, is_working_days=True))

    shown = {row["id"]: row for row in rows(opened("tasks", language))}

    assert (shown[first.id].get("trail"), shown[second.id].get("trail", "")) == ("D−70", "")
    assert shown[second.id]["facts"].startswith(
        {"sq": "3 ditë pas “Dërgoni ftesat” · ", "en": "3 days after “Dërgoni ftesat” · "}[language]
    )
    half_year = {
        "sq": "7 ditë pune para fundit të gjashtëmujorit",
        "en": "7 working days before the end of the half-year",
    }
    assert shown[third.id]["facts"].startswith(half_year[language])


def test_owner_and_status_filter_the_list_and_no_match_says_so(app: Application) -> None:
    event, _tasks = a_short_list(app)
    screen = opened("tasks", "en")

    screen.multiselect(f"task_filter·owners·{event.id}").set_value(["Zyra B"]).run()
    assert titles(screen) == ["Gjeni sallën", "Shtypni axhendën"]
    screen.multiselect(f"task_filter·statuses·{event.id}").set_value(["late"]).run()

    assert rows(screen) == []
    assert "No task fits the filters." in said(without_mistakes(screen))


@LANGUAGES
def test_the_panel_saves_every_field_on_change(app: Application, language: str) -> None:
    event, (task, *_rest) = a_short_list(app)
    app.people.add(event.id, Person("", "Zyra C"))
    screen = with_panel(task, language)

    screen.selectbox(f"task·{task.id}·status").set_value(TaskStatus.IN_PROGRESS).run()
    screen.selectbox(f"task·{task.id}·owner").set_value("Zyra C").run()
    screen.selectbox(f"task·{task.id}·deputy").set_value("Zyra B").run()
    screen.text_area(f"task·{task.id}·note").set_value("Ftesat janë në shtyp").run()
    screen.number_input(f"task·{task.id}·offset").set_value(-40).run()
    screen.session_state[f"task·{task.id}·words_open"] = True
    screen.run()
    screen.text_input(f"task·{task.id}·benchmark·{language}").set_value("100").run()
    without_mistakes(screen)

    seen = app.tasks.get(task.id)
    assert (seen.status, seen.owner, seen.deputy, seen.note, seen.offset_days, seen.benchmark.said_in(language)) == (
        TaskStatus.IN_PROGRESS,
        "Zyra C",
        "Zyra B",
        "Ftesat janë në shtyp",
        -40,
        "100",
    )


def test_a_fixed_day_wins_and_the_panel_says_why(app: Application) -> None:
    _event, (task, *_rest) = a_short_list(app)
    screen = with_panel(task, "en")

    screen.date_input(f"task·{task.id}·pinned").set_value(SOON - timedelta(days=3)).run()

    assert app.tasks.get(task.id).pinned_on == SOON - timedelta(days=3)
    assert "Pinned to" in said(without_mistakes(screen))


def test_done_moves_to_its_group_and_undo_brings_it_back(app: Application) -> None:
    _event, (task, *_rest) = a_short_list(app)
    screen = with_panel(task, "en")

    screen.selectbox(f"task·{task.id}·status").set_value(TaskStatus.DONE).run()
    assert rows(screen)[-1]["title"] == "Dërgoni ftesat"
    assert rows(screen)[-1]["heading"] == "Done tasks · 1"
    assert app.tasks.get(task.id).done_on == date.today()
    without_mistakes(screen.button("undo_task").click().run())

    assert app.tasks.get(task.id).status is TaskStatus.PLANNED


def test_a_task_is_added_and_opened_and_removed(app: Application) -> None:
    event, _tasks = a_short_list(app)
    screen = opened("tasks")

    screen.session_state["add_task"] = True
    screen.text_input("new_task_title").set_value("Porositni kafen")
    screen.number_input("new_task_offset").set_value(-1)
    screen.text_input("new_task_owner").set_value("Zyra A")
    without_mistakes(screen.button("new_task_save").click().run())
    (added,) = (task for task in app.tasks.list_for(event.id) if task.title.sq == "Porositni kafen")
    assert (added.offset_days, added.owner) == (-1, "Zyra A")
    assert [header.value for header in screen.header] == ["Porositni kafen"]

    screen.button("remove_task").click().run()

    assert "Porositni kafen" not in titles(screen)


@LANGUAGES
def test_a_task_without_a_title_is_refused_in_words(app: Application, language: str) -> None:
    event, _tasks = a_short_list(app)
    screen = opened("tasks", language)

    screen.session_state["add_task"] = True
    screen.run()
    screen.button("new_task_save").click().run()

    (error,) = screen.error
    assert {"sq": "Detyra nuk ka titull", "en": "The task has no title"}[language] in error.value
    assert len(app.tasks.list_for(event.id)) == 3


def test_moving_the_event_opens_over_the_list(app: Application) -> None:
    a_short_list(app)
    screen = opened("tasks", "en")

    without_mistakes(screen.menu_button("tasks_more").click("move_event").run())

    assert "Choose another day. Open tasks will follow; done and pinned ones stay." in words_shown(screen)


@LANGUAGES
def test_moving_the_event_lists_every_change_before_it_is_saved(app: Application, language: str) -> None:
    event, (first, *_rest) = a_short_list(app)
    app.tasks.set_status(first.id, TaskStatus.DONE)
    later = SOON + timedelta(days=28)
    screen = opened_form("task_move", "move_form", language)

    screen.date_input("move_event_date").set_value(later).run()

    _ = Translator(language)
    sentence = {"sq": "2 detyra zhvendosen, 1 mbetet.", "en": "2 tasks move, 1 stays."}[language]
    assert sentence in said(without_mistakes(screen))
    (table,) = screen.dataframe
    assert sorted(table.value[_("Remark")]) == ["", "", _("done, stays")]
    assert app.events.get(event.id).starts_on == SOON

    without_mistakes(screen.button("move_event_save").click().run())

    assert app.events.get(event.id).starts_on == later


def test_moved_tasks_follow_and_done_ones_stay(app: Application) -> None:
    event, (first, *_rest) = a_short_list(app)
    app.tasks.set_status(first.id, TaskStatus.DONE)
    before = rows(opened("tasks"))

    app.events.move(event.id, SOON + timedelta(days=28))
    after = rows(opened("tasks"))

    leads = [{row["title"]: row["lead"] for row in shown} for shown in (before, after)]
    assert leads[0]["Dërgoni ftesat"] == leads[1]["Dërgoni ftesat"]
    assert leads[0]["Gjeni sallën"] != leads[1]["Gjeni sallën"]


@LANGUAGES
def test_the_timeline_draws_every_dated_task(app: Application, language: str) -> None:
    a_short_list(app)
    screen = opened("tasks", language)

    screen.segmented_control("task_shape").set_value("gantt").run()

    (drawn,) = charts(without_mistakes(screen))
    assert [row[Translator(language)("Task")] for row in drawn] == [
        "Dërgoni ftesat",
        "Gjeni sallën",
        "Shtypni axhendën",
    ]


@LANGUAGES
def test_owners_are_drawn_with_what_is_done_open_and_late(app: Application, language: str) -> None:
    a_short_list(app)
    _ = Translator(language)
    screen = opened("tasks", language)

    screen.segmented_control("task_shape").set_value("owners").run()

    drawn = charts(without_mistakes(screen))[0]
    counts = [(row[_("Owner")], row[_("State")], row[_("Tasks")]) for row in drawn]
    assert counts == [("Zyra A", _("late"), 1), ("Zyra B", _("open"), 2)]


@LANGUAGES
def test_an_empty_checklist_says_what_to_do_in_every_view(app: Application, language: str) -> None:
    event, tasks = a_short_list(app)
    for task in tasks:
        app.tasks.remove(task.id)
    sentence = Translator(language)("The checklist is empty. Add the first task above.")

    screen = opened("tasks", language)

    assert sentence in words_shown(screen)
    for shape in ("gantt", "owners"):
        screen.segmented_control("task_shape").set_value(shape).run()
        assert charts(without_mistakes(screen)) == []
    assert sentence in words_shown(screen)
    assert app.tasks.list_for(event.id) == ()
