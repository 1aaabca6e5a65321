"""Series: made, changed by two people, met, left and taken along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from facilitation.domain.event import Event
from facilitation.domain.series import Delivery, Duty, DutyKind, Presidency, Series
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, FacilitationError, InvalidInput, NotFound
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from facilitation.services.merging import overruling
from tests.services.conftest import Clock

TITLE = Text(sq="Komiteti Rajonal, Shkodër")
MEMBERS = ("Elbasan", "Tiranë", "Vlorë")


def a_meeting(app: Application, day: date, *, instrument: str = "regional-committee", series: str = "") -> Event:
    event = app.events.create(NewEvent(instrument, TITLE, day, place="Shkodër"))
    return app.series.join(series, event.id) if series else event


@pytest.fixture
def committee(app: Application) -> Series:
    """A series of a regional committee, made on 11 January 2027."""
    return app.series.make(TITLE, "regional-committee")


def test_a_new_series_owes_what_the_library_proposes_from_today_on(committee: Series) -> None:
    assert [(duty.id, duty.every_days, duty.per_year, duty.since) for duty in committee.duties] == [
        ("meeting", 92, None, date(2027, 1, 11)),
        ("table", 31, None, date(2027, 1, 11)),
        ("report", None, 2, date(2027, 1, 11)),
        ("analysis", None, 2, date(2027, 1, 11)),
    ]


def test_a_series_made_from_an_event_bears_its_name_and_counts_meetings_from_it(app: Application) -> None:
    event = a_meeting(app, date(2026, 12, 3))

    series = app.series.make_from(event.id)

    assert (series.title, series.instrument) == (TITLE, "regional-committee")
    assert app.events.get(event.id).series_id == series.id
    assert {duty.id: duty.since for duty in series.duties} == {
        "meeting": date(2026, 12, 3),
        "table": date(2026, 12, 3),
        "report": date(2027, 1, 11),
        "analysis": date(2027, 1, 11),
    }


def test_a_series_of_a_template_of_ones_own_begins_without_a_rhythm_and_can_take_one(app: Application) -> None:
    own = app.own_library.copy(app.library.instruments["regional-group"], Text(sq="Dita jonë"))
    series = app.series.make(TITLE, own.key)

    taken = app.series.take_rhythm(series.id, "regional-group")

    assert series.duties == ()
    assert [(duty.per_year, duty.since) for duty in taken.duties] == [(3, date(2027, 1, 11))]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda app, found: app.series.make(TITLE, "no-such"), NotFound),
        (lambda app, found: app.series.make(Text(), "regional-committee"), InvalidInput),
        (lambda app, found: app.series.edit(found, replace(found, title=Text())), InvalidInput),
        (lambda app, found: app.series.add_duty(found.id, Duty("", Text())), InvalidInput),
        (lambda app, found: app.series.add_duty(found.id, Duty("", TITLE, every_days=0)), InvalidInput),
        (lambda app, found: app.series.add_duty(found.id, Duty("", TITLE, per_year=13)), InvalidInput),
        (lambda app, found: app.series.add_duty(found.id, Duty("", TITLE, every_days=9, per_year=2)), InvalidInput),
        (lambda app, found: _preside(app, found), InvalidInput),
        (lambda app, found: _preside(app, found, "A", "A"), InvalidInput),
        (lambda app, found: _preside(app, found, "A", months=0), InvalidInput),
        (lambda app, found: app.series.deliver(found.id, "report", date(2027, 1, 12)), InvalidInput),
        (lambda app, found: app.series.deliver(found.id, "report", date(202, 1, 12)), InvalidInput),
        (lambda app, found: app.series.deliver("gone", "report", date(2027, 1, 11)), NotFound),
        (lambda app, found: app.series.join("gone", "gone"), NotFound),
    ],
)
def test_what_cannot_be_worked_with_is_refused_and_changes_nothing(
    app: Application, committee: Series, change: object, error: type[FacilitationError]
) -> None:
    with pytest.raises(error):
        change(app, committee)  # type: ignore[operator]

    assert app.series.list_all() == (committee,)


def _preside(app: Application, series: Series, *members: str, months: int = 6) -> Series:
    return app.series.set_presidency(series.id, None, Presidency(members, date(2027, 1, 1), months))


def test_two_people_who_change_two_duties_and_the_name_keep_it_all(app: Application, committee: Series) -> None:
    meeting, table = committee.duties[:2]

    app.series.edit_duty(committee.id, meeting, replace(meeting, every_days=80))
    app.series.edit_duty(committee.id, table, replace(table, every_days=28))
    app.series.edit(committee, replace(committee, note="Prefektura"))
    app.series.edit_duty(committee.id, meeting, replace(meeting, title=Text(sq="Mbledhja")))

    found = app.series.get(committee.id)
    assert [(duty.every_days, duty.title.sq) for duty in found.duties[:2]] == [(80, "Mbledhja"), (28, table.title.sq)]
    assert (found.note, found.title) == ("Prefektura", TITLE)


def test_the_same_field_of_a_duty_changed_twice_is_asked_about(app: Application, committee: Series) -> None:
    meeting = committee.duties[0]
    app.series.edit_duty(committee.id, meeting, replace(meeting, every_days=80))

    with pytest.raises(ChangedElsewhere) as found:
        app.series.edit_duty(committee.id, meeting, replace(meeting, every_days=60))

    assert (found.value.field, found.value.mine, found.value.theirs) == ("every_days", 60, 80)
    with overruling():
        app.series.edit_duty(committee.id, meeting, replace(meeting, every_days=60))
    assert app.series.get(committee.id).duties[0].every_days == 60


def test_a_duty_removed_meanwhile_is_not_brought_back_by_an_edit(app: Application, committee: Series) -> None:
    meeting, table = committee.duties[:2]
    app.series.remove_duty(committee.id, meeting.id)

    with pytest.raises(NotFound):
        app.series.edit_duty(committee.id, meeting, replace(meeting, every_days=80))

    assert app.series.get(committee.id).duties[0] == replace(table, oftener_than="")


def test_meetings_and_reports_count_and_what_was_entered_can_be_taken_back(
    app: Application, committee: Series, clock: Clock
) -> None:
    a_meeting(app, date(2027, 2, 1), series=committee.id)
    a_meeting(app, date(2027, 2, 15), instrument="technical-table", series=committee.id)
    clock.moment = datetime(2027, 7, 5, 9, 0)

    app.series.deliver(committee.id, "report", date(2027, 7, 4), note="Me postë")

    found = app.series.overview(committee.id)
    assert [(each.duty.id, each.due_on, each.overdue) for each in found.standings] == [
        ("meeting", date(2027, 5, 4), 62),
        ("table", date(2027, 3, 18), 109),
        ("report", date(2027, 12, 31), 0),
        ("analysis", date(2027, 6, 30), 5),
    ]
    (entry,) = found.series.deliveries
    assert entry == Delivery(entry.id, "report", date(2027, 7, 4), "Me postë", date(2027, 6, 30))
    app.series.take_back(committee.id, entry.id)
    assert app.series.overview(committee.id).standings[2].overdue == 5


def test_notices_name_the_longest_overdue_first_and_a_term_that_ends(app: Application, clock: Clock) -> None:
    committee = app.series.make(TITLE, "regional-committee")
    coalition = app.series.make(Text(sq="Koalicioni"), "coalition-meeting")
    _preside(app, coalition, *MEMBERS)
    clock.moment = datetime(2027, 6, 10, 9, 0)

    found = app.series.notices()

    assert [(each.series.id, each.standing.duty.id, each.standing.days_left) for each in found if each.standing] == [
        (coalition.id, "meeting", -119),
        (committee.id, "table", -119),
        (committee.id, "meeting", -58),
        (committee.id, "report", 20),
        (committee.id, "analysis", 20),
    ]
    assert [(each.term.president, each.term.ends_on, each.next_president) for each in found if each.term] == [
        ("Elbasan", date(2027, 6, 30), "Tiranë")
    ]


def test_nothing_is_said_without_a_series_and_nothing_of_one_that_is_in_order(app: Application) -> None:
    assert app.series.notices() == ()

    app.series.make(TITLE, "regional-committee")

    assert app.series.notices() == ()


def test_a_presidency_gets_the_steps_of_its_handover_and_a_step_is_done_once_a_term(
    app: Application, clock: Clock
) -> None:
    coalition = app.series.make(Text(sq="Koalicioni"), "coalition-meeting")
    _preside(app, coalition, *MEMBERS)
    plan = app.series.overview(coalition.id).handover[0]

    app.series.deliver(coalition.id, plan.step.id, date(2027, 1, 11), due_on=plan.due_on)

    done = app.series.overview(coalition.id)
    assert [(each.step.id, each.done_on) for each in done.handover] == [
        ("work_plan", date(2027, 1, 11)),
        ("mid_term", None),
        ("outgoing_report", None),
        ("next_president", None),
    ]
    assert [each.president for each in done.terms] == list(MEMBERS)
    clock.moment = datetime(2027, 7, 2, 9, 0)
    assert app.series.overview(coalition.id).handover[0].done_on is None


def test_members_changed_by_two_people_are_asked_about_and_the_months_are_merged(app: Application) -> None:
    coalition = app.series.make(Text(sq="Koalicioni"), "coalition-meeting")
    seen = _preside(app, coalition, *MEMBERS).presidency
    assert seen is not None
    app.series.set_presidency(coalition.id, seen, replace(seen, members=MEMBERS[:2]))

    app.series.set_presidency(coalition.id, seen, replace(seen, months=12))
    with pytest.raises(ChangedElsewhere):
        app.series.set_presidency(coalition.id, seen, replace(seen, members=MEMBERS[1:]))

    found = app.series.get(coalition.id).presidency
    assert found is not None
    assert (found.members, found.months) == (MEMBERS[:2], 12)


def test_an_event_leaves_its_series_and_undo_puts_it_back(app: Application, committee: Series) -> None:
    event = a_meeting(app, date(2027, 2, 1), series=committee.id)

    app.series.leave(event.id)
    left = app.series.overview(committee.id).events
    app.history.undo(event.id, "event")

    assert (left, [each.id for each in app.series.overview(committee.id).events]) == ((), [event.id])


def test_a_series_removed_leaves_its_events(app: Application, committee: Series) -> None:
    event = a_meeting(app, date(2027, 2, 1), series=committee.id)

    app.series.remove(committee.id)

    assert (app.series.list_all(), app.events.get(event.id).series_id) == ((), "")
    with pytest.raises(NotFound):
        app.series.overview(committee.id)


def test_an_archive_joins_the_series_it_came_from(app: Application, committee: Series) -> None:
    event = a_meeting(app, date(2027, 2, 1), series=committee.id)
    renamed = app.series.edit(committee, replace(committee, note="Ndryshuar"))

    back = app.archives.open(app.archives.export(event.id))

    assert (back.series_id, app.series.list_all()) == (committee.id, (renamed,))


def test_an_archive_brings_its_series_where_there_is_none(app: Application, committee: Series) -> None:
    event = a_meeting(app, date(2027, 2, 1), series=committee.id)
    app.series.add_duty(committee.id, Duty("", Text(sq="Buletini"), DutyKind.REPORT, every_months=3))
    known = app.series.get(committee.id)
    archive = app.archives.export(event.id)
    app.series.remove(committee.id)

    back = app.archives.open(archive)

    assert back.series_id == committee.id
    assert app.series.list_all() == (replace(known, version=1),)


def test_an_archive_of_an_event_without_a_series_opens_without_one(app: Application, committee: Series) -> None:
    event = a_meeting(app, date(2027, 2, 1))

    assert app.archives.open(app.archives.export(event.id)).series_id == ""
