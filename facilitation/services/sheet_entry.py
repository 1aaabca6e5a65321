"""The answers on a signed sheet as they are typed: one letter each, in either language."""

from __future__ import annotations

from facilitation.domain.person import Consent
from facilitation.errors import InvalidInput, mark

YES = frozenset({"p", "po", "y", "yes", "1", "x", "+", "✓", "☒"})
NO = frozenset({"j", "jo", "n", "no", "0", "-"})


def typed_consent(text: str) -> Consent:
    """ "p" or "y" = yes, "j" or "n" = no, nothing = not answered."""
    word = text.strip().casefold()
    if not word:
        return Consent.NOT_ASKED
    if word in YES:
        return Consent.YES
    if word in NO:
        return Consent.NO
    raise InvalidInput(mark("“{typed}” is no answer. Type p for yes, j for no, or leave it empty."), typed=text.strip())


def typed_presence(text: str) -> bool:
    """ "x" or "p" = was there; nothing or "j" = was not."""
    return typed_consent(text) is Consent.YES
