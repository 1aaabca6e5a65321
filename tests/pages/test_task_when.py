"""The part of a task's panel that says when: what it counts from, what it waits for, and what comes too late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitation.domain.task import CountedFrom, Dependency, Task
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from tests.pages.dialogs import opened_form
from tests.pages.opened import said, without_mistakes
from tests.pages.screen_words import a_new_event
from tests.pages.test_tasks import LANGUAGES, a_short_list, with_panel


def field(task: Task, name: str) -> str:
    return f"task·{task.id}·{name}"


@LANGUAGES
def test_a_task_counts_from_another_one_and_the_panel_names_it(app: Application, language: str) -> None:
    _event, (invite, hall, _print) = a_short_list(app)
    screen = with_panel(hall, language)

    screen.selectbox(field(hall, "counted_from")).set_value(CountedFrom.TASK).run()
    missing = {"sq": "zgjidhni detyrën nga e cila llogaritet", "en": "choose the task it counts from"}[language]
    assert missing in said(without_mistakes(screen))
    screen.selectbox(field(hall, "counted_from_id")).set_value(invite.id).run()
    screen.number_input(field(hall, "offset")).set_value(3).run()
    screen.toggle(field(hall, "working_days")).set_value(True).run()

    seen = app.tasks.get(hall.id)
    assert (seen.counted_from, seen.counted_from_id, seen.offset_days, seen.is_working_days) == (
        CountedFrom.TASK,
        invite.id,
        3,
        True,
    )
    sentence = {"sq": "3 ditë pune pas “Dërgoni ftesat”", "en": "3 working days after “Dërgoni ftesat”"}[language]
    assert sentence in said(without_mistakes(screen)).replace("\\", "")


def test_waiting_with_a_pause_is_saved_and_a_circle_is_refused_by_name(app: Application) -> None:
    _event, (invite, hall, _print) = a_short_list(app)
    screen = with_panel(hall, "en")
    screen.multiselect(field(hall, "waits_for")).set_value([invite.id]).run()
    screen.number_input(field(hall, f"lag·{invite.id}")).set_value(4).run()
    without_mistakes(screen)
    assert app.tasks.get(hall.id).waits_for == (Dependency(invite.id, 4),)

    other = with_panel(invite, "en")
    other.multiselect(field(invite, "waits_for")).set_value([hall.id]).run()

    (error,) = other.error
    assert "“Dërgoni ftesat” → “Gjeni sallën” → “Dërgoni ftesat”" in error.value.replace("\\", "")
    assert app.tasks.get(invite.id).waits_for == ()


@LANGUAGES
def test_what_cannot_be_in_time_says_its_chain_and_the_day_the_event_could_be(app: Application, language: str) -> None:
    _event, (invite, hall, _print) = a_short_list(app)
    app.tasks.edit(invite, replace(invite, pinned_on=date.today() + timedelta(days=300), work_days=30))
    app.tasks.edit(hall, replace(hall, waits_for=(Dependency(invite.id),), work_days=5))

    words = said(with_panel(hall, language)).replace("\\", "")

    _ = Translator(language)
    assert "Dërgoni ftesat → Gjeni sallën" in words
    begun = _("For its sake the event could be on {day} at the earliest.").split("{day}")[0]
    assert begun in words


def test_the_room_and_the_critical_path_are_shown(app: Application) -> None:
    _event, (_invite, hall, prints) = a_short_list(app)
    app.tasks.edit(prints, replace(prints, waits_for=(Dependency(hall.id),)))

    words = said(with_panel(app.tasks.get(prints.id), "en"))

    assert "Can be done on" in words
    assert "Part of the critical path" in words


@LANGUAGES
@pytest.mark.parametrize("kind", ["half_year", "task"])
def test_the_list_before_a_move_says_why(app: Application, kind: str, language: str) -> None:
    event = a_new_event(app, starts_on=date(2028, 3, 15))
    for task in app.tasks.list_for(event.id):
        app.tasks.remove(task.id)
    first = app.tasks.add(event.id, Text(sq="Raporti", en="Report"), offset_days=-7)
    app.tasks.edit(first, replace(first, counted_from=CountedFrom.HALF_YEAR))
    second = app.tasks.add(event.id, Text(sq="Dërgoni", en="Send"), offset_days=-30)
    if kind == "task":
        app.tasks.edit(second, replace(second, counted_from=CountedFrom.TASK, counted_from_id=first.id))

    screen = opened_form("task_move", "move_form", language)
    screen.date_input("move_event_date").set_value(date(2028, 5, 16)).run()

    _ = Translator(language)
    (table,) = without_mistakes(screen).dataframe
    remarks, reasons = list(table.value[_("Remark")]), list(table.value[_("Why")])
    assert _("counts from a half-year that stays the same") in remarks
    if kind == "task":
        assert _("counts from a task that stays") in remarks
    else:
        easter = {"sq": "D−30 = e diel, 16 prill 2028 (", "en": "D−30 = Sunday, 16 April 2028 ("}[language]
        assert any(reason.startswith(easter) for reason in reasons)


def test_a_report_of_the_half_year_says_what_it_counts_from(app: Application) -> None:
    event = a_new_event(app, starts_on=date(2028, 3, 15), instrument="regional-committee")

    half_year = next(task for task in app.tasks.list_for(event.id) if task.counted_from is CountedFrom.HALF_YEAR)

    assert "before the end of the half-year" in said(with_panel(half_year, "en")).replace("\\", "")
