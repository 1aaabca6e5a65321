"""Check-in: the field at the door, how many came, the last ones with their time, and who is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from facilitation.domain.person import CheckIn, EventRole, Participation
from facilitation.errors import FacilitationError, mark
from facilitation.i18n.formats import clock_text, day_text
from facilitation.i18n.labels import error_sentence, role_label
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.planning.attendance import Door, checks_on, door, is_inside
from facilitation.services.check_in import Passed
from facilitation.ui import state
from facilitation.ui.check_in_desk import DeskCalls, Guest, check_in_desk
from facilitation.ui.check_in_walk_in import open_walk_in, walk_in_form
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, RowEdits, row_list
from facilitation.ui.switches import switch

LOOKS_AGAIN = 4.0
"""Seconds until somebody checked in at another desk stands on this one too."""
LAST = 12
WAY, SAID, SAID_LEVEL = "check_in_way", "check_in_said", "check_in_level"
DIRECTIONS = {"in": mark("Coming in"), "out": mark("Going out")}


def check_in_screen(page: EventScreen, parts: Sequence[Participation]) -> None:
    """The desk of one day."""
    _ = page._
    day, way = _choices(page)
    found = door(parts, day)
    st.header(
        _.plural("{came} came of {expected}", "{came} came of {expected}", len(found.came)).format(
            came=len(found.came), expected=len(found.expected)
        ),
        anchor=False,
    )
    check_in_desk(
        [_guest(part, day, _) for part in sorted_by(parts, lambda part: part.person.name, page.language)],
        _calls(page, day, way),
        key=state.widget_key("check_in_desk", page.event_id, day),
        words=_words(way, _),
        said=(state.chosen(SAID_LEVEL), state.chosen(SAID)),
    )
    walk_in_form(page, day, lambda part: _welcome(page, Passed(part), day))
    last, missing = st.columns(2)
    with last:
        _last_ones(page, parts, day)
    with missing:
        _missing(page, found)
    st.caption(
        _(
            "Works without the internet: the list is on this computer, and nothing is loaded from outside. "
            "Several desks can check in at the same time."
        )
    )
    _look_again(page, parts)


def _choices(page: EventScreen) -> tuple[int, str]:
    """The day (today's while the event is under way) and the direction."""
    _ = page._
    days = {day: day_text(page.event.day(day), page.language) for day in range(1, page.event.day_count + 1)}
    today = (page.app.overviews.today() - page.event.starts_on).days + 1
    with st.container(horizontal=True):
        day = switch(
            _("Day"),
            days,
            key=state.widget_key("check_in_day", page.event_id),
            default=today if today in days else 1,
        )
        way = switch(_("Direction"), {key: _(name) for key, name in DIRECTIONS.items()}, key=WAY)
    return day, way


def _guest(part: Participation, day: int, _: Translator) -> Guest:
    person, checks = part.person, checks_on(part, day)
    role = role_label(part.role, _) if part.role is not EventRole.PARTICIPANT else ""
    office = person.organisation if person.organisation.casefold() not in person.name.casefold() else ""
    is_here, came = is_inside(part, day), day in part.days_attended or bool(checks)
    clock = clock_text(checks[-1].at) if checks else ""
    words = (_("in since {time}") if is_here else _("out since {time}")).format(time=clock) if clock else _("is here")
    return Guest(
        id=part.id,
        name=person.name,
        office=" · ".join(text for text in (office, role) if text),
        more=f"{person.organisation} {person.position}",
        state=("in" if is_here else "out") if came else "",
        said=words if came else "",
    )


def _words(way: str, _: Translator) -> dict[str, str]:
    """What the field says itself."""
    return {
        "label": _("Name, office or badge"),
        "placeholder": _("Three letters of the name or office"),
        "begin": _("Type three letters, or scan the code of the badge."),
        "found": _("Found"),
        "enter": _("Enter: {name} comes in") if way == "in" else _("Enter: {name} goes out"),
        "several": _("{count} found: choose with the arrow keys, or type on."),
        "many": _("{count} found: type on."),
        "nobody": _("Nobody is found under “{typed}”. Enter adds somebody who was not expected."),
    }


def _calls(page: EventScreen, day: int, way: str) -> DeskCalls:
    def passed(part_id: str) -> None:
        _try(page, lambda: _let_pass(page, part_id, day, way))

    def scanned(typed: str) -> None:
        _try(page, lambda: _let_pass(page, page.app.check_ins.by_badge(page.event_id, typed).id, day, way))

    def unknown(typed: str) -> None:
        _say("", "")
        open_walk_in(typed)

    return DeskCalls(passed, scanned, unknown)


def _let_pass(page: EventScreen, part_id: str, day: int, way: str) -> None:
    verb = page.app.check_ins.come_in if way == "in" else page.app.check_ins.go_out
    _welcome(page, verb(page.event_id, part_id, day), day)


def _try(page: EventScreen, call: Callable[[], Any]) -> None:
    """What is wrong stands under the field, where the eyes are."""
    try:
        call()
    except FacilitationError as error:
        _say("block", error_sentence(error, page._))


def _welcome(page: EventScreen, passed: Passed, day: int) -> None:
    _, name = page._, passed.part.person.name
    checks = checks_on(passed.part, day)
    time = clock_text(checks[-1].at) if checks else ""
    if passed.is_new:
        sentence = _("✓ {name} went out at {time}.") if checks[-1].is_out else _("✓ {name} came in at {time}.")
        _say("done", sentence.format(name=name, time=time))
    elif is_inside(passed.part, day):
        sentence = _("{name} is in already, since {time}.") if time else _("{name} is ticked as here already.")
        _say("warn", sentence.format(name=name, time=time))
    else:
        sentence = _("{name} went out already, at {time}.") if time else _("{name} has not come in on this day.")
        _say("warn", sentence.format(name=name, time=time))


def _say(level: str, sentence: str) -> None:
    state.choose(SAID_LEVEL, level)
    state.choose(SAID, sentence)


def _last_ones(page: EventScreen, parts: Sequence[Participation], day: int) -> None:
    """The newest comings and goings; each can be taken back."""
    _ = page._
    checks = [(check, part) for part in parts for check in part.check_ins if check.day == day]
    if not checks:
        return
    newest = sorted(checks, key=lambda entry: entry[0].at, reverse=True)[:LAST]
    owners = {check.id: part.id for check, part in newest}
    st.subheader(_("Last ones"), anchor=False)
    row_list(
        [_check_row(check, part, _) for check, part in newest],
        key=state.widget_key("check_in_last", page.event_id, day),
        label=_("Last ones"),
        edits=RowEdits(
            on_removed=lambda check_id: _take_back(page, owners.get(check_id, ""), check_id),
            words={"remove": _("Take back")},
        ),
    )


def _check_row(check: CheckIn, part: Participation, _: Translator) -> Row:
    way = _("went out") if check.is_out else _("came in")
    return Row(id=check.id, title=part.person.name, lead=clock_text(check.at), facts=way)


def _take_back(page: EventScreen, part_id: str, check_id: str) -> None:
    part = attempt(page.app.check_ins.take_back, part_id, check_id)
    if part is not None:
        _say("done", page._("Taken back: {name}.").format(name=part.person.name))


def _missing(page: EventScreen, found: Door) -> None:
    """Who was expected and has not come, by name."""
    _ = page._
    if not found.missing:
        return
    st.subheader(_("Still missing: {count}").format(count=len(found.missing)), anchor=False)
    row_list(
        [
            Row(id=part.id, title=part.person.name, facts=part.person.organisation)
            for part in sorted_by(found.missing, lambda part: part.person.name, page.language)
        ],
        key=state.widget_key("check_in_missing", page.event_id),
        label=_("Still missing"),
    )


@st.fragment(run_every=LOOKS_AGAIN)
def _look_again(page: EventScreen, shown: Sequence[Participation]) -> None:
    """Draw the screen anew once another desk has changed something."""
    if page.app.people.list_for(page.event_id) != tuple(shown):
        st.rerun()
