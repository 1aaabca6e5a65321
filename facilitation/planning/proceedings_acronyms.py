"""Short forms in the texts of the volume (OSBE, UNDP): found, explained, and named where nobody explains them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitation.domain.proceedings import Section
from facilitation.domain.record import EventRecord
from facilitation.domain.reference import Acronym
from facilitation.domain.text import LANGUAGES, Text
from facilitation.planning.proceedings_order import in_order
from facilitation.planning.proceedings_source import PublicRecord

LEAST_USES = 2
"""A short form that stands in the texts once needs no line of its own."""
LEAST_CAPITALS = 2
"""What is explained as a short form has at least so many capitals ("KiE"); fewer begin a sentence."""
SHORTEST_HEADING = 3
"""Fewer words in capitals are short forms side by side."""
CAPITALS = "A-ZÇË"
_SHORT = re.compile(rf"[{CAPITALS}]{{2,8}}(?=s?(?!\w))")
_EXPLAINED = re.compile(rf"\(([{CAPITALS}]{{2,8}})\)|\b([{CAPITALS}]{{2,8}}) \(\w+ \w")
_LINE = re.compile(r"\s*(?P<short>[^\s–—:=]{2,20}?)\s*(?:\s[-–—]\s|[–—:=\t])\s*(?P<meaning>\S.*)")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class AcronymUse:
    """A short form the texts use, and what it stands for (empty = nobody says so).

    ``counts`` = how often, by language: words typed in one language alone count in both. ``is_typed`` = the organiser
    explains it.
    """

    short: str
    meaning: Text
    counts: Mapping[str, int]
    is_typed: bool = False


def typed_acronyms(text: str) -> tuple[tuple[str, str], ...]:
    """The lines "OSBE – Organizata …" of a text, each as short form and meaning; other lines are no such lines."""
    return tuple(found for line in text.splitlines() if (found := _typed_line(line)))


def other_lines(text: str) -> str:
    """What else somebody wrote there: the lines that explain no short form."""
    return "\n".join(line for line in text.splitlines() if not _typed_line(line))


def _typed_line(line: str) -> tuple[str, str] | None:
    found = _LINE.fullmatch(line)
    if found is None or sum(sign.isupper() for sign in found["short"]) < LEAST_CAPITALS:
        return None
    return found["short"], found["meaning"].strip()


def acronyms_of(source: PublicRecord, known: Iterable[Acronym]) -> tuple[AcronymUse, ...]:
    """Every short form that is typed, or used at least twice and not explained where it stands; not sorted."""
    counts, explained = _counts(_texts(source))
    typed, from_library = _typed(source.record), {entry.short: entry.meaning for entry in known}
    found = [AcronymUse(short, meaning, _counted(counts, short), is_typed=True) for short, meaning in typed.items()]
    every = counts["sq"] | counts["en"]
    found += [
        AcronymUse(short, from_library.get(short, Text()), _counted(counts, short))
        for short, count in every.items()
        if count >= LEAST_USES and short not in typed and short not in explained
    ]
    return tuple(found)


def _counts(texts: Iterable[Text]) -> tuple[dict[str, Counter[str]], set[str]]:
    """How often each short form is used, by language, and those that are explained in the texts themselves."""
    counts: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    explained: set[str] = set()
    for text in texts:
        for words in {text.sq, text.en} - {""}:
            found = tuple(short_forms(words))
            if not found:
                continue
            explained.update(first or second for first, second in _EXPLAINED.findall(words))
            for language in LANGUAGES:
                if text.said_in(language) == words:
                    counts[language].update(found)
    return counts, explained


def short_forms(text: str) -> Iterator[str]:
    """The words in capitals of a text; none where the text itself is written in capitals. Numbers in Roman letters
    are no short forms."""
    found = [entry[0] for entry in _SHORT.finditer(text) if not _is_inside(text, entry.start())]
    if not found:
        return
    if _is_shouted(_WORD.findall(text)):
        return
    yield from (short for short in found if not _ROMAN.fullmatch(short))


def _is_shouted(words: Sequence[str]) -> bool:
    """Whether a text is written in capitals, as headings are: all of a short one, or most of a longer one."""
    capitals = sum(word.isupper() for word in words)
    return capitals >= SHORTEST_HEADING and (capitals == len(words) or (len(words) > 4 and capitals * 2 > len(words)))


def _is_inside(text: str, start: int) -> bool:
    """Whether the letters before belong to the same word."""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-_")


def unexplained(uses: Iterable[AcronymUse]) -> tuple[str, ...]:
    """The short forms nobody explains."""
    return tuple(sorted(use.short for use in uses if not use.meaning))


def _counted(counts: Mapping[str, Counter[str]], short: str) -> dict[str, int]:
    return {language: found[short] for language, found in counts.items()}


def _typed(record: EventRecord) -> dict[str, Text]:
    """What the organiser explains, by short form, each language with its own words."""
    text, found = record.proceedings.text(Section.ACRONYMS), dict[str, Text]()
    for language in LANGUAGES:
        for short, meaning in typed_acronyms(getattr(text, language)):
            found[short] = found.get(short, Text()).with_language(language, meaning)
    return found


def _texts(source: PublicRecord) -> Iterator[Text]:
    """The texts of people that the volume prints."""
    event, plan = source.record.event, source.record.proceedings
    yield from (event.title, event.host, event.donors, event.about, event.expected_results)
    yield from (objective.text for objective in event.objectives)
    for asked in event.consultation:
        yield from (asked.question, asked.synthesis)
    for entry in source.timed:
        yield from (entry.item.title, entry.item.summary)
    yield from (plan.text(section) for section in in_order(plan.sections) if section is not Section.ACRONYMS)
    for notes in source.notes.values():
        yield from (Text(sq=note.text) for note in notes)
