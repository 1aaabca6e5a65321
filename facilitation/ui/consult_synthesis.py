"""The synthesis: what the answers to each question said, the quotes, and the paper for those who were consulted."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from facilitation.domain.agenda import Attribution
from facilitation.domain.consultation import Question, Questionnaire
from facilitation.domain.text import Text
from facilitation.i18n.labels import attributed_text, attribution_label
from facilitation.planning.synthesis import asked_in
from facilitation.planning.themes import quotes_for
from facilitation.ui import state
from facilitation.ui.consult_theme_view import ThemeView, theme_view
from facilitation.ui.documents_menu import paper_buttons
from facilitation.ui.fields import choice_field, words_field
from facilitation.ui.messages import attempt, plain, plain_lines
from facilitation.ui.page_head import EventScreen


def synthesis_part(page: EventScreen, questionnaire: Questionnaire) -> None:
    """A text for each question in the languages of the event; proceedings and rules read it too."""
    _, view = page._, theme_view(page, questionnaire)
    st.caption(_("Guide, proceedings and concept note read these texts; whoever was consulted gets them back."))
    for number, question in enumerate(view.asked.questions, start=1):
        _of_question(page, view, question, number)
    if not view.asked.questions:
        st.write(_("The questionnaire has no question yet."))
    paper_buttons(page, "synthesis.docx")


def _of_question(page: EventScreen, view: ThemeView, question: Question, number: int) -> None:
    _, found = page._, asked_in(view.record.event, question)
    stored = found.synthesis if found else Text()
    title = _("Question {number}").format(number=number)
    st.header(title, anchor=False)
    st.markdown(plain_lines(question.text.said_in(page.language)))
    count = len(view.answers(question))
    if count:
        st.caption(_.plural("{count} answer", "{count} answers", count).format(count=count))
    words_field(
        page,
        _("What the answers said"),
        stored,
        key=state.widget_key("synthesis_of", question.id),
        save=lambda text: attempt(page.app.syntheses.write, page.event_id, question, stored, text),
        rows=5,
    )
    _quotes(page, view, question)


def _quotes(page: EventScreen, view: ThemeView, question: Question) -> None:
    """The quotes as they will be printed, and the rule that says how."""
    _, quotes = page._, quotes_for(question, view.replies, view.people)
    if not quotes:
        return
    choice_field(
        _("How those who are quoted are shown"),
        list(Attribution),
        question.attribution,
        key=state.widget_key("writers_of", question.id),
        save=lambda rule: attempt(
            page.app.theme_codes.show_writers, view.asked.id, question, replace(question, attribution=rule)
        ),
        format_func=lambda rule: attribution_label(rule, _),
        placeholder=_("Choose"),
        help=_("A sector with fewer than five replies is not named."),
    )
    for quote in quotes:
        shown = attributed_text(quote.shown, _) or _("a reply to the consultation")
        st.markdown(f"> “{plain(' '.join(quote.text.split()))}”  \n> {plain(shown)}")
