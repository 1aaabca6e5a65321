"""Handing a person's open tasks over to somebody else: the list first, then who takes them, then the sheet to sign."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from facilitation.domain.task import TaskStatus
from facilitation.i18n.formats import day_text
from facilitation.i18n.sorting import sorted_texts
from facilitation.i18n.translator import LANGUAGE_NAMES
from facilitation.planning.progress import is_mine, known_names, same_name
from facilitation.planning.role_owners import HandOver
from facilitation.services.overview import DatedTask
from facilitation.ui import state
from facilitation.ui.documents_menu import file_button
from facilitation.ui.messages import attempt, show_messages
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_view import task_view

GIVER, TAKER, STAYING = "hand_over_giver", "hand_over_taker", "hand_over_staying"


def hand_over_button(page: EventScreen) -> None:
    """The button that opens the hand-over as a dialog of its own."""
    _ = page._
    if st.button(_("Hand over"), key="hand_over", icon=":material/move_up:"):
        st.dialog(_("Hand over tasks"), width="large")(hand_over_form)(page)


def hand_over_form(page: EventScreen) -> None:
    """Whose tasks, the list of them, which stay, who takes the others; the sheet, and the button that saves."""
    _ = page._
    show_messages(_)
    waiting = [row for row in task_view(page).rows if row.task.status is not TaskStatus.DONE]
    givers = sorted_texts(known_names(row.task for row in waiting), page.language)
    if not givers:
        st.write(_("Nobody has an open task yet. Give the roles to people first."))
        return
    me = page.app.preferences.own_name()
    first = next((place for place, name in enumerate(givers) if same_name(name, me)), 0)
    giver = st.selectbox(_("Whose tasks"), givers, first, key=GIVER)
    rows = [row for row in waiting if is_mine(row.task, giver)]
    st.dataframe(_table(page, rows, giver), hide_index=True, alt=_("Open tasks of {name}").format(name=giver))
    wanted = HandOver(giver, _taker(page, giver), _going(page, rows))
    _sheets(page, wanted)
    count = len(wanted.task_ids or ())
    words = _.plural("Hand over {count} task", "Hand over {count} tasks", count).format(count=count)
    st.button(
        words,
        type="primary",
        key="hand_over_save",
        disabled=not count or not wanted.taker,
        on_click=_hand_over,
        args=(page, wanted),
    )


def _table(page: EventScreen, rows: Sequence[DatedTask], giver: str) -> pd.DataFrame:
    _ = page._
    return pd.DataFrame(
        [
            {
                _("Due"): day_text(row.due_on, page.language, with_year=True) if row.due_on else "—",
                _("Task"): row.task.title.said_in(page.language),
                _("Part"): _("owner") if same_name(row.task.owner, giver) else _("deputy"),
                _("Remark"): _("late") if row.is_late else "",
            }
            for row in rows
        ]
    )


def _taker(page: EventScreen, giver: str) -> str:
    _ = page._
    names = [name for name in page.app.task_owners.names(page.event_id) if not same_name(name, giver)]
    placeholder = _("Choose or type a name")
    return (
        st.selectbox(_("Who takes them over"), names, None, key=TAKER, placeholder=placeholder, accept_new_options=True)
        or ""
    )


def _going(page: EventScreen, rows: Sequence[DatedTask]) -> tuple[str, ...]:
    """All tasks but those that stay."""
    _ = page._
    titles = {row.task.id: row.task.title.said_in(page.language) for row in rows}
    staying = st.multiselect(
        _("These stay where they are"),
        list(titles),
        key=STAYING,
        format_func=lambda task_id: titles.get(task_id, ""),
        placeholder=_("None: all of them are handed over"),
    )
    return tuple(task_id for task_id in titles if task_id not in staying)


def _sheets(page: EventScreen, wanted: HandOver) -> None:
    """The sheet to sign, as it stands before the tasks change hands."""
    _ = page._
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(_("Hand-over sheet"), width="content")
        for language, word in LANGUAGE_NAMES.items():
            make = partial(_sheet, page, language, wanted)
            name = "hand-over.docx" if language == "sq" else "hand-over-en.docx"
            key = state.widget_key("hand_over_sheet", language)
            file_button(word, make, name, key=key, type="tertiary", icon=":material/download:")


def _sheet(page: EventScreen, language: str, wanted: HandOver) -> bytes:
    return page.app.papers.hand_over(page.event_id, language, wanted, page.app.preferences.print_look())


def _hand_over(page: EventScreen, wanted: HandOver) -> None:
    changed = attempt(page.app.task_owners.hand_over, page.event_id, wanted)
    if changed is None:
        return
    words = page._.plural(
        "{count} task was handed over to {name}.", "{count} tasks were handed over to {name}.", changed
    )
    state.say("done", words.format(count=changed, name=wanted.taker))
    for key in (GIVER, TAKER, STAYING):
        state.clear_widget(key)
