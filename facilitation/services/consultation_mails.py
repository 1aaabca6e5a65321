"""Draft mails that ask people to answer, and remind those whose answer is missing; a person sends them, never we."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from facilitation.domain.consultation import Questionnaire
from facilitation.domain.person import Participation, Person
from facilitation.errors import InvalidInput, mark
from facilitation.exchange.consultation_text import Letter, consultation_draft
from facilitation.exchange.reminder_mail import Draft, draft_eml, drafts_zip, mailto_link
from facilitation.i18n.translator import Translator
from facilitation.planning.reminders import addresses, person_named
from facilitation.services.desk import Desk
from facilitation.services.form_links import FormLinks, form_address
from facilitation.services.phone_links import ADDRESS

NO_ADDRESS = mark("Write first at which address people reach Tryeza. Without it there is no link to send.")


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who is written to, with the draft; ``link`` is a ``mailto:`` address, "" where it would be too long."""

    part: Participation
    draft: Draft
    link: str


@dataclass(frozen=True, slots=True)
class Round:
    """Whom to write to and how: ``language`` where somebody's own is not known, ``sender`` = the name of who sends."""

    questionnaire_id: str
    participation_ids: Collection[str]
    language: str = "sq"
    sender: str = ""
    is_reminder: bool = False


@dataclass(frozen=True, slots=True)
class ConsultationMails:
    """Drafts for people who have a link of their own and an e-mail address."""

    desk: Desk
    links: FormLinks

    def mails(self, wanted: Round) -> tuple[Asked, ...]:
        """The drafts in the order of the list; InvalidInput until the program has an address."""
        with self.desk.reading() as work:
            base = work.preferences.get(ADDRESS)
            asked = work.questionnaires.get(wanted.questionnaire_id)
            event, parts = work.events.get(asked.event_id), work.participations.list_for(asked.event_id)
        if not base:
            raise InvalidInput(NO_ADDRESS)
        letter = Letter(event, asked, person_named(wanted.sender, parts), wanted.is_reminder)
        return tuple(self._drafts(letter, wanted, parts, base))

    def one(self, wanted: Round) -> bytes:
        """The draft for the one person of a round as an ``.eml`` file."""
        for each in self.mails(wanted):
            return draft_eml(each.draft, self.desk.now())
        raise InvalidInput(mark("This person has no link or no e-mail address. Make a link, or write the address."))

    def all_mails(self, wanted: Round) -> bytes:
        """All drafts of a round as one ``.zip``."""
        return drafts_zip([each.draft for each in self.mails(wanted)], self.desk.now())

    def _drafts(self, letter: Letter, wanted: Round, parts: Sequence[Participation], base: str) -> Iterator[Asked]:
        links = {link.participation_id: link for link in self.links.list_for(letter.asked.id)}
        for part in parts:
            if part.id in wanted.participation_ids and part.id in links and addresses(part.person.email):
                words = Translator(spoken_by(part.person, letter.asked) or wanted.language)
                draft = consultation_draft(letter, part.person, form_address(base, links[part.id]), words)
                yield Asked(part, draft, mailto_link(draft))


def spoken_by(person: Person, asked: Questionnaire) -> str:
    """The first language of a person in which there is a questionnaire ("" = none)."""
    spoken = [code for code in person.languages if code in ("sq", "en")]
    return next((code for code in spoken if getattr(asked.title, code)), spoken[0] if spoken else "")
