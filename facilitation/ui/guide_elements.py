"""What holds throughout: rules and scripts of the whole event, the inside page of the guide."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from facilitation.domain.guide import GuideElement
from facilitation.domain.text import Text, typed
from facilitation.ui import state
from facilitation.ui.fields import words_field
from facilitation.ui.guide_view import GuideView
from facilitation.ui.messages import attempt, plain, plain_lines
from facilitation.ui.page_head import EventScreen


def elements_view(page: EventScreen, view: GuideView) -> None:
    """Objectives to read, then each rule with its words; opened it can be changed."""
    _, elements = page._, view.record.guide.elements
    st.write(_("This stands on the inside page of the guide: every facilitator reads it before their session."))
    if page.event.objectives:
        st.header(_("What the event must reach"), anchor=False)
        lines = [f"- {plain(objective.text.said_in(page.language))}" for objective in page.event.objectives]
        st.markdown("\n".join(lines))
    for place, element in enumerate(elements):
        st.header(plain(element.title.said_in(page.language)), anchor=False)
        st.markdown(plain_lines(element.text.said_in(page.language)))
        with st.expander(_("Edit"), type="compact"):
            _element_fields(page, view, place)
    _add_button(page, view)


def _element_fields(page: EventScreen, view: GuideView, place: int) -> None:
    _, element = page._, view.record.guide.elements[place]

    def key(field: str) -> str:
        return state.widget_key("element", page.event_id, place, field)

    def keep(wanted: GuideElement | None) -> None:
        others = list(view.record.guide.elements)
        others[place : place + 1] = [wanted] if wanted else []
        _save(page, view, tuple(others), "" if wanted else _("Removed. Undo brings it back."))

    def keep_title(title: Text) -> None:
        keep(replace(element, title=title))

    def keep_text(text: Text) -> None:
        keep(replace(element, text=text))

    words_field(page, _("Title"), element.title, key=key("title"), save=keep_title)
    words_field(page, _("Text"), element.text, key=key("text"), save=keep_text, rows=5)
    st.button(_("Remove"), key=key("remove"), icon=":material/delete:", on_click=keep, args=(None,))


def _add_button(page: EventScreen, view: GuideView) -> None:
    _ = page._
    with st.popover(_("Add a rule"), icon=":material/add:", key="add_element"):
        st.text_input(_("Title"), key="new_element_title")
        st.text_area(_("Text"), key="new_element_text", height=120)
        st.button(_("Add"), type="primary", key="new_element_save", on_click=_add, args=(page, view))


def _add(page: EventScreen, view: GuideView) -> None:
    title = str(state.widget_value("new_element_title") or "").strip()
    if not title:
        state.say("block", page._("The rule has no title. Write one; it is its heading in the guide."))
        return
    text = str(state.widget_value("new_element_text") or "").strip()
    element = GuideElement(typed(title, page.language), typed(text, page.language))
    if _save(page, view, (*view.record.guide.elements, element), page._("Rule added.")):
        state.clear_widget("new_element_title", "")
        state.clear_widget("new_element_text", "")


def _save(page: EventScreen, view: GuideView, elements: tuple[GuideElement, ...], done: str = "") -> bool:
    saved = attempt(page.app.guides.edit_elements, page.event_id, view.record.guide, elements, done=done)
    return saved is not None
