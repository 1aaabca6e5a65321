"""Beside the parts of a paper: what the paper is for, or the words of the part that is being written."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.text import LANGUAGES, Text
from facilitation.planning.report_outline import ReportPart, stored_part
from facilitation.ui import state
from facilitation.ui.fields import words_field
from facilitation.ui.kept_typing import drafts_left, drop_drafts, keep_typing, say_kept
from facilitation.ui.messages import attempt, plain, plain_lines
from facilitation.ui.page_head import EventScreen
from facilitation.ui.reports_view import CHOSEN_PART, ReportsView

REPORT = "report"
ROWS = 12


def part_panel(page: EventScreen, view: ReportsView, part: ReportPart) -> None:
    """The words of one part in the languages of the event; saved on change."""
    _, paper, name = page._, view.outline.key, part.outline.key

    def save(wanted: Text) -> None:
        if attempt(page.app.reports.write, page.event_id, paper, name, part.text, wanted) is not None:
            drop_drafts(page, *_keys(paper, name))

    with st.container(border=True):
        st.header(plain(part.outline.title.said_in(page.language)), anchor=False)
        st.caption(plain_lines(part.outline.hint.said_in(page.language)))
        if part.outline.is_from_seed:
            st.caption(_("The source of this instrument asks for this part."))
        words_field(page, _("Text"), part.text, key=_key(paper, name), save=save, rows=ROWS)
        st.caption(_("An empty line starts a new paragraph. The text is saved when you leave the field."))
        st.button(_("Close"), key="close_part", on_click=state.forget, args=(CHOSEN_PART,))
    keep_typing(page, _keys(paper, name))


def _key(paper: str, part: str) -> str:
    return state.widget_key(REPORT, paper, part)


def _keys(paper: str, part: str) -> list[str]:
    return [state.widget_key(_key(paper, part), code) for code in LANGUAGES]


def save_parts_left(page: EventScreen) -> None:
    """Save what was being written when the page was closed, reloaded or cut off."""
    left = drafts_left(page, REPORT)
    if not left:
        return
    for key, words in left.items():
        _report, paper, part, code = key.split("·")
        seen = stored_part(page.app.proceedings.get(page.event_id), paper, part).text
        wanted = seen.with_language(code, words.strip())
        attempt(page.app.reports.write, page.event_id, paper, part, seen, wanted)
    drop_drafts(page, *left)
    say_kept(page)


def about_paper(page: EventScreen, view: ReportsView) -> None:
    """What the paper is for, who reads it, and where its parts come from."""
    _, outline = page._, view.outline
    with st.container(border=True):
        st.header(plain(outline.title.said_in(page.language)), anchor=False)
        st.markdown(plain_lines(outline.purpose.said_in(page.language)))
        st.markdown(
            _("It leaves the team: names, telephones and the like are looked for before.")
            if outline.leaves_the_team
            else _("It stays in the team.")
        )
        st.caption(plain_lines(outline.origin.said_in(page.language)))
        st.caption(_("Choose the pencil of a part to write its words here. What the record holds follows them."))
