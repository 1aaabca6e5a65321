"""Note forms for those who write without a network: made one by one or all at once, and taken back in a batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from facilitation.domain.agenda import NOTED_KINDS, AgendaItem
from facilitation.domain.cafe import Cafe
from facilitation.domain.event import Sector
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.errors import FacilitationError, InvalidInput, NotFound, mark
from facilitation.i18n.labels import sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.note_form import (
    ENDED,
    STARTED,
    FilledNotes,
    FormPlace,
    FormRemark,
    present_key,
    read_note_form,
)
from facilitation.planning.note_prefix import Setting
from facilitation.services.desk import Desk
from facilitation.services.templates import template_of
from facilitation.storage.unit_of_work import UnitOfWork

LARGEST_FORM, MOST_FORMS = 5_000_000, 300
NOT_A_FORM = mark("“{file}” is not a Word file (.docx). Choose the filled note forms themselves.")
TOO_LARGE = mark("“{file}” is larger than {megabytes} MB, far more than a form. Take pictures out of it.")
ANOTHER_EVENT = mark("“{file}” belongs to another event. Open that event, and read the file there.")
NO_SESSION = mark(
    "The session of “{file}” is no longer in the agenda. Bring it back with “Undo” in the agenda, then choose the file"
    " again."
)
NOTHING = mark("In “{file}” nothing was written down.")
TOO_MANY = mark("Choose at most {count} files at once.")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file: where it belongs, the notes that are new, how many were taken in before, and what is remarked on it.

    ``error`` = why nothing of it can be used (``None`` = it can).
    """

    file_name: str
    title: Text = Text()
    round: int | None = None
    table: int | None = None
    notes: tuple[Note, ...] = ()
    already: int = 0
    remarks: tuple[FormRemark, ...] = ()
    error: FacilitationError | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """What files are compared with."""

    record: EventRecord
    timed: dict[str, TimedItem]
    seen: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class NoteForms:
    """Makes note forms for a computer and takes filled ones back."""

    desk: Desk

    def form(
        self, event_id: str, item_id: str, language: str, *, round_: int | None = None, table: int | None = None
    ) -> bytes:
        """The form of a session, or of one table of its café (in one round, or for all of them)."""
        with self.desk.reading() as work:
            record, template = work.record(event_id), template_of(work, event_id)
        entry = next((entry for entry in _timed(record) if entry.item.id == item_id), None)
        if entry is None:
            raise NotFound(mark("This session was removed in the meantime. Choose another one."))
        return self._made((record, entry), language, FormPlace(event_id, item_id, round_, table), template)

    def every_form(self, event_id: str, language: str) -> bytes:
        """All forms of the event as a zip: one for each noted session, and one for each table of a café."""
        with self.desk.reading() as work:
            record, template = work.record(event_id), template_of(work, event_id)
        packed = BytesIO()
        with ZipFile(packed, "w", ZIP_DEFLATED) as file:
            for number, (entry, table) in enumerate(_wanted(record), start=1):
                place = FormPlace(event_id, entry.item.id, None, table)
                name = form_file_name(number, entry.item, table, language)
                file.writestr(name, self._made((record, entry), language, place, template))
        return packed.getvalue()

    def read(self, event_id: str, files: Sequence[tuple[str, bytes]]) -> tuple[ReadFile, ...]:
        """What each file says; nothing is saved. One that cannot be used never stops the others."""
        if len(files) > MOST_FORMS:
            raise InvalidInput(TOO_MANY, count=MOST_FORMS)
        with self.desk.reading() as work:
            known = _known(work, event_id)
        return tuple(_read(known, name, data) for name, data in files)

    def take_in(self, event_id: str, read: Iterable[ReadFile]) -> int:
        """Save the new notes of these files in one stroke, which one undo takes back; answers how many."""
        with self.desk.work() as work:
            known = _known(work, event_id)
            new = [note for file in read for note in file.notes if note.item_id in known.timed]
            notes = list(self._placed(known, new))
            work.notes.add_all(notes)
            saved = [replace(note, version=1) for note in notes]
            self.desk.note_additions(work, "import_notes", event_id, saved)
            work.commit()
        return len(notes)

    def _placed(self, known: _Known, notes: Iterable[Note]) -> Iterator[Note]:
        """The notes that are still new, after all others, with who took them in where no note-taker is named."""
        position, now = max((note.position for note in known.record.notes), default=0), self.desk.now()
        for note in notes:
            if note.id not in known.seen:
                known.seen.add(note.id)
                position += 1
                yield replace(note, position=position, written_at=now, author=note.author or self.desk.actor)

    def _made(self, session: tuple[EventRecord, TimedItem], language: str, place: FormPlace, template: bytes) -> bytes:
        # Imported when a form is asked for: python-docx takes half a second.
        from facilitation.documents.note_form_screen_word import FormWanted, note_form_screen_docx
        from facilitation.documents.word_styles import Stamp

        record, entry = session
        cafe = _cafe(record, entry.item.id)
        rounds = _rounds(cafe, place)
        version = str(record.event.version + record.agenda.version + record.guide.version)
        wanted = FormWanted(entry, place, self.desk.new_id(), rounds, cafe.questions if cafe else ())
        stamp = Stamp(version, self.desk.today(), template=template)
        return note_form_screen_docx(record, Translator(language), stamp, wanted)


def form_file_name(number: int, item: AgendaItem, table: int | None, language: str) -> str:
    """The name of a form among the others: "03-kafeneja-tryeza-2.docx"."""
    from facilitation.exchange.schedule_names import slug_of

    slug = slug_of(item.title.said_in(language))[:50].strip("-") or "session"
    place = "" if table is None else f"-{'tryeza' if language == 'sq' else 'table'}-{table}"
    return f"{number:02d}-{slug}{place}.docx"


def tables_of(record: EventRecord, item_id: str) -> int:
    """How many tables of a session have a form of their own (0 = none)."""
    cafe = _cafe(record, item_id)
    return cafe.table_count if cafe else 0


def _cafe(record: EventRecord, item_id: str) -> Cafe | None:
    return next((cafe for cafe in record.cafes if cafe.item_id == item_id), None)


def _rounds(cafe: Cafe | None, place: FormPlace) -> tuple[int, ...]:
    """The rounds a form has a field of harvest for: those of a table, or the one it is for."""
    if cafe is None or place.table is None:
        return ()
    return (place.round,) if place.round else tuple(range(1, cafe.round_count + 1))


def _timed(record: EventRecord) -> tuple[TimedItem, ...]:
    return tuple(timed_items(record.agenda, record.event.starts_on))


def _wanted(record: EventRecord) -> Iterator[tuple[TimedItem, int | None]]:
    """The noted sessions (all, where none is noted) and the tables of cafés, in the order of the agenda."""
    every = _timed(record)
    for entry in [entry for entry in every if entry.item.kind in NOTED_KINDS] or every:
        yield entry, None
        yield from ((entry, table) for table in range(1, tables_of(record, entry.item.id) + 1))


def _known(work: UnitOfWork, event_id: str) -> _Known:
    record = work.record(event_id)
    timed = {entry.item.id: entry for entry in _timed(record)}
    return _Known(record, timed, {note.id for note in record.notes})


def _read(known: _Known, name: str, data: bytes) -> ReadFile:
    try:
        form = _filled(name, data)
        entry = _session(known, form)
    except FacilitationError as error:
        return ReadFile(name, error=error)
    setting = Setting(entry.item, known.record.participations, entry.starts_at.date())
    read = read_note_form(form, setting, _facts(form))
    new = tuple(note for note in read.notes if note.id not in known.seen)
    known.seen.update(note.id for note in new)
    place = (entry.item.title, form.place.round, form.place.table)
    nothing = None if read.notes or read.remarks else InvalidInput(NOTHING, file=name)
    remarks = (*read.remarks, *_second_harvests(known.record, new))
    return ReadFile(name, *place, new, len(read.notes) - len(new), remarks if new else (), nothing)


def _filled(name: str, data: bytes) -> FilledNotes:
    from facilitation.exchange.note_form_import import note_form  # slow to import

    if len(data) > LARGEST_FORM:
        raise InvalidInput(TOO_LARGE, file=name, megabytes=LARGEST_FORM // 1_000_000)
    if not name.lower().endswith(".docx"):
        raise InvalidInput(NOT_A_FORM, file=name)
    return note_form(data, name)


def _session(known: _Known, form: FilledNotes) -> TimedItem:
    """The session a form belongs to; InvalidInput where it is of another event or removed."""
    if form.place.event_id != known.record.event.id:
        raise InvalidInput(ANOTHER_EVENT, file=form.file_name)
    entry = known.timed.get(form.place.item_id)
    if entry is None:
        raise InvalidInput(NO_SESSION, file=form.file_name)
    return entry


def _facts(form: FilledNotes) -> str:
    """When the session really began and ended and who was there, as one note in the language of the form."""
    _ = Translator(form.language)
    began, ended = (form.values.get(key, "").strip() for key in (STARTED, ENDED))
    facts = [_("Began: {clock}").format(clock=began)] if began else []
    facts += [_("Ended: {clock}").format(clock=ended)] if ended else []
    counts = [(sector_label(sector, _), form.values.get(present_key(sector), "").strip()) for sector in Sector]
    if present := ", ".join(f"{name} {count}" for name, count in counts if count):
        facts.append(_("Present: {counts}").format(counts=present))
    return " · ".join(facts)


def _second_harvests(record: EventRecord, new: Iterable[Note]) -> Iterator[FormRemark]:
    """Tables that have a harvest already: the one of the form is kept beside it."""
    written = {(n.item_id, n.round, n.table) for n in record.notes if n.kind is NoteKind.HARVEST}
    for note in new:
        if note.kind is NoteKind.HARVEST and (note.item_id, note.round, note.table) in written:
            yield FormRemark("second", f"harvest:{note.round}", note.text)
