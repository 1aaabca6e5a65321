"""Turns English catalogue sentences into the reader's language."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from gettext import GNUTranslations
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from facilitation.domain.text import LANGUAGES, Language

LOCALES = Path(__file__).parent / "locales"
LANGUAGE_NAMES: Mapping[str, str] = {"sq": "Shqip", "en": "English"}
"""Each language in its own words, for those who look for theirs."""
Translate = Callable[[str], str]


@cache
def _catalogue(language: str) -> GNUTranslations:
    """The compiled catalogue of a language. Only .po files belong to the program; what was compiled is kept beside
    them where that can be written, for compiling takes a tenth of a start. It says of which text it was made."""
    place = LOCALES / language / "LC_MESSAGES" / "messages.po"
    source, kept = place.read_bytes(), place.with_suffix(".compiled")
    digest = sha256(source).digest()
    with suppress(OSError, UnicodeError, struct.error):  # none yet, or a broken one: made anew
        found = kept.read_bytes()
        if found.startswith(digest):
            return GNUTranslations(BytesIO(found[len(digest) :]))
    compiled = _compiled(source, language)
    with suppress(OSError):
        _keep(digest + compiled, kept)
    return GNUTranslations(BytesIO(compiled))


def _compiled(source: bytes, language: str) -> bytes:
    from babel.messages.mofile import write_mo  # only where it has to be made
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source), locale=language))
    return compiled.getvalue()


def _keep(data: bytes, place: Path) -> None:
    """Put it there whole or not at all: several programs may start at once."""
    from tempfile import NamedTemporaryFile  # slow to import, and needed once

    with NamedTemporaryFile(dir=place.parent, delete=False) as file:
        file.write(data)
    Path(file.name).replace(place)


class Translator:
    """The sentences of one language. Made per rerun or per document; passed on as ``_``.

    ``_("…")`` translates; ``_.plural("{count} task", "{count} tasks", count)`` chooses the form (fill it yourself).
    """

    def __init__(self, language: str) -> None:
        self.language: Language = "en" if language == "en" else "sq"
        self._catalogue = _catalogue(self.language)

    def __call__(self, message: str) -> str:
        """The sentence of the catalogue; English where it has none, and nothing for nothing."""
        return self._catalogue.gettext(message) if message else ""

    def plural(self, one: str, many: str, count: int) -> str:
        """The sentence for ``count`` things; the place {count} is left to the caller."""
        return self._catalogue.ngettext(one, many, count)


__all__ = ["LANGUAGES", "LANGUAGE_NAMES", "Language", "Translate", "Translator"]
