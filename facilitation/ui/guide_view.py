"""What the guide screen reads once per run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import streamlit as st

from facilitation.domain.finding import Finding
from facilitation.domain.guide import GuideSheet, Step
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_checks import agenda_findings
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.guide_outline import TimedStep, timed_steps
from facilitation.ui import state
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen
from facilitation.ui.session_choice import chosen_session
from facilitation.ui.switches import switch

CHOSEN_ITEM, CHOSEN_PART, SHAPE = "guide_item", "guide_part", "guide_shape"
TEXTS, METHOD, STEP, MATERIAL = "texts", "method", "step", "material"


@dataclass(frozen=True, slots=True)
class GuideView:
    """The session on the screen with its sheet. ``part`` is what stands open in the side panel ("" = nothing)."""

    record: EventRecord
    timed: tuple[TimedItem, ...]
    chosen: TimedItem
    part: str

    @property
    def sheet(self) -> GuideSheet:
        """The sheet of the chosen session."""
        return self.record.guide.sheet(self.chosen.item.id)

    @property
    def steps(self) -> tuple[TimedStep, ...]:
        """Its steps with their clock times."""
        return timed_steps(self.sheet, self.chosen)

    @property
    def step(self) -> Step | None:
        """The step in the side panel."""
        return next((step for step in self.sheet.steps if self.part == part_of(STEP, step.id)), None)

    @property
    def material(self) -> int | None:
        """The place of the material in the side panel."""
        places = range(len(self.sheet.materials))
        return next((place for place in places if self.part == part_of(MATERIAL, place)), None)

    @property
    def steps_finding(self) -> Finding | None:
        """The remark that the steps do not fill the session exactly."""
        if not self.sheet.steps or self.steps_last == self.chosen.item.duration:
            return None
        found = (entry for entry in agenda_findings(self.record) if entry.code == "steps_do_not_add_up")
        return next((entry for entry in found if entry.subject == self.chosen.item.id), None)

    @property
    def steps_last(self) -> timedelta:
        """How long all steps take together."""
        return sum((step.duration for step in self.sheet.steps), timedelta())


def part_of(kind: str, which: object) -> str:
    """The name of a step or a material in the side panel."""
    return f"{kind}:{which}"


def guide_view(page: EventScreen) -> GuideView:
    """Read the event and find the session; without any session an empty state, and the script stops."""
    record = page.app.events.record(page.event_id)
    timed = timed_items(record.agenda, record.event.starts_on)
    chosen = chosen_session(timed, CHOSEN_ITEM, page.app.agendas.item_now(record))
    if chosen is None:
        _no_session(page)
        st.stop()
    view = GuideView(record, timed, chosen, state.chosen(CHOSEN_PART))
    is_open = view.part in (TEXTS, METHOD) or view.step is not None or view.material is not None
    return view if is_open else GuideView(record, timed, chosen, "")


def _no_session(page: EventScreen) -> None:
    _ = page._
    st.write(_("The agenda has no session yet. The guide has one page for each of them."))
    if st.button(_("Open the agenda"), type="primary", key="guide_to_agenda"):
        go_to("agenda")


def guide_shape(page: EventScreen) -> str:
    """The view switch: one session, the materials of all, what holds throughout, the rehearsal, or the prints."""
    _ = page._
    shapes = {
        "session": _("Session"),
        "materials": _("Materials"),
        "event": _("What holds throughout"),
        "rehearsal": _("Rehearsal"),
        "prints": _("Prints"),
    }
    return switch(_("View"), shapes, key=SHAPE, keeps=True)
