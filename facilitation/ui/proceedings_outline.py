"""The sections of the volume in their order: in or out, what is missing, and where to mend it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from facilitation.domain.proceedings import OWN_SECTIONS, Section
from facilitation.errors import mark
from facilitation.i18n.labels import missing_sentence, section_title
from facilitation.i18n.translator import Translator
from facilitation.planning.proceedings_order import can_move, is_usual, listed, next_own
from facilitation.planning.volume_status import is_final
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen
from facilitation.ui.proceedings_view import CHOSEN_SECTION, ProceedingsView

WRITTEN_BY_HAND = frozenset(
    {Section.ACRONYMS, Section.SUMMARY, Section.EVALUATION, Section.LESSONS, Section.NEXT_STEPS, *OWN_SECTIONS}
)
"""Sections that are empty until somebody writes them."""
SCREENS: Mapping[Section, tuple[str, str]] = {
    Section.IMPRINT: ("settings", mark("Open the event")),
    Section.BACKGROUND: ("settings", mark("Open the event")),
    Section.PARTICIPATION: ("people", mark("Open the participants")),
    Section.AGENDA: ("agenda", mark("Open the agenda")),
    Section.SESSIONS: ("notes", mark("Open the notes")),
    Section.HARVEST: ("notes", mark("Open the notes")),
    Section.RECOMMENDATIONS: ("notes", mark("Open the notes")),
    Section.COMMITMENTS: ("notes", mark("Open the notes")),
    Section.EVALUATION: ("consult", mark("Open the questionnaires")),
    Section.PARTICIPANT_LIST: ("people", mark("Open the participants")),
    Section.FULL_AGENDA: ("agenda", mark("Open the agenda")),
    Section.THREAD: ("consult", mark("Open the consultation")),
    Section.PHOTOS: ("notes", mark("Open the notes")),
}
"""Where what a section lacks is entered: the screen, and the words on the button."""


def outline(page: EventScreen, view: ProceedingsView) -> None:
    """Every section with its tick; what it lacks stands below its name."""
    _, count = page._, len(view.missing)
    if count:
        st.write(
            _.plural("{count} thing is still missing.", "{count} things are still missing.", count).format(count=count)
        )
    else:
        st.markdown(":green-badge[" + _("In order") + "] " + _("Nothing is missing: the volume can go out."))
    with st.container(border=True, gap="xsmall"):
        for number, section in enumerate(listed(view.plan), start=1):
            _section_row(page, view, section, number)
    _below(page, view)


def _section_row(page: EventScreen, view: ProceedingsView, section: Section, number: int) -> None:
    _, is_in = page._, section in view.plan.sections
    key = state.synced(state.widget_key("section", page.event_id, section.value), is_in)
    with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
        st.checkbox(
            f"{number}. {plain(section_title(view.plan, section, _))}",
            key=key,
            width="stretch",
            wrap=True,
            disabled=is_final(view.plan),
            on_change=lambda: attempt(
                page.app.proceedings.include, page.event_id, section, is_in=bool(state.widget_value(key))
            ),
        )
        st.markdown(_state_of(view, section, _), width="content")
        _move_buttons(page, view, section)
        _write_button(page, view, section)
    gaps = view.missing_in(section)
    if gaps:
        with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
            st.markdown("  \n".join(plain(missing_sentence(gap, _)) for gap in gaps), width="stretch")
            _mend_button(page, section)


def _state_of(view: ProceedingsView, section: Section, _: Translator) -> str:
    """How far a section is, in one or two words."""
    if section not in view.plan.sections:
        return ":gray[" + _("left out") + "]"
    count = len(view.missing_in(section))
    if count:
        words = _.plural("{count} thing missing", "{count} things missing", count).format(count=count)
        return f":orange[{words}]"
    return ":green[" + (_amount(view, section, _) or _("complete")) + "]"


def _move_buttons(page: EventScreen, view: ProceedingsView, section: Section) -> None:
    """Up and down, where there is a place to go to: also for those who cannot drag."""
    title = section_title(view.plan, section, page._)
    for step, name, words in ((-1, "up", page._("Move “{section}” up")), (1, "down", page._("Move “{section}” down"))):
        st.button(
            "",
            key=state.widget_key("move", section.value, name),
            type="tertiary",
            icon=f":material/arrow_{name}ward:",
            help=plain(words.format(section=title)),
            disabled=is_final(view.plan) or not _can_move(view, section, step),
            on_click=attempt,
            args=(page.app.proceedings.move, page.event_id, section, step),
        )


def _can_move(view: ProceedingsView, section: Section, step: int) -> bool:
    return section in view.plan.sections and can_move(view.plan.sections, section, step)


def _below(page: EventScreen, view: ProceedingsView) -> None:
    """A section of one's own, and the way back to the usual order."""
    _ = page._
    with st.container(horizontal=True):
        if next_own(view.plan):
            st.button(
                _("Add a section of your own"), key="own_section", icon=":material/add:", on_click=_add, args=(page,)
            )
        if not is_usual(view.plan.sections):
            st.button(
                _("Usual order"),
                key="usual_order",
                icon=":material/format_list_numbered:",
                on_click=attempt,
                args=(page.app.proceedings.usual_order, page.event_id),
            )


def _add(page: EventScreen) -> None:
    section = attempt(page.app.proceedings.add_own, page.event_id)
    if section is not None:
        state.choose(CHOSEN_SECTION, section.value)


def _write_button(page: EventScreen, view: ProceedingsView, section: Section) -> None:
    st.button(
        "",
        key=state.widget_key("write", section.value),
        type="tertiary",
        icon=":material/edit:",
        disabled=is_final(view.plan),
        help=page._("Write words for this section"),
        on_click=state.choose,
        args=(CHOSEN_SECTION, section.value),
    )


def _mend_button(page: EventScreen, section: Section) -> None:
    """Where what is missing is entered: on another screen, or in the words beside."""
    if section in WRITTEN_BY_HAND:
        st.button(
            page._("Write"),
            key=state.widget_key("write_missing", section.value),
            icon=":material/edit:",
            on_click=state.choose,
            args=(CHOSEN_SECTION, section.value),
        )
    if section not in SCREENS:
        return
    stem, words = SCREENS[section]
    key = state.widget_key("mend", section.value)
    if st.button(page._(words), key=key, type="tertiary", icon=":material/arrow_forward:"):
        go_to(stem)


def _amount(view: ProceedingsView, section: Section, _: Translator) -> str:
    """What a complete section holds, in words."""
    content = view.content
    if section is Section.SESSIONS:
        return _.plural("{count} session", "{count} sessions", len(content.sessions)).format(
            count=len(content.sessions)
        )
    if section is Section.RECOMMENDATIONS:
        count = len(content.recommendations)
        return _.plural("{count} recommendation", "{count} recommendations", count).format(count=count)
    if section is Section.COMMITMENTS:
        count = len(content.commitments)
        return _.plural("{count} commitment", "{count} commitments", count).format(count=count)
    return ""
