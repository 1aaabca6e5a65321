"""What a new note gets beside its words: from the line itself, else from the fields above it."""

from __future__ import annotations

from typing import Any

from facilitation.domain.agenda import Attribution
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent, Participation
from facilitation.planning.note_prefix import OWNED, SPOKEN, Setting, TypedNote, position_of, typed_note
from facilitation.ui import state
from facilitation.ui.notes_drafts import entry_key
from facilitation.ui.notes_view import NotesView

SPEAKER, ROLE, SECTOR, CONSENT, OWNER, DUE = "speaker", "role", "sector", "consent", "owner", "due"


def understood(view: NotesView, line: str, chosen: NoteKind) -> TypedNote:
    """The line as it is understood in this session."""
    people = tuple(view.record.participations)
    return typed_note(line, chosen, Setting(view.item, people, view.chosen.starts_at.date()))


def note_facts(view: NotesView, note: TypedNote, shown: NoteKind) -> dict[str, Any]:
    """Fields of the note; only fields that stand on the screen count (``shown`` = the kind they stand there for)."""
    if note.kind in OWNED:
        return _owner_facts(view, note, shown)
    if note.kind not in SPOKEN or view.item.attribution is Attribution.NOBODY:
        return {}
    facts = _said_facts(view, note, shown)
    person = person_named(view, facts["speaker"])
    agreed = person is not None and person.quote_consent is Consent.YES
    ticked = shown is NoteKind.QUOTE and bool(_field(view, CONSENT))
    return {
        **facts,
        "speaker_id": person.id if person else "",
        "quote_consent": note.kind is NoteKind.QUOTE and (ticked or agreed),
    }


def _field(view: NotesView, field: str) -> Any:
    return state.widget_value(entry_key(view.item.id, field))


def _owner_facts(view: NotesView, note: TypedNote, shown: NoteKind) -> dict[str, Any]:
    if shown not in OWNED:
        return {"owner": note.owner, "due_on": note.due_on}
    owner = note.owner or str(_field(view, OWNER) or "").strip()
    return {"owner": owner, "due_on": note.due_on or _field(view, DUE)}


def _said_facts(view: NotesView, note: TypedNote, shown: NoteKind) -> dict[str, Any]:
    if note.speaker:
        role, sector = position_of(note.speaker.participation)
        return {"speaker": note.speaker.name, "speaker_role": role, "speaker_sector": sector}
    if shown not in SPOKEN:
        return {"speaker": ""}
    sector = _field(view, SECTOR)
    return {
        "speaker": str(_field(view, SPEAKER) or "").strip(),
        "speaker_role": str(_field(view, ROLE) or "").strip(),
        "speaker_sector": sector.value if sector else "",
    }


def person_named(view: NotesView, name: str) -> Participation | None:
    """The person of the event who is called exactly so."""
    return next((part for part in view.record.participations if name and part.person.name == name), None)
