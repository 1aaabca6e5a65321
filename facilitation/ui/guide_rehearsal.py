"""The rehearsal: who leads what, what must be mended, who was trained, and the two steps to practise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import streamlit as st

from facilitation.i18n.formats import clock_span_text, clock_text, minutes_text
from facilitation.i18n.rehearsal_words import (
    clash_sentence,
    leaders_sentence,
    long_run_sentence,
    trained_sentence,
    why_sentence,
)
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.hardest_steps import HardStep
from facilitation.planning.rehearsal import Leader, Rehearsal, rehearsal
from facilitation.ui import state
from facilitation.ui.documents_menu import paper_buttons
from facilitation.ui.guide_view import CHOSEN_ITEM, CHOSEN_PART, SHAPE, GuideView
from facilitation.ui.messages import attempt, plain, plain_lines
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, row_list

BETWEEN = "|"
"""Between the parts of a row's id; the last one is the session it leads to."""


def rehearsal_view(page: EventScreen, view: GuideView) -> None:
    """What must be mended first, then who was trained, who leads what, and what to practise."""
    _, found = page._, rehearsal(view.record, page.app.library.methods)
    if not found.leaders:
        st.write(_("The agenda names no facilitator yet. Name them in the sessions; then they stand here."))
        if st.button(_("Open the agenda"), type="primary", key="rehearsal_to_agenda"):
            go_to("agenda")
    else:
        st.write(
            leaders_sentence(len(found.leaders), found.session_count, _)
            + " "
            + trained_sentence(found.trained_count, len(found.leaders), _)
        )
    _to_mend(page, found)
    if found.leaders:
        _trained(page, found)
    _to_practise(page, found)
    if found.leaders:
        _who_leads_what(page, found)
    paper_buttons(page, "rehearsal.docx", "training-plan.docx")


def _to_mend(page: EventScreen, found: Rehearsal) -> None:
    rows = [*_clash_rows(page, found), *_unled_rows(page, found)]
    if rows:
        st.header(page._("To be settled before the event"), anchor=False)
        _session_rows(page, rows, "rehearsal_mend", page._("To be settled before the event"))


def _session_rows(page: EventScreen, rows: Sequence[Row], name: str, label: str) -> None:
    """Rows that lead to a session."""
    row_list(
        rows,
        key=state.widget_key(name, page.event_id),
        label=label,
        on_chosen=lambda row_id: _open_session(row_id.rpartition(BETWEEN)[2]),
    )


def _clash_rows(page: EventScreen, found: Rehearsal) -> Iterator[Row]:
    _ = page._
    for place, clash in enumerate(found.clashes):
        yield _mend_row(
            page,
            clash.later,
            f"clash{place}",
            heading=_("One person, two places") if place == 0 else "",
            below=clash_sentence(clash, _),
            level="block" if clash.free is None else "warn",
        )
    for place, run in enumerate(found.long_runs):
        yield _mend_row(
            page,
            run.sessions[-1],
            f"run{place}",
            heading=_("Leading for too long") if place == 0 else "",
            below=long_run_sentence(run, _),
            level="warn",
        )


def _unled_rows(page: EventScreen, found: Rehearsal) -> Iterator[Row]:
    """Sessions that nobody leads; those led by people who were not trained as soon as anybody was."""
    _ = page._
    for place, entry in enumerate(found.unled):
        heading = _("Nobody is named to lead these sessions") if place == 0 else ""
        yield _mend_row(page, entry, "unled", heading=heading, level="warn")
    for place, entry in enumerate(found.untrained if found.trained_count else ()):
        names = _names(entry)
        heading = _("Nobody who leads these sessions was trained") if place == 0 else ""
        yield _mend_row(page, entry, "untrained", heading=heading, facts=names)


def _mend_row(page: EventScreen, entry: TimedItem, kind: str, **look: str) -> Row:
    return Row(
        id=BETWEEN.join((kind, entry.item.id)),
        lead=_when(page, entry),
        title=entry.item.title.said_in(page.language),
        **{"facts": entry.item.room, **look},  # type: ignore[arg-type]
    )


def _names(entry: TimedItem) -> str:
    """Offices carry commas of their own."""
    return "; ".join(person.name for person in entry.item.facilitators)


def _when(page: EventScreen, entry: TimedItem) -> str:
    """ "09:00", on an event of several days "1 · 09:00"."""
    clock = clock_text(entry.starts_at)
    return clock if page.event.day_count == 1 else f"{entry.day} · {clock}"


def _open_session(item_id: str) -> None:
    if item_id:
        state.choose(CHOSEN_ITEM, item_id)
        state.forget(CHOSEN_PART)
        state.put_widget(SHAPE, "session")


def _trained(page: EventScreen, found: Rehearsal) -> None:
    """A tick per facilitator, and one for all of them."""
    _ = page._
    trained = {leader.identity for leader in found.leaders if leader.is_trained}
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.header(_("Trained on the guide"), anchor=False, width="content")
        _tick_all(page, found)
    row_list(
        [_leader_row(page, leader) for leader in found.leaders],
        key=state.widget_key("rehearsal_trained", page.event_id),
        label=_("Trained on the guide"),
        on_ticked=lambda who, on: _tick(page, [who], is_trained=on),
        on_chosen=lambda who: _tick(page, [who] if who else [], is_trained=who not in trained),
    )


def _tick_all(page: EventScreen, found: Rehearsal) -> None:
    _, everybody = page._, [leader.identity for leader in found.leaders]
    are_all = found.trained_count == len(everybody)
    st.button(
        _("Nobody was trained") if are_all else _("All were trained"),
        key="rehearsal_tick_all",
        icon=":material/remove_done:" if are_all else ":material/done_all:",
        on_click=_tick,
        args=(page, everybody),
        kwargs={"is_trained": not are_all},
    )


def _tick(page: EventScreen, who: Sequence[str], *, is_trained: bool) -> None:
    attempt(page.app.guides.mark_trained, page.event_id, who, is_trained=is_trained)


def _leader_row(page: EventScreen, leader: Leader) -> Row:
    _, count = page._, len(leader.sessions)
    rooms = dict.fromkeys(entry.item.room.strip() for entry in leader.sessions if entry.item.room.strip())
    sessions = _.plural("{count} session", "{count} sessions", count).format(count=count)
    return Row(
        id=leader.identity,
        title=leader.name,
        facts=" · ".join((sessions, *rooms)),
        trail=minutes_text(timedelta(minutes=leader.minutes)),
        is_checked=leader.is_trained,
    )


def _who_leads_what(page: EventScreen, found: Rehearsal) -> None:
    """Every session under the name of each person who leads it."""
    _ = page._
    st.header(_("Who leads what"), anchor=False)
    rows = [
        Row(
            id=BETWEEN.join((leader.identity, entry.item.id)),
            lead=_when(page, entry),
            title=entry.item.title.said_in(page.language),
            facts=entry.item.room,
            trail=minutes_text(entry.item.duration),
            heading=leader.name if place == 0 else "",
        )
        for leader in found.leaders
        for place, entry in enumerate(leader.sessions)
    ]
    _session_rows(page, rows, "rehearsal_leads", _("Who leads what"))


def _to_practise(page: EventScreen, found: Rehearsal) -> None:
    _ = page._
    st.header(_("Practise these two steps"), anchor=False)
    if not found.hardest:
        st.write(_("No session has steps yet. With them, the two hardest are suggested here."))
        return
    st.caption(_("They have their place in the training of 180 minutes: 50 minutes, in groups of three."))
    for column, step in zip(st.columns(2, gap="medium"), found.hardest, strict=False):
        with column, st.container(border=True, height="stretch"):
            _practice(page, step)


def _practice(page: EventScreen, found: HardStep) -> None:
    _, step, item = page._, found.timed.step, found.entry.item
    st.markdown(f"**{plain_lines(step.what.said_in(page.language))}**")
    facts = (
        clock_span_text(found.timed.starts_at, found.timed.ends_at),
        item.title.said_in(page.language),
        _names(found.entry),
    )
    st.caption(plain(" · ".join(fact for fact in facts if fact)))
    st.write(plain(why_sentence(found, _)))
    st.button(
        _("Open the session"),
        key=state.widget_key("practise", item.id, step.id),
        on_click=_open_session,
        args=(item.id,),
    )
