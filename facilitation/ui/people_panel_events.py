"""The side panel of one participant: the same person in other events."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.event import Event
from facilitation.domain.person import InvitationStatus, Participation
from facilitation.i18n.formats import day_span_text
from facilitation.i18n.labels import invitation_label, role_label
from facilitation.ui.messages import plain
from facilitation.ui.page_head import EventScreen


def other_events(page: EventScreen, part: Participation) -> None:
    """In which other events this person had a part, in which role, and whether they came."""
    found = page.app.people.elsewhere(part)
    if not found:
        return
    text = page._.plural("In {count} other event", "In {count} other events", len(found)).format(count=len(found))
    with st.expander(text):
        for event, other in found:
            st.markdown(f"- {plain(_line(page, event, other))}")


def _line(page: EventScreen, event: Event, other: Participation) -> str:
    _, language = page._, page.language
    days = day_span_text(event.starts_on, event.ends_on, language)
    return " · ".join((event.title.said_in(language), days, role_label(other.role, _), _came(page, event, other)))


def _came(page: EventScreen, event: Event, other: Participation) -> str:
    _ = page._
    if other.days_attended:
        return _("came")
    is_over = page.app.overviews.today() > event.ends_on
    if is_over and other.status is InvitationStatus.CONFIRMED:
        return _("did not come, or was not ticked")
    return invitation_label(other.status, _)
