"""One method as a whole page, and the card that prints of it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from facilitation.domain.method import Method, MethodStep
from facilitation.i18n.formats import minutes_text, number_text
from facilitation.i18n.labels import layout_label
from facilitation.i18n.translator import LANGUAGE_NAMES, Translator
from facilitation.library.own_text import METHODS
from facilitation.planning.method_materials import method_materials
from facilitation.ui import state
from facilitation.ui.documents_menu import MIME
from facilitation.ui.library_method_use import use_method_button
from facilitation.ui.library_own import own_file_buttons
from facilitation.ui.library_words import (
    duration_words,
    goals_words,
    group_words,
    is_own,
    own_mark,
    paragraph,
    people_words,
    points,
)
from facilitation.ui.messages import plain, plain_lines
from facilitation.ui.screen import Screen

CHOSEN_METHOD = "method"
USUAL_PEOPLE = 30
MINUTES_WIDTH = 64
"""Pixels for "120 min"."""


def method_page(found: Screen, method: Method) -> None:
    """Head, what can be done with it, and everything the library knows of it."""
    _head(found, method)
    left, right = st.columns([5, 3], gap="large")
    with left:
        _steps(found, method)
        points(found._("Tips"), method.tips, found.language)
        points(found._("What can go wrong"), method.risks, found.language)
    with right:
        _facts(found, method)
    if method.source:
        st.caption(plain(method.source.said_in(found.language)))


def _head(found: Screen, method: Method) -> None:
    _ = found._
    st.button(
        _("All methods"),
        key="close_method",
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=state.forget,
        args=(CHOSEN_METHOD,),
    )
    st.header(plain(method.title.said_in(found.language)), anchor=False)
    yours = own_mark(_) if is_own(found, METHODS, method.id) else ""
    facts = (people_words(method, _), duration_words(method, _), goals_words(method, _))
    st.markdown(yours + plain(" · ".join(fact for fact in facts if fact)))
    st.markdown(plain_lines(method.purpose.said_in(found.language)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        use_method_button(found, method)
        own_file_buttons(found, method)


def _steps(found: Screen, method: Method) -> None:
    with st.container(border=True):
        st.subheader(found._("Steps"), anchor=False)
        for step in method.steps:
            _step(step, found.language)


def _step(step: MethodStep, language: str) -> None:
    lines = [f"**{plain_lines(step.what.said_in(language))}**"]
    if step.words:
        lines.append("“" + plain_lines(step.words.said_in(language)) + "”")
    if step.who:
        lines.append(f":gray[{plain(step.who.said_in(language))}]")
    with st.container(horizontal=True, wrap=False):
        st.markdown(minutes_text(step.duration), width=MINUTES_WIDTH)
        st.markdown("  \n".join(lines), width="stretch")


def _facts(found: Screen, method: Method) -> None:
    _, language = found._, found.language
    paragraph(_("Room"), method.room_setup.said_in(language))
    paragraph(_("Works with"), _works_with(method, _))
    paragraph(_("Roles"), method.roles.said_in(language))
    paragraph(_("Output for the notes"), method.output.said_in(language))
    paragraph(_("Plan B if ten minutes are missing"), method.plan_b.said_in(language))
    _materials(found, method)


def _works_with(method: Method, _: Translator) -> str:
    """Set-ups, group size, and whether it is for cases and for mixed ranks, one per line."""
    layouts = [layout_label(layout, _) for layout in method.layouts]
    lines = [
        ", ".join(layouts) or _("Any room"),
        group_words(method, _) or _("one group"),
        _("Fit for cases of real people, told in codes") if method.is_for_cases else "",
        _("Juniors and seniors weigh the same") if method.evens_ranks else "",
    ]
    return "\n".join(line for line in lines if line)


def _materials(found: Screen, method: Method) -> None:
    """The materials for the typed number of people, and the card that counts them so."""
    _ = found._
    usual = found.event.expected_people if found.event else USUAL_PEOPLE
    with st.container(border=True):
        st.subheader(_("Materials"), anchor=False)
        people = int(st.number_input(_("For how many people?"), 1, 3000, usual, key="material_people") or usual)
        totals = method_materials(method, people)
        if totals:
            lines = (
                f"{number_text(total.quantity, found.language)} × {total.name.said_in(found.language)}"
                for total in totals
            )
            st.markdown(plain_lines("\n".join(lines)))
            st.caption(_("A tenth in reserve is counted in for what is used up."))
        else:
            st.write(_("Nothing to bring."))
    with st.container(border=True):
        st.subheader(_("Card to print (Word, one page)"), anchor=False)
        with st.container(horizontal=True):
            for language in sorted(LANGUAGE_NAMES, key=lambda code: code != found.language):
                _card_button(found, method, language, people)


def _card_button(found: Screen, method: Method, language: str, people: int) -> None:
    ending = "" if language == "sq" else "-en"
    st.download_button(
        LANGUAGE_NAMES[language],
        data=partial(found.app.library_papers.method_card, method.id, language, people),
        file_name=f"{method.id}{ending}.docx",
        mime=MIME["docx"],
        key=state.widget_key("method_card", language),
        icon=":material/download:",
        on_click="ignore",
    )
