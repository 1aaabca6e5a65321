"""What of a consultation is due to go: the words of replies, and the secrets of links to forms long closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from facilitation.domain.consultation import FormLink, Questionnaire, Reply
from facilitation.domain.person import Participation
from facilitation.planning.retention import FieldGroup, RetentionRule


@dataclass(frozen=True, slots=True)
class HeldConsultation:
    """The consultation of an event with the day that counts, and who is on its list by participation."""

    ended_on: date
    asked: Mapping[str, Questionnaire]
    replies: tuple[Reply, ...]
    links: tuple[FormLink, ...]
    parts: Mapping[str, Participation]


@dataclass(frozen=True, slots=True)
class DueAnswer:
    """A reply whose words, or a link whose secret, is to go, and since when.

    ``name`` = whose it is, else the office it came from ("" = everybody's link); ``person_id`` "" = nobody known.
    """

    id: str
    event_id: str
    group: FieldGroup
    since: date
    fields: tuple[str, ...]
    name: str = ""
    person_id: str = ""


def due_answers(held: Iterable[HeldConsultation], rules: Sequence[RetentionRule], today: date) -> tuple[DueAnswer, ...]:
    """What is to be deleted today; what is empty already is not due."""
    days = {rule.group: timedelta(days=rule.days) for rule in rules}
    found = [due for each in held for due in (*_replies(each, days), *_links(each, days))]
    return tuple(due for due in found if due.since < today)


def _replies(held: HeldConsultation, days: Mapping[FieldGroup, timedelta]) -> Iterator[DueAnswer]:
    since = held.ended_on + days[FieldGroup.REPLIES]
    for reply in held.replies:
        if fields := _said(reply):
            who = held.parts.get(reply.participation_id)
            name, person_id = (who.person.name, who.person.id) if who else (reply.organisation, "")
            yield DueAnswer(reply.id, reply.event_id, FieldGroup.REPLIES, since, fields, name, person_id)


def _said(reply: Reply) -> tuple[str, ...]:
    """The fields in which words stand."""
    words = {
        "organisation": reply.organisation,
        "answers": any(answer.text or answer.quote for answer in reply.answers),
        "note": reply.note,
    }
    return tuple(field for field, value in words.items() if value)


def _links(held: HeldConsultation, days: Mapping[FieldGroup, timedelta]) -> Iterator[DueAnswer]:
    for link in held.links:
        if link.secret:
            who = held.parts.get(link.participation_id)
            name, person_id = (who.person.name, who.person.id) if who else ("", "")
            since = _closed_on(link, held) + days[FieldGroup.LINKS]
            yield DueAnswer(link.id, link.event_id, FieldGroup.LINKS, since, ("secret",), name, person_id)


def _closed_on(link: FormLink, held: HeldConsultation) -> date:
    """The day it was revoked or the form closed; a form without such a day is over with its event."""
    asked = held.asked.get(link.questionnaire_id)
    if link.revoked_at:
        return link.revoked_at.date()
    return (asked.closes_on if asked else link.expires_on) or held.ended_on


def without_words(reply: Reply) -> Reply:
    """The reply with its figures, choices and themes alone: what was counted stays counted."""
    answers = tuple(replace(answer, text="", quote="") for answer in reply.answers)
    return replace(reply, organisation="", note="", answers=answers)
