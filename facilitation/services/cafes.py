"""The world café: set-up and groups."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.cafe.seating import seated_people, seating
from facilitation.domain.cafe import Cafe
from facilitation.domain.person import Participation
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput, mark
from facilitation.services.desk import Desk
from facilitation.services.merging import merged


def people_at(record: EventRecord, item_id: str) -> tuple[Participation, ...]:
    """Who sits at the tables of the café in this item."""
    day = next((number for number, item in record.agenda.items() if item.id == item_id), 1)
    return seated_people(record.participations, day)


@dataclass(frozen=True, slots=True)
class Cafes:
    """What people do with the world café."""

    desk: Desk

    def list_for(self, event_id: str) -> tuple[Cafe, ...]:
        """The cafés of an event."""
        with self.desk.reading() as work:
            return work.cafes.list_for(event_id)

    def get(self, event_id: str, item_id: str) -> Cafe:
        """The café of an agenda item; a fresh set-up of tables of five where none was saved."""
        with self.desk.reading() as work:
            known = work.cafes.get(event_id, item_id)
            event = work.events.get(event_id)
        return known or Cafe(event_id, item_id, table_count=max(1, -(-event.expected_people // 5)))

    def edit(self, seen: Cafe, wanted: Cafe) -> Cafe:
        """Change questions, tables, hosts or seed; groups made for another set-up are dropped."""
        if not 1 <= wanted.table_count <= 600:
            raise InvalidInput(
                mark("{count} tables are not possible. Give a number from 1 to 600."), count=wanted.table_count
            )
        with self.desk.work() as work:
            stored = work.cafes.get(seen.event_id, seen.item_id)
            after = merged(seen, wanted, stored, subject=seen.item_id) if stored else wanted
            if stored and _needs_new_groups(stored, after):
                after = replace(after, seating=None)
            saved = work.cafes.save(after)
            self.desk.note_change(work, "edit_cafe", seen.event_id, before=stored, after=saved)
            work.commit()
        return saved

    def make_groups(self, event_id: str, item_id: str, *, seed: int | None = None, seconds: float = 3.0) -> Cafe:
        """Group everybody who comes for all rounds and keep the seating with its seed and figures."""
        cafe = self.get(event_id, item_id)
        if not cafe.questions:
            raise InvalidInput(mark("The café has no question yet. Write one open question per round first."))
        with self.desk.reading() as work:
            people = people_at(work.record(event_id), item_id)
        if len(people) < 2 * cafe.table_count:
            raise InvalidInput(
                mark("{people} people cannot fill {tables} tables with at least two each. Use fewer tables."),
                people=len(people),
                tables=cafe.table_count,
            )
        chosen = cafe.seed if seed is None else seed
        groups = seating(cafe, people, seed=chosen, seconds=seconds)
        with self.desk.work() as work:
            saved = work.cafes.save(replace(cafe, seed=chosen, seating=groups))
            self.desk.note_change(work, "make_groups", event_id, before=cafe if cafe.version else None, after=saved)
            work.commit()
        return saved


def _needs_new_groups(before: Cafe, after: Cafe) -> bool:
    return (before.table_count, before.round_count, before.has_hosts, before.host_ids) != (
        after.table_count,
        after.round_count,
        after.has_hosts,
        after.host_ids,
    )
