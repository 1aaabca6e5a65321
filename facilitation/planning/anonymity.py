"""The anonymity check: what in the volume may tell who somebody is, and what was decided about each such place.

Names come from the list of people in every bent form, and from titles and first names of people nobody entered
(``exposed_names``); telephones, e-mails, identity numbers and addresses from their forms (``exposed_numbers``).
No document about victims carries a name (domain.md R0.9 and R0.10).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from facilitation.domain.agenda import Attribution
from facilitation.domain.consultation import Reply
from facilitation.domain.event import Event
from facilitation.domain.note import Note
from facilitation.domain.person import Consent
from facilitation.domain.photo import PHOTO
from facilitation.domain.proceedings import VOLUME, CheckAnswer, Remedy, VolumePart
from facilitation.domain.record import EventRecord
from facilitation.domain.text import LANGUAGES, Text
from facilitation.planning.exposed_names import Names, named_people, names_of
from facilitation.planning.exposed_numbers import exposed_numbers
from facilitation.planning.photos import is_photo, photo_key, photos, printed_photos
from facilitation.planning.proceedings_consulted import about_the_event

NAME = "name"
CONTEXT = 60
"""Signs shown on either side of what was found."""
MASK = "…"
Change = Callable[[str, str], str]
"""A text with its place in, the text as it may leave out."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """One place of the volume that may tell who somebody is.

    ``place`` names the text ("note:<id>:text", "section:summary:sq", "part:minutes/present:sq", "event:about:en" …),
    ``kind`` is "name", "phone", "email", "identity", "address" or "photo" (a picture in which people may be
    recognised; ``place`` = "photo:<id>"); ``before`` and ``after`` are the words around it. ``person`` = whose name it
    is, as the list has it ("" = nobody on it). ``key`` stays the same as long as the words stand in the same text.
    """

    key: str
    place: str
    kind: str
    words: str
    before: str
    after: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    start: int
    end: int
    person: str = ""


def exposures(record: EventRecord) -> tuple[Exposure, ...]:
    """Everything found in the texts of the volume, in its order; answered or not."""
    found: list[Exposure] = []
    check = _Check.of(record)

    def look(text: str, place: str) -> str:
        found.extend(check.exposures(text, place))
        return text

    _rewritten(record, look)
    return (*found, *_photo_exposures(record))


def _photo_exposures(record: EventRecord) -> Iterator[Exposure]:
    """Every photo: only a person can say whether somebody can be recognised in it, and whether they agreed."""
    for photo in photos(filter(is_photo, record.attachments), record.proceedings):
        key, name = photo_key(photo.attachment.name), photo.attachment.name
        yield Exposure(key, f"{PHOTO}:{photo.attachment.id}", PHOTO, name, "", str(photo.caption))


def open_exposures(record: EventRecord, paper: str = "") -> tuple[Exposure, ...]:
    """Those nobody has answered yet: while there is one, the volume (or the report ``paper``) does not leave."""
    answered = {answer.finding_key for answer in record.proceedings.answers}
    return tuple(e for e in exposures(record) if e.key not in answered and concerns(e.place, paper))


def concerns(place: str, paper: str = "") -> bool:
    """Whether a text is printed in the volume ("") or in a report: all are but the words typed for another report.

    Photos stand in the volume only.
    """
    if place.startswith(f"{PHOTO}:"):
        return not paper
    return not place.startswith("part:") or place.startswith(f"part:{paper}/")


def masked(record: EventRecord) -> Callable[[str], str]:
    """For texts nobody looks through (tasks, sources of money): whatever may tell who somebody is becomes "…"."""
    return _Check.of(record).masked


def anonymous(record: EventRecord) -> EventRecord:
    """The record as it may leave: what was answered with "replace" or "remove" is so in every text of the volume."""
    answers = {answer.finding_key: answer for answer in record.proceedings.answers}
    record = replace(record, photos=printed_photos(record)) if record.photos else record
    if not any(answer.remedy is not Remedy.KEEP for answer in answers.values()):
        return record
    check = _Check.of(record)
    mended = _rewritten(record, lambda text, place: check.mended(text, place, answers))
    return replace(mended, photos=printed_photos(mended))


@dataclass(frozen=True, slots=True)
class _Check:
    """What is needed to look at one text: the names of the event, and who may be named in which session."""

    names: Names
    may_be_named: frozenset[str]
    named_items: frozenset[str]
    item_of_note: Mapping[str, str]

    @classmethod
    def of(cls, record: EventRecord) -> _Check:
        """The check for one event."""
        people = record.participations
        contributors = (
            person.name
            for _day, item in record.agenda.items()
            for person in (*item.speakers, *item.facilitators, *item.note_takers)
        )
        return cls(
            names=names_of((*(part.person.name for part in people), *contributors)),
            may_be_named=frozenset(part.person.name for part in people if part.list_consent is Consent.YES),
            named_items=frozenset(i.id for _day, i in record.agenda.items() if i.attribution is Attribution.NAMED),
            item_of_note={note.id: note.item_id for note in record.notes},
        )

    def exposures(self, text: str, place: str) -> Iterator[Exposure]:
        """What a text gives away."""
        seen: dict[str, int] = {}
        for entry in self._found(text, place):
            words = text[entry.start : entry.end]
            seen[words] = seen.get(words, 0) + 1
            yield Exposure(
                key=_key(place, entry.kind, words, seen[words]),
                place=place,
                kind=entry.kind,
                words=words,
                before=text[max(0, entry.start - CONTEXT) : entry.start],
                after=text[entry.end : entry.end + CONTEXT],
                person=entry.person,
            )

    def mended(self, text: str, place: str, answers: Mapping[str, CheckAnswer]) -> str:
        """The text with what was answered replaced or removed."""
        pieces: list[str] = []
        last = 0
        for entry, exposure in zip(self._found(text, place), self.exposures(text, place), strict=True):
            answer = answers.get(exposure.key)
            if answer is None or answer.remedy is Remedy.KEEP:
                continue
            words = answer.replacement if answer.remedy is Remedy.REPLACE else ""
            pieces += [text[last : entry.start], words]
            last = entry.end
        return _closed_up("".join([*pieces, text[last:]])) if pieces else text

    def masked(self, text: str) -> str:
        """The text with a sign in every place."""
        for entry in reversed(self._found(text, "unread")):
            text = text[: entry.start] + MASK + text[entry.end :]
        return text

    def _found(self, text: str, place: str) -> list[_Found]:
        numbers = [_Found(entry.kind, entry.start, entry.end) for entry in exposed_numbers(text)]
        taken = [(entry.start, entry.end) for entry in numbers]
        allowed = self.may_be_named if self._is_named(place) else frozenset[str]()
        names = [
            _Found(NAME, entry.start, entry.end, entry.person)
            for entry in named_people(text, self.names)
            if entry.person not in allowed and all(entry.end <= a or entry.start >= b for a, b in taken)
        ]
        return sorted([*numbers, *names], key=lambda entry: entry.start)

    def _is_named(self, place: str) -> bool:
        """Whether people who agreed may be named there: in texts of the organiser, and where the session says so."""
        kind, _, rest = place.partition(":")
        return kind != "note" or self.item_of_note.get(rest.partition(":")[0], "") in self.named_items


def _key(place: str, kind: str, words: str, number: int) -> str:
    return hashlib.sha256("\n".join((place, kind, words, str(number))).encode()).hexdigest()[:16]


def _closed_up(text: str) -> str:
    """A text without the gaps that taking words out leaves behind."""
    for before, after in (("  ", " "), (" ,", ","), (" .", "."), (" ;", ";"), ("( )", ""), ("()", "")):
        while before in text:
            text = text.replace(before, after)
    return text.strip(" ")


def _place_of(part: VolumePart) -> str:
    """Where words typed for a part stand: under a photo, above a section of the volume, or in a report."""
    is_of_volume = part.paper in (PHOTO, VOLUME)
    return f"{part.paper}:{part.part}" if is_of_volume else f"part:{part.paper}/{part.part}"


def _rewritten(record: EventRecord, change: Change) -> EventRecord:
    """The record with every text of the volume passed through ``change``, in the order of the volume."""
    plan = record.proceedings
    texts = tuple(replace(t, text=_text(t.text, f"section:{t.section.value}", change)) for t in plan.texts)
    themes = tuple(replace(t, title=_text(t.title, f"theme:{t.id}", change)) for t in plan.themes)
    parts = tuple(replace(p, text=_text(p.text, _place_of(p), change)) for p in plan.parts)
    printed = {asked.id for asked in about_the_event(record).questionnaires}
    return replace(
        record,
        event=_event(record.event, change),
        notes=tuple(_note(note, change) for note in _in_order(record.notes)),
        replies=tuple(
            _reply(reply, change) if reply.questionnaire_id in printed else reply for reply in record.replies
        ),
        proceedings=replace(plan, texts=texts, themes=themes, parts=parts),
    )


def _in_order(notes: Iterable[Note]) -> list[Note]:
    return sorted(notes, key=lambda note: note.position)


def _event(event: Event, change: Change) -> Event:
    objectives = tuple(replace(o, text=_text(o.text, f"objective:{o.id}", change)) for o in event.objectives)
    consultation = tuple(
        replace(entry, synthesis=_text(entry.synthesis, f"consultation:{number}", change))
        for number, entry in enumerate(event.consultation)
    )
    return replace(
        event,
        about=_text(event.about, "event:about", change),
        expected_results=_text(event.expected_results, "event:expected_results", change),
        objectives=objectives,
        consultation=consultation,
    )


def _note(note: Note, change: Change) -> Note:
    place = f"note:{note.id}"
    return replace(note, text=change(note.text, f"{place}:text"), owner=change(note.owner, f"{place}:owner"))


def _reply(reply: Reply, change: Change) -> Reply:
    """A reply with the words chosen to be quoted looked at; the rest of it stays in the house."""
    if not any(answer.quote for answer in reply.answers):
        return reply
    place = f"reply:{reply.id}"
    answers = (replace(a, quote=change(a.quote, f"{place}:{a.question_id}")) for a in reply.answers)
    return replace(reply, answers=tuple(answers))


def _text(text: Text, place: str, change: Change) -> Text:
    changed = {language: change(getattr(text, language), f"{place}:{language}") for language in LANGUAGES}
    return replace(text, **changed)
