"""Making, editing, moving and removing events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitation.domain.event import Event
from facilitation.domain.task import CountedFrom, TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, NotFound
from facilitation.planning.agenda_checks import agenda_findings
from facilitation.planning.deadlines import due_day, due_days
from facilitation.services.application import Application
from facilitation.services.events import NewEvent


def test_new_event_opens_with_agenda_checklist_and_guide_filled(app: Application, conference: Event) -> None:
    record = app.events.record(conference.id)

    assert [len(day.items) > 10 for day in record.agenda.days] == [True, True]
    assert len(record.tasks) == len(app.library.instruments["national-conference"].tasks)
    assert any(sheet.steps for sheet in record.guide.sheets)
    assert [cafe.round_count for cafe in record.cafes] == [3]
    assert record.event.day_count == 2


def test_new_event_has_only_deadlines_on_working_days_or_the_event_itself(app: Application, conference: Event) -> None:
    days = {due_day(task, conference) for task in app.tasks.list_for(conference.id)}

    weekend = {day for day in days if day and day.weekday() >= 5}

    assert weekend == set()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"instrument": "no-such"}, NotFound),
        ({"title": Text()}, InvalidInput),
        ({"country": "XX"}, InvalidInput),
        ({"expected_people": -1}, InvalidInput),
        ({"expected_people": 4000}, InvalidInput),
        ({"starts_on": date(9999, 12, 31)}, InvalidInput),
        ({"starts_on": date(202, 5, 20)}, InvalidInput),
    ],
    ids=["unknown instrument", "no title", "unknown country", "fewer than none", "too many", "far future", "far past"],
)
def test_unusable_new_event_is_refused_and_nothing_is_saved(
    app: Application, change: dict[str, object], error: type[Exception]
) -> None:
    usable = NewEvent("regional-group", Text(sq="Grupi"), date(2027, 5, 20))

    with pytest.raises(error):
        app.events.create(replace(usable, **change))  # type: ignore[arg-type]

    assert app.events.list_all() == ()


def test_event_made_too_late_names_design_and_invitations(app: Application) -> None:
    event = app.events.create(NewEvent("national-conference", Text(sq="Vonë"), date(2027, 1, 28)))

    codes = {found.code for found in app.overviews.findings(event.id)}

    assert {"late_design", "late_invitation"} <= codes


def test_moving_the_event_moves_open_tasks_and_leaves_done_and_pinned_ones(app: Application, conference: Event) -> None:
    first, second, third = app.tasks.list_for(conference.id)[:3]
    app.tasks.set_status(first.id, TaskStatus.DONE)
    app.tasks.edit(second, replace(second, pinned_on=date(2027, 2, 9)))
    before = {task.id: due_day(task, conference) for task in app.tasks.list_for(conference.id)}

    preview = {move.task.id: (move.after, move.kept) for move in app.events.moves(conference.id, date(2027, 6, 17))}
    moved = app.events.move(conference.id, date(2027, 6, 17))

    after = {task.id: due_day(task, moved) for task in app.tasks.list_for(conference.id)}
    assert after[first.id] == before[first.id]
    assert after[second.id] == date(2027, 2, 9)
    assert after[third.id] != before[third.id]
    assert (preview[first.id][1], preview[second.id][1], preview[third.id][1]) == ("done", "pinned", "")
    assert {task_id: day for task_id, (day, _kept) in preview.items()} == after


def test_a_move_keeps_what_counts_from_a_done_task_or_from_the_same_half_year(
    app: Application, conference: Event
) -> None:
    done, follows, report = app.tasks.list_for(conference.id)[:3]
    app.tasks.set_status(done.id, TaskStatus.DONE)
    app.tasks.edit(follows, replace(follows, counted_from=CountedFrom.TASK, counted_from_id=done.id, offset_days=7))
    app.tasks.edit(report, replace(report, counted_from=CountedFrom.HALF_YEAR, offset_days=-7))
    chosen = (done.id, follows.id, report.id)

    def kept(starts_on: date) -> list[str]:
        moves = {move.task.id: move for move in app.events.moves(conference.id, starts_on)}
        return [moves[task_id].kept for task_id in chosen]

    before = due_days(app.tasks.list_for(conference.id), conference)
    assert kept(date(2027, 6, 17)) == ["done", "task", "half_year"]
    assert kept(date(2027, 9, 16)) == ["done", "task", ""]

    moved = app.events.move(conference.id, date(2027, 9, 16))

    after = due_days(app.tasks.list_for(conference.id), moved)
    assert [after[task_id] for task_id in chosen] == [before[done.id], before[follows.id], date(2027, 12, 24)]


def test_one_undo_takes_back_a_whole_move(app: Application, conference: Event) -> None:
    done = app.tasks.list_for(conference.id)[0]
    app.tasks.set_status(done.id, TaskStatus.DONE)
    before = app.tasks.list_for(conference.id)
    app.events.move(conference.id, date(2027, 6, 17))

    app.history.undo(conference.id, "event")

    assert app.events.get(conference.id).starts_on == date(2027, 5, 20)
    assert [replace(task, version=0) for task in app.tasks.list_for(conference.id)] == [
        replace(task, version=0) for task in before
    ]


def test_two_people_editing_different_fields_both_keep_their_change(app: Application, conference: Event) -> None:
    app.events.edit(conference, replace(conference, place="Durrës"))

    saved = app.events.edit(conference, replace(conference, expected_people=77))

    assert (saved.place, saved.expected_people) == ("Durrës", 77)


def test_two_people_editing_one_field_see_both_texts(app: Application, conference: Event) -> None:
    app.events.edit(conference, replace(conference, place="Durrës"))

    with pytest.raises(ChangedElsewhere) as caught:
        app.events.edit(conference, replace(conference, place="Vlorë"))

    assert (caught.value.field, caught.value.mine, caught.value.theirs) == ("place", "Vlorë", "Durrës")
    assert app.events.get(conference.id).place == "Durrës"


def test_removed_event_leaves_nothing_behind(app: Application, conference: Event) -> None:
    app.events.remove(conference.id)

    assert app.events.list_all() == ()
    with pytest.raises(NotFound):
        app.events.record(conference.id)


@pytest.mark.parametrize("name", ["national-conference-2008", "regional-group-south"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_sample_loads_and_can_be_loaded_twice(app: Application, name: str, language: str) -> None:
    first, second = app.events.load_sample(name, language), app.events.load_sample(name, language)

    assert first.id != second.id
    assert {event.id for event in app.events.list_all()} == {first.id, second.id}
    assert first.is_sample


def test_held_sample_breaks_no_agenda_rule(app: Application) -> None:
    event = app.events.load_sample("national-conference-2008", "sq")

    assert agenda_findings(app.events.record(event.id)) == ()
