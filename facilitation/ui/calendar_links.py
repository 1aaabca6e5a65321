"""Links by which calendars follow the plan: for all sessions, one person, one room or an owner's deadlines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import streamlit as st

from facilitation.domain.feed import CalendarFeed, FeedScope
from facilitation.i18n.formats import day_text
from facilitation.i18n.sorting import sorted_by, sorted_texts
from facilitation.i18n.translator import LANGUAGE_NAMES, Translator
from facilitation.services.feeds import OF_TASKS, FeedSubjects
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain, show_messages
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

SCOPE, LANGUAGE, FORM = "calendar_scope", "calendar_language", "calendar_form"
OWNER = "calendar_owner"
SUBJECTS = {
    FeedScope.PERSON.value: "calendar_person",
    FeedScope.ROOM.value: "calendar_room",
    FeedScope.TASKS.value: OWNER,
}
THIS_COMPUTER = frozenset({"localhost", "127.0.0.1", "::1"})


def calendar_links_button(page: EventScreen) -> None:
    """The button that opens the links as a dialog of its own."""
    if st.button(page._("Calendar links"), key="calendar_links", icon=":material/calendar_add_on:", type="tertiary"):
        open_links(page)


def open_links(page: EventScreen) -> None:
    """The links as a dialog."""
    st.dialog(page._("Calendar links"), width="medium")(links_form)(page)


def links_form(page: EventScreen) -> None:
    """A new link, and those that are open."""
    _ = page._
    show_messages(_)
    st.write(
        _(
            "A calendar on a phone or computer that subscribes to a link follows the plan by itself. Whoever has the"
            " link can read it without signing in."
        )
    )
    where_links_work(_)
    subjects = page.app.feeds.subjects(page.event_id)
    _new_link(page, subjects)
    link_list(page, page.app.feeds.list_for(page.event_id), _names(page, subjects))


def where_links_work(_: Translator) -> None:
    """A word of warning where the program runs for nobody but this computer."""
    if urlsplit(st.context.url or "").hostname in THIS_COMPUTER:
        st.caption(_("These links work on this computer alone until Tryeza runs where others can reach it."))


def link_list(page: EventScreen, feeds: Sequence[CalendarFeed], names: Mapping[str, str]) -> None:
    """The open links, the newest first; ``names`` = what people are called, by identity."""
    for feed in reversed(feeds):
        _link(page, feed, names)


def _new_link(page: EventScreen, subjects: FeedSubjects) -> None:
    _ = page._
    owners = page.app.task_calendars.owners(page.event_id, page.language)
    scope = switch(_("What the calendar shows"), _scopes(subjects, owners, _), key=SCOPE)
    if scope == FeedScope.PERSON:
        names = {person.identity: person.name for person in subjects.people}
        _choice(_("Person"), sorted_by(names, lambda identity: names[identity], page.language), scope, names)
    elif scope == FeedScope.ROOM:
        _choice(_("Room"), sorted_texts(subjects.rooms, page.language), scope, {})
    elif scope == FeedScope.TASKS:
        _choice(_("Owner"), sorted_texts(owners, page.language), scope, {})
        form_switch(_)
    switch(_("Language of the calendar"), LANGUAGE_NAMES, key=LANGUAGE, default=page.language)
    st.button(_("Make the link"), type="primary", key="calendar_make", on_click=_make, args=(page,))


def form_switch(_: Translator) -> str:
    """Deadlines as days of the calendar or as things to do."""
    forms = {FeedScope.TASKS.value: _("Days in the calendar"), FeedScope.TODOS.value: _("A list of things to do")}
    return switch(_("Deadlines as"), forms, key=FORM)


def _scopes(subjects: FeedSubjects, owners: Sequence[str], _: Translator) -> dict[str, str]:
    """Only what there is somebody or something for."""
    scopes = {
        FeedScope.EVENT.value: (_("All sessions"), True),
        FeedScope.PERSON.value: (_("One person"), bool(subjects.people)),
        FeedScope.ROOM.value: (_("One room"), bool(subjects.rooms)),
        FeedScope.TASKS.value: (_("Deadlines of one owner"), bool(owners)),
    }
    return {scope: name for scope, (name, is_offered) in scopes.items() if is_offered}


def _choice(label: str, options: list[str], scope: str, names: Mapping[str, str]) -> None:
    st.selectbox(label, options, key=SUBJECTS[scope], format_func=lambda option: names.get(option, option))


def _make(page: EventScreen) -> None:
    scope = str(state.widget_value(SCOPE) or FeedScope.EVENT.value)
    subject = str(state.widget_value(SUBJECTS[scope]) or "") if scope in SUBJECTS else ""
    scope = str(state.widget_value(FORM) or scope) if scope == FeedScope.TASKS else scope
    make_link(page, FeedScope(scope), subject)


def make_link(page: EventScreen, scope: FeedScope, subject: str) -> None:
    """A link in the language chosen."""
    language = str(state.widget_value(LANGUAGE) or page.language)
    attempt(page.app.feeds.create, page.event_id, scope, subject=subject, language=language)


def _names(page: EventScreen, subjects: FeedSubjects) -> dict[str, str]:
    """What people are called, also those who have no part any more."""
    listed = {entry.id: entry.person.name for entry in page.app.people.list_for(page.event_id)}
    return listed | {person.identity: person.name for person in subjects.people}


def _link(page: EventScreen, feed: CalendarFeed, names: Mapping[str, str]) -> None:
    _ = page._
    whose = _whose(feed, names, _)
    with st.container(border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"**{plain(whose)}** · {LANGUAGE_NAMES[feed.language]}", width="content")
            _revoking(page, feed)
        st.code(address(feed), language=None)
        made_on = day_text(feed.created_at.date(), page.language, with_year=True, with_weekday=False)
        st.caption(_("Made on {day}.").format(day=made_on))


def _whose(feed: CalendarFeed, names: Mapping[str, str], _: Translator) -> str:
    if feed.scope in OF_TASKS:
        sentence = _("Things to do: {name}") if feed.scope is FeedScope.TODOS else _("Deadlines: {name}")
        return sentence.format(name=feed.subject)
    return names.get(feed.subject, feed.subject) or _("All sessions")


def _revoking(page: EventScreen, feed: CalendarFeed) -> None:
    """Revoking is asked twice: nobody can open the link again."""
    _ = page._
    with st.popover(_("Revoke"), key=state.widget_key("calendar_revoke", feed.token), type="tertiary"):
        st.write(_("Calendars that use this link stop being told of changes. The same link cannot be opened again."))
        st.button(
            _("Revoke the link"),
            key=state.widget_key("calendar_revoke_now", feed.token),
            on_click=_revoke,
            args=(page, feed.token),
        )


def _revoke(page: EventScreen, token: str) -> None:
    attempt(page.app.feeds.revoke, token, done=page._("The link was revoked."))


def address(feed: CalendarFeed) -> str:
    """The whole address of a link, as this visitor reaches the program."""
    here, base = urlsplit(st.context.url or ""), str(st.get_option("server.baseUrlPath") or "").strip("/")
    server = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    return f"{server}{f'/{base}' if base else ''}/calendar/{feed.token}.ics"
