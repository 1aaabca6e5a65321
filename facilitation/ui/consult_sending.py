"""Sending: who is asked, links of their own, who has answered and who is missing; names stand on this screen only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from facilitation.domain.event import Sector
from facilitation.domain.person import District, EventRole, InvitationStatus, Participation
from facilitation.i18n.labels import district_label, role_label, sector_label
from facilitation.planning.questionnaires import unasked
from facilitation.planning.reminders import addresses
from facilitation.ui import state
from facilitation.ui.consult_asked_panel import asked_panel
from facilitation.ui.consult_links import address_field, open_link_part
from facilitation.ui.consult_mails import mails_buttons
from facilitation.ui.consult_questions import closing_field
from facilitation.ui.consult_view import CHOSEN_ASKED, ConsultView
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.side_panel import list_and_panel
from facilitation.ui.switches import switch

PAGE_SIZE = 50
MOST_GAPS = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """The people the filters let through, and by which part of the list ("all", "unasked", "missing", "answered")."""

    parts: tuple[Participation, ...]
    which: str


def sending_part(page: EventScreen, view: ConsultView) -> None:
    """The address and the open link, then everybody who can be asked."""
    _ = page._
    if not view.one.questions:
        st.write(_("There is nothing to send yet: the questionnaire has no question."))
        return
    address = page.app.phone_links.address()
    reach, until = st.columns([2, 1])
    with reach:
        address_field(page, address)
    with until:
        closing_field(page, view)
    open_link_part(page, view, address)
    if view.one.is_anonymous:
        st.caption(_("This questionnaire is anonymous: everybody gets the one link, nobody is reminded by name."))
        return
    st.header(_("Who is asked"), anchor=False)
    if not view.parts:
        st.write(_("Nobody is on the list of participants yet. Add people there, or use the one link for everybody."))
        return
    shown = _filters(page, view)
    _buttons(page, view, shown)
    main, side = list_and_panel(is_open=view.person is not None)
    with main:
        _people(page, view, shown)
        _gaps(page, view)
    with side:
        asked_panel(page, view, address)


def _filters(page: EventScreen, view: ConsultView) -> Shown:
    _ = page._
    names = {
        "all": _("Everybody"),
        "unasked": _("Not asked yet"),
        "missing": _("Answer missing"),
        "answered": _("Answered"),
    }
    with st.container(horizontal=True, vertical_alignment="center"):
        which = switch(_("Who"), names, key="asked_which", keeps=True)
        for field, options, name in (
            ("sectors", list(Sector), _("All sectors")),
            ("districts", list(District), _("All districts")),
            ("roles", list(EventRole), _("All roles")),
        ):
            _filter(page, field, options, name)
    return Shown(tuple(part for part in view.parts if _is_shown(page, view, part, which)), which)


def _filter(page: EventScreen, field: str, options: Sequence[Sector | District | EventRole], name: str) -> None:
    _ = page._

    def said(value: Sector | District | EventRole) -> str:
        if isinstance(value, Sector):
            return sector_label(value, _)
        return district_label(value, _) if isinstance(value, District) else role_label(value, _)

    st.multiselect(
        name,
        list(options),
        key=_key(page, field),
        format_func=said,
        placeholder=name,
        label_visibility="collapsed",
    )


def _key(page: EventScreen, field: str) -> str:
    return state.widget_key("asked_filter", field, page.event_id)


def _is_shown(page: EventScreen, view: ConsultView, part: Participation, which: str) -> bool:
    person = part.person
    for field, value in (("sectors", person.sector), ("districts", person.district), ("roles", part.role)):
        wanted = state.widget_value(_key(page, field)) or ()
        if wanted and value not in wanted:
            return False
    return which in ("all", standing_of(view, part))


def standing_of(view: ConsultView, part: Participation) -> str:
    """How far somebody is: "answered", "missing" (asked, no answer yet) or "unasked"."""
    if part.id in view.answered:
        return "answered"
    return "missing" if part.id in view.links_by_person else "unasked"


def _buttons(page: EventScreen, view: ConsultView, shown: Shown) -> None:
    """Links for those who have none, and drafts for those who have one, among the people shown."""
    _ = page._
    fresh = [part.id for part in shown.parts if standing_of(view, part) == "unasked"]
    with st.container(horizontal=True, vertical_alignment="center"):
        if fresh:
            label = _.plural("Make a link for {count} person", "Make links for {count} people", len(fresh))
            st.button(
                label.format(count=len(fresh)),
                key="links_make",
                icon=":material/link:",
                type="primary",
                on_click=_make,
                args=(page, view, fresh),
            )
        mails_buttons(page, view, [part for part in shown.parts if standing_of(view, part) == "missing"])


def _make(page: EventScreen, view: ConsultView, ids: list[str]) -> None:
    attempt(page.app.form_links.make, view.one.id, ids, done=page._("The links are made."))


def _people(page: EventScreen, view: ConsultView, shown: Shown) -> None:
    _ = page._
    if not shown.parts:
        st.write(_("Nobody fits the filters."))
        return
    pages = -(-len(shown.parts) // PAGE_SIZE)
    key = state.widget_key("asked_pages", page.event_id, pages)
    number = int(state.widget_value(key) or 1) if pages > 1 else 1
    rows = shown.parts[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    row_list(
        [_row(page, view, part) for part in rows],
        key=state.widget_key("asked_rows", view.one.id),
        label=_("Who is asked"),
        chosen=view.person.id if view.person else "",
        on_chosen=lambda part_id: state.choose(CHOSEN_ASKED, part_id),
    )
    if pages > 1:
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.pagination(pages, key=key)
            words = _("{shown} of {total} shown.").format(shown=len(rows), total=len(shown.parts))
            st.caption(words, width="content")


def _row(page: EventScreen, view: ConsultView, part: Participation) -> Row:
    _, person, standing = page._, part.person, standing_of(view, part)
    remarks = {
        "answered": (_("answered"), "done"),
        "missing": (_("answer missing"), "warn"),
        "unasked": (_("not asked yet"), "hint"),
    }
    remark, level = remarks[standing]
    facts = (
        person.organisation if person.organisation.casefold() not in person.name.casefold() else "",
        sector_label(person.sector, _),
        district_label(person.district, _) if person.district else "",
        "" if addresses(person.email) else _("no e-mail"),
    )
    return Row(
        id=part.id,
        title=person.name,
        facts=" · ".join(fact for fact in facts if fact),
        remark=remark,
        level=level,
        is_quiet=part.status is InvitationStatus.DECLINED,
    )


def _gaps(page: EventScreen, view: ConsultView) -> None:
    """Which sectors of which qark nobody speaks for; said once somebody is asked at all."""
    _ = page._
    found = unasked(view.parts, frozenset(view.links_by_person) | view.answered)
    if not found or not view.links_by_person:
        return
    places = [f"{district_label(district, _)}: {sector_label(sector, _)}" for district, sector in found[:MOST_GAPS]]
    left = len(found) - MOST_GAPS
    places += [_.plural("and {count} more", "and {count} more", left).format(count=left)] if left > 0 else []
    st.caption(_("Nobody is asked yet in: {places}.").format(places="; ".join(places)))
