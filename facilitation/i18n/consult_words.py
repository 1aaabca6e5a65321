"""How the consultation says its things: kinds of questions, ways of answering, and an answer in words."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.domain.consultation import Answer, Channel, Question, QuestionKind
from facilitation.errors import mark
from facilitation.i18n.translator import Translator
from facilitation.planning.answer_checks import is_answered

QUESTION_KINDS: Mapping[QuestionKind, str] = {
    QuestionKind.OPEN: mark("In words"),
    QuestionKind.CHOICE: mark("Choice"),
    QuestionKind.SCALE: mark("Scale"),
    QuestionKind.RANK: mark("Putting in order"),
}
CHANNELS: Mapping[Channel, str] = {
    Channel.WEB: mark("Web form"),
    Channel.WORD: mark("Word form"),
    Channel.SHEET: mark("Excel form"),
    Channel.PAPER: mark("On paper"),
}


def question_kind_label(kind: QuestionKind, _: Translator) -> str:
    """How a question is answered."""
    return _(QUESTION_KINDS[kind])


def channel_label(channel: Channel, _: Translator) -> str:
    """The way a reply came."""
    return _(CHANNELS[channel])


def answer_lines(question: Question, answer: Answer | None, language: str) -> tuple[str, ...]:
    """What was answered, a choice to a line; nothing where nothing was."""
    if answer is None or not is_answered(question, answer):
        return ()
    if question.kind is QuestionKind.OPEN:
        return tuple(answer.text.splitlines())
    if question.kind is QuestionKind.SCALE:
        return (f"{answer.number} ({question.lowest}–{question.highest})",)
    said = [question.choices[place].said_in(language) for place in answer.chosen if place < len(question.choices)]
    if question.kind is QuestionKind.RANK:
        return tuple(f"{number}. {words}" for number, words in enumerate(said, start=1))
    return tuple(said)
