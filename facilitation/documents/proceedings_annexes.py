"""The annexes of the proceedings that are laid out anew: the matrix from consultation to commitment, and the photos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from docx.image.image import Image

from facilitation.documents.proceedings_registers import COMMITMENTS, RECOMMENDATIONS
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.thread_word import Frame, thread_section
from facilitation.documents.word_fields import field
from facilitation.documents.word_parts import Cell, Piece, Row, heading, paragraph
from facilitation.documents.word_styles import BOOK
from facilitation.documents.word_xml import Element, element
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.proceedings import Section
from facilitation.domain.record import EventRecord
from facilitation.i18n.translator import Translator
from facilitation.planning.proceedings_consulted import before_the_event
from facilitation.planning.proceedings_content import Proceedings
from facilitation.planning.proceedings_photos import ShownPhoto

PHOTO_WIDTH, PHOTO_HEIGHT = BOOK.text_width, 98.0
"""The room for a picture in millimetres: two and their captions fill a page."""
ON_A_PAGE = 2
SHORT_CHAIN = (0.27, 0.14, 0.25, 0.18, 0.16)
"""The columns of the thread where recommendations and commitments are only numbers."""


def thread_annex(content: Proceedings, record: EventRecord, volume: Volume) -> Iterator[Element]:
    """The matrix, with the headings and captions of the volume; what the evaluation forms say is no part of it."""

    def tabled(title: str, columns: Sequence[float], head: Row, rows: Sequence[Row]) -> Iterable[Element]:
        return volume.captioned(title, columns, head, rows)

    part, below = partial(volume.unnumbered, level=2), partial(heading, level=3)
    frame = Frame(BOOK.text_width, part, below, tabled)
    if {Section.RECOMMENDATIONS, Section.COMMITMENTS} <= set(content.sections):
        frame = replace(frame, columns=SHORT_CHAIN, told=partial(_numbers, _register_numbers(content), volume))
    return thread_section(before_the_event(record), volume._, frame)


def _register_numbers(content: Proceedings) -> dict[str, int]:
    """The number of each note in its register."""
    asked = {entry.note_id: entry.number for entry in content.recommendations}
    return asked | {entry.note_id: entry.number for entry in content.commitments}


def _numbers(numbers: Mapping[str, int], volume: Volume, notes: Sequence[Note]) -> Cell:
    """The lines of the registers: their words stand there."""
    register = RECOMMENDATIONS if notes[0].kind is NoteKind.RECOMMENDATION else COMMITMENTS
    return Cell(volume.register_links(register, [numbers[note.id] for note in notes if note.id in numbers]))


def photos(content: Proceedings, volume: Volume) -> Iterator[Element]:
    """The photos, two on a page, each under its caption and with its words for those who cannot see it."""
    for number, photo in enumerate(content.photos, start=1):
        is_first = number % ON_A_PAGE == 1 and number > 1
        yield _caption(photo, number, volume, page_break=is_first)
        alt = _alt(photo, volume._)
        yield paragraph([volume.paper.picture(photo.data, _size(photo.data), alt)])


def _caption(photo: ShownPhoto, number: int, volume: Volume, *, page_break: bool) -> Element:
    _ = volume._
    text = " – ".join(part for part in (photo.caption.said_in(volume.language), _place(photo, _)) if part)
    before, after = _("Photo {number}.").split("{number}", 1)
    words: list[Piece] = [before, *field("SEQ Photo \\* ARABIC", str(number)), f"{after} {text}".rstrip()]
    return paragraph(words, "caption", extra=[element("pageBreakBefore")] if page_break else [])


def _alt(photo: ShownPhoto, _: Translator) -> str:
    """What the picture is, in a sentence."""
    caption, place = photo.caption.said_in(_.language), _place(photo, _)
    what = _("Photo of a flipchart: {what}") if caption or place else _("Photo of a flipchart")
    return what.format(what=" – ".join(part for part in (caption, place) if part))


def _place(photo: ShownPhoto, _: Translator) -> str:
    """The session, with round and table where it is of one."""
    title = photo.session_title.said_in(_.language)
    if photo.round is None or photo.table is None:
        return title
    where = _("round {round}, table {table}").format(round=photo.round, table=photo.table)
    return f"{title}, {where}" if title else where


def _size(data: bytes) -> tuple[float, float]:
    """Width and height in millimetres: as large as the room allows, in the picture's own proportions."""
    image = Image.from_blob(data) if data else None
    wide, high = (image.px_width, image.px_height) if image else (1, 1)
    scale = min(PHOTO_WIDTH / wide, PHOTO_HEIGHT / high)
    return round(wide * scale, 1), round(high * scale, 1)


__all__ = ["photos", "thread_annex"]
