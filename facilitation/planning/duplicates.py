"""Whether two entries are one person: a verdict with its score and its reasons, and a fast search for such pairs.

Everybody is compared only with those who share a word of the name and a first letter, an address or a number, so that
thousands of entries take a second. Codes of beneficiaries are never compared: they say nothing of a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitation.domain.person import Person, Sex
from facilitation.planning.name_folding import folded_word, name_words, words_of
from facilitation.planning.office_folding import is_office, office_likeness


class Verdict(StrEnum):
    """The three answers."""

    SAME = "same"
    PERHAPS = "perhaps"
    DIFFERENT = "different"


class Reason(StrEnum):
    """Why two entries may be one person, or why not."""

    SAME_NAME = "same_name"
    PART_OF_NAME = "part_of_name"
    INITIALS = "initials"
    NEAR_NAME = "near_name"
    ONE_WORD = "one_word"
    OTHER_NAME = "other_name"
    SAME_ORGANISATION = "same_organisation"
    NEAR_ORGANISATION = "near_organisation"
    OTHER_ORGANISATION = "other_organisation"
    SAME_EMAIL = "same_email"
    OFFICE_EMAIL = "office_email"
    OTHER_EMAIL = "other_email"
    SAME_PHONE = "same_phone"
    OTHER_DISTRICT = "other_district"
    OTHER_SEX = "other_sex"
    OTHER_POSITION = "other_position"


WEIGHTS = {
    Reason.SAME_NAME: 0.65,
    Reason.PART_OF_NAME: 0.55,
    Reason.INITIALS: 0.5,
    Reason.NEAR_NAME: 0.5,
    Reason.ONE_WORD: 0.1,
    Reason.OTHER_NAME: 0.0,
    Reason.SAME_ORGANISATION: 0.25,
    Reason.NEAR_ORGANISATION: 0.15,
    Reason.OTHER_ORGANISATION: -0.05,
    Reason.SAME_EMAIL: 0.3,
    Reason.OFFICE_EMAIL: -0.05,
    Reason.OTHER_EMAIL: 0.0,
    Reason.SAME_PHONE: 0.25,
    Reason.OTHER_DISTRICT: -0.15,
    Reason.OTHER_SEX: -0.3,
    Reason.OTHER_POSITION: -0.3,
}
SAME_FROM, PERHAPS_FROM = 0.85, 0.6
NEAR_OFFICE = 0.5
_MAILBOXES = "info office zyra kontakt contact sekretaria protokolli admin post mail bashkia arkiva"
OFFICE_MAILBOXES = frozenset(_MAILBOXES.split())
TWO_LETTERS = ("gj", "nj", "lj")
"""Sounds that stay two letters when folded, so that an initial may have two: "Gj. Kola"."""
MOST_IN_A_BLOCK = 60
"""A word shared by more entries says little: each is compared with the first so many only."""
DIGITS_OF_A_PHONE = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one person. ``score`` grows with the likeness; ``reasons`` are in the order weighed."""

    first: Person
    second: Person
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]

    @property
    def key(self) -> str:
        """The same for the same two persons, whichever comes first."""
        return pair_key(self.first.id, self.second.id)


@dataclass(frozen=True, slots=True)
class _Profile:
    """A person as they are compared."""

    person: Person
    words: tuple[str, ...]
    is_office: bool
    email: str
    phone: str


def pair_key(one_id: str, other_id: str) -> str:
    """What a pair of persons is remembered by."""
    return ":".join(sorted((one_id, other_id)))


def compared(one: Person, other: Person) -> Pair:
    """The verdict on two entries."""
    return _pair(_profile(one), _profile(other))


def suspected_pairs(
    people: Sequence[Person], known: Sequence[Person] = (), *, apart: Iterable[str] = ()
) -> tuple[Pair, ...]:
    """Every two of ``people``, and one of them with one of ``known``, who are or may be one person; surest first.

    ``apart`` holds the keys of pairs a person has looked at and found to be two.
    """
    profiles = [_profile(person) for person in (*people, *known)]
    refused = set(apart)
    found = (
        pair
        for one, other in _candidates(profiles, len(people))
        if (pair := _pair(profiles[one], profiles[other])).verdict is not Verdict.DIFFERENT
        and not (refused and pair.key in refused)
    )
    return tuple(sorted(found, key=lambda pair: -pair.score))


def _profile(person: Person) -> _Profile:
    words = () if person.is_coded else name_words(person.name)
    digits = "".join(sign for sign in person.phone if sign.isdigit())[-DIGITS_OF_A_PHONE:]
    phone = digits if len(digits) == DIGITS_OF_A_PHONE else ""
    return _Profile(person, words, is_office(person.name), person.email.strip().casefold(), phone)


def _candidates(profiles: Sequence[_Profile], wanted: int) -> Iterator[tuple[int, int]]:
    """The places of entries worth comparing; at least one of each two is among the first ``wanted``."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for key in _block_keys(profile):
            blocks[key].append(place)
    seen: set[int] = set()
    for members in blocks.values():
        for number, later in enumerate(members):
            for earlier in members[: min(number, MOST_IN_A_BLOCK)]:
                pair = earlier * len(profiles) + later
                if earlier < wanted and earlier != later and pair not in seen:
                    seen.add(pair)
                    yield earlier, later


def _block_keys(profile: _Profile) -> set[tuple[str, ...]]:
    words = profile.words
    if not words:
        return set()
    keys: set[tuple[str, ...]] = {("name", *sorted(words))}
    if not profile.is_office:
        keys |= {("word", word, other[0]) for word in words if len(word) > 1 for other in words if other != word}
    if profile.email:
        keys.add(("email", profile.email))
    if profile.phone:
        keys.add(("phone", profile.phone))
    return keys


def _pair(one: _Profile, other: _Profile) -> Pair:
    if not one.words or not other.words:
        return Pair(one.person, other.person, Verdict.DIFFERENT, 0.0, ())
    reasons = tuple(reason for weigh in _WEIGHED if (reason := weigh(one, other)) is not None)
    score = round(sum(WEIGHTS[reason] for reason in reasons), 2)
    verdict = Verdict.SAME if score >= SAME_FROM else Verdict.PERHAPS if score >= PERHAPS_FROM else Verdict.DIFFERENT
    return Pair(one.person, other.person, verdict, score, reasons)


def _name_reason(one: _Profile, other: _Profile) -> Reason:
    if sorted(one.words) == sorted(other.words):
        return Reason.SAME_NAME
    if one.is_office or other.is_office:
        return Reason.OTHER_NAME
    shorter, longer = sorted((one.words, other.words), key=len)
    return _word_by_word(list(shorter), list(longer))


def _word_by_word(shorter: list[str], longer: list[str]) -> Reason:
    """How two names of persons agree: equal words are put aside, then the rest of the shorter name is looked for."""
    equal = [word for word in shorter if word in longer]
    for word in equal:
        shorter.remove(word)
        if word in longer:
            longer.remove(word)
    if not shorter:
        return Reason.PART_OF_NAME if len(equal) > 1 else Reason.ONE_WORD
    if not equal and len(shorter) > 1:
        return Reason.OTHER_NAME
    if all(any(_is_initial(word, other) for other in longer) for word in shorter):
        return Reason.INITIALS if equal else Reason.OTHER_NAME
    if equal and all(any(is_near(word, other) for other in longer) for word in shorter):
        return Reason.NEAR_NAME
    return Reason.ONE_WORD if equal else Reason.OTHER_NAME


def _is_initial(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    return longer.startswith(shorter) and (len(shorter) == 1 or shorter in TWO_LETTERS)


def is_near(one: str, other: str) -> bool:
    """Whether two folded words differ by one slip: a letter wrong, left out, put in or exchanged with the next.

    Not where it makes another name: a number, a short word, or only a further letter at the end (Valon, Valona).
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 4 or len(longer) - len(shorter) > 1 or not (one + other).isalpha() or one[0] != other[0]:
        return False
    if longer.startswith(shorter) or (shorter[:-1] == longer[: len(shorter) - 1] and shorter[-1] in "aeo"):
        return False
    start = next(place for place, sign in enumerate(shorter) if sign != longer[place])
    rest_short, rest_long = shorter[start:], longer[start:]
    if len(shorter) < len(longer):
        return rest_short == rest_long[1:]
    swapped = rest_short[:2] == rest_long[:2][::-1] and rest_short[2:] == rest_long[2:]
    return swapped or rest_short[1:] == rest_long[1:]


def _organisation_reason(one: _Profile, other: _Profile) -> Reason | None:
    mine, theirs = one.person.organisation, other.person.organisation
    if not mine.strip() or not theirs.strip():
        return None
    likeness = office_likeness(mine, theirs)
    if likeness == 1.0:
        return Reason.SAME_ORGANISATION
    return Reason.NEAR_ORGANISATION if likeness > NEAR_OFFICE else Reason.OTHER_ORGANISATION


def _email_reason(one: _Profile, other: _Profile) -> Reason | None:
    if not one.email or not other.email:
        return None
    if one.email != other.email:
        return Reason.OTHER_EMAIL
    mailbox = {folded_word(word) for word in words_of(one.email.partition("@")[0])}
    return Reason.OFFICE_EMAIL if mailbox & OFFICE_MAILBOXES else Reason.SAME_EMAIL


def _phone_reason(one: _Profile, other: _Profile) -> Reason | None:
    return Reason.SAME_PHONE if one.phone and one.phone == other.phone else None


def _district_reason(one: _Profile, other: _Profile) -> Reason | None:
    mine, theirs = one.person.district, other.person.district
    return Reason.OTHER_DISTRICT if mine and theirs and mine is not theirs else None


def _sex_reason(one: _Profile, other: _Profile) -> Reason | None:
    stated = {one.person.sex, other.person.sex} - {Sex.NOT_STATED}
    return Reason.OTHER_SEX if len(stated) == 2 else None


def _position_reason(one: _Profile, other: _Profile) -> Reason | None:
    """Two posts of one office are two people; with a person's name a post may be said in many ways."""
    mine, theirs = one.person.position.strip(), other.person.position.strip()
    if not (one.is_office and other.is_office and mine and theirs):
        return None
    return Reason.OTHER_POSITION if office_likeness(mine, theirs) < 1.0 else None


_WEIGHED: tuple[Callable[[_Profile, _Profile], Reason | None], ...] = (
    _name_reason,
    _organisation_reason,
    _email_reason,
    _phone_reason,
    _district_reason,
    _sex_reason,
    _position_reason,
)
