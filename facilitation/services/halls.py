"""What the display in the hall shows: who sits at which table in a round of a café."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from facilitation.domain.agenda import ItemKind
from facilitation.domain.cafe import Cafe
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.cafe_rounds import TimedRound, round_to_show, timed_rounds
from facilitation.services.desk import Desk


@dataclass(frozen=True, slots=True)
class HallBoard:
    """One round on the display: names with their tables, and nothing else of anybody.

    ``shown`` None = the groups are not made; ``number`` of a round counts from 1.
    """

    item_id: str
    title: Text
    rounds: tuple[TimedRound, ...] = ()
    shown: TimedRound | None = None
    question: Text = Text()
    seats: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Halls:
    """Reads the boards of an event."""

    desk: Desk

    def board(self, event_id: str, item_id: str = "", number: int = 0) -> HallBoard | None:
        """The board of a café and round; "" and 0 = those of the clock. None where the agenda has no café."""
        with self.desk.reading() as work:
            record = EventRecord(
                event=work.events.get(event_id),
                agenda=work.agendas.get(event_id),
                guide=work.guides.get(event_id),
                participations=work.participations.list_for(event_id),
                cafes=work.cafes.list_for(event_id),
            )
        now, held = self.desk.now(), cafe_items(record)
        chosen = next((entry for entry in held if entry.item.id == item_id), None) or _item_of(held, now)
        return _board(record, chosen, number, now) if chosen else None


def cafe_items(record: EventRecord) -> tuple[TimedItem, ...]:
    """The cafés of the agenda in the order they are held."""
    timed = timed_items(record.agenda, record.event.starts_on)
    return tuple(entry for entry in timed if entry.item.kind is ItemKind.WORLD_CAFE)


def _item_of(held: Sequence[TimedItem], now: datetime) -> TimedItem | None:
    """The first café that is not over; after the last one, that one."""
    return next((entry for entry in held if now < entry.ends_at), held[-1] if held else None)


def _board(record: EventRecord, timed: TimedItem, number: int, now: datetime) -> HallBoard:
    item = timed.item
    cafe = next((cafe for cafe in record.cafes if cafe.item_id == item.id), None)
    if cafe is None or cafe.seating is None:
        return HallBoard(item.id, item.title)
    rounds = timed_rounds(timed, len(cafe.seating.rounds), record.guide.sheet(item.id).steps)
    shown = rounds[number - 1] if 1 <= number <= len(rounds) else round_to_show(rounds, now)
    place = shown.number if shown else 1
    question = cafe.questions[place - 1] if place <= len(cafe.questions) else Text()
    return HallBoard(item.id, item.title, rounds, shown, question, _seats(record, cafe, place))


def _seats(record: EventRecord, cafe: Cafe, number: int) -> tuple[tuple[str, int], ...]:
    """Everybody of a round who is still on the list, table by table."""
    names = {part.id: part.person.name for part in record.participations}
    tables = cafe.seating.rounds[number - 1].tables if cafe.seating and cafe.seating.rounds else ()
    return tuple((names[part], place) for place, t in enumerate(tables, start=1) for part in t if part in names)
