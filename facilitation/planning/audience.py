"""Who may read of what: the rule every public paper, file and calendar asks."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.domain.agenda import Agenda, AgendaItem, Audience, CustomField, ItemKind
from facilitation.planning.agenda_timing import TimedItem


def is_public(item: AgendaItem) -> bool:
    """Whether everybody may read of an item; a duty of the staff is never public, whatever is ticked in it."""
    return item.audience is Audience.PUBLIC and item.kind is not ItemKind.STAFF


def public_items(timed: Iterable[TimedItem]) -> tuple[TimedItem, ...]:
    """The items everybody may read of, in their order."""
    return tuple(entry for entry in timed if is_public(entry.item))


def public_fields(agenda: Agenda) -> tuple[CustomField, ...]:
    """The custom fields everybody may read."""
    return tuple(field for field in agenda.custom_fields if field.audience is Audience.PUBLIC)
