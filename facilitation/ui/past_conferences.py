"""The earlier conferences as they are stated: government and local government are never one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from facilitation.domain.event import Sector
from facilitation.domain.person import Participation
from facilitation.domain.reference import PastCategory, PastConference, PastShare
from facilitation.errors import mark
from facilitation.i18n.formats import share_text
from facilitation.i18n.translator import Translator
from facilitation.planning.composition import counted
from facilitation.ui.charts import BAR, EDGES, Layered, numbers_beside

CATEGORY_NAMES = {
    PastCategory.CIVIL_SOCIETY: mark("Civil society"),
    PastCategory.GOVERNMENT: mark("Government, all levels"),
    PastCategory.LOCAL_GOVERNMENT: mark("Local government only"),
    PastCategory.INTERNATIONAL_NGO: mark("International NGOs"),
}
GOVERNMENT = frozenset({Sector.LOCAL_GOVERNMENT, Sector.REGIONAL_STATE, Sector.CENTRAL_GOVERNMENT})
Shares = dict[PastCategory, float]
EVENT_WIDTH = 70
"""Pixels for the names of the conferences, so that all pictures begin at the same place."""


class Figure(NamedTuple):
    """One share as a conference states it; ``text`` is how it is read (">60 %")."""

    event: str
    share: float
    text: str


def shares_now(parts: Sequence[Participation]) -> Shares:
    """The same categories for this event, from who attended, confirmed or is listed."""
    people = counted(parts)[1]
    if not people:
        return {}
    sectors = [part.person.sector for part in people]
    return {
        PastCategory.CIVIL_SOCIETY: sum(s is Sector.CIVIL_SOCIETY for s in sectors) / len(sectors),
        PastCategory.GOVERNMENT: sum(s in GOVERNMENT for s in sectors) / len(sectors),
        PastCategory.LOCAL_GOVERNMENT: sum(s is Sector.LOCAL_GOVERNMENT for s in sectors) / len(sectors),
    }


def past_figures(past: Sequence[PastConference], now: Shares, _: Translator) -> dict[str, tuple[Figure, ...]]:
    """For each category, by its name, the conferences that state its share, and this event."""
    found: dict[str, tuple[Figure, ...]] = {}
    for category, name in CATEGORY_NAMES.items():
        stated = [Figure(str(c.year), s.share, _share(s, _.language)) for c in past if (s := c.share(category))]
        if category in now:
            stated.append(Figure(_("this event"), now[category], share_text(now[category], _.language)))
        if stated:
            found[_(name)] = tuple(stated)
    return found


def past_chart(figures: Sequence[Figure], _: Translator) -> Layered:
    """The share of one category as a bar for every conference, its figure at the right."""
    data = pd.DataFrame([{"event": figure.event, "share": figure.share, "text": figure.text} for figure in figures])
    y = alt.Y("event:N", sort=None)
    tooltip = [alt.Tooltip("event:N", title=_("Conference")), alt.Tooltip("text:N", title=_("Share"))]
    bars = (
        alt.Chart(data)
        .mark_bar(height=BAR, cornerRadiusEnd=2)
        .encode(
            x=alt.X("share:Q", axis=None, scale=alt.Scale(domain=[0, 1])),
            y=y.axis(alt.Axis(title=None, ticks=False, domain=False, labelPadding=6, minExtent=EVENT_WIDTH)),
            tooltip=tooltip,
        )
    )
    beside = alt.Chart(data).mark_bar(opacity=0)
    words = numbers_beside({figure.event: figure.text for figure in figures}, shift=0)
    chart: Layered = alt.layer(bars, beside.encode(y=y.axis(words))).resolve_axis(y="independent")
    return chart.properties(height=len(figures) * 26 + EDGES)


def _share(entry: PastShare, language: str) -> str:
    digits = 0 if abs(entry.share * 100 - round(entry.share * 100)) < 1e-9 else 1
    return (">" if entry.is_lower_bound else "") + share_text(entry.share, language, digits=digits)


def past_table(past: Sequence[PastConference], _: Translator) -> pd.DataFrame:
    """The figures as stated; what was not stated stays blank."""
    return pd.DataFrame(
        [
            {
                _("Conference"): conference.title.said_in(_.language),
                _("Participants"): conference.participants_stated.said_in(_.language),
                **{_(name): _stated(conference, category, _) for category, name in CATEGORY_NAMES.items()},
                _("From outside the capital"): conference.outside_capital_stated.said_in(_.language),
            }
            for conference in past
        ]
    )


def _stated(conference: PastConference, category: PastCategory, _: Translator) -> str:
    entry = conference.share(category)
    return _share(entry, _.language) if entry else ""
