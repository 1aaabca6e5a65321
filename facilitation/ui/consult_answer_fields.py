"""The field of one answer when a reply is typed in, by the kind of its question."""

from __future__ import annotations

from typing import Any

import streamlit as st

from facilitation.domain.consultation import Answer, Question, QuestionKind
from facilitation.ui.consult_drafts import ReplyDraft, keep
from facilitation.ui.consult_preview import scale_ends
from facilitation.ui.messages import plain

ROWS_HEIGHT = 96


def answer_field(draft: ReplyDraft, question: Question, *, number: int, language: str) -> None:
    """The question and what can be answered; everything may stay empty until it is saved."""
    _, key = draft.page._, draft.key(question.id)
    needed = " · " + _("an answer is needed") if question.is_required else ""
    label = plain(f"{number}. {question.text.said_in(language)}{needed}")
    kept: dict[str, Any] = {"on_change": keep, "args": (draft, question.id)}
    places = list(range(len(question.choices)))

    def said(place: int) -> str:
        return question.choices[place].said_in(language) if place < len(question.choices) else "—"

    if question.kind is QuestionKind.OPEN:
        st.text_area(label, key=key, height=ROWS_HEIGHT, **kept)
    elif question.kind is QuestionKind.SCALE:
        points = list(range(question.lowest, question.highest + 1))
        st.selectbox(label, points, index=None, key=key, placeholder=_("No answer"), **kept)
        scale_ends(question, language)
    elif question.kind is QuestionKind.CHOICE and question.most == 1:
        st.selectbox(label, places, index=None, key=key, format_func=said, placeholder=_("No answer"), **kept)
    else:
        is_rank = question.kind is QuestionKind.RANK
        most = None if is_rank else question.most
        st.multiselect(
            label, places, key=key, format_func=said, max_selections=most, placeholder=_("No answer"), **kept
        )
        if is_rank:
            st.caption(_("Choose all of them, the most important first."))


def shown_answer(question: Question, answer: Answer | None) -> Any:
    """What the field shows of an answer."""
    answer = answer or Answer(question.id)
    if question.kind is QuestionKind.OPEN:
        return answer.text
    if question.kind is QuestionKind.SCALE:
        return answer.number
    places = [place for place in answer.chosen if place < len(question.choices)]
    if question.kind is QuestionKind.CHOICE and question.most == 1:
        return next(iter(places), None)
    return places


def answer_of(question: Question, value: Any) -> Answer:
    """The answer that stands in the field."""
    if question.kind is QuestionKind.OPEN:
        return Answer(question.id, text=str(value or ""))
    if question.kind is QuestionKind.SCALE:
        return Answer(question.id, number=value)
    if isinstance(value, int):
        return Answer(question.id, chosen=(value,))
    return Answer(question.id, chosen=tuple(value or ()))
