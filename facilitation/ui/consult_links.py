"""The links of a questionnaire: where people reach the program, and the one link for everybody with its code."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.documents.qr_code import qr_png
from facilitation.domain.consultation import FormLink
from facilitation.services.form_links import form_address
from facilitation.ui.calendar_links import THIS_COMPUTER
from facilitation.ui.consult_view import ConsultView
from facilitation.ui.fields import text_field, trimmed
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

EXAMPLE = "http://192.168.1.10:8501"
CODE_WIDTH = 180


def address_field(page: EventScreen, address: str) -> None:
    """Where people reach the program; the pages for phones have the same address."""
    _ = page._
    text_field(
        _("Address at which people reach Tryeza"),
        address,
        key="form_address",
        save=trimmed(lambda typed: attempt(page.app.phone_links.choose_address, typed)),
        placeholder=EXAMPLE,
    )
    if not address:
        st.caption(_("Links can be copied and sent as soon as this address is known."))
    if str(st.get_option("server.address") or "") in THIS_COMPUTER:
        st.caption(
            _("Tryeza answers this computer alone at the moment. Others need it to run where they can reach it.")
        )


def open_link_part(page: EventScreen, view: ConsultView, address: str) -> None:
    """One link for everybody: for a poster, a mailing list or the wall."""
    _, link = page._, view.open_link
    with st.expander(_("One link for everybody")):
        st.write(
            _(
                "Whoever has this link can answer, as often as they like, and nobody knows who it was. Good for a"
                " poster; a link of one’s own shows who has answered."
            )
        )
        if link is None:
            st.button(
                _("Make the link"), key="open_link_make", icon=":material/link:", on_click=_make, args=(page, view)
            )
        else:
            _shown(page, link, form_address(address, link) if address else "")


def _make(page: EventScreen, view: ConsultView) -> None:
    attempt(page.app.form_links.make, view.one.id, ("",), done=page._("The link is made."))


def _shown(page: EventScreen, link: FormLink, address: str) -> None:
    _ = page._
    if address:
        st.code(address, language=None, wrap_lines=True)
        st.image(qr_png(address), width=CODE_WIDTH, output_format="PNG", alt=_("The code of the link"))
    with st.container(horizontal=True):
        if address:
            st.download_button(
                _("The code as a picture"),
                data=partial(qr_png, address),
                file_name="tryeza-qr.png",
                mime="image/png",
                key="open_link_code",
                icon=":material/qr_code_2:",
                on_click="ignore",
            )
        revoke_button(page, link)


def revoke_button(page: EventScreen, link: FormLink) -> None:
    """Closing a link for good; answers that came through it stay."""
    _ = page._
    with st.popover(_("Revoke the link"), key=f"revoke_{link.id}", type="tertiary"):
        st.write(_("It opens nothing any more, also on posters already printed. Answers that came through it stay."))
        st.button(_("Revoke it"), key=f"revoke_{link.id}_now", on_click=_revoke, args=(page, link))


def _revoke(page: EventScreen, link: FormLink) -> None:
    attempt(page.app.form_links.revoke, link.id, done=page._("The link was revoked."))
