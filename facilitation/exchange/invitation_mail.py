"""The words of a mail that asks again: who was invited, to what, and by when they should answer."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.domain.event import Event
from facilitation.domain.person import Participation, Person
from facilitation.exchange.reminder_mail import Draft, Mailbox, one_line
from facilitation.i18n.formats import day_span_text, day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.reminders import addresses


def invitation_reminder(part: Participation, event: Event, _: Translator, sender: Person | None = None) -> Draft:
    """The mail to one person who has not answered; nobody else stands in it."""
    title = one_line(event.title.said_in(_.language))
    return Draft(
        to=tuple(Mailbox(part.person.name, address) for address in addresses(part.person.email)),
        subject=_("Your answer to the invitation: {event}").format(event=title),
        text="\n".join(_lines(part, event, _)) + "\n",
        sender=_mailbox(sender) if sender else None,
    )


def _mailbox(person: Person) -> Mailbox | None:
    return next((Mailbox(person.name, address) for address in addresses(person.email)), None)


def _lines(part: Participation, event: Event, _: Translator) -> Iterator[str]:
    language, letters = _.language, event.brief.letters
    days = day_span_text(event.starts_on, event.ends_on, language)
    about = " · ".join(text for text in (event.title.said_in(language), days, event.place) if text)
    yield _("Good day,")
    yield ""
    sent = day_text(part.invited_on, language, with_weekday=False) if part.invited_on else ""
    yield _("on {day} we invited you to: {event}.").format(day=sent, event=one_line(about))
    yield _("We have not had your answer yet. Please tell us whether you can come.")
    if letters.reply_by:
        day = day_text(letters.reply_by, language, with_year=True, with_weekday=False)
        yield _("We plan seats, meals and lodging with the answers we have by {day}.").format(day=day)
    yield _("If you cannot come, please name somebody of your office in your place.")
    if letters.form_link:
        yield _("You can also answer here: {form}").format(form=one_line(letters.form_link))
    yield ""
    yield one_line(letters.signed_by.said_in(language) or event.host.said_in(language))
