"""The form of a dialog as a screen of its own: AppTest closes a dialog with the first answer inside it."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.pages.opened import without_mistakes

SCRIPT = Path(__file__).with_name("shown_form.py")


def opened_form(module: str, form: str, language: str = "sq") -> AppTest:
    """A visit that sees only this form of an event's dialog."""
    screen = AppTest.from_file(SCRIPT, default_timeout=60)
    screen.session_state["language"] = language
    screen.session_state["form_module"], screen.session_state["form_name"] = module, form
    return without_mistakes(screen.run())
