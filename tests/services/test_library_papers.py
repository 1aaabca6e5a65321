"""Cards of methods, own ones too."""

from __future__ import annotations

import pytest

from facilitation import __version__
from facilitation.domain.text import Text
from facilitation.errors import NotFound
from facilitation.services.application import Application
from tests.documents.reading import outline


def test_a_card_says_the_version_of_the_program_or_of_ones_own_method(app: Application) -> None:
    file = app.own_library.copy(app.library.methods["buzz"], Text(en="Our buzz"))
    app.own_library.edit_text(file, file.content + "\n")

    shipped, own = (outline(app.library_papers.method_card(key, "en")) for key in ("buzz", "our_buzz"))

    assert f"version {__version__} · printed 11 Jan 2027" in shipped
    assert "version 2 · printed 11 Jan 2027" in own
    assert own.splitlines()[2] == "[Title] Our buzz"


def test_a_method_that_is_not_there_has_no_card(app: Application) -> None:
    with pytest.raises(NotFound):
        app.library_papers.method_card("gone", "sq")
