"""The people of an event: type in, import, invite, tick attendance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitation.domain.event import Event
from facilitation.domain.person import Participation, Person
from facilitation.errors import InvalidInput, mark
from facilitation.planning.coded_people import refuse_exposed
from facilitation.planning.invitation_checks import in_wave
from facilitation.services.desk import Desk
from facilitation.services.merging import merged

if TYPE_CHECKING:
    from facilitation.exchange.import_preview import ImportPreview
    from facilitation.exchange.table_file import RawTable


@dataclass(frozen=True, slots=True)
class People:
    """What people do with the list of participants."""

    desk: Desk

    def list_for(self, event_id: str) -> tuple[Participation, ...]:
        """All participations of an event in their order."""
        with self.desk.reading() as work:
            return work.participations.list_for(event_id)

    def others(self, event_id: str) -> tuple[Person, ...]:
        """Everybody known from other events who is not in this one: one person, many events."""
        with self.desk.reading() as work:
            here = {part.person.id for part in work.participations.list_for(event_id)}
            return tuple(person for person in work.people.list_all() if person.id not in here)

    def elsewhere(self, part: Participation) -> tuple[tuple[Event, Participation], ...]:
        """The person's part in other events, the newest event first."""
        with self.desk.reading() as work:
            found = [other for other in work.participations.of_person(part.person.id) if other.id != part.id]
            events = {event.id: event for event in work.events.list_all()} if found else {}
        return tuple(sorted(((events[o.event_id], o) for o in found), key=lambda pair: pair[0].starts_on, reverse=True))

    def add(self, event_id: str, person: Person, **facts: object) -> Participation:
        """Add a person to the event; ``facts`` are fields of Participation (role, status, consents …)."""
        refuse_nameless(person)
        new = Participation(self.desk.new_id(), event_id, replace(person, id=person.id or self.desk.new_id()))
        with self.desk.work() as work:
            saved = work.participations.save(replace(new, **facts))  # type: ignore[arg-type]
            self.desk.note_change(work, "add_person", event_id, after=saved)
            work.commit()
        return saved

    def edit(self, seen: Participation, wanted: Participation) -> Participation:
        """Change a person or their part in the event."""
        refuse_nameless(wanted.person)
        with self.desk.work() as work:
            stored = work.participations.get(seen.id)
            person = merged(seen.person, wanted.person, stored.person, subject=seen.id)
            part = merged(replace(seen, person=person), replace(wanted, person=person), replace(stored, person=person))
            if part == stored:
                return stored
            saved = work.participations.save(part)
            self.desk.note_change(work, "edit_person", seen.event_id, before=stored, after=saved)
            work.commit()
        return saved

    def invite(self, event_id: str, participation_ids: Iterable[str]) -> int:
        """Mark people as invited; answers how many changed."""
        today = self.desk.today()
        with self.desk.reading() as work:
            wave = max(1, *(part.wave for part in work.participations.list_for(event_id)), 0)
        return self._change_many(event_id, participation_ids, "invite", lambda part: in_wave(part, wave, today))

    def mark_attended(self, event_id: str, participation_ids: Iterable[str], day: int, *, is_present: bool) -> int:
        """Tick or clear attendance on one day (number from 1)."""

        def attended(part: Participation) -> Participation:
            days = set(part.days_attended) | {day} if is_present else set(part.days_attended) - {day}
            return replace(part, days_attended=tuple(sorted(days)))

        return self._change_many(event_id, participation_ids, "mark_attended", attended)

    def _change_many(self, event_id: str, ids: Iterable[str], verb: str, change: object) -> int:
        wanted, count = set(ids), 0
        with self.desk.work() as work:
            for part in work.participations.list_for(event_id):
                after = change(part) if part.id in wanted else part  # type: ignore[operator]
                if after != part:
                    saved = work.participations.save(after)
                    self.desk.note_change(work, verb, event_id, before=part, after=saved)
                    count += 1
            work.commit()
        return count

    def remove(self, participation_id: str) -> None:
        """Take a person out of the event; undo brings them back."""
        with self.desk.work() as work:
            part = work.participations.get(participation_id)
            work.participations.remove(participation_id)
            self.desk.note_change(work, "remove_person", part.event_id, before=part)
            work.commit()

    def read_file(self, data: bytes, file_name: str) -> tuple[RawTable, dict[str, int]]:
        """A spreadsheet as a table, with the columns as far as their names are understood."""
        from facilitation.exchange.people_import import guess_mapping  # slow to import
        from facilitation.exchange.people_words import COLUMNS
        from facilitation.exchange.table_file import read_table

        table = read_table(data, file_name, COLUMNS)
        return table, guess_mapping(table.header)

    def preview(self, event_id: str, table: RawTable, mapping: Mapping[str, int], language: str) -> ImportPreview:
        """What an import would bring, row by row; nothing is saved."""
        from facilitation.exchange.people_import import people_preview  # slow to import

        return people_preview(
            table,
            mapping,
            event_id,
            existing=self.list_for(event_id),
            new_id=self.desk.new_id,
            language=language,
        )

    def save_import(self, event_id: str, participations: Iterable[Participation]) -> int:
        """Save the accepted rows of a preview; answers how many."""
        people = tuple(participations)
        with self.desk.work() as work:
            saved = work.participations.add_many(people)
            self.desk.note_additions(work, "import_people", event_id, saved)
            work.commit()
        return len(people)


def refuse_nameless(person: Person) -> None:
    """InvalidInput where a person has no name, or a coded one has something that tells it."""
    if not person.name.strip():
        raise InvalidInput(mark("The person has no name. Write the name, or the office if the name must not appear."))
    refuse_exposed(person)
