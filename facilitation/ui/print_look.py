"""How papers are printed for this person: large, with little ink. The choice holds for every paper until changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitation.ui import state
from facilitation.ui.fields import tick_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen


def print_look_fields(page: EventScreen, place: str) -> None:
    """Two switches; each ``place`` on a screen shows them once."""
    _, look = page._, page.app.preferences.print_look()

    def save(field: str) -> Callable[[Any], None]:
        return lambda on: attempt(page.app.preferences.choose_print_look, replace(look, **{field: bool(on)}))

    tick_field(
        _("Large print"),
        look.is_large,
        key=state.widget_key("print_large", place),
        save=save("is_large"),
        help=_("Nothing that is read is smaller than 16 points. Papers get longer."),
    )
    tick_field(
        _("Little ink"),
        look.is_low_ink,
        key=state.widget_key("print_low_ink", place),
        save=save("is_low_ink"),
        help=_("No filled areas and black letters."),
    )
