"""The menu of the checklist: one entry for all that is done with the whole of it, each opening its dialog."""

from __future__ import annotations

import pytest

from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.ui.task_more import CHECKLIST_PAPERS, MENU
from tests.pages.dialogs import opened_form
from tests.pages.opened import opened, said, without_mistakes
from tests.pages.screen_words import a_new_event, words_shown

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])
OPENED = {
    "move_event": "Choose another day. Open tasks will follow; done and pinned ones stay.",
    "task_papers": "The workbook is for those who plan in Excel: changed and sent back, it is taken in with every"
    " difference shown.",
    "import_tasks": "Our own checklist.xlsx that comes back changed, or the list of another office: the names of"
    " the columns may be Albanian or English and stand anywhere. Nothing is saved before you say so.",
    "task_templates": "Nothing is added before you have seen it: what the checklist has already is shown side by side.",
    "task_calendar": "A link is for one owner: choose one above.",
    "reminders": "For tasks that are late or due in the next seven days. Tryeza sends nothing: a draft opens in your"
    " mail program, and you send it.",
}


@LANGUAGES
def test_beside_the_filled_button_the_head_has_the_menu_alone(app: Application, language: str) -> None:
    a_new_event(app)

    screen = opened("tasks", language)

    _ = Translator(language)
    assert list(screen.menu_button(MENU).options) == [
        _(words)
        for words in (
            "Move the event",
            "Papers and Excel",
            "Take in a checklist",
            "Templates",
            "Deadlines in calendars",
            "Reminders",
        )
    ]
    assert not {"move_event", "task_calendar", "import_tasks", "task_templates"} & {each.key for each in screen.button}


@LANGUAGES
@pytest.mark.parametrize("entry", OPENED)
def test_every_entry_opens_its_dialog(app: Application, entry: str, language: str) -> None:
    a_new_event(app)
    screen = opened("tasks", language)

    without_mistakes(screen.menu_button(MENU).click(entry).run())

    assert Translator(language)(OPENED[entry]) in words_shown(screen)


def test_papers_are_offered_above_the_owners_too(app: Application) -> None:
    a_new_event(app)
    screen = opened("tasks", "en")
    screen.segmented_control("task_shape").set_value("owners").run()

    without_mistakes(screen.menu_button(MENU).click("task_papers").run())

    assert "Hand-over sheets" in said(screen)


@LANGUAGES
def test_every_paper_is_offered_in_both_languages(app: Application, language: str) -> None:
    a_new_event(app)

    screen = opened_form("task_more", "papers_form", language)

    keys = {button.key for button in screen.get("download_button")}
    assert keys >= {f"checklist_paper·{name}·{code}" for name in CHECKLIST_PAPERS for code in ("sq", "en")}
