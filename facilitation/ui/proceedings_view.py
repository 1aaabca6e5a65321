"""What the proceedings screen reads once per run."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.proceedings import ProceedingsPlan, Section
from facilitation.planning.proceedings_outline import Missing, Proceedings
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

CHOSEN_SECTION = "section"
SHAPE = "proceedings_shape"


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


def proceedings_shape(page: EventScreen, plan: ProceedingsPlan, *, is_open: bool) -> str:
    """The view switch: the outline, the anonymity check, the comments, who gets it; a name says what is open."""
    _ = page._
    waiting = sum(not comment.is_settled for comment in plan.comments)
    shapes = {
        "outline": _("Outline"),
        "anonymity": _("Anonymity (open)") if is_open else _("Anonymity"),
        "comments": _("Comments ({count} open)").format(count=waiting) if waiting else _("Comments"),
        "distribution": _("Distribution"),
    }
    return switch(_("View"), shapes, key=SHAPE, keeps=True)
