"""The HTML of a participant's page: a small file that any phone can read, in light and dark."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from facilitation.errors import mark
from facilitation.i18n.formats import clock_span_text, clock_text, day_text
from facilitation.i18n.translator import LANGUAGE_NAMES, Translator
from facilitation.planning.own_page import OwnCafe, OwnPage, OwnRound, ProgrammeLine
from facilitation.web.plain_html import document, policy_for, style_of

STYLE = style_of("participant_style.css")
POLICY = policy_for(STYLE)
NOT_YET = mark("Your tables are not known yet. This page shows them as soon as they are.")
NO_CAFE = mark("This event has no rounds at tables.")


def own_page_html(page: OwnPage, language: str) -> str:
    """The whole page in one language; it asks for itself anew every minute."""
    _ = Translator(language)
    title = page.event_title.said_in(language)
    parts = (
        f"<header><p>{escape(title)}</p><h1>{escape(page.name)}</h1></header><main>",
        *_now(page, _),
        *(part for cafe in page.cafes for part in _cafe(cafe, page, _)),
        *_programme(page, _),
        f"</main><footer>{_until(page, _)}{_other_language(language)}</footer>",
    )
    return document("".join(parts), title, language, style=STYLE, refreshes=True)


def _now(page: OwnPage, _: Translator) -> Iterable[str]:
    """Where to sit now and next; a sentence where the tables are not made."""
    if not any(cafe.rounds for cafe in page.cafes):
        sentence = _(NOT_YET if page.cafes else NO_CAFE)
        yield f'<p class="now calm">{escape(sentence)}</p>'
    for entry, word in ((page.current, _("Now")), (page.coming, _("Next"))):
        if entry is not None:
            yield f'<section class="now"><p>{escape(word)} · {_round_line(entry, _)}</p>{_place(entry, _)}</section>'


def _round_line(entry: OwnRound, _: Translator) -> str:
    number = _("Round {number}").format(number=entry.when.number)
    return f"{escape(number)} · {clock_span_text(entry.when.starts_at, entry.when.ends_at)}"


def _place(entry: OwnRound, _: Translator) -> str:
    """Table, duty and question of a round."""
    question = entry.question.said_in(_.language)
    asked = f"<p>{escape(question)}</p>" if question else ""
    return f'<p class="table">{escape(_table(entry, _))}</p>{_host(entry, _)}{asked}'


def _table(entry: OwnRound, _: Translator) -> str:
    return _("Table {number}").format(number=entry.table) if entry.table else _("no table in this round")


def _host(entry: OwnRound, _: Translator) -> str:
    words = _("You are the host of this table: you stay and welcome the next guests.")
    return f'<p class="host">{escape(words)}</p>' if entry.is_host and entry.table else ""


def _cafe(cafe: OwnCafe, page: OwnPage, _: Translator) -> Iterable[str]:
    """All rounds of one café."""
    if not cafe.rounds:
        return
    yield f"<section><h2>{escape(cafe.title.said_in(_.language))}</h2>"
    facts = (day_text(cafe.on, _.language), cafe.room)
    yield f'<p class="room">{escape(" · ".join(fact for fact in facts if fact))}</p><ol class="rounds">'
    for entry in cafe.rounds:
        yield _round_row(entry, page, _)
    yield "</ol></section>"


def _round_row(entry: OwnRound, page: OwnPage, _: Translator) -> str:
    place, question = _table(entry, _), entry.question.said_in(_.language)
    if entry.is_host and entry.table:
        place = " · ".join((place, _("host")))
    number = _("Round {number}").format(number=entry.when.number)
    clock = clock_span_text(entry.when.starts_at, entry.when.ends_at)
    asked = f"<p>{escape(question)}</p>" if question else ""
    return (
        f"<li{_mark(entry is page.current)}>"
        f'<div><p>{escape(number)}</p><p class="clock">{clock}</p></div>'
        f"<div><p><strong>{escape(place)}</strong></p>{asked}</div></li>"
    )


def _programme(page: OwnPage, _: Translator) -> Iterable[str]:
    """The day in short."""
    if not page.programme:
        return
    title = _("Programme")
    yield f"<section><h2>{escape(title)}</h2>"
    yield f'<p class="room">{escape(day_text(page.day, _.language))}</p><ol>'
    yield from (_programme_row(line, _) for line in page.programme)
    yield "</ol></section>"


def _programme_row(line: ProgrammeLine, _: Translator) -> str:
    room = f'<p class="room">{escape(line.room)}</p>' if line.room else ""
    title = f"<p>{escape(line.title.said_in(_.language))}</p>"
    return f'<li{_mark(line.is_running)}><p class="clock">{clock_text(line.starts_at)}</p><div>{title}{room}</div></li>'


def _mark(is_running: bool) -> str:
    """What is on now stands out, for eyes by a bar and for a screen reader by a word."""
    return ' class="on" aria-current="time"' if is_running else ""


def _until(page: OwnPage, _: Translator) -> str:
    if page.readable_until is None:
        return ""
    said = _("This page can be read until {day}.").format(day=day_text(page.readable_until, _.language, with_year=True))
    return f'<p class="room">{escape(said)}</p>'


def _other_language(language: str) -> str:
    other = "sq" if language == "en" else "en"
    return f'<a href="?language={other}" lang="{other}">{LANGUAGE_NAMES[other]}</a>'
