"""In which of our two languages words were spoken, as far as the small words in them tell.

Exact words are kept as they were spoken and written down without a language. A screen reader that reads English with
Albanian sounds is not understood, so a paper says where words are in the other language.
"""

from __future__ import annotations

import re

from facilitation.domain.text import Language

_ALBANIAN = """
e i të dhe në për me një nuk është që se ka po u do më nga kjo ky kanë janë ne ju ata mund si por duhet s'ka ishte kemi
pa te tek kur edhe çdo jo asnjë ose deri
"""
_ENGLISH = """
the and of to in is are was were not we you they that this it for with have has be by on or an as from there must should
can will our their no every who what when if but
"""
SMALL_WORDS: dict[Language, frozenset[str]] = {"sq": frozenset(_ALBANIAN.split()), "en": frozenset(_ENGLISH.split())}
CLEAR = 2
"""So many more small words of one language than of the other make it clear."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def spoken_language(words: str) -> Language | None:
    """The language of the words; ``None`` where they do not tell it clearly (names, numbers, a word or two)."""
    found = [word.casefold().replace("’", "'") for word in _WORD.findall(words)]
    english = sum(word in SMALL_WORDS["en"] for word in found)
    albanian = sum(word in SMALL_WORDS["sq"] or "ë" in word or "ç" in word for word in found)
    if abs(english - albanian) < CLEAR:
        return None
    return "en" if english > albanian else "sq"


def other_language(words: str, language: str) -> str:
    """The language of the words where it is clearly another one than that of the paper, else ""."""
    found = spoken_language(words)
    return found if found and found != language else ""
