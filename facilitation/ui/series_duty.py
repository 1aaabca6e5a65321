"""The side panel of one duty: its rhythm, which events meet it, and when it was met otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from facilitation.domain.series import Delivery, Duty, DutyKind
from facilitation.i18n.formats import short_day_text
from facilitation.i18n.series_sentences import RHYTHMS, rhythm_text
from facilitation.planning.series_checks import MOST_DAYS, MOST_MONTHS, MOST_TIMES
from facilitation.ui import state
from facilitation.ui.dates import DATE_FORMAT
from facilitation.ui.fields import choice_field, date_field, many_field, number_field, words_field
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.series_view import CHOSEN_DUTY, SeriesView
from facilitation.ui.side_panel import panel_head

USUAL = {"every_days": 92, "every_months": 1, "per_year": 2}
MOST = {"every_days": MOST_DAYS, "every_months": MOST_MONTHS, "per_year": MOST_TIMES}


def duty_panel(page: EventScreen, view: SeriesView) -> None:
    """The chosen duty."""
    if view.chosen is None:
        return
    _, duty = page._, view.chosen.duty
    with st.container(border=True):
        panel_head(duty.title.said_in(page.language), (rhythm_text(duty, _),), _, what=CHOSEN_DUTY)
        if duty.is_from_seed:
            st.caption(_("A minimum that practice has shown. Change it only where you know why."))
        _rhythm_fields(page, view, duty)
        if duty.kind is DutyKind.MEETING:
            _instruments_field(page, view, duty)
        _deliveries(page, view, duty)
        with st.expander(_("Name")):
            words_field(page, _("Name"), duty.title, key=_key(duty, "title"), save=_saving(page, view, duty, "title"))
        st.button(_("Remove"), key="remove_duty", icon=":material/delete:", on_click=_remove, args=(page, view, duty))


def _key(duty: Duty, field: str) -> str:
    return state.widget_key("duty", duty.id, field)


def _saving(page: EventScreen, view: SeriesView, duty: Duty, field: str) -> Callable[[Any], None]:
    return lambda value: _edit(page, view, duty, **{field: value})


def _edit(page: EventScreen, view: SeriesView, duty: Duty, **changes: Any) -> None:
    attempt(page.app.series.edit_duty, view.series.id, duty, replace(duty, **changes))


def _rhythm_of(duty: Duty) -> str:
    return next((name for name in USUAL if getattr(duty, name) is not None), "")


def _rhythm_fields(page: EventScreen, view: SeriesView, duty: Duty) -> None:
    _, kind = page._, _rhythm_of(duty)
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with left:
        choice_field(
            _("Rhythm"),
            list(RHYTHMS),
            kind,
            key=_key(duty, "rhythm"),
            save=lambda name: _edit(page, view, duty, **_only(name, USUAL.get(name))),
            format_func=lambda name: _(RHYTHMS[name]),
        )
    with right:
        if kind:
            number_field(
                _("How many"),
                getattr(duty, kind),
                key=_key(duty, kind),
                save=lambda number: _edit(page, view, duty, **_only(kind, number)),
                least=1,
                most=MOST[kind],
            )
    date_field(
        _("Owed since"),
        duty.since,
        key=_key(duty, "since"),
        save=_saving(page, view, duty, "since"),
        help=_("What lies before this day is not owed."),
    )


def _only(name: str, number: int | None) -> dict[str, int | None]:
    """One rhythm, the others taken out."""
    return {**dict.fromkeys(USUAL), **({name: number} if name else {})}


def _instruments_field(page: EventScreen, view: SeriesView, duty: Duty) -> None:
    _, instruments = page._, page.app.library.instruments
    many_field(
        _("Kinds of events that meet it"),
        list(dict.fromkeys([*instruments, *duty.instruments])),
        duty.instruments,
        key=_key(duty, "instruments"),
        save=lambda keys: _edit(page, view, duty, instruments=tuple(keys)),
        format_func=lambda key: instruments[key].title.said_in(page.language) if key in instruments else key,
        placeholder=_("All events of the series that no other duty names"),
    )


def _deliveries(page: EventScreen, view: SeriesView, duty: Duty) -> None:
    """The days it was met without an event here, and the form for one more."""
    _ = page._
    is_paper = duty.kind is DutyKind.REPORT
    st.subheader(_("Handed in") if is_paper else _("Held without an event here"), anchor=False)
    for entry in sorted(view.series.deliveries, key=lambda entry: entry.done_on, reverse=True):
        if entry.duty_id == duty.id:
            _delivery(page, view, entry)
    left, right = st.columns(2, vertical_alignment="bottom")
    day = left.date_input(
        _("Day"), view.today, date(1990, 1, 1), view.today, key=_key(duty, "done_on"), format=DATE_FORMAT
    )
    note = right.text_input(_("Note"), key=_key(duty, "done_note"), placeholder=_("For example: protocol number"))
    st.button(
        _("Enter"),
        key=state.widget_key("deliver", duty.id),
        on_click=_deliver,
        args=(page, view, duty, day, note),
        disabled=not isinstance(day, date),
    )


def _delivery(page: EventScreen, view: SeriesView, entry: Delivery) -> None:
    _, language = page._, page.language
    words = short_day_text(entry.done_on, language)
    if entry.due_on:
        words += " · " + _("for {day}").format(day=short_day_text(entry.due_on, language))
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.write(plain(" · ".join(part for part in (words, entry.note) if part)))
        st.button(
            _("Take back"),
            key=state.widget_key("take_back", entry.id),
            type="tertiary",
            on_click=attempt,
            args=(page.app.series.take_back, view.series.id, entry.id),
        )


def _deliver(page: EventScreen, view: SeriesView, duty: Duty, day: date, note: str) -> None:
    if attempt(page.app.series.deliver, view.series.id, duty.id, day, note=note or "", done=page._("Saved.")):
        state.clear_widget(_key(duty, "done_note"), "")


def _remove(page: EventScreen, view: SeriesView, duty: Duty) -> None:
    attempt(page.app.series.remove_duty, view.series.id, duty.id, done=page._("Duty removed."))
    state.forget(CHOSEN_DUTY)
