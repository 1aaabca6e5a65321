"""Letters of invitation, one to each, and the letters by which superiors are asked to authorise them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from facilitation.documents.letter_facts import LetterFacts, addressee, salutation
from facilitation.documents.letter_file import LetterFile, labelled_line, line, on_new_page, texts, words
from facilitation.documents.word_front import day_heading
from facilitation.documents.word_xml import Element
from facilitation.domain.person import EventRole, Participation, Payer
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_text
from facilitation.i18n.labels import language_label, payer_label, role_label
from facilitation.i18n.translator import Translator
from facilitation.planning.letter_words import LetterLanguage, filled, languages_of, own_words

MOST_OF_A_DAY = 14
SMALL = 10.0
"""Points: what is looked up rather than read; a letter for two days then fits a page."""
ROOM = "_" * 30
MADE_AT = (2000, 1, 1, 0, 0, 0)
Body = Callable[[LetterFacts, Participation], Iterator[Element]]


@dataclass(frozen=True, slots=True)
class LetterOrder:
    """Which letters are wanted: to whom, in which language, from which day, on which paper (b"" = ours).

    ``otherwise`` is the language of those of whom none is known.
    """

    readers: tuple[Participation, ...]
    written_on: date
    language: LetterLanguage = LetterLanguage.OWN
    otherwise: str = "sq"
    letterhead: bytes = b""


def invitations_docx(record: EventRecord, order: LetterOrder) -> bytes:
    """One file with a letter of invitation to everybody."""
    return _file(record, order, order.readers, _invitation)


def authorisations_docx(record: EventRecord, order: LetterOrder) -> bytes:
    """One file with a letter to the superior of everybody."""
    return _file(record, order, order.readers, _authorisation)


def invitations_zip(record: EventRecord, order: LetterOrder) -> bytes:
    """A file for each person: the invitation, and with it the letter to the superior where their office pays."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as package:
        for number, part in enumerate(order.readers, start=1):
            name = letter_name(part.person.name, number)
            package.writestr(zip_entry(name), _file(record, order, (part,), _invitation))
            if part.pays is Payer.OWN_OFFICE:
                name = letter_name(part.person.name, number, "-autorizim")
                package.writestr(zip_entry(name), _file(record, order, (part,), _authorisation))
    return data.getvalue()


def letter_name(reader: str, number: int, ending: str = "") -> str:
    """ "03-zyra-e-punesimit.docx": what every system can write down."""
    plain = unicodedata.normalize("NFKD", reader).encode("ascii", "ignore").decode().lower()
    return "-".join([f"{number:03}", *re.findall(r"[a-z0-9]+", plain)])[:60].rstrip("-") + f"{ending}.docx"


def zip_entry(name: str) -> ZipInfo:
    """A member of a package that does not say when it was made."""
    entry = ZipInfo(name, MADE_AT)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _file(record: EventRecord, order: LetterOrder, readers: Sequence[Participation], body: Body) -> bytes:
    _ = Translator(order.otherwise if order.language in (LetterLanguage.OWN, LetterLanguage.BOTH) else order.language)
    title = _("Invitation") if body is _invitation else _("Request for authorisation")
    file = LetterFile(record.event, _, title=title, letterhead=order.letterhead)
    for part in readers:
        file.add(_letter(record, order, part, body))
    if not readers:
        file.add([line(words(_("Nobody on the list gets such a letter yet."), _.language))])
    return file.data()


def _letter(record: EventRecord, order: LetterOrder, part: Participation, body: Body) -> Iterator[Element]:
    """The letter in one language, or in both, the second on a page of its own."""
    for place, language in enumerate(languages_of(part, order.language, order.otherwise)):
        blocks = list(body(LetterFacts(record, Translator(language), order.written_on), part))
        yield from on_new_page(blocks) if place else blocks


def letter_head(facts: LetterFacts, lines: Sequence[str], subject: str) -> Iterator[Element]:
    """The day, to whom a letter goes, line by line, and what it is about."""
    language = facts.language
    if facts.event.is_sample:
        yield line(words(facts._("Sample: made up for practice"), language, is_bold=True))
    yield line(words(facts.today, language), align="right", after=4)
    for number, text in enumerate(lines):
        yield line(words(text, language, is_bold=number == 0), after=0, stays=True)
    yield line(words(subject, language, is_bold=True), before=12, after=8, stays=True)


def _invitation(facts: LetterFacts, part: Participation) -> Iterator[Element]:
    _, language = facts._, facts.language
    subject = _("Invitation to “{event}”").format(event=facts.title)
    yield from letter_head(facts, addressee(part.person, _), subject)
    yield line(words(salutation(part.person, _), language))
    yield from _opening(facts, part)
    yield from _place_and_time(facts)
    yield from _own_part(facts, part)
    yield from _programme(facts)
    yield from _terms(facts, part)
    yield from _answer(facts)
    yield from letter_closing(facts)


def _opening(facts: LetterFacts, part: Participation) -> Iterator[Element]:
    """The organisers' own words, or ours with the purpose of the event."""
    _, language = facts._, facts.language
    own = own_words(facts.letters.invitation, language)
    if own.strip():
        yield from texts(filled(own, facts.values(part)), language)
        return
    ours = _("{host} has the pleasure of inviting you to “{event}”, {days}, {place}.")
    if not facts.event.place.strip():
        ours = _("{host} has the pleasure of inviting you to “{event}”, {days}.")
    yield line(words(filled(ours, facts.values(part)), language))
    yield from texts(facts.purpose, language)


def _place_and_time(facts: LetterFacts) -> Iterator[Element]:
    _, language = facts._, facts.language
    spoken = ", ".join(language_label(code, _) for code in facts.event.languages)
    for label, text in ((_("When"), facts.when), (_("Where"), facts.event.place), (_("Languages"), spoken)):
        if text.strip():
            yield labelled_line(label, text, language)


def _own_part(facts: LetterFacts, part: Participation) -> Iterator[Element]:
    """The reader's role; an observer is told what an observer does."""
    _, language = facts._, facts.language
    sessions = facts.own_sessions(part)
    if part.role is not EventRole.PARTICIPANT:
        yield labelled_line(_("Your role"), role_label(part.role, _), language)
    for text in sessions:
        yield labelled_line(_("Your part"), text, language)
    if part.role is EventRole.OBSERVER:
        yield line(
            words(
                _(
                    "You are invited as an observer: you are welcome to listen and to advise, after the members or "
                    "when you are asked. Observers take no part in decisions."
                ),
                language,
            ),
            before=6,
        )


def _programme(facts: LetterFacts) -> Iterator[Element]:
    """The agenda at a glance."""
    _, language = facts._, facts.language
    for number, entries in facts.programme():
        heading = _("Programme") if facts.event.day_count == 1 else day_heading(facts.event, number, _)
        yield line(words(heading, language, is_bold=True), before=6, after=1, stays=True)
        for entry in entries[:MOST_OF_A_DAY]:
            clock = words(f"{clock_text(entry.starts_at)}\t", language, size=SMALL)
            yield line(clock, words(facts.session(entry), language, size=SMALL), after=0, left=16)
        if len(entries) > MOST_OF_A_DAY:
            yield line(words("\t" + _("and more"), language, size=SMALL), after=0, left=16)


def _terms(facts: LetterFacts, part: Participation) -> Iterator[Element]:
    """Costs, access and childcare, pictures and data (domain.md 3.3, D-40)."""
    _, language = facts._, facts.language
    costs = " ".join(text for text in (facts.costs(part), facts.journey(part)) if text)
    needs = _(
        "Tell us with your answer whether you need step-free access, a sign-language interpreter, large print, a "
        "diet, childcare or anything else. Only those who prepare it read this, and it is deleted after the event."
    )
    data = _(
        "We use your name, office and address to organise this event. Pictures of you and your name in the list of "
        "participants are published only if you agree; you are asked at the registration and may say no. You may see, "
        "correct or have deleted what we keep about you at any time: write to us (law 124/2024)."
    )
    for place, (label, text) in enumerate(((_("Costs"), costs), (_("Your needs"), needs), (_("Your data"), data))):
        runs = words(f"{label}: ", language, is_bold=True, size=SMALL), words(text, language, size=SMALL)
        yield line(*runs, before=8 if place == 0 else 0, after=3)


def _answer(facts: LetterFacts) -> Iterator[Element]:
    _, language = facts._, facts.language
    yield from _reply_line(facts)
    yield line(words(_("If you cannot come, please name somebody of your office in your place."), language), stays=True)
    if facts.letters.form_link:
        text = _("You can also answer here: {form}").format(form=facts.letters.form_link)
        yield line(words(text, language), stays=True)


def _reply_line(facts: LetterFacts) -> Iterator[Element]:
    _, language = facts._, facts.language
    by, to = facts.reply_by, facts.letters.reply_to.strip()
    if by and to:
        text = _("Please answer by {reply_by} to {reply_to}.").format(reply_by=by, reply_to=to)
    elif by:
        text = _("Please answer by {reply_by}.").format(reply_by=by)
    elif to:
        text = _("Please answer to {reply_to}.").format(reply_to=to)
    else:
        text = _("Please send us your answer soon.")
    yield line(words(text, language, is_bold=True), before=6, stays=True)


def letter_closing(facts: LetterFacts) -> Iterator[Element]:
    """The greeting, and who signs."""
    language = facts.language
    signer = facts.letters.signed_by.said_in(language).strip()
    yield line(words(facts._("Yours sincerely,"), language), before=6, after=20, stays=True)
    if signer:
        yield line(words(signer, language, is_bold=True), after=0, stays=True)
    yield line(words(facts.host, language), after=0)


def _authorisation(facts: LetterFacts, part: Participation) -> Iterator[Element]:
    """Who is asked for, for which days, and who bears what."""
    _, language, person = facts._, facts.language, part.person
    name = f"{person.title} {person.name}".strip()
    subject = _("Request to authorise the participation of {name}").format(name=name)
    to = [_("The head of the institution"), *([person.organisation] if person.organisation.strip() else [])]
    yield from letter_head(facts, to, subject)
    own = own_words(facts.letters.authorisation, language)
    ours = _(
        "{host} invites {name} of your institution to “{event}”. We ask you to authorise the participation, the days "
        "of absence and the costs that fall to your institution as stated below."
    )
    values = {**facts.values(part), "name": name}
    yield from texts(filled(own if own.strip() else ours, values), language)
    yield from _asked_for(facts, part, name)
    yield from _answer_of_superior(facts, part)
    yield from letter_closing(facts)


def _asked_for(facts: LetterFacts, part: Participation, name: str) -> Iterator[Element]:
    _, language = facts._, facts.language
    for label, text in (
        (_("Asked for"), ", ".join(text for text in (name, part.person.position.strip()) if text)),
        (_("Role"), role_label(part.role, _)),
        (_("When"), facts.when),
        (_("Where"), facts.event.place),
        (_("Nights"), str(part.nights) if part.nights else ""),
        (_("Journey"), part.travel),
        (_("Costs"), _payer(facts, part)),
    ):
        if text.strip():
            yield labelled_line(label, text, language)


def _payer(facts: LetterFacts, part: Participation) -> str:
    _ = facts._
    if part.pays is Payer.OWN_OFFICE:
        return _("Travel, per diem and lodging: your institution")
    if part.pays is Payer.HOST:
        return _("Travel and lodging: {who}").format(who=facts.host)
    if part.pays is Payer.DONOR:
        return _("Travel and lodging: a donor of the event")
    return payer_label(part.pays, _)


def _answer_of_superior(facts: LetterFacts, part: Participation) -> Iterator[Element]:
    """The answer, and a line to sign on."""
    _, language = facts._, facts.language
    if part.pays is Payer.OWN_OFFICE:
        text = _("These costs can be met only if they are approved in good time.")
        yield line(words(text, language), before=8)
    yield from _reply_line(facts)
    for place, text in enumerate((_("Approved (yes/no), date:"), _("Signature and stamp:"))):
        yield line(words(f"{text} {ROOM}", language), before=0 if place else 14, after=10)
