"""A questionnaire of the library: questions that an event fills with its own topic, year and title."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.consultation import Question
from facilitation.domain.text import Text


@dataclass(frozen=True, slots=True)
class TemplateQuestion:
    """A question before it belongs to an event: it has no id yet. ``is_from_seed`` = the source itself asks it."""

    question: Question
    is_from_seed: bool = False


@dataclass(frozen=True, slots=True)
class QuestionnaireTemplate:
    """What a file of ``agendas/questionnaires/`` holds.

    ``{topic}``, ``{year}`` and ``{event}`` in its texts stand for words of the event. ``is_anonymous`` as in
    ``Questionnaire``.
    """

    key: str
    title: Text
    questions: tuple[TemplateQuestion, ...]
    intro: Text = Text()
    purpose: Text = Text()
    source: Text = Text()
    is_anonymous: bool = False
