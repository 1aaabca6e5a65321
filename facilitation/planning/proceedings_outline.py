"""From the record of an event to the content of its written volume: all the thinking behind the proceedings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.agenda import NOTED_KINDS, AgendaItem, Audience, ItemKind
from facilitation.domain.cafe import Cafe
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Consent, Participation
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.attribution import Attributed, attributed, may_be_quoted, shown_contributor
from facilitation.planning.composition import counted
from facilitation.planning.deadlines import deadline
from facilitation.planning.participation_figures import participation_figures
from facilitation.planning.proceedings_content import (
    AgendaDayLines,
    AgendaLine,
    Background,
    CafeHarvest,
    Commitment,
    FollowUp,
    Imprint,
    Missing,
    ObjectiveTrace,
    ParkedPoint,
    ParticipantList,
    PersonLine,
    Proceedings,
    Recommendation,
    RoundHarvest,
    Said,
    SessionReport,
    TableHarvest,
)
from facilitation.planning.proceedings_missing import missing
from facilitation.planning.proceedings_themes import themes_harvested

REPORTED_KINDS = NOTED_KINDS | {ItemKind.OPENING}
"""Sessions with a report even if nothing was noted; any other public item has one when it has notes."""
FOLLOW_UP_DAYS = (90, 180)
"""Days after the event on which its outcomes are gone through again (domain.md 3.5)."""


@dataclass(frozen=True, slots=True)
class PublicRecord:
    """The record cut down to what may leave: no items for the staff, and no notes taken in them."""

    record: EventRecord
    today: date
    timed: tuple[TimedItem, ...]
    notes: Mapping[str, tuple[Note, ...]]
    """The notes of each item in their order; notes of an item that is gone stand under their old id, last."""

    def all_notes(self, kind: NoteKind) -> Iterator[Note]:
        """The notes of one kind in the order of the agenda."""
        return (note for notes in self.notes.values() for note in notes if note.kind is kind)

    def title(self, item_id: str) -> Text:
        """The title of a session; empty where it is gone."""
        return next((entry.item.title for entry in self.timed if entry.item.id == item_id), Text())


def proceedings(record: EventRecord, today: date) -> Proceedings:
    """The whole volume as made on ``today``."""
    source = _public_record(record, today)
    recommendations = tuple(_recommendations(source))
    commitments = tuple(_commitments(source))
    return Proceedings(
        plan=record.proceedings,
        imprint=_imprint(source),
        background=_background(source, recommendations, commitments),
        participation=participation_figures(record),
        agenda=tuple(_agenda_days(source)),
        sessions=tuple(_sessions(source, recommendations, commitments)),
        harvest=tuple(_harvests(source)),
        recommendations=recommendations,
        commitments=commitments,
        parking_lot=tuple(_parking_lot(source)),
        follow_ups=tuple(FollowUp(days, deadline(days, record.event).due_on) for days in FOLLOW_UP_DAYS),
        participants=_participant_list(record),
        missing=missing(record),
    )


def _public_record(record: EventRecord, today: date) -> PublicRecord:
    timed = timed_items(record.agenda, record.event.starts_on)
    internal = {entry.item.id for entry in timed if not entry.item.is_for(Audience.PARTICIPANTS)}
    notes: dict[str, tuple[Note, ...]] = {entry.item.id: () for entry in timed if entry.item.id not in internal}
    for note in sorted(record.notes, key=lambda note: note.position):
        if note.item_id not in internal:
            notes[note.item_id] = (*notes.get(note.item_id, ()), note)
    return PublicRecord(record, today, tuple(entry for entry in timed if entry.item.id not in internal), notes)


def _imprint(source: PublicRecord) -> Imprint:
    event = source.record.event
    return Imprint(
        title=event.title,
        place=event.place,
        country=event.country,
        first_on=event.starts_on,
        last_on=event.ends_on,
        host=event.host,
        donors=event.donors,
        is_sample=event.is_sample,
        sources_note=event.sources_note,
        made_on=source.today,
    )


def _background(
    source: PublicRecord, recommendations: tuple[Recommendation, ...], commitments: tuple[Commitment, ...]
) -> Background:
    event = source.record.event
    traces: list[ObjectiveTrace] = []
    for number, objective in enumerate(event.objectives, start=1):
        items = [entry.item for entry in source.timed if objective.id in entry.item.objective_ids]
        ids = {item.id for item in items}
        traces.append(
            ObjectiveTrace(
                number=number,
                text=objective.text,
                session_titles=tuple(item.title for item in items),
                recommendations=_numbers(recommendations, ids),
                commitments=_numbers(commitments, ids),
            )
        )
    return Background(event.about, tuple(traces), event.expected_results, event.consultation)


def _numbers(register: Iterable[Recommendation | Commitment], item_ids: set[str]) -> tuple[int, ...]:
    """The numbers of a register that came out of these sessions."""
    return tuple(entry.number for entry in register if entry.item_id in item_ids)


def _agenda_days(source: PublicRecord) -> Iterator[AgendaDayLines]:
    event = source.record.event
    for number in range(1, len(source.record.agenda.days) + 1):
        lines = tuple(_agenda_line(source, entry) for entry in source.timed if entry.day == number)
        yield AgendaDayLines(number, event.day(number), lines)


def _agenda_line(source: PublicRecord, entry: TimedItem) -> AgendaLine:
    item = entry.item
    return AgendaLine(
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        kind=item.kind,
        title=item.title,
        summary=item.summary,
        room=item.room,
        speakers=shown_speakers(source.record, item),
        is_parallel=bool(item.parallel),
    )


def shown_speakers(record: EventRecord, item: AgendaItem) -> tuple[Attributed, ...]:
    """The speakers of an item as its attribution rule lets them be shown; a role or sector is said once."""
    known = {key: entry for entry in record.participations for key in _identities(entry) if key}
    shown = (shown_contributor(speaker, known.get(speaker.identity), item.attribution) for speaker in item.speakers)
    return tuple(dict.fromkeys(speaker for speaker in shown if speaker))


def _identities(entry: Participation) -> tuple[str, str, str]:
    """What an agenda may call somebody: by id, or by the name typed into the session."""
    return entry.id, entry.person.id, entry.person.name.casefold()


def _sessions(
    source: PublicRecord, recommendations: tuple[Recommendation, ...], commitments: tuple[Commitment, ...]
) -> Iterator[SessionReport]:
    """The reports in the order of the agenda."""
    objectives = {objective.id: objective.text for objective in source.record.event.objectives}
    for entry in source.timed:
        item, notes = entry.item, source.notes[entry.item.id]
        if item.kind not in REPORTED_KINDS and not notes:
            continue
        yield SessionReport(
            item_id=item.id,
            day=entry.day,
            on=source.record.event.day(entry.day),
            starts_at=entry.starts_at,
            ends_at=entry.ends_at,
            kind=item.kind,
            title=item.title,
            summary=item.summary,
            question=source.record.guide.sheet(item.id).question,
            objectives=tuple(objectives[key] for key in item.objective_ids if key in objectives),
            attribution=item.attribution,
            speakers=shown_speakers(source.record, item),
            key_points=_said(notes, NoteKind.KEY_POINT, item),
            quotes=_said(_quotable(notes, source.record), NoteKind.QUOTE, item),
            questions=_said(notes, NoteKind.QUESTION, item),
            recommendations=_numbers(recommendations, {item.id}),
            commitments=_numbers(commitments, {item.id}),
            has_notes=bool(notes),
        )


def _quotable(notes: Iterable[Note], record: EventRecord) -> Iterator[Note]:
    return (note for note in notes if may_be_quoted(note, record.participation(note.speaker_id)))


def _said(notes: Iterable[Note], kind: NoteKind, item: AgendaItem) -> tuple[Said, ...]:
    return tuple(Said(note.text, attributed(note, item.attribution)) for note in notes if note.kind is kind)


def _harvests(source: PublicRecord) -> Iterator[CafeHarvest]:
    """Every world café, and every other session in which tables harvested."""
    cafes = {cafe.item_id: cafe for cafe in source.record.cafes}
    for entry in source.timed:
        every = source.notes[entry.item.id]
        notes = [note for note in every if note.kind is NoteKind.HARVEST]
        if notes or entry.item.kind is ItemKind.WORLD_CAFE:
            themes = themes_harvested(source.record.proceedings.themes, entry.item.id, every)
            yield replace(_cafe_harvest(entry, cafes.get(entry.item.id), notes), themes=themes)


def _cafe_harvest(entry: TimedItem, cafe: Cafe | None, notes: list[Note]) -> CafeHarvest:
    seating = cafe.seating if cafe else None
    seated = {person for turn in seating.rounds for table in turn.tables for person in table} if seating else set()
    return CafeHarvest(
        item_id=entry.item.id,
        title=entry.item.title,
        day=entry.day,
        table_count=cafe.table_count if cafe else len({note.table for note in notes if note.table is not None}),
        rounds=tuple(_round_harvests(cafe.questions if cafe else (), notes)),
        people_count=len(seated),
        possible_meetings=seating.possible_meetings if seating else 0,
        unique_meetings=seating.unique_meetings if seating else 0,
    )


def _round_harvests(questions: tuple[Text, ...], notes: list[Note]) -> Iterator[RoundHarvest]:
    """All rounds that have a question or a harvest; notes without a round come last."""
    asked = dict(enumerate(questions, start=1))
    for number in _ordered({*asked, *(note.round for note in notes)}):
        of_round = [note for note in notes if note.round == number]
        tables = (
            TableHarvest(table, tuple(note.text for note in of_round if note.table == table))
            for table in _ordered({note.table for note in of_round})
        )
        yield RoundHarvest(number, asked.get(number, Text()) if number else Text(), tuple(tables))


def _ordered(numbers: Iterable[int | None]) -> list[int | None]:
    """Numbers in order, ``None`` last."""
    return sorted(numbers, key=lambda number: (number is None, number or 0))


def _recommendations(source: PublicRecord) -> Iterator[Recommendation]:
    for number, note in enumerate(source.all_notes(NoteKind.RECOMMENDATION), start=1):
        yield Recommendation(number, note.text, note.owner, note.due_on, note.item_id, source.title(note.item_id))


def _commitments(source: PublicRecord) -> Iterator[Commitment]:
    for number, note in enumerate(source.all_notes(NoteKind.COMMITMENT), start=1):
        yield Commitment(
            number=number,
            text=note.text,
            owner=note.owner,
            due_on=note.due_on,
            item_id=note.item_id,
            session_title=source.title(note.item_id),
            is_overdue=note.due_on is not None and note.due_on < source.today,
        )


def _parking_lot(source: PublicRecord) -> Iterator[ParkedPoint]:
    for note in source.all_notes(NoteKind.PARKING_LOT):
        yield ParkedPoint(note.text, note.item_id, source.title(note.item_id))


def _participant_list(record: EventRecord) -> ParticipantList:
    people = counted(record.participations)[1]
    agreed = [entry.person for entry in people if entry.list_consent is Consent.YES]
    lines = tuple(
        PersonLine(person.name, person.position, person.organisation, person.sector, person.district)
        for person in agreed
    )
    return ParticipantList(lines, unlisted_count=len(people) - len(lines))


__all__ = ["Missing", "Proceedings", "missing", "participation_figures", "proceedings", "shown_speakers"]
