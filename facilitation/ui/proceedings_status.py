"""How far the volume is, above its parts: the status with its way on, the thirty days, and the final files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from facilitation.domain.proceedings import ProceedingsPlan, Stage, VolumeStatus
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.i18n.volume_words import clock_sentence, volume_status_label
from facilitation.planning.volume_clock import VolumeClock
from facilitation.planning.volume_status import comments_until, edition, final_on, is_final
from facilitation.ui import state
from facilitation.ui.dates import DATE_FORMAT
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen

COLOURS = {VolumeStatus.DRAFT: "gray", VolumeStatus.FOR_COMMENT: "orange", VolumeStatus.FINAL: "green"}
MENU, NOTE, UNTIL = "volume_status_menu", "volume_status_note", "volume_comments_until"


def status_part(page: EventScreen, plan: ProceedingsPlan, *, is_open: bool) -> None:
    """One line: status, what it means, the clock, and the menu that leads on."""
    _ = page._
    clock = page.app.volume_stages.clock(page.event_id)
    with st.container(horizontal=True, vertical_alignment="center"):
        label = volume_status_label(plan.status, _)
        st.markdown(f":{COLOURS[plan.status]}-badge[{label}] {plain(_meaning(plan, _))}", width="content")
        menu = st.popover(_("Change the status"), key=MENU, type="tertiary", icon=":material/flag:", on_change="rerun")
    if menu.open:
        with menu:
            _menu(page, plan, is_open=is_open)
    clock_line(page, clock)


def clock_line(page: EventScreen, clock: VolumeClock) -> None:
    """Where the volume stands against its day; a warning where it is late."""
    sentence, word = plain(clock_sentence(clock, page._)), page._("late")
    if clock.is_late:
        st.markdown(f":red-badge[:material/schedule: {word}] {sentence}")
    else:
        st.caption(sentence)


def _meaning(plan: ProceedingsPlan, _: Translator) -> str:
    """What the status means for those who look at it."""
    finished, until, number = final_on(plan), comments_until(plan), edition(plan)
    parts = [_("Edition {number}").format(number=number)] if number > 1 else []
    if finished:
        day = day_text(finished, _.language, with_year=True, with_weekday=False)
        parts.append(_("since {day}; it can only be read.").format(day=day))
    elif until:
        parts.append(_("until {day}").format(day=day_text(until, _.language, with_year=True, with_weekday=False)))
    return " · ".join(parts)


def _menu(page: EventScreen, plan: ProceedingsPlan, *, is_open: bool) -> None:
    _, is_waiting = page._, is_open and not is_final(plan)
    if is_waiting:
        st.caption(_("The anonymity check is open. Answer it first: nothing goes out before."))
    note = st.text_input(_("Note"), key=NOTE, placeholder=_("for example: who agreed, what was decided"))
    if plan.status is VolumeStatus.DRAFT:
        until = st.date_input(_("Comments until"), None, key=UNTIL, format=DATE_FORMAT)
        ask = partial(page.app.volume_stages.ask_for_comments, page.event_id, until, note)
        _button(page, _("Give out for comment"), "for_comment", ask, disabled=is_waiting, type="primary")
    elif plan.status is VolumeStatus.FOR_COMMENT:
        finish = partial(page.app.volume_stages.finish, page.event_id, note)
        _button(page, _("Make it final"), "finish", finish, disabled=is_waiting, type="primary")
        st.caption(_("The file is then kept in both languages and stays as it is. This is not undone."))
        back = partial(page.app.volume_stages.back_to_draft, page.event_id, note)
        _button(page, _("Back to draft"), "draft", back)
    else:
        reopen = partial(page.app.volume_stages.new_edition, page.event_id, note)
        _button(page, _("Open a new edition"), "edition", reopen)
        st.caption(_("The volume can be changed again; the files of this edition stay."))
    for stage in reversed(plan.stages):
        st.caption(_stage_line(stage, _))


def _button(page: EventScreen, label: str, name: str, call: Callable[[], Any], **look: Any) -> None:
    st.button(label, key=state.widget_key("volume", name), on_click=_move, args=(page, call), width="stretch", **look)


def _move(page: EventScreen, call: Callable[[], Any]) -> None:
    if attempt(call, done=page._("The status is saved.")) is not None:
        state.put_widget(MENU, False)
        state.put_widget(NOTE, "")


def _stage_line(stage: Stage, _: Translator) -> str:
    """ "20 May 2027 · Final · Secretariat: approved by the board"."""
    day = day_text(stage.reached_at.date(), _.language, with_year=True, with_weekday=False)
    until = _("until {day}").format(day=day_text(stage.until, _.language, with_weekday=False)) if stage.until else ""
    parts = (day, volume_status_label(stage.status, _), until, stage.by)
    words = " · ".join(part for part in parts if part)
    return plain(f"{words}: {stage.note}" if stage.note else words)
