"""The head of every screen: event line with switcher, title, at most two buttons, messages."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from facilitation.domain.event import Event
from facilitation.i18n.formats import day_span_text
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.ui.messages import plain, show_messages
from facilitation.ui.navigation import go_to
from facilitation.ui.screen import Screen, open_event, screen
from facilitation.ui.state import put_widget, widget_key

SWITCHER = "event_switcher"


@dataclass(frozen=True, slots=True)
class EventScreen:
    """A screen that has an event. ``buttons`` is the place at the right of the title."""

    app: Application
    _: Translator
    event: Event
    buttons: st.delta_generator.DeltaGenerator

    @property
    def language(self) -> str:
        """The language of the screens."""
        return self._.language

    @property
    def event_id(self) -> str:
        """The id of the event in view."""
        return self.event.id


def event_line(event: Event, language: str) -> str:
    """ "Konferenca kombëtare · 20–21 maj 2027 · Tiranë"."""
    parts = (event.title.said_in(language), day_span_text(event.starts_on, event.ends_on, language), event.place)
    return " · ".join(part for part in parts if part)


def days_to_go_text(event: Event, found: Screen | EventScreen) -> str:
    """How far the event is, in words."""
    days = (event.starts_on - found.app.overviews.today()).days
    _ = found._
    if days > 0:
        return _.plural("{count} day to go", "{count} days to go", days).format(count=days)
    if found.app.overviews.today() <= event.ends_on:
        return _("under way today")
    return _("held")


def _switcher(found: Screen) -> None:
    _, event = found._, found.event
    if event is None:
        return
    with st.popover(plain(event_line(event, found.language)), type="tertiary", key=SWITCHER, on_change="rerun"):
        st.caption(days_to_go_text(event, found))
        wanted = st.text_input(
            _("Search"), key="event_search", placeholder=_("Title or place"), label_visibility="collapsed"
        )
        for other in _matching(found.events, wanted or "", found.language):
            st.button(
                plain(event_line(other, found.language)),
                key=widget_key("open", other.id),
                type="tertiary",
                disabled=other.id == event.id,
                on_click=_switch_to,
                args=(other.id,),
            )
        if st.button(_("New event"), key="switcher_new", icon=":material/add:"):
            go_to("home", new="1")


def _switch_to(event_id: str) -> None:
    open_event(event_id)
    put_widget(SWITCHER, False)


def _matching(events: tuple[Event, ...], wanted: str, language: str) -> tuple[Event, ...]:
    words = wanted.casefold().split()
    return tuple(e for e in events if all(word in event_line(e, language).casefold() for word in words))[:12]


def event_page(title: str, found: Screen | None = None) -> EventScreen:
    """Open a screen that needs an event: head, messages; without an event an empty state, and the script stops."""
    found = found or screen()
    if found.event is None:
        _no_event(found, title)
    assert found.event is not None
    _switcher(found)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.title(title, width="content", anchor=False)
        buttons = st.container(horizontal=True, vertical_alignment="bottom", width="content")
    with st.container():  # keeps what follows in its place when a message comes or goes
        show_messages(found._)
    return EventScreen(found.app, found._, found.event, buttons)


def library_page(title: str) -> Screen:
    """Open a screen that can do without an event: head and messages."""
    found = screen()
    _switcher(found)
    with st.container(horizontal=True):
        st.title(title, anchor=False)
    show_messages(found._)
    return found


def _no_event(found: Screen, title: str) -> None:
    _ = found._
    st.title(title, anchor=False)
    show_messages(_)
    st.write(_("There is no event yet. Start from an instrument or open the sample."))
    if st.button(_("Begin"), type="primary", key="start_first_event"):
        go_to("home")
    st.stop()
