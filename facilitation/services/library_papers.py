"""What of the library can be printed."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation import __version__
from facilitation.errors import NotFound, mark
from facilitation.i18n.translator import Translator
from facilitation.library.own_text import METHODS
from facilitation.services.desk import Desk
from facilitation.services.library import WholeLibrary


@dataclass(frozen=True, slots=True)
class LibraryPapers:
    """Makes the papers that belong to no event."""

    desk: Desk
    library: WholeLibrary

    def method_card(self, method_id: str, language: str, people: int = 0) -> bytes:
        """A method as a card of one page; ``people`` counts its materials (0 = per head)."""
        # Imported when the first card is asked for: the first screen must not wait half a second for python-docx.
        from facilitation.documents.method_card_word import method_card_docx
        from facilitation.documents.word_styles import Stamp

        method = self.library.methods.get(method_id)
        if method is None:
            raise NotFound(mark("There is no method “{key}” in the library."), key=method_id)
        stamp = Stamp(self._version(method_id), self.desk.today())
        return method_card_docx(method, Translator(language), stamp, people=people)

    def _version(self, method_id: str) -> str:
        """Of an own method how often it was saved; the others change with the program."""
        own = (entry.file.version for entry in self.library.own(METHODS) if entry.file.key == method_id)
        return str(next(own, __version__))
