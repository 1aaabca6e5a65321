"""Who presides in turn: the table of terms, the steps of the handover, and the members in their order."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from facilitation.domain.series import Presidency
from facilitation.i18n.formats import short_day_text
from facilitation.planning.presidency import HandoverTask
from facilitation.planning.series_checks import MOST_MONTHS
from facilitation.ui import state
from facilitation.ui.dates import DATE_FORMAT, EVENT_DAYS
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.series_view import SeriesView

USUAL_MONTHS = 6
FORM = "presidency_form"


def presidency_part(page: EventScreen, view: SeriesView) -> None:
    """The table, the handover and the form behind a button."""
    _, turns = page._, view.series.presidency
    if turns is None:
        st.write(_("No presidency goes round in this series."))
    else:
        _terms_table(page, view)
        _handover(page, view)
    label = _("Change members and terms") if turns else _("Say who presides in turn")
    with st.popover(label, key=FORM, on_change="rerun", type="secondary" if turns else "primary"):
        _form(page, view, turns)


def _terms_table(page: EventScreen, view: SeriesView) -> None:
    _, language, now = page._, page.language, view.found.term
    table = pd.DataFrame(
        [
            {
                _("Presides"): term.president,
                _("From"): short_day_text(term.starts_on, language),
                _("To"): short_day_text(term.ends_on, language),
                _("Remark"): _("now") if now and term.number == now.number else "",
            }
            for term in view.found.terms
        ]
    )
    st.dataframe(table, hide_index=True, alt=_("Who presides from when to when"))


def _handover(page: EventScreen, view: SeriesView) -> None:
    _, steps = page._, view.found.handover
    if not steps:
        return
    st.header(_("This presidency, step by step"), anchor=False)
    known = {task.step.id: task for task in steps}
    row_list(
        [_row(page, view, task) for task in steps],
        key=state.widget_key("handover_rows", view.series.id),
        label=_("This presidency, step by step"),
        on_ticked=lambda step_id, on: _tick(page, view, known[step_id], on),
    )


def _row(page: EventScreen, view: SeriesView, task: HandoverTask) -> Row:
    _, language, is_late = page._, page.language, task.is_late(view.today)
    days = (view.today - task.due_on).days
    late = _.plural("{count} day late", "{count} days late", days).format(count=days) if is_late else ""
    return Row(
        id=task.step.id,
        lead=short_day_text(task.due_on, language),
        title=task.step.title.said_in(language),
        facts=task.step.owner.said_in(language),
        remark=_("done") if task.done_on else late,
        level="done" if task.done_on else "block" if is_late else "",
        trail=_("minimum") if task.step.is_from_seed else "",
        is_quiet=task.done_on is not None,
        is_checked=task.done_on is not None,
    )


def _tick(page: EventScreen, view: SeriesView, task: HandoverTask, on: bool) -> None:
    series = page.app.series
    if on:
        attempt(series.deliver, view.series.id, task.step.id, view.today, due_on=task.due_on, done=page._("Saved."))
        return
    term = task.term
    for entry in view.series.deliveries:
        day = entry.due_on or entry.done_on
        if entry.duty_id == task.step.id and term.starts_on <= day <= term.ends_on:
            attempt(series.take_back, view.series.id, entry.id, done=page._("Saved."))


def _form(page: EventScreen, view: SeriesView, turns: Presidency | None) -> None:
    _ = page._
    # Named after what is stored: a change by somebody else is shown, and never overwritten by what stood here before.
    stored = (turns.starts_on, turns.months, *turns.members) if turns else ()
    key = state.widget_key("presidency", view.series.id, *stored)
    members = st.text_area(
        _("Members in their order, one on each line"),
        "\n".join(turns.members) if turns else "",
        key=state.widget_key(key, "members"),
        height=150,
        placeholder=_("Organisation A\nOrganisation B"),
    )
    left, right = st.columns(2)
    starts_on = left.date_input(
        _("First day of the first one"),
        turns.starts_on if turns else None,
        *EVENT_DAYS,
        key=state.widget_key(key, "start"),
        format=DATE_FORMAT,
    )
    months = right.number_input(
        _("Months of a term"), 1, MOST_MONTHS, turns.months if turns else USUAL_MONTHS, key=state.widget_key(key, "m")
    )
    if st.button(_("Save"), key="presidency_save", type="primary"):
        _save(page, view, members or "", starts_on, int(months))
    if turns and st.button(_("No presidency any more"), key="presidency_remove", type="tertiary"):
        attempt(page.app.series.set_presidency, view.series.id, turns, None, done=_("Saved."))
        st.rerun()


def _save(page: EventScreen, view: SeriesView, members: str, starts_on: object, months: int) -> None:
    if not isinstance(starts_on, date):
        st.error(page._("Choose the first day of the first presidency."))
        return
    turns = view.series.presidency
    names = tuple(name.strip() for name in members.splitlines() if name.strip())
    wanted = Presidency(names, starts_on, months, turns.steps if turns else ())
    attempt(page.app.series.set_presidency, view.series.id, turns, wanted, done=page._("Saved."))
    st.rerun()
