"""How to begin: a new event from an instrument, the sample, or an archive."""

from __future__ import annotations

from datetime import date

import streamlit as st

from facilitation.domain.instrument import Instrument
from facilitation.domain.text import Text, typed
from facilitation.i18n.formats import day_text
from facilitation.i18n.labels import country_label
from facilitation.i18n.sorting import sorted_by
from facilitation.services.events import COUNTRIES, NewEvent
from facilitation.ui import state
from facilitation.ui.dates import DATE_FORMAT, EVENT_DAYS
from facilitation.ui.library_words import instrument_words
from facilitation.ui.messages import attempt, plain, plain_lines, show_messages
from facilitation.ui.navigation import go_to
from facilitation.ui.screen import Screen, open_event
from facilitation.ui.series_notices import series_notices
from facilitation.ui.switches import switch

NEW_EVENT_PARAMETER, INSTRUMENT_PARAMETER = "new", "instrument"
CHOICE = "new_instrument"
USUAL_INSTRUMENT = "national-conference"
"""What the choice begins with when no link says otherwise."""


def wants_new_event() -> bool:
    """Whether the address asks for the start screen although there are events."""
    return NEW_EVENT_PARAMETER in st.query_params


def start_screen(found: Screen) -> None:
    """One sentence, then three ways to begin."""
    _ = found._
    st.title(_("New event") if found.event else _("Welcome to Tryeza"))
    show_messages(_)
    series_notices(found.app, _)
    st.write(
        _("Start from an instrument: agenda, checklist and guide come filled and dated. Or look at the sample first.")
    )
    ways = {"new": _("New event"), "sample": _("Open the sample"), "archive": _("Open an archive")}
    way = switch(_("How to begin"), ways, key="start_way")
    {"new": _new_event, "sample": _samples, "archive": _archive}[way](found)
    if found.event and st.button(_("Back to the event"), type="tertiary", icon=":material/arrow_back:"):
        go_to("home")


def _instrument_choice(found: Screen) -> Instrument:
    """The kind of event, found by typing some of its words; what it is for stands below."""
    _, instruments = found._, found.app.library.instruments
    keys = sorted_by(instruments, lambda key: instruments[key].title.said_in(found.language), found.language)
    linked = st.query_params.pop(INSTRUMENT_PARAMETER, "")
    wanted = (linked, state.widget_value(CHOICE), USUAL_INSTRUMENT)
    state.put_widget(CHOICE, next((key for key in wanted if key in keys), keys[0]))
    chosen = st.selectbox(
        _("Which kind of event?"),
        keys,
        format_func=lambda key: instruments[key].title.said_in(found.language),
        key=CHOICE,
        placeholder=_("Choose"),
        help=_("Type some words of its name to find it."),
    )
    instrument = instruments[chosen]
    _about(found, instrument)
    return instrument


def _about(found: Screen, instrument: Instrument) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(plain_lines(instrument.purpose.said_in(found.language)))
        st.caption(plain(instrument_words(instrument, found._)))
        if st.button(found._("Read all of it in the library"), key="read_instrument", type="tertiary"):
            go_to("library", instrument=instrument.key)


def _new_event(found: Screen) -> None:
    _ = found._
    instrument = _instrument_choice(found)
    with st.form("new_event", border=True):
        title = st.text_input(_("Title"), key="new_title", placeholder=instrument.title.said_in(found.language))
        topic = st.text_input(_("Topic"), key="new_topic", placeholder=_("Stands in the consultation questions"))
        first, second, third = st.columns(3)
        starts_on = first.date_input(_("First day"), None, *EVENT_DAYS, key="new_date", format=DATE_FORMAT)
        place = second.text_input(_("Place"), key="new_place", placeholder=_("For example Tirana"))
        country = third.selectbox(
            _("Country (decides the public holidays)"),
            COUNTRIES,
            format_func=lambda code: country_label(code, _),
            key="new_country",
            placeholder=_("Choose"),
        )
        fourth, fifth, sixth = st.columns(3)
        host = fourth.text_input(_("Host office"), key="new_host", placeholder=_("Office that invites"))
        languages = fifth.multiselect(
            _("Languages"), ["sq", "en"], ["sq", "en"], key="new_languages", placeholder=_("Choose"),
            format_func=lambda code: _("Albanian") if code == "sq" else _("English"),
        )  # fmt: skip
        people = sixth.number_input(
            _("Expected people"), 1, 3000, instrument.typical_people, key=state.widget_key("new_people", instrument.key)
        )
        submitted = st.form_submit_button(_("Make the event"), type="primary")
    if not submitted:
        return
    if not isinstance(starts_on, date):
        st.error(_("Choose the first day of the event."))
        return
    new = NewEvent(
        instrument=instrument.key,
        title=typed(title.strip(), found.language) if title.strip() else instrument.title,
        starts_on=starts_on,
        place=place,
        country=country or "AL",
        host=typed(host.strip(), found.language) if host.strip() else Text(),
        languages=tuple(languages) or (found.language,),
        expected_people=int(people),
        topic=typed(topic.strip(), found.language) if topic.strip() else Text(),
    )
    _make(found, new)


def _make(found: Screen, new: NewEvent) -> None:
    _ = found._
    event = attempt(found.app.events.create, new)
    if event is None:
        st.rerun()
    open_event(event.id)
    state.say("done", _("The event is ready: agenda, checklist and guide are filled and dated."))
    days = (new.starts_on - found.app.overviews.today()).days
    if 0 <= days < 90:
        state.say(
            "warn",
            _("{day} is {count} days away. Some lead times have passed; the findings below say which.").format(
                day=day_text(new.starts_on, found.language, with_year=True), count=days
            ),
        )
    go_to("home", event=event.id)


def _samples(found: Screen) -> None:
    _ = found._
    titles = {
        "national-conference-2008": _("National conference 2008: a held event with a complete record"),
        "regional-group-south": _("Regional group South: a one-day event in preparation"),
    }
    for name in found.app.library.sample_names():
        with st.container(border=True):
            st.markdown(f"**{titles.get(name, name)}**")
            st.caption(_("Participants are offices, never persons. Everything in it may be changed."))
            if st.button(_("Open this sample"), key=state.widget_key("sample", name), type="primary"):
                with st.spinner(_("Loading the sample…")):
                    event = attempt(found.app.events.load_sample, name, found.language)
                if event is None:
                    st.rerun()
                open_event(event.id)
                go_to("home", event=event.id)


def _archive(found: Screen) -> None:
    _ = found._
    upload = st.file_uploader(
        _("Archive of an event (.tryeza)"), type=["tryeza", "zip"], key="archive_upload", max_upload_size=50
    )
    if upload is None:
        st.caption(_("An archive is one event as one file. Make one under “Event and data”."))
        return
    if st.button(_("Open the archive"), type="primary", key="open_archive"):
        event = attempt(found.app.archives.open, upload.getvalue())
        if event is None:
            st.rerun()
        open_event(event.id)
        state.say("done", _("The archive was opened as a new event."))
        go_to("home", event=event.id)
