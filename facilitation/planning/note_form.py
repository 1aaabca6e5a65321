"""The note form that is filled in on a computer: its fields by keys, and what a filled one says.

One file belongs to a session, or to one table of a café. Nothing somebody wrote is lost: what cannot be understood
stays as it was typed and becomes a key point, with a remark where it stood.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from facilitation.domain.agenda import Attribution
from facilitation.domain.event import Sector
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Consent
from facilitation.planning.filled_form import TICKED, fingerprint, is_ticked
from facilitation.planning.note_prefix import OWNED, Named, Setting, TypedNote, named, position_of, typed_note
from facilitation.planning.spoken_days import spoken_day

ROWS, ACTIONS = 20, 6
TAKER, STARTED, ENDED = "taker", "started", "ended"
DECISIONS, UNCLEAR, FREE = "decisions", "unclear", "free"
ROW_FIELDS, ACTION_FIELDS = ("kind", "speaker", "words", "short", "quote"), ("what", "owner", "due")
KINDS = tuple(kind for kind in NoteKind if kind not in (NoteKind.HARVEST, NoteKind.SYNTHESIS))
"""The kinds to choose from."""
BLOCKS: Mapping[str, NoteKind] = {
    DECISIONS: NoteKind.COMMITMENT,
    UNCLEAR: NoteKind.PARKING_LOT,
    FREE: NoteKind.KEY_POINT,
}
"""Fields in which each line is a note, and its kind where no sign says another."""
OUTSIDE = "outside"
"""What was written beside the fields."""


@dataclass(frozen=True, slots=True)
class FormPlace:
    """Which session a form is for; ``table`` and ``round`` (from 1) where it is for one table, or one round of it."""

    event_id: str
    item_id: str
    round: int | None = None
    table: int | None = None


@dataclass(frozen=True, slots=True)
class FilledNotes:
    """A form that came back. ``number`` is its own; ``values`` are the fields that are not empty, ``outside`` the lines
    beside them."""

    file_name: str
    place: FormPlace
    language: str
    number: str
    values: Mapping[str, str]
    outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormRemark:
    """What could not be understood: ``code`` "kind", "name", "day", "outside", "unnamed" or "second"; ``key`` names the
    field, ``words`` are what stood there, ``count`` how often."""

    code: str
    key: str
    words: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class ReadNotes:
    """The notes of a form, and the remarks on it."""

    notes: tuple[Note, ...]
    remarks: tuple[FormRemark, ...] = ()


@dataclass(slots=True)
class _Reading:
    """What is gathered while a form is read."""

    form: FilledNotes
    setting: Setting
    notes: list[Note] = field(default_factory=list)
    remarks: list[FormRemark] = field(default_factory=list)
    unnamed: int = 0
    seen: Counter[tuple[str, ...]] = field(default_factory=Counter)


def form_keys(rounds: Sequence[int]) -> tuple[str, ...]:
    """The keys of all fields in the order of the form; ``rounds`` are those it has a field of harvest for."""
    return (
        *(TAKER, STARTED, ENDED),
        *(present_key(sector) for sector in Sector),
        *(row_key(row, name) for row in range(1, ROWS + 1) for name in ROW_FIELDS),
        *(harvest_key(number) for number in rounds),
        DECISIONS,
        *(action_key(row, name) for row in range(1, ACTIONS + 1) for name in ACTION_FIELDS),
        UNCLEAR,
        FREE,
    )


def present_key(sector: Sector) -> str:
    """The field for how many of a sector were there."""
    return f"present:{sector.value}"


def row_key(row: int, name: str) -> str:
    """A field of a contribution; rows count from 1."""
    return f"row:{row}:{name}"


def harvest_key(number: int) -> str:
    """The field for what the table brought out in a round."""
    return f"harvest:{number}"


def action_key(row: int, name: str) -> str:
    """A field of who does what by when; rows count from 1."""
    return f"action:{row}:{name}"


def note_form_code(place: FormPlace, language: str, number: str, rounds: Sequence[int]) -> str:
    """What tells which session, table and form a file is, and whether its fields are still the same."""
    where = (place.event_id, place.item_id, str(place.round or 0), str(place.table or 0))
    return ":".join(("notes", *where, language, number, fingerprint(form_keys(rounds))))


def keyed(values: Mapping[str, str], print_: str, most_rounds: int) -> Mapping[str, str] | None:
    """Values whose fields lost their keys ("#0", "#1" … in their order) with them again; ``None`` = they do not fit."""
    if not any(key.startswith("#") for key in values):
        return values
    for count in range(most_rounds + 1):
        keys = form_keys(range(1, count + 1))
        if len(keys) == len(values) and fingerprint(keys) == print_:
            return {key: values[f"#{place}"] for place, key in enumerate(keys)}
    return None


def read_note_form(form: FilledNotes, setting: Setting, facts: str = "") -> ReadNotes:
    """The notes in a form, without position and moment. ``facts`` = what is known of the session, as a sentence."""
    reading = _Reading(form, setting)
    if facts:
        raw = ("facts", *(form.values.get(key, "") for key in (STARTED, ENDED, *map(present_key, Sector))))
        _add(reading, raw, TypedNote(NoteKind.KEY_POINT, facts))
    for row in range(1, ROWS + 1):
        _read_row(reading, row)
    _read_harvest(reading)
    for row in range(1, ACTIONS + 1):
        _read_action(reading, row)
    for key, kind in BLOCKS.items():
        for line in _lines(form.values.get(key, "")):
            _add(reading, (key, line), typed_note(line, kind, setting))
    _read_rest(reading)
    if reading.unnamed:
        reading.remarks.append(FormRemark("unnamed", "", count=reading.unnamed))
    return ReadNotes(tuple(reading.notes), tuple(reading.remarks))


def _read_row(reading: _Reading, row: int) -> None:
    """Exact words and their short form are two notes: the first may be quoted, the second is the note-taker's."""
    kind_word, speaker, words, short, quote = (_value(reading, row_key(row, name)) for name in ROW_FIELDS)
    known = next((kind for kind in KINDS if kind.value == kind_word), None)
    if kind_word and known is None:
        reading.remarks.append(FormRemark("kind", row_key(row, "kind"), kind_word))
        short = f"{kind_word}: {short}" if short or not words else short
    if not words and not short:
        if speaker:
            reading.remarks.append(FormRemark("name", row_key(row, "speaker"), speaker))
        return
    if words:
        kind = NoteKind.QUOTE if short or known is None else known
        note = _said(words, kind, speaker, reading.setting)
        _add(reading, ("words", kind_word, speaker, words), note, agreed=is_ticked(quote))
    if short:
        kind = NoteKind.KEY_POINT if known in (None, NoteKind.QUOTE) else known
        _add(reading, ("short", kind_word, speaker, short), _said(short, kind, speaker, reading.setting))


def _said(text: str, kind: NoteKind, speaker: str, setting: Setting) -> TypedNote:
    """A note with the speaker of its row; where the text names one as well, that stays in the text."""
    note = typed_note(text, kind, setting)
    if not speaker:
        return note
    if note.speaker:
        note = replace(note, text=text)
    return replace(note, speaker=named(speaker, setting, is_meant=True) or Named(speaker))


def _read_harvest(reading: _Reading) -> None:
    place = reading.form.place
    for key, text in reading.form.values.items():
        kind, _colon, number = key.partition(":")
        if kind == "harvest" and number.isascii() and number.isdigit():
            note = TypedNote(NoteKind.HARVEST, text.strip())
            _add(reading, (key, note.text), note, at=(int(number), place.table))


def _read_action(reading: _Reading, row: int) -> None:
    raw = tuple(_value(reading, action_key(row, name)) for name in ACTION_FIELDS)
    what, owner, due = raw
    if not (what or owner or due):
        return
    day = spoken_day(due, reading.setting.held_on) if due else None
    if due and day is None:
        reading.remarks.append(FormRemark("day", action_key(row, "due"), due))
        what = f"{what} ({due})".strip()
    note = typed_note(what, NoteKind.COMMITMENT, reading.setting)
    who = named(owner, reading.setting, is_meant=False) if owner else None
    note = replace(note, owner=who.name if who else owner or note.owner, due_on=day or note.due_on)
    _add(reading, ("action", *raw), note if note.text else replace(note, text=owner))


def _read_rest(reading: _Reading) -> None:
    """Fields of other forms and lines beside the fields: key points."""
    usual = set(form_keys(())) | {key for key in reading.form.values if key.startswith("harvest:")}
    chosen = {TICKED, *(kind.value for kind in KINDS)}
    strange = [text for key, text in reading.form.values.items() if key not in usual and text not in chosen]
    lines = [line for text in (*strange, *reading.form.outside) for line in _lines(text)]
    for line in lines:
        _add(reading, (OUTSIDE, line), typed_note(line, NoteKind.KEY_POINT, reading.setting))
    if lines:
        reading.remarks.append(FormRemark("outside", OUTSIDE, lines[0], len(lines)))


def _add(
    reading: _Reading,
    raw: tuple[str, ...],
    note: TypedNote,
    *,
    agreed: bool = False,
    at: tuple[int | None, int | None] | None = None,
) -> None:
    """Keep a note (``raw`` = as it was typed); where nobody is named its speaker is cut off, as the screen does."""
    form, (number, table) = reading.form, at or (reading.form.place.round, reading.form.place.table)
    speaker = note.speaker
    if speaker and reading.setting.item.attribution is Attribution.NOBODY:
        speaker, reading.unnamed = None, reading.unnamed + 1
    text = note.text.strip()
    if not text:
        return
    part = speaker.participation if speaker else None
    role, sector = position_of(part)
    is_quote = note.kind is NoteKind.QUOTE
    consented = is_quote and (agreed or bool(part and part.quote_consent is Consent.YES)) and _has_speaker(reading)
    reading.seen[raw] += 1
    reading.notes.append(
        Note(
            note_id(form.number, raw, reading.seen[raw]),
            form.place.event_id,
            form.place.item_id,
            note.kind,
            text,
            speaker=speaker.name if speaker else "",
            speaker_role=role,
            speaker_sector=sector,
            quote_consent=consented,
            owner=note.owner if note.kind in OWNED else "",
            due_on=note.due_on if note.kind in OWNED else None,
            round=number,
            table=table,
            author=_value(reading, TAKER),
            speaker_id=part.id if part else "",
        )
    )


def _has_speaker(reading: _Reading) -> bool:
    return reading.setting.item.attribution is not Attribution.NOBODY


def note_id(number: str, raw: Sequence[str], time: int) -> str:
    """The id of a note of a form: what was typed into the same form for the same ``time`` is the same note.

    A form that comes back longer brings only what is new, also where rows were moved or the program dropped the tags.
    """
    return hashlib.sha256("\n".join((number, str(time), *raw)).encode()).hexdigest()[:24]


def _value(reading: _Reading, key: str) -> str:
    return reading.form.values.get(key, "").strip()


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())
