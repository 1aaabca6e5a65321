"""The facts, goals and texts of the event; every field saved on change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from facilitation.domain.event import ConsultationQuestion, Event, Sector, SectorTarget
from facilitation.domain.text import Text
from facilitation.i18n.formats import day_span_text, share_text
from facilitation.i18n.labels import country_label, sector_label
from facilitation.services.events import COUNTRIES
from facilitation.ui import state
from facilitation.ui.fields import (
    choice_field,
    date_field,
    many_field,
    number_field,
    text_field,
    trimmed,
    words_field,
)
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

NEW_GOAL = Text(sq="Objektiv i ri", en="New objective")


def _key(page: EventScreen, field: object) -> str:
    return state.widget_key("event", page.event_id, field)


def _save(page: EventScreen, field: str) -> Callable[[Any], None]:
    return lambda value: _keep(page, replace(page.event, **{field: value}))


def _keep(page: EventScreen, wanted: Event) -> None:
    attempt(page.app.events.edit, page.event, wanted)


def facts_form(page: EventScreen) -> None:
    """Title, days, place, host, country, languages, numbers."""
    _, event = page._, page.event
    words_field(page, _("Title"), event.title, key=_key(page, "title"), save=_save(page, "title"))
    words_field(page, _("Host office"), event.host, key=_key(page, "host"), save=_save(page, "host"))
    left, middle, right = st.columns(3)
    with left:
        text_field(_("Place"), event.place, key=_key(page, "place"), save=trimmed(_save(page, "place")))
        number_field(
            _("Expected people"),
            event.expected_people,
            key=_key(page, "people"),
            least=1,
            most=3000,
            save=lambda value: _save(page, "expected_people")(int(value or 1)),
        )
    with middle:
        choice_field(
            _("Country (decides the public holidays)"),
            COUNTRIES,
            event.country,
            key=_key(page, "country"),
            save=_save(page, "country"),
            format_func=lambda code: country_label(code, _),
        )
        number_field(
            _("Days"),
            event.day_count,
            key=_key(page, "days"),
            least=1,
            most=14,
            save=lambda value: _save(page, "day_count")(int(value or 1)),
        )
    with right:
        many_field(
            _("Languages"),
            ["sq", "en"],
            event.languages,
            key=_key(page, "languages"),
            save=lambda codes: _keep_languages(page, tuple(codes or ())),
            format_func=lambda code: _("Albanian") if code == "sq" else _("English"),
            placeholder=_("Choose"),
        )
        date_field(
            _("Design phase began on"),
            event.design_started_on,
            key=_key(page, "design"),
            save=_save(page, "design_started_on"),
            help=_("At least 90 days before the event."),
        )
    days = day_span_text(event.starts_on, event.ends_on, page.language)
    st.caption(
        _("The event is on {days}. Moving it is on the checklist, because its tasks move with it.").format(days=days)
    )


def _keep_languages(page: EventScreen, codes: tuple[str, ...]) -> None:
    if codes:
        _save(page, "languages")(codes)
    else:
        state.say("block", page._("An event needs a language for its papers. Choose Albanian, English or both."))


def goals_form(page: EventScreen) -> None:
    """Objectives and the share each sector should have."""
    _, event = page._, page.event
    st.header(_("Objectives"), anchor=False)
    for number, goal in enumerate(event.objectives, start=1):

        def save(text: Text, goal_id: str = goal.id) -> None:
            goals = tuple(replace(g, text=text) if g.id == goal_id else g for g in event.objectives)
            _keep(page, replace(event, objectives=tuple(g for g in goals if g.text)))

        label = _("Objective {number}").format(number=number)
        words_field(page, label, goal.text, key=_key(page, goal.id), save=save)
    st.button(
        _("Add an objective"),
        key="add_objective",
        icon=":material/add:",
        on_click=lambda: attempt(page.app.events.add_objective, page.event_id, NEW_GOAL),
    )
    st.caption(_("At most five; each needs a session. Empty an objective to remove it."))
    _targets(page)


def _targets(page: EventScreen) -> None:
    _, event = page._, page.event
    st.header(_("Targets by sector (percent)"), anchor=False)
    shares = {target.sector: target.share for target in event.sector_targets}
    places = st.columns(3)
    for place, sector in enumerate(Sector):

        def save(value: Any, sector: Sector = sector) -> None:
            new = {**shares, sector: int(value or 0) / 100}
            _save(page, "sector_targets")(tuple(SectorTarget(s, share) for s, share in new.items() if share))

        with places[place % 3]:
            number_field(
                sector_label(sector, _),
                round(shares.get(sector, 0) * 100),
                key=_key(page, ("target", sector.value)),
                most=100,
                save=save,
            )
    st.caption(_("Sum: {share}").format(share=share_text(sum(shares.values()), page.language)))


def texts_form(page: EventScreen) -> None:
    """Context, expected results, donors and what the consultation said: they feed guide and proceedings."""
    _, event = page._, page.event
    for field, label in (
        ("about", _("Context and purpose")),
        ("expected_results", _("Expected results")),
        ("donors", _("Supported by")),
    ):
        words_field(page, label, getattr(event, field), key=_key(page, field), save=_save(page, field), rows=4)
    st.header(_("Consultation before the event"), anchor=False)
    for place, asked in enumerate(event.consultation):

        def keep(changed: ConsultationQuestion, place: int = place) -> None:
            entries = (*event.consultation[:place], changed, *event.consultation[place + 1 :])
            _save(page, "consultation")(entries)

        _consultation(page, asked, place, keep)
    if not event.consultation:
        st.caption(_("This event has no consultation question."))


def _consultation(
    page: EventScreen, asked: ConsultationQuestion, place: int, keep: Callable[[ConsultationQuestion], None]
) -> None:
    _ = page._
    label = _("Question {number}").format(number=place + 1)
    words_field(
        page,
        label,
        asked.question,
        key=_key(page, ("question", place)),
        save=lambda text: keep(replace(asked, question=text)),
        rows=2,
    )
    words_field(
        page,
        _("What the answers said"),
        asked.synthesis,
        key=_key(page, ("synthesis", place)),
        save=lambda text: keep(replace(asked, synthesis=text)),
        rows=4,
    )
