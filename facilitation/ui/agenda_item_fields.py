"""The session of the side panel: the keys of its fields, and how a changed field is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from facilitation.domain.agenda import AgendaItem
from facilitation.planning.agenda_timing import TimedItem
from facilitation.ui import state
from facilitation.ui.agenda_view import AgendaView
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen


@dataclass(frozen=True, slots=True)
class ItemFields:
    """One session as the panel shows it."""

    page: EventScreen
    view: AgendaView
    timed: TimedItem

    @property
    def item(self) -> AgendaItem:
        """The session itself."""
        return self.timed.item

    def key(self, field: str) -> str:
        """The key of a field's widget."""
        return state.widget_key("item", self.item.id, field)

    def save(self, field: str) -> Callable[[Any], None]:
        """What a widget calls with a new value of this field."""

        def keep(value: Any) -> None:
            wanted = replace(self.item, **{field: value})
            attempt(self.page.app.agendas.edit_item, self.page.event_id, self.item, wanted)

        return keep

    def save_minutes(self, field: str, *, none_if_zero: bool = False) -> Callable[[Any], None]:
        """The same for a length that is typed in minutes."""

        def keep(value: Any) -> None:
            length = timedelta(minutes=int(value or 0))
            self.save(field)(None if none_if_zero and not length else length)

        return keep
