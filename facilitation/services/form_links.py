"""The addresses of questionnaires, and what strangers do through them: read, keep a draft, hand in."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facilitation.domain.consultation import Answer, FormLink, Questionnaire, Reply
from facilitation.errors import FacilitationError, InvalidInput, NotFound, Revoked, mark
from facilitation.planning.answer_checks import tidied
from facilitation.services.desk import Desk
from facilitation.services.form_intake import Handed, Taken, take_all
from facilitation.services.form_opening import CLOSED, UNKNOWN, FormReader, OpenForm, empty_reply
from facilitation.storage.unit_of_work import UnitOfWork

__all__ = ["CLOSED", "UNKNOWN", "FormLinks", "Handed", "OpenForm", "form_address"]

SECRET_BYTES = 24
"""Nobody guesses 192 bits."""
PATH = "/f/"
NO_NAMES = mark(
    "This questionnaire asks nobody who they are, so it has no personal links. Make the one link for everybody."
)
logger = logging.getLogger(__name__)


def form_address(base: str, link: FormLink) -> str:
    """The whole address of a form; ``base`` is the address at which phones reach the program."""
    return f"{base.rstrip('/')}{PATH}{link.id}.{link.secret}"


@dataclass(frozen=True, slots=True)
class FormLinks:
    """Makes, lists and revokes the links, and takes what comes in through them. No history holds a secret."""

    desk: Desk

    def make(self, questionnaire_id: str, participation_ids: Iterable[str] = ("",)) -> tuple[FormLink, ...]:
        """Open links of these people ("" = the one for everybody), new ones where they had none."""
        with self.desk.work() as work:
            asked = work.questionnaires.get(questionnaire_id)
            if asked.is_anonymous and any(participation_ids := tuple(participation_ids)):
                raise InvalidInput(NO_NAMES)
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
        (found,) = self.open_all([(link_id, secret)])
        if isinstance(found, FacilitationError):
            raise found
        return found

    def open_all(self, keys: Sequence[tuple[str, str]]) -> tuple[OpenForm | FacilitationError, ...]:
        """The same for many links (id and secret) at once; of each what it opens, or why it opens nothing."""
        with self.desk.reading() as work:
            reader = FormReader(work, self.desk.today())
            return tuple(_opened(reader, *key) for key in keys)

    def keep_draft(
        self, link_id: str, secret: str, answers: tuple[Answer, ...], *, language: str = "sq", **facts: object
    ) -> Reply:
        """Keep what somebody has answered so far; drafts of the open link are not kept, they belong to nobody."""
        with self.desk.work() as work:
            form = FormReader(work, self.desk.today()).open(link_id, secret)
            kept = tuple(tidied(answer) for answer in answers)
            begun = form.reply or empty_reply(work, form, self.desk.new_id())
            draft = replace(begun, answers=kept, language=language, **facts)  # type: ignore[arg-type]
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
        (taken,) = self.hand_in_all([Handed(link_id, secret, answers, language, once, facts)])
        if isinstance(taken, FacilitationError):
            raise taken
        return taken

    def hand_in_all(self, handed: Sequence[Handed]) -> tuple[Taken, ...]:
        """The same for many forms at once; of each the reply, or why it was not taken."""
        return take_all(self.desk, handed)

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


def _opened(reader: FormReader, link_id: str, secret: str) -> OpenForm | FacilitationError:
    try:
        return reader.open(link_id, secret)
    except (NotFound, Revoked) as error:
        return error


def _open(work: UnitOfWork, asked: Questionnaire) -> tuple[FormLink, ...]:
    links = work.form_links.list_for(asked.event_id)
    return tuple(link for link in links if link.questionnaire_id == asked.id and link.revoked_at is None)
