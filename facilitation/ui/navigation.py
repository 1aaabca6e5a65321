"""Which screens there are, in which sections, and how to go to one."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from facilitation.errors import mark
from facilitation.i18n.translator import Translator

PAGES = Path(__file__).resolve().parent.parent.parent / "pages"
SECTIONS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "": (("home", mark("Today"), "today"),),
    mark("Planning"): (
        ("consult", mark("Consultation"), "forum"),
        ("agenda", mark("Agenda"), "view_agenda"),
        ("tasks", mark("Checklist"), "checklist"),
        ("people", mark("Participants"), "groups"),
        ("series", mark("Series"), "event_repeat"),
        ("budget", mark("Budget"), "account_balance_wallet"),
    ),
    mark("Facilitation"): (
        ("guide", mark("Guide"), "menu_book"),
        ("cafe", mark("World café"), "table_restaurant"),
        ("hall", mark("In the hall"), "co_present"),
    ),
    mark("Documentation"): (
        ("notes", mark("Notes"), "edit_note"),
        ("proceedings", mark("Proceedings"), "article"),
        ("reports", mark("Reports"), "summarize"),
    ),
    mark("Library"): (
        ("library", mark("Instruments and methods"), "local_library"),
        ("settings", mark("Event and data"), "settings"),
    ),
}


def _page(stem: str, title: str = "", icon: str = "") -> st.Page:
    return st.Page(
        PAGES / f"{stem}.py",
        title=title or None,
        icon=f":material/{icon}:" if icon else None,
        url_path=stem,
        default=stem == "home",
    )


def navigation_pages(_: Translator) -> dict[str, list[st.Page]]:
    """The pages of ``st.navigation`` by section, with titles in the reader's language."""
    return {
        _(section): [_page(stem, _(title), icon) for stem, title, icon in entries]
        for section, entries in SECTIONS.items()
    }


def go_to(stem: str, **query: str) -> None:
    """Leave for another screen (its file's stem)."""
    st.switch_page(_page(stem), query_params=query or None)
