"""The consultation's screen opened at one of its parts."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.opened import opened, without_mistakes


def opened_part(part: str, language: str = "sq") -> AppTest:
    """A new visit to one part: "themes", "synthesis", "thread" or "brief"."""
    screen = opened("consult", language)
    return without_mistakes(screen.segmented_control("consult_part").set_value(part).run())
