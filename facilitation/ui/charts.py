"""Charts from planning values: colours come from the theme, every bar has its words above and its number beside."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import altair as alt
import streamlit as st

from facilitation.documents.bar_chart import BAR, EDGES, LONGEST_LABEL, ROW_HEIGHT, Bar, Spec, bar_spec
from facilitation.i18n.labels import sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.composition import SectorRow
from facilitation.ui.screen import is_dark

Layered = alt.LayerChart | alt.FacetChart
LABELS_ON_LIGHT = "#4F5B5E"


def show_chart(draw: Callable[[], Layered | Spec], *shown: object, language: str, alt: str) -> None:
    """Put a chart on the screen; ``shown`` is all it shows: while that stays the same it is not drawn again.

    Drawing and checking one chart costs more than everything else a screen does.
    """
    st.vega_lite_chart(spec=_spec(draw, repr(shown), language, is_dark()), alt=alt)


@st.cache_data(max_entries=200, show_spinner=False)
def _spec(_draw: Callable[[], Layered | Spec], shown: str, language: str, on_dark: bool) -> dict[str, Any]:  # noqa: ARG001
    """The chart as Vega-Lite; on a light screen with darker labels than Streamlit's own grey, which is too pale.

    ``shown`` and ``language`` are only the key it is kept under.
    """
    chart = _draw()
    drawn: Spec = chart if isinstance(chart, dict) else chart.to_dict()
    if not on_dark:
        axis = drawn.setdefault("config", {}).setdefault("axis", {})
        axis["labelColor"] = LABELS_ON_LIGHT
    return drawn


def words_above(shift: int = -10) -> alt.Axis:
    """Labels of the rows inside the picture, above their bars: a telephone has no room beside them."""
    return alt.Axis(
        title=None,
        labelAlign="left",
        labelPadding=0,
        labelOffset=shift,
        labelLimit=LONGEST_LABEL,
        labelOverlap=False,
        labelFlush=False,
        labelFontSize=12,
        ticks=False,
        domain=False,
    )


def numbers_beside(words: Mapping[str, str], shift: int = 7) -> alt.Axis:
    """For each row its number as an axis at the right: the theme gives it a colour that reads, light and dark."""
    return alt.Axis(
        title=None,
        orient="right",
        labelExpr=f"{json.dumps(dict(words), ensure_ascii=False)}[datum.value]",
        labelPadding=6,
        labelOffset=shift,
        labelOverlap=False,
        labelFlush=False,
        labelFontSize=12,
        ticks=False,
        domain=False,
    )


def row_scale() -> alt.Scale:
    """Rows without space of their own: words and bar share the height."""
    return alt.Scale(paddingInner=0, paddingOuter=0)


def sector_chart(rows: Sequence[SectorRow], _: Translator) -> Spec:
    """Confirmed people per sector as bars, the target as a line, both numbers at the right ("6 / 11")."""
    return bar_spec(
        [
            Bar(sector_label(row.sector, _), row.confirmed, f"{row.confirmed} / {row.target}", row.target)
            for row in rows
        ],
        _,
    )


__all__ = [
    "BAR",
    "EDGES",
    "LONGEST_LABEL",
    "ROW_HEIGHT",
    "Layered",
    "numbers_beside",
    "row_scale",
    "sector_chart",
    "show_chart",
    "words_above",
]
