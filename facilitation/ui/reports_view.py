"""What the screen of the reports reads once per run, and the choice of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from facilitation.domain.volume_outline import VolumeOutline
from facilitation.i18n.sorting import sorted_by
from facilitation.planning.report_outline import Report, ReportPart
from facilitation.services.anonymity import CheckedPlace
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

CHOSEN_PART = "report_part"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class ReportsView:
    """One paper as it stands. ``chosen`` is the part whose words stand in the side panel; ``places`` are those of the
    anonymity check, none for a paper that stays in the team."""

    report: Report
    places: tuple[CheckedPlace, ...]
    chosen: ReportPart | None

    @property
    def outline(self) -> VolumeOutline:
        """What the paper holds."""
        return self.report.outline

    @property
    def is_withheld(self) -> bool:
        """Whether the paper waits for answers."""
        return any(place.answer is None for place in self.places)


def reports_view(page: EventScreen) -> ReportsView:
    """Let the person choose a paper and work it out."""
    outline = _choice(page)
    found = page.app.reports.look(page.event_id, outline.key)
    places = page.app.anonymity.places(page.event_id, outline.key) if outline.leaves_the_team else ()
    wanted = state.chosen(CHOSEN_PART)
    chosen = next((part for part in found.parts if state.widget_key(outline.key, part.outline.key) == wanted), None)
    return ReportsView(found, places, chosen)


def _choice(page: EventScreen) -> VolumeOutline:
    """The papers of this kind of event side by side, all others in a list behind them."""
    _, language = page._, page.language
    own, others = page.app.reports.offered(page.event_id)
    names = {outline.key: outline.title.said_in(language) for outline in own}
    key = state.widget_key("report_paper", page.event_id)
    wanted = switch(_("Paper"), {**names, OTHER: _("Other papers")}, key=key, keeps=True) if own else OTHER
    if wanted != OTHER:
        return next(outline for outline in own if outline.key == wanted)
    return _other(page, sorted_by(others, lambda outline: outline.title.said_in(language), language))


def _other(page: EventScreen, outlines: Sequence[VolumeOutline]) -> VolumeOutline:
    titles = {outline.key: outline.title.said_in(page.language) for outline in outlines}
    found = st.selectbox(
        page._("Other papers"),
        list(titles),
        format_func=lambda key: titles[key],
        key=state.widget_key("other_paper", page.event_id),
        width=420,
        persist_state="session",
    )
    return next(outline for outline in outlines if outline.key == found)
