"""Series, the next event and kept promises over both kinds of database."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest

from facilitation.domain.note import NoteKind
from facilitation.domain.series import Presidency
from facilitation.domain.task import TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere
from facilitation.library.loader import load_library
from facilitation.services.commitments import Commitments
from facilitation.services.desk import Desk
from facilitation.services.events import save_record
from facilitation.services.next_events import NextEvent, NextEvents
from facilitation.services.series import EventSeries
from facilitation.services.tasks import Tasks
from facilitation.settings import ROOT
from facilitation.storage.database import open_database
from facilitation.storage.unit_of_work import unit_of_work_factory
from tests.builders import EVENT_ID, a_note, a_participation, a_record, an_event

LIBRARY = load_library(ROOT / "agendas")
COMMITTEE = an_event(instrument="regional-committee", starts_on=date(2027, 3, 15))
PROMISE = a_note(kind=NoteKind.COMMITMENT, owner="Prefektura", due_on=date(2027, 5, 3))


@dataclass(frozen=True, slots=True)
class Office:
    """The services of one office over the database of a test."""

    desk: Desk

    @property
    def series(self) -> EventSeries:
        return EventSeries(self.desk, LIBRARY)

    def done_day(self) -> date | None:
        with self.desk.reading() as work:
            return work.notes.get(PROMISE.id).done_on


@pytest.fixture
def office(url: str) -> Iterator[Office]:
    engine = open_database(url)
    office = Office(Desk(unit_of_work_factory(engine), lambda: datetime(2027, 4, 1, 9, 0), "tester"))
    with office.desk.work() as work:
        save_record(work, a_record(event=COMMITTEE, items=[30], notes=(PROMISE,), participations=(a_participation(),)))
        work.commit()
    yield office
    engine.dispose()


def test_a_series_is_made_met_and_removed(office: Office) -> None:
    series = office.series.make_from(EVENT_ID)
    office.series.set_presidency(series.id, None, Presidency(("A", "B"), date(2027, 1, 1)))
    office.series.deliver(series.id, "report", date(2027, 3, 31))

    found = office.series.overview(series.id)

    assert [(each.duty.id, each.due_on) for each in found.standings] == [
        ("meeting", date(2027, 6, 15)),
        ("table", date(2027, 4, 15)),
        ("report", date(2027, 12, 31)),
        ("analysis", date(2027, 6, 30)),
    ]
    assert [term.president for term in found.terms] == ["A", "B"]
    assert [each.text for each in found.commitments] == [PROMISE.text]
    office.series.remove(series.id)
    assert office.series.list_all() == ()


def test_a_promise_is_carried_into_the_next_event_and_kept_there(office: Office) -> None:
    office.series.make_from(EVENT_ID)
    wanted = NextEvent(EVENT_ID, date(2027, 6, 14), Text(sq="Qershor"), carried=[PROMISE.id])
    made = NextEvents(office.desk, LIBRARY).create(wanted)
    tasks = Tasks(office.desk)
    (task,) = (task for task in tasks.list_for(made.id) if task.from_note_id)

    tasks.set_status(task.id, TaskStatus.DONE)
    kept = office.done_day()
    (open_again,) = _reopened(office, made.series_id, task.id)

    assert (kept, open_again, office.done_day()) == (date(2027, 4, 1), PROMISE.text, None)


def _reopened(office: Office, series_id: str, task_id: str) -> list[str]:
    Tasks(office.desk).set_status(task_id, TaskStatus.PLANNED)
    (found,) = office.series.overview(series_id).commitments
    Commitments(office.desk).set_done(found, date(2027, 3, 31))
    Commitments(office.desk).set_done(found, None)
    return [each.text for each in office.series.overview(series_id).commitments]


def test_of_many_who_hand_in_and_rename_at_once_nobody_overwrites_another(office: Office) -> None:
    series = office.series.make_from(EVENT_ID)
    gate = threading.Barrier(6)

    def act(number: int) -> int:
        gate.wait()
        try:
            if number % 2:
                office.series.deliver(series.id, "report", date(2027, 3, number + 1))
            else:
                duty = series.duties[number // 2]
                office.series.edit_duty(series.id, duty, replace(duty, title=Text(sq=f"Detyra {number}")))
        except ChangedElsewhere:
            return 0
        return 1

    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(act, range(6)))

    found = office.series.get(series.id)
    assert len(found.deliveries) == sum(done[1::2])
    assert sum(duty.title.sq.startswith("Detyra") for duty in found.duties) == sum(done[::2])
    assert sum(done) >= 1
