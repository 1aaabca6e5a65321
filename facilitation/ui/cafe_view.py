"""What the café screen reads once per run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from facilitation.domain.agenda import AgendaItem, ItemKind
from facilitation.domain.cafe import Cafe
from facilitation.domain.person import Participation
from facilitation.services.cafes import people_at
from facilitation.ui import state
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen


@dataclass(frozen=True, slots=True)
class CafeView:
    """The café of one agenda item, and who would sit in it."""

    item: AgendaItem
    cafe: Cafe
    people: tuple[Participation, ...]
    names: Mapping[str, str]

    def name(self, participation_id: str) -> str:
        """The name of somebody at a table; blank for one who left the list since."""
        return self.names.get(participation_id, "—")


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
    seated = people_at(record, item.id)
    known = {person for entry in (cafe.seating.rounds if cafe.seating else ()) for t in entry.tables for person in t}
    others = tuple(part for part in record.participations if part.id in known and part not in seated)
    people = seated + others
    return CafeView(item, cafe, people, {part.id: part.person.name for part in people})


def no_cafe(page: EventScreen) -> None:
    """The agenda has no world café."""
    _ = page._
    st.write(_("The agenda of this event has no world café. Add a session of that kind first."))
    if st.button(_("Open the agenda"), type="primary", key="cafe_to_agenda"):
        go_to("agenda")
