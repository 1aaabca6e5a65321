"""A finding with the way to its place and the way to live with it; the accepted ones with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from facilitation.domain.finding import Finding
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import moment_text
from facilitation.i18n.labels import finding_sentence
from facilitation.planning.accepted import SettledFinding
from facilitation.ui import state
from facilitation.ui.agenda_view import CHOSEN_ITEM
from facilitation.ui.messages import attempt, plain, show_finding
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_view import CHOSEN_TASK

ABOUT_PEOPLE = frozenset({"quota_missing", "late_wave", "invitations_unanswered"})


def finding_line(page: EventScreen, found: Finding, record: EventRecord, *, where: str) -> None:
    """The sentence, *Open* where its place is on another screen than ``where``, and *Accept* with a reason."""
    show_finding(found, page._)
    with st.container(horizontal=True, gap="small"):
        _open_button(page, found, record, where)
        _buffer_button(page, found, record, where)
        _accept_popover(page, found, where)


def _place(found: Finding, record: EventRecord) -> tuple[str, str]:
    """The screen of a finding, and the name of the choice its subject is opened by ("" = no row to open)."""
    if record.agenda.item(found.subject):
        return "agenda", CHOSEN_ITEM
    if any(task.id == found.subject for task in record.tasks):
        return "tasks", CHOSEN_TASK
    if found.code in ABOUT_PEOPLE:
        return "people", ""
    return ("proceedings", "") if found.code == "late_volume" else ("agenda", "")


def _open_button(page: EventScreen, found: Finding, record: EventRecord, where: str) -> None:
    screen, choice = _place(found, record)
    is_here = screen == where and (not choice or state.chosen(choice) == found.subject)
    if is_here:
        return
    key = state.widget_key("open_finding", where, found.code, found.subject)
    if st.button(page._("Open"), key=key, type="tertiary", icon=":material/arrow_forward:"):
        if choice:
            state.choose(choice, found.subject)
        if screen != where:
            go_to(screen)
        st.rerun()


def _buffer_button(page: EventScreen, found: Finding, record: EventRecord, where: str) -> None:
    """Where people have no time to change rooms: keep it free before the session, with one click."""
    item = record.agenda.item(found.subject)
    if found.code != "short_room_change" or item is None:
        return
    needed = record.agenda.room_change
    st.button(
        page._("Keep {minutes} min free").format(minutes=int(needed.total_seconds() // 60)),
        key=state.widget_key("keep_free", where, found.subject),
        type="tertiary",
        icon=":material/more_time:",
        on_click=lambda: attempt(page.app.agendas.edit_item, page.event_id, item, replace(item, buffer_before=needed)),
    )


def _accept_popover(page: EventScreen, found: Finding, where: str) -> None:
    _ = page._
    key = state.widget_key("accept", where, found.code, found.subject)
    opened = state.widget_key(key, "open")
    menu = st.popover(_("Accept"), type="tertiary", icon=":material/check:", key=opened, on_change="rerun")
    if not menu.open:
        return
    with menu:
        st.write(_("The remark leaves the list; the reason stands in the staff's running order."))
        reason = st.text_input(_("Why is it accepted?"), key=key)
        if st.button(_("Accept with this reason"), key=state.widget_key(key, "save")):
            attempt(page.app.agenda_setup.accept, page.event_id, found, reason or "", done=_("The remark is accepted."))
            st.rerun()


def settled_list(page: EventScreen, settled: Sequence[SettledFinding], *, where: str) -> None:
    """The accepted findings behind one line, each with its reason and the way to open it again."""
    if not settled:
        return
    _, count = page._, len(settled)
    with st.expander(_.plural("{count} accepted remark", "{count} accepted remarks", count).format(count=count)):
        for each in settled:
            _settled(page, each, where)


def _settled(page: EventScreen, each: SettledFinding, where: str) -> None:
    _, accepted = page._, each.accepted
    at = f" · {moment_text(accepted.accepted_at, page.language)}" if accepted.accepted_at else ""
    st.markdown(plain(finding_sentence(each.finding, _)))
    st.caption(plain(_("Accepted: {reason}").format(reason=accepted.reason) + f" ({accepted.accepted_by}{at})"))
    st.button(
        _("Open it again"),
        key=state.widget_key("reopen", where, accepted.code, accepted.subject),
        type="tertiary",
        icon=":material/undo:",
        on_click=lambda: attempt(page.app.agenda_setup.reopen, page.event_id, accepted),
    )
