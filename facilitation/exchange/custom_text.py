"""What an item says in the custom fields of its event, in words."""

from __future__ import annotations

from facilitation.domain.agenda import Agenda, AgendaItem, Audience, CustomField, FieldKind
from facilitation.i18n.translator import Translator


def custom_text(item: AgendaItem, field: CustomField, _: Translator) -> str:
    """The value of one field, a tick as a word; "" where the item says nothing."""
    value = next((entry.value for entry in item.custom if entry.field_id == field.id), "")
    return _("Yes") if value and field.kind is FieldKind.TICK else value


def public_lines(item: AgendaItem, agenda: Agenda, _: Translator) -> tuple[str, ...]:
    """What everybody may read, a field with a value on a line of its own: "Interpretation: English"."""
    fields = [field for field in agenda.custom_fields if field.audience is Audience.PUBLIC]
    said = ((field.name.said_in(_.language), custom_text(item, field, _)) for field in fields)
    return tuple(f"{name}: {value}" for name, value in said if value)
