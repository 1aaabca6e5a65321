"""Whatever the library's instruments make can be saved again as templates and methods of one's own."""

from __future__ import annotations

from datetime import date

import pytest

from facilitation.domain.text import Text
from facilitation.library.loader import load_library
from facilitation.planning.task_lines import tasks_of_lines
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from facilitation.settings import ROOT
from tests.builders import counted_ids

INSTRUMENTS = load_library(ROOT / "agendas").instruments


@pytest.mark.parametrize("key", INSTRUMENTS)
def test_an_event_of_every_instrument_can_be_saved_as_a_template(app: Application, key: str) -> None:
    event = app.events.create(NewEvent(key, Text(sq="Prova"), date(2027, 5, 20)))

    file = app.own_library.save_agenda(event.id, Text(sq="Modeli ynë"), has_notes=True)

    made, shipped = app.library.instruments[file.key], INSTRUMENTS[key]
    assert [[(i.kind, i.title, i.duration, i.method_id) for i in day.items] for day in made.days] == [
        [(i.kind, i.title, i.duration, i.method_id) for i in day.items] for day in shipped.days
    ]
    # Lines name one another by keys of their own; what they make is the same.
    assert tasks_of_lines(made.tasks, event.id, counted_ids()) == tasks_of_lines(shipped.tasks, event.id, counted_ids())


def test_every_session_of_a_conference_can_be_saved_as_a_method(app: Application) -> None:
    event = app.events.create(NewEvent("national-conference", Text(sq="Prova"), date(2027, 5, 20)))
    items = [item for _, item in app.agendas.get(event.id).items()]

    keys = [app.own_library.save_session(event.id, item.id, item.title).key for item in items]

    assert [app.library.methods[key].typical_time for key in keys] == [item.duration for item in items]
