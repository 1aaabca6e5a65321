"""Waves of invitations: how they stand, whom to ask again, and the list of people to invite, to note answers for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from facilitation.domain.person import InvitationStatus, Participation, Payer
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import invitation_label, payer_label
from facilitation.planning.invitation_checks import ANSWER_DAYS, LEAST_DAYS, check_waves, last_day, next_wave, waves
from facilitation.ui import state
from facilitation.ui.documents_menu import file_button
from facilitation.ui.messages import attempt, plain, show_finding
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_list import person_row
from facilitation.ui.people_view import CHOSEN_PERSON, PICKED_PEOPLE, PeopleView
from facilitation.ui.row_list import RowEdits, row_list

ANSWER, PAYS, DAYS, WAVE, SENT_ON = "wave_answer", "wave_pays", "ask_again_days", "wave_number", "wave_sent_on"
PAGE_SIZE, MOST_NAMES = 100, 30


def waves_part(page: EventScreen, view: PeopleView) -> None:
    """The waves with their answers, the thirty days, and the drafts that ask again."""
    _ = page._
    st.header(_("Waves"), anchor=False)
    found = waves(page.event, view.parts)
    st.write(_limit(page, is_open=not found))
    if found:
        st.dataframe(_table(page, view), hide_index=True, alt=_("Waves of invitations with their answers"))
    for remark in check_waves(page.event, view.parts):
        show_finding(remark, _)
    if found:
        _ask_again(page)


def _limit(page: EventScreen, *, is_open: bool) -> str:
    """How long the first wave can wait."""
    _, limit = page._, last_day(page.event)
    left = (limit - page.app.overviews.today()).days
    text = _("The first wave goes out by {day}: {count} days before the event, so that costs can be authorised.")
    day = day_text(limit, page.language, with_year=True, with_weekday=False)
    said = text.format(day=day, count=LEAST_DAYS)
    if left < 0 or not is_open:
        return said
    days = _.plural("{count} day is left.", "{count} days are left.", left).format(count=left)
    return f"{said} {days}"


def _table(page: EventScreen, view: PeopleView) -> pd.DataFrame:
    _ = page._
    return pd.DataFrame(
        [
            {
                _("Wave"): wave.number,
                _("Sent on"): day_text(wave.first_on, page.language, with_year=True) if wave.first_on else "—",
                _("Days before"): wave.days_before,
                _("Invited"): wave.invited,
                _("Confirmed"): wave.confirmed,
                _("Declined"): wave.declined,
                _("No answer"): wave.no_answer,
            }
            for wave in waves(page.event, view.parts)
        ]
    )


def _ask_again(page: EventScreen) -> None:
    """Drafts for those who have been silent for some days; a person sends them."""
    _ = page._
    with st.container(horizontal=True, vertical_alignment="bottom"):
        days = int(st.number_input(_("Ask again after (days)"), 1, 365, ANSWER_DAYS, key=DAYS, width=170))
        found = page.app.letters.ask_again(page.event_id, days)
        text = _.plural("{count} has not answered", "{count} have not answered", len(found.reached)).format(
            count=len(found.reached)
        )
        if found.reached:
            sender = page.app.preferences.own_name()
            make = partial(page.app.letters.reminder_mails, page.event_id, page.language, days=days, sender=sender)
            words = _("Drafts of reminders")
            file_button(words, make, "reminders.zip", key="invitation_reminders", icon=":material/folder_zip:")
        st.caption(text, width="content")
    if found.unreached:
        names = "; ".join(part.person.name for part in found.unreached[:MOST_NAMES])
        st.caption(plain(_("Silent and without an e-mail address: {names}").format(names=names)))


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected people among those the filters let through."""

    page: EventScreen
    parts: tuple[Participation, ...]
    shown: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(part.id for part in self.parts)

    def call(self, verb: Callable[..., Any], *facts: Any) -> None:
        """Let a service do something with them."""
        attempt(verb, self.page.event_id, self.ids, *facts, done=self.page._("Saved. Undo takes it back."))


def picked_people(page: EventScreen, rows: Sequence[Participation]) -> Selection:
    """Who is selected: what is out of sight is never changed with them."""
    picked = set(state.picked(PICKED_PEOPLE))
    return Selection(page, tuple(part for part in rows if part.id in picked), tuple(part.id for part in rows))


def choosing_list(page: EventScreen, view: PeopleView, rows: Sequence[Participation]) -> None:
    """The people with boxes to select them, and what to do with them at the foot of the screen."""
    _ = page._
    chosen = picked_people(page, rows)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.header(_("Participants"), anchor=False)
        waiting = [part.id for part in rows if part.status is InvitationStatus.TO_INVITE]
        if waiting:
            label = _("Select all who wait for an invitation ({count})").format(count=len(waiting))
            st.button(label, key="pick_waiting", type="tertiary", on_click=state.pick, args=(PICKED_PEOPLE, waiting))
    number = _page_number(page, rows)
    row_list(
        [person_row(part, page, view.parts) for part in rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]],
        key=state.widget_key("invitation_rows", page.event_id),
        label=_("Participants"),
        chosen=view.chosen.id if view.chosen else "",
        on_chosen=partial(state.choose, CHOSEN_PERSON),
        edits=RowEdits(on_picked=partial(_pick, rows, number), picked=chosen.ids, is_picking=True),
    )
    if len(rows) > PAGE_SIZE:
        st.pagination(-(-len(rows) // PAGE_SIZE), key=_pages_key(page, rows))
    _bar(chosen)


def _pick(rows: Sequence[Participation], number: int, ids: Sequence[str]) -> None:
    """The list knows only its page: who was selected on other pages stays so."""
    here = {part.id for part in rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]}
    state.pick(PICKED_PEOPLE, [*(one for one in state.picked(PICKED_PEOPLE) if one not in here), *ids])


def _pages_key(page: EventScreen, rows: Sequence[Participation]) -> str:
    return state.widget_key("invitation_pages", page.event_id, -(-len(rows) // PAGE_SIZE))


def _page_number(page: EventScreen, rows: Sequence[Participation]) -> int:
    return int(state.widget_value(_pages_key(page, rows)) or 1) if len(rows) > PAGE_SIZE else 1


def _bar(chosen: Selection) -> None:
    """How many are selected and what to do with them; nothing where none is."""
    _, count, invitations = chosen.page._, len(chosen.ids), chosen.page.app.invitations
    if not count:
        return
    with st.bottom.container(horizontal=True, vertical_alignment="center", key="people_selection"):
        text = _.plural("{count} selected", "{count} selected", count).format(count=count)
        st.markdown(f"**{text}**", width="content")
        if st.button(_("Invite"), key="invite_wave", type="primary", icon=":material/mail:"):
            st.dialog(_("Invite"), width="large")(wave_form)(chosen.page)
        answers = [InvitationStatus.CONFIRMED, InvitationStatus.DECLINED, InvitationStatus.INVITED]
        st.menu_button(
            _("Answer"),
            answers,
            key=ANSWER,
            format_func=lambda status: invitation_label(status, _),
            on_click=lambda: chosen.call(invitations.answer, InvitationStatus(state.widget_value(ANSWER))),
        )
        st.menu_button(
            _("Who pays"),
            list(Payer),
            key=PAYS,
            format_func=lambda payer: payer_label(payer, _),
            on_click=lambda: chosen.call(invitations.let_pay, Payer(state.widget_value(PAYS))),
        )
        if count < len(chosen.shown):
            all_of_them = (PICKED_PEOPLE, chosen.shown)
            st.button(_("All"), key="select_all", type="tertiary", on_click=state.pick, args=all_of_them)
        st.button(_("None"), key="unselect", type="tertiary", on_click=state.pick, args=(PICKED_PEOPLE, ()))


def wave_form(page: EventScreen) -> None:
    """The list first: who is invited now and who is passed over; then the number of the wave and its day."""
    _ = page._
    parts = page.app.people.list_for(page.event_id)
    picked = set(state.picked(PICKED_PEOPLE))
    chosen = [part for part in parts if part.id in picked]
    going = [part for part in chosen if part.status is InvitationStatus.TO_INVITE]
    if not going:
        st.write(_("Everybody selected has been invited already. Select people who wait for an invitation."))
        return
    text = _.plural("{count} person is invited now:", "{count} people are invited now:", len(going))
    st.write(text.format(count=len(going)))
    with st.container(height=260):
        st.markdown("\n".join(f"- {plain(_line(part))}" for part in going))
    passed = len(chosen) - len(going)
    if passed:
        left = _.plural("{count} is passed over: invited before.", "{count} are passed over: invited before.", passed)
        st.caption(left.format(count=passed))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wave = st.number_input(_("Wave"), 1, 99, next_wave(parts), key=WAVE, width=120)
        day = st.date_input(_("Sent on"), page.app.overviews.today(), key=SENT_ON, format="DD.MM.YYYY", width=170)
        label = _("Invite as wave {number}").format(number=int(wave))
        if st.button(label, key="save_wave", type="primary"):
            ids = [part.id for part in going]
            done = _("Noted as invited. Undo takes the whole wave back.")
            attempt(page.app.invitations.send_wave, page.event_id, ids, int(wave), day, done=done)
            state.pick(PICKED_PEOPLE, ())
            st.rerun()


def _line(part: Participation) -> str:
    person = part.person
    is_said = person.organisation.casefold() in person.name.casefold()
    return person.name if is_said or not person.organisation else f"{person.name} — {person.organisation}"
