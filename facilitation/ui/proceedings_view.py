"""What the proceedings screen reads once per run."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.proceedings import ProceedingsPlan, Section
from facilitation.planning.proceedings_outline import Missing, Proceedings
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

CHOSEN_SECTION = "section"


@dataclass(frozen=True, slots=True)
class ProceedingsView:
    """The content of the volume and what it lacks. ``chosen`` is the section whose text stands in the side panel."""

    content: Proceedings
    missing: tuple[Missing, ...]
    chosen: Section | None

    @property
    def plan(self) -> ProceedingsPlan:
        """What was chosen and written so far."""
        return self.content.plan

    def missing_in(self, section: Section) -> tuple[Missing, ...]:
        """What one section lacks."""
        return tuple(entry for entry in self.missing if entry.section is section)


def proceedings_view(page: EventScreen) -> ProceedingsView:
    """Read the event and work out the volume."""
    content, missing = page.app.proceedings.outline(page.event_id)
    wanted = state.chosen(CHOSEN_SECTION)
    return ProceedingsView(content, missing, next((entry for entry in Section if entry.value == wanted), None))


def proceedings_shape(page: EventScreen, *, is_open: bool) -> str:
    """The view switch: the outline, or the anonymity check, whose name says whether something is open."""
    _ = page._
    anonymity = _("Anonymity (open)") if is_open else _("Anonymity")
    return switch(_("View"), {"outline": _("Outline"), "anonymity": anonymity}, key="proceedings_shape", keeps=True)
