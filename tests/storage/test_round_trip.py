"""What goes into the database comes out of it as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from facilitation.domain.agenda import Agenda
from facilitation.domain.consultation import Questionnaire, Reply
from facilitation.domain.guide import Guide
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput
from facilitation.storage.unit_of_work import UnitOfWorkFactory
from tests.builders import EVENT_ID, a_note, an_event
from tests.storage.strategies import agendas, guides, new, records
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
@given(agendas=st.tuples(agendas(), agendas()), guides=st.tuples(guides(), guides()))
def test_any_plan_can_become_any_other(
    work: UnitOfWorkFactory, agendas: tuple[Agenda, Agenda], guides: tuple[Guide, Guide]
) -> None:
    with work() as unit:
        unit.events.save(an_event())
        agenda, guide = unit.agendas.save(agendas[0]), unit.guides.save(guides[0])

        wanted_agenda = unit.agendas.save(replace(agendas[1], version=agenda.version))
        wanted_guide = unit.guides.save(replace(guides[1], version=guide.version))

        assert (unit.agendas.get(EVENT_ID), unit.guides.get(EVENT_ID)) == (wanted_agenda, wanted_guide)


@ONE_DATABASE_FOR_ALL
@given(asked=new(Questionnaire), reply=new(Reply))
def test_any_questionnaire_and_reply_come_out_as_they_went_in(
    work: UnitOfWorkFactory, asked: Questionnaire, reply: Reply
) -> None:
    with work() as unit:
        unit.events.save(an_event())
        saved = unit.questionnaires.save(asked), unit.replies.save(reply)

        assert (unit.questionnaires.list_for(EVENT_ID), unit.replies.list_for(EVENT_ID)) == ((saved[0],), (saved[1],))


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
