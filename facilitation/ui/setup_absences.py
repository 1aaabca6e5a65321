"""Who cannot be there, and when."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.agenda import Absence
from facilitation.planning.agenda_filter import people_in
from facilitation.planning.contributors import contributor_named
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.setup_windows import window_fields, window_text


def absences_part(page: EventScreen) -> None:
    """Every absence with the way to take it back, then the form for a further one."""
    _ = page._
    record = page.app.agendas.plan(page.event_id)
    if not record.agenda.absences:
        st.write(_("Nobody is marked as absent. Mark who comes late or leaves early, and the agenda warns in time."))
    for absence in record.agenda.absences:
        _line(page, absence)
    people = {part.person.name: part for part in record.participations}
    known = {person.name: person for _day, item in record.agenda.items() for person in item.contributors}
    with st.container(border=True):
        who = st.selectbox(
            _("Who"),
            list(dict.fromkeys((*people_in(record.agenda), *people))),
            index=None,
            key="absent_who",
            placeholder=_("Choose a person or office"),
            accept_new_options=True,
        )
        window = window_fields(page, key="absent")
        reason = st.text_input(_("Reason (for the staff)"), key="absent_reason")
        if not st.button(_("Mark as absent"), key="absent_save", disabled=not (who and window)) or window is None:
            return
        absence = Absence(contributor_named(str(who), people, known), window, (reason or "").strip())
        attempt(page.app.agenda_setup.mark_absent, page.event_id, absence)
        st.rerun()


def _line(page: EventScreen, absence: Absence) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        words = f"**{plain(absence.who.name)}** · {window_text(page, absence.window)}"
        st.markdown(words + (f" · {plain(absence.reason)}" if absence.reason else ""))
        st.button(
            page._("Can be there after all"),
            key=state.widget_key("present", absence.who.identity, absence.window.day, absence.window.starts_at),
            type="tertiary",
            icon=":material/close:",
            on_click=lambda: attempt(page.app.agenda_setup.unmark_absent, page.event_id, absence),
        )
