"""The parts of a paper in their order: in or out, what is missing, and where to mend it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from facilitation.domain.volume_outline import PartSource
from facilitation.errors import mark
from facilitation.planning.report_outline import ReportPart
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen
from facilitation.ui.reports_view import CHOSEN_PART, ReportsView

EVENT = ("settings", mark("Open the event"))
PEOPLE = ("people", mark("Open the participants"))
AGENDA = ("agenda", mark("Open the agenda"))
NOTES = ("notes", mark("Open the notes"))
CONSULT = ("consult", mark("Open the consultation"))
SERIES = ("series", mark("Open the series"))
TASKS = ("tasks", mark("Open the checklist"))
BUDGET = ("budget", mark("Open the budget"))
PROCEEDINGS = ("proceedings", mark("Open the proceedings"))
SCREENS: Mapping[PartSource, tuple[str, str]] = {
    PartSource.FACTS: EVENT,
    PartSource.ATTENDANCE: PEOPLE,
    PartSource.COMPOSITION: PEOPLE,
    PartSource.GOALS: EVENT,
    PartSource.OBJECTIVES: EVENT,
    PartSource.RESULTS: EVENT,
    PartSource.CONSULTATION: CONSULT,
    PartSource.PROGRAMME: AGENDA,
    PartSource.DISCUSSION: NOTES,
    PartSource.SESSIONS: NOTES,
    PartSource.HARVEST: NOTES,
    PartSource.DECISIONS: NOTES,
    PartSource.PROPOSALS: NOTES,
    PartSource.COMMITMENTS: NOTES,
    PartSource.EARLIER: SERIES,
    PartSource.MEASURES: NOTES,
    PartSource.ACTIVITIES: TASKS,
    PartSource.OPEN_TASKS: TASKS,
    PartSource.PROBLEMS: TASKS,
    PartSource.BUDGET: BUDGET,
    PartSource.BUDGET_LINES: BUDGET,
    PartSource.FUNDING: BUDGET,
    PartSource.INDICATORS: SERIES,
    PartSource.MEETINGS: SERIES,
    PartSource.NEXT_DATES: SERIES,
    PartSource.DUTIES: SERIES,
    PartSource.CONTACTS: PEOPLE,
    PartSource.ROLES: TASKS,
    PartSource.FILES: TASKS,
    PartSource.LESSONS: PROCEEDINGS,
    PartSource.TRAINING: AGENDA,
    PartSource.HOURS: PEOPLE,
    PartSource.EVALUATION: CONSULT,
    PartSource.PARTIES: PEOPLE,
    PartSource.SIGNATURES: PEOPLE,
    PartSource.APPROVAL: SERIES,
    PartSource.HANDOVER: SERIES,
}
"""Where what a part lacks is entered: the screen, and the words on the button. Clauses are only written."""


def report_parts(page: EventScreen, view: ReportsView) -> None:
    """Every part with its tick; what it lacks stands below its name."""
    _, count = page._, len(view.report.missing)
    if count:
        st.write(
            _.plural("{count} part is still missing.", "{count} parts are still missing.", count).format(count=count)
        )
    elif view.is_withheld:
        st.write(_("Nothing is missing; the paper waits for the anonymity check below."))
    else:
        st.markdown(":green-badge[" + _("In order") + "] " + _("Nothing is missing: the paper can go out."))
    with st.container(border=True, gap="xsmall"):
        for number, part in enumerate(view.report.parts, start=1):
            _part_row(page, view, part, number)


def _part_row(page: EventScreen, view: ReportsView, part: ReportPart, number: int) -> None:
    paper, title = view.outline.key, part.outline.title.said_in(page.language)
    key = state.synced(state.widget_key("report_in", page.event_id, paper, part.outline.key), not part.is_left_out)
    with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
        st.checkbox(
            f"{number}. {plain(title)}",
            key=key,
            width="stretch",
            wrap=True,
            on_change=lambda: attempt(
                page.app.reports.include,
                page.event_id,
                paper,
                part.outline.key,
                is_in=bool(state.widget_value(key)),
            ),
        )
        st.markdown(_state_of(page, part), width="content")
        _write_button(page, paper, part)
    if part.is_missing:
        _gap(page, paper, part)


def _state_of(page: EventScreen, part: ReportPart) -> str:
    """How far a part is, in a few words."""
    _ = page._
    if part.is_left_out:
        return ":gray[" + _("left out") + "]"
    if part.is_missing:
        return ":orange[" + _("missing") + "]"
    if part.text:
        return ":green[" + _("written") + "]"
    return ":green[" + _("from the record") + "]" if part.content else ":gray[" + _("nothing yet") + "]"


def _write_button(page: EventScreen, paper: str, part: ReportPart) -> None:
    is_waiting = part.is_missing and part.outline.source in (None, PartSource.CLAUSES)
    st.button(
        page._("Write") if is_waiting else "",
        key=state.widget_key("write", paper, part.outline.key),
        type="secondary" if is_waiting else "tertiary",
        icon=":material/edit:",
        help=page._("Write words for this part"),
        on_click=state.choose,
        args=(CHOSEN_PART, state.widget_key(paper, part.outline.key)),
    )


def _gap(page: EventScreen, paper: str, part: ReportPart) -> None:
    """What is missing in a sentence, and the way to the screen where it is entered."""
    _, source = page._, part.outline.source
    place = SCREENS.get(source) if source else None
    with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
        if place is None:
            st.markdown(_("Only you can write this part."), width="stretch")
            return
        st.markdown(_("The record holds nothing for this part yet; write it, or enter what is missing."))
        stem, words = place
        key = state.widget_key("mend", paper, part.outline.key)
        if st.button(_(words), key=key, type="tertiary", icon=":material/arrow_forward:"):
            go_to(stem)
