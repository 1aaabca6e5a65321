"""Everything about one person as one file: for whoever asks what is kept of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.domain.agenda import Contributor
from facilitation.domain.consultation import Questionnaire, Reply
from facilitation.domain.history import Change
from facilitation.domain.person import Participation
from facilitation.domain.person_file import (
    OwnChange,
    OwnEvent,
    OwnReply,
    OwnSeat,
    OwnTask,
    PersonFile,
    PlaceInAgenda,
)
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task
from facilitation.domain.text import Text
from facilitation.errors import NotFound
from facilitation.planning.answer_words import answer_words
from facilitation.planning.redaction import Redaction
from facilitation.services.desk import Desk
from facilitation.services.erasures import GONE, SUBJECT
from facilitation.storage.unit_of_work import UnitOfWork

HAND_OUT = "hand_out_data"


@dataclass(frozen=True, slots=True)
class PersonFiles:
    """Gathers it and packs it; that it was handed out is written into the history."""

    desk: Desk

    def gather(self, person_id: str) -> PersonFile:
        """Everything, over all events."""
        with self.desk.reading() as work:
            parts = [work.participations.get(key) for key in work.erasure.participations_of(person_id)]
            if not parts:
                raise NotFound(GONE)
            events = [_own_event(work, part) for part in parts]
        events.sort(key=lambda event: event.starts_on)
        return PersonFile(parts[0].person, self.desk.today(), tuple(events))

    def pack(self, person_id: str, language: str) -> bytes:
        """A zip with a page to read and the same as JSON."""
        from facilitation.documents.person_html import person_html  # slow to import
        from facilitation.exchange.person_zip import person_zip

        found = self.gather(person_id)
        with self.desk.work() as work:
            for event_id in {entry.participation.event_id for entry in found.events}:
                moment = self.desk.now()
                work.changes.add(
                    Change(self.desk.new_id(), event_id, moment, self.desk.actor, HAND_OUT, SUBJECT, event_id)
                )
            work.commit()
        return person_zip(found, person_html(found, language))


def _own_event(work: UnitOfWork, part: Participation) -> OwnEvent:
    record = work.record(part.event_id)
    named = Redaction(part.person, {part.id: ""}, "")
    asked = {entry.id: entry for entry in work.questionnaires.list_for(part.event_id)}
    return OwnEvent(
        title=record.event.title,
        starts_on=record.event.starts_on,
        place=record.event.place,
        participation=part,
        agenda=tuple(_agenda(record, part, named)),
        seats=tuple(_seats(record, part)),
        notes=tuple(note for note in record.notes if note.speaker_id == part.id or named.is_named(note.speaker)),
        replies=tuple(
            _reply(reply, asked.get(reply.questionnaire_id))
            for reply in work.replies.list_for(part.event_id)
            if reply.participation_id == part.id
        ),
        tasks=tuple(found for task in record.tasks if (found := _task(task, named))),
        links=work.erasure.links_of(part.id),
        changes=tuple(
            OwnChange(change.happened_at, change.actor, change.verb, change.before, change.after)
            for change in reversed(work.changes.all_of(part.event_id, ("participation",)))
            if change.subject_id == part.id
        ),
    )


def _agenda(record: EventRecord, part: Participation, named: Redaction) -> Iterator[PlaceInAgenda]:
    for day, item in record.agenda.items():
        groups: dict[str, tuple[Contributor, ...]] = {
            "speaker": item.speakers,
            "facilitator": item.facilitators,
            "note_taker": item.note_takers,
        }
        for role, people in groups.items():
            if any(each.person_id == part.id or named.is_named(each.name) for each in people):
                yield PlaceInAgenda(day, item.title, role)


def _seats(record: EventRecord, part: Participation) -> Iterator[OwnSeat]:
    titles = {item.id: item.title for _, item in record.agenda.items()}
    for cafe in record.cafes:
        for number, entry in enumerate(cafe.seating.rounds if cafe.seating else (), start=1):
            table = entry.table_of(part.id)
            if table is not None:
                yield OwnSeat(titles.get(cafe.item_id, Text()), number, table)


def _reply(reply: Reply, asked: Questionnaire | None) -> OwnReply:
    pairs = []
    for answer in reply.answers:
        question = asked.question(answer.question_id) if asked else None
        text = question.text if question else Text()
        pairs.append((text, answer_words(answer, question, reply.language)))
    return OwnReply(asked.title if asked else Text(), reply.given_at, tuple(pairs), reply.note, reply.organisation)


def _task(task: Task, named: Redaction) -> OwnTask | None:
    comments = tuple(comment.text for comment in task.comments if named.is_named(comment.author))
    if not (comments or named.is_named(task.owner) or named.is_named(task.deputy)):
        return None
    return OwnTask(task.title, task.owner, task.deputy, comments)
