from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from facilitation.domain.agenda import ItemKind
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.session_now import session_now
from tests.builders import A_MONDAY, an_agenda, an_item

TIMED = timed_items(
    an_agenda(
        days=[
            [
                an_item("registration", minutes=30, kind=ItemKind.REGISTRATION),
                an_item("opening", minutes=30, kind=ItemKind.OPENING),
                an_item("networking", minutes=60, kind=ItemKind.NETWORKING, parallel="p"),
                an_item("groups", minutes=60, kind=ItemKind.WORKING_GROUPS, parallel="p"),
                an_item("break", minutes=30, kind=ItemKind.BREAK),
                an_item("panel", minutes=60, kind=ItemKind.PANEL),
            ],
            [an_item("day-2", minutes=60)],
        ]
    ),
    A_MONDAY,
)


@pytest.mark.parametrize(
    ("clock", "item_id"),
    [
        pytest.param(time(8), "groups", id="before the first session: the first working session"),
        pytest.param(time(9, 15), "groups", id="registration is no session"),
        pytest.param(time(9, 30), "opening", id="a session runs from its start"),
        pytest.param(time(10), "groups", id="of parallel sessions the working one"),
        pytest.param(time(11, 10), "groups", id="in the break the one before it"),
        pytest.param(time(12, 29), "panel", id="until its last minute"),
        pytest.param(time(18), "panel", id="in the evening the last one of the day"),
    ],
)
def test_session_now_by_the_clock(clock: time, item_id: str) -> None:
    entry = session_now(TIMED, datetime.combine(A_MONDAY, clock))

    assert entry is not None
    assert entry.item.id == item_id


@pytest.mark.parametrize("days", [-30, 30])
def test_on_other_days_it_is_the_first_working_session(days: int) -> None:
    entry = session_now(TIMED, datetime.combine(A_MONDAY, time(12)) + timedelta(days=days))

    assert entry is not None
    assert entry.item.id == "groups"


def test_an_agenda_of_breaks_has_no_session_now() -> None:
    timed = timed_items(an_agenda([an_item("break", kind=ItemKind.BREAK)]), A_MONDAY)

    assert session_now(timed, datetime.combine(A_MONDAY, time(9))) is None
