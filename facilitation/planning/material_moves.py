"""What is carried from room to room between sessions, so that no more pieces are needed than are used at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from facilitation.domain.text import Text
from facilitation.planning.materials import MaterialNeed, MaterialUse


@dataclass(frozen=True, slots=True)
class MaterialMove:
    """So many pieces are free in one room at ``free_at`` and needed in another at ``needed_at``."""

    name: Text
    quantity: int
    from_room: str
    to_room: str
    day: int
    free_at: datetime
    needed_at: datetime


@dataclass(frozen=True, slots=True)
class _Heap:
    """Pieces that lie in one room, in use until ``free_at``."""

    quantity: int
    room: str
    free_at: datetime


def material_moves(needs: Iterable[MaterialNeed]) -> tuple[MaterialMove, ...]:
    """All moves between named rooms, by the moment the thing is needed."""
    moves = [move for need in needs for move in _moves(need)]
    return tuple(sorted(moves, key=lambda move: (move.needed_at, move.to_room)))


def _moves(need: MaterialNeed) -> Iterator[MaterialMove]:
    """Pieces in the room itself are taken first, then those that have been free for longest; only then new ones."""
    heaps: list[_Heap] = []
    for use in sorted((use for use in need.uses if not use.is_used_up), key=lambda use: (use.starts_at, use.ends_at)):
        left, kept = use.quantity, []
        for heap in sorted(heaps, key=lambda heap: (heap.room != use.room, heap.free_at)):
            taken = min(left, heap.quantity) if heap.free_at <= use.starts_at else 0
            left -= taken
            kept += [replace(heap, quantity=heap.quantity - taken)] if heap.quantity > taken else []
            if taken and heap.room and use.room and heap.room != use.room:
                yield _move(need.name, taken, heap, use)
        heaps = [*kept, _Heap(use.quantity, use.room, use.ends_at)]


def _move(name: Text, quantity: int, heap: _Heap, use: MaterialUse) -> MaterialMove:
    return MaterialMove(name, quantity, heap.room, use.room, use.day, heap.free_at, use.starts_at)
