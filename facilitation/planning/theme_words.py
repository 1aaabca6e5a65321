"""Words that come back in open answers, proposed as themes; Albanian and English, worked out here and sent nowhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from facilitation.planning.themes import GivenAnswer

FEWEST_ANSWERS = 2
"""A word of one answer repeats nothing."""
MOST_PROPOSED = 12
SHORTEST_WORD, SHORTEST_STEM = 4, 4
LINKS = frozenset({"i", "e", "te", "se", "ne", "per", "me", "of", "for", "in"})
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
ENDINGS = (
    *("imeve", "imet", "imit", "imin", "imi", "ime", "im", "eve", "ave", "ive", "uve", "ate", "ete", "ite", "ute"),
    *("it", "et", "at", "ut", "in", "un", "en", "an", "ise", "ine", "se", "ne", "te", "ve", "es"),
    *("ings", "ing", "ers", "er", "ies", "ed", "s", "a", "e", "i", "o", "u", "t"),
)
"""Endings of nouns and verbs in both languages, folded; the longest that leaves a stem is cut off, again and again."""
BY_LENGTH = sorted(ENDINGS, key=len, reverse=True)
_SMALL_WORDS = """
    a ai ajo aq asaj ashtu ata ato atyre aty jane jeni jemi ishte ishin eshte kane keni kemi kishte do duhet duhen
    duam dua doja donim mund munden mundet mundesi nuk sepse pasi para pas por ose dhe edhe qe te per prej nga nen
    mbi mes midis me mos ne i e u se si sic cdo cfare cila cilat cilen cili ciles kush ku kur kjo ky keto ketyre
    kete kesaj ketij une ju na jonit tone tona tyre tuaj juaj jone yne gjithe gjitha shume pak vetem nese ndersa
    qofte deri gjate brenda jashte tjeter tjera tjeret disa asnje nje dy tre kater pese vit vitin viti vjen
    ardhshem sidomos zakonisht gjithmone sot neser tani ketu atje mire keq madhe vogel bejme bej bera bere behet
    beni ben jap japim jepet marrim merr vijne pasur qene kohe kohen shpesh mbase ndoshta sa here heren rastit
    rasti rast rastet tek ndaj lidhur drejt sipas about above after again all also and any are because been before
    being between both but can could did does doing down during each few for from further had has have having how
    into its itself just like make many more most much must need needs not now off once one only other our ours
    out over own same should some such than that the their theirs them then there these they this those through
    too two under until very want was way well were what when where which while who whom why will with would you
    your yours year years get give take work works every often always better good
"""
STOP_WORDS = frozenset(_SMALL_WORDS.split())
"""Words that say nothing of a theme, folded, in both languages: answers mix them."""


@dataclass(frozen=True, slots=True)
class ProposedTheme:
    """A word or a pair of words with the answers it stands in: pairs of reply and question ids."""

    words: str
    places: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        """How many answers have it."""
        return len(self.places)


def folded(word: str) -> str:
    """Small letters without accents: ë = e, ç = c."""
    plain = unicodedata.normalize("NFKD", word.casefold()).replace("’", "'")
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def stem(word: str) -> str:
    """The word without its ending: "trajnimet", "trajnimi" and "trajnim" are one."""
    word = folded(word).split("'")[-1]
    while shorter := next((word[: -len(ending)] for ending in BY_LENGTH if _leaves_a_stem(word, ending)), ""):
        word = shorter
    return word


def _leaves_a_stem(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM


def proposed_themes(answers: Iterable[GivenAnswer], known: Collection[str] = ()) -> tuple[ProposedTheme, ...]:
    """Words and pairs of words that stand in several answers, the most frequent first.

    ``known`` = titles of the themes there are already: their words are not proposed again. A pair takes the place of
    its words where these hardly stand without each other.
    """
    found = _Found()
    for given in answers:
        found.read(given)
    taken = {stem(word) for title in known for word in WORD.findall(title)}
    pairs = [key for key in found.places if len(key) == 2 and found.count(key) >= FEWEST_ANSWERS]
    covered = {(part,) for pair in pairs for part in pair if found.count(pair) * 4 >= found.count((part,)) * 3}
    wanted = [
        key
        for key in found.places
        if found.count(key) >= FEWEST_ANSWERS and key not in covered and not taken.intersection(key)
    ]
    wanted.sort(key=lambda key: (-found.count(key), -len(key), key))
    return tuple(ProposedTheme(found.words(key), tuple(found.places[key])) for key in wanted[:MOST_PROPOSED])


class _Found:
    """Stems and neighbouring stems, where they stand and how they were written."""

    def __init__(self) -> None:
        self.places: dict[tuple[str, ...], dict[tuple[str, str], None]] = defaultdict(dict)
        self._written: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)

    def read(self, given: GivenAnswer) -> None:
        """Take in the words of one answer; each counts once in it."""
        place = (given.reply.id, given.answer.question_id)
        for words, written in _groups(given.answer.text):
            key = tuple(stem(word) for word in words)
            self.places[key][place] = None
            self._written[key][written.casefold()] += 1

    def count(self, key: tuple[str, ...]) -> int:
        """In how many answers it stands."""
        return len(self.places.get(key, ()))

    def words(self, key: tuple[str, ...]) -> str:
        """As it was written most often, with a capital letter; the shortest of equals is nearest to the dictionary."""
        written = self._written[key]
        best = min(written, key=lambda text: (-written[text], len(text), text))
        return best[:1].upper() + best[1:]


def _groups(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The telling words of a text, and neighbours among them, with how they are written; a sentence end parts them."""
    for clause in re.split(r"[.,;:!?\n()«»“”\"–-]+", text):
        words = WORD.findall(clause)
        yield from (((word,), word) for word in words if _is_telling(word))
        yield from _pairs(words)


def _pairs(words: Sequence[str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Two telling words side by side; a small word of Albanian or "of" may stand between them."""
    telling = [place for place, word in enumerate(words) if _is_telling(word)]
    for first, second in pairwise(telling):
        between = words[first + 1 : second]
        if all(folded(word) in LINKS for word in between) and stem(words[first]) != stem(words[second]):
            yield (words[first], words[second]), " ".join(words[first : second + 1])


def _is_telling(word: str) -> bool:
    plain = folded(word)
    return len(plain) >= SHORTEST_WORD and plain not in STOP_WORDS
