"""The side panel of one participant: every field saved on change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from facilitation.domain.event import Sector
from facilitation.domain.person import District, Participation, Sex
from facilitation.i18n.labels import (
    district_label,
    language_label,
    sector_label,
    sex_label,
    zone_label,
)
from facilitation.planning.zones import zone_of
from facilitation.ui import state
from facilitation.ui.fields import choice_field, many_field, text_field, tick_field, trimmed
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_panel_events import other_events
from facilitation.ui.people_panel_part import PartPanel
from facilitation.ui.people_view import CHOSEN_PERSON, PeopleView
from facilitation.ui.privacy_fields import consent_fields, needs_fields
from facilitation.ui.privacy_person import personal_data
from facilitation.ui.side_panel import panel_head

LANGUAGE_CODES = ("sq", "en", "mk", "sr", "bs", "tr", "rom", "it", "el", "de", "fr")
Save = Callable[[str], Callable[[Any], None]]


def person_panel(page: EventScreen, view: PeopleView) -> None:
    """The chosen participant."""
    part = view.chosen
    if part is None:
        return

    def key(field: str) -> str:
        return state.widget_key("person", part.id, field)

    def keep(wanted: Participation) -> None:
        attempt(page.app.people.edit, part, wanted)

    def save(field: str) -> Callable[[Any], None]:
        return lambda value: keep(replace(part, **{field: value}))

    def save_person(field: str) -> Callable[[Any], None]:
        return lambda value: keep(replace(part, person=replace(part.person, **{field: value})))

    with st.container(border=True):
        panel_head(f"{part.person.title} {part.person.name}".strip(), (), page._, what=CHOSEN_PERSON)
        PartPanel(page, part, view.parts).show()
        consent_fields(page, view, part)
        _person(page, part, key, save_person)
        _needs(page, part, key, save, save_person)
        other_events(page, part)
        personal_data(page, part)
        st.button(page._("Remove"), key="remove_person", icon=":material/delete:", on_click=_remove, args=(page, part))


def _person(page: EventScreen, part: Participation, key: Callable[[str], str], save: Save) -> None:
    _, person = page._, part.person

    def line(field: str, label: str) -> None:
        text_field(label, getattr(person, field), key=key(field), save=lambda text: save(field)((text or "").strip()))

    line("title", _("Title before the name"))
    line("name", _("Name, or office if the name must not appear"))
    line("organisation", _("Organisation"))
    line("position", _("Position"))
    choice_field(
        _("Sector"),
        list(Sector),
        person.sector,
        key=key("sector"),
        save=save("sector"),
        format_func=lambda sector: sector_label(sector, _),
    )
    left, right = st.columns(2)
    with left:
        choice_field(
            _("District"),
            [None, *District],
            person.district,
            key=key("district"),
            save=save("district"),
            format_func=lambda district: district_label(district, _) if district else _("not stated"),
        )
    with right:
        line("municipality", _("Municipality"))
    tick_field(
        _("Coded: the name is a code, never the name of a beneficiary"),
        person.is_coded,
        key=key("is_coded"),
        save=save("is_coded"),
    )
    zone = zone_of(person.district, person.municipality)
    if zone:
        st.caption(_("Zone of the regional groups: {zone}").format(zone=zone_label(zone, _)))


def _needs(page: EventScreen, part: Participation, key: Callable[[str], str], save: Save, save_person: Save) -> None:
    _ = page._
    with st.expander(_("Languages, needs, contact")):
        person = part.person
        many_field(
            _("Languages"),
            sorted({*LANGUAGE_CODES, *person.languages}),
            person.languages,
            key=key("languages"),
            save=lambda codes: save_person("languages")(tuple(codes or ())),
            format_func=lambda code: language_label(code, _),
            placeholder=_("Choose"),
        )
        needs_fields(page, part, key, save)
        for field, label in (("email", _("E-mail")), ("phone", _("Phone"))):
            text_field(label, getattr(person, field), key=key(field), save=trimmed(save_person(field)))
        choice_field(
            _("Sex (voluntary, for the figures)"),
            list(Sex),
            person.sex,
            key=key("sex"),
            save=save_person("sex"),
            format_func=lambda sex: sex_label(sex, _),
        )
        text_field(_("Note"), part.note, key=key("note"), save=trimmed(save("note")), rows=3)


def _remove(page: EventScreen, part: Participation) -> None:
    attempt(page.app.people.remove, part.id, done=page._("Participant removed. Undo brings them back."))
    state.forget(CHOSEN_PERSON)
