"""What the café screen reads once per run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from facilitation.domain.agenda import AgendaItem, ItemKind
from facilitation.domain.cafe import Cafe
from facilitation.domain.person import Participation
from facilitation.services.cafes import cafe_day, people_at
from facilitation.ui import state
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen


@dataclass(frozen=True, slots=True)
class CafeView:
    """The café of one agenda item, who would sit in it, and who has a seat already."""

    item: AgendaItem
    cafe: Cafe
    people: tuple[Participation, ...]
    others: tuple[Participation, ...]
    day: int
    names: Mapping[str, str]

    def name(self, participation_id: str) -> str:
        """The name of somebody at a table; blank for one who left the list since."""
        return self.names.get(participation_id, "—")

    @property
    def key(self) -> tuple[str, str]:
        """What services know the café by."""
        return self.cafe.event_id, self.cafe.item_id

    @property
    def everybody(self) -> tuple[Participation, ...]:
        """Who comes, then who has a seat without coming."""
        return self.people + self.others

    @property
    def without_seat(self) -> tuple[Participation, ...]:
        """Who comes and sits nowhere yet."""
        seated = self.cafe.seating.seated_ids if self.cafe.seating else frozenset()
        return tuple(part for part in self.people if part.id not in seated)


def cafe_view(page: EventScreen) -> CafeView | None:
    """Read the café; where the agenda has several, one is chosen. None = the agenda has no café."""
    record = page.app.agendas.plan(page.event_id)
    items = [item for _number, item in record.agenda.items() if item.kind is ItemKind.WORLD_CAFE]
    if not items:
        return None
    item = items[0]
    if len(items) > 1:
        item = st.selectbox(
            page._("Café"),
            items,
            format_func=lambda entry: entry.title.said_in(page.language),
            key=state.widget_key("cafe_item", page.event_id),
            placeholder=page._("Choose"),
        )
    cafe = page.app.cafes.get(page.event_id, item.id)
    people = people_at(record, item.id)
    known = cafe.seating.seated_ids if cafe.seating else frozenset()
    coming = {part.id for part in people}
    others = tuple(part for part in record.participations if part.id in known - coming)
    names = {part.id: part.person.name for part in record.participations}
    return CafeView(item, cafe, people, others, cafe_day(record, item.id), names)


def no_cafe(page: EventScreen) -> None:
    """The agenda has no world café."""
    _ = page._
    st.write(_("The agenda of this event has no world café. Add a session of that kind first."))
    if st.button(_("Open the agenda"), type="primary", key="cafe_to_agenda"):
        go_to("agenda")
