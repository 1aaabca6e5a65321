"""Doubling, dividing and joining sessions and copying days, over a real database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.agenda import Agenda, AgendaItem, ItemKind
from facilitation.domain.cafe import Cafe
from facilitation.domain.event import Event
from facilitation.domain.guide import Guide
from facilitation.domain.note import NoteKind
from facilitation.errors import InvalidInput
from facilitation.services.application import Application

Stored = tuple[Agenda, Guide]


def _stored(app: Application, event: Event) -> Stored:
    return replace(app.agendas.get(event.id), version=0), replace(app.guides.get(event.id), version=0)


def _of_kind(app: Application, event: Event, kind: ItemKind) -> AgendaItem:
    return next(item for _day, item in app.agendas.get(event.id).items() if item.kind is kind)


def _titles(app: Application, event: Event, day: int = 1) -> list[str]:
    return [item.title.sq for item in app.agendas.get(event.id).days[day - 1].items]


def _undo(app: Application, event: Event) -> str:
    change = app.history.undo(event.id, "agenda")
    return change.verb if change else ""


def test_a_doubled_session_stands_behind_its_original_with_its_page_until_undo(
    app: Application, conference: Event
) -> None:
    before = _stored(app, conference)
    item = _of_kind(app, conference, ItemKind.PANEL)

    copy = app.agenda_pieces.duplicate(conference.id, item.id)

    assert replace(copy, id=item.id) == item
    steps = app.guides.get(conference.id).sheet(copy.id).steps
    assert [step.what for step in steps] == [step.what for step in before[1].sheet(item.id).steps] != []
    assert _undo(app, conference) == "duplicate_item"
    assert _stored(app, conference) == before


def test_a_divided_session_and_its_steps_come_back_with_one_undo_and_go_with_one_redo(
    app: Application, conference: Event
) -> None:
    before = _stored(app, conference)
    item = _of_kind(app, conference, ItemKind.WORLD_CAFE)

    second = app.agenda_pieces.divide(conference.id, item.id, after_minutes=30)

    after = _stored(app, conference)
    assert second.minutes == item.minutes - 30
    guide = after[1]
    lengths = [sum(step.minutes for step in guide.sheet(key).steps) for key in (item.id, second.id)]
    assert lengths == [30, sum(step.minutes for step in before[1].sheet(item.id).steps) - 30]
    assert _undo(app, conference) == "divide_item"
    assert _stored(app, conference) == before
    app.history.redo(conference.id, "agenda")
    assert _stored(app, conference) == after


def test_the_notes_of_joined_sessions_stay_together_and_part_again_at_undo(app: Application, conference: Event) -> None:
    item = _of_kind(app, conference, ItemKind.PANEL)
    second = app.agenda_pieces.divide(conference.id, item.id, after_minutes=10)
    app.notes.add(conference.id, item.id, NoteKind.KEY_POINT, "E para")
    app.notes.add(conference.id, second.id, NoteKind.KEY_POINT, "E dyta")
    before = _stored(app, conference)

    joined = app.agenda_pieces.join(conference.id, item.id)

    assert (joined.title, joined.minutes) == (item.title, item.minutes)
    assert [note.text for note in app.notes.list_for(conference.id, item.id)] == ["E para", "E dyta"]
    _undo(app, conference)
    assert _stored(app, conference) == before
    assert [note.text for note in app.notes.list_for(conference.id, second.id)] == ["E dyta"]


def test_a_session_with_a_world_cafe_is_not_swallowed_by_the_one_before(app: Application, conference: Event) -> None:
    items = app.agendas.get(conference.id).days[0].items
    with app.agendas.desk.work() as work:
        known = work.cafes.get(conference.id, items[1].id)
        if known is None:
            work.cafes.save(Cafe(conference.id, items[1].id))
        work.commit()
    before = _stored(app, conference)

    with pytest.raises(InvalidInput, match="world café of its own"):
        app.agenda_pieces.join(conference.id, items[0].id)

    assert _stored(app, conference) == before


def test_a_day_is_copied_behind_another_one_or_instead_of_it_and_undone(app: Application, conference: Event) -> None:
    before = _stored(app, conference)
    first, second = _titles(app, conference), _titles(app, conference, 2)

    app.agenda_pieces.copy_day(conference.id, day=1, to=2)
    assert _titles(app, conference, 2) == [*second, *first]
    _undo(app, conference)
    app.agenda_pieces.copy_day(conference.id, day=1, to=2, is_replacing=True)
    assert _titles(app, conference, 2) == first
    assert app.agendas.get(conference.id).days[1].starts_at == before[0].days[0].starts_at

    assert _undo(app, conference) == "copy_day"
    assert _stored(app, conference) == before


def test_a_day_that_was_written_about_is_not_replaced(app: Application, conference: Event) -> None:
    item = app.agendas.get(conference.id).days[1].items[0]
    app.notes.add(conference.id, item.id, NoteKind.KEY_POINT, "Pikë kyçe")
    before = _stored(app, conference)

    with pytest.raises(InvalidInput, match="nothing was removed"):
        app.agenda_pieces.copy_day(conference.id, day=1, to=2, is_replacing=True)

    assert _stored(app, conference) == before
