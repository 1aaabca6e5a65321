"""One day of the agenda as a list, with its start, its sums and the findings about the whole."""

from __future__ import annotations

from datetime import datetime, time

import streamlit as st

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.finding import Severity
from facilitation.i18n.formats import clock_text, day_text, minutes_text, share_text
from facilitation.i18n.labels import finding_sentence, kind_label, severity_label
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, longest_stretch, small_group_share
from facilitation.ui import state
from facilitation.ui.agenda_view import CHOSEN_ITEM, AgendaView
from facilitation.ui.fields import time_field
from facilitation.ui.messages import attempt, show_finding
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.switches import switch


def day_choice(page: EventScreen, view: AgendaView) -> tuple[int, str]:
    """Whether as a list or as a picture, and which day; the picture shows all days."""
    _ = page._
    shapes = {"list": _("List"), "picture": _("Picture"), "versions": _("Versions")}
    days = list(range(1, len(view.agenda.days) + 1))
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        place = st.container(width="content")
        shape = switch(_("View"), shapes, key="agenda_shape", keeps=True)
    if shape != "list":
        return 1, shape
    names = {number: _day_name(page, number) for number in days}
    with place:
        return switch(_("Day"), names, key=state.widget_key("agenda_day", page.event_id), keeps=True), "list"


def _day_name(page: EventScreen, number: int) -> str:
    return page._("Day {number} · {date}").format(number=number, date=day_text(page.event.day(number), page.language))


def _gap_text(gap_minutes: int, _: Translator) -> str:
    if gap_minutes > 0:
        return _("gap of {minutes} min before").format(minutes=gap_minutes)
    return _("overlaps by {minutes} min").format(minutes=-gap_minutes)


def _who(item: AgendaItem, _: Translator) -> str:
    """Who leads or speaks, short: the role of one ("Koordinatore"), or how many."""
    if len(item.facilitators) > 1:
        count = len(item.facilitators)
        return _.plural("{count} facilitator", "{count} facilitators", count).format(count=count)
    if len(item.speakers) > 1 and not item.facilitators:
        count = len(item.speakers)
        return _.plural("{count} speaker", "{count} speakers", count).format(count=count)
    return next((entry.name.partition(",")[0] for entry in (*item.facilitators, *item.speakers)), "")


def _remark(view: AgendaView, timed: TimedItem, _: Translator) -> tuple[str, str]:
    """What is to be said about a session, in a sentence, and how much it weighs."""
    found = sorted(view.findings_of(timed.item.id), key=lambda f: list(Severity).index(f.severity))
    gap = int(timed.gap_before.total_seconds() // 60)
    if not found:
        return (_gap_text(gap, _), "hint" if gap > 0 else "warn") if gap else ("", "")
    sentence = f"{severity_label(found[0].severity, _)}: {finding_sentence(found[0], _)}"
    return sentence + (f" (+{len(found) - 1})" if len(found) > 1 else ""), found[0].severity.value


def _row(page: EventScreen, view: AgendaView, timed: TimedItem) -> Row:
    _, item = page._, timed.item
    below, level = _remark(view, timed, _)
    return Row(
        id=item.id,
        lead=clock_text(timed.starts_at),
        title=item.title.said_in(page.language),
        facts=" · ".join(part for part in (kind_label(item.kind, _), item.room, _who(item, _)) if part),
        trail=minutes_text(item.duration),
        below=below,
        level=level,
        is_quiet=item.kind in ("break", "meal", "staff"),
        is_fixed=item.pinned_start is not None,
        is_beside=bool(item.parallel),
    )


def session_list(page: EventScreen, view: AgendaView, day: int) -> None:
    """The sessions of a day; Enter or a click opens one, Alt and the arrows move it."""
    _ = page._
    rows = [_row(page, view, timed) for timed in view.of_day(day)]
    if not rows:
        st.write(_("This day has no session yet. Add the first one above."))
        return
    row_list(
        rows,
        key=state.widget_key("agenda_rows", page.event_id, day),
        label=_("Sessions of the day"),
        chosen=view.chosen.id if view.chosen else "",
        on_chosen=lambda item_id: state.choose(CHOSEN_ITEM, item_id),
        on_moved=lambda item_id, by: attempt(page.app.agendas.move_item, page.event_id, item_id, by=by),
    )


def _start_field(page: EventScreen, view: AgendaView, day: int) -> None:
    def save(starts_at: time | None) -> None:
        if starts_at:
            attempt(page.app.agendas.start_day, page.event_id, day=day, starts_at=starts_at)

    key = state.widget_key("day_start", page.event_id, day)
    time_field(page._("The day starts at"), view.agenda.days[day - 1].starts_at, key=key, save=save)


def day_sums(page: EventScreen, view: AgendaView, day: int) -> None:
    """Where the day ends, the small-group share, and findings about the agenda as a whole."""
    _ = page._
    timed = view.of_day(day)
    if timed:
        ends: datetime = max(entry.ends_at for entry in timed)
        st.caption(
            _("Small groups {share} of the working time · longest stretch {minutes} min · ends at {time}").format(
                share=share_text(small_group_share(view.agenda), page.language),
                minutes=int(longest_stretch(view.agenda).total_seconds() // 60),
                time=clock_text(ends),
            )
        )
    items = {item.id for _number, item in view.agenda.items()}
    for found in view.findings:
        if found.subject not in items:
            show_finding(found, _)
    if view.chosen:
        return
    with st.columns([1, 2])[0]:
        _start_field(page, view, day)
