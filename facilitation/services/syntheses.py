"""What the answers said in short: kept with the event, where documents and rules already read it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.domain.consultation import Question
from facilitation.domain.event import ConsultationQuestion, Event
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.synthesis import asked_in
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Syntheses:
    """What organisers do with the synthesis of a consultation."""

    desk: Desk

    def write(self, event_id: str, question: Question, seen: Text, wanted: Text) -> Event:
        """Write what the answers to a question said; the event gets the question where it has it not."""
        with self.desk.work() as work:
            event = work.events.get(event_id)
            entry = asked_in(event, question) or ConsultationQuestion(question.text)
            text = merged(seen, wanted, entry.synthesis, subject=question.id)
            if text == entry.synthesis:
                return event
            saved = work.events.save(replace(event, consultation=_with(event, entry, replace(entry, synthesis=text))))
            self.desk.note_change(work, "write_synthesis", event_id, before=event, after=saved)
            work.commit()
        return saved

    def record(self, event_id: str) -> EventRecord:
        """The event with its questionnaires and the replies to them."""
        with self.desk.reading() as work:
            return consulted(work, work.record(event_id))

    def asked(self, event_id: str, questionnaire_id: str = "") -> frozenset[str]:
        """The ids of the participations that have an open link of their own ("" = to any questionnaire)."""
        with self.desk.reading() as work:
            return people_asked(work, event_id, questionnaire_id)


def people_asked(work: UnitOfWork, event_id: str, questionnaire_id: str = "") -> frozenset[str]:
    """The ids of the participations a link of their own was made for and not revoked."""
    return frozenset(
        link.participation_id
        for link in work.form_links.list_for(event_id)
        if link.participation_id and link.revoked_at is None and questionnaire_id in ("", link.questionnaire_id)
    )


def consulted(work: UnitOfWork, record: EventRecord) -> EventRecord:
    """The record with its questionnaires and, where there are any, the replies to them."""
    event_id = record.event.id
    asked = work.questionnaires.list_for(event_id)
    if not asked:
        return record
    known = {entry.id for entry in asked}
    replies = tuple(reply for reply in work.replies.list_for(event_id) if reply.questionnaire_id in known)
    return replace(record, questionnaires=asked, replies=replies)


def _with(event: Event, before: ConsultationQuestion, after: ConsultationQuestion) -> tuple[ConsultationQuestion, ...]:
    """The questions with one changed, at the end where it is new."""
    if before not in event.consultation:
        return (*event.consultation, after)
    place = event.consultation.index(before)
    return (*event.consultation[:place], after, *event.consultation[place + 1 :])
