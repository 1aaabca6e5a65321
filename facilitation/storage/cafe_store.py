"""Stores world cafés; every seat is a row, the figures of a seating stay with the café, its plans are rows below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, delete, select
from sqlalchemy.orm import Session

from facilitation.domain.cafe import Cafe, CafePlan, Round, Seating
from facilitation.storage.row_access import (
    Values,
    columns,
    field_names,
    field_values,
    fill,
    next_number,
    row_to_write,
    saved,
    sync_children,
    table_of,
    write_out,
)
from facilitation.storage.rows import CafePlanRow, CafeRow, SeatRow

_FIELDS = field_names(Cafe, without=("seating", "plans", "version"))
_PLAN_FIELDS = field_names(CafePlan)
_EVENT: BindParameter[str] = bindparam("event_id")
_CAFE_TABLE = table_of(CafeRow)
_SEAT_TABLE = table_of(SeatRow)
_PLAN_TABLE = table_of(CafePlanRow)
_CAFES = (
    select(*columns(_CAFE_TABLE, (*_FIELDS, "seating", "version")))
    .where(_CAFE_TABLE.c.event_id == _EVENT)
    .order_by(_CAFE_TABLE.c.number, _CAFE_TABLE.c.item_id)
)
_SEATS = (
    select(*columns(_SEAT_TABLE, ("item_id", "round", "table", "participation_id")))
    .where(_SEAT_TABLE.c.event_id == _EVENT)
    .order_by(_SEAT_TABLE.c.position)
)
_PLANS = (
    select(*columns(_PLAN_TABLE, (*_PLAN_FIELDS, "item_id")))
    .where(_PLAN_TABLE.c.event_id == _EVENT)
    .order_by(_PLAN_TABLE.c.number)
)
_Seats = Mapping[tuple[str, int, int], list[str]]


class CafeStore:
    """The world cafés, at most one per agenda item."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, event_id: str, item_id: str) -> Cafe | None:
        """The café in an agenda item, if one was set up."""
        return next((cafe for cafe in self.list_for(event_id) if cafe.item_id == item_id), None)

    def list_for(self, event_id: str) -> tuple[Cafe, ...]:
        """The cafés of an event in the order they were set up."""
        seats: defaultdict[tuple[str, int, int], list[str]] = defaultdict(list)
        rows = self._session.execute(_CAFES, {"event_id": event_id}).all()
        if any(row.seating for row in rows):
            for item_id, round_, table, participation_id in self._session.execute(_SEATS, {"event_id": event_id}):
                seats[item_id, round_, table].append(participation_id)
        plans = self._plans(event_id) if rows else {}
        return tuple(replace(_to_domain(row, seats), plans=tuple(plans.get(row.item_id, ()))) for row in rows)

    def _plans(self, event_id: str) -> Mapping[str, list[CafePlan]]:
        found: defaultdict[str, list[CafePlan]] = defaultdict(list)
        for *values, item_id in self._session.execute(_PLANS, {"event_id": event_id}):
            found[item_id].append(CafePlan(*values))
        return found

    def save(self, cafe: Cafe) -> Cafe:
        """Save and return the café with its next version; ChangedElsewhere if somebody else was faster."""
        key = (cafe.event_id, cafe.item_id)
        row, is_new = row_to_write(self._session, CafeRow, key, cafe, stored=lambda: self._stored(cafe))
        if is_new:
            row.number = next_number(CafeRow, cafe.event_id)
        _fill(row, cafe)
        write_out(self._session, [row])
        parent = {"event_id": cafe.event_id, "item_id": cafe.item_id}
        sync_children(self._session, _SEAT_TABLE, parent, _seat_values(cafe))
        sync_children(self._session, _PLAN_TABLE, parent, (field_values(plan, _PLAN_FIELDS) for plan in cafe.plans))
        return saved(cafe)

    def remove(self, event_id: str, item_id: str) -> None:
        """Remove the café of an agenda item, if there is one."""
        self._session.execute(
            delete(_CAFE_TABLE).where(_CAFE_TABLE.c.event_id == event_id, _CAFE_TABLE.c.item_id == item_id)
        )

    def _stored(self, cafe: Cafe) -> Cafe:
        return self.get(cafe.event_id, cafe.item_id) or replace(cafe, version=0)


def _to_domain(row: Row[Any], seats: _Seats) -> Cafe:
    cafe = Cafe(**row._mapping)
    return replace(cafe, seating=_with_people(cafe.seating, cafe.item_id, seats)) if cafe.seating else cafe


def _fill(row: CafeRow, cafe: Cafe) -> None:
    fill(row, cafe, _FIELDS)
    row.seating = None if cafe.seating is None else _without_people(cafe.seating)


def _with_people(seating: Seating, item_id: str, seats: _Seats) -> Seating:
    """The seating with everybody at the tables."""
    rounds = (
        Round(tuple(tuple(seats.get((item_id, number, table), ())) for table, _ in enumerate(entry.tables, start=1)))
        for number, entry in enumerate(seating.rounds, start=1)
    )
    return replace(seating, rounds=tuple(rounds))


def _without_people(seating: Seating) -> Seating:
    """The seating with empty tables: how many there were in each round."""
    return replace(seating, rounds=tuple(Round(((),) * len(entry.tables)) for entry in seating.rounds))


def _seat_values(cafe: Cafe) -> Iterator[Values]:
    rounds = cafe.seating.rounds if cafe.seating else ()
    for number, entry in enumerate(rounds, start=1):
        for table, people in enumerate(entry.tables, start=1):
            for position, participation_id in enumerate(people):
                place = {"round": number, "table": table, "position": position}
                yield {**place, "participation_id": participation_id}
