"""What the list of materials says in words."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.errors import mark
from facilitation.i18n.translator import Translator
from facilitation.planning.material_words import Supply

SUPPLIES: Mapping[Supply, str] = {
    Supply.BUY: mark("To buy"),
    Supply.PRINT: mark("To print"),
    Supply.BRING: mark("To bring along"),
}


def supply_label(supply: Supply, _: Translator) -> str:
    """How a thing gets to the event: "To print"."""
    return _(SUPPLIES[supply])


def use_label(is_used_up: bool | None, _: Translator) -> str:
    """Whether a session uses a thing up: "Used up"; ``None`` = nobody has said."""
    if is_used_up is None:
        return _("As the name suggests")
    return _("Used up") if is_used_up else _("Serves again")
