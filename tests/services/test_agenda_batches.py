"""Several sessions in one stroke, over a real database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest

from facilitation.domain.agenda import Agenda, Audience
from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.errors import InvalidInput
from facilitation.services.application import Application


def _stored(app: Application, event: Event) -> Agenda:
    return replace(app.agendas.get(event.id), version=0)


def _ids(app: Application, event: Event, *places: int) -> list[str]:
    items = app.agendas.get(event.id).days[0].items
    return [items[place].id for place in places]


STROKES: dict[str, Callable[[Application, str, list[str]], object]] = {
    "move_items": lambda app, event, ids: app.agenda_batches.place(event, ids, day=2),
    "shift_items": lambda app, event, ids: app.agenda_batches.shift(event, ids, minutes=10),
    "edit_items": lambda app, event, ids: app.agenda_batches.set_audience(event, ids, Audience.STAFF),
    "remove_items": lambda app, event, ids: app.agenda_batches.remove(event, ids),
}


@pytest.mark.parametrize("verb", STROKES)
def test_one_undo_takes_a_stroke_over_several_sessions_back(app: Application, conference: Event, verb: str) -> None:
    before = _stored(app, conference)

    STROKES[verb](app, conference.id, _ids(app, conference, 1, 2, 4))
    after = _stored(app, conference)

    undone = app.history.undo(conference.id, "agenda")
    assert undone is not None
    assert (undone.verb, _stored(app, conference), after != before) == (verb, before, True)
    app.history.redo(conference.id, "agenda")
    assert _stored(app, conference) == after


def test_one_session_put_elsewhere_is_called_a_move_of_one(app: Application, conference: Event) -> None:
    first, last = _ids(app, conference, 0, -1)

    app.agenda_batches.place(conference.id, [last], day=1, before_id=first)

    assert _ids(app, conference, 0, 1) == [last, first]
    change = app.history.can_undo(conference.id, "agenda")
    assert change is not None
    assert change.verb == "move_item"


def test_sessions_are_marked_as_optional_and_fixed_again(app: Application, conference: Event) -> None:
    before, chosen = _stored(app, conference), _ids(app, conference, 1, 3)

    app.agenda_batches.set_optional(conference.id, chosen, is_optional=True)
    assert [item.is_optional for item in _stored(app, conference).days[0].items[:4]] == [False, True, False, True]
    app.agenda_batches.set_optional(conference.id, chosen, is_optional=False)

    assert _stored(app, conference) == before


def test_a_whole_day_is_shifted(app: Application, conference: Event) -> None:
    every = [item.id for item in app.agendas.get(conference.id).days[0].items]
    start = app.agendas.get(conference.id).days[0].starts_at

    app.agenda_batches.shift(conference.id, every, minutes=15)

    assert app.agendas.get(conference.id).days[0].starts_at == time(start.hour, start.minute + 15)


def test_where_one_of_them_has_notes_all_stay(app: Application, conference: Event) -> None:
    chosen = _ids(app, conference, 1, 2)
    app.notes.add(conference.id, chosen[1], NoteKind.KEY_POINT, "Pikë kyçe")
    before = _stored(app, conference)

    with pytest.raises(InvalidInput) as refused:
        app.agenda_batches.remove(conference.id, chosen)

    assert refused.value.values == {"title": before.days[0].items[2].title, "count": 1}
    assert _stored(app, conference) == before
