"""What a session says in the further columns of its event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitation.domain.agenda import TICKED, AgendaItem, CustomField, FieldKind
from facilitation.planning.agenda_setup import custom_value
from facilitation.ui import state
from facilitation.ui.agenda_view import AgendaView
from facilitation.ui.fields import choice_field, text_field, tick_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen


def column_fields(page: EventScreen, view: AgendaView, item: AgendaItem) -> None:
    """A field for each further column, saved on change."""
    for field in view.agenda.custom_fields:
        _field(page, field, item)


def _field(page: EventScreen, field: CustomField, item: AgendaItem) -> None:
    label, value = field.name.said_in(page.language), custom_value(item, field.id)
    key = state.widget_key("custom", item.id, field.id)
    save = _save(page, field, item)
    if field.kind is FieldKind.TICK:
        tick_field(label, value == TICKED, key=key, save=lambda ticked: save(TICKED if ticked else ""))
    elif field.kind is FieldKind.CHOICE:
        options = ["", *field.choices, *([value] if value and value not in field.choices else [])]
        choice_field(label, options, value, key=key, save=save, format_func=lambda choice: choice or "—")
    else:
        text_field(label, value, key=key, save=save)


def _save(page: EventScreen, field: CustomField, item: AgendaItem) -> Callable[[Any], None]:
    return lambda value: attempt(page.app.agenda_setup.fill_field, page.event_id, item.id, field.id, str(value or ""))
