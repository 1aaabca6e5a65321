"""Erasing one person everywhere, with a list beforehand of what will happen."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Engine

from facilitation.domain.consultation import Reply
from facilitation.domain.event import Event
from facilitation.domain.history import Change
from facilitation.domain.note import Note
from facilitation.domain.person import ERASED, Participation, Person
from facilitation.domain.text import Text
from facilitation.errors import NotFound, mark
from facilitation.planning.anonymous import anonymous, unsaid
from facilitation.planning.redaction import Redaction
from facilitation.services.desk import Desk
from facilitation.storage.erasure import wipe_traces
from facilitation.storage.unit_of_work import UnitOfWork

ERASE, SUBJECT = "erase_person", "privacy"
GONE = mark("This person is in no event any more. There is nothing left to erase or to hand out.")
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure does, or did. ``texts`` = rows by table in which the name was covered.

    ``files`` = attached files that hold the name and must be looked at by hand; ``has_namesake`` = somebody else has
    the same name, so that texts are changed only where it is clear who is meant. ``is_wiped`` = nothing is left in
    the bytes of the database file.
    """

    events: tuple[Text, ...]
    notes: int
    tasks: int
    replies: int
    links: int
    choices: int
    changes: int
    texts: int
    files: int
    has_namesake: bool
    is_wiped: bool = False


@dataclass(frozen=True, slots=True)
class Erasures:
    """Takes a person out of everything; it cannot be undone."""

    desk: Desk
    engine: Engine

    def preview(self, person_id: str, *, keeps_replies: bool) -> Erasure:
        """What would happen: the erasure itself, without saving it."""
        with self.desk.work() as work:
            return _Eraser(self.desk, work, person_id).erased(keeps_replies=keeps_replies)

    def erase(self, person_id: str, *, keeps_replies: bool) -> Erasure:
        """Erase the person for good; their replies stay without a sender, or go too."""
        done = self.erase_rows(person_id, keeps_replies=keeps_replies)
        return replace(done, is_wiped=wipe_traces(self.engine))

    def erase_rows(self, person_id: str, *, keeps_replies: bool) -> Erasure:
        """The same without cleaning the bytes of the file, for whoever erases several people and cleans once."""
        with self.desk.work() as work:
            done = _Eraser(self.desk, work, person_id).erased(keeps_replies=keeps_replies)
            work.commit()
        logger.info("%s events=%s", ERASE, len(done.events))
        return done


class _Eraser:
    """One erasure inside one unit of work."""

    def __init__(self, desk: Desk, work: UnitOfWork, person_id: str) -> None:
        self.desk, self.work = desk, work
        parts = [work.participations.get(key) for key in work.erasure.participations_of(person_id)]
        if not parts:
            raise NotFound(GONE)
        found = sorted(((work.events.get(part.event_id), part) for part in parts), key=lambda pair: pair[0].starts_on)
        self.events, self.parts = tuple(event for event, _ in found), tuple(part for _, part in found)
        self.person = self.parts[0].person
        self.ids = frozenset(part.id for part in self.parts)
        self.name = ERASED.said_in(next(iter(self.events[0].languages), "sq"))
        sought = _told_apart(self.person, work.people.list_all())
        self.has_namesake = not sought.name
        new_ids = {key: desk.new_id() for key in (person_id, *self.ids)}
        self.redaction = Redaction(sought, new_ids, self.name)

    def erased(self, *, keeps_replies: bool) -> Erasure:
        """Do all of it; nothing is saved before the caller commits."""
        erasure = self.work.erasure
        links, choices = erasure.forget_links(self.ids), erasure.forget_choices(self.redaction)
        changes = erasure.forget_history("participation", self.ids)
        notes, tasks = self._notes(), self._tasks()
        replies = self._replies(keeps_replies=keeps_replies)
        for event, part in zip(self.events, self.parts, strict=True):
            self._participation(event, part)
        swept = erasure.sweep(self.redaction)
        texts = sum(count for table, count in swept.items() if table not in ("participations", "seats"))
        for event in self.events:
            self._note_erasure(event)
        return Erasure(
            events=tuple(event.title for event in self.events),
            notes=notes,
            tasks=tasks,
            replies=replies,
            links=links,
            choices=choices,
            changes=changes,
            texts=texts,
            files=erasure.files_with((self.person.name, self.person.email)),
            has_namesake=self.has_namesake,
        )

    def _participation(self, event: Event, part: Participation) -> None:
        """Nobody in the place of the person; each event gets its own nobody, so that they cannot be joined again."""
        gone = anonymous(
            part,
            self.work.participations.list_for(event.id),
            person_id=self.desk.new_id(),
            name=self.name,
            is_over=event.ends_on < self.desk.today(),
        )
        stored = self.work.participations.get(part.id)
        self.work.participations.save(replace(gone, version=stored.version))
        self.work.people.remove_unneeded()

    def _notes(self) -> int:
        """Notes of the person lose who said or wrote them, with the history of those notes."""
        every = [note for event in self.events for note in self.work.notes.list_for(event.id)]
        found = [gone for note in every if (gone := self._without_person(note)) != note]
        for note in found:
            self.work.notes.save(note)
        self.work.erasure.forget_history("note", [note.id for note in found])
        return len(found)

    def _without_person(self, note: Note) -> Note:
        """A note-taker's name comes in with a form; the words themselves stay."""
        is_said = note.speaker_id in self.ids or self.redaction.is_named(note.speaker)
        gone = unsaid(note) if is_said else note
        return replace(gone, author="") if self.redaction.is_named(note.author) else gone

    def _tasks(self) -> int:
        """Tasks of the person are nobody's again; deputies too."""
        count = 0
        for event in self.events:
            for task in self.work.tasks.list_for(event.id):
                names: dict[str, Any] = {
                    role: "" for role in ("owner", "deputy") if self.redaction.is_named(getattr(task, role))
                }
                if names:
                    self.work.tasks.save(replace(task, **names))
                    count += 1
        return count

    def _replies(self, *, keeps_replies: bool) -> int:
        """Replies lose their sender, or go; a draft that was never handed in always goes."""
        found = [
            reply
            for event in self.events
            for reply in self.work.replies.list_for(event.id)
            if reply.participation_id in self.ids
        ]
        for reply in found:
            if keeps_replies and reply.given_at:
                self.work.replies.save(_senderless(reply))
            else:
                self.work.replies.remove(reply.id)
        self.work.erasure.forget_history("reply", [reply.id for reply in found])
        return len(found)

    def _note_erasure(self, event: Event) -> None:
        """That somebody was erased, by whom and when; not who."""
        self.work.began_at = self.work.began_at or self.desk.now()
        fresh, moment = self.desk.new_id(), self.work.began_at
        self.work.changes.add(Change(fresh, event.id, moment, self.desk.actor, ERASE, SUBJECT, event.id))


def _senderless(reply: Reply) -> Reply:
    """The answers alone: not from whom, nor from which office or place."""
    return replace(reply, participation_id="", organisation="", sector=None, district=None, note="")


def _told_apart(person: Person, everybody: Iterable[Person]) -> Person:
    """The person with what nobody else shares: a name, an e-mail or a number of two people names neither."""
    others = [other for other in everybody if other.id != person.id]
    shared: dict[str, Any] = {
        field: ""
        for field in ("name", "email", "phone")
        if any(_same(getattr(person, field), getattr(other, field)) for other in others)
    }
    return replace(person, **shared)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split() or one.casefold() == other.casefold()
