"""Letters to those who are invited: their words, their letterhead, the files, and drafts that ask again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitation.domain.attachment import Attachment
from facilitation.domain.event import Event, Letters
from facilitation.domain.person import Participation, Payer
from facilitation.domain.record import EventRecord
from facilitation.errors import NotFound, mark
from facilitation.i18n.translator import Translator
from facilitation.planning.invitation_checks import ANSWER_DAYS, unanswered
from facilitation.planning.letter_words import LetterLanguage, invitees, languages_of, refuse_unusable_letters
from facilitation.planning.reminders import addresses, person_named
from facilitation.services.attachments import keep_file
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.services.templates import template_of
from facilitation.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from facilitation.documents.invitation_word import LetterOrder

INVITATIONS, AUTHORISATIONS, EACH = "invitations.docx", "authorisation.docx", "invitations.zip"
LETTER_FILES = (INVITATIONS, EACH, AUTHORISATIONS)
NO_SUCH_FILE = mark("There is no document “{name}”.")


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Who has not answered for some days: those with an address, and those who have none."""

    reached: tuple[Participation, ...]
    unreached: tuple[Participation, ...]


@dataclass(frozen=True, slots=True)
class InvitationLetters:
    """Makes the letters of an event; nothing is ever sent from here."""

    desk: Desk

    def make(
        self,
        event_id: str,
        name: str,
        language: str,
        *,
        wanted: LetterLanguage = LetterLanguage.OWN,
        ids: Collection[str] | None = None,
    ) -> bytes:
        """A file of letters by its name, to these people (``None`` = everybody who has not declined).

        ``language`` is taken for those of whom none of ours is known. The superior is written to for those whose own
        office pays; where people were chosen, for each of them.
        """
        from facilitation.documents import invitation_word  # slow to import

        makers = {
            INVITATIONS: invitation_word.invitations_docx,
            AUTHORISATIONS: invitation_word.authorisations_docx,
            EACH: invitation_word.invitations_zip,
        }
        if name not in makers:
            raise NotFound(NO_SUCH_FILE, name=name)
        with self.desk.reading() as work:
            record = work.record(event_id)
            paper = paper_of(work, record.event)
        readers = invitees(record.participations, ids)
        if name == AUTHORISATIONS and ids is None:
            readers = tuple(part for part in readers if part.pays is Payer.OWN_OFFICE)
        return makers[name](record, self._order(readers, wanted, language, paper))

    def _order(
        self, readers: tuple[Participation, ...], wanted: LetterLanguage, language: str, paper: bytes
    ) -> LetterOrder:
        from facilitation.documents.invitation_word import LetterOrder

        return LetterOrder(readers, self.desk.today(), wanted, language, paper)

    def edit(self, seen: Event, wanted: Letters) -> Event:
        """Change the words of the letters, the day and address for answers. Raises ``InvalidInput``."""
        refuse_unusable_letters(wanted)
        with self.desk.work() as work:
            stored = work.events.get(seen.id)
            letters = merged(seen.brief.letters, wanted, stored.brief.letters, subject=seen.id)
            after = replace(stored, brief=replace(stored.brief, letters=letters))
            if after == stored:
                return stored
            saved = work.events.save(after)
            self.desk.note_change(work, "edit_letters", seen.id, before=stored, after=saved)
            work.commit()
        return saved

    def letterhead(self, event_id: str) -> Attachment | None:
        """The file the letters are written on, if one was given."""
        with self.desk.reading() as work:
            return _kept(work, work.events.get(event_id))

    def keep_letterhead(self, event_id: str, name: str, content: bytes) -> Event:
        """Write the letters on this letterhead from now on; it is kept without what could do harm."""
        from facilitation.documents.letterhead import letterhead

        cleaned = letterhead(content, name)
        stem = name.rpartition(".")[0] or name
        with self.desk.work() as work:
            event = work.events.get(event_id)
            file = keep_file(self.desk, work, event_id, ("event", event_id), (f"{stem}.docx", cleaned))
            saved = self._put_letterhead(work, event, file.id)
            work.commit()
        return saved

    def drop_letterhead(self, event_id: str) -> Event:
        """Write on our own paper again; the file stays until its event goes, so that undo finds it."""
        with self.desk.work() as work:
            saved = self._put_letterhead(work, work.events.get(event_id), "")
            work.commit()
        return saved

    def _put_letterhead(self, work: UnitOfWork, event: Event, file_id: str) -> Event:
        letters = replace(event.brief.letters, letterhead_id=file_id)
        saved = work.events.save(replace(event, brief=replace(event.brief, letters=letters)))
        self.desk.note_change(work, "edit_letters", event.id, before=event, after=saved)
        return saved

    def ask_again(self, event_id: str, days: int = ANSWER_DAYS) -> AskAgain:
        """Who was invited so many days ago and has not answered."""
        with self.desk.reading() as work:
            waiting = invitees(unanswered(work.participations.list_for(event_id), self.desk.today(), days))
        return AskAgain(
            tuple(part for part in waiting if addresses(part.person.email)),
            tuple(part for part in waiting if not addresses(part.person.email)),
        )

    def reminder_mails(self, event_id: str, language: str, *, days: int = ANSWER_DAYS, sender: str = "") -> bytes:
        """A draft to each of those with an address, in their language, as one ``.zip``; a person sends them."""
        from facilitation.exchange.invitation_mail import invitation_reminder
        from facilitation.exchange.reminder_mail import drafts_zip

        record = self._record(event_id)
        own = person_named(sender, record.participations)
        drafts = [
            invitation_reminder(part, record.event, Translator(_language(part, language)), own)
            for part in self.ask_again(event_id, days).reached
        ]
        return drafts_zip(drafts, self.desk.now())

    def _record(self, event_id: str) -> EventRecord:
        with self.desk.reading() as work:
            return work.record(event_id)


def _language(part: Participation, otherwise: str) -> str:
    return languages_of(part, LetterLanguage.OWN, otherwise)[0]


def paper_of(work: UnitOfWork, event: Event) -> bytes:
    """The letterhead, looked at again, as an archive may have brought it; without one, the template of the papers."""
    from facilitation.documents.letterhead import letterhead

    file = _kept(work, event)
    return letterhead(work.attachments.content(file.id), file.name) if file else template_of(work, event.id)


def _kept(work: UnitOfWork, event: Event) -> Attachment | None:
    """The letterhead among the files of the event; one of another event does not count."""
    wanted = event.brief.letters.letterhead_id
    return next((file for file in work.attachments.list_for(event.id) if wanted and file.id == wanted), None)
