"""The brief of an event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, NotFound
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from tests.builders import a_text


def test_the_points_of_a_conference_are_its_five_questions_and_four_prerequisites(
    app: Application, conference: Event
) -> None:
    points = app.briefs.points(conference)

    assert [point.is_prerequisite for point in points] == [False] * 5 + [True] * 4
    assert conference.brief.points == ()


def test_the_first_answer_keeps_all_points_and_others_are_answered_beside_it(
    app: Application, conference: Event
) -> None:
    first, second, *_rest = app.briefs.points(conference)

    app.briefs.answer(conference.id, first, replace(first, answer=Text(sq="Zyrat vendore")))
    event = app.briefs.answer(conference.id, second, replace(second, answer=Text(sq="Donatorët")))

    assert [point.answer.sq for point in event.brief.points] == ["Zyrat vendore", "Donatorët", *[""] * 7]
    app.history.undo(conference.id, "event")
    assert [p.answer.sq for p in app.events.get(conference.id).brief.points[:2]] == ["Zyrat vendore", ""]


def test_a_prerequisite_is_judged_and_an_unknown_point_refused(app: Application, conference: Event) -> None:
    team = app.briefs.points(conference)[5]

    event = app.briefs.answer(conference.id, team, replace(team, is_met=False))

    assert event.brief.points[5].is_met is False
    with pytest.raises(NotFound):
        app.briefs.answer(conference.id, replace(team, id="prerequisite-99"), team)


def test_texts_stand_once_in_the_event_or_in_the_brief(app: Application, conference: Event) -> None:
    for name in ("about", "expected_results", "audience", "limits", "builds_on"):
        app.briefs.write(conference.id, name, getattr(conference, name, Text()), a_text(name))

    event = app.events.get(conference.id)
    assert (event.about, event.expected_results) == (a_text("about"), a_text("expected_results"))
    brief = event.brief
    assert (brief.audience, brief.limits, brief.builds_on) == (
        a_text("audience"),
        a_text("limits"),
        a_text("builds_on"),
    )


def test_two_who_write_the_same_text_are_asked_and_nothing_is_noted_for_no_change(
    app: Application, conference: Event
) -> None:
    app.briefs.write(conference.id, "limits", Text(), Text(sq="Dy ditë"))
    app.briefs.write(conference.id, "limits", Text(), Text(en="Two days"))

    with pytest.raises(ChangedElsewhere):
        app.briefs.write(conference.id, "limits", Text(), Text(sq="Tri ditë"))
    assert [change.verb for change in app.history.list_for(conference.id)] == ["edit_brief", "edit_brief", "create"]
    stored = app.events.get(conference.id)
    assert app.briefs.write(conference.id, "limits", stored.brief.limits, stored.brief.limits) == stored


def test_open_recommendations_come_from_earlier_events_of_the_series(app: Application, conference: Event) -> None:
    series = app.series.make_from(conference.id)
    later = app.events.create(NewEvent("national-conference", Text(sq="Tjetra"), date(2028, 5, 18)))
    session = next(item for _day, item in app.agendas.get(conference.id).items())
    wish = app.notes.add(conference.id, session.id, NoteKind.RECOMMENDATION, "Një protokoll për të gjithë.")
    app.notes.add(conference.id, session.id, NoteKind.KEY_POINT, "Raportet vonohen.")

    assert app.briefs.still_open(later.id) == ()
    app.series.join(series.id, later.id)

    assert [entry.note for entry in app.briefs.still_open(later.id)] == [wish]
    assert app.briefs.still_open(conference.id) == ()
