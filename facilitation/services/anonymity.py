"""Nothing that may tell who somebody is leaves with the volume before it was answered; the answers are kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.domain.photo import PHOTO
from facilitation.domain.proceedings import CheckAnswer, ProceedingsPlan, Remedy
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.planning.anonymity import Exposure, anonymous, concerns, exposures, open_exposures
from facilitation.planning.volume_status import is_final, refuse_final
from facilitation.services.desk import Desk
from facilitation.services.syntheses import consulted
from facilitation.storage.unit_of_work import UnitOfWork

VOLUME = "proceedings.docx"
STILL_OPEN = mark(
    "The volume cannot leave yet: {count} place(s) in its texts may tell who somebody is. Answer them under"
    " “Proceedings”, Anonymity."
)
REPORT_STILL_OPEN = mark(
    "This paper cannot leave yet: {count} place(s) in its texts may tell who somebody is. Answer them under “Reports”."
)


@dataclass(frozen=True, slots=True)
class CheckedPlace:
    """One place that was found, with its answer where there is one."""

    exposure: Exposure
    answer: CheckAnswer | None = None


@dataclass(frozen=True, slots=True)
class AnonymityChecks:
    """Finds the places and keeps what was decided about them."""

    desk: Desk

    def places(self, event_id: str, paper: str = "") -> tuple[CheckedPlace, ...]:
        """Every place of the volume (or of the report ``paper``), those without an answer first."""
        with self.desk.reading() as work:
            record = checked_record(work, event_id)
        answers = {answer.finding_key: answer for answer in record.proceedings.answers}
        found = [
            CheckedPlace(entry, answers.get(entry.key)) for entry in exposures(record) if concerns(entry.place, paper)
        ]
        return tuple(sorted(found, key=lambda place: place.answer is not None))

    def answer(self, event_id: str, key: str, remedy: Remedy, *, reason: str = "", replacement: str = "") -> None:
        """Decide about a place: keep it (with a reason), put other words, or take it out."""
        reason, replacement = reason.strip(), replacement.strip()
        if remedy is Remedy.KEEP and not reason:
            raise InvalidInput(mark("Write why this may stay: who agreed, or why it tells nobody."))
        if remedy is Remedy.REPLACE and not replacement:
            raise InvalidInput(mark("Write what is to stand there instead, for example the role or a code."))
        with self.desk.work() as work:
            record = checked_record(work, event_id)
            found = next((entry for entry in exposures(record) if entry.key == key), None)
            if found is None:
                raise NotFound(mark("This text was changed in the meantime. Look at the list again."))
            if found.kind == PHOTO and remedy is Remedy.REPLACE:
                raise InvalidInput(mark("Words cannot stand in for a photo. Keep it with a reason, or take it out."))
            moment, actor = self.desk.now(), self.desk.actor
            given = CheckAnswer(key, remedy, reason, replacement if remedy is Remedy.REPLACE else "", moment, actor)
            others = tuple(a for a in record.proceedings.answers if a.finding_key != key)
            if len(others) < len(record.proceedings.answers):
                _refuse_settled(record, key)
            self._keep(work, record.proceedings, (*others, given))

    def withdraw(self, event_id: str, key: str) -> None:
        """Take an answer back: the place is open again."""
        with self.desk.work() as work:
            record = checked_record(work, event_id)
            _refuse_settled(record, key)
            plan = record.proceedings
            self._keep(work, plan, tuple(answer for answer in plan.answers if answer.finding_key != key))

    def _keep(self, work: UnitOfWork, plan: ProceedingsPlan, answers: tuple[CheckAnswer, ...]) -> None:
        saved = work.proceedings.save(replace(plan, answers=answers))
        before = plan if plan.version else None
        self.desk.note_change(work, "answer_anonymity", plan.event_id, before=before, after=saved)
        work.commit()


def _refuse_settled(record: EventRecord, key: str) -> None:
    """What was decided for a final volume stays; its reports, and places found later, are still answered."""
    if not any(entry.key == key and not concerns(entry.place) for entry in exposures(record)):
        refuse_final(record.proceedings)


def checked_record(work: UnitOfWork, event_id: str) -> EventRecord:
    """The event with what is known of its files, for every photo is a place of its own, and the words of replies."""
    record = consulted(work, work.record(event_id))
    return replace(record, attachments=work.attachments.list_for(event_id))


def releasable(record: EventRecord, paper: str = "") -> EventRecord:
    """The record as the volume (or the report ``paper``) may print it; InvalidInput while a place has no answer."""
    if count := len(open_exposures(record, paper)):
        raise InvalidInput(REPORT_STILL_OPEN if paper else STILL_OPEN, count=count)
    return anonymous(record)


def is_withheld(record: EventRecord, paper: str = "") -> bool:
    """Whether the volume (or a report) has to wait for answers; a volume that is final has left already."""
    has_left = not paper and is_final(record.proceedings)
    return not has_left and bool(open_exposures(record, paper))
