"""From the note files of a sample to the notes of its sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Participation
from facilitation.library.sample_format import HarvestFile, NoteFile, SampleCafeFile, SampleNotesFile, said

BETWEEN_NOTES = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class Notebook:
    """What the notes of a sample refer to. ``items`` and ``people`` stand under their keys in the files,
    ``starts`` tells when the item of an id began."""

    event_id: str
    items: Mapping[str, AgendaItem]
    starts: Mapping[str, datetime]
    people: Mapping[str, Participation]
    language: str

    def note(self, file: NoteFile, item: AgendaItem) -> Note:
        """A note of a session, with what is known of who spoke."""
        speaker = self.people.get(file.by or "")
        note = Note(
            id="",
            event_id=self.event_id,
            item_id=item.id,
            kind=file.kind,
            text=said(file.text, self.language),
            quote_consent=file.consent,
            owner=said(file.owner, self.language),
            due_on=file.due_on,
        )
        if speaker is None:
            return note
        person = speaker.person
        # The office is both the name and the role: nobody behind it can be named.
        return replace(note, speaker=person.name, speaker_role=person.name, speaker_sector=person.sector.value)

    def harvest(self, file: HarvestFile, item: AgendaItem) -> Note:
        """What a table brought out in a round."""
        text = said(file.text, self.language)
        return Note("", self.event_id, item.id, NoteKind.HARVEST, text, round=file.round, table=file.table)


def notes_of(
    files: Iterable[SampleNotesFile], cafe: SampleCafeFile | None, notebook: Notebook, new_id: Callable[[], str]
) -> tuple[Note, ...]:
    """All notes in order, each as written down by the first note-taker of its session while it went on."""
    written: dict[str, int] = {}
    notes: list[Note] = []
    for item, note in _entries(files, cafe, notebook):
        written[item.id] = written.get(item.id, 0) + 1
        author = item.note_takers[0].name if item.note_takers else ""
        written_at = notebook.starts[item.id] + min(written[item.id] * BETWEEN_NOTES, item.duration)
        notes.append(replace(note, id=new_id(), author=author, written_at=written_at, position=len(notes)))
    return tuple(notes)


def _entries(
    files: Iterable[SampleNotesFile], cafe: SampleCafeFile | None, notebook: Notebook
) -> Iterator[tuple[AgendaItem, Note]]:
    for file in files:
        for session in file.sessions:
            item = notebook.items[session.item]
            for note in session.notes:
                yield item, notebook.note(note, item)
    if cafe:
        item = notebook.items[cafe.item]
        for harvest in cafe.harvest:
            yield item, notebook.harvest(harvest, item)
