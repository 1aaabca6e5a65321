"""Charts from planning values: colours come from the theme, every bar has its words above and its number beside."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from facilitation.i18n.labels import sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.composition import SectorRow
from facilitation.ui.screen import is_dark

Layered = alt.LayerChart | alt.FacetChart
ROW_HEIGHT = 36
EDGES = 30
"""Pixels above and below the rows, which the screen takes from the height."""
BAR = 13
LABELS_ON_LIGHT = "#4F5B5E"
LONGEST_LABEL = 300
"""Pixels: what a telephone has room for."""


def show_chart(draw: Callable[[], Layered], *shown: object, language: str, alt: str) -> None:
    """Put a chart on the screen; ``shown`` is all it shows: while that stays the same it is not drawn again.

    Drawing and checking one chart costs more than everything else a screen does.
    """
    st.vega_lite_chart(spec=_spec(draw, repr(shown), language, is_dark()), alt=alt)


@st.cache_data(max_entries=200, show_spinner=False)
def _spec(_draw: Callable[[], Layered], shown: str, language: str, on_dark: bool) -> dict[str, Any]:  # noqa: ARG001
    """The chart as Vega-Lite; on a light screen with darker labels than Streamlit's own grey, which is too pale.

    ``shown`` and ``language`` are only the key it is kept under.
    """
    chart = _draw()
    drawn: dict[str, Any] = (chart if on_dark else chart.configure_axis(labelColor=LABELS_ON_LIGHT)).to_dict()
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


def sector_chart(rows: Sequence[SectorRow], _: Translator) -> Layered:
    """Confirmed people per sector as bars, the target as a line, both numbers at the right ("6 / 11")."""
    people, target, sector = _("People"), _("Target"), _("Sector")
    names = {row.sector: sector_label(row.sector, _) for row in rows}
    data = pd.DataFrame(
        [
            {sector: names[row.sector], people: row.confirmed, target: row.target, "bar": people, "line": target}
            for row in rows
        ]
    )
    numbers = {names[row.sector]: f"{row.confirmed} / {row.target}" for row in rows}
    x = alt.X(f"{people}:Q", axis=None, scale=alt.Scale(domainMin=0, nice=False))
    colours = alt.Scale(domain=[people, target])
    base = alt.Chart(data).encode(tooltip=[sector, people, target])
    y = alt.Y(f"{sector}:N", sort=None, scale=row_scale())
    bars = base.mark_bar(height=BAR, yOffset=7, cornerRadiusEnd=2).encode(
        x=x, y=y.axis(words_above()), color=alt.Color("bar:N", legend=None, scale=colours)
    )
    lines = base.mark_tick(thickness=3, opacity=1, size=BAR + 6, yOffset=7).encode(
        x=alt.X(f"{target}:Q", axis=None),
        y=y.axis(numbers_beside(numbers)),
        color=alt.Color("line:N", legend=None, scale=colours),
    )
    chart: Layered = alt.layer(bars, lines).resolve_axis(y="independent")
    return chart.properties(height=max(len(rows), 1) * ROW_HEIGHT + EDGES)
