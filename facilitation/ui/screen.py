"""What every screen starts from: the application, the language and the event in view."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass

import streamlit as st

from facilitation.domain.event import Event
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.services.shared import shared_application
from facilitation.ui import state


@st.cache_resource(show_spinner=False)
def _frozen(module_count: int) -> int:
    gc.collect()
    gc.freeze()
    return module_count


def freeze_imports() -> None:
    """Take all that is imported out of the garbage collector's rounds (150 → 80 ms CPU per rerun).

    To be called at the end of a run: pages import charts and tables only when they are opened first.
    """
    _frozen(len(sys.modules))


def application() -> Application:
    """The application of this process."""
    return shared_application()


def translator() -> Translator:
    """The sentences in the language of this visit; remembered from the last one, Albanian at first."""
    if not state.language():
        state.set_language(application().preferences.language())
    return Translator(state.language())


@dataclass(frozen=True, slots=True)
class Screen:
    """Application, sentences and events of this run; ``event`` in view is None before the first one."""

    app: Application
    _: Translator
    event: Event | None
    events: tuple[Event, ...] = ()

    @property
    def language(self) -> str:
        """The language of the screens."""
        return self._.language


def screen() -> Screen:
    """The screen of this run. The event comes from the address, this visit, the last visit, or is the first one."""
    app, _ = application(), translator()
    events = app.events.list_all()
    known = {event.id: event for event in events}
    linked, chosen = state.event_of_link(), state.chosen_event()
    event = known.get(linked) or known.get(chosen) or known.get(app.preferences.event_id())
    event = event or next(iter(events), None)
    if linked and linked not in known:
        state.say("warn", _("The event of this link is not here: it was removed, or the link is from elsewhere."))
        state.choose_event(event.id if event else "")
    if event and event.id != chosen:
        open_event(event.id)
    elif event and linked != event.id:
        state.choose_event(event.id)
    return Screen(app, _, event, events)


def open_event(event_id: str) -> None:
    """Put an event on the screen and remember it for the next visit."""
    state.choose_event(event_id)
    application().preferences.choose_event(event_id)


def is_dark() -> bool:
    """Whether this visitor's screen is dark, as far as the browser has said so."""
    return bool(st.context.theme.type == "dark")
