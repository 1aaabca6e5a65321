"""What is done with a day or the whole agenda rather than with a session: copy a day, select it, win back time."""

from __future__ import annotations

import streamlit as st

from facilitation.ui import state
from facilitation.ui.agenda_import import FILE, ROWS, SOURCE, agenda_import_form
from facilitation.ui.agenda_recovery import recovery_form
from facilitation.ui.agenda_selection import select_all
from facilitation.ui.agenda_view import AgendaView
from facilitation.ui.calendar_links import open_links
from facilitation.ui.documents_menu import agenda_papers
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

MENU, COPY, ALL = "agenda_more", "copy_day", "select_day"
RECOVER, IMPORT, PASTE, LINKS = "win_time", "import_agenda", "paste_rows", "calendar_links"
PAPERS = "agenda_papers"
COPY_TO, COPY_HOW = "copy_day_to", "copy_day_how"


def day_menu(page: EventScreen, view: AgendaView, day: int) -> None:
    """The menu beside the buttons of the screen; ``day`` 0 = no list of one day is shown."""
    words = _words(page, view, day)

    def act() -> None:
        if state.widget_value(MENU) == ALL:
            select_all(view, day)
        if state.widget_value(MENU) in (IMPORT, PASTE):
            state.put_widget(SOURCE, ROWS if state.widget_value(MENU) == PASTE else FILE)

    wanted = page.buttons.menu_button(
        page._("More"), list(words), key=MENU, format_func=lambda name: words[name], on_click=act
    )
    if wanted:
        _open(page, str(wanted), day)


def _words(page: EventScreen, view: AgendaView, day: int) -> dict[str, str]:
    _ = page._
    words = {
        RECOVER: _("Win back lost time"),
        PASTE: _("Paste rows from Excel"),
        IMPORT: _("Import an agenda"),
        LINKS: _("Calendar links"),
        PAPERS: _("Word files"),
    }
    if day:
        words[ALL] = _("Select all of the day")
    if day and len(view.agenda.days) > 1:
        words[COPY] = _("Copy the day")
    return words


def _open(page: EventScreen, wanted: str, day: int) -> None:
    """The dialog of an entry."""
    _ = page._
    if wanted == COPY:
        st.dialog(_("Copy day {number}").format(number=day))(copy_form)(page)
    elif wanted == RECOVER:
        st.dialog(_("Win back lost time"), width="large")(recovery_form)(page)
    elif wanted in (IMPORT, PASTE):
        st.dialog(_("Import an agenda"), width="large")(agenda_import_form)(page)
    elif wanted == LINKS:
        open_links(page)
    elif wanted == PAPERS:
        st.dialog(_("Word files"))(agenda_papers)(page)


def copy_form(page: EventScreen) -> None:
    """To which day, and whether what is there stays."""
    _ = page._
    day = int(state.widget_value(state.widget_key("agenda_day", page.event_id)) or 1)
    days = [number for number in range(1, page.event.day_count + 1) if number != day]
    to = st.selectbox(
        _("To which day"),
        days,
        format_func=lambda number: _("Day {number}").format(number=number),
        key=COPY_TO,
        placeholder=_("Choose"),
    )
    ways = {False: _("Behind the sessions it has"), True: _("Instead of them, from the same clock time")}
    is_replacing = st.radio(_("How"), list(ways), format_func=lambda way: ways[way], key=COPY_HOW)
    st.caption(_("The pages of the guide are copied too; notes and café groups stay where they are."))
    if st.button(_("Copy"), type="primary", key="copy_day_save", disabled=to is None):
        done = _("Day {number} was copied.").format(number=day)
        copy = page.app.agenda_pieces.copy_day
        attempt(copy, page.event_id, day=day, to=int(to or 0), is_replacing=bool(is_replacing), done=done)
        st.rerun()
