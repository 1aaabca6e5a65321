"""Charts of the checklist; states carry words and light or dark, not colour alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta

import altair as alt
import pandas as pd

from facilitation.domain.event import Event
from facilitation.domain.task import TaskStatus
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.progress import OwnerProgress, owner_of
from facilitation.services.overview import DatedTask
from facilitation.ui.charts import BAR, EDGES, ROW_HEIGHT, Layered, numbers_beside, row_scale, words_above

SPAN = timedelta(days=14)
OUTLINE = "#6B7A80"
STRENGTHS = (0.2, 0.55, 1.0)
"""How dark done, open and late are: told apart in print too."""


def _state(row: DatedTask, _: Translator) -> int:
    if row.task.status is TaskStatus.DONE:
        return 0
    return 2 if row.is_late else 1


def _states(_: Translator) -> tuple[str, str, str]:
    return _("done"), _("open"), _("late")


def _strength() -> alt.Opacity:
    return alt.Opacity("strength:Q", scale=None, legend=None)


def gantt_chart(rows: Sequence[DatedTask], event: Event, today: date, _: Translator) -> Layered:
    """Bars that end on the due day, sorted by it; ``rows`` all have a day."""
    task, owner, due, state = _("Task"), _("Owner"), _("Due"), _("State")
    start = min(row.due_on for row in rows if row.due_on) - SPAN
    data = pd.DataFrame(
        [
            {
                "place": str(place),
                task: row.task.title.said_in(_.language),
                owner: owner_of(row.task).said_in(_.language),
                due: day_text(row.due_on, _.language, with_year=True),
                state: _states(_)[_state(row, _)],
                "strength": STRENGTHS[_state(row, _)],
                "from": pd.Timestamp(row.due_on - SPAN),
                "to": pd.Timestamp(row.due_on) + pd.Timedelta(hours=23),
                "start": pd.Timestamp(start),
                "line": 1,
            }
            for place, row in enumerate(rows)
            if row.due_on
        ]
    )
    titles = dict(zip(data["place"], data[task], strict=True))
    y = alt.Y("place:N", sort=None, scale=row_scale(), axis=_titles(titles))
    bars = (
        alt.Chart(data)
        .mark_bar(height=BAR, yOffset=7, cornerRadius=2, stroke=OUTLINE, strokeWidth=0.6)
        .encode(
            x=alt.X("from:T", axis=_month_axis()),
            x2="to:T",
            y=y,
            opacity=_strength(),
            tooltip=[task, owner, due, state],
        )
    )
    threads = (
        alt.Chart(data)
        .mark_rule(yOffset=7, strokeWidth=0.7, opacity=0.45)
        .encode(x=alt.X("start:T", axis=None), x2="from:T", y=y, color=alt.Color("line:N", legend=None))
    )
    days = {event.starts_on: _("first day")}
    if start <= today <= max(row.due_on for row in rows if row.due_on) + SPAN:
        days[today] = _("today")
    chart: Layered = (
        alt.layer(threads, bars, _lines(days))
        .resolve_axis(x="independent")
        .properties(height=len(data) * ROW_HEIGHT + 2 * EDGES)
    )
    return chart


def _titles(titles: dict[str, str]) -> alt.Axis:
    axis = words_above()
    axis.labelExpr = f"{json.dumps(titles, ensure_ascii=False)}[datum.value]"
    return axis


def _moment(day: date) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day)


def _month_axis() -> alt.Axis:
    return alt.Axis(title=None, format="%d.%m.", labelAngle=0, tickCount="month", grid=True)


def _lines(days: dict[date, str]) -> alt.Chart:
    """Upright lines with their words above the picture."""
    words = {day.isoformat(): word for day, word in days.items()}
    axis = alt.Axis(
        title=None,
        orient="top",
        values=[_moment(day) for day in days],
        labelExpr=f"{json.dumps(words, ensure_ascii=False)}[timeFormat(datum.value, '%Y-%m-%d')]",
        grid=False,
    )
    chart: alt.Chart = (
        alt.Chart(pd.DataFrame([{"day": pd.Timestamp(day), "what": word, "line": 1} for day, word in days.items()]))
        .mark_rule(strokeWidth=1.5)
        .encode(
            x=alt.X("day:T", axis=axis),
            color=alt.Color("line:N", legend=None),
            strokeDash=alt.StrokeDash("what:N", legend=None),
        )
    )
    return chart


def owners_chart(progress: Sequence[OwnerProgress], _: Translator) -> Layered:
    """Stacked bars per owner: done, open, late; their sum at the right ("4 / 9 done")."""
    owner, count, state = _("Owner"), _("Tasks"), _("State")
    names = [row.owner.said_in(_.language) or _("nobody") for row in progress]
    data = pd.DataFrame(
        [
            {owner: name, state: word, count: number, "order": place, "strength": STRENGTHS[place]}
            for name, row in zip(names, progress, strict=True)
            for place, (word, number) in enumerate(zip(_states(_), (row.done, row.open, row.late), strict=True))
            if number
        ]
    )
    sums = {name: f"{row.done} / {row.total}" for name, row in zip(names, progress, strict=True)}
    y = alt.Y(f"{owner}:N", sort=None, scale=row_scale())
    bars = (
        alt.Chart(data)
        .mark_bar(height=BAR, yOffset=7, stroke=OUTLINE, strokeWidth=0.6)
        .encode(
            x=alt.X(f"{count}:Q", axis=None),
            y=y.axis(words_above()),
            opacity=_strength(),
            order="order:Q",
            tooltip=[owner, state, count],
        )
    )
    beside = alt.Chart(data).mark_bar(opacity=0).encode(y=y.axis(numbers_beside(sums)))
    chart: Layered = alt.layer(bars, beside).resolve_axis(y="independent")
    return chart.properties(height=len(progress) * ROW_HEIGHT + EDGES)
