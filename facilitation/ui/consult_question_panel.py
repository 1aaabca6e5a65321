"""The side panel of one question: its words, how it is answered, and what its answers forbid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from facilitation.domain.consultation import Question, QuestionKind
from facilitation.domain.text import LANGUAGES, Text
from facilitation.i18n.consult_words import question_kind_label
from facilitation.i18n.translator import Translator
from facilitation.planning.questionnaires import with_choice_lines, with_kind
from facilitation.ui import state
from facilitation.ui.consult_view import CHOSEN_QUESTION, ConsultView
from facilitation.ui.fields import choice_field, number_field, text_field, tick_field, words_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.side_panel import panel_head

MOST_POINTS = 10


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """One question that is edited; ``answers`` = how many people have answered it."""

    page: EventScreen
    view: ConsultView
    question: Question
    answers: int

    def key(self, field: str) -> str:
        """The key of a field's widget."""
        return state.widget_key("question", self.question.id, field)

    def save(self, field: str) -> Callable[[Any], Any]:
        """Save one field."""
        return lambda value: self.change(replace(self.question, **{field: value}))

    def change(self, wanted: Question) -> None:
        """Save the question as it is wanted."""
        attempt(self.page.app.questionnaire_edits.edit_question, self.view.one.id, self.question, wanted)


def question_panel(page: EventScreen, view: ConsultView) -> None:
    """The chosen question."""
    question = view.question
    if question is None:
        return
    _, counts = page._, page.app.questionnaire_edits.answer_counts(view.one.id)
    form = QuestionForm(page, view, question, counts.get(question.id, 0))
    with st.container(border=True):
        place = view.one.questions.index(question) + 1
        panel_head(_("Question {number}").format(number=place), (), _, what=CHOSEN_QUESTION)
        _answers_note(form.answers, _)
        words_field(page, _("Question"), question.text, key=form.key("text"), save=form.save("text"), rows=3)
        _kind(form, _)
        if question.kind is QuestionKind.SCALE:
            _scale(form, _)
        elif question.kind is not QuestionKind.OPEN:
            _choices(form, _)
        tick_field(
            _("Must be answered"), question.is_required, key=form.key("is_required"), save=form.save("is_required")
        )
        words_field(page, _("Help below the question"), question.hint, key=form.key("hint"), save=form.save("hint"))
        _removal(form, _)


def _answers_note(answers: int, _: Translator) -> None:
    """What happens to answers when the question changes."""
    if answers:
        words = _.plural(
            "{count} person has answered. Words can be corrected and choices added at the end; answers stay as given.",
            "{count} people have answered. Words can be corrected and choices added at the end; answers stay as given.",
            answers,
        )
        st.info(words.format(count=answers), icon=":material/info:")


def _kind(form: QuestionForm, _: Translator) -> None:
    choice_field(
        _("How it is answered"),
        list(QuestionKind),
        form.question.kind,
        key=form.key("kind"),
        save=lambda kind: form.change(with_kind(form.question, QuestionKind(kind))),
        format_func=lambda kind: question_kind_label(kind, _),
    )


def _scale(form: QuestionForm, _: Translator) -> None:
    question = form.question
    left, right = st.columns(2)
    with left:
        number_field(
            _("From"), question.lowest, key=form.key("lowest"), save=form.save("lowest"), least=0, most=MOST_POINTS
        )
    with right:
        number_field(
            _("To"), question.highest, key=form.key("highest"), save=form.save("highest"), least=1, most=MOST_POINTS
        )
    low, high = question.choices if len(question.choices) == 2 else (Text(), Text())
    label = _("What {point} means")

    def ends(low: Text, high: Text) -> None:
        form.change(replace(question, choices=(low, high) if low or high else ()))

    words_field(
        form.page, label.format(point=question.lowest), low, key=form.key("low"), save=lambda text: ends(text, high)
    )
    words_field(
        form.page, label.format(point=question.highest), high, key=form.key("high"), save=lambda text: ends(low, text)
    )


def _choices(form: QuestionForm, _: Translator) -> None:
    """The choices, one to a line; each language has its own lines."""
    question, names = form.question, {"sq": _("in Albanian"), "en": _("in English")}
    languages = [str(code) for code in LANGUAGES if code in form.page.event.languages or _is_said(question, code)]
    for code in sorted(languages or [form.page.language], key=lambda code: code != form.page.language):
        lines = "\n".join(choice.said_in(code) for choice in question.choices)
        label = _("Choices, one on each line")
        shown = f"{label} ({names[code]})" if len(languages) > 1 else label
        text_field(shown, lines, key=form.key(f"choices_{code}"), save=_save_lines(form, code), rows=5)
    if question.kind is QuestionKind.CHOICE:
        number_field(
            _("How many may be chosen"),
            question.most or 0,
            key=form.key("most"),
            save=lambda most: form.change(replace(question, most=int(most or 0) or None)),
            most=max(len(question.choices), 1),
            help=_("0 = any number"),
        )


def _is_said(question: Question, code: str) -> bool:
    return any(getattr(choice, code) for choice in question.choices)


def _save_lines(form: QuestionForm, code: str) -> Callable[[Any], None]:
    def save(typed: Any) -> None:
        choices = with_choice_lines(form.question.choices, str(typed or "").splitlines(), code)
        form.change(replace(form.question, choices=choices))

    return save


def _removal(form: QuestionForm, _: Translator) -> None:
    if not form.answers:
        st.button(_("Remove"), key="remove_question", icon=":material/delete:", on_click=_remove, args=(form,))
        return
    with st.popover(_("Remove"), key="remove_question_form", icon=":material/delete:"):
        words = _.plural(
            "{count} answer to it stays stored but is not shown any more. Undo brings both back.",
            "{count} answers to it stay stored but are not shown any more. Undo brings all back.",
            form.answers,
        )
        st.write(words.format(count=form.answers))
        st.button(_("Remove the question"), key="remove_question", on_click=_remove, args=(form,))


def _remove(form: QuestionForm) -> None:
    done = form.page._("Question removed. Undo brings it back.")
    attempt(form.page.app.questionnaire_edits.remove_question, form.view.one.id, form.question.id, done=done)
    state.forget(CHOSEN_QUESTION)
