"""What a complete volume would still need, section by section; only for the sections that were chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from facilitation.domain.agenda import NOTED_KINDS, AgendaItem, Audience, ItemKind
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Consent
from facilitation.domain.proceedings import Section
from facilitation.domain.record import EventRecord
from facilitation.planning.composition import Basis, counted
from facilitation.planning.proceedings_content import Missing

Gaps = Iterator[tuple[str, int]]
"""Codes of what is missing, with how often."""


def missing(record: EventRecord) -> tuple[Missing, ...]:
    """What is missing, in the order of the volume; codes without a count of their own count one."""
    return tuple(
        Missing(section, what, int(count))
        for section, gaps in GAPS.items()
        if section in record.proceedings.sections
        for what, count in gaps(record)
        if count
    )


def _imprint(record: EventRecord) -> Gaps:
    yield "no_donors", not record.event.donors


def _background(record: EventRecord) -> Gaps:
    event = record.event
    yield "no_background", not (event.about or record.proceedings.text(Section.BACKGROUND))
    yield "no_objectives", not event.objectives
    yield "no_expected_results", not event.expected_results
    yield "consultation_without_answer", sum(not entry.synthesis for entry in event.consultation)


def _participation(record: EventRecord) -> Gaps:
    yield "no_participants", not record.participations
    is_counted_otherwise = counted(record.participations)[0] is not Basis.ATTENDED
    yield "no_attendance", bool(record.participations) and is_counted_otherwise


def _agenda(record: EventRecord) -> Gaps:
    yield "no_agenda", not _public_items(record)


def _sessions(record: EventRecord) -> Gaps:
    noted = {note.item_id for note in record.notes}
    yield (
        "sessions_without_notes",
        sum(item.kind in NOTED_KINDS and item.id not in noted for item in _public_items(record)),
    )
    yield "quotes_without_consent", sum(not note.quote_consent for note in _notes(record, NoteKind.QUOTE))


def _harvest(record: EventRecord) -> Gaps:
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


def _recommendations(record: EventRecord) -> Gaps:
    notes = _notes(record, NoteKind.RECOMMENDATION)
    yield "no_recommendations", not notes
    yield "recommendations_without_addressee", sum(not note.owner for note in notes)


def _commitments(record: EventRecord) -> Gaps:
    notes = _notes(record, NoteKind.COMMITMENT)
    yield "no_commitments", not notes
    yield "commitments_without_owner", sum(not note.owner for note in notes)
    yield "commitments_without_date", sum(note.due_on is None for note in notes)


def _participant_list(record: EventRecord) -> Gaps:
    consents = Counter(entry.list_consent for entry in counted(record.participations)[1])
    yield "nobody_listed", bool(consents) and not consents[Consent.YES]
    yield "list_consent_not_asked", consents[Consent.NOT_ASKED]


def _unwritten(what: str, section: Section) -> Callable[[EventRecord], Gaps]:
    """A section that is only what a person types."""

    def gaps(record: EventRecord) -> Gaps:
        yield what, not record.proceedings.text(section)

    return gaps


def _public_items(record: EventRecord) -> list[AgendaItem]:
    return [item for _, item in record.agenda.items() if item.is_for(Audience.PARTICIPANTS)]


def _notes(record: EventRecord, kind: NoteKind) -> list[Note]:
    """The notes of a kind that may leave the house: none from sessions of the staff."""
    internal = {item.id for _, item in record.agenda.items() if not item.is_for(Audience.PARTICIPANTS)}
    return [note for note in record.notes if note.kind is kind and note.item_id not in internal]


GAPS: Mapping[Section, Callable[[EventRecord], Gaps]] = {
    Section.IMPRINT: _imprint,
    Section.SUMMARY: _unwritten("no_summary", Section.SUMMARY),
    Section.BACKGROUND: _background,
    Section.PARTICIPATION: _participation,
    Section.AGENDA: _agenda,
    Section.SESSIONS: _sessions,
    Section.HARVEST: _harvest,
    Section.RECOMMENDATIONS: _recommendations,
    Section.COMMITMENTS: _commitments,
    Section.EVALUATION: _unwritten("no_evaluation", Section.EVALUATION),
    Section.LESSONS: _unwritten("no_lessons", Section.LESSONS),
    Section.NEXT_STEPS: _unwritten("no_next_steps", Section.NEXT_STEPS),
    Section.PARTICIPANT_LIST: _participant_list,
}
