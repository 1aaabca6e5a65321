"""Who gets the final volume: the list, the covering letters, drafts of mails, and what was sent on which day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facilitation.domain.proceedings import ProceedingsPlan, Recipient
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.i18n.translator import Translator
from facilitation.planning.recipients import SuggestedRecipients, suggested, without_repeats
from facilitation.planning.reminders import addresses, person_named
from facilitation.planning.volume_status import final_on
from facilitation.services.desk import Desk
from facilitation.services.invitation_letters import paper_of
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork

LETTERS, EACH = "volume-letters.docx", "volume-letters.zip"
LETTER_FILES = (LETTERS, EACH)
MOST, LONGEST = 2_000, 300
NO_SUCH_FILE = mark("There is no document “{name}”.")
NO_NAME = mark("Write the name of the person or office the volume goes to.")
NOT_AN_ADDRESS = mark("“{typed}” is no e-mail address. Write it like name@example.org, or leave the field empty.")
NOT_FINAL = mark("The volume is not final yet. Finish it first; then write down to whom it was sent.")
TOO_EARLY = mark("The volume is final since {day}, so it cannot have been sent before. Choose a later day.")
NOT_YET = mark("{day} is still to come. Write it down on the day it was sent.")
TOO_MANY = mark("The distribution list holds {count} entries at most.")
GONE = mark("This entry was removed from the distribution list in the meantime.")


@dataclass(frozen=True, slots=True)
class Distribution:
    """What people do with the distribution list; nothing is ever sent from here."""

    desk: Desk

    def suggestions(self, event_id: str) -> SuggestedRecipients:
        """Who could be put on the list from what the event knows."""
        with self.desk.reading() as work:
            return suggested(work.record(event_id))

    def pasted(self, event_id: str, text: str) -> tuple[Recipient, ...]:
        """The entries a pasted list would add; nothing is saved."""
        from facilitation.exchange.recipients_text import pasted_recipients

        with self.desk.reading() as work:
            return without_repeats(pasted_recipients(text), work.proceedings.get(event_id).recipients)

    def add(self, event_id: str, entries: Iterable[Recipient]) -> int:
        """Put these on the list, those it has already left out; answers how many were new."""
        named = [_usable(entry) for entry in entries]
        with self.desk.work() as work:
            plan = work.proceedings.get(event_id)
            fresh = without_repeats(named, plan.recipients)
            if len(plan.recipients) + len(fresh) > MOST:
                raise InvalidInput(TOO_MANY, count=MOST)
            added = tuple(replace(entry, id=self.desk.new_id(), sent_on=None) for entry in fresh)
            self._keep(work, plan, (*plan.recipients, *added), "add_recipients")
        return len(added)

    def edit(self, event_id: str, seen: Recipient, wanted: Recipient) -> Recipient:
        """Change name, office or address of an entry."""
        wanted = replace(_usable(wanted), id=seen.id, sent_on=seen.sent_on)
        with self.desk.work() as work:
            plan = work.proceedings.get(event_id)
            stored = next((entry for entry in plan.recipients if entry.id == seen.id), None)
            if stored is None:
                raise NotFound(GONE)
            after = merged(seen, wanted, stored, subject=seen.id)
            entries = tuple(after if entry.id == seen.id else entry for entry in plan.recipients)
            self._keep(work, plan, entries, "edit_recipient")
        return after

    def remove(self, event_id: str, ids: Collection[str]) -> None:
        """Take entries off the list, in one stroke."""
        self._change(event_id, "remove_recipients", lambda entry: None if entry.id in ids else entry)

    def mark_sent(self, event_id: str, ids: Collection[str], day: date) -> None:
        """Write down that the volume went to these on a day; only a final one does."""
        with self.desk.reading() as work:
            finished = final_on(work.proceedings.get(event_id))
        if finished is None:
            raise InvalidInput(NOT_FINAL)
        if day < finished:
            raise InvalidInput(TOO_EARLY, day=finished)
        if day > self.desk.today():
            raise InvalidInput(NOT_YET, day=day)
        self._change(event_id, "mark_sent", lambda entry: replace(entry, sent_on=day) if entry.id in ids else entry)

    def mark_unsent(self, event_id: str, ids: Collection[str]) -> None:
        """Take back that the volume went to these."""
        self._change(event_id, "mark_sent", lambda entry: replace(entry, sent_on=None) if entry.id in ids else entry)

    def letters(self, event_id: str, name: str, language: str, ids: Collection[str] | None = None) -> bytes:
        """The covering letters as one file, or a file for each (``None`` = all on the list), on the letterhead."""
        from facilitation.documents import distribution_word  # slow to import

        makers = {LETTERS: distribution_word.letters_docx, EACH: distribution_word.letters_zip}
        if name not in makers:
            raise NotFound(NO_SUCH_FILE, name=name)
        with self.desk.reading() as work:
            record = work.record(event_id)
            letterhead = paper_of(work, record.event)
        readers = _chosen(record.proceedings, ids)
        return makers[name](record, Translator(language), readers, (self.desk.today(), letterhead))

    def mails(self, event_id: str, language: str, ids: Collection[str] | None = None, sender: str = "") -> bytes:
        """A draft to each who has an address, as one ``.zip``; the volume is attached by the person who sends it."""
        from facilitation.exchange.reminder_mail import drafts_zip
        from facilitation.exchange.volume_mail import volume_mail

        with self.desk.reading() as work:
            record = work.record(event_id)
        own, _ = person_named(sender, record.participations), Translator(language)
        readers = [entry for entry in _chosen(record.proceedings, ids) if addresses(entry.email)]
        return drafts_zip([volume_mail(entry, record, _, own) for entry in readers], self.desk.now())

    def _change(self, event_id: str, verb: str, changed: Callable[[Recipient], Recipient | None]) -> None:
        with self.desk.work() as work:
            plan = work.proceedings.get(event_id)
            entries = tuple(after for entry in plan.recipients if (after := changed(entry)))
            self._keep(work, plan, entries, verb)

    def _keep(self, work: UnitOfWork, plan: ProceedingsPlan, entries: tuple[Recipient, ...], verb: str) -> None:
        if entries == plan.recipients:
            return
        saved = work.proceedings.save(replace(plan, recipients=entries))
        before = plan if plan.version else None
        self.desk.note_change(work, verb, plan.event_id, before=before, after=saved)
        work.commit()


def _chosen(plan: ProceedingsPlan, ids: Collection[str] | None) -> Sequence[Recipient]:
    return [entry for entry in plan.recipients if ids is None or entry.id in ids]


def _usable(entry: Recipient) -> Recipient:
    """The entry without spaces around its words. Raises ``InvalidInput``."""
    name, office, typed = (" ".join(text.split())[:LONGEST] for text in (entry.name, entry.organisation, entry.email))
    if not name:
        raise InvalidInput(NO_NAME)
    found = addresses(typed)
    if typed and not found:
        raise InvalidInput(NOT_AN_ADDRESS, typed=typed[:80])
    return replace(entry, name=name, organisation=office, email=", ".join(found))
