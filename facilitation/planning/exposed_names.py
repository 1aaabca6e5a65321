"""People named in a text: those of the list in every bent form, and those a title or a first name gives away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from facilitation.planning.albanian_names import (
    ADJECTIVES,
    FIRST_NAMES,
    INSTITUTIONS,
    ORDINARY,
    SMALL,
    TITLES,
    WORD,
    first_name_forms,
    folded,
    forms,
    is_personal_name,
    place_forms,
)

SENTENCE_ENDS = ".!?:…\n"
OF_WHOM, GENITIVE = frozenset({"nje", "tyre", "mbare"}), ("s", "se", "t", "ve", "je", "ej")
"""What follows a thing that belongs to something: the next word, or how it ends."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody is named from ``start`` to ``end`` of a text. ``person`` is the name in the list ("" = not on it)."""

    start: int
    end: int
    person: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    """One word of a text; ``begins`` = it opens a sentence, so that its capital letter says nothing."""

    start: int
    end: int
    plain: str
    is_capital: bool
    begins: bool
    is_quoted: bool


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The people of an event as an index: each form of each part of a name leads to whom it may mean.

    Each form has the name in the list, the place of the part in it, and how many parts it has.
    """

    parts: Mapping[str, tuple[tuple[str, int, int], ...]]

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        """The index of these names; offices in the list name nobody."""
        index: dict[str, list[tuple[str, int, int]]] = {}
        for name in dict.fromkeys(names):
            if not is_personal_name(name):
                continue
            words = [word for word in WORD.findall(name) if folded(word) not in TITLES | SMALL]
            for place, word in enumerate(words):
                for form in forms(word):
                    index.setdefault(form, []).append((name, place, len(words)))
        return cls({form: tuple(found) for form, found in index.items()})


@lru_cache(16)
def names_of(names: tuple[str, ...]) -> Names:
    """The index of these names, made once: every screen asks for it again."""
    return Names.of(names)


@lru_cache(20_000)
def named_people(text: str, names: Names) -> tuple[Named, ...]:
    """Who is named where, without overlaps, in the order of the text."""
    tokens = list(_tokens(text))
    found = [*_full_names(tokens, names), *_single_names(text, tokens, names), *_strangers(text, tokens)]
    return tuple(_without_overlaps(found))


def _tokens(text: str) -> Iterator[_Token]:
    begins, quote_depth, last = True, 0, 0
    for match in WORD.finditer(text):
        between = text[last : match.start()]
        for sign in between:
            if sign in "“„«" or (sign == '"' and not quote_depth):
                quote_depth = 1
            elif sign in '”»"':
                quote_depth = 0
        if last and any(sign in SENTENCE_ENDS for sign in between) and not _is_title(text, last):
            begins = True
        word = match.group()
        yield _Token(match.start(), match.end(), folded(word), word[0].isupper(), begins, bool(quote_depth))
        begins, last = False, match.end()


def _is_title(text: str, end: int) -> bool:
    """Whether the word before a full stop is shortened ("znj.", "dr.", "nr.", one letter)."""
    word = WORD.findall(text[max(0, end - 12) : end])
    return bool(word) and (folded(word[-1]) in TITLES | {"nr", "p", "sh", "rr", "str", "bl"} or len(word[-1]) == 1)


def _full_names(tokens: Sequence[_Token], names: Names) -> Iterator[Named]:
    """Two parts of the same person's name side by side, in either order, one word at most between them."""
    for place, token in enumerate(tokens):
        mine = {(person, part) for person, part, _count in names.parts.get(token.plain, ())}
        for other in tokens[place + 1 : place + 3]:
            if not (token.is_capital and other.is_capital) or other.start - token.end > 25:
                continue
            theirs = names.parts.get(other.plain, ())
            shared = next((who for who, part, _count in theirs if any(who == i and part != n for i, n in mine)), None)
            if shared:
                yield Named(token.start, other.end, shared)


def _single_names(text: str, tokens: Sequence[_Token], names: Names) -> Iterator[Named]:
    """One part of a listed name alone, where nothing else explains it."""
    for before, token in pairwise([None, *tokens]):
        if token is None or not token.is_capital or token.plain not in names.parts:
            continue
        has_title = before is not None and before.plain in TITLES
        if not has_title and _is_explained(text, token, before):
            continue
        people = {person for person, _part, _count in names.parts[token.plain]}
        yield Named(token.start, token.end, people.pop() if len(people) == 1 else "")


def _is_explained(text: str, token: _Token, before: _Token | None) -> bool:
    """Whether a capital letter has another reason: a place, an ordinary word, the name of an institution."""
    base = _base(token.plain)
    if token.plain in place_forms() or (token.is_quoted and _is_institution(text, token)):
        return True
    if base & ORDINARY:
        return token.is_quoted or _goes_on_as_title(text, token)
    return before is not None and before.plain.startswith(INSTITUTIONS) and token.is_quoted


def _base(plain: str) -> frozenset[str]:
    """A form and what it may be a form of."""
    cut = {plain[:-length] for length in (1, 2, 3) if len(plain) > length + 2}
    return frozenset({plain, *cut, *(stem + "a" for stem in cut), *(stem + "e" for stem in cut)})


def _is_institution(text: str, token: _Token) -> bool:
    """Whether what is quoted is the name of a school, a street, an organisation."""
    before = [folded(word) for word in WORD.findall(text[: token.start])][-4:]
    return any(word.startswith(INSTITUTIONS) for word in before)


def _goes_on_as_title(text: str, token: _Token) -> bool:
    """ "Drita e Jetës", "Shpresa për fëmijët": the name of something, or a thing of somebody."""
    after = [folded(word) for word in WORD.findall(text[token.end : token.end + 40])]
    if after and after[0] == "per":
        return True
    return len(after) > 1 and after[0] in {"e", "i"} and (after[1] in OF_WHOM or after[1].endswith(GENITIVE))


def _strangers(text: str, tokens: Sequence[_Token]) -> Iterator[Named]:
    """People who are not on the list: after a title, or a first name with a second capital word."""
    for place, token in enumerate(tokens):
        after = tokens[place + 1 : place + 3]
        if token.plain in TITLES and after and after[0].is_capital and _follows(text, token, after[0]):
            end = after[1].end if len(after) > 1 and after[1].is_capital and _follows(text, *after) else after[0].end
            if not folded(text[after[0].start : after[0].end]).startswith(
                ("perfaq", "drejtor", "minist", "prefekt", "kryetar")
            ):
                yield Named(after[0].start, end)
        yield from _known_by_first_name(text, token, after)


def _known_by_first_name(text: str, token: _Token, after: Sequence[_Token]) -> Iterator[Named]:
    """Somebody who is called by a first name, with a second capital word or alone within a sentence."""
    if not token.is_capital or token.plain in place_forms() or (token.is_quoted and _is_institution(text, token)):
        return
    is_followed = bool(after) and after[0].is_capital and _follows(text, token, after[0])
    if is_followed and _base(token.plain) & FIRST_NAMES:
        if after[0].plain not in ADJECTIVES | place_forms():
            yield Named(token.start, after[0].end)
    elif not token.begins and not token.is_quoted and token.plain in first_name_forms():
        yield Named(token.start, token.end)


def _follows(text: str, first: _Token, second: _Token) -> bool:
    """Whether only a space (or the full stop of a title) stands between two words."""
    return text[first.end : second.start].strip() in {"", "."} and not second.begins


def _without_overlaps(found: Iterable[Named]) -> Iterator[Named]:
    """The longest of those that overlap; a listed person before a stranger."""
    kept: list[Named] = []
    for entry in sorted(found, key=lambda named: (named.start - named.end, not named.person, named.start)):
        if all(entry.end <= other.start or entry.start >= other.end for other in kept):
            kept.append(entry)
    yield from sorted(kept, key=lambda named: named.start)
