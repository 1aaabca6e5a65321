"""What the papers of the world café share: names, titles, questions, and the sentences for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from facilitation.documents.word_front import nothing_yet
from facilitation.documents.word_package import shortened
from facilitation.documents.word_xml import Element
from facilitation.domain.cafe import Cafe, Seating
from facilitation.domain.record import EventRecord
from facilitation.i18n.cafe_words import rounds_text
from facilitation.i18n.translator import Translator
from facilitation.planning.cafe_places import rounds_by_host

LONGEST_NAME, LONGEST_THEME = 120, 90
UNKNOWN = "?"
"""Stands for somebody who left the list after the groups were made."""

Entry = TypeVar("Entry")
Names = Mapping[str, str]


def names_of(record: EventRecord) -> Names:
    """The names by participation id: all that these papers tell about a person besides their office."""
    return {entry.id: shortened(entry.person.name, LONGEST_NAME) for entry in record.participations}


def cafe_title(record: EventRecord, cafe: Cafe, _: Translator) -> str:
    """The title of the session the café belongs to."""
    item = record.agenda.item(cafe.item_id)
    return item.title.said_in(_.language) if item else _("World café")


def question_of(cafe: Cafe, number: int, _: Translator) -> str:
    """The question of a round (from 1); "" where it has none."""
    return cafe.questions[number - 1].said_in(_.language).strip() if number <= cafe.round_count else ""


def seated_cafes(record: EventRecord) -> Iterator[tuple[Cafe, Seating]]:
    """The cafés whose groups were made."""
    return ((cafe, cafe.seating) for cafe in record.cafes if cafe.seating is not None and cafe.seating.rounds)


def no_groups(record: EventRecord, _: Translator) -> Element:
    """Why a paper that needs groups has none."""
    if not record.cafes:
        return nothing_yet(_("This event has no world café."))
    return nothing_yet(
        _("The groups have not been made yet. Make them on the screen “World café”, then print this again.")
    )


def known_names(ids: Iterable[str], names: Names) -> list[str]:
    """The names of these participations."""
    return [names.get(person, UNKNOWN) for person in ids]


def host_words(seating: Seating, number: int, names: Names, _: Translator) -> list[str]:
    """Who hosts a table (from 1): the name alone, or with its rounds where hosts hand over."""
    rounds = rounds_by_host(seating, number)
    known = dict(zip(rounds, known_names(rounds, names), strict=True))
    if len(known) < 2:
        return list(known.values())
    return [f"{name} ({rounds_text(rounds[host], _)})" for host, name in known.items()]


def halves(entries: Sequence[Entry]) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """A list in two columns, the first one longer where the count is odd."""
    half = (len(entries) + 1) // 2
    return entries[:half], entries[half:]
