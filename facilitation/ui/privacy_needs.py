"""Needs and diet: a count for everybody, the rest in a view for logistics that notes who looked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from facilitation.domain.person import Participation
from facilitation.services.privacy import with_needs
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_view import PeopleView

OPEN = "needs_view"


def is_open(page: EventScreen) -> bool:
    """Whether the logistics view is open in this visit."""
    return bool(state.chosen(OPEN)) and page.app.privacy.may_see_needs()


def needs_line(page: EventScreen, view: PeopleView) -> None:
    """How many people need something; who may, opens what."""
    _ = page._
    people = with_needs(view.parts)
    if not view.parts:
        return
    if is_open(page):
        _view(page, people)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if people:
            words = _.plural("{count} person with needs or a diet", "{count} people with needs or a diet", len(people))
            st.caption(words.format(count=len(people)), width="content")
        if page.app.privacy.may_see_needs():
            st.button(
                _("Logistics view"),
                key="open_needs",
                type="tertiary",
                icon=":material/restaurant:",
                help=_("For ordering meals and preparing rooms. That you looked is written into the history."),
                on_click=_open,
                args=(page,),
            )


def _open(page: EventScreen) -> None:
    if attempt(page.app.privacy.view_needs, page.event_id) is not None:
        state.choose(OPEN, "1")


def _view(page: EventScreen, people: Sequence[Participation]) -> None:
    _ = page._
    with st.container(border=True):
        st.subheader(_("Logistics view"), anchor=False)
        st.caption(
            _(
                "For ordering meals and preparing rooms only. That you looked is written into the history. Needs are"
                " deleted first after the event, and an archive of the event carries them along."
            )
        )
        if people:
            st.dataframe(
                {
                    _("Name"): [part.person.name for part in people],
                    _("Dietary needs"): [part.dietary_needs for part in people],
                    _("Access needs"): [part.access_needs for part in people],
                },
                hide_index=True,
                alt=_("Who needs what"),
            )
        else:
            st.write(_("Nobody has told of a need or a diet. Open a person to write it down."))
        with st.container(horizontal=True):
            st.download_button(
                _("List for the kitchen (Excel)"),
                data=partial(page.app.privacy.needs_file, page.event_id, page.language),
                file_name=f"needs-{page.event.starts_on.isoformat()}.xlsx",
                key="download_needs",
                on_click="ignore",
                icon=":material/download:",
            )
            st.button(_("Close the logistics view"), key="close_needs", on_click=state.forget, args=(OPEN,))
