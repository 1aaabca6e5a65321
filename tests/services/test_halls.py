"""What the display in the hall gets: the round of the clock or a chosen one, names and tables and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest

from facilitation.domain.agenda import ItemKind
from facilitation.domain.cafe import Round, Seating
from facilitation.domain.record import EventRecord
from facilitation.services.application import Application
from facilitation.services.events import save_record
from facilitation.services.halls import HallBoard
from tests.builders import EVENT_ID, a_cafe, a_participation, a_record, a_text, an_agenda, an_item
from tests.services.conftest import Clock

SEATING = Seating(
    (Round((("p1", "p2"), ("p3", "gone"))), Round((("p1", "p3"), ("p2", "gone")))), ("p1",), 1, (), 6, 6, 0, 0.0
)
ITEMS = [
    an_item("opening", minutes=30),
    an_item("item-1", minutes=60, kind=ItemKind.WORLD_CAFE),
    an_item("item-2", minutes=60, kind=ItemKind.WORLD_CAFE, pinned_start=time(14)),
]
RECORD = a_record(
    agenda=an_agenda(ITEMS),
    participations=tuple(a_participation(f"p{n}", name=f"Zyra {n}") for n in (1, 2, 3)),
    cafes=(a_cafe(seating=SEATING),),
)


def stored(app: Application, record: EventRecord = RECORD) -> Application:
    with app.events.desk.work() as work:
        save_record(work, record)
        work.commit()
    return app


def board_at(app: Application, clock: Clock, moment: str, item_id: str = "", number: int = 0) -> HallBoard:
    clock.moment = datetime.fromisoformat(f"2027-05-17 {moment}")
    found = app.halls.board(EVENT_ID, item_id, number)
    assert found is not None
    return found


@pytest.mark.parametrize(("moment", "number"), [("08:00", 1), ("09:40", 1), ("10:05", 2)])
def test_the_board_follows_the_clock(app: Application, clock: Clock, moment: str, number: int) -> None:
    board = board_at(stored(app), clock, moment)

    assert board.shown is not None
    assert (board.item_id, board.shown.number, board.question) == ("item-1", number, a_text(f"Question {number}"))


def test_a_round_can_be_chosen_and_shows_everybody_still_on_the_list(app: Application, clock: Clock) -> None:
    stored(app)

    assert board_at(app, clock, "08:00", number=1).seats == (("Zyra 1", 1), ("Zyra 2", 1), ("Zyra 3", 2))
    assert board_at(app, clock, "08:00", number=2).seats == (("Zyra 1", 1), ("Zyra 3", 1), ("Zyra 2", 2))


def test_a_round_that_is_not_there_gives_that_of_the_clock(app: Application, clock: Clock) -> None:
    shown = board_at(stored(app), clock, "10:05", number=9).shown

    assert shown is not None
    assert shown.number == 2


def test_after_a_cafe_the_next_one_is_shown_and_after_the_last_it_stays(app: Application, clock: Clock) -> None:
    stored(app)

    assert [board_at(app, clock, moment).item_id for moment in ("10:29", "10:30", "20:00")] == [
        "item-1",
        "item-2",
        "item-2",
    ]
    assert board_at(app, clock, "20:00", "item-1").item_id == "item-1"


def test_a_cafe_without_groups_shows_no_round(app: Application, clock: Clock) -> None:
    assert board_at(stored(app), clock, "10:05", "item-2") == HallBoard("item-2", ITEMS[2].title)


def test_an_agenda_without_a_cafe_has_no_board(app: Application) -> None:
    stored(app, replace(RECORD, agenda=an_agenda(ITEMS[:1]), cafes=()))

    assert app.halls.board(EVENT_ID) is None
