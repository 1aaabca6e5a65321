"""The heat map of meetings: who meets whom, and how often."""

from __future__ import annotations

import json
from collections import Counter

import altair as alt
import pandas as pd
import streamlit as st

from facilitation.domain.cafe import Seating
from facilitation.i18n.formats import number_text
from facilitation.planning.cafe_changes import meeting_counts
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.charts import Layered, show_chart
from facilitation.ui.page_head import EventScreen

MOST_NAMES = 40
"""With more people than this the names do not fit beside the picture; the tooltip has them."""
SIDE = 560


def meetings_screen(page: EventScreen, view: CafeView, seating: Seating) -> None:
    """A square per pair that meets, darker where it meets again, and the pairs that do so by name."""
    _ = page._
    counts = meeting_counts(seating)
    if not counts:
        st.write(_("Nobody meets anybody yet."))
        return
    often = Counter(counts.values())
    words = [
        _.plural("{pairs} pair meets {times} times", "{pairs} pairs meet {times} times", often[times]).format(
            pairs=number_text(often[times], page.language), times=times
        )
        if times > 1
        else _.plural("{pairs} pair meets once", "{pairs} pairs meet once", often[times]).format(
            pairs=number_text(often[times], page.language)
        )
        for times in sorted(often)
    ]
    sentence = ", ".join(words) + "."
    st.write(sentence)
    people = _by_tables(seating)
    st.caption(
        _(
            "A square for each two people who meet, stronger in colour where they meet again. People stand in the"
            " order of their tables in round 1: the squares along the diagonal are that round, the others the rounds"
            " after it."
        )
    )
    show_chart(
        lambda: _chart(people, counts, page, view),
        people,
        sorted(counts.items()),
        [view.name(person) for person in people],
        language=page.language,
        alt=_("Heat map of meetings: {summary}").format(summary=sentence),
    )
    _repeats(page, view, counts)


def _by_tables(seating: Seating) -> list[str]:
    """Everybody, table by table of the first round; who comes later at the end."""
    ordered = (person for entry in seating.rounds for table in entry.tables for person in table)
    return list(dict.fromkeys(ordered))


def _chart(people: list[str], counts: dict[tuple[str, str], int], page: EventScreen, view: CafeView) -> Layered:
    _ = page._
    place = {person: number for number, person in enumerate(people)}
    one, other, times = _("Person"), _("Meets"), _("Times")
    rows = [
        {"x": place[a], "y": place[b], one: view.name(a), other: view.name(b), times: count}
        for pair, count in counts.items()
        for a, b in (pair, pair[::-1])
    ]
    names = len(people) <= MOST_NAMES
    labels = alt.Axis(
        title=None,
        labels=names,
        ticks=False,
        domain=False,
        labelLimit=150,
        labelOverlap=False,
        labelExpr=_label_of([view.name(person) for person in people]),
    )
    order = list(range(len(people)))
    squares = (
        alt.Chart(pd.DataFrame(rows))
        .mark_rect()
        .encode(
            x=alt.X("x:O", axis=labels if names else None, scale=alt.Scale(domain=order, padding=0.08)),
            y=alt.Y("y:O", axis=labels if names else None, scale=alt.Scale(domain=order, padding=0.08)),
            opacity=alt.Opacity(f"{times}:Q", scale=alt.Scale(domain=[0, 2], range=[0, 1], clamp=True), legend=None),
            tooltip=[one, other, times],
        )
    )
    return alt.layer(squares).properties(height=SIDE)


def _label_of(names: list[str]) -> str:
    return f"{json.dumps(names, ensure_ascii=False)}[datum.value]"


def _repeats(page: EventScreen, view: CafeView, counts: dict[tuple[str, str], int]) -> None:
    _ = page._
    repeated = sorted((pair for pair, count in counts.items() if count > 1), key=lambda pair: -counts[pair])
    if not repeated:
        st.caption(_("Nobody meets anybody twice."))
        return
    rows = [
        {_("Person"): view.name(one), _("Meets"): view.name(other), _("Times"): counts[one, other]}
        for one, other in repeated
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=_("Pairs that meet more than once"))
