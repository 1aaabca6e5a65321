"""The next event of a series, and what was promised in the last one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from facilitation.domain.event import Event
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Consent, InvitationStatus, Person
from facilitation.domain.series import Series
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound
from facilitation.planning.next_event import last_actions_item
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from facilitation.services.next_events import NextEvent
from tests.services.conftest import Clock

TITLE = Text(sq="Komiteti Rajonal, Shkodër")
MARCH, JUNE = date(2027, 3, 15), date(2027, 6, 14)
Promise = Callable[..., Note]


@pytest.fixture
def march(app: Application) -> Event:
    """A committee of 15 March 2027 in a series of its own."""
    event = app.events.create(NewEvent("regional-committee", TITLE, MARCH, place="Shkodër"))
    app.series.make_from(event.id)
    return app.events.get(event.id)


@pytest.fixture
def promise(app: Application, march: Event) -> Promise:
    """Writes a commitment of the Prefecture into the meeting of March."""

    def write(text: str, **facts: Any) -> Note:
        item = next(item.id for _, item in app.agendas.get(march.id).items())
        facts = {"owner": "Prefektura", "due_on": date(2027, 5, 3), **facts}
        return app.notes.add(march.id, item, NoteKind.COMMITMENT, text, **facts)

    return write


def follow(app: Application, last: Event, day: date = JUNE, **facts: Any) -> Event:
    return app.next_events.create(NextEvent(last.id, day, last.title, **facts))


def carried(app: Application, event: Event) -> list[Task]:
    return [task for task in app.tasks.list_for(event.id) if task.from_note_id]


def done_days(app: Application, *notes: Note) -> list[date | None]:
    found = {note.id: note.done_on for note in app.notes.list_for(notes[0].event_id)}
    return [found[note.id] for note in notes]


def test_the_day_is_proposed_from_the_rhythm_and_moved_off_a_weekend(app: Application, march: Event) -> None:
    found = app.next_events.proposal(march.id)

    # 15 March + 92 days = 15 June 2027, a Tuesday.
    assert (found.day.day, found.day.due_on, found.day.is_moved) == (date(2027, 6, 15), date(2027, 6, 15), False)


def test_without_a_series_a_day_two_weeks_from_now_is_proposed(app: Application) -> None:
    event = app.events.create(NewEvent("regional-committee", TITLE, MARCH))

    found = app.next_events.proposal(event.id)

    assert (found.day.due_on, found.day.day) == (None, date(2027, 1, 25))


def test_the_next_event_is_planned_as_the_last_one_was(app: Application, march: Event) -> None:
    first = app.agendas.get(march.id).days[0].items[0]
    app.agendas.edit_item(march.id, first, replace(first, title=Text(sq="Hapja jonë")))
    task = app.tasks.list_for(march.id)[0]
    app.tasks.edit(task, replace(task, owner="Sekretariati", status=TaskStatus.DONE))

    made = follow(app, march)

    before, after = app.events.record(march.id), app.events.record(made.id)
    assert [item.title for _, item in after.agenda.items()] == [item.title for _, item in before.agenda.items()]
    assert (after.tasks[0].owner, after.tasks[0].status, after.tasks[0].done_on) == (
        "Sekretariati",
        TaskStatus.PLANNED,
        None,
    )
    assert len(after.guide.sheets) == len(before.guide.sheets)
    assert not {item.id for _, item in after.agenda.items()} & {item.id for _, item in before.agenda.items()}
    assert (made.series_id, made.starts_on, made.place) == (march.series_id, JUNE, "Shkodër")


def test_the_next_event_can_be_planned_as_its_instrument_says(app: Application, march: Event) -> None:
    first = app.agendas.get(march.id).days[0].items[0]
    app.agendas.remove_item(march.id, first.id)
    app.people.add(march.id, Person("", "Zyra A"))

    made = follow(app, march, is_from_instrument=True)

    instrument = app.library.instruments["regional-committee"]
    after = app.events.record(made.id)
    assert [item.title for _, item in after.agenda.items()] == [item.title for item in instrument.days[0].items]
    assert len(after.tasks) == len(instrument.tasks)
    assert (len(after.participations), after.event.place) == (1, "Shkodër")


def test_people_are_the_same_persons_and_nothing_they_consented_to_is_carried(app: Application, march: Event) -> None:
    part = app.people.add(march.id, Person("", "Zyra A"), status=InvitationStatus.CONFIRMED)
    app.people.edit(part, replace(part, photo_consent=Consent.YES, dietary_needs="Pa mish"))

    made, alone = follow(app, march), follow(app, march, keeps_people=False)

    (again,) = app.people.list_for(made.id)
    assert (again.person, again.status) == (part.person, InvitationStatus.TO_INVITE)
    assert (again.photo_consent, again.dietary_needs) == (Consent.NOT_ASKED, "")
    assert app.people.list_for(alone.id) == ()


def test_only_ticked_promises_become_tasks_and_stand_in_the_session_on_the_last_action_points(
    app: Application, march: Event, promise: Promise
) -> None:
    ticked, _other = promise("Lista e kontakteve"), promise("Udhëzimi")

    made = follow(app, march, carried=[ticked.id])

    (task,) = carried(app, made)
    assert (task.title.sq, task.owner, task.pinned_on) == ("Lista e kontakteve", "Prefektura", date(2027, 5, 3))
    item = last_actions_item(app.agendas.get(made.id))
    assert item is not None
    assert item.internal_note.splitlines()[-1] == "☐ Lista e kontakteve — Prefektura, 03.05.2027"


def test_finishing_a_carried_task_keeps_the_commitment_and_opening_it_again_opens_it(
    app: Application, march: Event, promise: Promise
) -> None:
    note = promise("Lista e kontakteve")
    (task,) = carried(app, follow(app, march, carried=[note.id]))

    app.tasks.set_status(task.id, TaskStatus.DONE)
    kept = done_days(app, note)
    app.tasks.set_status(task.id, TaskStatus.IN_PROGRESS)

    assert (kept, done_days(app, note)) == ([date(2027, 1, 11)], [None])


def test_one_undo_takes_back_the_task_and_its_commitment(app: Application, march: Event, promise: Promise) -> None:
    note = promise("Lista e kontakteve")
    made = follow(app, march, carried=[note.id])
    (task,) = carried(app, made)
    app.tasks.set_status(task.id, TaskStatus.DONE)

    app.history.undo(made.id, "task")
    undone = (app.tasks.get(task.id).status, done_days(app, note))
    app.history.redo(made.id, "task")

    assert undone == (TaskStatus.PLANNED, [None])
    assert (app.tasks.get(task.id).status, done_days(app, note)) == (TaskStatus.DONE, [date(2027, 1, 11)])


def test_a_promise_carried_twice_is_one_promise(app: Application, march: Event, promise: Promise) -> None:
    note = promise("Lista e kontakteve")
    june = follow(app, march, carried=[note.id])
    (first,) = carried(app, june)
    app.tasks.edit(first, replace(first, owner="Bashkia", pinned_on=date(2027, 8, 2)))
    found = app.next_events.proposal(june.id).commitments
    september = follow(app, june, date(2027, 9, 13), carried=[note.id])
    (second,) = carried(app, september)

    app.tasks.set_status(second.id, TaskStatus.DONE)

    assert [(each.note_id, each.owner, each.due_on, each.event.id) for each in found] == [
        (note.id, "Bashkia", date(2027, 8, 2), march.id)
    ]
    assert (second.owner, second.pinned_on) == ("Bashkia", date(2027, 8, 2))
    assert (app.tasks.get(first.id).status, done_days(app, note)) == (TaskStatus.DONE, [date(2027, 1, 11)])
    assert app.next_events.proposal(september.id).commitments == ()


def test_a_promise_marked_as_kept_on_the_series_finishes_its_task_too(
    app: Application, march: Event, promise: Promise, clock: Clock
) -> None:
    note = promise("Lista e kontakteve")
    (task,) = carried(app, follow(app, march, carried=[note.id]))
    clock.moment = datetime(2027, 4, 12, 9, 0)
    (open_one,) = app.series.overview(march.series_id).commitments

    app.commitments.set_done(open_one, date(2027, 4, 9))

    found = app.tasks.get(task.id)
    assert (found.status, found.done_on, done_days(app, note)) == (
        TaskStatus.DONE,
        date(2027, 4, 9),
        [date(2027, 4, 9)],
    )
    assert app.series.overview(march.series_id).commitments == ()
    app.commitments.set_done(open_one, None)
    assert (app.tasks.get(task.id).status, done_days(app, note)) == (TaskStatus.PLANNED, [None])


def test_a_promise_cannot_be_kept_on_a_day_to_come(app: Application, march: Event, promise: Promise) -> None:
    note = promise("Lista e kontakteve")
    (open_one,) = app.series.overview(march.series_id).commitments

    with pytest.raises(InvalidInput):
        app.commitments.set_done(open_one, date(2027, 1, 12))

    assert done_days(app, note) == [None]


def test_a_carried_task_outlives_the_event_it_comes_from(app: Application, march: Event, promise: Promise) -> None:
    made = follow(app, march, carried=[promise("Lista e kontakteve").id])
    app.events.remove(march.id)
    (open_one,) = app.series.overview(made.series_id).commitments

    (task,) = carried(app, made)
    done = app.tasks.set_status(task.id, TaskStatus.DONE)

    assert (open_one.text, open_one.event.id, done.done_on) == ("Lista e kontakteve", made.id, date(2027, 1, 11))
    assert app.series.overview(made.series_id).commitments == ()


def test_the_second_event_is_proposed_after_the_first_even_when_that_is_only_planned(
    app: Application, march: Event
) -> None:
    june = follow(app, march)

    # 14 June + 92 days = 14 September 2027, a Tuesday.
    assert app.next_events.proposal(june.id).day.day == date(2027, 9, 14)


@pytest.mark.parametrize(
    ("facts", "error"),
    [({"title": Text()}, InvalidInput), ({"starts_on": date(9999, 1, 1)}, InvalidInput), ({"last_id": "x"}, NotFound)],
    ids=["no title", "far future", "no last event"],
)
def test_an_unusable_next_event_is_refused_and_nothing_is_made(
    app: Application, march: Event, facts: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        app.next_events.create(replace(NextEvent(march.id, JUNE, TITLE), **facts))

    assert [event.id for event in app.events.list_all()] == [march.id]


def test_the_library_may_have_lost_the_instrument_of_the_last_event(app: Application) -> None:
    own = app.own_library.copy(app.library.instruments["regional-group"], Text(sq="Dita jonë"))
    event = app.events.create(NewEvent(own.key, TITLE, MARCH))
    app.own_library.remove(own.part, own.key)

    with pytest.raises(NotFound):
        follow(app, event, is_from_instrument=True)

    assert follow(app, event).instrument == own.key


def test_the_series_of_the_last_event_is_kept_in_the_series(app: Application, march: Event) -> None:
    made = follow(app, march)

    series: Series = app.series.get(march.series_id)
    assert [event.id for event in app.series.overview(series.id).events] == [march.id, made.id]
