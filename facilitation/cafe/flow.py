"""Seats for people who may not sit everywhere: chains in which each makes room for the one before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

import numpy as np

from facilitation.cafe.model import ABSENT, Codes, Mask


def fill_seats(tables_of: Codes, waiting: Iterable[int], allowed: Mask, room: Codes) -> list[int]:
    """Seat those without a table, moving others where they may sit too; answers who found no seat.

    ``tables_of`` and ``room`` (free seats per table) are changed. With ``allowed`` people × tables this finds a seat
    for as many as possible. Who found none is put where there is room, against ``allowed``.
    """
    left = [
        person for person in waiting if tables_of[person] == ABSENT and not _make_room(person, tables_of, allowed, room)
    ]
    for person in left:
        table = int(np.argmax(room))
        tables_of[person] = table
        room[table] -= 1
    return left


def _make_room(person: int, tables_of: Codes, allowed: Mask, room: Codes) -> bool:
    """A shortest chain of moves that ends at a free seat."""
    came: dict[int, tuple[int, int]] = {int(table): (person, ABSENT) for table in np.flatnonzero(allowed[person])}
    waiting = deque(came)
    while waiting:
        table = waiting.popleft()
        if room[table] > 0:
            _move_along(table, came, tables_of)
            room[table] -= 1
            return True
        for seated in np.flatnonzero(tables_of == table):
            for other in np.flatnonzero(allowed[seated]):
                if int(other) not in came:
                    came[int(other)] = (int(seated), table)
                    waiting.append(int(other))
    return False


def _move_along(table: int, came: dict[int, tuple[int, int]], tables_of: Codes) -> None:
    while table != ABSENT:
        mover, table_before = came[table]
        tables_of[mover] = table
        table = table_before
