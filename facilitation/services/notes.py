"""Notes of the sessions: saved as they are typed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.domain.note import Note, NoteKind
from facilitation.errors import InvalidInput, mark
from facilitation.services.desk import Desk
from facilitation.services.merging import merged


@dataclass(frozen=True, slots=True)
class Notes:
    """What note-takers do."""

    desk: Desk

    def list_for(self, event_id: str, item_id: str = "") -> tuple[Note, ...]:
        """All notes of an event, or of one session, in their order."""
        with self.desk.reading() as work:
            notes = work.notes.list_for(event_id)
        return tuple(note for note in notes if not item_id or note.item_id == item_id)

    def add(self, event_id: str, item_id: str, kind: NoteKind, text: str, **facts: object) -> Note:
        """Write down a note; ``facts`` are fields of Note (speaker, owner, due_on, round, table …)."""
        _refuse_empty(text)
        with self.desk.work() as work:
            position = 1 + max((note.position for note in work.notes.list_for(event_id)), default=0)
            note = Note(self.desk.new_id(), event_id, item_id, kind, text.strip(), position=position)
            note = replace(note, author=self.desk.actor, written_at=self.desk.now(), **facts)  # type: ignore[arg-type]
            saved = work.notes.save(note)
            self.desk.note_change(work, "add_note", event_id, after=saved)
            work.commit()
        return saved

    def edit(self, seen: Note, wanted: Note) -> Note:
        """Change a note."""
        _refuse_empty(wanted.text)
        with self.desk.work() as work:
            stored = work.notes.get(seen.id)
            after = merged(seen, wanted, stored, subject=seen.id)
            if after == stored:
                return stored
            saved = work.notes.save(after)
            self.desk.note_change(work, "edit_note", seen.event_id, before=stored, after=saved)
            work.commit()
        return saved

    def remove(self, note_id: str) -> None:
        """Remove a note; undo brings it back."""
        with self.desk.work() as work:
            note = work.notes.get(note_id)
            work.notes.remove(note_id)
            self.desk.note_change(work, "remove_note", note.event_id, before=note)
            work.commit()

    def write_harvest(
        self, event_id: str, item_id: str, *, round_number: int, table: int, text: str, seen: str | None = None
    ) -> Note | None:
        """Keep what one café table brought out in one round; an empty text takes it away.

        ``seen`` is what stood in the field before the person's eyes (``None`` = does not matter): where somebody else
        wrote there meanwhile, ChangedElsewhere keeps both texts.
        """
        known = next(
            (
                note
                for note in self.list_for(event_id, item_id)
                if note.kind is NoteKind.HARVEST and (note.round, note.table) == (round_number, table)
            ),
            None,
        )
        if known and not text.strip():
            self.remove(known.id)
            return None
        if known:
            before = known if seen is None else replace(known, text=seen)
            return self.edit(before, replace(known, text=text.strip()))
        if not text.strip():
            return None
        return self.add(event_id, item_id, NoteKind.HARVEST, text, round=round_number, table=table)


def _refuse_empty(text: str) -> None:
    if not text.strip():
        raise InvalidInput(mark("The note is empty. Write what was said, or remove the note."))
