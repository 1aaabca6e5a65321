"""What a complete volume would still need, section by section; only for the sections that were chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from facilitation.domain.agenda import NOTED_KINDS, AgendaItem, Audience, ItemKind
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Consent
from facilitation.domain.proceedings import OWN_SECTIONS, Section
from facilitation.domain.record import EventRecord
from facilitation.planning.composition import Basis, counted
from facilitation.planning.photos import is_photo, photos
from facilitation.planning.proceedings_acronyms import AcronymUse, unexplained
from facilitation.planning.proceedings_consulted import AskedBefore, before_the_event
from facilitation.planning.proceedings_content import Missing
from facilitation.planning.proceedings_evaluation import Evaluation
from facilitation.planning.proceedings_order import in_order
from facilitation.planning.thread import thread

Gaps = Iterator[tuple[str, int]]
"""Codes of what is missing, with how often."""
LONGEST_SUMMARY = 900
"""Words of two pages: a summary that is longer is not read."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The record, and what was worked out from it for the volume."""

    record: EventRecord
    acronyms: tuple[AcronymUse, ...] = ()
    evaluation: Evaluation | None = None
    consultation: tuple[AskedBefore, ...] = ()


Look = Callable[[Checked], Gaps]


def missing(checked: Checked) -> tuple[Missing, ...]:
    """What is missing, in the order of the volume; codes without a count of their own count one."""
    return tuple(
        Missing(section, what, int(count))
        for section in in_order(checked.record.proceedings.sections)
        if section in GAPS
        for what, count in GAPS[section](checked)
        if count
    )


def _acronyms(checked: Checked) -> Gaps:
    yield "acronyms_unexplained", len(unexplained(checked.acronyms))


def _summary(checked: Checked) -> Gaps:
    record = checked.record
    text = record.proceedings.text(Section.SUMMARY)
    yield "no_summary", not text
    yield "summary_too_long", max(len(text.sq.split()), len(text.en.split())) > LONGEST_SUMMARY


def _imprint(checked: Checked) -> Gaps:
    record = checked.record
    yield "no_donors", not record.event.donors


def _background(checked: Checked) -> Gaps:
    record = checked.record
    event = record.event
    yield "no_background", not (event.about or record.proceedings.text(Section.BACKGROUND))
    yield "no_objectives", not event.objectives
    yield "no_expected_results", not event.expected_results
    yield "consultation_without_answer", sum(not entry.synthesis for entry in checked.consultation)
    earlier = before_the_event(record)
    has_replies = any(reply.given_at for reply in earlier.replies)
    yield "replies_without_themes", has_replies and not any(asked.themes for asked in earlier.questionnaires)


def _participation(checked: Checked) -> Gaps:
    record = checked.record
    yield "no_participants", not record.participations
    is_counted_otherwise = counted(record.participations)[0] is not Basis.ATTENDED
    yield "no_attendance", bool(record.participations) and is_counted_otherwise


def _agenda(checked: Checked) -> Gaps:
    record = checked.record
    yield "no_agenda", not _public_items(record)


def _sessions(checked: Checked) -> Gaps:
    record = checked.record
    noted = {note.item_id for note in record.notes}
    yield (
        "sessions_without_notes",
        sum(item.kind in NOTED_KINDS and item.id not in noted for item in _public_items(record)),
    )
    yield "quotes_without_consent", sum(not note.quote_consent for note in _notes(record, NoteKind.QUOTE))


def _harvest(checked: Checked) -> Gaps:
    record = checked.record
    harvested = Counter((note.item_id, note.round) for note in _notes(record, NoteKind.HARVEST))
    items = {item_id for item_id, _ in harvested}
    cafes = {cafe.item_id: cafe for cafe in record.cafes}
    held = [item.id for item in _public_items(record) if item.kind is ItemKind.WORLD_CAFE]
    yield "no_harvest", sum(item_id not in items for item_id in held)
    yield (
        "rounds_without_harvest",
        sum(
            not harvested[item_id, number]
            for item_id in held
            if item_id in items and item_id in cafes
            for number in range(1, cafes[item_id].round_count + 1)
        ),
    )


def _recommendations(checked: Checked) -> Gaps:
    record = checked.record
    notes = _notes(record, NoteKind.RECOMMENDATION)
    yield "no_recommendations", not notes
    yield "recommendations_without_addressee", sum(not note.owner for note in notes)


def _commitments(checked: Checked) -> Gaps:
    record = checked.record
    notes = _notes(record, NoteKind.COMMITMENT)
    yield "no_commitments", not notes
    yield "commitments_without_owner", sum(not note.owner for note in notes)
    yield "commitments_without_date", sum(note.due_on is None for note in notes)


def _participant_list(checked: Checked) -> Gaps:
    record = checked.record
    consents = Counter(entry.list_consent for entry in counted(record.participations)[1])
    yield "nobody_listed", bool(consents) and not consents[Consent.YES]
    yield "list_consent_not_asked", consents[Consent.NOT_ASKED]


def _evaluation(checked: Checked) -> Gaps:
    """The forms tell the results; without them, or with too few, somebody has to write them."""
    record = checked.record
    found = checked.evaluation
    is_unwritten = not record.proceedings.text(Section.EVALUATION)
    yield "no_evaluation", is_unwritten and not (found and found.replies != 0)
    yield "evaluation_too_few", is_unwritten and found is not None and found.replies is None


def _thread(checked: Checked) -> Gaps:
    record = checked.record
    yield "thread_empty", thread(before_the_event(record)).is_empty


def _photos(checked: Checked) -> Gaps:
    record = checked.record
    found = photos(filter(is_photo, record.attachments), record.proceedings)
    yield "no_photos", not any(photo.may_be_printed for photo in found)


def _own(section: Section) -> Look:
    """A section of the organiser's own."""

    def gaps(checked: Checked) -> Gaps:
        record = checked.record
        yield "own_without_title", not record.proceedings.title(section)
        yield "own_without_text", not record.proceedings.text(section)

    return gaps


def _unwritten(what: str, section: Section) -> Look:
    """A section that is only what a person types."""

    def gaps(checked: Checked) -> Gaps:
        record = checked.record
        yield what, not record.proceedings.text(section)

    return gaps


def _public_items(record: EventRecord) -> list[AgendaItem]:
    return [item for _, item in record.agenda.items() if item.is_for(Audience.PARTICIPANTS)]


def _notes(record: EventRecord, kind: NoteKind) -> list[Note]:
    """The notes of a kind that may leave the house: none from sessions of the staff."""
    internal = {item.id for _, item in record.agenda.items() if not item.is_for(Audience.PARTICIPANTS)}
    return [note for note in record.notes if note.kind is kind and note.item_id not in internal]


GAPS: Mapping[Section, Look] = {
    Section.IMPRINT: _imprint,
    Section.ACRONYMS: _acronyms,
    Section.SUMMARY: _summary,
    Section.BACKGROUND: _background,
    Section.PARTICIPATION: _participation,
    Section.AGENDA: _agenda,
    Section.SESSIONS: _sessions,
    Section.HARVEST: _harvest,
    Section.RECOMMENDATIONS: _recommendations,
    Section.COMMITMENTS: _commitments,
    Section.EVALUATION: _evaluation,
    Section.LESSONS: _unwritten("no_lessons", Section.LESSONS),
    Section.NEXT_STEPS: _unwritten("no_next_steps", Section.NEXT_STEPS),
    Section.PARTICIPANT_LIST: _participant_list,
    Section.THREAD: _thread,
    Section.PHOTOS: _photos,
    **{section: _own(section) for section in OWN_SECTIONS},
}
