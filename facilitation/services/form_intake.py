"""Takes answered forms, many at once in one unit of work: a hall hands in at the same moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from facilitation.domain.consultation import Answer, Reply
from facilitation.errors import FacilitationError, InvalidInput, NotFound, Revoked
from facilitation.planning.answer_checks import tidied
from facilitation.services.consultations import checked_reply
from facilitation.services.desk import Desk
from facilitation.services.form_opening import FormReader, OpenForm, digest, empty_reply
from facilitation.storage.unit_of_work import UnitOfWork

VERB = "hand_in_reply"
Taken = Reply | FacilitationError
"""What became of one form: the reply, or why it was not taken."""


@dataclass(frozen=True, slots=True)
class Handed:
    """An answered form. ``once`` tells one filling in of the open link from another ("" = each is a new one)."""

    link_id: str
    secret: str
    answers: tuple[Answer, ...]
    language: str = "sq"
    once: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


def take_all(desk: Desk, handed: Sequence[Handed]) -> tuple[Taken, ...]:
    """Take them together; where one of them spoils the unit of work, each on its own."""
    try:
        return _together(desk, handed)
    except FacilitationError as error:
        if len(handed) == 1:
            return (error,)
    return tuple(taken for one in handed for taken in take_all(desk, [one]))


def _together(desk: Desk, handed: Sequence[Handed]) -> tuple[Taken, ...]:
    with desk.work() as work:
        sitting = _Sitting(desk, work)
        taken = tuple(sitting.take(one) for one in handed)
        sitting.write()
        work.commit()
    return taken


class _Sitting:
    """What came in within one unit of work; new replies are written together at its end."""

    def __init__(self, desk: Desk, work: UnitOfWork) -> None:
        self._desk, self._work = desk, work
        self._reader = FormReader(work, desk.today())
        self._new: dict[str, Reply] = {}

    def take(self, handed: Handed) -> Taken:
        """The reply as it will be saved, or why it is not taken."""
        try:
            return self._taken(handed)
        except (InvalidInput, NotFound, Revoked) as error:
            return error

    def write(self) -> None:
        """Save the new replies, each as a change of its own: undo takes back one, not the whole hall."""
        replies, start = tuple(self._new.values()), self._desk.now()
        self._work.replies.add_all(replies)
        moments = [start + timedelta(microseconds=number) for number in range(len(replies))]
        self._desk.note_new(self._work, VERB, tuple(zip(replies, moments, strict=True)))

    def _taken(self, handed: Handed) -> Reply:
        form = self._reader.open(handed.link_id, handed.secret)
        answers = tuple(tidied(answer) for answer in handed.answers)
        seen = self._seen(form, handed, answers)
        wanted = replace(seen, answers=answers, language=handed.language, **handed.facts)  # type: ignore[arg-type]
        if seen.given_at and wanted == seen:
            return seen if seen.version else replace(seen, version=1)
        reply = checked_reply(form.questionnaire, replace(wanted, given_at=self._desk.now()))
        if seen.version:
            return self._changed(seen, reply)
        self._new[reply.participation_id or reply.id] = reply
        return replace(reply, version=1)

    def _seen(self, form: OpenForm, handed: Handed, answers: tuple[Answer, ...]) -> Reply:
        """What was answered before through this link, or by this filling in; else an empty reply."""
        link = form.link
        if link.participation_id:
            known = form.reply or self._new.get(link.participation_id)
            return known or empty_reply(self._work, form, self._desk.new_id())
        if not handed.once:
            return empty_reply(self._work, form, self._desk.new_id())
        said = f"{link.secret}:{handed.once}:{answers!r}:{sorted(handed.facts.items())!r}"
        reply_id = digest(said).hex()[:24]
        known = self._new.get(reply_id) or self._work.replies.find(reply_id)
        return known or empty_reply(self._work, form, reply_id)

    def _changed(self, seen: Reply, reply: Reply) -> Reply:
        saved = self._work.replies.save(reply)
        self._desk.note_change(self._work, VERB, reply.event_id, before=seen, after=saved)
        return saved
