"""Sorting as a dictionary of the language does: ç after c, ë after e, and dh gj ll nj rr sh th xh zh as letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")
SortKey = tuple[tuple[tuple[int, int], ...], str, str]
"""Weights of the letters, then the text without and with capitals to settle ties."""

DIGRAPHS = ("dh", "gj", "ll", "nj", "rr", "sh", "th", "xh", "zh")
ALBANIAN = [*"abcçd", "dh", *"eëfg", "gj", *"hijkl", "ll", *"mn", "nj", *"opqr", "rr", "s", "sh", "t", "th", *"uvwx"]
ALBANIAN += ["xh", "y", "z", "zh"]
"""The thirty-six letters in order; w, for foreign names, after v."""
ENGLISH = list("abcdefghijklmnopqrstuvwxyz")
WEIGHTS = {
    "sq": {letter: weight for weight, letter in enumerate(ALBANIAN)},
    "en": {letter: weight for weight, letter in enumerate(ENGLISH)},
}
TOKENS = {"sq": re.compile("|".join((*DIGRAPHS, ".")), re.DOTALL), "en": re.compile(".", re.DOTALL)}
SIGN, DIGIT, LETTER, FOREIGN = range(4)


def sort_key(text: str, language: str) -> SortKey:
    """The key to sort a text by; signs come before digits, digits before letters, foreign scripts last."""
    language = language if language in WEIGHTS else "en"
    small = unicodedata.normalize("NFC", text).casefold()
    weights = tuple(_weight(token, WEIGHTS[language]) for token in TOKENS[language].findall(small))
    return weights, small, text


def sorted_by(items: Iterable[Item], text_of: Callable[[Item], str], language: str) -> list[Item]:
    """The items in the order of one of their texts."""
    return sorted(items, key=lambda item: sort_key(text_of(item), language))


def sorted_texts(texts: Iterable[str], language: str) -> list[str]:
    """The texts in the order of the language."""
    return sorted_by(texts, str, language)


def _weight(token: str, letters: dict[str, int]) -> tuple[int, int]:
    """The place of a letter; one the alphabet does not know stands where its plain form does ("é" as "e")."""
    if token in letters:
        return LETTER, letters[token]
    if token.isdecimal():
        return DIGIT, int(token)
    plain = unicodedata.normalize("NFD", token)[0]
    if plain in letters:
        return LETTER, letters[plain]
    return (FOREIGN if token.isalpha() else SIGN), ord(plain)
