"""The thread as a matrix: themes behind objectives to be ticked, sessions as they are, the gaps, a thread followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from facilitation.domain.event import Objective
from facilitation.i18n.thread_sentences import GapLine, gap_lists
from facilitation.planning.thread import Thread, thread
from facilitation.ui import state
from facilitation.ui.agenda_view import CHOSEN_ITEM
from facilitation.ui.consult_thread_follow import follow_one
from facilitation.ui.documents_menu import paper_buttons
from facilitation.ui.messages import attempt, plain
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen

MATRIX = "thread_matrix"
ALL_HEADS, SHORTEST_HEAD = 70, 10
"""Signs of all heads of a matrix together, so that it fits a screen, and of each at least."""
FIRST, COUNT = "theme", "replies"


def thread_part(page: EventScreen) -> None:
    """From the answers to the commitments, over all questionnaires of the event."""
    _ = page._
    found = thread(page.app.syntheses.record(page.event_id))
    if not found.whole.objectives:
        st.write(
            _("The event has no objectives yet. Write them in “Event and data”; then tie the themes to them here.")
        )
    elif not found.whole.themes:
        st.write(_("There are no themes yet. Find them in the answers; then tie them to the objectives here."))
    else:
        _themes(page, found)
    if found.whole.objectives:
        _sessions(page, found)
    if not found.is_empty:
        _gaps(page, found)
        follow_one(page, found)
    paper_buttons(page, "thread.docx")


def _heads(objectives: Sequence[Objective], language: str) -> dict[str, str]:
    """A short head for each objective, the shorter the more there are; its number keeps two alike apart."""
    length = max(SHORTEST_HEAD, ALL_HEADS // max(len(objectives), 1))
    return {
        goal.id: f"{number}. {_short(goal.text.said_in(language), length)}"
        for number, goal in enumerate(objectives, start=1)
    }


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def _themes(page: EventScreen, found: Thread) -> None:
    """Themes by objectives, each a tick that is saved at once."""
    _, goals = page._, found.whole.objectives
    st.header(_("Themes behind the objectives"), anchor=False)
    st.caption(_("Tick the objectives that take up a theme."))
    rows = [
        {
            FIRST: theme.title.said_in(page.language),
            COUNT: found.replies[theme.id],
            **{goal.id: found.has_theme(goal, theme) for goal in goals},
        }
        for theme in found.whole.themes
    ]
    column = st.column_config
    whole = {goal.id: goal.text.said_in(page.language) for goal in goals}
    ticks = {key: column.CheckboxColumn(head, help=whole[key]) for key, head in _heads(goals, page.language).items()}
    key = state.widget_key(MATRIX, page.event_id, page.event.version, len(rows))
    st.data_editor(
        pd.DataFrame(rows),
        hide_index=True,
        disabled=[FIRST, COUNT],
        column_config={FIRST: column.TextColumn(_("Theme")), COUNT: column.NumberColumn(_("Replies")), **ticks},
        key=key,
        on_change=_save,
        args=(page, found, key),
        alt=_("Themes by objectives; every tick can be changed"),
    )


def _save(page: EventScreen, found: Thread, key: str) -> None:
    """Save every tick that changed."""
    edited: Mapping[int, Mapping[str, object]] = (state.widget_value(key) or {}).get("edited_rows", {})
    for row, cells in edited.items():
        theme = found.whole.themes[int(row)]
        for goal_id, is_behind in cells.items():
            attempt(page.app.theme_codes.link, page.event_id, goal_id, theme.id, is_behind=bool(is_behind))


def _sessions(page: EventScreen, found: Thread) -> None:
    """Objectives by sessions, as the agenda has them."""
    _, goals = page._, found.whole.objectives
    if not found.whole.sessions:
        return
    st.header(_("Sessions for the objectives"), anchor=False)
    heads = _heads(goals, page.language)
    rows = [
        {
            _("Session"): item.title.said_in(page.language),
            **{heads[goal.id]: "✓" if found.serves(item, goal) else "" for goal in goals},
        }
        for item in found.whole.sessions
    ]
    tied = sum(any(found.serves(item, goal) for goal in goals) for item in found.whole.sessions)
    finding = _("{tied} of {count} sessions serve an objective.").format(tied=tied, count=len(rows))
    st.caption(finding + " " + _("It is ticked in the session itself."))
    helps = {heads[goal.id]: st.column_config.TextColumn(help=goal.text.said_in(page.language)) for goal in goals}
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=helps, alt=finding)


def _gaps(page: EventScreen, found: Thread) -> None:
    _ = page._
    st.header(_("Where the thread breaks"), anchor=False)
    lists = [entry for entry in gap_lists(found.gaps(), _) if entry.lines]
    if not lists:
        st.write(_("Nowhere: every theme is taken up and every objective has answers and sessions."))
    for entry in lists:
        st.subheader(f"{entry.title} ({len(entry.lines)})", anchor=False)
        for line in entry.lines:
            _gap(page, line, entry.title)


def _gap(page: EventScreen, line: GapLine, title: str) -> None:
    """One gap; what is mended in a session has the way to it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(line.text))
        key = state.widget_key("open_gap", title, line.subject)
        if line.item_id and st.button(page._("Open"), key=key, type="tertiary", icon=":material/arrow_forward:"):
            state.choose(CHOSEN_ITEM, line.item_id)
            go_to("agenda")
