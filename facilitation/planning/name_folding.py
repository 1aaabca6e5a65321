"""Names as they are compared: one spelling for accents, scripts and transliterations, whatever stands around them.

Albanian, Serbian, Montenegrin and Macedonian write one name in many ways: Gjorgji, Đorđi, Djordji, Ѓорѓи. Folding
takes each of them to one spelling. It is meant for comparing only and is never shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC_LETTERS = "а б в г д ѓ ђ е ж з ѕ и ј й к л љ м н њ о п р с т ќ ћ у ф х ц ч џ ш щ ъ ы ь э ю я ѐ ѝ"
_THEIR_SOUNDS = "a b v g d gj gj e zh z x i j j k l lj m n nj o p r s t c c u f h c c x sh sh . i . e ju ja e i"
CYRILLIC = dict(zip(_CYRILLIC_LETTERS.split(), _THEIR_SOUNDS.split(), strict=True))
"""What each letter sounds like; a full stop = nothing."""
SIGNS = str.maketrans(
    {"đ": "gj", "ß": "ss", "ı": "i", "ł": "l", "ø": "o", "æ": "e", "œ": "e", "ǆ": "x", "’": "", "'": ""}
)
CYRILLIC_SIGNS = str.maketrans({sign: latin.replace(".", "") for sign, latin in CYRILLIC.items()})
SPELLINGS = (
    (re.compile(r"dzh|dž|xh|dz"), "x"),
    (re.compile(r"dj|gj"), "gj"),
    (re.compile(r"kj|q|tch|ch"), "c"),
    (re.compile(r"sh"), "s"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"y|ij(?=[aeiou]|$)|j(?=$)"), "i"),
    (re.compile(r"([^\W\d])\1+"), r"\1"),
)
"""Spellings of one sound, in this order; the last one makes a doubled letter one."""

_TITLES = (
    "dr mr mrs ms miss prof prof.dr prof.as prof.asc prof.assoc doc phd msc mba mag akad ing inxh av avv avokat"
    " avokati avokate avokatja z zt zoti zoteri znj znjsh zonja zonjusha zonje gda gca gdja gosp gospodin gospogja"
    " gospodja gospogica sir madam д-р г-дин г-ѓа г-ца др проф"
)
TITLES = frozenset(_TITLES.split())
"""What stands before a name and is no part of it, in small letters without accents and the last full stop."""
_SMALL_WORDS = "e i te se dhe of the and de da von van и na për per ne"
SMALL_WORDS = frozenset(_SMALL_WORDS.split())


def plain_letters(text: str) -> str:
    """Small Latin letters without accents; Cyrillic read out."""
    lower = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    latin = lower.translate(SIGNS).translate(CYRILLIC_SIGNS)
    letters = (sign for sign in unicodedata.normalize("NFKD", _said_accents(latin)) if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", "".join(letters)).translate(CYRILLIC_SIGNS)


def _said_accents(text: str) -> str:
    """ "dž" is one sound; every other accent is left away, because people leave it away too."""
    return text.replace("dž", "x")


@lru_cache(50_000)
def folded_word(word: str) -> str:
    """One word in the one spelling all its spellings lead to. Folding a folded word changes nothing."""
    plain = "".join(sign for sign in plain_letters(word) if sign.isalnum())
    while (once := _respelled(plain)) != plain:
        plain = once
    return plain


def _respelled(word: str) -> str:
    for spelling, sound in SPELLINGS:
        word = spelling.sub(sound, word)
    return word


@lru_cache(50_000)
def name_stem(word: str) -> str:
    """A folded word of a name without its definite ending: Agimi and Agim, Marku and Mark, Drita and Dritë.

    Only what cannot tell a woman's name from a man's is taken away: Valon and Valona stay two names.
    """
    folded = folded_word(word)
    if len(folded) >= 5 and folded.endswith("iu"):
        return folded[:-2]
    if len(folded) >= 5 and folded[-1] == "i" and folded[-2] not in "aeiou":
        return folded[:-1]
    if len(folded) >= 5 and folded[-1] == "u" and folded[-2] in "kgh":
        return folded[:-1]
    is_feminine = len(folded) >= 4 and folded[-1] == "a" and folded[-2] not in "aeiou"
    return folded[:-1] + "e" if is_feminine else folded


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they stand; a hyphen, a comma or a full stop parts words."""
    return tuple(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text))


@lru_cache(20_000)
def without_titles(name: str) -> tuple[str, str]:
    """The titles before a name, and the name: "Prof. Dr. Agim Kola" is ("Prof. Dr.", "Agim Kola").

    A name of titles alone stays a name.
    """
    rest, titles = name.strip(), []
    while match := re.match(r"(\S+?\.(?=\S)|\S+)\s*", rest):
        word = match.group(1)
        if not is_title(word) or not rest[match.end() :].strip():
            break
        titles.append(word)
        rest = rest[match.end() :].strip()
    return " ".join(titles), rest


def is_title(word: str) -> bool:
    """Whether a word is a title such as "Znj." or "Dr."."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(sign))
    return plain.rstrip(".,").replace("đ", "gj") in TITLES


@lru_cache(20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The stems of a name's words in their order, without titles and small words.

    "Z." before one word may be a title or an initial; it is compared as an initial.
    """
    titles, rest = without_titles(name)
    words = words_of(rest)
    if len(words) == 1 and folded_word(titles) == "z":
        words = ("z", *words)
    return tuple(stem for word in words if word.casefold() not in SMALL_WORDS and (stem := name_stem(word)))


@lru_cache(20_000)
def folded_name(name: str) -> str:
    """A name as it is compared: its stems in the order of the alphabet, so that word order does not matter."""
    return " ".join(sorted(name_words(name)))
