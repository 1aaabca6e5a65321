"""Pages for the phones of participants: made for all at once, printed on badges, looked at and revoked."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from facilitation.domain.phone_link import PhoneLink
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import LANGUAGE_NAMES
from facilitation.services.phone_links import PATH
from facilitation.ui import state
from facilitation.ui.calendar_links import THIS_COMPUTER
from facilitation.ui.documents_menu import paper_button
from facilitation.ui.fields import text_field, trimmed
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

EXAMPLE = "http://192.168.1.10:8501"
WHOSE = "phone_page_of"


def phone_pages(page: EventScreen) -> None:
    """The panel of phone pages."""
    _ = page._
    with st.expander(_("Pages for phones"), key="phone_pages", on_change="rerun") as panel:
        if not panel.open:
            return
        st.write(
            _(
                "Everybody can have a page of their own on the phone: their table now and next, the question and the"
                " programme, and nobody else’s name. The code on the badge opens it without signing in."
            )
        )
        names = {part.id: part.person.name for part in page.app.people.list_for(page.event_id)}
        links = page.app.phone_links.list_for(page.event_id)
        address = page.app.phone_links.address()
        _address(page, address)
        _made(page, len(links), len(names))
        with st.container(horizontal=True, vertical_alignment="center"):
            _buttons(page, len(links), len(names))
        if links:
            _one(page, address, {link.participation_id: link for link in links}, names)


def _address(page: EventScreen, address: str) -> None:
    """Where phones reach the program; this computer is no place for a phone."""
    _ = page._
    text_field(
        _("Address at which phones reach Tryeza"),
        address,
        key="phone_address",
        save=trimmed(lambda typed: attempt(page.app.phone_links.choose_address, typed)),
        placeholder=EXAMPLE,
    )
    if not address:
        st.caption(_("Badges carry the codes as soon as this address is known."))
    if str(st.get_option("server.address") or "") in THIS_COMPUTER:
        st.caption(
            _("Tryeza answers this computer alone at the moment. Phones need it to run where they can reach it.")
        )


def _made(page: EventScreen, links: int, people: int) -> None:
    _ = page._
    sentence = _.plural("{links} of {people} person has a page.", "{links} of {people} people have a page.", people)
    st.write(sentence.format(links=links, people=people))


def _buttons(page: EventScreen, links: int, people: int) -> None:
    _ = page._
    st.button(
        _("Make a page for everybody"),
        key="phone_make",
        icon=":material/qr_code_2:",
        disabled=links >= people,
        on_click=_make,
        args=(page,),
    )
    for language, word in LANGUAGE_NAMES.items():
        label = " · ".join((_("Badges"), word))
        paper_button(page, "badges.docx", language, label, type="tertiary", disabled=not links)
    if links:
        with st.popover(_("Revoke all"), key="phone_revoke", type="tertiary"):
            st.write(_("The codes on badges already printed stop working. New pages get new codes."))
            st.button(_("Revoke all pages"), key="phone_revoke_now", on_click=_revoke_all, args=(page,))


def _make(page: EventScreen) -> None:
    attempt(page.app.phone_links.make_all, page.event_id, done=page._("The pages are made."))


def _revoke_all(page: EventScreen) -> None:
    attempt(page.app.phone_links.revoke_all, page.event_id, done=page._("All pages were revoked."))


def _one(page: EventScreen, address: str, links: Mapping[str, PhoneLink], names: Mapping[str, str]) -> None:
    """The link of one person, to look at their page, send it again or revoke it."""
    _ = page._
    part = st.selectbox(
        _("Page of"),
        sorted_by(links, lambda part_id: names[part_id], page.language),
        index=None,
        key=WHOSE,
        format_func=lambda part_id: names.get(part_id, "—"),
        placeholder=_("Choose"),
    )
    if part is None or part not in links:
        return
    token = links[part].token
    st.code(f"{address}{PATH}{token}", language=None)
    st.button(_("Revoke the link"), key=state.widget_key("phone_revoke", token), on_click=_revoke, args=(page, token))


def _revoke(page: EventScreen, token: str) -> None:
    attempt(page.app.phone_links.revoke, token, done=page._("The link was revoked."))
