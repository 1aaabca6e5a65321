"""Rooms, columns, absences and accepted findings are saved, and undone in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from facilitation.domain.agenda import Absence, AcceptedFinding, Agenda, Contributor, CustomField, Room, Window
from facilitation.domain.event import Event
from facilitation.domain.finding import Severity, finding
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound
from facilitation.planning.agenda_setup import custom_value
from facilitation.services.application import Application


def agenda(app: Application, event: Event) -> Agenda:
    return app.agendas.get(event.id)


def test_a_renamed_room_and_its_sessions_come_back_with_one_undo(app: Application, conference: Event) -> None:
    app.agenda_setup.add_room(conference.id, Room("Salla A", 40))
    item = agenda(app, conference).days[0].items[0]
    app.agendas.edit_item(conference.id, item, replace(item, room="Salla A"))
    before = agenda(app, conference)

    app.agenda_setup.edit_room(conference.id, "Salla A", Room("Salla e madhe", 60))
    assert agenda(app, conference).days[0].items[0].room == "Salla e madhe"
    app.history.undo(conference.id, "agenda")

    assert replace(agenda(app, conference), version=0) == replace(before, version=0)


def test_a_column_is_filled_per_session_and_removed_with_its_values(app: Application, conference: Event) -> None:
    field = app.agenda_setup.add_field(conference.id, CustomField("", Text(sq="Teknika"))).custom_fields[0]
    item = agenda(app, conference).days[0].items[0]
    app.agenda_setup.fill_field(conference.id, item.id, field.id, " dy mikrofona ")

    filled = agenda(app, conference).days[0].items[0]
    emptied = app.agenda_setup.remove_field(conference.id, field.id)

    assert custom_value(filled, field.id) == "dy mikrofona"
    assert (emptied.custom_fields, emptied.days[0].items[0].custom) == ((), ())
    with pytest.raises(NotFound):
        app.agenda_setup.fill_field(conference.id, "x", field.id, "y")


def test_an_accepted_finding_keeps_who_when_and_why(app: Application, conference: Event) -> None:
    found = finding("no_evaluation", Severity.WARN)

    kept = app.agenda_setup.accept(conference.id, found, "E bëjmë me telefon").accepted

    assert [replace(each, accepted_at=None) for each in kept] == [
        AcceptedFinding("no_evaluation", "", "E bëjmë me telefon", "tester")
    ]
    assert isinstance(kept[0].accepted_at, datetime)
    assert app.agenda_setup.reopen(conference.id, kept[0]).accepted == ()


def test_an_absence_comes_and_goes(app: Application, conference: Event) -> None:
    absence = Absence(Contributor("Prefektura Vlorë"), Window(1, time(9), time(11)))

    assert app.agenda_setup.mark_absent(conference.id, absence).absences == (absence,)
    assert app.agenda_setup.unmark_absent(conference.id, absence).absences == ()


def test_time_to_change_rooms_is_kept_and_an_impossible_one_refused(app: Application, conference: Event) -> None:
    assert app.agenda_setup.set_room_change(conference.id, 15).room_change == timedelta(minutes=15)
    with pytest.raises(InvalidInput):
        app.agenda_setup.set_room_change(conference.id, 121)


def test_what_changes_nothing_writes_no_history(app: Application, conference: Event) -> None:
    version = agenda(app, conference).version

    app.agenda_setup.set_room_change(conference.id, 10)

    assert agenda(app, conference).version == version
