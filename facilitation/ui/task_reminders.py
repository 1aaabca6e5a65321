"""Reminders as drafts: whom to write to, what they would read, and who cannot be reached; a person sends them."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.i18n.translator import LANGUAGE_NAMES, Translator
from facilitation.planning.reminders import RemindedTask, Reminder
from facilitation.services.reminders import DraftMail
from facilitation.ui import state
from facilitation.ui.documents_menu import file_button
from facilitation.ui.messages import plain
from facilitation.ui.page_head import EventScreen

MOST_TITLES = 5


def reminders_button(page: EventScreen) -> None:
    """The button that opens the reminders as a dialog of their own."""
    _ = page._
    if st.button(_("Reminders"), key="reminders", icon=":material/mail:"):
        st.dialog(_("Reminders"), width="large")(reminders_form)(page)


def reminders_form(page: EventScreen) -> None:
    """Every draft with its ways to open it, then those who cannot be written to."""
    _ = page._
    sender = page.app.preferences.own_name()
    found = page.app.reminders.round(page.event_id, page.language, sender)
    st.write(
        _(
            "For tasks that are late or due in the next seven days. Tryeza sends nothing: a draft opens in your mail"
            " program, and you send it."
        )
    )
    if not found.mails and not found.left_out.unreached and not found.left_out.nobodys:
        st.write(_("Nobody needs a reminder today."))
    if len(found.mails) > 1:
        make = partial(page.app.reminders.all_mails, page.event_id, page.language, sender)
        words = _("All {count} drafts as one file").format(count=len(found.mails))
        file_button(words, make, "reminders.zip", key="reminders_zip", icon=":material/folder_zip:")
    for each in found.mails:
        _mail(page, each, sender)
    _unreached(page, found.left_out.unreached)
    _nobodys(page, found.left_out.nobodys)


def _mail(page: EventScreen, each: DraftMail, sender: str) -> None:
    _, reminder = page._, each.reminder
    with st.container(border=True):
        st.markdown(f"**{plain(reminder.owner)}** · `{', '.join(reminder.addresses)}`")
        st.caption(plain(_facts(each, _)))
        with st.container(horizontal=True, vertical_alignment="center"):
            if each.link:
                st.link_button(_("Open in the mail program"), each.link, icon=":material/mail:")
            make = partial(page.app.reminders.mail, page.event_id, reminder.owner, page.language, sender)
            key = state.widget_key("reminder", reminder.owner)
            file_button(_("Draft as a file"), make, "reminder.eml", key=key, icon=":material/download:")
        with st.expander(_("What it says")):
            st.text(f"{each.draft.subject}\n\n{each.draft.text}")


def _facts(each: DraftMail, _: Translator) -> str:
    reminder = each.reminder
    late = sum(row.days_late > 0 for row in reminder.tasks)
    soon = len(reminder.tasks) - late
    parts = [_("{late} late, {soon} in the next seven days").format(late=late, soon=soon)]
    if reminder.deputies:
        names = "; ".join(person.name for person in reminder.deputies)
        parts.append(_("copy to {names}").format(names=names))
    if reminder.language:
        parts.append(LANGUAGE_NAMES[reminder.language])
    if not each.link:
        parts.append(_("too long for a link: open the file"))
    return " · ".join(parts)


def _unreached(page: EventScreen, left_out: tuple[Reminder, ...]) -> None:
    _ = page._
    if not left_out:
        return
    st.header(_("Without an e-mail address"), anchor=False)
    for reminder in left_out:
        how = (
            _("{name}: write a valid address in the participant’s panel.")
            if reminder.person
            else _("{name} is not on the list of participants: add them there, under this very name, with an address.")
        )
        st.markdown("- " + plain(how.format(name=reminder.owner)))


def _nobodys(page: EventScreen, rows: tuple[RemindedTask, ...]) -> None:
    _ = page._
    if not rows:
        return
    st.header(_("Without a person"), anchor=False)
    st.write(_("Nobody can be reminded of these tasks. Say under “Roles and people” who takes them."))
    titles = [row.task.title.said_in(page.language) for row in rows[:MOST_TITLES]]
    left = len(rows) - MOST_TITLES
    titles += [_.plural("and {count} more", "and {count} more", left).format(count=left)] if left > 0 else []
    st.markdown("\n".join(f"- {plain(title)}" for title in titles))
