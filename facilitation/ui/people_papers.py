"""The papers of the people, and the certificates: issue numbers, see those given."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from facilitation.i18n.formats import list_text
from facilitation.i18n.translator import LANGUAGE_NAMES
from facilitation.ui.documents_menu import paper_button, paper_buttons
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_view import PeopleView


def people_papers(page: EventScreen, view: PeopleView) -> None:
    """What is printed for the door and the tables; then the certificates with their register."""
    _ = page._
    has_codes = any(part.person.is_coded for part in view.parts)
    codes = ["sign-in-codes.docx"] if has_codes else []
    paper_buttons(page, "sign-in.docx", *codes, "badges.docx", "name-cards.docx", "participants.xlsx")
    if has_codes:
        st.caption(_("Who stands under a code has no badge, name card or certificate: they would point at them."))
    st.header(_("Certificates of attendance"), anchor=False)
    _issue(page, view)
    register = page.app.certificates.register(page.event_id)
    if not register:
        return
    with st.container(horizontal=True):
        for language, word in LANGUAGE_NAMES.items():
            label = _("Print in {language}").format(language=word)
            paper_button(page, "certificates.docx", language, label, icon=":material/download:")
    st.caption(_("A certificate can be printed again at any time and keeps its number."))
    rows = [
        {
            _("Number"): part.certificate,
            _("Name"): part.person.name,
            _("Organisation"): part.person.organisation,
            _("Days"): list_text([str(day) for day in part.days_attended], page.language),
        }
        for part in register
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=_("Register of the certificates issued"))


def _issue(page: EventScreen, view: PeopleView) -> None:
    _, waiting = page._, len(page.app.certificates.waiting(page.event_id))
    if not any(part.days_attended for part in view.parts):
        st.write(_("Nobody is ticked as present yet. Certificates are for those who attended."))
        return
    if not waiting:
        st.write(
            _("Everybody who attended has a certificate. Whoever is ticked as present later can be given one here.")
        )
        return
    st.button(
        _.plural("Issue {count} certificate", "Issue {count} certificates", waiting).format(count=waiting),
        key="issue_certificates",
        type="primary",
        on_click=lambda: attempt(page.app.certificates.issue, page.event_id, done=_("Certificates issued.")),
    )
