"""Winning back lost time: proposed first, then saved with the guide's steps, and undone in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.errors import InvalidInput
from facilitation.planning.agenda_recovery import RecoveryPlan, TimeLost
from facilitation.services.application import Application
from facilitation.services.recoveries import MOST_MINUTES

LOST = TimeLost(20, day=1)


def proposed(app: Application, event: Event) -> RecoveryPlan:
    return app.recoveries.propose(event.id, LOST)


def test_a_proposal_changes_nothing(app: Application, conference: Event) -> None:
    before = app.agendas.get(conference.id)

    plan = proposed(app, conference)

    assert (plan.won, plan.is_enough) == (20, True)
    assert app.agendas.get(conference.id) == before


def test_what_was_proposed_is_saved_with_the_steps_of_the_shortened_sessions(
    app: Application, conference: Event
) -> None:
    plan = proposed(app, conference)

    agenda = app.recoveries.recover(conference.id, LOST, plan)

    guide = app.guides.get(conference.id)
    for change in plan.changes:
        item = agenda.item(change.item_id)
        assert (item is None) == change.is_dropped
        steps = guide.sheet(change.item_id).steps
        if item and steps:
            assert (
                sum((step.duration for step in steps), timedelta()) == item.duration == timedelta(minutes=change.after)
            )


def test_one_undo_brings_agenda_and_guide_back(app: Application, conference: Event) -> None:
    agenda, guide = app.agendas.get(conference.id), app.guides.get(conference.id)
    app.recoveries.recover(conference.id, LOST, proposed(app, conference))

    app.history.undo(conference.id, "agenda")

    assert replace(app.agendas.get(conference.id), version=0) == replace(agenda, version=0)
    assert replace(app.guides.get(conference.id), version=0) == replace(guide, version=0)


def test_a_proposal_for_an_agenda_that_was_changed_since_is_refused(app: Application, conference: Event) -> None:
    plan = proposed(app, conference)
    item = app.agendas.get(conference.id).item(plan.changes[0].item_id)
    assert item
    app.agendas.edit_item(conference.id, item, replace(item, duration=item.duration + timedelta(minutes=30)))

    with pytest.raises(InvalidInput):
        app.recoveries.recover(conference.id, LOST, plan)


@pytest.mark.parametrize("minutes", [0, -5, 481])
def test_impossible_minutes_are_refused(app: Application, conference: Event, minutes: int) -> None:
    with pytest.raises(InvalidInput):
        app.recoveries.propose(conference.id, TimeLost(minutes))


def test_a_session_with_notes_is_never_dropped(app: Application, conference: Event) -> None:
    item = app.agendas.get(conference.id).days[0].items[2]
    app.agendas.edit_item(conference.id, item, replace(item, is_optional=True, shortest=item.duration))
    lost = TimeLost(MOST_MINUTES, day=1)
    before = app.recoveries.propose(conference.id, lost)
    app.notes.add(conference.id, item.id, NoteKind.KEY_POINT, "U mbajt")

    after = app.recoveries.propose(conference.id, lost)

    assert item.id in {change.item_id for change in before.changes if change.is_dropped}
    assert item.id not in {change.item_id for change in after.changes}
