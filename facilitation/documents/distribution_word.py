"""Covering letters that go out with the final volume, one to each on the distribution list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from facilitation.documents.invitation_word import letter_closing, letter_head, letter_name, zip_entry
from facilitation.documents.letter_facts import LetterFacts
from facilitation.documents.letter_file import LetterFile, line, words
from facilitation.documents.word_xml import Element
from facilitation.domain.note import NoteKind
from facilitation.domain.proceedings import Recipient
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.volume_status import final_on

Order = tuple[date, bytes]
"""The day of the letters and the letterhead (b"" = ours)."""


def letters_docx(record: EventRecord, _: Translator, readers: Sequence[Recipient], order: Order) -> bytes:
    """One file with a letter to everybody, each on pages of its own."""
    written_on, letterhead = order
    file = LetterFile(record.event, _, title=_("Letter with the proceedings"), letterhead=letterhead)
    facts = LetterFacts(record, _, written_on)
    for reader in readers:
        file.add(_letter(facts, reader))
    if not readers:
        file.add([line(words(_("Nobody is on the distribution list yet."), _.language))])
    return file.data()


def letters_zip(record: EventRecord, _: Translator, readers: Sequence[Recipient], order: Order) -> bytes:
    """A file for each."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as package:
        for number, reader in enumerate(readers, start=1):
            name = zip_entry(letter_name(reader.name, number))
            package.writestr(name, letters_docx(record, _, (reader,), order))
    return data.getvalue()


def _letter(facts: LetterFacts, reader: Recipient) -> Iterator[Element]:
    _, language = facts._, facts.language
    lines = [reader.name, *([reader.organisation] if reader.organisation else [])]
    yield from letter_head(facts, lines, _("Proceedings of “{event}”").format(event=facts.title))
    yield line(words(_("Dear Sir or Madam,"), language))
    for text in _body(facts):
        yield line(words(text, language))
    yield from letter_closing(facts)


def _body(facts: LetterFacts) -> Iterator[str]:
    """What is sent, what is in it, and what is asked for."""
    _, event = facts._, facts.event
    sent = _("With this letter {host} sends you the proceedings of “{event}”, {days}, {place}.")
    if not event.place.strip():
        sent = _("With this letter {host} sends you the proceedings of “{event}”, {days}.")
    yield sent.format(host=facts.host, event=facts.title, days=facts.when, place=event.place.strip())
    finished = final_on(facts.record.proceedings)
    if finished:
        day = day_text(finished, facts.language, with_year=True, with_weekday=False)
        yield _("The volume is final since {day}.").format(day=day)
    yield from _what_is_in_it(facts)
    yield _(
        "Please pass them on to those in your institution who work on these matters. Where your institution is named as"
        " the one who acts, please tell us what has been done so far: we shall report on it at the next meeting."
    )
    yield _(
        "Names and details of beneficiaries have been left out of the volume. Please do not add them when you copy it."
    )


def _what_is_in_it(facts: LetterFacts) -> Iterator[str]:
    _, notes = facts._, facts.record.notes
    asked = sum(note.kind is NoteKind.RECOMMENDATION for note in notes)
    promised = sum(note.kind is NoteKind.COMMITMENT for note in notes)
    if asked:
        yield _.plural(
            "It holds {count} recommendation, with the institution it is addressed to.",
            "It holds {count} recommendations, each with the institution it is addressed to.",
            asked,
        ).format(count=asked)
    if promised:
        yield _.plural(
            "{count} commitment was made, with who keeps it and by when.",
            "{count} commitments were made, each with who keeps it and by when.",
            promised,
        ).format(count=promised)
