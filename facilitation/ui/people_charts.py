"""Bars of people: a word above each bar, its number beside it, and where something was wanted a line for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from facilitation.i18n.translator import Translator
from facilitation.ui.charts import BAR, EDGES, ROW_HEIGHT, Layered, numbers_beside, row_scale, words_above


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; ``text`` is its number as it is read ("94 of 106"), ``wanted`` None = no line."""

    label: str
    count: float
    text: str
    wanted: float | None = None


def bar_chart(bars: Sequence[Bar], _: Translator) -> Layered:
    """The bars below each other, in their order."""
    people, wanted, what = _("People"), _("Target"), _("Group")
    data = pd.DataFrame(
        [{what: bar.label, people: bar.count, wanted: bar.wanted, "text": bar.text, "bar": people} for bar in bars]
    )
    colours = alt.Scale(domain=[people, wanted])
    y = alt.Y(f"{what}:N", sort=None, scale=row_scale())
    base = alt.Chart(data).encode(tooltip=[what, alt.Tooltip("text:N", title=people)])
    x = alt.X(f"{people}:Q", axis=None, scale=alt.Scale(domainMin=0, nice=False))
    drawn = base.mark_bar(height=BAR, yOffset=7, cornerRadiusEnd=2).encode(
        x=x, y=y.axis(words_above()), color=alt.Color("bar:N", legend=None, scale=colours)
    )
    numbers = y.axis(numbers_beside({bar.label: bar.text for bar in bars}))
    layers = [drawn, alt.Chart(data).mark_bar(opacity=0).encode(y=numbers)]
    if any(bar.wanted is not None for bar in bars):  # a layer without marks would be a picture without a name
        lines = base.transform_filter(f"isValid(datum['{wanted}'])").transform_calculate(line=f"'{wanted}'")
        layers.append(
            lines.mark_tick(thickness=3, opacity=1, size=BAR + 6, yOffset=7).encode(
                x=alt.X(f"{wanted}:Q", axis=None),
                y=y.axis(None),
                color=alt.Color("line:N", legend=None, scale=colours),
            )
        )
    chart: Layered = alt.layer(*layers).resolve_axis(y="independent")
    return chart.properties(height=max(len(bars), 1) * ROW_HEIGHT + EDGES)
