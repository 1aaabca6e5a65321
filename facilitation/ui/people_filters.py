"""Who is shown: search, sector and status; and the numbers that stand first."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.domain.event import Sector
from facilitation.domain.person import InvitationStatus, Participation
from facilitation.i18n.labels import invitation_label, sector_label
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_view import PeopleView
from facilitation.ui.switches import switch

WITHOUT_FILTERS = frozenset({"check_in", "composition", "papers"})


def people_numbers(page: EventScreen, view: PeopleView) -> None:
    """One sentence with the numbers that matter."""
    if not view.parts:
        return
    _, count = page._, view.count
    st.write(
        _("**{confirmed}** confirmed of **{invited}** invited; {listed} on the list, {expected} expected.").format(
            confirmed=count.confirmed,
            invited=count.invited,
            listed=count.listed,
            expected=page.event.expected_people,
        )
    )


def people_filters(page: EventScreen) -> str:
    """The view switch, search and filters; answers the view: "list", "invitations", "check_in", "attendance" …"""
    _ = page._
    shapes = {
        "list": _("List"),
        "invitations": _("Invitations"),
        "check_in": _("Check-in"),
        "attendance": _("Attendance"),
        "composition": _("Composition"),
        "papers": _("On paper"),
    }
    with st.container(horizontal=True, vertical_alignment="center"):
        shape = switch(_("View"), shapes, key="people_shape", keeps=True)
        if shape not in WITHOUT_FILTERS:
            _filters(page)
    return shape


def _filters(page: EventScreen) -> None:
    _ = page._
    st.text_input(
        _("Search"),
        key=_key(page, "words"),
        placeholder=_("Name or organisation"),
        live=True,
        icon=":material/search:",
        label_visibility="collapsed",
    )
    st.multiselect(
        _("Sector"),
        list(Sector),
        key=_key(page, "sectors"),
        format_func=lambda sector: sector_label(sector, _),
        placeholder=_("All sectors"),
        label_visibility="collapsed",
    )
    st.multiselect(
        _("Invitation"),
        list(InvitationStatus),
        key=_key(page, "statuses"),
        format_func=lambda status: invitation_label(status, _),
        placeholder=_("All invitations"),
        label_visibility="collapsed",
    )


def _key(page: EventScreen, what: str) -> str:
    return state.widget_key("people_filter", what, page.event_id)


def _haystack(part: Participation) -> str:
    person = part.person
    return " ".join((person.name, person.organisation, person.position, person.municipality)).casefold()


def filtered(page: EventScreen, view: PeopleView) -> Sequence[Participation]:
    """The people the search and filters let through."""
    words = str(state.widget_value(_key(page, "words")) or "").casefold().split()
    sectors = state.widget_value(_key(page, "sectors")) or ()
    statuses = state.widget_value(_key(page, "statuses")) or ()
    return [
        part
        for part in view.parts
        if all(word in _haystack(part) for word in words)
        and (not sectors or part.person.sector in sectors)
        and (not statuses or part.status in statuses)
    ]
