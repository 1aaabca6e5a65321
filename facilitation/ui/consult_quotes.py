"""Words of an answer chosen to be quoted, where whoever wrote them agreed."""

from __future__ import annotations

import streamlit as st

from facilitation.planning.themes import GivenAnswer, may_quote
from facilitation.ui import state
from facilitation.ui.consult_theme_view import ThemeView
from facilitation.ui.fields import text_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen


def quote_field(page: EventScreen, view: ThemeView, given: GivenAnswer) -> None:
    """The chosen words behind one line; where nobody agreed, a word about that."""
    _, reply = page._, given.reply
    place = (reply.id, given.answer.question_id)
    if not may_quote(reply, view.people.get(reply.participation_id)):
        st.caption(_("Not to be quoted: no consent."))
        return
    key = state.widget_key("quote", *place)
    icon = ":material/format_quote:" if given.answer.quote else ":material/add:"
    label = _("Quoted") if given.answer.quote else _("Quote")
    opened = st.popover(label, icon=icon, type="tertiary", key=state.widget_key(key, "open"), on_change="rerun")
    if not opened.open:
        return
    with opened:
        text_field(
            _("Words for the synthesis"),
            given.answer.quote,
            key=key,
            save=lambda words: attempt(page.app.theme_codes.quote, place, words or ""),
            rows=3,
            help=_("As they stand in the answer. Empty = not quoted."),
        )
        st.button(
            _("The whole answer"),
            key=state.widget_key(key, "whole"),
            on_click=lambda: attempt(page.app.theme_codes.quote, place, given.answer.text),
        )
