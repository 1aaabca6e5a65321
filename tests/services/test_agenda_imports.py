"""An agenda from a file: previewed without a trace, saved in one stroke, taken back in one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from facilitation.domain.agenda import Room
from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.exchange.import_preview import AgendaPreview
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from facilitation.settings import ROOT

SAMPLES = ROOT / "agendas" / "samples" / "imports"


def preview_of(app: Application, event: Event, name: str = "schedule.json") -> AgendaPreview:
    return app.imports.agenda_file(event.id, (SAMPLES / name).read_bytes(), name, "sq")


def minutes_of_days(app: Application, event: Event) -> list[list[int]]:
    return [[item.minutes for item in day.items] for day in app.agendas.get(event.id).days]


def test_a_preview_saves_nothing(app: Application, conference: Event) -> None:
    before = app.agendas.get(conference.id)

    preview_of(app, conference)

    assert app.agendas.get(conference.id) == before


def test_imported_days_stand_after_the_others_and_the_event_lasts_longer(app: Application, conference: Event) -> None:
    before = app.agendas.get(conference.id)
    preview = preview_of(app, conference)

    count = app.imports.save_agenda(conference.id, preview, is_replacing=False)

    after = app.agendas.get(conference.id)
    assert (count, after.days) == (9, (*before.days, *preview.days))
    assert app.events.get(conference.id).day_count == len(before.days) + 2
    assert after.rooms[-4:] == (Room("Holli"), Room("Salla A", 60), Room("Salla B", 25), Room("Restoranti"))


def test_an_imported_agenda_can_replace_the_one_there_is(app: Application, conference: Event) -> None:
    preview = preview_of(app, conference)

    app.imports.save_agenda(conference.id, preview, is_replacing=True)

    assert app.agendas.get(conference.id).days == preview.days


def test_days_with_dates_of_the_event_keep_them(app: Application) -> None:
    new = NewEvent("national-conference", Text(sq="Takimi"), date(2027, 5, 16))
    event = app.events.create(new)
    app.events.edit(event, replace(event, day_count=3))

    app.imports.save_agenda(event.id, preview_of(app, event), is_replacing=True)

    assert minutes_of_days(app, event) == [[], [30, 15, 60, 15, 90, 90, 60], [60, 30]]
    assert app.events.get(event.id).day_count == 3


@pytest.mark.parametrize("is_replacing", [False, True])
def test_one_undo_takes_back_days_rooms_and_length(app: Application, conference: Event, is_replacing: bool) -> None:
    before = app.agendas.get(conference.id)
    app.imports.save_agenda(conference.id, preview_of(app, conference), is_replacing=is_replacing)

    undone = app.history.undo(conference.id, "agenda")

    assert undone is not None
    assert undone.verb == "import_agenda"
    assert replace(app.agendas.get(conference.id), version=0) == replace(before, version=0)
    assert app.events.get(conference.id).day_count == conference.day_count


def test_an_agenda_with_notes_is_not_replaced(app: Application, conference: Event) -> None:
    before = app.agendas.get(conference.id)
    app.notes.add(conference.id, before.days[0].items[0].id, NoteKind.KEY_POINT, "Pika")
    preview = preview_of(app, conference)

    with pytest.raises(InvalidInput, match="1 session"):
        app.imports.save_agenda(conference.id, preview, is_replacing=True)

    assert app.agendas.get(conference.id) == before
    assert app.imports.save_agenda(conference.id, preview, is_replacing=False) == 9


def test_a_file_without_a_single_session_changes_nothing(app: Application, conference: Event) -> None:
    before = app.agendas.get(conference.id)
    preview = app.imports.agenda_file(conference.id, b"Koha;Seanca;Min\nx;Hapja;\n", "axhenda.csv", "sq")

    count = app.imports.save_agenda(conference.id, preview, is_replacing=True)

    assert (count, app.agendas.get(conference.id), app.history.can_undo(conference.id, "agenda")) == (0, before, None)


def test_columns_named_by_a_person_count(app: Application, conference: Event) -> None:
    file, guessed = app.imports.read_agenda(conference.id, b"Koha;Salla;Min;Emri\n10:00;A;30;Hapja\n", "axhenda.csv")

    preview = app.imports.preview_agenda(conference.id, file, "en", {"starts": 0, "length": 2, "title": 3})

    assert guessed == {"starts": 0, "room": 1, "length": 2}
    assert [(day.starts_at, [str(item.title) for item in day.items]) for day in preview.days] == [(time(10), ["Hapja"])]


def test_more_days_than_an_event_can_have_are_refused(app: Application, conference: Event) -> None:
    lines = "".join(f"Dita {day}\n09:00;Hapja;30\n" for day in range(1, 366))
    preview = app.imports.agenda_file(conference.id, f"Koha;Seanca;Min\n{lines}".encode(), "axhenda.csv", "sq")

    with pytest.raises(InvalidInput, match="366"):
        app.imports.save_agenda(conference.id, preview, is_replacing=False)


ROWS = "09:00\t30\tHapja e re\tSalla A\n\t1h20\tPaneli i ri\tSalla B\n"


def pasted(app: Application, event: Event, rows: str = ROWS) -> AgendaPreview:
    file, _columns = app.imports.read_pasted(event.id, rows)
    return app.imports.preview_agenda(event.id, file, "sq")


def test_pasted_rows_stand_after_a_session_pinned_at_their_time_until_undo(app: Application, conference: Event) -> None:
    before = app.agendas.get(conference.id)
    first, *others = before.days[0].items

    count = app.imports.insert_agenda(conference.id, pasted(app, conference), day=1, after_id=first.id)

    after = app.agendas.get(conference.id)
    one, two = after.days[0].items[1:3]
    assert (count, after.days[0].items) == (2, (first, one, two, *others))
    assert [(item.title.sq, item.minutes, item.room) for item in (one, two)] == [
        ("Hapja e re", 30, "Salla A"),
        ("Paneli i ri", 80, "Salla B"),
    ]
    follows = first.pinned_start is None and after.days[0].starts_at == time(8, 30) and first.minutes == 30
    assert (one.pinned_start, two.pinned_start) == (None if follows else time(9), None)
    assert {"Salla A", "Salla B"} <= {room.name for room in after.rooms}
    change = app.history.undo(conference.id, "agenda")
    assert change is not None
    assert change.verb == "paste_items"
    assert app.agendas.get(conference.id).days == before.days


def test_rows_without_times_simply_follow(app: Application, conference: Event) -> None:
    preview = pasted(app, conference, "Hapja e re\t30\nPaneli i ri\t45\n")
    agenda = app.agendas.get(conference.id)

    inserted, shown = app.imports.with_inserted(agenda, preview, day=2)

    assert [item.pinned_start for item in inserted.days[1].items[-2:]] == [None, None]
    assert [(row.outcome, row.remarks) for row in shown.rows] == [("read", ())] * 2
    assert preview.repaired == 1
    assert app.agendas.get(conference.id) == agenda
