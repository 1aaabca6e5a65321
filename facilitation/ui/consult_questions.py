"""The questions: head and closing day, the list that is put in order, the panel of one, and how readers see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from facilitation.domain.consultation import Question, QuestionKind
from facilitation.domain.text import typed
from facilitation.i18n.consult_words import question_kind_label
from facilitation.i18n.translator import Translator
from facilitation.ui import state
from facilitation.ui.consult_head import whole_buttons
from facilitation.ui.consult_preview import preview
from facilitation.ui.consult_question_panel import question_panel
from facilitation.ui.consult_view import CHOSEN_QUESTION, ConsultView
from facilitation.ui.fields import date_field, tick_field, words_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, RowEdits, row_list
from facilitation.ui.side_panel import list_and_panel
from facilitation.ui.switches import switch

NEW_TEXT, NEW_KIND = "new_question", "new_question_kind"


def questions_part(page: EventScreen, view: ConsultView) -> None:
    """Editing the questionnaire, or looking at it as its readers will."""
    _ = page._
    shapes = {"edit": _("Edit"), "preview": _("As the reader sees it")}
    if switch(_("View"), shapes, key="questions_shape") == "preview":
        preview(page, view)
        return
    _head_fields(page, view)
    main, side = list_and_panel(is_open=view.question is not None)
    with main:
        _list(page, view)
        _new_question(page, view)
    with side:
        question_panel(page, view)
    whole_buttons(page, view)


def _head_fields(page: EventScreen, view: ConsultView) -> None:
    _, asked = page._, view.one
    with st.expander(_("Title, introduction and closing day"), expanded=not asked.questions):
        words_field(page, _("Title"), asked.title, key=_key(view, "title"), save=_save(page, view, "title"))
        words_field(
            page, _("Introduction"), asked.intro, key=_key(view, "intro"), save=_save(page, view, "intro"), rows=4
        )
        with st.columns([1, 2])[0]:
            closing_field(page, view)
        tick_field(
            _("Anonymous: nobody is asked for name or office"),
            asked.is_anonymous,
            key=_key(view, "is_anonymous"),
            save=_save(page, view, "is_anonymous"),
            help=_("Sector and district are still asked. It can be chosen as long as nobody was asked."),
        )


def closing_field(page: EventScreen, view: ConsultView) -> None:
    """The last day on which answers are taken."""
    _ = page._
    date_field(
        _("Last day for answers"),
        view.one.closes_on,
        key=_key(view, "closes_on"),
        save=_save(page, view, "closes_on"),
        help=_("Empty = no limit. After this day the form takes no answer any more."),
    )


def _key(view: ConsultView, field: str) -> str:
    return state.widget_key("questionnaire", view.one.id, field)


def _save(page: EventScreen, view: ConsultView, field: str) -> Callable[[Any], Any]:
    return lambda value: attempt(page.app.consultations.edit, view.one, replace(view.one, **{field: value}))


def _list(page: EventScreen, view: ConsultView) -> None:
    _ = page._
    if not view.one.questions:
        st.write(_("No question yet. Write the first one below."))
        return
    row_list(
        [_row(page, number, question) for number, question in enumerate(view.one.questions, start=1)],
        key=state.widget_key("question_rows", view.one.id),
        label=_("Questions"),
        chosen=view.question.id if view.question else "",
        on_chosen=partial(state.choose, CHOSEN_QUESTION),
        edits=_edits(page, view),
    )


def _row(page: EventScreen, number: int, question: Question) -> Row:
    _ = page._
    needed = _("must be answered") if question.is_required else ""
    return Row(
        id=question.id,
        lead=f"{number}.",
        title=question.text.said_in(page.language),
        facts=" · ".join(part for part in (question_kind_label(question.kind, _), needed) if part),
    )


def _edits(page: EventScreen, view: ConsultView) -> RowEdits:
    edits, asked = page.app.questionnaire_edits, view.one

    def rewrite(question_id: str, text: str, _amount: str) -> None:
        question = asked.question(question_id)
        if question is not None and text.strip() != question.text.said_in(page.language):
            wanted = replace(question, text=question.text.with_language(page.language, text.strip()))
            attempt(edits.edit_question, asked.id, question, wanted)

    def place(question_ids: Sequence[str], before_id: str) -> None:
        attempt(edits.place, asked.id, question_ids, before_id)

    return RowEdits(on_placed=place, on_edited=rewrite, words=_words(page._))


def _words(_: Translator) -> dict[str, str]:
    return {
        "edit": _("Write the question anew (F2)"),
        "title": _("Question"),
        "save": _("Save (Enter)"),
        "cancel": _("Cancel (Esc)"),
        "placed": _("{title}: place {place} of {count}").format(title="%t", place="%p", count="%n"),
        "help": _("Enter opens a question, F2 writes it anew, dragging or Alt with the arrows moves it."),
    }


def _new_question(page: EventScreen, view: ConsultView) -> None:
    _ = page._
    text, kind, button = st.columns([6, 3, 2], vertical_alignment="bottom")
    text.text_input(_("Further question"), key=NEW_TEXT)
    kind.selectbox(
        _("How it is answered"),
        list(QuestionKind),
        key=NEW_KIND,
        format_func=lambda each: question_kind_label(each, _),
        placeholder=_("Choose"),
    )
    button.button(_("Add"), key="new_question_save", on_click=_add, args=(page, view), width="stretch")


def _add(page: EventScreen, view: ConsultView) -> None:
    text = typed(str(state.widget_value(NEW_TEXT) or "").strip(), page.language)
    kind = QuestionKind(state.widget_value(NEW_KIND) or QuestionKind.OPEN)
    asked = attempt(page.app.questionnaire_edits.add_question, view.one.id, text, kind)
    if asked is not None:
        state.clear_widget(NEW_TEXT, "")
        if kind is not QuestionKind.OPEN:
            state.choose(CHOSEN_QUESTION, asked.questions[-1].id)
