"""The words of a mail that goes with the final volume; the file is attached by the person who sends it."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.domain.person import Person
from facilitation.domain.proceedings import Recipient
from facilitation.domain.record import EventRecord
from facilitation.exchange.reminder_mail import Draft, Mailbox, one_line
from facilitation.i18n.formats import day_span_text
from facilitation.i18n.translator import Translator
from facilitation.planning.reminders import addresses


def volume_mail(entry: Recipient, record: EventRecord, _: Translator, sender: Person | None = None) -> Draft:
    """The mail to one on the distribution list; nobody else stands in it."""
    title = one_line(record.event.title.said_in(_.language))
    own = [Mailbox(sender.name, address) for address in addresses(sender.email)] if sender else []
    return Draft(
        to=tuple(Mailbox(entry.name, address) for address in addresses(entry.email)),
        subject=_("Proceedings: {event}").format(event=title),
        text="\n".join(_lines(record, _)) + "\n",
        sender=own[0] if own else None,
    )


def _lines(record: EventRecord, _: Translator) -> Iterator[str]:
    event, language = record.event, _.language
    days = day_span_text(event.starts_on, event.ends_on, language)
    about = " · ".join(text for text in (event.title.said_in(language), days, event.place) if text)
    yield _("Good day,")
    yield ""
    yield _("with this mail you get the proceedings of: {event}.").format(event=one_line(about))
    yield _("Please pass them on to those in your institution who work on these matters.")
    yield _("Where your institution is named as the one who acts, please tell us what has been done so far.")
    yield ""
    signer = event.brief.letters.signed_by.said_in(language)
    yield one_line(signer or event.host.said_in(language))
