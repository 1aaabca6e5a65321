"""What the address of a questionnaire opens, and what its reader has begun to answer."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.consultation import Channel, FormLink, Questionnaire, Reply
from facilitation.domain.event import Event
from facilitation.domain.person import Participation
from facilitation.errors import NotFound, Revoked, mark
from facilitation.storage.unit_of_work import UnitOfWork

UNKNOWN = mark("There is no form under this link. Ask whoever sent it to you for a new one.")
CLOSED = mark("This form is closed. Write to the organiser if you still want to answer.")


@dataclass(frozen=True, slots=True)
class OpenForm:
    """What a link opens: the questions, the event they belong to, and what its reader has answered so far."""

    link: FormLink
    questionnaire: Questionnaire
    event: Event
    reply: Reply | None = None


class FormReader:
    """Opens links within one unit of work; what many links share is read once."""

    def __init__(self, work: UnitOfWork, today: date) -> None:
        self._work, self._today = work, today
        self._links: dict[str, FormLink | None] = {}
        self._asked: dict[str, Questionnaire | None] = {}
        self._events: dict[str, Event] = {}

    def open(self, link_id: str, secret: str) -> OpenForm:
        """What a link opens: NotFound where nobody ever had it, Revoked where it is closed or over."""
        link = self._link(link_id)
        # Compared also where there is no such link, and as digests of one length: the time it takes tells nothing.
        is_right = hmac.compare_digest(digest(link.secret if link else ""), digest(secret))
        if link is None or not is_right or not link.secret:
            raise NotFound(UNKNOWN)
        asked = self._questionnaire(link)
        last_day = asked.closes_on if asked else None
        if asked is None or link.revoked_at or (last_day and last_day < self._today):
            raise Revoked(CLOSED)
        return OpenForm(link, asked, self._event(link.event_id), _own_reply(self._work, link))

    def _link(self, link_id: str) -> FormLink | None:
        if link_id not in self._links:
            # What no id can look like is not asked for: a database may refuse it, and with it all who ask together.
            is_possible = link_id.isascii() and link_id.isprintable()
            self._links[link_id] = self._work.form_links.find(link_id) if is_possible else None
        return self._links[link_id]

    def _questionnaire(self, link: FormLink) -> Questionnaire | None:
        if link.questionnaire_id not in self._asked:
            self._asked[link.questionnaire_id] = _questionnaire(self._work, link)
        return self._asked[link.questionnaire_id]

    def _event(self, event_id: str) -> Event:
        if event_id not in self._events:
            self._events[event_id] = self._work.events.get(event_id)
        return self._events[event_id]


def empty_reply(work: UnitOfWork, form: OpenForm, new_id: str) -> Reply:
    """A reply that knows nothing yet but where its writer works."""
    link = form.link
    empty = Reply(new_id, link.event_id, link.questionnaire_id, link.participation_id, channel=Channel.WEB)
    part = _invited(work, link)
    if part is None:
        return empty
    person = part.person
    return replace(empty, organisation=person.organisation, sector=person.sector, district=person.district)


def digest(text: str) -> bytes:
    """32 bytes that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()


def _questionnaire(work: UnitOfWork, link: FormLink) -> Questionnaire | None:
    try:
        return work.questionnaires.get(link.questionnaire_id)
    except NotFound:
        return None


def _own_reply(work: UnitOfWork, link: FormLink) -> Reply | None:
    """What was answered through a personal link; the open link is everybody's and remembers nobody."""
    if not link.participation_id:
        return None
    return work.replies.of_person(link.questionnaire_id, link.participation_id)


def _invited(work: UnitOfWork, link: FormLink) -> Participation | None:
    """The person a link was made for, if they are still on the list."""
    try:
        return work.participations.get(link.participation_id) if link.participation_id else None
    except NotFound:
        return None
