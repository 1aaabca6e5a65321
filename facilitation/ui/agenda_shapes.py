"""The agenda in the shape a person has chosen: the day's list, grids by room and by day, or a picture."""

from __future__ import annotations

from facilitation.ui.agenda_day import day_sums
from facilitation.ui.agenda_grid import days_view, rooms_view
from facilitation.ui.agenda_picture import day_picture
from facilitation.ui.agenda_rows import session_list
from facilitation.ui.agenda_view import AgendaView
from facilitation.ui.page_head import EventScreen


def agenda_shape(page: EventScreen, view: AgendaView, day: int, shape: str) -> None:
    """Draw it; only the list has the sums of the day below."""
    if shape == "rooms":
        rooms_view(page, view, day)
    elif shape == "days":
        days_view(page, view)
    elif shape == "picture":
        day_picture(page, view)
    else:
        session_list(page, view, day)
        day_sums(page, view, day)
