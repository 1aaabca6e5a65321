"""Winning back lost time: how much, from where on, what it would change, and the button that does it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from facilitation.domain.record import EventRecord
from facilitation.errors import FacilitationError
from facilitation.i18n.formats import clock_text, day_text
from facilitation.planning.agenda_recovery import RecoveryPlan, TimeLost
from facilitation.planning.agenda_timing import timed_items
from facilitation.ui.messages import attempt, show_error
from facilitation.ui.page_head import EventScreen

USUAL = 15


def recovery_form(page: EventScreen) -> None:
    """Minutes and the session from which on; below, the least painful plan. Nothing is saved before the last click."""
    _, record = page._, page.app.agendas.plan(page.event_id)
    left, right = st.columns([1, 3])
    minutes = left.number_input(_("Minutes to win back"), 1, 480, USUAL, key="win_minutes")
    with right:
        from_id = _from_choice(page, record)
    if from_id is None:
        st.write(_("The agenda has no session yet. Add the first one above."))
        return
    lost = TimeLost(int(minutes or USUAL), from_id=from_id)
    try:
        plan = page.app.recoveries.propose(page.event_id, lost)
    except FacilitationError as error:
        show_error(error, _)
        return
    _show(page, record, plan)
    if plan.changes and st.button(_("Change the agenda so"), type="primary", key="win_save"):
        done = _("{minutes} min won back; the steps in the guide were fitted.").format(minutes=plan.won)
        attempt(page.app.recoveries.recover, page.event_id, lost, plan, done=done)
        st.rerun()


def _from_choice(page: EventScreen, record: EventRecord) -> str | None:
    """The session from which on time is won; the one people are in now comes first."""
    timed = timed_items(record.agenda, record.event.starts_on)
    names = {
        entry.item.id: f"{day_text(page.event.day(entry.day), page.language)}, {clock_text(entry.starts_at)} · "
        f"{entry.item.title.said_in(page.language)}"
        for entry in timed
    }
    now = page.app.agendas.item_now(record)
    ids = list(names)
    return st.selectbox(
        page._("From this session on"),
        ids,
        index=ids.index(now) if now in names else 0,
        format_func=lambda item_id: names[item_id],
        key="win_from",
        placeholder=page._("Choose"),
    )


def _show(page: EventScreen, record: EventRecord, plan: RecoveryPlan) -> None:
    _ = page._
    if not plan.changes:
        st.write(_("No time can be won here: nothing may be shortened or dropped before the next fixed start."))
        return
    until = record.agenda.item(plan.until_id) if plan.until_id else None
    end = _("up to “{title}”").format(title=until.title.said_in(page.language)) if until else _("by the end of the day")
    words = _("The least painful way wins **{won}** min {end}.")
    if not plan.is_enough:
        words = _("More than **{won}** min cannot be won {end}; this is the least painful way to get them.")
    st.write(words.format(won=plan.won, end=end))
    st.dataframe(_table(page, record, plan), hide_index=True, alt=_("What would be shortened or dropped"))


def _table(page: EventScreen, record: EventRecord, plan: RecoveryPlan) -> pd.DataFrame:
    _ = page._
    titles = {item.id: item.title.said_in(page.language) for _day, item in record.agenda.items()}
    return pd.DataFrame(
        [
            {
                _("Session"): titles[change.item_id],
                _("Minutes now"): change.before,
                _("Minutes then"): _("dropped") if change.is_dropped else str(change.after),
            }
            for change in plan.changes
        ]
    )
