"""The words of a mail that asks somebody to answer a questionnaire, or reminds them of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.domain.consultation import Questionnaire
from facilitation.domain.event import Event
from facilitation.domain.person import Person
from facilitation.exchange.reminder_mail import Draft, Mailbox, one_line
from facilitation.i18n.formats import day_span_text, day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.reminders import addresses


@dataclass(frozen=True, slots=True)
class Letter:
    """What every mail of a round says: of which event, which questionnaire, from whom, and whether it reminds."""

    event: Event
    asked: Questionnaire
    sender: Person | None = None
    is_reminder: bool = False


def consultation_draft(letter: Letter, person: Person, address: str, _: Translator) -> Draft:
    """The mail to one person with the link that is theirs alone."""
    title = one_line(letter.asked.title.said_in(_.language))
    subject = _("A reminder: {title}") if letter.is_reminder else _("Your opinion, please: {title}")
    senders = [Mailbox(letter.sender.name, box) for box in addresses(letter.sender.email)[:1]] if letter.sender else []
    return Draft(
        to=tuple(Mailbox(person.name, box) for box in addresses(person.email)),
        subject=subject.format(title=title),
        text="\n".join(_lines(letter, address, _)) + "\n",
        sender=next(iter(senders), None),
    )


def _lines(letter: Letter, address: str, _: Translator) -> Iterator[str]:
    language, event = _.language, letter.event
    days = day_span_text(event.starts_on, event.ends_on, language)
    about = " · ".join(part for part in (event.title.said_in(language), days, event.place) if part)
    yield _("Good day,")
    yield ""
    if letter.is_reminder:
        yield _("we asked you for your opinion before this event, and your answer is not here yet: {event}.").format(
            event=one_line(about)
        )
    else:
        yield _("before this event we want to hear from you: {event}.").format(event=one_line(about))
    intro = letter.asked.intro.said_in(language).strip()
    if intro:
        yield ""
        yield intro
    yield ""
    count = len(letter.asked.questions)
    yield _.plural("{count} question waits for you here:", "{count} questions wait for you here:", count).format(
        count=count
    )
    yield address
    yield ""
    yield _("You need no account. What you write is kept, and you can go on later. The link is for you alone.")
    if letter.asked.closes_on:
        day = day_text(letter.asked.closes_on, language, with_year=True)
        yield _("Please answer by {day}.").format(day=day)
    yield ""
    yield _("Thank you.")
