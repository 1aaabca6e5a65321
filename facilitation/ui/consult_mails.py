"""Drafts of the mails that ask people or remind them; a person opens and sends them, never we."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from facilitation.domain.person import Participation
from facilitation.planning.reminders import addresses
from facilitation.services.consultation_mails import Round
from facilitation.services.form_links import form_address
from facilitation.ui import state
from facilitation.ui.consult_view import ConsultView
from facilitation.ui.documents_menu import file_button
from facilitation.ui.messages import plain
from facilitation.ui.page_head import EventScreen


def mails_buttons(page: EventScreen, view: ConsultView, parts: Sequence[Participation]) -> None:
    """The drafts for all who have a link, an address and no answer yet, and their links as a list to copy."""
    _, base = page._, page.app.phone_links.address()
    reached = [part.id for part in parts if addresses(part.person.email)]
    if not parts or not base:
        return
    if reached:
        _files(page, view, reached)
    with st.popover(_("All links"), key="all_links", icon=":material/content_copy:", type="tertiary"):
        links = view.links_by_person
        if len(reached) < len(parts):
            st.caption(_("Not all of them have an e-mail address: hand those their link in another way."))
        st.caption(_("For a letter merge or a message; each link belongs to one person."))
        lines = [f"{part.person.name}\t{form_address(base, links[part.id])}" for part in parts]
        st.code("\n".join(lines), language=None, height=240 if len(lines) > 8 else "content")


def _files(page: EventScreen, view: ConsultView, reached: Sequence[str]) -> None:
    """The two files: to ask, and to remind."""
    _, count = page._, len(reached)
    first = _.plural("Draft for {count} person", "Drafts for {count} people", count)
    again = _.plural("Reminder for {count} person", "Reminders for {count} people", count)
    for words, name, icon in ((first, "consultation.zip", "mail"), (again, "reminders.zip", "notifications")):
        wanted = _round(page, view, reached, is_reminder=words == again)
        file_button(
            words.format(count=count),
            partial(page.app.consultation_mails.all_mails, wanted),
            name,
            key=state.widget_key("consult_mails", name),
            icon=f":material/{icon}:",
            help=_("One file for each person, in their language and with their own link. Tryeza sends nothing."),
        )


def _round(page: EventScreen, view: ConsultView, ids: Sequence[str], *, is_reminder: bool) -> Round:
    sender = page.app.preferences.own_name()
    return Round(view.one.id, tuple(ids), language=page.language, sender=sender, is_reminder=is_reminder)


def person_mails(page: EventScreen, view: ConsultView, part: Participation) -> None:
    """The drafts for one person: open in the mail program, or as a file."""
    _ = page._
    wanted = _round(page, view, [part.id], is_reminder=False)
    for each in page.app.consultation_mails.mails(wanted):
        if each.link:
            st.link_button(_("Open in the mail program"), each.link, icon=":material/mail:")
        with st.expander(_("What it says")):
            st.text(f"{each.draft.subject}\n\n{each.draft.text}")
    for is_reminder, label in ((False, _("Draft as a file")), (True, _("Reminder as a file"))):
        one = _round(page, view, [part.id], is_reminder=is_reminder)
        name = "reminder.eml" if is_reminder else "consultation.eml"
        make = partial(page.app.consultation_mails.one, one)
        file_button(label, make, name, key=state.widget_key("consult_mail", name, part.id), icon=":material/download:")


def address_text(part: Participation) -> str:
    """Where somebody can be written to, for markdown."""
    return ", ".join(plain(address) for address in addresses(part.person.email))
