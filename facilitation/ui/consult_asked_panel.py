"""The side panel of somebody who is asked: the link, the mails, and whether the answer is there."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.i18n.labels import district_label, sector_label
from facilitation.planning.reminders import addresses
from facilitation.services.form_links import form_address
from facilitation.ui.consult_links import revoke_button
from facilitation.ui.consult_mails import address_text, person_mails
from facilitation.ui.consult_view import CHOSEN_ASKED, ConsultView
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.side_panel import panel_head


def asked_panel(page: EventScreen, view: ConsultView, address: str) -> None:
    """The chosen person."""
    _, part = page._, view.person
    if part is None:
        return
    person = part.person
    facts = (
        person.organisation,
        sector_label(person.sector, _),
        district_label(person.district, _) if person.district else "",
    )
    with st.container(border=True):
        panel_head(person.name, facts, _, what=CHOSEN_ASKED)
        reach = address_text(part)
        st.write(reach or _("No e-mail address is known. Write it in the list of participants, or hand the link over."))
        if part.id in view.answered:
            st.write(_("The answer is here; it stands under “Replies”."))
        link = view.links_by_person.get(part.id)
        if link is None:
            make = partial(attempt, page.app.form_links.make, view.one.id, (part.id,), done=_("The link is made."))
            st.button(_("Make the link"), key="one_link_make", icon=":material/link:", on_click=make)
            return
        _link(page, form_address(address, link) if address else "")
        if address and addresses(person.email) and part.id not in view.answered:
            person_mails(page, view, part)
        revoke_button(page, link)


def _link(page: EventScreen, address: str) -> None:
    _ = page._
    if address:
        st.code(address, language=None, wrap_lines=True)
        st.caption(_("This link is theirs alone: who has it, answers in their name."))
    else:
        st.caption(_("The link is made. It can be copied as soon as the address above is known."))
