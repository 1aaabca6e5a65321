"""The harvest gathered by theme: results of the tables under themes, and a line that sums up each theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from facilitation.domain.note import Note
from facilitation.domain.proceedings import HarvestTheme
from facilitation.domain.text import typed
from facilitation.planning.note_sources import missing_sources, synthesis_of, table_results
from facilitation.ui import state
from facilitation.ui.fields import choice_field, text_field, words_field
from facilitation.ui.messages import attempt, plain, plain_lines
from facilitation.ui.notes_view import NotesView
from facilitation.ui.page_head import EventScreen

NEW_THEME = "new_harvest_theme"


def harvest_themes(page: EventScreen, view: NotesView) -> None:
    """A field for a new theme, every theme with its results and its line, then the results under no theme."""
    _, themes = page._, view.themes
    key = state.widget_key(NEW_THEME, view.item.id)
    st.text_input(
        _("New theme"),
        key=key,
        placeholder=_("Write a name and press Enter"),
        on_change=_add,
        args=(page, view, key),
    )
    for theme in themes:
        _theme(page, view, theme)
    loose = table_results(view.notes, "")
    st.header(_("Results under no theme ({count})").format(count=len(loose)), anchor=False)
    if not loose:
        st.write(_("Every result stands under a theme.") if view.harvest else _("No table has written anything yet."))
    for note in loose:
        _result(page, note, themes)


def _add(page: EventScreen, view: NotesView, key: str) -> None:
    words = str(state.widget_value(key) or "").strip()
    if words:
        attempt(page.app.harvest_themes.add, page.event_id, view.item.id, typed(words, page.language))
        state.put_widget(key, "")


def _theme(page: EventScreen, view: NotesView, theme: HarvestTheme) -> None:
    _, line = page._, synthesis_of(view.record.notes, theme.id)
    with st.container(border=True):
        words_field(
            page,
            _("Theme"),
            theme.title,
            key=state.widget_key("harvest_theme", theme.id),
            save=lambda title: attempt(page.app.harvest_themes.rename, page.event_id, theme, title),
        )
        for note in table_results(view.notes, theme.id):
            _result(page, note, view.themes)
        text_field(
            _("What the tables say together"),
            line.text if line else "",
            key=state.widget_key("synthesis", theme.id),
            save=_sum_up(page, theme, line),
            rows=3,
        )
        _remark(page, view, line, theme)
        st.button(
            _("Remove this theme"),
            key=state.widget_key("remove_theme", theme.id),
            icon=":material/delete:",
            help=_("The results stay, under no theme. The line goes with the theme; undo brings it back."),
            on_click=attempt,
            args=(page.app.harvest_themes.remove, page.event_id, theme.id),
        )


def _sum_up(page: EventScreen, theme: HarvestTheme, line: Note | None) -> Callable[[Any], None]:
    return lambda text: attempt(page.app.harvest_themes.sum_up, page.event_id, theme, str(text or ""), seen=line)


def _remark(page: EventScreen, view: NotesView, line: Note | None, theme: HarvestTheme) -> None:
    """What the line rests on; where its results changed since it was written, a button says that it still holds."""
    if line is None:
        return
    _, lost = page._, missing_sources(view.record.notes).get(line.id, 0)
    count = len(line.source_note_ids) - lost
    st.caption(_.plural("It rests on {count} result.", "It rests on {count} results.", count).format(count=count))
    if {note.id for note in table_results(view.notes, theme.id)} == set(line.source_note_ids):
        return
    st.markdown(":orange[" + _("The results under this theme changed after the line was written.") + "]")
    key = state.widget_key("still_holds", theme.id)
    st.button(_("The line still holds"), key=key, on_click=_sum_up(page, theme, line), args=(line.text,))


def _result(page: EventScreen, note: Note, themes: Sequence[HarvestTheme]) -> None:
    """One result with the theme it stands under."""
    _, names = page._, {theme.id: theme.title.said_in(page.language) for theme in themes}
    place = _("Round {round}, table {table}").format(round=note.round or "—", table=note.table or "—")
    left, right = st.columns([5, 3], vertical_alignment="center")
    left.markdown(f"{plain_lines(note.text)}  \n:gray[{plain(place)}]")
    with right:
        choice_field(
            _("Theme of: {place}").format(place=place),
            ["", *names],
            note.theme_id if note.theme_id in names else "",
            key=state.widget_key("result_theme", note.id),
            save=lambda theme_id: attempt(page.app.harvest_themes.put, note, theme_id or ""),
            format_func=lambda theme_id: names.get(theme_id, "—"),
        )
