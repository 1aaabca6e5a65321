"""What stands at the head of a paper: title, date and place, the sample mark, covers and the sentence for nothing."""

from __future__ import annotations

from collections.abc import Sequence

from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Run, paragraph, said
from facilitation.documents.word_xml import Element, element
from facilitation.domain.event import Event
from facilitation.i18n.formats import day_span_text, day_text
from facilitation.i18n.translator import Translator


def when_text(event: Event, language: str) -> str:
    """The days of the event: one day with its weekday, several as a span."""
    if event.day_count == 1:
        return day_text(event.starts_on, language, with_year=True)
    return day_span_text(event.starts_on, event.ends_on, language)


def when_and_where(event: Event, language: str) -> str:
    """ "20–21 May 2027 · Elbasan"."""
    return " · ".join(part for part in (when_text(event, language), event.place.strip()) if part)


def sample_mark(event: Event, _: Translator) -> list[Element]:
    """The line that says a paper belongs to a sample event; nothing for a real one."""
    return [paragraph(_("Sample: made up for practice"), "Sample Mark")] if event.is_sample else []


def title_block(paper: Paper, *, page_break: bool = False) -> list[Element]:
    """The head of a working paper: its own name large, the event, days and place under it."""
    event, language = paper.event, paper._.language
    start = [element("pageBreakBefore")] if page_break else []
    return [
        paragraph(paper.title, "Title", extra=start),
        paragraph([said(event.title, language, "Strong")], "Subtitle"),
        paragraph(when_and_where(event, language), "Subtitle"),
        *sample_mark(event, paper._),
    ]


def event_block(paper: Paper, *, page_break: bool = False) -> list[Element]:
    """The head of a paper for participants: the event large, then days, place and host."""
    event, language = paper.event, paper._.language
    start = [element("pageBreakBefore")] if page_break else []
    host = said(event.host, language)
    return [
        paragraph([said(event.title, language)], "Title", extra=start),
        paragraph([Run(paper.title, "Strong"), " · ", when_and_where(event, language)], "Subtitle"),
        *([paragraph([host], "Subtitle")] if host.text else []),
        *sample_mark(event, paper._),
    ]


def cover(paper: Paper) -> list[Element]:
    """A cover page: what the paper is, the event, days, place and host."""
    event, language = paper.event, paper._.language
    lines = (Run(when_text(event, language)), Run(event.place), said(event.host, language))
    return [
        paragraph([said(event.title, language)], "Cover Title"),
        paragraph(paper.title, "Cover Kind"),
        *(paragraph([line], "Cover Line") for line in lines if line.text.strip()),
        *sample_mark(event, paper._),
    ]


def nothing_yet(sentence: str) -> Element:
    """A clear sentence where a paper has nothing to show."""
    return paragraph(sentence, "Empty Note")


def some_of(names: Sequence[str], most: int, _: Translator) -> tuple[str, ...]:
    """The first names and "and 7 more", so that a paper keeps its shape."""
    left = len(names) - most
    if left <= 0:
        return tuple(names)
    return (*names[:most], _.plural("and {count} more", "and {count} more", left).format(count=left))


def day_heading(event: Event, day: int, _: Translator) -> str:
    """ "Day 1 · Tuesday, 20 April 2027"; without the number when there is one day."""
    text = day_text(event.day(day), _.language, with_year=True)
    return text if event.day_count == 1 else _("Day {number} · {date}").format(number=day, date=text)
