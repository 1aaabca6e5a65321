"""The organisation's template on the event's page: chosen, told what was found, refused with a sentence, removed."""

from __future__ import annotations

import pytest

from facilitation.services.application import Application
from tests.documents.letterheads import HOSTILE, a_letterhead
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event

FOUND = {
    "sq": ("Koka e faqes: u gjet", "Logoja ose figura: u gjet", "Merren prej tij: teksti", "koka_1_.docx"),
    "en": ("Header: found", "Logo or picture: found", "Taken from it: text", "koka_1_.docx"),
}


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_template_is_chosen_shown_refused_and_removed(app: Application, language: str) -> None:
    event = a_new_event(app)
    screen = opened("settings", language)
    without_mistakes(screen.segmented_control("settings_part").set_value("template").run())

    screen.file_uploader[0].upload("koka_1_.docx", HOSTILE["macros"], "application/octet-stream").run()
    (error,) = screen.error
    assert "koka_1_.docx" in error.value
    assert app.templates.get(event.id) is None

    without_mistakes(screen.file_uploader[0].upload("koka_1_.docx", a_letterhead(), "application/octet-stream").run())
    words = said(screen).replace("\\", "")
    assert [part for part in FOUND[language] if part not in words] == []
    assert app.templates.get(event.id) is not None

    without_mistakes(screen.button("remove_template").click().run())
    assert app.templates.get(event.id) is None
    assert not any(button.key == "remove_template" for button in screen.button)
