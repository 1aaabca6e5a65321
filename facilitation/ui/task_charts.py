"""Charts of the checklist; states carry words and light or dark, not colour alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import altair as alt
import pandas as pd

from facilitation.domain.event import Event
from facilitation.domain.task import TaskStatus
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.progress import OwnerProgress, owner_of
from facilitation.planning.task_bars import work_begins
from facilitation.services.overview import DatedTask
from facilitation.ui.charts import BAR, EDGES, ROW_HEIGHT, Layered, numbers_beside, row_scale, words_above

MARGIN = timedelta(days=7)
ONE_DAY = pd.Timedelta(hours=24)
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


@dataclass(frozen=True, slots=True)
class Gantt:
    """What the timeline draws: ``rows`` all have a day and are sorted by it; ``critical`` are ids of tasks."""

    rows: tuple[DatedTask, ...]
    event: Event
    today: date
    critical: frozenset[str] = frozenset()

    @property
    def begins(self) -> date:
        """The left edge of the picture."""
        return min(work_begins(row.task, day, self.event.country) for row, day in self.days()) - MARGIN

    @property
    def ends(self) -> date:
        """The right edge of the picture."""
        return max(self.event.ends_on, *(day for _row, day in self.days())) + MARGIN

    def days(self) -> list[tuple[DatedTask, date]]:
        """Every row with its day."""
        return [(row, row.due_on) for row in self.rows if row.due_on]


def gantt_chart(gantt: Gantt, _: Translator) -> Layered:
    """Bars of working days that end on the due day, lines from a task to the one that waits for it."""
    data = _bars_data(gantt, _)
    places = list(data["place"])
    titles = dict(zip(places, data["title"], strict=True))
    y = alt.Y("place:N", sort=None, scale=_place_scale(places), axis=_titles(titles))
    bars = (
        alt.Chart(data)
        .mark_bar(height=BAR, yOffset=7, cornerRadius=2, stroke=OUTLINE)
        .encode(
            x=alt.X("from:T", axis=_month_axis()),
            x2="to:T",
            y=y,
            opacity=_strength(),
            strokeWidth=alt.StrokeWidth("edge:Q", scale=None, legend=None),
            tooltip=[_("Task"), _("Owner"), _("Due"), _("State")],
        )
    )
    threads = (
        alt.Chart(data)
        .mark_rule(yOffset=7, strokeWidth=0.7, opacity=0.45)
        .encode(x=alt.X("start:T", axis=None), x2="from:T", y=y, color=alt.Color("line:N", legend=None))
    )
    days = {gantt.event.starts_on: _("first day")}
    if gantt.begins <= gantt.today <= gantt.ends:
        days[gantt.today] = _("today")
    layers = [threads, bars, *_links(gantt, y), _lines(days)]
    chart: Layered = (
        alt.layer(*layers).resolve_axis(x="independent").properties(height=len(data) * ROW_HEIGHT + 2 * EDGES)
    )
    return chart


def _bars_data(gantt: Gantt, _: Translator) -> pd.DataFrame:
    task, owner, due, state = _("Task"), _("Owner"), _("Due"), _("State")
    rows, start = [], pd.Timestamp(gantt.begins)
    for place, (row, day) in enumerate(gantt.days()):
        title, is_critical = row.task.title.said_in(_.language), row.task.id in gantt.critical
        critical = _("critical")
        rows.append(
            {
                "place": str(place),
                task: title,
                owner: owner_of(row.task).said_in(_.language),
                due: day_text(day, _.language, with_year=True),
                state: _states(_)[_state(row, _)] + (f", {critical}" if is_critical else ""),
                "title": f"▲ {title} ({critical})" if is_critical else title,
                "edge": 2.5 if is_critical else 0.6,
                "strength": STRENGTHS[_state(row, _)],
                "from": pd.Timestamp(work_begins(row.task, day, gantt.event.country)),
                "to": pd.Timestamp(day) + ONE_DAY,
                "start": start,
                "line": 1,
            }
        )
    return pd.DataFrame(rows)


def _links(gantt: Gantt, y: alt.Y) -> list[alt.Chart]:
    """A line from the end of each task that is waited for to the beginning of the one that waits."""
    ends = {row.task.id: (str(place), day) for place, (row, day) in enumerate(gantt.days())}
    points = []
    for row, day in gantt.days():
        begins = pd.Timestamp(work_begins(row.task, day, gantt.event.country))
        for other, last_day in (ends[link.task_id] for link in row.task.waits_for if link.task_id in ends):
            name = f"{other} {row.task.id}"
            points.append({"link": name, "day": pd.Timestamp(last_day) + ONE_DAY, "place": other, "step": 1})
            points.append({"link": name, "day": begins, "place": ends[row.task.id][0], "step": 2})
    if not points:
        return []
    lines: alt.Chart = (
        alt.Chart(pd.DataFrame(points))
        .mark_line(yOffset=7, strokeWidth=1.6, strokeDash=[4, 2], color=OUTLINE)
        .encode(
            x=alt.X("day:T", axis=None),
            y=y,
            detail="link:N",
            order="step:Q",
        )
    )
    return [lines]


def _place_scale(places: list[str]) -> alt.Scale:
    scale = row_scale()
    scale.domain = places
    return scale


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
