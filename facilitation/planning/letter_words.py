"""The words of letters: the places in them, who gets one, and in which language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from facilitation.domain.event import Letters
from facilitation.domain.person import InvitationStatus, Participation
from facilitation.domain.text import LANGUAGES, Text
from facilitation.errors import InvalidInput, mark

PLACES = (
    "name",
    "title",
    "position",
    "organisation",
    "event",
    "days",
    "place",
    "host",
    "reply_by",
    "reply_to",
    "form",
)
"""What may stand between braces in a letter."""
PLACE = re.compile(r"\{([^{}\n]{0,40})\}")
LONGEST_LETTER = 6_000
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,400}")
UNKNOWN_PLACE = mark("The letter has the place {place}, which nobody can fill. Places are: {places}.")
TOO_LONG = mark("A letter holds {most} signs at most; this one has {count}. Shorten it.")
NO_ADDRESS = mark("“{typed}” is no address of a web page. Write it like {example}.")


class LetterLanguage(StrEnum):
    """In which language letters are written: each reader's own, one for all, or both one after the other."""

    OWN = "own"
    SQ = "sq"
    EN = "en"
    BOTH = "both"


def refuse_unusable_letters(letters: Letters) -> None:
    """Every place in the letters can be filled, and the form has an address. Raises ``InvalidInput``."""
    for text in (letters.invitation, letters.authorisation):
        for words in (text.sq, text.en):
            _refuse_unusable(words)
    if letters.form_link and not WEB_ADDRESS.fullmatch(letters.form_link):
        raise InvalidInput(NO_ADDRESS, typed=letters.form_link[:80], example="https://example.org/f/…")


def _refuse_unusable(words: str) -> None:
    if len(words) > LONGEST_LETTER:
        raise InvalidInput(TOO_LONG, most=LONGEST_LETTER, count=len(words))
    for match in PLACE.finditer(words):
        if match[1] not in PLACES:
            raise InvalidInput(UNKNOWN_PLACE, place=match[0], places=", ".join("{" + place + "}" for place in PLACES))


def filled(words: str, values: Mapping[str, str]) -> str:
    """The words with every place filled; braces in what is filled in stay as they are."""
    return PLACE.sub(lambda match: values.get(match[1], match[0]), words)


def own_words(text: Text, language: str) -> str:
    """What the organisers wrote in exactly this language; a letter is never half in another one."""
    return text.en if language == "en" else text.sq


def invitees(parts: Iterable[Participation], ids: Collection[str] | None = None) -> tuple[Participation, ...]:
    """Who gets a letter: those chosen (``None`` = all) who have not declined; coded people have no name to write to."""
    return tuple(
        part
        for part in parts
        if (ids is None or part.id in ids) and part.status is not InvitationStatus.DECLINED and not part.person.is_coded
    )


def languages_of(part: Participation, wanted: LetterLanguage, otherwise: str) -> tuple[str, ...]:
    """The languages of somebody's letter, in their order."""
    if wanted is LetterLanguage.BOTH:
        return tuple(LANGUAGES)
    if wanted is not LetterLanguage.OWN:
        return (wanted.value,)
    return (next((code for code in part.person.languages if code in LANGUAGES), otherwise),)
