"""Draft mails that remind people of their tasks; a person opens and sends them, never we."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.record import EventRecord
from facilitation.errors import NotFound, mark
from facilitation.exchange.reminder_mail import Draft, draft_eml, drafts_zip, mailto_link
from facilitation.exchange.reminder_text import reminder_draft
from facilitation.i18n.translator import Translator
from facilitation.planning.progress import same_name
from facilitation.planning.reminders import Reminder, Reminders, person_named, reminders
from facilitation.services.desk import Desk


@dataclass(frozen=True, slots=True)
class DraftMail:
    """A reminder with its draft; ``link`` is a ``mailto:`` address, "" where it would be too long."""

    reminder: Reminder
    draft: Draft
    link: str


@dataclass(frozen=True, slots=True)
class ReminderRound:
    """All drafts of a day, and who is left out."""

    mails: tuple[DraftMail, ...]
    left_out: Reminders


@dataclass(frozen=True, slots=True)
class ReminderMails:
    """Makes the drafts of an event. ``language`` is taken where it is not known what an owner speaks; ``sender`` is
    the name of who will send them.
    """

    desk: Desk

    def round(self, event_id: str, language: str, sender: str = "") -> ReminderRound:
        """Everybody to be reminded today, and who cannot be reached."""
        record = self._record(event_id)
        found = reminders(record, self.desk.today())
        drafts = [self._draft(record, one, language, sender) for one in found.sent]
        mails = zip(found.sent, drafts, map(mailto_link, drafts), strict=True)
        return ReminderRound(tuple(DraftMail(*each) for each in mails), found)

    def mail(self, event_id: str, owner: str, language: str, sender: str = "") -> bytes:
        """The draft for one owner as an ``.eml`` file."""
        for each in self.round(event_id, language, sender).mails:
            if same_name(each.reminder.owner, owner):
                return draft_eml(each.draft, self.desk.now())
        raise NotFound(mark("{name} has no task to be reminded of any more. Open the reminders again."), name=owner)

    def all_mails(self, event_id: str, language: str, sender: str = "") -> bytes:
        """The drafts for everybody who can be written to, as one ``.zip``."""
        mails = self.round(event_id, language, sender).mails
        return drafts_zip([each.draft for each in mails], self.desk.now())

    def _draft(self, record: EventRecord, reminder: Reminder, language: str, sender: str) -> Draft:
        words = Translator(reminder.language or language)
        return reminder_draft(reminder, record.event, words, person_named(sender, record.participations))

    def _record(self, event_id: str) -> EventRecord:
        with self.desk.reading() as work:
            return work.record(event_id)
