"""The room plan of every session of an event, from its guide and the people expected in it."""

from __future__ import annotations

from facilitation.domain.agenda import AgendaItem, ItemKind
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_under_check import identities, under_check
from facilitation.planning.room_plan import RoomPlan, layout_of, room_plan


def session_plans(record: EventRecord) -> dict[str, RoomPlan]:
    """The plans by item id; sessions whose layout is not known have none.

    People are those of the rules about rooms; the staff's own items are for all who facilitate or take notes.
    """
    people = {entry.item.id: count for entry, count in under_check(record).attended()}
    tables = {cafe.item_id: cafe.table_count for cafe in record.cafes}
    staff = len(_team(record))
    found: dict[str, RoomPlan] = {}
    for _day, item in record.agenda.items():
        if layout := layout_of(record.guide.sheet(item.id), item):
            found[item.id] = room_plan(layout, people.get(item.id, item.people or staff), tables.get(item.id, 0))
    return found


def _team(record: EventRecord) -> dict[str, str]:
    worked: list[AgendaItem] = [item for _day, item in record.agenda.items() if item.kind is not ItemKind.STAFF]
    return identities(person for item in worked for person in (*item.facilitators, *item.note_takers))
