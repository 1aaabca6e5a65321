"""Pictures of who comes beyond the sectors: qark, sex, days and roles, earlier events, and what may leave the house."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from facilitation.documents.bar_chart import Bar, bar_spec
from facilitation.domain.event import QuotaKind, Sector
from facilitation.domain.person import District, Participation, Sex
from facilitation.i18n.formats import day_text, share_text
from facilitation.i18n.labels import basis_label, district_label, role_label, sector_label, sex_label
from facilitation.planning.attendance import attendance_by_day, attendance_by_role, never_came
from facilitation.planning.composition import (
    counted,
    is_from_outside_the_capital,
    public_counts,
    public_list,
    share_of,
)
from facilitation.planning.composition_history import EventShares, earlier_of_series, event_shares
from facilitation.ui.charts import show_chart
from facilitation.ui.page_head import EventScreen

NAMED = 3


def composition_figures(page: EventScreen, parts: Sequence[Participation]) -> None:
    """Who was counted first, then qark and sex; days and roles once attendance was written down."""
    _, (basis, people) = page._, counted(parts)
    if not people:
        return
    st.header(_("By qark and sex"), anchor=False)
    outside = sum(map(is_from_outside_the_capital, people))
    st.write(
        _("{basis}: {total}. From outside the capital: {count} ({share}).").format(
            basis=basis_label(basis, _),
            total=len(people),
            count=outside,
            share=share_text(share_of(outside, len(people)), page.language),
        )
    )
    by_district, by_sex = st.columns(2)
    with by_district:
        _district_chart(page, people)
    with by_sex:
        _sex_chart(page, people)


def _district_chart(page: EventScreen, people: Sequence[Participation]) -> None:
    _, counts = page._, Counter(part.person.district for part in people)
    wanted = _wanted(page, QuotaKind.DISTRICT, len(people))
    places: list[District | None] = [*sorted(District, key=lambda place: -counts[place]), None]
    shown = [place for place in places if counts[place] or (place and wanted.get(place.value))]
    bars = [
        Bar(
            district_label(place, _),
            counts[place],
            _with_wanted(counts[place], wanted.get(place.value) if place else None),
            wanted.get(place.value) if place else None,
        )
        for place in shown
    ]
    absent = [district_label(place, _) for place in District if not counts[place]]
    alt = _("Most come from {places}.").format(places=_named(bars))
    if absent:
        alt += " " + _("Nobody comes from {places}.").format(places=", ".join(absent))
    show_chart(partial(bar_spec, bars, _), bars, language=page.language, alt=alt)
    if absent:
        st.caption(_("Nobody comes from {places}.").format(places=", ".join(absent)))


def _sex_chart(page: EventScreen, people: Sequence[Participation]) -> None:
    _, counts = page._, Counter(part.person.sex for part in people)
    wanted = _wanted(page, QuotaKind.SEX, len(people))
    bars = [
        Bar(sex_label(sex, _), counts[sex], _with_wanted(counts[sex], wanted.get(sex.value)), wanted.get(sex.value))
        for sex in Sex
        if counts[sex] or wanted.get(sex.value)
    ]
    shares = ", ".join(
        f"{bar.label} {share_text(share_of(int(bar.count), len(people)), page.language)}" for bar in bars
    )
    show_chart(
        partial(bar_spec, bars, _),
        bars,
        language=page.language,
        alt=_("People by sex: {shares}.").format(shares=shares),
    )
    st.caption(shares)


def _wanted(page: EventScreen, kind: QuotaKind, total: int) -> dict[str, float]:
    """People wanted of those who come, by the value of the quota."""
    return {quota.value: quota.share * total for quota in page.event.quotas if quota.kind is kind}


def _with_wanted(count: int, wanted: float | None) -> str:
    return str(count) if wanted is None else f"{count} / {round(wanted)}"


def _named(bars: Iterable[Bar]) -> str:
    largest = sorted(bars, key=lambda bar: -bar.count)[:NAMED]
    return ", ".join(f"{bar.label} ({int(bar.count)})" for bar in largest)


def attendance_figures(page: EventScreen, parts: Sequence[Participation]) -> None:
    """Each day against who was expected, and who was there throughout, by role."""
    _, days = page._, attendance_by_day(page.event, parts)
    if not days:
        return
    st.header(_("Attendance by day"), anchor=False)
    bars = [
        Bar(day_text(day.on, page.language), day.came, f"{day.came} / {day.expected}", day.expected) for day in days
    ]
    sentences = [
        _("{day}: {came} came, {no_shows} were expected and did not come, {unexpected} came unexpected.").format(
            day=day_text(day.on, page.language), came=day.came, no_shows=day.no_shows, unexpected=day.unexpected
        )
        for day in days
    ]
    show_chart(partial(bar_spec, bars, _), bars, language=page.language, alt=" ".join(sentences))
    st.caption("  \n".join(sentences))
    absent = len(never_came(page.event, parts))
    if absent:
        st.write(
            _.plural(
                "{count} person was expected and came on no day.",
                "{count} people were expected and came on no day.",
                absent,
            ).format(count=absent)
        )
    rows = [
        {
            _("Role"): role_label(row.role, _),
            _("On the list"): row.listed,
            _("Came"): row.came,
            _("On every day"): row.every_day,
        }
        for row in attendance_by_role(page.event, parts)
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=_("Attendance by role; trained is who came on every day"))


def series_figures(page: EventScreen, parts: Sequence[Participation]) -> None:
    """The same shares at the earlier events of the series; each with whom it counts."""
    _ = page._
    earlier = earlier_of_series(page.event, page.app.events.list_all())
    found = [event_shares(event, page.app.people.list_for(event.id)) for event in earlier]
    rows = [row for row in (*found, event_shares(page.event, parts)) if row is not None]
    if len(rows) < 2:
        return
    st.header(_("Beside the earlier events of the series"), anchor=False)
    table = [_series_row(row, page) for row in rows]
    st.dataframe(pd.DataFrame(table), hide_index=True, alt=_series_finding(rows, page))
    st.caption(
        _(
            "Women: of those whose sex is stated. Each event counts those who attended; where that was not written "
            "down, those who confirmed or stand on the list, as its row says."
        )
    )


def _series_row(row: EventShares, page: EventScreen) -> dict[str, str]:
    _, language = page._, page.language
    women = _("not stated") if row.women is None else share_text(row.women, language)
    return {
        _("Event"): f"{row.event.title.said_in(language)}, {day_text(row.event.starts_on, language, with_year=True)}",
        _("Counted"): f"{basis_label(row.basis, _)}: {row.total}",
        _("Women"): women,
        _("From outside the capital"): share_text(row.outside_capital, language),
        sector_label(Sector.CIVIL_SOCIETY, _): share_text(row.civil_society, language),
        sector_label(Sector.LOCAL_GOVERNMENT, _): share_text(row.local_government, language),
    }


def _series_finding(rows: Sequence[EventShares], page: EventScreen) -> str:
    before, now = rows[-2], rows[-1]
    return page._("From outside the capital: {now} now, {before} at the event before.").format(
        now=share_text(now.outside_capital, page.language), before=share_text(before.outside_capital, page.language)
    )


def public_figures(page: EventScreen, parts: Sequence[Participation]) -> None:
    """The counts that may leave the house."""
    _, people = page._, counted(parts)[1]
    if not people or not st.toggle(_("Show the version for the public"), key="public_figures"):
        return
    crossed = public_counts(people)
    names = [district_label(place, _) if isinstance(place, District) else _("not stated") for place in crossed.columns]
    rows = [
        {_("Sector"): sector_label(sector, _), **{name: cell.text for name, cell in zip(names, cells, strict=True)}}
        for sector, cells in zip(crossed.rows, crossed.cells, strict=True)
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=_("Sectors by qark for the public; small counts are hidden"))
    sexes = [sex for sex in Sex if any(part.person.sex is sex for part in people)]
    cells = public_list([sum(part.person.sex is sex for part in people) for sex in sexes])
    st.write(
        " · ".join(f"{sex_label(sex, _)}: {cell.text}" for sex, cell in zip(sexes, cells, strict=True)).replace(
            "*", "\\*"
        )
    )
    st.caption(_("* = fewer than five people, or not shown so that nobody can be recognised.").replace("*", "\\*", 1))
