"""From the record of an event to the content of its written volume: all the thinking behind the proceedings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from facilitation.domain.agenda import NOTED_KINDS, AgendaItem, ItemKind
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Consent
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.attribution import attributed, may_be_quoted
from facilitation.planning.composition import counted
from facilitation.planning.deadlines import deadline
from facilitation.planning.participation_figures import participation_figures
from facilitation.planning.proceedings_acronyms import acronyms_of
from facilitation.planning.proceedings_consulted import consulted_before
from facilitation.planning.proceedings_content import (
    AgendaDayLines,
    AgendaLine,
    Background,
    FollowUp,
    Imprint,
    Missing,
    ObjectiveTrace,
    ParticipantList,
    PersonLine,
    Proceedings,
    Said,
    SessionReport,
)
from facilitation.planning.proceedings_evaluation import evaluation_of
from facilitation.planning.proceedings_harvest import harvests_of
from facilitation.planning.proceedings_missing import Checked, missing
from facilitation.planning.proceedings_photos import photos_of
from facilitation.planning.proceedings_registers import (
    commitments_of,
    numbers_by_item,
    parked_points_of,
    recommendations_of,
)
from facilitation.planning.proceedings_source import NOTHING_MORE, Known, PublicRecord, public_record

REPORTED_KINDS = NOTED_KINDS | {ItemKind.OPENING}
"""Sessions with a report even if nothing was noted; any other public item has one when it has notes."""
FOLLOW_UP_DAYS = (90, 180)
"""Days after the event on which its outcomes are gone through again (domain.md 3.5)."""
Numbers = Mapping[str, tuple[int, ...]]
"""Numbers of a register by the session they came out of."""


def proceedings(record: EventRecord, today: date, known: Known = NOTHING_MORE) -> Proceedings:
    """The whole volume as made on ``today``; the record must carry questionnaires and replies where there are any."""
    source = public_record(record, today)
    recommendations, commitments = tuple(recommendations_of(source)), tuple(commitments_of(source))
    registers = (numbers_by_item(recommendations), numbers_by_item(commitments))
    acronyms, evaluation = acronyms_of(source, known.acronyms), evaluation_of(record)
    background = _background(source, *registers, known)
    return Proceedings(
        plan=record.proceedings,
        imprint=_imprint(source),
        background=background,
        participation=participation_figures(record),
        agenda=tuple(_agenda_days(source)),
        sessions=tuple(_sessions(source, *registers)),
        harvest=tuple(harvests_of(source)),
        recommendations=recommendations,
        commitments=commitments,
        parking_lot=tuple(parked_points_of(source)),
        follow_ups=tuple(FollowUp(days, deadline(days, record.event).due_on) for days in FOLLOW_UP_DAYS),
        participants=_participant_list(record),
        missing=missing(Checked(record, acronyms, evaluation, background.consultation)),
        acronyms=acronyms,
        evaluation=evaluation,
        photos=tuple(photos_of(source)),
    )


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


def _background(source: PublicRecord, recommendations: Numbers, commitments: Numbers, known: Known) -> Background:
    event = source.record.event
    traces: list[ObjectiveTrace] = []
    for number, objective in enumerate(event.objectives, start=1):
        items = [entry.item for entry in source.timed if objective.id in entry.item.objective_ids]
        traces.append(
            ObjectiveTrace(
                number=number,
                text=objective.text,
                session_titles=tuple(item.title for item in items),
                recommendations=_of_items(recommendations, items),
                commitments=_of_items(commitments, items),
            )
        )
    questions, replies = consulted_before(source.record, known.invited)
    return Background(event.about, tuple(traces), event.expected_results, questions, replies)


def _of_items(register: Numbers, items: Iterable[AgendaItem]) -> tuple[int, ...]:
    """The numbers of a register that came out of these sessions."""
    return tuple(sorted(number for item in items for number in register.get(item.id, ())))


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
        speakers=source.speakers(item),
        is_parallel=bool(item.parallel),
    )


def _sessions(source: PublicRecord, recommendations: Numbers, commitments: Numbers) -> Iterator[SessionReport]:
    """The reports in the order of the agenda."""
    objectives = {objective.id: objective.text for objective in source.record.event.objectives}
    questions = {sheet.item_id: sheet.question for sheet in source.record.guide.sheets}
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
            question=questions.get(item.id, Text()),
            objectives=tuple(objectives[key] for key in item.objective_ids if key in objectives),
            attribution=item.attribution,
            speakers=source.speakers(item),
            key_points=_said(notes, NoteKind.KEY_POINT, item),
            quotes=_said(_quotable(notes, source), NoteKind.QUOTE, item),
            questions=_said(notes, NoteKind.QUESTION, item),
            recommendations=recommendations.get(item.id, ()),
            commitments=commitments.get(item.id, ()),
            has_notes=bool(notes),
        )


def _quotable(notes: Iterable[Note], source: PublicRecord) -> Iterator[Note]:
    return (note for note in notes if may_be_quoted(note, source.people.get(note.speaker_id)))


def _said(notes: Iterable[Note], kind: NoteKind, item: AgendaItem) -> tuple[Said, ...]:
    return tuple(Said(note.text, attributed(note, item.attribution)) for note in notes if note.kind is kind)


def _participant_list(record: EventRecord) -> ParticipantList:
    people = counted(record.participations)[1]
    agreed = [entry.person for entry in people if entry.list_consent is Consent.YES]
    lines = tuple(
        PersonLine(person.name, person.position, person.organisation, person.sector, person.district)
        for person in agreed
    )
    return ParticipantList(lines, unlisted_count=len(people) - len(lines))


__all__ = ["Missing", "Proceedings", "missing", "participation_figures", "proceedings"]
