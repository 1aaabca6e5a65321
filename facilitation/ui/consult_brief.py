"""The brief: what the event is for, and the start questions and prerequisites answered one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from facilitation.domain.event import BriefPoint
from facilitation.domain.text import Text
from facilitation.planning.brief import OpenRecommendation, brief_state, brief_texts
from facilitation.ui import state
from facilitation.ui.documents_menu import paper_buttons
from facilitation.ui.fields import choice_field, words_field
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen

ROWS = 2


def brief_part(page: EventScreen) -> None:
    """Purpose, audience, outcomes and limits first, then what the instrument asks."""
    _, points = page._, page.app.briefs.points(page.event)
    _state(page, points)
    _texts(page)
    _earlier(page)
    questions = [point for point in points if not point.is_prerequisite]
    prerequisites = [point for point in points if point.is_prerequisite]
    if questions:
        st.header(_("Questions before starting"), anchor=False)
    for point in questions:
        _answer(page, point, rows=ROWS)
    if prerequisites:
        st.header(_("Prerequisites"), anchor=False)
    for point in prerequisites:
        _prerequisite(page, point)
    paper_buttons(page, "concept-note.docx")


def _state(page: EventScreen, points: tuple[BriefPoint, ...]) -> None:
    """How much is written, and how much is still open."""
    _, found = page._, brief_state(page.event, points)
    said = _("**{written}** of **{total}** points of the brief are written.").format(
        written=found.written, total=found.total
    )
    if found.open:
        said += " " + _.plural("{count} is still open.", "{count} are still open.", found.open).format(count=found.open)
    if found.unmet:
        words = _.plural("{count} prerequisite is not met.", "{count} prerequisites are not met.", found.unmet)
        said += " " + words.format(count=found.unmet)
    st.write(said)


def _texts(page: EventScreen) -> None:
    """The texts; purpose and outcomes are those of the event itself."""
    _, stored = page._, brief_texts(page.event)
    labels = {
        "about": _("Context and purpose"),
        "audience": _("For whom"),
        "expected_results": _("Expected results"),
        "limits": _("What the event does not do"),
        "builds_on": _("How it builds on earlier events"),
    }
    for name, label in labels.items():
        words_field(
            page,
            label,
            stored[name],
            key=state.widget_key("brief", name),
            save=_write(page, name, stored[name]),
            rows=ROWS,
        )


def _write(page: EventScreen, name: str, seen: Text) -> Callable[[Text], object]:
    return lambda wanted: attempt(page.app.briefs.write, page.event_id, name, seen, wanted)


def _earlier(page: EventScreen) -> None:
    """What earlier events of the series left open, each taken into the text with one click."""
    _, found = page._, page.app.briefs.still_open(page.event_id)
    if not found:
        st.caption(_("Recommendations of earlier events of the same series appear here while they are open."))
        return
    label = _.plural(
        "{count} recommendation of earlier events is still open",
        "{count} recommendations of earlier events are still open",
        len(found),
    )
    with st.expander(label.format(count=len(found))):
        for entry in found:
            _recommendation(page, entry)


def _recommendation(page: EventScreen, entry: OpenRecommendation) -> None:
    _, event = page._, entry.event
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            plain(f"{' '.join(entry.note.text.split())} ({event.title.said_in(page.language)}, {event.starts_on.year})")
        )
        st.button(
            _("Build on it"),
            key=state.widget_key("build_on", entry.note.id),
            icon=":material/add:",
            type="tertiary",
            on_click=_build_on,
            args=(page, entry),
        )


def _build_on(page: EventScreen, entry: OpenRecommendation) -> None:
    """Put the recommendation at the end of the text, in the language of the screen."""
    seen = page.event.brief.builds_on
    written = seen.sq if page.language == "sq" else seen.en
    wanted = seen.with_language(page.language, "\n".join(part for part in (written, entry.note.text.strip()) if part))
    attempt(page.app.briefs.write, page.event_id, "builds_on", seen, wanted, done=page._("It stands in the text now."))


def _answer(page: EventScreen, point: BriefPoint, *, rows: int) -> None:
    words_field(
        page,
        point.question.said_in(page.language),
        point.answer,
        key=state.widget_key("brief_point", point.id),
        save=lambda text: attempt(page.app.briefs.answer, page.event_id, point, replace(point, answer=text)),
        rows=rows,
    )


def _prerequisite(page: EventScreen, point: BriefPoint) -> None:
    """Met or not, and what there is to say about it."""
    _ = page._
    names = {True: _("Met"), False: _("Not met")}
    with st.container(border=True):
        st.markdown(f"**{plain(point.question.said_in(page.language))}**")
        choice_field(
            _("Is it met?"),
            list(names),
            point.is_met,
            key=state.widget_key("brief_met", point.id),
            save=lambda met: attempt(page.app.briefs.answer, page.event_id, point, replace(point, is_met=met)),
            format_func=lambda met: names[met],
            placeholder=_("Not judged yet"),
        )
        words_field(
            page,
            _("Remark"),
            point.answer,
            key=state.widget_key("brief_point", point.id),
            save=lambda text: attempt(page.app.briefs.answer, page.event_id, point, replace(point, answer=text)),
        )
