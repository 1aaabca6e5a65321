"""Findings on the screens: the way to their place, living with one for a reason, and winning back time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitation.domain.agenda import ItemKind
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_timing import timed_items
from facilitation.services.application import Application
from tests.builders import A_MONDAY, EVENT_ID, a_contributor, a_record, an_agenda, an_event, an_item, minutes
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, stored, without_mistakes

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
LEADER = (a_contributor("Lehtësuese, Bashkia Elbasan"),)


def a_plan() -> EventRecord:
    """A session without a note-taker, and one that may be shortened."""
    items = [
        an_item("item-1", facilitators=LEADER, speakers=LEADER),
        an_item("item-2", kind=ItemKind.NETWORKING, minutes=40, shortest=minutes(20)),
        an_item("item-3", kind=ItemKind.EVALUATION, minutes=10),
    ]
    return a_record(event=an_event(), agenda=an_agenda(items))


@LANGUAGES
def test_a_finding_is_accepted_with_a_reason_and_opened_again(app: Application, language: str) -> None:
    stored(app, a_plan())
    screen = opened("home", language)
    key = "accept·home·no_note_taker·item-1"
    screen.session_state[f"{key}·open"] = True
    screen.run().text_input(key).set_value("Regjistrohet me zë").run()

    without_mistakes(screen.button(f"{key}·save").click().run())

    accepted = app.agendas.get(EVENT_ID).accepted
    assert [(each.code, each.subject, each.reason) for each in accepted] == [
        ("no_note_taker", "item-1", "Regjistrohet me zë")
    ]
    assert "Regjistrohet me zë" in said(screen)
    without_mistakes(screen.button("reopen·home·no_note_taker·item-1").click().run())
    assert app.agendas.get(EVENT_ID).accepted == ()


def test_accepting_without_a_reason_is_refused_in_words(app: Application) -> None:
    stored(app, a_plan())
    screen = opened("home", "en")
    key = "accept·home·no_note_taker·item-1"
    screen.session_state[f"{key}·open"] = True

    screen.run().button(f"{key}·save").click().run()

    assert [entry.value for entry in screen.error] == [
        "Write why this remark is accepted; the reason stands in the staff’s papers."
    ]


def test_a_finding_leads_to_its_session(app: Application) -> None:
    stored(app, a_plan())
    screen = opened("home")

    screen.button("open_finding·home·no_note_taker·item-1").click().run()

    without_mistakes(screen)
    assert screen.title[0].value == "Axhenda"
    assert screen.session_state["chosen"]["agenda_item"] == "item-1"


@LANGUAGES
def test_the_proposal_to_win_time_is_shown_then_carried_out(app: Application, language: str) -> None:
    stored(app, a_plan())
    form = opened_form("agenda_recovery", "recovery_form", language)
    form.number_input("win_minutes").set_value(10).run()
    assert form.dataframe[0].value.iloc[0, 1:].tolist() == [40, "30"]

    without_mistakes(form.button("win_save").click().run())

    item = app.agendas.get(EVENT_ID).item("item-2")
    assert item
    assert item.duration == timedelta(minutes=30)


@LANGUAGES
def test_where_no_time_can_be_won_it_says_so(app: Application, language: str) -> None:
    stored(app, a_record(event=an_event(), agenda=an_agenda([30])))

    form = opened_form("agenda_recovery", "recovery_form", language)

    assert len(form.dataframe) == 0
    assert [button.key for button in form.button if button.key == "win_save"] == []


def test_without_sessions_there_is_nothing_to_win(app: Application) -> None:
    stored(app, a_record(event=an_event(), agenda=an_agenda([])))

    form = opened_form("agenda_recovery", "recovery_form", "en")

    assert "The agenda has no session yet. Add the first one above." in said(form)


def test_time_to_change_rooms_is_kept_free_with_one_click_and_stays_when_things_shift(app: Application) -> None:
    items = [an_item("item-1", room="Salla A"), an_item("item-2", room="Salla B"), an_item("item-3", room="Salla B")]
    stored(app, a_record(event=an_event(), agenda=an_agenda(items)))
    screen = opened("home")

    without_mistakes(screen.button("keep_free·home·item-2").click().run())
    first = app.agendas.get(EVENT_ID).days[0].items[0]
    app.agendas.edit_item(EVENT_ID, first, replace(first, duration=minutes(50)))

    agenda = app.agendas.get(EVENT_ID)
    assert [f"{entry.starts_at:%H:%M}" for entry in timed_items(agenda, A_MONDAY)] == ["09:00", "10:00", "10:30"]
    assert "short_room_change" not in {found.code for found in app.overviews.findings(EVENT_ID)}
