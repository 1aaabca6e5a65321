"""The record of an event cut down to what its volume may hold, with everything found by its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from facilitation.domain.agenda import AgendaItem, Audience
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Participation
from facilitation.domain.record import EventRecord
from facilitation.domain.reference import Acronym
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.attribution import Attributed, shown_contributor


@dataclass(frozen=True, slots=True)
class Known:
    """What the volume cannot find in the record: who was asked by a link of their own (ids of participations), and
    what short forms of the library stand for."""

    invited: frozenset[str] = frozenset()
    acronyms: tuple[Acronym, ...] = ()


NOTHING_MORE = Known()


@dataclass(frozen=True, slots=True)
class PublicRecord:
    """The record cut down to what may leave: no items for the staff, and no notes taken in them.

    ``notes`` = those of each item in their order; notes of an item that is gone stand under their old id, last.
    ``known`` = people by whatever an agenda may call them.
    """

    record: EventRecord
    today: date
    timed: tuple[TimedItem, ...]
    notes: Mapping[str, tuple[Note, ...]]
    titles: Mapping[str, Text]
    people: Mapping[str, Participation]
    known: Mapping[str, Participation]

    def all_notes(self, kind: NoteKind) -> Iterator[Note]:
        """The notes of one kind in the order of the agenda."""
        return (note for notes in self.notes.values() for note in notes if note.kind is kind)

    def title(self, item_id: str) -> Text:
        """The title of a session; empty where it is gone."""
        return self.titles.get(item_id, Text())

    def speakers(self, item: AgendaItem) -> tuple[Attributed, ...]:
        """The speakers of an item as its attribution rule lets them be shown; a role or sector is said once."""
        shown = (
            shown_contributor(speaker, self.known.get(speaker.identity), item.attribution) for speaker in item.speakers
        )
        return tuple(dict.fromkeys(speaker for speaker in shown if speaker))


def public_record(record: EventRecord, today: date) -> PublicRecord:
    """What may leave, as it is on ``today``."""
    every = timed_items(record.agenda, record.event.starts_on)
    timed = tuple(entry for entry in every if entry.item.is_for(Audience.PARTICIPANTS))
    internal = {entry.item.id for entry in every} - {entry.item.id for entry in timed}
    return PublicRecord(
        record=record,
        today=today,
        timed=timed,
        notes=_notes_by_item((entry.item.id for entry in timed), record.notes, internal),
        titles={entry.item.id: entry.item.title for entry in timed},
        people={entry.id: entry for entry in record.participations},
        known={key: entry for entry in record.participations for key in _identities(entry) if key},
    )


def _notes_by_item(items: Iterable[str], notes: Iterable[Note], internal: set[str]) -> dict[str, tuple[Note, ...]]:
    found: dict[str, list[Note]] = {item_id: [] for item_id in items}
    for note in sorted(notes, key=lambda note: note.position):
        if note.item_id not in internal:
            found.setdefault(note.item_id, []).append(note)
    return {item_id: tuple(of_item) for item_id, of_item in found.items()}


def _identities(entry: Participation) -> tuple[str, str, str]:
    """What an agenda may call somebody: by id, or by the name typed into the session."""
    return entry.id, entry.person.id, entry.person.name.casefold()
