"""Making the next event of a series: day, plan, people and promises are shown before anything is saved."""

from __future__ import annotations

from datetime import date

import streamlit as st

from facilitation.domain.event import Event
from facilitation.domain.text import Text
from facilitation.i18n.formats import day_text, short_day_text
from facilitation.planning.commitments import OpenCommitment
from facilitation.planning.series_rhythm import meets
from facilitation.services.next_events import NextEvent, NextEventProposal
from facilitation.ui import state
from facilitation.ui.dates import DATE_FORMAT, EVENT_DAYS
from facilitation.ui.messages import attempt, plain
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen
from facilitation.ui.screen import open_event
from facilitation.ui.series_commitments import made_in, owner_words
from facilitation.ui.series_view import SeriesView, series_view


def next_event_button(page: EventScreen, view: SeriesView) -> None:
    """The button that opens the form as a dialog of its own."""
    _ = page._
    if not view.found.events:
        return
    if page.buttons.button(_("Next event"), key="next_event", type="primary", icon=":material/event_upcoming:"):
        st.dialog(_("Next event"), width="large")(next_event_form)(page)


def next_event_form(page: EventScreen) -> None:
    """Everything the next event will begin with, and the button that makes it."""
    _, view = page._, series_view(page)
    if view is None or not view.found.events:
        st.write(_("No event belongs to this series yet. Open an event and add it here."))
        return
    last = _last_choice(page, view)
    found = page.app.next_events.proposal(last.id)
    starts_on = _day_field(page, found)
    title = _title_field(page, last)
    is_from_instrument = _plan_choice(page, last)
    keeps_people = bool(found.people) and st.toggle(
        _.plural("Invite the {count} person of the last event again", "Invite the {count} people again", found.people)
        .format(count=found.people),
        True,
        key=state.widget_key("next_people", last.id),
        help=_("They are to be invited; attendance, needs and consents are asked anew, for they hold for one event."),
    )  # fmt: skip
    carried = _promises(page, found)
    if st.button(_("Make the next event"), key="next_event_save", type="primary"):
        if not isinstance(starts_on, date):
            st.error(_("Choose the first day of the event."))
            return
        _make(
            page,
            NextEvent(
                last.id,
                starts_on,
                title,
                carried=carried,
                keeps_people=keeps_people,
                is_from_instrument=is_from_instrument,
            ),
        )


def _last_choice(page: EventScreen, view: SeriesView) -> Event:
    """The event that is followed: the last one of what is due first, unless another one is chosen."""
    newest = {event.id: event for event in reversed(view.found.events)}
    wanted = _last_of_first_due(view)
    chosen = st.selectbox(
        page._("Follows"),
        list(newest),
        index=list(newest).index(wanted.id),
        format_func=lambda event_id: _named(page, newest[event_id]),
        key=state.widget_key("next_last", view.series.id),
        placeholder=page._("Choose"),
    )
    return newest.get(chosen) or wanted


def _last_of_first_due(view: SeriesView) -> Event:
    """The latest event of the duty that falls due first and has no event planned in time."""
    waiting = [found for found in view.found.standings if found.due_on and not found.is_planned_in_time]
    for found in sorted(waiting, key=lambda found: found.due_on or date.max):
        for event in reversed(view.found.events):
            if meets(view.series, found.duty, event):
                return event
    return view.found.events[-1]


def _named(page: EventScreen, event: Event) -> str:
    return f"{event.title.said_in(page.language)}, {short_day_text(event.starts_on, page.language)}"


def _day_field(page: EventScreen, found: NextEventProposal) -> object:
    day = st.date_input(
        page._("First day"),
        found.day.day,
        *EVENT_DAYS,
        key=state.widget_key("next_day", found.last.id),
        format=DATE_FORMAT,
    )
    st.caption(_why(page, found))
    return day


def _why(page: EventScreen, found: NextEventProposal) -> str:
    """Why this day is proposed."""
    _, language, proposed = page._, page.language, found.day
    day = day_text(proposed.day, language, with_year=True)
    if proposed.due_on is None:
        return _("Proposed: {day}, two weeks from now. The series sets no day for this kind of event.").format(day=day)
    due = day_text(proposed.due_on, language, with_year=True)
    if proposed.is_past:
        return _("Due by {due}, which is past. Proposed: {day}, in time to invite.").format(due=due, day=day)
    if proposed.is_moved:
        return _("Due by {due}; moved off weekend and public holidays to {day}.").format(due=due, day=day)
    return _("Due by {due} at the latest.").format(due=due)


def _title_field(page: EventScreen, last: Event) -> Text:
    """The title of the last event, to be changed in the language of the screen."""
    stored = last.title.said_in(page.language)
    words = st.text_input(page._("Title"), stored, key=state.widget_key("next_title", last.id)) or ""
    return last.title if words.strip() == stored else Text().with_language(page.language, words.strip())


def _plan_choice(page: EventScreen, last: Event) -> bool:
    """Whether agenda, guide and checklist come from the library instead of the last event."""
    _ = page._
    ways = {False: _("As in the last event"), True: _("As the library has it")}
    if last.instrument not in page.app.library.instruments:
        return False
    return bool(
        st.radio(
            _("Agenda, guide and checklist"),
            list(ways),
            format_func=lambda way: ways[way],
            key=state.widget_key("next_plan", last.id),
            horizontal=True,
        )
    )


def _promises(page: EventScreen, found: NextEventProposal) -> list[str]:
    """The open commitments with ticks; each becomes a task of the next event."""
    _ = page._
    st.header(_("Open commitments"), anchor=False)
    if not found.commitments:
        st.caption(_("Nothing that was promised is still open."))
        return []
    st.caption(_("Ticked ones become tasks with owner and day. Finishing the task keeps the commitment."))
    return [entry.note_id for entry in found.commitments if _promise(page, entry)]


def _promise(page: EventScreen, entry: OpenCommitment) -> bool:
    _, due = page._, short_day_text(entry.due_on, page.language) if entry.due_on else page._("no date")
    days = entry.days_late(page.app.overviews.today())
    late = _.plural("{count} day late", "{count} days late", days).format(count=days) if days else ""
    facts = " · ".join(part for part in (due, late, owner_words(page, entry), made_in(page, entry)) if part)
    return st.checkbox(
        f"{plain(entry.text)}  \n:small[{plain(facts)}]", True, key=state.widget_key("carry", entry.note_id)
    )


def _make(page: EventScreen, wanted: NextEvent) -> None:
    event = attempt(page.app.next_events.create, wanted)
    if event is None:
        st.rerun()
    open_event(event.id)
    state.say("done", page._("The next event is ready. Look over its day, people and checklist."))
    go_to("home", event=event.id)
