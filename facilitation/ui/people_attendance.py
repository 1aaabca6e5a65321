"""Attendance per day: tick who is there."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.domain.person import InvitationStatus, Participation
from facilitation.i18n.formats import day_text
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_sheet_entry import sheet_entry
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.switches import switch


def attendance_screen(page: EventScreen, parts: Sequence[Participation]) -> None:
    """The list of one day with tick boxes, the sum above it."""
    _ = page._
    if not parts:
        st.write(
            _("Nobody fits the search.") if page.app.people.list_for(page.event_id) else _("Nobody is on the list yet.")
        )
        return
    days = {day: day_text(page.event.day(day), page.language) for day in range(1, page.event.day_count + 1)}
    number = switch(_("Day"), days, key=state.widget_key("attendance_day", page.event_id))
    if st.toggle(_("Type in the signed sheet"), key=state.widget_key("attendance_sheet", page.event_id)):
        sheet_entry(page, parts, number)
        return
    coming = [part for part in parts if part.status is not InvitationStatus.DECLINED]
    present = sum(number in part.days_attended for part in coming)
    st.write(_("**{present}** of {total} are here.").format(present=present, total=len(coming)))
    row_list(
        [_row(part, number) for part in coming],
        key=state.widget_key("attendance_rows", page.event_id, number),
        label=_("Attendance"),
        on_ticked=lambda part_id, on: _tick(page, part_id, number, on),
        on_chosen=lambda part_id: _tick(page, part_id, number, not _is_here(coming, part_id, number)),
    )


def _row(part: Participation, day: int) -> Row:
    organisation = part.person.organisation
    return Row(
        id=part.id,
        title=part.person.name,
        facts=organisation if organisation.casefold() not in part.person.name.casefold() else "",
        is_checked=day in part.days_attended,
    )


def _is_here(parts: Sequence[Participation], part_id: str, day: int) -> bool:
    return any(part.id == part_id and day in part.days_attended for part in parts)


def _tick(page: EventScreen, part_id: str, day: int, on: bool) -> None:
    attempt(page.app.people.mark_attended, page.event_id, [part_id], day, is_present=on)
