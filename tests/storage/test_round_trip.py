"""What goes into the database comes out of it as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine, event

from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput
from facilitation.storage.unit_of_work import UnitOfWorkFactory
from tests.builders import EVENT_ID, a_note
from tests.storage.strategies import records
from tests.storage.whole_event import fill_database, save_record

ONE_DATABASE_FOR_ALL = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@ONE_DATABASE_FOR_ALL
@given(record=records())
def test_any_event_comes_out_as_it_went_in(work: UnitOfWorkFactory, record: EventRecord) -> None:
    with work() as unit:  # never committed: the next example finds the database empty
        saved = save_record(unit, record)

        assert unit.record(EVENT_ID) == saved


@ONE_DATABASE_FOR_ALL
@given(before=records(), after=records())
def test_any_event_can_become_any_other(work: UnitOfWorkFactory, before: EventRecord, after: EventRecord) -> None:
    with work() as unit:
        unit.events.save(before.event)
        agenda, guide = unit.agendas.save(before.agenda), unit.guides.save(before.guide)

        wanted_agenda = unit.agendas.save(replace(after.agenda, version=agenda.version))
        wanted_guide = unit.guides.save(replace(after.guide, version=guide.version))

        assert (unit.agendas.get(EVENT_ID), unit.guides.get(EVENT_ID)) == (wanted_agenda, wanted_guide)


def test_a_whole_event_is_read_in_a_handful_of_queries(work: UnitOfWorkFactory, engine: Engine) -> None:
    stored = fill_database(work)
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *call: asked.append(call[2]))

    with work.reading() as unit:
        record = unit.record(EVENT_ID)

    assert record == stored
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 15


@pytest.mark.parametrize("words", ["Shënim\x00", "\ud800"], ids=["NUL", "half a sign"])
def test_what_no_keyboard_writes_is_refused_and_nothing_else_is_lost(work: UnitOfWorkFactory, words: str) -> None:
    stored = fill_database(work)

    with pytest.raises(InvalidInput), work() as unit:
        unit.notes.save(a_note("note-3", text=words))

    with work.reading() as unit:
        assert unit.record(EVENT_ID) == stored
