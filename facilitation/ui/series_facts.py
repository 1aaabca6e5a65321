"""The first series, a further one, its name and note, and its removal."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from facilitation.domain.text import typed
from facilitation.i18n.sorting import sorted_by
from facilitation.ui import state
from facilitation.ui.fields import text_field, trimmed, words_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.series_view import CHOSEN_SERIES, SeriesView

NEW_FORM = "new_series"


def no_series(page: EventScreen) -> None:
    """One sentence and one button."""
    _ = page._
    st.write(
        _("A series joins events that repeat: it says when the next one is due and keeps what was promised in sight.")
    )
    st.button(
        _("Make a series from this event"),
        key="make_series",
        type="primary",
        icon=":material/event_repeat:",
        on_click=_make_from,
        args=(page,),
    )


def _make_from(page: EventScreen) -> None:
    made = attempt(page.app.series.make_from, page.event_id, done=page._("The series is ready."))
    if made is not None:
        state.choose(CHOSEN_SERIES, made.id)


def new_series_button(page: EventScreen) -> None:
    """A further series, from this event or of a kind of event."""
    _, instruments = page._, page.app.library.instruments
    with page.buttons.popover(_("New series"), icon=":material/add:", key=NEW_FORM, on_change="rerun"):
        if not page.event.series_id:
            st.button(_("Make a series from this event"), key="make_series", on_click=_make_from, args=(page,))
        st.text_input(_("Name"), key="new_series_title", placeholder=_("For example: Regional committee, Shkodër"))
        keys = sorted_by(instruments, lambda key: instruments[key].title.said_in(page.language), page.language)
        st.selectbox(
            _("Kind of event"),
            keys,
            index=keys.index("regional-committee") if "regional-committee" in keys else 0,
            format_func=lambda key: instruments[key].title.said_in(page.language),
            key="new_series_instrument",
            placeholder=_("Choose"),
        )
        st.button(_("Make the series"), key="new_series_save", type="primary", on_click=_make, args=(page,))


def _make(page: EventScreen) -> None:
    title = typed(str(state.widget_value("new_series_title") or "").strip(), page.language)
    instrument = str(state.widget_value("new_series_instrument") or "")
    made = attempt(page.app.series.make, title, instrument, done=page._("The series is ready."))
    if made is not None:
        state.clear_widget("new_series_title", "")
        state.put_widget(NEW_FORM, False)
        state.choose(CHOSEN_SERIES, made.id)


def facts_part(page: EventScreen, view: SeriesView) -> None:
    """Name and note, saved on change, and the removal after the name was typed."""
    _, series = page._, view.series
    words_field(
        page,
        _("Name"),
        series.title,
        key=state.widget_key("series", series.id, "title"),
        save=lambda title: attempt(page.app.series.edit, series, replace(series, title=title)),
    )
    text_field(
        _("Note"),
        series.note,
        key=state.widget_key("series", series.id, "note"),
        save=trimmed(lambda note: attempt(page.app.series.edit, series, replace(series, note=note))),
        rows=3,
    )
    st.header(_("Remove this series"), anchor=False)
    st.write(_("Its events stay as they are. What was entered as handed in and the order of presidency are gone."))
    name = series.title.said_in(page.language)
    st.text_input(_("Type the name of the series to confirm"), key="remove_series_confirm", placeholder=name)
    st.button(_("Remove the series"), key="remove_series", on_click=_remove, args=(page, series.id, name))


def _remove(page: EventScreen, series_id: str, name: str) -> None:
    said = str(state.widget_value("remove_series_confirm") or "").strip()
    if said.casefold() != name.casefold():
        state.say("block", page._("The name does not match. Nothing was removed."))
        return
    attempt(page.app.series.remove, series_id, done=page._("The series was removed."))
    state.clear_widget("remove_series_confirm", "")
    state.forget(CHOSEN_SERIES)
