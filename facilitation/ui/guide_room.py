"""The room of a session on the guide's page: the plan as it prints, and the field that chooses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from facilitation.domain.agenda import Layout
from facilitation.i18n.labels import layout_label
from facilitation.ui import state
from facilitation.ui.fields import choice_field
from facilitation.ui.guide_view import GuideView
from facilitation.ui.page_head import EventScreen

NOT_DRAWN = ""
WIDTH = 440
"""Pixels on the screen; the picture is finer."""


def room_drawing(page: EventScreen, view: GuideView) -> None:
    """The plan of the room, where it is known how it stands."""
    drawn = page.app.guides.room_picture(view.record, view.chosen.item.id, page.language)
    if drawn:
        st.image(drawn.png, width=WIDTH, output_format="PNG", alt=drawn.sentence)
        st.caption(drawn.line)


def layout_field(page: EventScreen, view: GuideView, save: Callable[[Any], None]) -> None:
    """How the room stands; it may also be left to the words of the room set-up."""
    _, stored = page._, view.sheet.layout
    choice_field(
        _("Room plan"),
        [NOT_DRAWN, *(layout.value for layout in Layout)],
        stored.value if stored else NOT_DRAWN,
        key=state.widget_key("sheet", view.sheet.item_id, "layout"),
        save=lambda value: save(Layout(value) if value else None),
        format_func=lambda value: layout_label(Layout(value), _) if value else _("Not drawn"),
        help=_("Drawn for the people expected in the session, here and in the printed guide."),
    )
