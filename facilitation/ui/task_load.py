"""The load per week: who has too much, in words, and a picture of everybody's weeks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import partial

import altair as alt
import pandas as pd
import streamlit as st

from facilitation.domain.text import Text
from facilitation.i18n.formats import day_span_text
from facilitation.i18n.translator import Translator
from facilitation.planning.owner_load import MOST_WORK_DAYS, WEEK, WeekLoad, overloads, week_loads
from facilitation.ui.charts import LONGEST_LABEL, Layered, show_chart
from facilitation.ui.messages import plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_view import TaskView

MOST_SENTENCES, MOST_OWNERS, MOST_WEEKS = 5, 15, 26
ROW, TALLEST, ROOM, NAME = 58, 10, 0.55, 0.78
"""Pixels of a row; days of the tallest bar; the part of a row the bars may fill; where in it the name stands."""
OUTLINE = "#6B7A80"


def load_part(page: EventScreen, view: TaskView) -> None:
    """Overloaded weeks by name, then the weeks of everybody as bars against the five days a week holds."""
    _ = page._
    loads = week_loads(view.tasks, page.event, view.today)
    st.header(_("Load per week"), anchor=False)
    if not loads:
        st.write(_("No open task with a day and an owner."))
        return
    too_much, badge = overloads(loads), _("Too much")
    for load in too_much[:MOST_SENTENCES]:
        st.markdown(f":orange-badge[{badge}] {plain(load_sentence(load, _))}")
    if len(too_much) > MOST_SENTENCES:
        more = len(too_much) - MOST_SENTENCES
        st.caption(_.plural("{count} more week like this", "{count} more weeks like this", more).format(count=more))
    if not too_much:
        st.write(_("Nobody has more than five days of work, or more than ten tasks due, in one week."))
    shown = _shown(loads, view.today)
    alt_text = " ".join([_("Days of work per owner and week."), *(load_sentence(load, _) for load in too_much[:2])])
    show_chart(partial(load_chart, shown, _), shown, language=page.language, alt=alt_text)
    st.caption(
        _(
            "A bar for every week with work, by the Monday it begins with; the dashed line marks five days, and a full"
            " bar is too much. What is late counts in this week."
        )
    )


def load_sentence(load: WeekLoad, _: Translator) -> str:
    """ "Koordinatori: 7 ditë pune në javën 12–16 prill 2027.": what makes a week too much."""
    week = day_span_text(load.monday, load.friday, _.language)
    name = load.owner.said_in(_.language)
    if load.is_too_much_work:
        return _("{owner}: {days} days of work in the week {week}.").format(owner=name, days=load.work_days, week=week)
    return _("{owner}: {count} tasks due in the week {week}.").format(owner=name, count=len(load.due), week=week)


def _shown(loads: Sequence[WeekLoad], today: date) -> tuple[WeekLoad, ...]:
    """The weeks of the next half-year, of those who have the heaviest ones."""
    near = [load for load in loads if load.monday < today + MOST_WEEKS * WEEK]
    peaks: dict[Text, int] = {}
    for load in near:
        peaks[load.owner] = max(peaks.get(load.owner, 0), load.work_days)
    owners = sorted(peaks, key=lambda owner: -peaks[owner])[:MOST_OWNERS]
    return tuple(load for load in near if load.owner in owners)


def load_chart(loads: Sequence[WeekLoad], _: Translator) -> Layered:
    """A row per owner, the heaviest on top; in it a bar per week against the line of five days."""
    owners = list(dict.fromkeys(load.owner for load in sorted(loads, key=lambda load: -load.work_days)))
    base = {owner: len(owners) - 1 - place for place, owner in enumerate(owners)}
    data = pd.DataFrame([_bar(load, base[load.owner], _) for load in loads])
    height = alt.Scale(domain=[0, len(owners)], nice=False, zero=True)
    weeks = _weeks(loads)
    x = alt.X("monday:O", scale=alt.Scale(domain=list(weeks), paddingInner=0.25), axis=_week_axis(weeks))
    bars = (
        alt.Chart(data)
        .mark_rect(stroke=OUTLINE, strokeWidth=0.6, cornerRadius=1)
        .encode(
            x=x,
            y=alt.Y("from:Q", scale=height, axis=_name_axis(base, _)),
            y2="to:Q",
            opacity=alt.Opacity("strength:Q", scale=None, legend=None),
            tooltip=[_("Owner"), _("Week"), _("Days of work"), _("Tasks due")],
        )
    )
    limits = (
        alt.Chart(pd.DataFrame([{"limit": place + _height(MOST_WORK_DAYS), "line": 1} for place in base.values()]))
        .mark_rule(strokeDash=[4, 3], strokeWidth=1, opacity=0.6)
        .encode(y=alt.Y("limit:Q", scale=height, axis=None), color=alt.Color("line:N", legend=None))
    )
    chart: Layered = alt.layer(bars, limits).resolve_axis(y="independent")
    return chart.properties(height=len(owners) * ROW + 40)


def _bar(load: WeekLoad, base: int, _: Translator) -> dict[str, object]:
    return {
        "monday": load.monday.isoformat(),
        "from": base,
        "to": base + _height(load.work_days),
        "strength": 1.0 if load.is_overload else 0.45,
        _("Owner"): load.owner.said_in(_.language),
        _("Week"): day_span_text(load.monday, load.friday, _.language),
        _("Days of work"): load.work_days,
        _("Tasks due"): len(load.due),
    }


def _height(days: int) -> float:
    return ROOM * min(days, TALLEST) / TALLEST


def _weeks(loads: Sequence[WeekLoad]) -> dict[str, str]:
    """Every week from the first to the last with its Monday as people write it."""
    first, last = loads[0].monday, max(load.monday for load in loads)
    mondays = [first + number * WEEK for number in range((last - first) // WEEK + 1)]
    return {monday.isoformat(): f"{monday:%d.%m.}" for monday in mondays}


def _week_axis(weeks: dict[str, str]) -> alt.Axis:
    words = f"{json.dumps(weeks)}[datum.value]"
    return alt.Axis(title=None, labelExpr=words, labelAngle=0, labelOverlap=True, ticks=False, domain=False)


def _name_axis(base: dict[Text, int], _: Translator) -> alt.Axis:
    """The names in the upper part of their rows, inside the picture: a telephone has no room beside it."""
    places = {str(place): owner.said_in(_.language) for owner, place in base.items()}
    return alt.Axis(
        title=None,
        values=[place + NAME for place in base.values()],
        labelExpr=f"{json.dumps(places, ensure_ascii=False)}[floor(datum.value)]",
        labelAlign="left",
        labelPadding=0,
        labelLimit=LONGEST_LABEL,
        labelOverlap=False,
        labelFontSize=12,
        grid=False,
        ticks=False,
        domain=False,
    )
