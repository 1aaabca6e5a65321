"""The Word file of a screen, one click in either language, at the right of the title."""

from __future__ import annotations

from facilitation.i18n.translator import LANGUAGE_NAMES
from facilitation.ui.documents_menu import PAPER_NAMES, both_button, paper_button
from facilitation.ui.page_head import EventScreen
from facilitation.ui.pdf_button import pdf_button


def word_buttons(page: EventScreen, name: str, title: str = "") -> None:
    """One button per language, the one of the screen first and filled; ``title`` = what the paper is called."""
    with page.buttons:
        for code in sorted(LANGUAGE_NAMES, key=lambda code: code != page.language):
            paper_button(
                page,
                name,
                code,
                LANGUAGE_NAMES[code],
                icon=":material/download:",
                type="primary" if code == page.language else "secondary",
                help=page._("Word file in Albanian") if code == "sq" else page._("Word file in English"),
            )
        pdf_button(page, name, title or page._(PAPER_NAMES[name]), place="head", icon=":material/picture_as_pdf:")
        help_text = page._("Both languages as they are at this moment, in one file (.zip)")
        both_button(page, (name,), page._("Both"), icon=":material/folder_zip:", type="tertiary", help=help_text)
