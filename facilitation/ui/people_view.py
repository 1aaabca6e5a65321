"""What the participants' screen reads once per run."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.person import Participation
from facilitation.planning.composition import PeopleCount, people_count
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen

CHOSEN_PERSON = "person"
PICKED_PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class PeopleView:
    """All participations with their counts; ``chosen`` is the person of the side panel."""

    parts: tuple[Participation, ...]
    count: PeopleCount
    chosen: Participation | None


def people_view(page: EventScreen) -> PeopleView:
    """Read the list and count it."""
    parts = page.app.people.list_for(page.event_id)
    wanted = state.chosen(CHOSEN_PERSON)
    return PeopleView(parts, people_count(parts), next((part for part in parts if part.id == wanted), None))
