"""Lines that sum up notes, and whether the notes they rest on are still there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from facilitation.domain.note import Note, NoteKind


def missing_sources(notes: Iterable[Note]) -> Mapping[str, int]:
    """How many of its notes each synthesis line lost, by the id of the line; lines that lost none are left out."""
    every = tuple(notes)
    there = {note.id for note in every}
    lost = {note.id: len(set(note.source_note_ids) - there) for note in every if note.kind is NoteKind.SYNTHESIS}
    return {note_id: count for note_id, count in lost.items() if count}


def table_results(notes: Iterable[Note], theme_id: str) -> tuple[Note, ...]:
    """The results of the tables under a theme ("" = under none), in the order of rounds and tables."""
    found = (note for note in notes if note.kind is NoteKind.HARVEST and note.theme_id == theme_id)
    return tuple(sorted(found, key=lambda note: (note.round or 0, note.table or 0, note.position)))


def synthesis_of(notes: Iterable[Note], theme_id: str) -> Note | None:
    """The line that sums up a theme (``None`` = not written yet)."""
    found = (note for note in notes if note.kind is NoteKind.SYNTHESIS and note.theme_id == theme_id)
    return min(found, key=lambda note: note.position, default=None)
