"""Deadlines in calendars: a file to take along, and links that follow the checklist for one owner."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.domain.feed import FeedScope
from facilitation.i18n.sorting import sorted_texts
from facilitation.i18n.translator import LANGUAGE_NAMES
from facilitation.services.feeds import OF_TASKS
from facilitation.ui import state
from facilitation.ui.calendar_links import LANGUAGE, form_switch, link_list, make_link, where_links_work
from facilitation.ui.documents_menu import file_button
from facilitation.ui.messages import show_messages
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

OWNER, CALLED_OFF = "deadlines_owner", "deadlines_called_off"
EVERYBODY = ""


def deadlines_form(page: EventScreen) -> None:
    """Whose deadlines, as what and in which language; then the file, a new link and the links that are open."""
    _ = page._
    show_messages(_)
    owner, scope = _whose(page), FeedScope(form_switch(_))
    language = switch(_("Language of the calendar"), LANGUAGE_NAMES, key=LANGUAGE, default=page.language)
    _file(page, owner, scope, language)
    st.subheader(_("A link that follows the checklist"), anchor=False)
    st.write(
        _(
            "A calendar that subscribes to a link shows the deadlines of one owner and of those they stand in for, and"
            " follows every change. Whoever has the link can read it without signing in."
        )
    )
    where_links_work(_)
    st.button(
        _("Make the link"),
        type="primary",
        key="task_calendar_make",
        disabled=owner == EVERYBODY,
        on_click=make_link,
        args=(page, scope, owner),
    )
    if owner == EVERYBODY:
        st.caption(_("A link is for one owner: choose one above."))
    link_list(page, [feed for feed in page.app.feeds.list_for(page.event_id) if feed.scope in OF_TASKS], {})


def _whose(page: EventScreen) -> str:
    """The owner chosen; ``EVERYBODY`` for the whole checklist."""
    _ = page._
    names = sorted_texts(page.app.task_calendars.owners(page.event_id, page.language), page.language)
    chosen = st.selectbox(
        _("Whose deadlines"),
        [EVERYBODY, *names],
        format_func=lambda name: name or _("The whole checklist"),
        key=OWNER,
        placeholder=_("Choose"),
    )
    return chosen or EVERYBODY


def _file(page: EventScreen, owner: str, scope: FeedScope, language: str) -> None:
    """The file once, for programs that subscribe to nothing."""
    _ = page._
    has_called_off = st.toggle(
        _("With what was called off"),
        value=True,
        key=CALLED_OFF,
        help=_("A calendar that holds an earlier file loses what is gone since. For the first file it is not needed."),
    )
    make = partial(
        page.app.task_calendars.make,
        page.event_id,
        language,
        owner=owner,
        is_todo=scope is FeedScope.TODOS,
        has_called_off=has_called_off,
    )
    name = "deadlines.ics" if language == "sq" else "deadlines-en.ics"
    key = state.widget_key("task_calendar_file", language)
    file_button(_("Download the calendar file"), make, name, key=key, icon=":material/download:")
