"""What a reload or a crash interrupted: texts that were being typed are saved when the screen opens again."""

from __future__ import annotations

from dataclasses import replace

from facilitation.domain.note import Note
from facilitation.ui import state
from facilitation.ui.kept_typing import drafts_left, drop_drafts, keep_typing, say_kept
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

HARVEST, NOTE_TEXT, ENTRY = "harvest", "note_text", "entry"


def harvest_key(item_id: str, round_number: int, table: int) -> str:
    """The field of one table in one round."""
    return state.widget_key(HARVEST, item_id, round_number, table)


def note_text_key(note_id: str) -> str:
    """The field with the words of one note."""
    return state.widget_key(NOTE_TEXT, note_id)


def entry_key(item_id: str, field: str) -> str:
    """A field of the note that is being written in a session."""
    return state.widget_key(ENTRY, item_id, field)


def item_left(page: EventScreen) -> str:
    """The session in which a note was being written when the page was closed ("" = none)."""
    left = drafts_left(page, ENTRY)
    return next((key.split("·")[1] for key, text in left.items() if key.endswith("·text") and text.strip()), "")


def keep_notes_typing(page: EventScreen, item_id: str, note_id: str) -> None:
    """Watch the field of the new note, with the cursor in it, and the words of the note that stands open."""
    entry = entry_key(item_id, "text")
    keep_typing(page, [entry, *([note_text_key(note_id)] if note_id else [])], focus=entry)


def save_texts_left(page: EventScreen) -> None:
    """Save what was typed into harvest fields and notes before the page was closed, reloaded or cut off."""
    harvest, notes = drafts_left(page, HARVEST), drafts_left(page, NOTE_TEXT)
    if not harvest and not notes:
        return
    for key, text in harvest.items():
        _, item_id, round_number, table = key.split("·")
        _save_harvest(page, item_id, int(round_number), int(table), text)
    known = {note_text_key(note.id): note for note in page.app.notes.list_for(page.event_id)}
    for key, text in notes.items():
        if text.strip() and key in known:
            _save_note(page, known[key], text)
    drop_drafts(page, *harvest, *notes)
    say_kept(page)


def _save_harvest(page: EventScreen, item_id: str, round_number: int, table: int, text: str) -> None:
    if text.strip():
        attempt(page.app.notes.write_harvest, page.event_id, item_id, round_number=round_number, table=table, text=text)


def _save_note(page: EventScreen, note: Note, text: str) -> None:
    attempt(page.app.notes.edit, note, replace(note, text=text.strip()))
