"""The parts of the consultation opened on a screen of their own, without the page they will stand on."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.opened import without_mistakes


def part_script() -> None:
    """One part under the head every screen has."""
    import streamlit as st

    from facilitation.ui.consult_brief import brief_part
    from facilitation.ui.consult_synthesis import synthesis_part
    from facilitation.ui.consult_themes import themes_part
    from facilitation.ui.consult_thread import thread_part
    from facilitation.ui.page_head import event_page
    from facilitation.ui.undo import undo_button

    page = event_page("Konsultimi")
    undo_button(page, "questionnaire", "reply", "event")
    asked = page.app.consultations.list_for(page.event_id)
    match st.session_state["part"]:
        case "themes":
            themes_part(page, asked[0])
        case "synthesis":
            synthesis_part(page, asked[0])
        case "thread":
            thread_part(page)
        case _:
            brief_part(page)


def opened_part(part: str, language: str = "sq") -> AppTest:
    """A new visit to one part: "themes", "synthesis", "thread" or "brief"."""
    screen = AppTest.from_function(part_script, default_timeout=60)
    screen.session_state["language"] = language
    screen.session_state["part"] = part
    return without_mistakes(screen.run())
