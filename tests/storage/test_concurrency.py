"""Many people at once, and a program that dies: nothing is lost and nobody meets an error that is not theirs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.errors import ChangedElsewhere
from facilitation.storage.database import open_database, upgrade
from facilitation.storage.unit_of_work import UnitOfWorkFactory, unit_of_work_factory
from tests.builders import EVENT_ID, a_note, a_task, an_event
from tests.programs import ROOT
from tests.storage.whole_event import fill_database

WRITE_NOTES_FOREVER = """
import sys
from itertools import count
from facilitation.storage.database import open_database
from facilitation.storage.unit_of_work import unit_of_work_factory
from tests.builders import a_note
work = unit_of_work_factory(open_database(sys.argv[1]))
for number in count(1):
    with work() as unit:
        unit.notes.save(a_note(f"typed-{number}", text="Fjalë " * 200, position=number))
        unit.commit()
    print(number, flush=True)
"""


def all_at_once(number: int, job: Callable[[int], None]) -> None:
    """Run the job in so many threads that start together; the first error of any of them is raised."""
    gate = threading.Barrier(number)

    def start(worker: int) -> None:
        gate.wait()
        job(worker)

    with ThreadPoolExecutor(number) as pool:
        list(pool.map(start, range(number)))


@pytest.fixture
def sqlite_work(tmp_path: Path, sqlite_template: Path) -> UnitOfWorkFactory:
    path = tmp_path / "tryeza.db"
    path.write_bytes(sqlite_template.read_bytes())
    return unit_of_work_factory(open_database(f"sqlite:///{path}"))


def test_twenty_threads_that_read_then_write_one_task_lose_nothing_on_sqlite(sqlite_work: UnitOfWorkFactory) -> None:
    with sqlite_work() as unit:
        unit.events.save(an_event())
        unit.tasks.save(a_task())
        unit.commit()

    def add_a_word(_worker: int) -> None:
        for _ in range(10):
            with sqlite_work() as unit:
                task = unit.tasks.get("task-1")
                unit.tasks.save(replace(task, note=task.note + "x"))
                unit.commit()

    all_at_once(20, add_a_word)

    with sqlite_work.reading() as unit:
        task = unit.tasks.get("task-1")
    sqlite_work.engine.dispose()
    assert (task.note, task.version) == ("x" * 200, 201)


def test_twenty_threads_that_write_notes_of_their_own_lose_nothing(work: UnitOfWorkFactory) -> None:
    fill_database(work)

    def write_notes(worker: int) -> None:
        for number in range(5):
            with work() as unit:
                unit.notes.save(a_note(f"{worker}-{number}"))
                unit.commit()

    all_at_once(20, write_notes)

    with work.reading() as unit:
        written = {note.id for note in unit.notes.list_for(EVENT_ID)}
    assert written == {"note-1", "note-2", *(f"{worker}-{number}" for worker in range(20) for number in range(5))}


def test_of_ten_threads_that_change_one_agenda_each_either_saves_or_hears_of_the_other(
    work: UnitOfWorkFactory,
) -> None:
    fill_database(work)
    saved: list[str] = []

    def rename_room(worker: int) -> None:
        with work() as unit:
            agenda = unit.agendas.get(EVENT_ID)
            item = replace(agenda.days[1].items[0], room=f"{agenda.days[1].items[0].room}{worker}")
            try:
                unit.agendas.save(agenda.with_day(2, (item,)))
                unit.commit()
                saved.append(str(worker))
            except ChangedElsewhere:
                return

    all_at_once(10, rename_room)

    with work.reading() as unit:
        agenda = unit.agendas.get(EVENT_ID)
    assert agenda.version == 1 + len(saved)
    assert sorted(agenda.days[1].items[0].room) == sorted(saved)


def test_readers_never_see_half_of_a_save(work: UnitOfWorkFactory) -> None:
    stored = fill_database(work)
    halves: list[tuple[str, str]] = []

    def job(worker: int) -> None:
        for number in range(10):
            if worker == 0:
                with work() as unit:
                    event = unit.events.get(EVENT_ID)
                    unit.events.save(replace(event, place=str(number)))
                    note = unit.notes.get("note-1")
                    unit.notes.save(replace(note, text=str(number)))
                    unit.commit()
            else:
                with work.reading() as unit:
                    record = unit.record(EVENT_ID)
                seen = (record.event.place, record.notes[0].text)
                if seen[0] != seen[1] and seen != (stored.event.place, stored.notes[0].text):
                    halves.append(seen)

    all_at_once(4, job)

    assert halves == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_program_killed_while_writing_loses_nothing_it_had_saved(url: str) -> None:
    engine = open_database(url)
    upgrade(engine)
    work = unit_of_work_factory(engine)
    stored = fill_database(work)
    program = subprocess.Popen(
        [sys.executable, "-c", WRITE_NOTES_FOREVER, url], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout
    for _ in range(20):
        program.stdout.readline()

    os.kill(program.pid, signal.SIGKILL)
    said = 20 + len(program.stdout.read().splitlines())
    program.wait()
    program.stdout.close()

    with work() as unit:
        typed = [note for note in unit.notes.list_for(EVENT_ID) if note.id.startswith("typed-")]
        others = replace(unit.record(EVENT_ID), notes=stored.notes)
        unit.notes.save(a_note("afterwards"))
        unit.commit()
    engine.dispose()
    # The last save may have reached the database without the word having reached us.
    assert [note.id for note in typed][:said] == [f"typed-{number}" for number in range(1, said + 1)]
    assert len(typed) - said in {0, 1}
    assert {note.text for note in typed} == {"Fjalë " * 200}
    assert others == stored
