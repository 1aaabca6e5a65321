"""A part of a day: its fields and how it is written."""

from __future__ import annotations

from datetime import time

import streamlit as st

from facilitation.domain.agenda import Window
from facilitation.i18n.formats import clock_span_text, day_text
from facilitation.ui.page_head import EventScreen
from facilitation.ui.state import widget_key

FROM, UNTIL = time(9), time(12)


def window_text(page: EventScreen, window: Window) -> str:
    """ "e hënë, 17 maj, 09:00–12:00"."""
    day = day_text(page.event.day(window.day), page.language)
    return f"{day}, {clock_span_text(window.starts_at, window.ends_at)}"


def window_fields(page: EventScreen, *, key: str) -> Window | None:
    """Day, from and until; None while one of them is empty."""
    _ = page._
    day = st.selectbox(
        _("Day"),
        list(range(1, page.event.day_count + 1)),
        format_func=lambda number: day_text(page.event.day(number), page.language),
        key=widget_key(key, "day"),
        placeholder=_("Choose"),
    )
    left, right = st.columns(2)
    starts_at = left.time_input(_("From"), FROM, key=widget_key(key, "from"), step=900)
    ends_at = right.time_input(_("Until"), UNTIL, key=widget_key(key, "until"), step=900)
    if day is None or starts_at is None or ends_at is None:
        return None
    return Window(int(day), starts_at, ends_at)
