"""A text that exists in Albanian, in English or in both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Language = Literal["sq", "en"]
LANGUAGES: tuple[Language, ...] = ("sq", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in up to two languages; what was typed in one language stays as typed in the other."""

    sq: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.sq or self.en)

    def __str__(self) -> str:
        return self.sq or self.en

    def said_in(self, language: str) -> str:
        """The text in ``language``; where it was never written there, as it was written."""
        return (self.en or self.sq) if language == "en" else (self.sq or self.en)

    def with_language(self, language: str, text: str) -> Text:
        """The same text with the words of one language replaced."""
        return replace(self, en=text) if language == "en" else replace(self, sq=text)


def typed(text: str, language: str) -> Text:
    """What a person typed in one language."""
    return Text(en=text) if language == "en" else Text(sq=text)


def joined(texts: Iterable[Text], language: str, separator: str = ", ") -> str:
    """The texts that have words, in one language, one after the other."""
    return separator.join(text.said_in(language) for text in texts if text)
