"""The desk at the door over a real database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest

from facilitation.domain.event import Event
from facilitation.domain.person import CheckIn, Consent, EventRole, InvitationStatus, Participation
from facilitation.errors import InvalidInput, NotFound
from facilitation.services.application import Application
from facilitation.services.check_in import Passed, SheetLine
from tests.builders import a_person
from tests.services.conftest import Clock


def _listed(app: Application, event: Event, name: str = "Përfaqësuese") -> Participation:
    return app.people.add(event.id, a_person(name, id=""), status=InvitationStatus.CONFIRMED)


def _stored(app: Application, event: Event) -> Participation:
    return app.people.list_for(event.id)[0]


def test_every_coming_and_going_is_kept_with_its_time_over_both_days(app: Application, conference: Event) -> None:
    part = _listed(app, conference)

    app.check_ins.come_in(conference.id, part.id, 1)
    app.check_ins.go_out(conference.id, part.id, 1)
    app.check_ins.come_in(conference.id, part.id, 1)
    app.check_ins.come_in(conference.id, part.id, 2)

    stored = _stored(app, conference)
    assert [(check.day, check.is_out) for check in stored.check_ins] == [(1, False), (1, True), (1, False), (2, False)]
    times = [check.at for check in stored.check_ins]
    assert times == sorted(set(times))
    assert all(moment.date() == datetime(2027, 1, 11).date() for moment in times)
    assert stored.days_attended == (1, 2)


def test_who_is_inside_is_not_checked_in_again(app: Application, conference: Event) -> None:
    part = _listed(app, conference)
    first = app.check_ins.come_in(conference.id, part.id, 1)

    second = app.check_ins.come_in(conference.id, part.id, 1)

    assert (first.is_new, second.is_new, second.since) == (True, False, first.part.check_ins[0].at)
    assert len(_stored(app, conference).check_ins) == 1


def test_who_never_came_cannot_leave(app: Application, conference: Event) -> None:
    part = _listed(app, conference)

    assert app.check_ins.go_out(conference.id, part.id, 1) == Passed(part, None, is_new=False)


def test_two_desks_check_the_same_person_in_once_and_different_people_both(app: Application, conference: Event) -> None:
    same, other = _listed(app, conference), _listed(app, conference, "Drejtore")
    first_desk, second_desk = app.check_ins, replace(app.check_ins, desk=replace(app.check_ins.desk, actor="second"))

    done = [
        first_desk.come_in(conference.id, same.id, 1).is_new,
        second_desk.come_in(conference.id, other.id, 1).is_new,
        second_desk.come_in(conference.id, same.id, 1).is_new,
    ]

    assert done == [True, True, False]
    assert [len(part.check_ins) for part in app.people.list_for(conference.id)] == [1, 1]


def test_desks_that_press_enter_at_the_same_moment_lose_nobody_and_write_nobody_twice(
    app: Application, conference: Event
) -> None:
    parts = [_listed(app, conference, f"Zyra {number}") for number in range(8)]

    with ThreadPoolExecutor(4) as desks:
        done = list(desks.map(lambda part: app.check_ins.come_in(conference.id, part.id, 1).is_new, parts * 2))

    assert done.count(True) == len(parts)
    assert [len(part.check_ins) for part in app.people.list_for(conference.id)] == [1] * len(parts)


def test_undo_takes_a_check_in_back_with_its_day_and_redo_makes_it_again(app: Application, conference: Event) -> None:
    part = _listed(app, conference)
    app.check_ins.come_in(conference.id, part.id, 1)

    app.history.undo(conference.id, "participation")
    undone = _stored(app, conference)
    app.history.redo(conference.id, "participation")

    assert (undone.check_ins, undone.days_attended) == ((), ())
    again = _stored(app, conference)
    assert (len(again.check_ins), again.days_attended) == (1, (1,))
    assert isinstance(again.check_ins[0], CheckIn)


def test_one_check_in_is_taken_back_although_others_followed(app: Application, conference: Event) -> None:
    part, other = _listed(app, conference), _listed(app, conference, "Drejtore")
    mistake = app.check_ins.come_in(conference.id, part.id, 1).part.check_ins[0]
    app.check_ins.come_in(conference.id, other.id, 1)

    after = app.check_ins.take_back(part.id, mistake.id)

    assert (after.check_ins, after.days_attended) == ((), ())
    assert [p.days_attended for p in app.people.list_for(conference.id)] == [(), (1,)]


def test_attendance_ticked_by_hand_stands_beside_the_check_ins(app: Application, conference: Event) -> None:
    part = _listed(app, conference)
    app.check_ins.come_in(conference.id, part.id, 1)

    app.people.mark_attended(conference.id, [part.id], 2, is_present=True)
    app.people.mark_attended(conference.id, [part.id], 1, is_present=False)

    stored = _stored(app, conference)
    assert (stored.days_attended, len(stored.check_ins)) == ((2,), 1)


def test_somebody_unexpected_is_added_and_inside_in_one_stroke(app: Application, conference: Event) -> None:
    person = a_person("Gazetare", id="", organisation="Radio Lokale")

    added = app.check_ins.walk_in(conference.id, person, EventRole.OBSERVER, 2)

    assert (added.person.organisation, added.role, added.days_attended) == ("Radio Lokale", EventRole.OBSERVER, (2,))
    assert added.photo_consent is Consent.NOT_ASKED
    app.history.undo(conference.id, "participation")
    assert app.people.list_for(conference.id) == ()


@pytest.mark.parametrize("name", ["", "   "])
def test_somebody_unexpected_needs_a_name(app: Application, conference: Event, name: str) -> None:
    with pytest.raises(InvalidInput):
        app.check_ins.walk_in(conference.id, a_person(name, id=""), EventRole.PARTICIPANT, 1)


@pytest.mark.parametrize("day", [0, 3])
def test_a_day_the_event_does_not_have_is_refused(app: Application, conference: Event, day: int) -> None:
    part = _listed(app, conference)

    with pytest.raises(InvalidInput):
        app.check_ins.come_in(conference.id, part.id, day)


def test_a_badge_is_known_by_its_address_its_code_and_as_an_albanian_keyboard_writes_it(
    app: Application, conference: Event
) -> None:
    part = _listed(app, conference)
    app.phone_links.make_all(conference.id)
    (link,) = app.phone_links.list_for(conference.id)
    swapped = link.token.translate(str.maketrans("yzYZ-_", "zyZY/?"))

    for typed in (f"http://192.168.1.10:8501/p/{link.token}", link.token, f"httpÇ--192.168.1.10Ç8501-p-{swapped}"):
        assert app.check_ins.by_badge(conference.id, typed).id == part.id


@pytest.mark.parametrize("typed", ["", "Zyra", "http://192.168.1.10:8501/p/AAAAAAAAAAAAAAAA"])
def test_a_foreign_or_revoked_badge_is_refused_in_words(app: Application, conference: Event, typed: str) -> None:
    _listed(app, conference)
    app.phone_links.make_all(conference.id)

    with pytest.raises(NotFound, match="Nobody on the list has this badge"):
        app.check_ins.by_badge(conference.id, typed)


def test_a_signed_sheet_is_typed_in_in_one_stroke(app: Application, conference: Event, clock: Clock) -> None:
    here, away, same = (_listed(app, conference, name) for name in ("A", "B", "C"))
    app.check_ins.come_in(conference.id, away.id, 1)
    before = app.people.list_for(conference.id)
    lines = (
        SheetLine(here.id, is_present=True, photo=Consent.NO, list=Consent.YES),
        SheetLine(away.id, is_present=False, photo=Consent.NOT_ASKED, list=Consent.NOT_ASKED),
        SheetLine(same.id, is_present=False, photo=Consent.NOT_ASKED, list=Consent.NOT_ASKED),
    )

    assert app.check_ins.type_sheet(conference.id, 1, lines) == 2

    first, second, third = app.people.list_for(conference.id)
    assert (first.days_attended, first.photo_consent, first.list_consent) == ((1,), Consent.NO, Consent.YES)
    assert first.consented_on == clock.moment.date()
    assert (second.days_attended, second.consented_on, third) == ((), None, before[2])
    app.history.undo(conference.id, "participation")
    assert [replace(p, version=0) for p in app.people.list_for(conference.id)] == [
        replace(p, version=0) for p in before
    ]
