"""Who does what: roles and people, load per week, hand-over, reminders, and one's own tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event
from facilitation.domain.person import Person
from facilitation.domain.task import Task
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.builders import a_record, a_task, an_event
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, stored, without_mistakes
from tests.pages.screen_words import charts, elements, titles, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
ROLE = Text(sq="Koordinatori", en="Coordinator")
SOON = date.today() + timedelta(days=60)


def an_event_with(app: Application, tasks: Sequence[Task]) -> Event:
    """An event in sixty days with these tasks."""
    event = an_event(starts_on=SOON)
    rows = tuple(replace(task, owner_role=ROLE, position=place) for place, task in enumerate(tasks))
    return stored(app, a_record(event=event, tasks=rows)).event


def late_tasks(number: int, owner: str = "") -> list[Task]:
    return [a_task(f"t{n}", title=f"Task {n}", owner=owner, offset_days=-70) for n in range(number)]


def owners_screen(language: str = "en") -> AppTest:
    screen = opened("tasks", language)
    return without_mistakes(screen.segmented_control("task_shape").set_value("owners").run())


def owners(app: Application, event: Event) -> list[tuple[str, str]]:
    return [(task.owner, task.deputy) for task in app.tasks.list_for(event.id)]


def role_key(event: Event, field: str) -> str:
    return f"role·{event.id}·{ROLE.sq}·{ROLE.en}·{field}"


def test_a_role_is_given_to_somebody_and_to_a_deputy_and_it_says_what_changed(app: Application) -> None:
    event = an_event_with(app, [*late_tasks(2), a_task("by-hand", owner="Zyra B", deputy="Zyra C")])
    screen = owners_screen()

    screen.selectbox(role_key(event, "owner")).set_value("Zyra C").run()

    assert owners(app, event) == [("Zyra C", ""), ("Zyra C", ""), ("Zyra B", "Zyra C")]
    assert "“Coordinator”: 2 tasks changed. 1 given by hand stays." in said(without_mistakes(screen))

    screen.selectbox(role_key(event, "deputy")).set_value("Zyra B").run()

    assert owners(app, event) == [("Zyra C", "Zyra B"), ("Zyra C", "Zyra B"), ("Zyra B", "Zyra C")]

    without_mistakes(screen.button("undo_task").click().run())

    assert owners(app, event) == [("Zyra C", ""), ("Zyra C", ""), ("Zyra B", "Zyra C")]


def test_what_was_given_by_hand_changes_only_where_it_is_chosen(app: Application) -> None:
    event = an_event_with(app, [*late_tasks(3, "Zyra A"), a_task("by-hand", owner="Zyra B")])
    screen = owners_screen()

    screen.multiselect(role_key(event, "given")).set_value(["by-hand"]).run()
    without_mistakes(screen.button(role_key(event, "give")).click().run())

    assert owners(app, event) == [("Zyra A", "")] * 4


@LANGUAGES
def test_who_has_too_much_is_named_in_words_and_drawn(app: Application, language: str) -> None:
    an_event_with(app, [*late_tasks(6, "Zyra A"), a_task("t9", owner="Zyra B", offset_days=-7)])
    _ = Translator(language)

    screen = owners_screen(language)

    start = {"sq": "Zyra A: 6 ditë pune në javën ", "en": "Zyra A: 6 days of work in the week "}[language]
    words = said(screen).replace("\\", "")
    assert start in words
    assert "Zyra B: " not in words
    _progress, load = charts(screen)
    assert [(row[_("Owner")], row[_("Days of work")]) for row in load] == [("Zyra A", 6), ("Zyra B", 1)]


@pytest.mark.parametrize("number", [0, 3, 300])
def test_the_owners_are_shown_for_any_number_of_tasks(app: Application, number: int) -> None:
    an_event_with(app, [a_task(f"t{n}", owner=f"Zyra {n % 40}", offset_days=-n % 50) for n in range(number)])

    screen = owners_screen("sq")

    assert len(charts(screen)) == (2 if number else 0)


@LANGUAGES
def test_open_tasks_are_handed_over_but_for_those_that_stay(app: Application, language: str) -> None:
    event = an_event_with(app, [*late_tasks(2, "Zyra A"), a_task("t7", owner="Zyra B", deputy="Zyra A")])
    screen = opened_form("task_hand_over", "hand_over_form", language)
    assert len(screen.dataframe[0].value) == 3

    screen.selectbox("hand_over_taker").set_value("Zyra B").run()
    screen.multiselect("hand_over_staying").set_value(["t0"]).run()
    without_mistakes(screen.button("hand_over_save").click().run())

    assert owners(app, event) == [("Zyra A", ""), ("Zyra B", ""), ("Zyra B", "")]


def test_nobody_to_hand_over_from_is_said(app: Application) -> None:
    an_event_with(app, late_tasks(2))

    screen = opened_form("task_hand_over", "hand_over_form", "en")

    assert "Nobody has an open task yet." in said(screen)


@LANGUAGES
def test_reminders_are_drafts_and_those_without_an_address_are_listed(app: Application, language: str) -> None:
    event = an_event_with(app, [*late_tasks(1, "Zyra A"), a_task("t8", owner="Zyra B", offset_days=-60)])
    app.people.add(event.id, Person("", "Zyra A", email="a@example.org", languages=("en",)))
    _ = Translator(language)

    screen = opened_form("task_reminders", "reminders_form", language)

    labels = [node.proto.label for node in elements(screen) if node.type in ("link_button", "download_button")]
    assert labels == [_("Open in the mail program"), _("Draft as a file")]
    words = said(screen).replace("\\", "")
    assert "a@example.org" in words
    how = _("{name} is not on the list of participants: add them there, under this very name, with an address.")
    assert how.format(name="Zyra B") in words


def test_where_nothing_is_due_nobody_is_reminded(app: Application) -> None:
    an_event_with(app, [a_task(owner="Zyra A", offset_days=-2)])

    assert "Nobody needs a reminder today." in said(opened_form("task_reminders", "reminders_form", "en"))


def test_who_sits_here_sees_their_own_tasks_and_those_they_stand_in_for(app: Application) -> None:
    first, second, third = late_tasks(3)
    an_event_with(
        app,
        [
            replace(first, owner="Zyra A"),
            replace(second, owner="Zyra B", deputy="Zyra A"),
            replace(third, owner="Zyra B"),
        ],
    )
    assert titles(opened("home", "en")) == ["Task 0 (en)", "Task 1 (en)", "Task 2 (en)"]

    app.preferences.choose_own_name("zyra a")
    screen = opened("home", "en")

    assert titles(screen) == ["Task 0 (en)", "Task 1 (en)"]
    assert "I am zyra a" in words_shown(screen)


def test_a_person_for_whom_nothing_waits_is_told_so(app: Application) -> None:
    an_event_with(app, late_tasks(1, "Zyra A"))
    app.preferences.choose_own_name("Zyra B")

    assert "None of your own tasks is late" in said(opened("home", "en"))


def test_the_checklist_shows_only_my_tasks_when_asked(app: Application) -> None:
    event = an_event_with(app, [*late_tasks(1, "Zyra A"), a_task("t8", title="Other", owner="Zyra B")])
    app.preferences.choose_own_name("Zyra A")
    screen = opened("tasks", "en")

    screen.session_state[f"task_filter·open·{event.id}"] = True
    screen.run()
    without_mistakes(screen.toggle(f"task_filter·mine·{event.id}").set_value(True).run())

    assert titles(screen) == ["Task 0 (en)"]
