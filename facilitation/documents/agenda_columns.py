"""What a session says in the further columns of its event, ready to be printed."""

from __future__ import annotations

from facilitation.domain.agenda import Agenda, AgendaItem, Audience, FieldKind
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_setup import shown_values


def column_texts(agenda: Agenda, item: AgendaItem, reader: Audience, _: Translator) -> tuple[str, ...]:
    """A text for each column that prints for the reader: "Technique: two microphones"; a tick is only named."""
    shown = ((field, field.name.said_in(_.language), value) for field, value in shown_values(agenda, item, reader))
    return tuple(name if field.kind is FieldKind.TICK else f"{name}: {value}" for field, name, value in shown)
