"""Moving the event: every change is listed before anything is saved."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from facilitation.errors import FacilitationError
from facilitation.i18n.due_words import due_sentence
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.event_move import TaskMove
from facilitation.ui.dates import DATE_FORMAT, EVENT_DAYS
from facilitation.ui.messages import attempt, show_error
from facilitation.ui.page_head import EventScreen

MOVE_DATE = "move_event_date"


def move_form(page: EventScreen) -> None:
    """The new day, every change it brings, and the button that saves them."""
    _ = page._
    wanted = st.date_input(_("New first day"), page.event.starts_on, *EVENT_DAYS, key=MOVE_DATE, format=DATE_FORMAT)
    if not isinstance(wanted, date) or wanted == page.event.starts_on:
        st.caption(_("Choose another day. Open tasks will follow; done and pinned ones stay."))
        return
    try:
        moves = page.app.events.moves(page.event_id, wanted)
    except FacilitationError as error:
        show_error(error, _)
        return
    st.write(_summary(moves, _))
    st.dataframe(_table(moves, page), hide_index=True, alt=_("Every task with its day before and after"))
    if st.button(_("Move the event and its tasks"), type="primary", key="move_event_save"):
        attempt(page.app.events.move, page.event_id, wanted, done=_("The event was moved."))
        st.rerun()


def _summary(moves: tuple[TaskMove, ...], _: Translator) -> str:
    moved = sum(not move.kept and move.before != move.after for move in moves)
    kept = len(moves) - moved
    return (
        _.plural("{count} task moves", "{count} tasks move", moved).format(count=moved)
        + ", "
        + _.plural("{count} stays.", "{count} stay.", kept).format(count=kept)
    )


def _day(day: date | None, language: str) -> str:
    return day_text(day, language, with_year=True) if day else "—"


def _table(moves: tuple[TaskMove, ...], page: EventScreen) -> pd.DataFrame:
    _ = page._
    kept = {
        "": "",
        "done": _("done, stays"),
        "pinned": _("pinned, stays"),
        "undated": _("no date"),
        "half_year": _("counts from a half-year that stays the same"),
        "task": _("counts from a task that stays"),
    }
    tasks = {move.task.id: move.task for move in moves}
    return pd.DataFrame(
        [
            {
                _("Task"): move.task.title.said_in(page.language),
                _("Before"): _day(move.before, page.language),
                _("After"): _day(move.after, page.language),
                _("Why"): due_sentence(move.task, move.new, tasks, _) if not move.kept else "",
                _("Remark"): kept[move.kept],
            }
            for move in moves
        ]
    )
