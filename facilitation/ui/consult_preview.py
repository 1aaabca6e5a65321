"""The questionnaire as its readers see it, in either language; nothing that is tried here is kept."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.consultation import Question, QuestionKind
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import LANGUAGE_NAMES, Translator
from facilitation.ui import state
from facilitation.ui.consult_view import ConsultView
from facilitation.ui.messages import plain, plain_lines
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch


def preview(page: EventScreen, view: ConsultView) -> None:
    """Title, introduction and every question in one language."""
    names = {str(code): name for code, name in LANGUAGE_NAMES.items()}
    language = switch(page._("Language"), names, key="preview_language", default=page.language)
    words, asked = Translator(language), view.one
    with st.container(border=True):
        st.header(plain(asked.title.said_in(language)), anchor=False)
        if asked.intro:
            st.markdown(plain_lines(asked.intro.said_in(language)))
        if asked.closes_on:
            day = day_text(asked.closes_on, language, with_year=True)
            st.caption(words("Please answer by {day}.").format(day=day))
        for number, question in enumerate(asked.questions, start=1):
            _question(number, question, language, words)
        if not asked.questions:
            st.write(page._("No question yet."))


def _question(number: int, question: Question, language: str, _: Translator) -> None:
    needed = " *" if question.is_required else ""
    st.markdown(f"**{number}\\. {plain(question.text.said_in(language) + needed)}**")
    if question.hint:
        st.caption(plain(question.hint.said_in(language)))
    key = state.widget_key("preview", question.id, language)
    choices = [plain(choice.said_in(language)) for choice in question.choices]
    label = question.text.said_in(language) or _("Question")
    if question.kind is QuestionKind.OPEN:
        st.text_area(label, key=key, label_visibility="collapsed")
    elif question.kind is QuestionKind.SCALE:
        scale_ends(question, language)
        points = range(question.lowest, question.highest + 1)
        st.radio(label, list(points), index=None, key=key, horizontal=True, label_visibility="collapsed")
    elif question.kind is QuestionKind.RANK:
        st.markdown("  \n".join(f"▢ {words}" for words in choices))
        st.caption(_("Put all of them in order: 1 = the most important."))
    elif question.most == 1:
        st.radio(label, choices, index=None, key=key, label_visibility="collapsed")
    else:
        if question.most:
            st.caption(_("At most {count}.").format(count=question.most))
        for place, words in enumerate(choices):
            st.checkbox(words, key=state.widget_key(key, place))


def scale_ends(question: Question, language: str) -> None:
    """What the ends of a scale mean, where somebody said it."""
    if len(question.choices) == 2:
        low, high = (choice.said_in(language) for choice in question.choices)
        said = [f"{point} = {words}" for point, words in ((question.lowest, low), (question.highest, high)) if words]
        st.caption(plain(" · ".join(said)))
