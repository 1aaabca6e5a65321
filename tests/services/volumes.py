"""Volumes for tests: an event with notes whose volume nothing forbids to leave, and files that come back."""

from __future__ import annotations

from io import BytesIO

from docx import Document

from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.proceedings import Section
from facilitation.domain.text import Text
from facilitation.services.application import Application

SUMMARY = Text(sq="Strehimi kërkon para për tre vjet.", en="Shelter needs money for three years.")


def begun_volume(app: Application, event: Event) -> Event:
    """The event with a note and a summary."""
    item = next(item for _, item in app.agendas.get(event.id).items() if item.duration)
    app.notes.add(event.id, item.id, NoteKind.RECOMMENDATION, "Strehëza të financohet çdo vit.")
    app.proceedings.write(event.id, Section.SUMMARY, Text(), SUMMARY)
    return event


def finished_volume(app: Application, event: Event) -> Event:
    """The same, final."""
    begun_volume(app, event)
    app.volume_stages.ask_for_comments(event.id)
    app.volume_stages.finish(event.id, "Miratuar nga bordi")
    return event


def words(data: bytes) -> str:
    """All words of a Word file's body."""
    body = Document(BytesIO(data)).element.body
    return "\n".join(text.text or "" for text in body.iter() if text.tag.endswith("}t"))


def commented(data: bytes, *remarks: tuple[str, str, str]) -> bytes:
    """A Word file with comments (words they are on, author, text), as Word writes them."""
    document = Document(BytesIO(data))
    for anchor, author, text in remarks:
        paragraph = next(each for each in document.paragraphs if anchor in each.text)
        document.add_comment(runs=paragraph.runs, text=text, author=author, initials=author[:1])
    made = BytesIO()
    document.save(made)
    return made.getvalue()
