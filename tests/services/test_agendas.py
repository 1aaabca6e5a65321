"""Changing an agenda, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from facilitation.domain.agenda import AgendaItem, ItemKind
from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound
from facilitation.services.application import Application


def _first(app: Application, event: Event, place: int = 0) -> AgendaItem:
    return app.agendas.get(event.id).days[0].items[place]


def test_added_session_stands_after_the_chosen_one(app: Application, conference: Event) -> None:
    first = _first(app, conference)

    added = app.agendas.add_item(
        conference.id, day=1, kind=ItemKind.PANEL, title=Text(sq="Panel"), minutes=40, after_id=first.id
    )

    assert _first(app, conference, 1) == added


def test_every_undo_takes_one_step_back_until_nothing_is_left(app: Application, conference: Event) -> None:
    start = app.agendas.get(conference.id)
    item = start.days[0].items[3]
    app.agendas.edit_item(conference.id, item, replace(item, duration=timedelta(minutes=5)))
    app.agendas.move_item(conference.id, item.id, by=1)
    app.agendas.remove_item(conference.id, item.id)
    app.agendas.start_day(conference.id, day=2, starts_at=time(8, 0))

    taken_back = [app.history.undo(conference.id, "agenda") for _ in range(4)]

    assert [change.verb for change in taken_back if change] == ["start_day", "remove_item", "move_item", "edit_item"]
    assert replace(app.agendas.get(conference.id), version=0) == replace(start, version=0)
    assert app.history.undo(conference.id, "agenda") is None


def test_same_field_changed_by_two_people_is_refused_with_both_values(app: Application, conference: Event) -> None:
    seen = _first(app, conference)
    app.agendas.edit_item(conference.id, seen, replace(seen, room="A"))

    with pytest.raises(ChangedElsewhere) as caught:
        app.agendas.edit_item(conference.id, seen, replace(seen, room="B"))

    assert (caught.value.mine, caught.value.theirs) == ("B", "A")


def test_different_sessions_can_be_edited_from_the_same_picture(app: Application, conference: Event) -> None:
    first, second = _first(app, conference), _first(app, conference, 1)
    app.agendas.edit_item(conference.id, first, replace(first, room="A"))

    app.agendas.edit_item(conference.id, second, replace(second, room="B"))

    assert (_first(app, conference).room, _first(app, conference, 1).room) == ("A", "B")


@pytest.mark.parametrize(
    "change",
    [
        {"title": Text()},
        {"duration": timedelta()},
        {"duration": timedelta(hours=25)},
        {"questions": timedelta(hours=9)},
    ],
    ids=["no title", "no minutes", "over a day", "more questions than time"],
)
def test_unusable_session_is_refused_and_stays_as_it_was(
    app: Application, conference: Event, change: dict[str, object]
) -> None:
    seen = _first(app, conference)

    with pytest.raises(InvalidInput):
        app.agendas.edit_item(conference.id, seen, replace(seen, **change))  # type: ignore[arg-type]

    assert _first(app, conference) == seen


def test_session_with_notes_is_not_removed(app: Application, conference: Event) -> None:
    item = _first(app, conference)
    app.notes.add(conference.id, item.id, NoteKind.KEY_POINT, "Pikë kyçe")

    with pytest.raises(InvalidInput):
        app.agendas.remove_item(conference.id, item.id)

    assert _first(app, conference) == item


def test_session_removed_by_somebody_else_is_said(app: Application, conference: Event) -> None:
    seen = _first(app, conference)
    app.agendas.remove_item(conference.id, seen.id)

    with pytest.raises(NotFound):
        app.agendas.edit_item(conference.id, seen, replace(seen, room="A"))


def test_parallel_session_joins_the_group_before_it_and_leaves_it(app: Application, conference: Event) -> None:
    first, second = _first(app, conference), _first(app, conference, 1)

    app.agendas.set_parallel(conference.id, second.id, is_parallel=True)
    assert _first(app, conference).parallel == _first(app, conference, 1).parallel != ""

    app.agendas.set_parallel(conference.id, second.id, is_parallel=False)
    assert _first(app, conference, 1).parallel == ""
    with pytest.raises(InvalidInput):
        app.agendas.set_parallel(conference.id, first.id, is_parallel=True)


def test_undo_of_a_method_brings_back_agenda_and_guide_together(app: Application, conference: Event) -> None:
    item = next(item for _day, item in app.agendas.get(conference.id).items() if item.kind is ItemKind.PANEL)
    sheet = app.guides.get(conference.id).sheet(item.id)
    app.guides.use_method(conference.id, item.id, "one_two_four_all")

    app.history.undo(conference.id, "guide")

    assert app.guides.get(conference.id).sheet(item.id) == sheet
    assert app.agendas.get(conference.id).item(item.id) == item


def test_fitted_steps_fill_the_session(app: Application, conference: Event) -> None:
    item = next(item for _day, item in app.agendas.get(conference.id).items() if item.kind is ItemKind.WORLD_CAFE)
    app.agendas.edit_item(conference.id, item, replace(item, duration=timedelta(minutes=80)))

    fitted = app.guides.fit_steps(conference.id, item.id)

    assert sum(step.minutes for step in fitted.steps) == 80
