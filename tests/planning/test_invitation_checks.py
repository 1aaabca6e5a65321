"""Waves, answers, lateness and who did not come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitation.domain.person import InvitationStatus, Participation
from facilitation.planning.invitation_checks import (
    Presence,
    Wave,
    in_wave,
    invitation_findings,
    last_day,
    next_wave,
    presence,
    unanswered,
    waves,
    with_status,
)
from tests.builders import A_MONDAY, a_participation, a_record, an_event

TODAY = date(2027, 4, 1)
LIMIT = A_MONDAY - timedelta(days=30)
TO_INVITE, INVITED, CONFIRMED, DECLINED = InvitationStatus


def invited(part_id: str, wave: int, day: date, status: InvitationStatus = INVITED) -> Participation:
    return a_participation(part_id, status=status, wave=wave, invited_on=day)


def codes(*parts: Participation, today: date = TODAY) -> list[tuple[str, str]]:
    found = invitation_findings(a_record(event=an_event(), participations=parts), today)
    return [(remark.code, dict(remark.values).get("case", "")) for remark in found]  # type: ignore[misc]


def test_a_wave_invites_only_those_who_wait() -> None:
    waiting = a_participation(status=TO_INVITE)

    assert in_wave(waiting, 2, TODAY) == replace(waiting, status=INVITED, wave=2, invited_on=TODAY)
    assert in_wave(a_participation(), 2, TODAY) == a_participation()


def test_an_answer_has_its_day_and_keeps_it() -> None:
    part = invited("a", 1, LIMIT)
    yes = with_status(part, CONFIRMED, TODAY)

    assert yes == replace(part, status=CONFIRMED, answered_on=TODAY)
    assert with_status(yes, CONFIRMED, TODAY + timedelta(days=3)) == yes
    assert with_status(yes, DECLINED, TODAY + timedelta(days=3)).answered_on == TODAY + timedelta(days=3)
    assert with_status(yes, INVITED, TODAY) == part


def test_back_to_the_beginning_nothing_was_sent() -> None:
    part = replace(invited("a", 3, LIMIT, CONFIRMED), answered_on=TODAY)

    assert with_status(part, TO_INVITE, TODAY) == a_participation("a", status=TO_INVITE)


def test_waves_count_their_answers_and_the_days_they_left() -> None:
    parts = (
        invited("a", 2, LIMIT + timedelta(days=1)),
        invited("b", 1, LIMIT, CONFIRMED),
        invited("c", 1, LIMIT - timedelta(days=2), DECLINED),
        invited("d", 1, LIMIT),
        a_participation("e", status=TO_INVITE),
    )

    assert waves(an_event(), parts) == (
        Wave(1, LIMIT - timedelta(days=2), confirmed=1, declined=1, no_answer=1, days_before=32, is_late=False),
        Wave(2, LIMIT + timedelta(days=1), confirmed=0, declined=0, no_answer=1, days_before=29, is_late=True),
    )
    assert next_wave(parts) == 3
    assert last_day(an_event()) == LIMIT


@pytest.mark.parametrize(("late_by", "expected"), [(0, []), (1, [("late_wave", "first")])])
def test_thirty_days_are_enough_and_twenty_nine_are_not(late_by: int, expected: list[tuple[str, str]]) -> None:
    day = LIMIT + timedelta(days=late_by)

    assert codes(invited("a", 1, day, CONFIRMED), today=day) == expected


def test_a_later_wave_is_told_softly() -> None:
    late = LIMIT + timedelta(days=5)

    found = codes(invited("a", 1, LIMIT, CONFIRMED), invited("b", 2, late, CONFIRMED), today=late)

    assert found == [("late_wave", "later")]


@pytest.mark.parametrize(("days", "is_said"), [(9, False), (10, True)])
def test_silence_is_said_after_ten_days_until_the_event_begins(days: int, is_said: bool) -> None:
    part = invited("a", 1, LIMIT)
    today = LIMIT + timedelta(days=days)

    assert (unanswered([part], today) == (part,)) is is_said
    assert (("invitations_unanswered", "") in codes(part, today=today)) is is_said
    assert codes(part, today=A_MONDAY) == []


def test_a_no_show_is_told_only_after_the_event_and_where_attendance_was_ticked() -> None:
    came = a_participation("came", days_attended=(1,))
    silent = a_participation("silent")
    declined = a_participation("declined", status=DECLINED)
    event, after = an_event(), A_MONDAY + timedelta(days=1)

    assert presence(came, event, [came, silent], A_MONDAY) is Presence.CAME
    assert presence(silent, event, [came, silent], A_MONDAY) is Presence.NOT_YET
    assert presence(silent, event, [came, silent], after) is Presence.NO_SHOW
    assert presence(declined, event, [came, declined], after) is Presence.ABSENT
    assert presence(silent, event, [silent], after) is Presence.NOT_YET
