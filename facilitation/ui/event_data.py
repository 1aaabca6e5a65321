"""The event as an archive file, the database as a backup, and removing an event."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.screen import open_event


def archive_part(page: EventScreen) -> None:
    """Download the event as one file."""
    _ = page._
    st.header(_("Archive of this event"), anchor=False)
    st.write(_("One file with everything of this event. It opens on any computer with Tryeza."))
    st.caption(
        _(
            "It carries names, contacts, consents, needs and diet, notes with their speakers and the answers of the"
            " consultation, but no history. Who was erased is not in it. Keep it as you keep the list of participants."
        )
    )
    st.download_button(
        _("Download the archive"),
        data=partial(page.app.archives.export, page.event_id),
        file_name=f"{page.event.starts_on.isoformat()}-{page.event_id}.tryeza",
        mime="application/zip",
        key="download_archive",
        on_click="ignore",
        icon=":material/download:",
    )


def backup_part(page: EventScreen) -> None:
    """Download the whole database."""
    _ = page._
    st.header(_("Backup of all events"), anchor=False)
    st.write(_("The whole database as one file. Restore it on the command line: python -m facilitation restore FILE."))
    st.caption(_("A backup keeps who is erased later: erase them again after restoring it, and destroy old backups."))
    st.download_button(
        _("Download the backup"),
        data=page.app.archives.backup_bytes,
        file_name=f"tryeza-{page.app.overviews.today().isoformat()}.zip",
        mime="application/zip",
        key="download_backup",
        on_click="ignore",
        icon=":material/download:",
    )


def remove_part(page: EventScreen) -> None:
    """Remove the event after its title was typed."""
    _ = page._
    st.header(_("Remove this event"), anchor=False)
    title = page.event.title.said_in(page.language)
    st.write(_("Everything of this event is removed for good. Download the archive first."))
    st.text_input(_("Type the title of the event to confirm"), key="remove_confirm", placeholder=title)
    st.button(_("Remove the event"), key="remove_event", on_click=_remove, args=(page, title))


def _remove(page: EventScreen, title: str) -> None:
    typed = str(state.widget_value("remove_confirm") or "").strip()
    if typed.casefold() != title.casefold():
        state.say("block", page._("The title does not match. Nothing was removed."))
        return
    attempt(page.app.events.remove, page.event_id, done=page._("The event was removed."))
    state.clear_widget("remove_confirm", "")
    open_event("")
