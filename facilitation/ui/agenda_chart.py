"""The picture of a day: sessions as blocks on a clock axis, kinds by words and by light and dark."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import altair as alt
import pandas as pd

from facilitation.domain.agenda import OUTSIDE_WORK_KINDS, SMALL_GROUP_KINDS
from facilitation.domain.event import Event
from facilitation.i18n.formats import clock_span_text, clock_text
from facilitation.i18n.labels import kind_label
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem

PIXELS_PER_MINUTE = 1.7
LINE = 14
"""Pixels a line of a block's words takes."""
WIDTH = 310
"""Pixels a day has for its words at least (a telephone)."""
LETTER = 6.2


@dataclass(frozen=True, slots=True)
class BlockColours:
    """Fills and the words on them, one set for light and one for dark screens; each set reads on its own."""

    together: str
    small_groups: str
    outside: str
    words: str
    edge: str


COLOURS = {
    "light": BlockColours("#D5E8E4", "#83BDB3", "#F5F3EE", "#1E2A2B", "#6B7A80"),
    "dark": BlockColours("#1E403B", "#2A6E64", "#1B2526", "#E8ECEB", "#6B7A80"),
}


def _minutes_of_day(moment: datetime, timed: TimedItem, event: Event) -> float:
    midnight = datetime.combine(event.day(timed.day), datetime.min.time())
    return (moment - midnight).total_seconds() / 60


def _lane(entry: TimedItem, timed: Sequence[TimedItem]) -> tuple[int, int]:
    """The lane of an item and the number of lanes of its parallel group."""
    group = [t.item.id for t in timed if t.item.parallel and t.item.parallel == entry.item.parallel]
    return (group.index(entry.item.id), len(group)) if group else (0, 1)


def _fill(entry: TimedItem, colours: BlockColours) -> str:
    if entry.item.kind in OUTSIDE_WORK_KINDS:
        return colours.outside
    return colours.small_groups if entry.item.kind in SMALL_GROUP_KINDS else colours.together


def _words(entry: TimedItem, lanes: int, height: float, _: Translator) -> str:
    """Start and title, broken to the width of the lane, and kind and room where the block is high enough.

    What does not fit stays on the last line, which the picture cuts at the edge of the block.
    """
    letters = max(int((WIDTH / lanes - 10) / LETTER), 9)
    room = max(int(height // LINE), 1)
    title = f"{clock_text(entry.starts_at)} {entry.item.title.said_in(_.language)}"
    facts = " · ".join(part for part in (kind_label(entry.item.kind, _), entry.item.room) if part)
    lines = [line for text in (title, facts) for line in textwrap.wrap(text, letters, break_long_words=False)]
    named = len(textwrap.wrap(title, letters, break_long_words=False))
    if room < named:
        lines = [*lines[: room - 1], " ".join(lines[room - 1 : named])]
    return "\n".join(lines[:room])


def _block(entry: TimedItem, timed: Sequence[TimedItem], event: Event, _: Translator) -> dict[str, Any]:
    lane, lanes = _lane(entry, timed)
    start, end = (_minutes_of_day(moment, entry, event) for moment in (entry.starts_at, entry.ends_at))
    height = (end - start) * PIXELS_PER_MINUTE
    return {
        "from": start,
        "to": end,
        "left": lane / lanes,
        "right": (lane + 1) / lanes - (0.006 if lanes > 1 else 0),
        "words": _words(entry, lanes, height, _),
        "size": min(12.0 if lanes < 4 else 10.5, max(height - 2, 8)),
        "time": clock_span_text(entry.starts_at, entry.ends_at),
        "title": entry.item.title.said_in(_.language),
        "kind": kind_label(entry.item.kind, _),
        "room": entry.item.room,
    }


def clock_span(timed: Sequence[TimedItem], event: Event) -> tuple[float, float]:
    """From the first start to the last end in minutes after midnight, so that all days share one axis."""
    starts = [_minutes_of_day(entry.starts_at, entry, event) for entry in timed]
    ends = [_minutes_of_day(entry.ends_at, entry, event) for entry in timed]
    return min(starts), max(ends)


def agenda_chart(
    timed: Sequence[TimedItem], event: Event, span: tuple[float, float], _: Translator, *, mode: str = "light"
) -> alt.LayerChart | alt.FacetChart:
    """One day, clock time downwards over ``span``; ``mode`` is "light" or "dark"."""
    colours = COLOURS["dark" if mode == "dark" else "light"]
    data = pd.DataFrame([{**_block(e, timed, event, _), "fill": _fill(e, colours)} for e in timed])
    y = alt.Y("from:Q", scale=alt.Scale(domain=[span[1], span[0]], nice=False), axis=_clock_axis())
    x = alt.X("left:Q", axis=None, scale=alt.Scale(domain=[0, 1]))
    tips = {"time": _("Time"), "title": _("Session"), "kind": _("Kind"), "room": _("Room")}
    tooltip = [alt.Tooltip(f"{field}:N", title=title) for field, title in tips.items()]
    base = alt.Chart(data).encode(x=x, y=y, tooltip=tooltip)
    blocks = base.mark_rect(cornerRadius=3, stroke=colours.edge, strokeWidth=0.8).encode(
        x2="right:Q", y2="to:Q", fill=alt.Fill("fill:N", scale=None)
    )
    words = base.mark_text(
        align="left",
        baseline="top",
        dx=5,
        dy=3,
        lineBreak="\n",
        lineHeight=LINE,
        color=colours.words,
        limit=alt.expr("(datum.right - datum.left) * width - 8"),
    ).encode(text="words:N", size=alt.Size("size:Q", scale=None, legend=None))
    return alt.layer(blocks, words).properties(height=(span[1] - span[0]) * PIXELS_PER_MINUTE)


def _clock_axis() -> alt.Axis:
    clock = "format(floor(datum.value / 60) % 24, '02d') + ':' + format(datum.value % 60, '02d')"
    return alt.Axis(title=None, labelExpr=clock, values=list(range(0, 2880, 60)), grid=True, labelPadding=6)
