"""A unit of work saves everything or nothing, and notices when somebody else was faster."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from facilitation.domain.agenda import Agenda
from facilitation.domain.guide import Guide
from facilitation.domain.proceedings import ProceedingsPlan, Section
from facilitation.errors import ChangedElsewhere, NotFound
from facilitation.storage.unit_of_work import UnitOfWork, UnitOfWorkFactory
from tests.builders import EVENT_ID, a_note, a_participation, a_task, a_text, an_event
from tests.storage.whole_event import fill_database

Reader = Callable[[UnitOfWork], Any]
Change = Callable[[Any, str], Any]

THINGS: dict[str, tuple[str, Reader, Change]] = {
    "event": ("events", lambda unit: unit.events.get(EVENT_ID), lambda it, words: replace(it, place=words)),
    "agenda": (
        "agendas",
        lambda unit: unit.agendas.get(EVENT_ID),
        # Only a child row changes: the head of the agenda stays as it is.
        lambda it, words: it.with_day(2, (replace(it.days[1].items[0], room=words),)),
    ),
    "guide": (
        "guides",
        lambda unit: unit.guides.get(EVENT_ID),
        lambda it, words: replace(it, sheets=(replace(it.sheets[0], purpose=a_text(words)), *it.sheets[1:])),
    ),
    "task": ("tasks", lambda unit: unit.tasks.get("task-1"), lambda it, words: replace(it, note=words)),
    "participation": (
        "participations",
        lambda unit: unit.participations.get("participation-1"),
        lambda it, words: replace(it, person=replace(it.person, name=words)),
    ),
    "cafe": (
        "cafes",
        lambda unit: unit.cafes.get(EVENT_ID, "item-1"),
        lambda it, words: replace(it, questions=(a_text(words),)),
    ),
    "note": ("notes", lambda unit: unit.notes.get("note-1"), lambda it, words: replace(it, text=words)),
    "proceedings": (
        "proceedings",
        lambda unit: unit.proceedings.get(EVENT_ID),
        lambda it, words: replace(it, sections=(Section.SUMMARY,) if words == "one" else (Section.AGENDA,)),
    ),
}
each_thing = pytest.mark.parametrize(("store", "read", "change"), THINGS.values(), ids=THINGS.keys())


def test_leaving_without_commit_changes_nothing(work: UnitOfWorkFactory) -> None:
    stored = fill_database(work)

    with work() as unit:
        unit.events.save(replace(stored.event, place="Korçë"))
        unit.tasks.remove("task-1")

    with work.reading() as unit:
        assert unit.record(EVENT_ID) == stored


def test_an_error_in_the_middle_changes_nothing(work: UnitOfWorkFactory) -> None:
    stored = fill_database(work)

    def move_event_and_fail() -> None:
        with work() as unit:
            unit.events.save(replace(stored.event, place="Korçë"))
            unit.tasks.get("no such task")

    with pytest.raises(NotFound):
        move_event_and_fail()

    with work.reading() as unit:
        assert unit.record(EVENT_ID) == stored


@each_thing
def test_a_save_counts_the_version_up(work: UnitOfWorkFactory, store: str, read: Reader, change: Change) -> None:
    fill_database(work)

    with work() as unit:
        saved = getattr(unit, store).save(change(read(unit), "one"))
        unit.commit()

    with work.reading() as unit:
        assert read(unit) == saved
    assert saved.version == 2


@each_thing
def test_a_save_over_a_newer_version_is_refused_with_both_sides(
    work: UnitOfWorkFactory, store: str, read: Reader, change: Change
) -> None:
    fill_database(work)
    with work.reading() as unit:
        seen_by_both = read(unit)
    with work() as unit:
        theirs = getattr(unit, store).save(change(seen_by_both, "one"))
        unit.commit()
    mine = change(seen_by_both, "other")

    with pytest.raises(ChangedElsewhere) as refused, work() as unit:
        getattr(unit, store).save(mine)

    field = refused.value.field
    assert (refused.value.mine, refused.value.theirs) == (getattr(mine, field), getattr(theirs, field))
    with work.reading() as unit:
        assert read(unit) == theirs


@each_thing
def test_a_second_save_in_one_unit_needs_what_the_first_returned(
    work: UnitOfWorkFactory, store: str, read: Reader, change: Change
) -> None:
    fill_database(work)

    with work() as unit:
        first = getattr(unit, store).save(change(read(unit), "one"))
        second = getattr(unit, store).save(change(first, "other"))
        unit.commit()

    with work.reading() as unit:
        assert read(unit) == second
    assert second.version == 3


def test_whole_objects_travel_with_the_error_when_several_fields_differ(work: UnitOfWorkFactory) -> None:
    stored = fill_database(work).notes[0]
    with work() as unit:
        theirs = unit.notes.save(replace(stored, text="A", owner="B"))
        unit.commit()

    with pytest.raises(ChangedElsewhere) as refused, work() as unit:
        unit.notes.save(stored)

    error = refused.value
    assert (error.subject, error.field, error.mine, error.theirs) == ("note-1", "", stored, theirs)


def test_a_thing_with_an_id_that_is_taken_is_not_overwritten(work: UnitOfWorkFactory) -> None:
    stored = fill_database(work)

    with pytest.raises(ChangedElsewhere), work() as unit:
        unit.tasks.save(a_task("task-1", title="Another one"))

    with work.reading() as unit:
        assert unit.record(EVENT_ID) == stored


def test_what_was_removed_in_the_meantime_is_not_saved_again(work: UnitOfWorkFactory) -> None:
    stored = fill_database(work)
    with work() as unit:
        unit.notes.remove("note-1")
        unit.commit()

    with pytest.raises(NotFound), work() as unit:
        unit.notes.save(stored.notes[0])


def test_a_part_of_an_event_that_is_gone_is_refused(work: UnitOfWorkFactory) -> None:
    with pytest.raises(NotFound, match="removed in the meantime"), work() as unit:
        unit.notes.save(a_note())


@pytest.mark.parametrize(
    "read",
    [
        lambda unit: unit.events.get("x"),
        lambda unit: unit.agendas.get("x"),
        lambda unit: unit.guides.get("x"),
        lambda unit: unit.proceedings.get("x"),
        lambda unit: unit.tasks.get("x"),
        lambda unit: unit.participations.get("x"),
        lambda unit: unit.notes.get("x"),
        lambda unit: unit.record("x"),
    ],
    ids=["event", "agenda", "guide", "proceedings", "task", "participation", "note", "record"],
)
def test_what_does_not_exist_is_not_found(work: UnitOfWorkFactory, read: Reader) -> None:
    with pytest.raises(NotFound), work.reading() as unit:
        read(unit)


def test_a_new_event_has_an_empty_agenda_and_guide_and_the_usual_proceedings(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        unit.events.save(an_event())

        found = (unit.agendas.get(EVENT_ID), unit.guides.get(EVENT_ID), unit.proceedings.get(EVENT_ID))

    assert found == (Agenda(EVENT_ID), Guide(EVENT_ID), ProceedingsPlan(EVENT_ID))


def test_a_unit_for_reading_cannot_save(work: UnitOfWorkFactory) -> None:
    stored = fill_database(work)

    with pytest.raises(RuntimeError), work.reading() as unit:
        unit.commit()

    with work.reading() as unit:
        assert unit.record(EVENT_ID) == stored


def test_a_unit_for_reading_sees_one_unchanging_picture(work: UnitOfWorkFactory) -> None:
    stored = fill_database(work)

    with work.reading() as reader:
        before = reader.events.get(EVENT_ID)
        with work() as writer:
            writer.events.save(replace(stored.event, place="Korçë"))
            writer.commit()
        after = reader.record(EVENT_ID)

    assert (before, after) == (stored.event, stored)


def test_a_person_changed_in_one_event_is_not_set_back_from_another(work: UnitOfWorkFactory) -> None:
    here = a_participation()
    with work() as unit:
        unit.events.save(an_event())
        unit.events.save(an_event(id="event-2"))
        unit.participations.save(here)
        there = unit.participations.save(replace(here, id="participation-2", event_id="event-2"))
        unit.commit()
    with work() as unit:
        moved = unit.participations.get(here.id)
        unit.participations.save(replace(moved, person=replace(moved.person, organisation="Bashkia Shkodër")))
        unit.commit()

    with pytest.raises(ChangedElsewhere), work() as unit:
        unit.participations.save(replace(there, note="older copy of the person"))

    with work.reading() as unit:
        assert unit.participations.get("participation-2").person.organisation == "Bashkia Shkodër"
