"""The rules about rooms: taken twice, closed, too small, not known, and too far apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from facilitation.domain.agenda import ItemKind, Room
from facilitation.domain.finding import Finding, Severity
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.agenda_under_check import AgendaUnderCheck, about, about_overlap, overlaps, whole_minutes
from facilitation.planning.agenda_windows import meeting, span_of

Block = tuple[TimedItem, ...]


def room_key(name: str) -> str:
    """What two ways of writing the name of a room have in common; "" = no room."""
    return name.strip().casefold()


def check_room_overlap(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """No room is used twice at once; staff items count too."""
    used: dict[str, list[TimedItem]] = defaultdict(list)
    for entry in checked.timed:
        if room := room_key(entry.item.room):
            used[room].append(entry)
    for entries in used.values():
        for earlier, later in overlaps(entries):
            yield about_overlap("room_overlap", earlier, later, room=later.item.room.strip())


def check_room_closed(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """No item is in a room while it is closed; staff items count too."""
    starts_on = checked.record.event.starts_on
    closed = {key: [span_of(window, starts_on) for window in room.closed] for key, room in _rooms(checked).items()}
    for entry in checked.timed:
        spans = closed.get(room_key(entry.item.room))
        for span in meeting(spans, entry) if spans else ():
            yield about(
                "room_closed",
                entry,
                Severity.BLOCK,
                ends_at=f"{entry.ends_at:%H:%M}",
                room=entry.item.room.strip(),
                closed_from=f"{span.starts_at:%H:%M}",
                closed_until=f"{span.ends_at:%H:%M}",
            )


def check_room_size(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """A room has a seat for everybody expected in it; where its seats are not known nothing is said.

    The staff need seats only where their item says how many they are.
    """
    rooms = _rooms(checked)
    staff = ((entry, entry.item.people) for entry in checked.timed if entry.item.kind is ItemKind.STAFF)
    for entry, people in (*checked.attended(), *staff):
        room = rooms.get(room_key(entry.item.room))
        if room and 0 < room.capacity < people:
            yield about("room_too_small", entry, room=room.name, people=people, capacity=room.capacity)


def check_room_known(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Items are in rooms of the event; where it lists none nothing is said."""
    rooms = _rooms(checked)
    for entry in checked.timed if rooms else ():
        key = room_key(entry.item.room)
        if key and key not in rooms:
            yield about("unknown_room", entry, Severity.HINT, room=entry.item.room.strip())


def check_room_change(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """People have the agenda's ``room_change`` to go from one room to another; a rest between gives them long enough.

    Where sessions run beside each other somebody has to move only if the rooms before and after are not the same. One
    remark is made per change, about the first session people have to come to. Gaps and buffers both are time to walk.
    """
    needed = checked.record.agenda.room_change
    for stretch in checked.stretches:
        for before, after in pairwise(stretch.blocks):
            left, reached = _moved(before, after)
            if not left or not reached:
                continue
            last = max(left, key=lambda entry: entry.ends_at)
            time_to_walk = reached[0].starts_at - last.ends_at
            if time_to_walk < needed:
                yield about(
                    "short_room_change",
                    reached[0],
                    minutes=max(0, whole_minutes(time_to_walk)),
                    needed=whole_minutes(needed),
                    room=reached[0].item.room.strip(),
                    other=last.item.title,
                    other_room=last.item.room.strip(),
                )


def _moved(before: Block, after: Block) -> tuple[list[TimedItem], list[TimedItem]]:
    """The sessions people have to leave and those they have to come to, between two blocks with other rooms."""
    rooms_before, rooms_after = _room_keys(before), _room_keys(after)
    if not rooms_before or not rooms_after or rooms_before == rooms_after:
        return [], []
    return _elsewhere(before, rooms_after), _elsewhere(after, rooms_before)


def _room_keys(block: Block) -> set[str]:
    return {key for entry in block if (key := room_key(entry.item.room))}


def _elsewhere(block: Block, rooms: set[str]) -> list[TimedItem]:
    """The sessions of a block in other rooms than these; where there is none, all that are in a room."""
    placed = [entry for entry in block if room_key(entry.item.room)]
    return [entry for entry in placed if room_key(entry.item.room) not in rooms] or placed


def _rooms(checked: AgendaUnderCheck) -> dict[str, Room]:
    """The rooms of the event by key."""
    return {room_key(room.name): room for room in checked.record.agenda.rooms}
