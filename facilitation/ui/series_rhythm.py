"""What a series owes: each duty with its next due day, and the papers that can be handed in with one click."""

from __future__ import annotations

from datetime import date

import streamlit as st

from facilitation.domain.series import Duty, DutyKind
from facilitation.domain.text import typed
from facilitation.i18n.formats import day_text, short_day_text
from facilitation.i18n.series_sentences import comparison_text, left_text, rhythm_text, step_text, tally_text
from facilitation.planning.series_rhythm import DutyStanding
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.series_view import CHOSEN_DUTY, SeriesView

ADD_FORM = "add_duty"


def rhythm_table(page: EventScreen, view: SeriesView) -> None:
    """Every duty, the one due first on top; a click opens it."""
    _ = page._
    if not view.series.duties:
        _no_duties(page, view)
        return
    rows = sorted(view.found.standings, key=lambda found: found.due_on or date.max)
    row_list(
        [_row(page, view, found) for found in rows],
        key=state.widget_key("duty_rows", view.series.id),
        label=_("What this series owes"),
        chosen=view.chosen.duty.id if view.chosen else "",
        on_chosen=lambda duty_id: state.choose(CHOSEN_DUTY, duty_id),
    )
    _papers(page, view)
    rhythm = page.app.library.rhythms.get(view.series.instrument)
    if rhythm:
        with st.expander(_("Where this rhythm comes from")):
            st.markdown(plain(rhythm.source.said_in(page.language)))


def _row(page: EventScreen, view: SeriesView, found: DutyStanding) -> Row:
    _, language = page._, page.language
    return Row(
        id=found.duty.id,
        lead=short_day_text(found.due_on, language) if found.due_on else "—",
        title=found.duty.title.said_in(language),
        facts=tally_text(found.this_year, _),
        remark=left_text(found, _),
        below=_below(page, view, found),
        level="block" if found.overdue else "warn" if found.is_soon else "hint",
        trail=_("minimum") if found.duty.is_from_seed else "",
    )


def _missed(page: EventScreen, found: DutyStanding) -> str:
    """The year that is over, where it owed more than was done."""
    last = found.last_year
    return tally_text(last, page._) if last.owed and last.done < last.owed else ""


def _below(page: EventScreen, view: SeriesView, found: DutyStanding) -> str:
    """ "At the latest every 92 days · last on 21 Aug 2026 · planned for 20 Nov 2026"; then step and comparison."""
    _, language = page._, page.language
    facts = (
        rhythm_text(found.duty, _),
        _("last on {day}").format(day=short_day_text(found.last_on, language)) if found.last_on else _("never yet"),
        _("planned for {day}").format(day=short_day_text(found.planned_on, language)) if found.planned_on else "",
        _missed(page, found),
        step_text(found, view.today, _),
        comparison_text(found, view.series.duty(found.duty.oftener_than), _),
    )
    return " · ".join(fact for fact in facts if fact)


def _papers(page: EventScreen, view: SeriesView) -> None:
    """The papers with a day, each with the button that says it was handed in."""
    _ = page._
    papers = [found for found in view.found.standings if found.duty.kind is DutyKind.REPORT and found.due_on]
    if not papers:
        return
    st.header(_("Papers to be handed in"), anchor=False)
    for found in papers:
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.write(_paper_words(page, found))
            st.button(
                _("Handed in today"),
                key=state.widget_key("handed_in", found.duty.id),
                icon=":material/check:",
                on_click=_hand_in,
                args=(page, view, found.duty),
            )
    st.caption(_("Handed in on another day? Open the paper in the list above."))


def _paper_words(page: EventScreen, found: DutyStanding) -> str:
    _ = page._
    due = day_text(found.due_on, page.language, with_year=True, with_weekday=False) if found.due_on else ""
    title = plain(found.duty.title.said_in(page.language))
    return _("**{title}** by {day} ({left})").format(title=title, day=due, left=left_text(found, _))


def _hand_in(page: EventScreen, view: SeriesView, duty: Duty) -> None:
    attempt(
        page.app.series.deliver,
        view.series.id,
        duty.id,
        view.today,
        done=page._("Entered as handed in. Open the paper to take it back."),
    )


def _no_duties(page: EventScreen, view: SeriesView) -> None:
    """A series of an own template owes nothing until somebody says what."""
    _, library = page._, page.app.library
    st.write(_("This series owes nothing yet. Take the rhythm of a kind of event, or add a duty of your own."))
    keys = [key for key in library.rhythms if key in library.instruments]
    chosen = st.selectbox(
        _("Kind of event"),
        keys,
        index=None,
        format_func=lambda key: library.instruments[key].title.said_in(page.language),
        key=state.widget_key("take_rhythm", view.series.id),
        placeholder=_("Choose"),
    )
    if chosen and st.button(_("Take this rhythm"), key="take_rhythm_save", type="primary"):
        attempt(page.app.series.take_rhythm, view.series.id, chosen, done=_("Saved."))
        st.rerun()


def add_duty_button(page: EventScreen, view: SeriesView) -> None:
    """A duty of one's own; its rhythm follows in the side panel."""
    _ = page._
    with st.popover(_("Add a duty"), icon=":material/add:", key=ADD_FORM, on_change="rerun"):
        kinds = {DutyKind.MEETING: _("A meeting"), DutyKind.REPORT: _("A paper")}
        st.text_input(_("What is owed"), key="new_duty_title", placeholder=_("For example: quarterly bulletin"))
        st.selectbox(
            _("What it is"),
            list(kinds),
            format_func=lambda kind: kinds[kind],
            key="new_duty_kind",
            placeholder=_("Choose"),
        )
        st.button(_("Add"), type="primary", key="new_duty_save", on_click=_add, args=(page, view))


def _add(page: EventScreen, view: SeriesView) -> None:
    title = typed(str(state.widget_value("new_duty_title") or "").strip(), page.language)
    kind = state.widget_value("new_duty_kind") or DutyKind.MEETING
    duty = Duty("", title, kind, per_year=2) if kind is DutyKind.REPORT else Duty("", title, kind, every_months=3)
    saved = attempt(page.app.series.add_duty, view.series.id, duty, done=page._("Duty added."))
    if saved is not None:
        state.clear_widget("new_duty_title", "")
        state.put_widget(ADD_FORM, False)
        state.choose(CHOSEN_DUTY, saved.duties[-1].id)
