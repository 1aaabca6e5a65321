"""Turns English catalogue sentences into the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from facilitation.domain.text import LANGUAGES, Language

LOCALES = Path(__file__).parent / "locales"
LANGUAGE_NAMES: Mapping[str, str] = {"sq": "Shqip", "en": "English"}
"""Each language in its own words, for those who look for theirs."""
Translate = Callable[[str], str]


@cache
def _catalogue(language: str) -> GNUTranslations:
    """The compiled catalogue of a language, made in memory so that only .po files are kept."""
    with (LOCALES / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


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
