"""What a scanner that types like a keyboard wrote, compared with the codes on the badges."""

from __future__ import annotations

import re
from collections.abc import Mapping

LEAST_SIGNS = 10
"""A shorter text is a word somebody typed."""
_TURNED = str.maketrans("zZ", "yY")
_KEPT = re.compile("[^A-Za-z0-9]")


def scanned_code(typed: str) -> str:
    """The letters and figures of a scanned text, the same on every keyboard.

    A scanner presses the keys of an American keyboard: on an Albanian one y and z change places and the signs of an
    address come out as others.
    """
    return _KEPT.sub("", typed).translate(_TURNED)


def owner_of_code(typed: str, tokens: Mapping[str, str]) -> str:
    """Whose badge was scanned: the value of the token the text ends with ("" = nobody's)."""
    code = scanned_code(typed)
    if len(code) < LEAST_SIGNS:
        return ""
    return next((owner for token, owner in tokens.items() if _ends_with(code, token)), "")


def _ends_with(code: str, token: str) -> bool:
    wanted = scanned_code(token)
    return len(wanted) >= LEAST_SIGNS and code.endswith(wanted)
