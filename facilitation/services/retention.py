"""Deleting what is no longer needed of people: the rules, a dry run, and one stroke."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.domain.event import Event
from facilitation.domain.history import Change
from facilitation.errors import InvalidInput, mark
from facilitation.planning.retention import (
    DEFAULTS,
    FIELDS,
    DueGroup,
    FieldGroup,
    RetentionRule,
    due_groups,
    held_parts,
    without_group,
)
from facilitation.planning.retention_consultation import DueAnswer, HeldConsultation, due_answers, without_words
from facilitation.services.desk import Desk
from facilitation.services.erasures import SUBJECT, Erasures
from facilitation.storage.erasure import wipe_traces
from facilitation.storage.unit_of_work import UnitOfWork

KEY = "retention"
LONGEST = 36_500
DELETE = "delete_kept_data"
Due = DueGroup | DueAnswer
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Retention:
    """What is kept how long in this installation, and what is due. Samples are of offices and are left alone."""

    desk: Desk
    erasures: Erasures

    def rules(self) -> tuple[RetentionRule, ...]:
        """One rule for each group, in their order."""
        with self.desk.reading() as work:
            return _rules(work)

    def set_rule(self, group: FieldGroup, days: int, reason: str) -> None:
        """Keep a group longer or shorter, and say why."""
        if not 0 <= days <= LONGEST:
            raise InvalidInput(mark("Write a number of days from 0 to {most}."), most=LONGEST)
        if not reason.strip():
            raise InvalidInput(mark("Write why the data are kept so long. The reason is shown to whoever asks."))
        with self.desk.work() as work:
            kept = _kept(work) | {group.value: {"days": days, "reason": reason.strip()}}
            work.preferences.put(KEY, json.dumps(kept, ensure_ascii=False))
            work.commit()

    def due(self) -> tuple[Due, ...]:
        """What should be deleted today, over all events: the dry run."""
        with self.desk.reading() as work:
            return self._due(work)

    def overdue_since(self, event: Event) -> date | None:
        """Since when data of people of an event should be gone; None where nothing is due, or it is not over yet."""
        if event.ends_on >= self.desk.today() or event.is_sample:
            return None
        with self.desk.reading() as work:
            fields = [due.since for due in self._fields(work, _events(work)) if due.event_id == event.id]
            days = [*fields, *(due.since for due in self._answers(work, [event]))]
        return min(days, default=None)

    def delete_now(self) -> tuple[Due, ...]:
        """Delete all that is due, with its history; answers what went. It cannot be undone."""
        with self.desk.work() as work:
            due = self._due(work)
            people = {entry.person_id for entry in due if entry.group is FieldGroup.IDENTITY}
            for entry in due:
                if isinstance(entry, DueGroup) and entry.group is not FieldGroup.IDENTITY:
                    _delete(work, entry)
            self._delete_answers(work, [entry for entry in due if isinstance(entry, DueAnswer)])
            for event_id in sorted({entry.event_id for entry in due}):
                self._note(work, event_id)
            work.commit()
        for person_id in sorted(people):
            self.erasures.erase_rows(person_id, keeps_replies=True)
        self.clean()
        logger.info("%s groups=%s", DELETE, len(due))
        return due

    def clean(self) -> bool:
        """Take what was deleted out of the bytes of the database file; False while somebody else reads it."""
        return wipe_traces(self.erasures.engine)

    def _due(self, work: UnitOfWork) -> tuple[Due, ...]:
        """The oldest first."""
        events = _events(work)
        return tuple(sorted((*self._fields(work, events), *self._answers(work, events)), key=lambda due: due.since))

    def _fields(self, work: UnitOfWork, events: Iterable[Event]) -> tuple[DueGroup, ...]:
        parts = [(part, event.ends_on) for event in events for part in work.participations.list_for(event.id)]
        return due_groups(held_parts(parts), _rules(work), self.desk.today())

    def _answers(self, work: UnitOfWork, events: Iterable[Event]) -> tuple[DueAnswer, ...]:
        return due_answers([_consultation(work, event) for event in events], _rules(work), self.desk.today())

    def _delete_answers(self, work: UnitOfWork, due: Sequence[DueAnswer]) -> None:
        """Replies keep what was counted, a draft that was never handed in goes; links keep no secret."""
        replies = [work.replies.get(entry.id) for entry in due if entry.group is FieldGroup.REPLIES]
        for reply in replies:
            if reply.given_at:
                work.replies.save(without_words(reply))
            else:
                work.replies.remove(reply.id)
        work.erasure.forget_history("reply", [reply.id for reply in replies])
        links = [entry.id for entry in due if entry.group is FieldGroup.LINKS]
        work.form_links.forget_secrets(links, self.desk.now())

    def _note(self, work: UnitOfWork, event_id: str) -> None:
        work.began_at = work.began_at or self.desk.now()
        change = Change(self.desk.new_id(), event_id, work.began_at, self.desk.actor, DELETE, SUBJECT, event_id)
        work.changes.add(change)


def _delete(work: UnitOfWork, due: DueGroup) -> None:
    """Empty the fields of a group, and take them out of the history and the drafts of that participation."""
    work.participations.save(without_group(work.participations.get(due.part.id), due.group))
    work.erasure.blank_history([due.part.id], FIELDS[due.group])
    for key in work.preferences.containing(due.part.id):
        work.preferences.remove(key)


def _events(work: UnitOfWork) -> tuple[Event, ...]:
    """All that are no samples; what is kept of a person depends on the last of theirs."""
    return tuple(event for event in work.events.list_all() if not event.is_sample)


def _consultation(work: UnitOfWork, event: Event) -> HeldConsultation:
    """Questionnaires, replies and links of an event."""
    return HeldConsultation(
        event.ends_on,
        {asked.id: asked for asked in work.questionnaires.list_for(event.id)},
        work.replies.list_for(event.id),
        work.form_links.list_for(event.id),
        {part.id: part for part in work.participations.list_for(event.id)},
    )


def _kept(work: UnitOfWork) -> dict[str, dict[str, object]]:
    text = work.preferences.get(KEY)
    found: dict[str, dict[str, object]] = json.loads(text) if text else {}
    return found


def _rules(work: UnitOfWork) -> tuple[RetentionRule, ...]:
    """The rules of this installation, where they were set, else the usual ones."""
    kept = _kept(work)
    return tuple(
        RetentionRule(rule.group, int(str(own["days"])), str(own["reason"])) if own else rule
        for rule in DEFAULTS
        for own in (kept.get(rule.group.value),)
    )
