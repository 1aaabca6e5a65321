"""How often each theme comes up: a picture with its finding in words, and the counts by sector and qark."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from facilitation.i18n.labels import district_label, sector_label
from facilitation.i18n.reply_sentences import themes_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.reply_rate import AskedPart
from facilitation.planning.themes import ThemeRow, ThemeTable, themes_by_district, themes_by_sector
from facilitation.ui.charts import BAR, EDGES, ROW_HEIGHT, Layered, numbers_beside, row_scale, show_chart, words_above
from facilitation.ui.consult_theme_view import ThemeView
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

SECTOR, DISTRICT = "sector", "district"


def theme_counts(page: EventScreen, view: ThemeView) -> None:
    """The themes as bars and by sector or qark; beside them who answered from where."""
    _ = page._
    st.header(_("Counts"), anchor=False)
    by_sector = themes_by_sector(view.asked, view.replies, view.people)
    finding = themes_sentence(by_sector.rows, _)
    st.write(finding)
    spoken = [row for row in by_sector.rows if row.total]
    if spoken:
        show_chart(partial(theme_chart, spoken, _), spoken, language=page.language, alt=finding)
    shapes = {SECTOR: _("By sector"), DISTRICT: _("By qark")}
    shape = switch(_("Counts"), shapes, key="theme_counts", keeps=True)
    if shape == SECTOR:
        _tables(page, by_sector, view.rate.sectors)
    else:
        _tables(page, themes_by_district(view.asked, view.replies, view.people), view.rate.districts)


def theme_chart(rows: Sequence[ThemeRow], _: Translator) -> Layered:
    """One bar for each theme with its number at the right."""
    theme, replies = _("Theme"), _("Replies")
    names = [row.theme.title.said_in(_.language) for row in rows]
    data = pd.DataFrame([{theme: name, replies: row.total} for name, row in zip(names, rows, strict=True)])
    numbers = {name: str(row.total) for name, row in zip(names, rows, strict=True)}
    x = alt.X(f"{replies}:Q", axis=None, scale=alt.Scale(domainMin=0, nice=False))
    y = alt.Y(f"{theme}:N", sort=None, scale=row_scale())
    bars = alt.Chart(data).mark_bar(height=BAR, yOffset=7, cornerRadiusEnd=2).encode(tooltip=[theme, replies], x=x)
    layers = alt.layer(bars.encode(y=y.axis(words_above())), bars.encode(y=y.axis(numbers_beside(numbers))))
    chart: Layered = layers.resolve_axis(y="independent")
    return chart.properties(height=len(rows) * ROW_HEIGHT + EDGES)


def _tables(page: EventScreen, found: ThemeTable[Any], parts: Sequence[AskedPart[Any]]) -> None:
    _ = page._
    if any(row.total for row in found.rows):
        st.dataframe(_counted(found, _), hide_index=True, alt=_("How many replies speak of each theme, by place"))
        st.caption(_("A reply may speak of several themes. In public papers counts under five are hidden."))
    if parts:
        st.dataframe(_answered(parts, _), hide_index=True, alt=_("Who was asked and who answered, by place"))


def _counted(found: ThemeTable[Any], _: Translator) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Theme"): row.theme.title.said_in(_.language),
                _("Replies"): row.total,
                **{_place(column, _): count for column, count in zip(found.columns, row.counts, strict=True)},
            }
            for row in found.rows
        ]
    )


def _answered(parts: Sequence[AskedPart[Any]], _: Translator) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("From"): _place(part.name, _),
                _("Asked"): part.asked,
                _("Answered"): part.answered,
                _("Missing"): part.asked - part.answered,
            }
            for part in parts
        ]
    )


def _place(name: Any, _: Translator) -> str:
    if name is None:
        return _("Not stated")
    return district_label(name, _) if hasattr(type(name), "TIRANE") else sector_label(name, _)
