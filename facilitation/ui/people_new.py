"""Adding a participant: who and where; the rest follows in the side panel."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.event import Sector
from facilitation.domain.person import District, Participation, Person
from facilitation.i18n.labels import district_label, sector_label
from facilitation.planning.progress import name_key
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_view import CHOSEN_PERSON

FORM, KNOWN = "add_person", "known_person"


def add_person_button(page: EventScreen) -> None:
    """The button with its small form."""
    _ = page._
    with page.buttons.popover(
        _("Add a participant"), type="primary", icon=":material/add:", key=FORM, on_change="rerun"
    ):
        _known(page)
        st.text_input(_("Name, or office if the name must not appear"), key="new_person_name")
        _same_name(page)
        st.text_input(_("Organisation"), key="new_person_organisation")
        st.selectbox(
            _("Sector"),
            list(Sector),
            index=None,
            key="new_person_sector",
            format_func=lambda sector: sector_label(sector, _),
            placeholder=_("Choose"),
        )
        st.selectbox(
            _("District"),
            list(District),
            index=None,
            key="new_person_district",
            format_func=lambda district: district_label(district, _),
            placeholder=_("Choose"),
        )
        st.button(_("Add"), type="primary", key="new_person_save", on_click=_add, args=(page,))


def _known(page: EventScreen) -> None:
    """Whoever came to other events is taken from there, so that one person stays one."""
    _ = page._
    people = {person.id: person for person in page.app.people.others(page.event_id) if not person.is_coded}
    if not people:
        return
    st.selectbox(
        _("Known from other events"),
        list(people),
        None,
        key=KNOWN,
        format_func=lambda one: " — ".join(t for t in (people[one].name, people[one].organisation) if t),
        placeholder=_("Type some letters of the name"),
    )
    st.button(_("Add the known person"), key="known_person_add", on_click=_add_known, args=(page,))


def _add_known(page: EventScreen) -> None:
    wanted = state.widget_value(KNOWN)
    person = next((person for person in page.app.people.others(page.event_id) if person.id == wanted), None)
    if person is not None:
        _added(attempt(page.app.people.add, page.event_id, person, done=page._("Participant added.")))


def _same_name(page: EventScreen) -> None:
    """Say it before a second person of the same name is made by accident."""
    _, wanted = page._, name_key(str(state.widget_value("new_person_name") or ""))
    if not wanted:
        return
    here = [part.person for part in page.app.people.list_for(page.event_id)]
    for people, sentence in (
        (here, _("{name} is on the list already. Add them again only if it is somebody else.")),
        (page.app.people.others(page.event_id), _("{name} is known from other events: choose them above.")),
    ):
        found = next((person for person in people if name_key(person.name) == wanted), None)
        if found is not None:
            st.warning(plain(sentence.format(name=found.name)))


def _added(part: Participation | None) -> None:
    if part is not None:
        for key in ("new_person_name", "new_person_organisation"):
            state.clear_widget(key, "")
        state.clear_widget(KNOWN)
        state.put_widget(FORM, False)
        state.choose(CHOSEN_PERSON, part.id)


def _add(page: EventScreen) -> None:
    person = Person(
        id="",
        name=str(state.widget_value("new_person_name") or "").strip(),
        organisation=str(state.widget_value("new_person_organisation") or "").strip(),
        sector=state.widget_value("new_person_sector") or Sector.OTHER,
        district=state.widget_value("new_person_district"),
    )
    _added(attempt(page.app.people.add, page.event_id, person, done=page._("Participant added.")))
