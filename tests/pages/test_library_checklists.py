"""Checklists in the library: read, copied, edited, brought in and removed."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from facilitation.domain.text import Text
from facilitation.i18n.sorting import sorted_texts
from facilitation.library.own_text import CHECKLISTS
from facilitation.services.application import Application
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import titles

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
CARE = 'title = { sq = "Kujdesi" }\n[[tasks]]\nday = -5\ntitle = { sq = "Gjeni dhomën" }\n'


def reading(key: str, language: str = "en") -> AppTest:
    """The library opened by a link to one checklist."""
    screen = opened("library", language)
    screen.query_params["checklist"] = key
    return without_mistakes(screen.run())


@LANGUAGES
def test_every_checklist_stands_in_the_list_without_an_event(app: Application, language: str) -> None:
    screen = opened("library", language)

    without_mistakes(screen.segmented_control("library_part").set_value(CHECKLISTS).run())

    names = [each.title.said_in(language) for each in app.library.checklists.values()]
    assert titles(screen) == sorted_texts(names, language)


@LANGUAGES
def test_a_checklist_is_read_as_a_page_with_all_its_tasks(app: Application, language: str) -> None:
    made = app.library.checklists["media-and-anonymity"]

    screen = reading(made.key, language)

    assert [header.value for header in screen.header] == [made.title.said_in(language)]
    assert len(screen.table[0].value) == len(made.tasks)
    assert made.source.said_in(language)[:20] in said(screen).replace("\\", "")


def test_a_copy_is_made_and_its_title_changed(app: Application) -> None:
    screen = reading("media-and-anonymity")
    screen.session_state["copy_form"] = True
    screen.run()
    screen.text_input("copy_title").set_value("Our media").run()
    without_mistakes(screen.button("copy_save").click().run())

    screen.text_input("own·our-media·title·en").set_value("Press").run()
    without_mistakes(screen.button("own_save").click().run())

    assert app.library.checklists["our-media"].title == Text(en="Press")


def test_a_checklist_is_brought_in_opened_and_removed(app: Application) -> None:
    screen = opened("library", "en")
    screen.session_state["bring_form"] = True
    screen.run()
    screen.file_uploader("own_upload").upload("care.toml", CARE.encode(), "application/toml").run()
    without_mistakes(screen.button("own_upload_save").click().run())
    assert [header.value for header in screen.header] == ["Kujdesi"]

    without_mistakes(screen.button("remove_own·care").click().run())

    assert app.library.own(CHECKLISTS) == ()
