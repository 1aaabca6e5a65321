"""The addresses of questionnaires, and what strangers do through them: read, keep a draft, hand in."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.consultation import Answer, Channel, FormLink, Questionnaire, Reply
from facilitation.domain.event import Event
from facilitation.domain.person import Participation
from facilitation.errors import NotFound, Revoked, mark
from facilitation.planning.answer_checks import tidied
from facilitation.services.consultations import keep_reply
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

SECRET_BYTES = 24
"""Nobody guesses 192 bits."""
PATH = "/f/"
UNKNOWN = mark("There is no form under this link. Ask whoever sent it to you for a new one.")
CLOSED = mark("This form is closed. Write to the organiser if you still want to answer.")
logger = logging.getLogger(__name__)


def form_address(base: str, link: FormLink) -> str:
    """The whole address of a form; ``base`` is the address at which phones reach the program."""
    return f"{base.rstrip('/')}{PATH}{link.id}.{link.secret}"


@dataclass(frozen=True, slots=True)
class OpenForm:
    """What a link opens: the questions, the event they belong to, and what its reader has answered so far."""

    link: FormLink
    questionnaire: Questionnaire
    event: Event
    reply: Reply | None = None


@dataclass(frozen=True, slots=True)
class FormLinks:
    """Makes, lists and revokes the links, and takes what comes in through them. No history holds a secret."""

    desk: Desk

    def make(self, questionnaire_id: str, participation_ids: Iterable[str] = ("",)) -> tuple[FormLink, ...]:
        """Open links of these people ("" = the one for everybody), new ones where they had none."""
        with self.desk.work() as work:
            asked = work.questionnaires.get(questionnaire_id)
            known = {link.participation_id: link for link in _open(work, asked)}
            wanted = tuple(dict.fromkeys(participation_ids))
            fresh = {key: self._fresh(asked, key) for key in wanted if key not in known}
            work.form_links.add(fresh.values())
            work.commit()
        logger.info("make_form_links event=%s count=%s", asked.event_id, len(fresh))
        return tuple((known | fresh)[key] for key in wanted)

    def list_for(self, questionnaire_id: str) -> tuple[FormLink, ...]:
        """The open links of a questionnaire, the oldest first."""
        with self.desk.reading() as work:
            return _open(work, work.questionnaires.get(questionnaire_id))

    def revoke(self, link_id: str) -> None:
        """From now on nothing is taken through the link; revoking it twice keeps the first time."""
        with self.desk.work() as work:
            work.form_links.revoke(link_id, self.desk.now())
            work.commit()
        logger.info("revoke_form_link")

    def open(self, link_id: str, secret: str) -> OpenForm:
        """What a link opens: NotFound where nobody ever had it, Revoked where it is closed or over."""
        with self.desk.reading() as work:
            return self._opened(work, link_id, secret)

    def keep_draft(
        self, link_id: str, secret: str, answers: tuple[Answer, ...], *, language: str = "sq", **facts: object
    ) -> Reply:
        """Keep what somebody has answered so far; drafts of the open link are not kept, they belong to nobody."""
        with self.desk.work() as work:
            form = self._opened(work, link_id, secret)
            kept = tuple(tidied(answer) for answer in answers)
            draft = replace(self._reply(work, form), answers=kept, language=language, **facts)  # type: ignore[arg-type]
            if not form.link.participation_id or draft.given_at:
                return draft
            saved = work.replies.save(draft)
            work.commit()
        return saved

    def hand_in(
        self,
        link_id: str,
        secret: str,
        answers: tuple[Answer, ...],
        *,
        language: str = "sq",
        once: str = "",
        **facts: object,
    ) -> Reply:
        """Take the answers; a personal link may answer again until the form closes, the newest answer counts.

        The same answers sent a second time are the same reply. On the open link ``once`` tells one filling in from
        another ("" = every one is a new one).
        """
        kept = tuple(tidied(answer) for answer in answers)
        with self.desk.work() as work:
            form = self._opened(work, link_id, secret)
            seen = self._reply(work, form, f"{once}{kept!r}{sorted(facts.items())!r}" if once else "")
            wanted = replace(seen, answers=kept, language=language, **facts)  # type: ignore[arg-type]
            if seen.given_at and wanted == seen:
                return seen
            reply = replace(wanted, given_at=self.desk.now())
            saved = keep_reply(self.desk, work, form.questionnaire, reply, verb="hand_in_reply")
            work.commit()
        return saved

    def _fresh(self, asked: Questionnaire, participation_id: str) -> FormLink:
        return FormLink(
            id=self.desk.new_id(),
            secret=secrets.token_urlsafe(SECRET_BYTES),
            event_id=asked.event_id,
            questionnaire_id=asked.id,
            participation_id=participation_id,
            created_at=self.desk.now(),
            expires_on=asked.closes_on,
        )

    def _opened(self, work: UnitOfWork, link_id: str, secret: str) -> OpenForm:
        link = work.form_links.find(link_id)
        # Compared also where there is no such link, and as digests of one length: the time it takes tells nothing.
        is_right = hmac.compare_digest(_digest(link.secret if link else ""), _digest(secret))
        if link is None or not is_right or not link.secret:
            raise NotFound(UNKNOWN)
        asked = _asked(work, link)
        last_day = asked.closes_on if asked else None
        if asked is None or link.revoked_at or (last_day and last_day < self.desk.today()):
            raise Revoked(CLOSED)
        return OpenForm(link, asked, work.events.get(link.event_id), _own_reply(work, link))

    def _reply(self, work: UnitOfWork, form: OpenForm, once: str = "") -> Reply:
        """What was answered before, else an empty reply that knows where its writer comes from."""
        link = form.link
        new_id = _digest(f"{link.secret}:{once}").hex()[:24] if once else self.desk.new_id()
        known = form.reply or (work.replies.find(new_id) if once else None)
        if known is not None:
            return known
        empty = Reply(new_id, link.event_id, link.questionnaire_id, link.participation_id, channel=Channel.WEB)
        part = _invited(work, link)
        if part is None:
            return empty
        person = part.person
        return replace(empty, organisation=person.organisation, sector=person.sector, district=person.district)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()


def _asked(work: UnitOfWork, link: FormLink) -> Questionnaire | None:
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


def _open(work: UnitOfWork, asked: Questionnaire) -> tuple[FormLink, ...]:
    links = work.form_links.list_for(asked.event_id)
    return tuple(link for link in links if link.questionnaire_id == asked.id and link.revoked_at is None)
