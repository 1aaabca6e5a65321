"""Consents, needs and the person's own data in the side panel of a participant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from facilitation.domain.person import Consent, ConsentWay, Participation, Purpose
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import consent_label
from facilitation.i18n.privacy_words import purpose_label, way_label
from facilitation.services.privacy import ConsentTrace
from facilitation.ui import state
from facilitation.ui.dates import DATE_FORMAT
from facilitation.ui.fields import choice_field, text_field, trimmed
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_view import PeopleView
from facilitation.ui.privacy_needs import is_open

Save = Callable[[str], Callable[[Any], None]]


def consent_fields(page: EventScreen, view: PeopleView, part: Participation) -> None:
    """Each consent asked for on its own, none ticked beforehand, taken back as easily as given."""
    _ = page._
    asked = [getattr(part, f"{purpose.value}_consent") is not Consent.NOT_ASKED for purpose in Purpose]
    with st.expander(_("Consents"), icon=":material/privacy_tip:"):
        st.caption(_("Ask each one separately. Nobody must agree in order to take part; no answer is no consent."))
        _how(page, part)
        traces = page.app.privacy.consents(part) if any(asked) else {}
        for purpose in Purpose:
            _consent(page, part, purpose, traces)
        unasked = sum(_is_unasked(other) for other in view.parts)
        if unasked:
            st.caption(
                _.plural(
                    "{count} person of this event has not been asked anything yet.",
                    "{count} people of this event have not been asked anything yet.",
                    unasked,
                ).format(count=unasked)
            )


def _is_unasked(part: Participation) -> bool:
    return all(getattr(part, f"{purpose.value}_consent") is Consent.NOT_ASKED for purpose in Purpose)


def _key(part: Participation, field: str) -> str:
    return state.widget_key("person", part.id, field)


def _how(page: EventScreen, part: Participation) -> None:
    """The day and the way that go with the next answers."""
    _ = page._
    st.selectbox(
        _("How it was given"),
        list(ConsentWay),
        index=None,
        key=_key(part, "consent_way"),
        format_func=lambda way: way_label(way, _),
        placeholder=_("Choose"),
    )
    st.date_input(_("Given on"), page.app.overviews.today(), key=_key(part, "consent_day"), format=DATE_FORMAT)


def _consent(page: EventScreen, part: Participation, purpose: Purpose, traces: Mapping[Purpose, ConsentTrace]) -> None:
    _, field = page._, f"{purpose.value}_consent"
    answer = getattr(part, field)
    choice_field(
        purpose_label(purpose, _),
        list(Consent),
        answer,
        key=_key(part, field),
        save=partial(_save, page, part, purpose),
        format_func=lambda consent: consent_label(consent, _),
    )
    trace = traces.get(purpose)
    if trace and answer is not Consent.NOT_ASKED:
        st.caption(plain(_trace_words(trace, page)))


def _save(page: EventScreen, part: Participation, purpose: Purpose, answer: Consent) -> None:
    way = state.widget_value(_key(part, "consent_way"))
    day = state.widget_value(_key(part, "consent_day"))
    on = day if isinstance(day, date) else page.app.overviews.today()
    attempt(page.app.privacy.consent, part, purpose, answer, way, on)


def _trace_words(trace: ConsentTrace, page: EventScreen) -> str:
    _, day = page._, day_text(trace.noted_on, page.language, with_year=True, with_weekday=False)
    if trace.way is None:
        return _("Noted on {day} by {actor}; how it was given is not said.").format(day=day, actor=trace.actor)
    return _("Given {way}; noted on {day} by {actor}.").format(way=way_label(trace.way, _), day=day, actor=trace.actor)


def needs_fields(page: EventScreen, part: Participation, key: Callable[[str], str], save: Save) -> None:
    """Needs and diet, as long as the logistics view is open; otherwise that they are kept out of sight."""
    _ = page._
    if not is_open(page):
        st.caption(_("Needs and diet are out of sight. Open the logistics view above the list to read or write them."))
        return
    for field, label in (("access_needs", _("Access needs")), ("dietary_needs", _("Dietary needs"))):
        text_field(label, getattr(part, field), key=key(field), save=trimmed(save(field)))
