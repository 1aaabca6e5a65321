"""How words typed by people are cleaned and compared before an import understands them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

from facilitation.i18n.translator import LANGUAGES, Translator

Member = TypeVar("Member", bound=StrEnum)
UNDECOMPOSED = str.maketrans({"đ": "d", "ı": "i", "ł": "l", "ø": "o"})
TICKS = str.maketrans(dict.fromkeys("✓✔☑√", "x"))
"""A tick is a cross: both mean yes."""
NO_SIGNS = frozenset({"Cc", "Cf", "Cs", "Co"})


@lru_cache(10_000)
def folded(text: str) -> str:
    """The text for comparing: small letters (Unicode compatibility caseless match), no diacritics, single spaces."""
    once = unicodedata.normalize("NFKD", unicodedata.normalize("NFD", text).casefold())
    decomposed = unicodedata.normalize("NFKD", once.casefold()).translate(UNDECOMPOSED)
    letters = (sign if sign.isalnum() else " " for sign in decomposed if not unicodedata.combining(sign))
    return " ".join("".join(letters).split())


def cleaned(text: str) -> str:
    """The text on one line without control signs, double spaces or spaces at its ends."""
    visible = text if text.isprintable() else _visible(text)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def _visible(text: str) -> str:
    return "".join(sign for sign in text if sign.isspace() or unicodedata.category(sign) not in NO_SIGNS)


def cleaned_lines(text: str) -> str:
    """As ``cleaned``, but a text of several lines keeps them."""
    return "\n".join(cleaned(line) for line in text.splitlines()).strip("\n")


@dataclass(frozen=True, slots=True)
class Meaning(Generic[Member]):
    """What a word was understood as; ``is_exact`` = it is the program's own word for it."""

    member: Member
    is_exact: bool


@dataclass(frozen=True, slots=True)
class WordList(Generic[Member]):
    """The words a file may use for the members of one enum.

    ``own`` holds the program's words in both languages (small letters), ``synonyms`` everything else (folded).
    A loose list also finds a synonym inside a longer text; the longest one wins.
    """

    own: Mapping[str, Member]
    synonyms: Mapping[str, Member]
    is_loose: bool = False

    def meaning(self, text: str) -> Meaning[Member] | None:
        """What ``text`` means, or nothing when the word is not known."""
        if (exact := self.own.get(cleaned(text).casefold())) is not None:
            return Meaning(exact, True)
        plain = folded(text.translate(TICKS))
        member = self.synonyms.get(plain) or (self._inside(plain) if self.is_loose else None)
        return None if member is None else Meaning(member, False)

    def _inside(self, text: str) -> Member | None:
        found = [word for word in self.synonyms if f" {word} " in f" {text} "]
        return self.synonyms[max(found, key=len)] if found else None


def word_list(
    members: Iterable[Member],
    label: Callable[[Member, Translator], str],
    synonyms: Mapping[Member, str],
    *,
    is_loose: bool = False,
) -> WordList[Member]:
    """The words of an enum: its labels in both languages, and ``synonyms`` (comma-separated per member)."""
    own: dict[str, Member] = {}
    known: dict[str, Member] = {}
    for member in members:
        names = [label(member, Translator(language)) for language in LANGUAGES]
        words = (member.value, *names, *synonyms.get(member, "").split(","))
        own |= {name.casefold(): member for name in names}
        known |= {folded(word): member for word in words if folded(word)}
    return WordList(own, known, is_loose)


def guessed_columns(header: Iterable[str], names: Mapping[str, str]) -> dict[str, int]:
    """Which column holds which field: ``names`` gives the comma-separated column names of every field.

    A whole match wins over a column that only begins with the name; every column and every field is used once.
    """
    columns = [folded(name) for name in header]
    spellings = {field: [folded(name) for name in words.split(",")] for field, words in names.items()}
    mapping: dict[str, int] = {}
    for is_match in (str.__eq__, _begins):
        for position, column in enumerate(columns):
            field = _best_field(column, spellings, is_match) if column and position not in mapping.values() else ""
            if field and field not in mapping:
                mapping[field] = position
    return mapping


def _begins(column: str, name: str) -> bool:
    return column.startswith(f"{name} ")


def _best_field(column: str, spellings: Mapping[str, list[str]], is_match: Callable[[str, str], bool]) -> str:
    matches = [(len(name), field) for field, names in spellings.items() for name in names if is_match(column, name)]
    return max(matches)[1] if matches else ""
