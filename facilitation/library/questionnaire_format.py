"""The shape of a file in ``agendas/questionnaires/``: questions, the ways to answer them, and places to be filled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field

from facilitation.domain.consultation import Question, QuestionKind
from facilitation.domain.questionnaire_template import QuestionnaireTemplate, TemplateQuestion
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, mark
from facilitation.library.file_parts import FileModel, Needed, TextFile, text_of, texts_of
from facilitation.planning.questionnaires import PLACES, shape_code

_PLACE = re.compile(r"\{[^{}]*\}")
_SHAPES = {
    "choices_few": mark("{file}: “{field}” needs at least two choices."),
    "choices_none": mark("{file}: “{field}” is answered in words and has no choices."),
    "ends": mark("{file}: “{field}” is a scale: “choices” holds the meanings of its two ends, or nothing."),
    "scale": mark("{file}: “{field}” is a scale whose lowest point is not below its highest one."),
    "most": mark("{file}: “{field}” lets more be chosen than there are choices."),
}


class QuestionFile(FileModel):
    """One question. ``most`` 0 = any number of choices."""

    text: TextFile
    kind: Annotated[QuestionKind, Field(strict=False)] = QuestionKind.OPEN
    hint: TextFile | None = None
    choices: list[TextFile] = []
    most: Annotated[int, Field(ge=0, le=50)] = 1
    lowest: Annotated[int, Field(ge=0, le=10)] = 1
    highest: Annotated[int, Field(ge=1, le=10)] = 5
    is_required: bool = False
    is_from_seed: bool = False

    def question(self) -> TemplateQuestion:
        """The question as the program knows it."""
        asked = Question(
            id="",
            text=self.text.text(),
            kind=self.kind,
            hint=text_of(self.hint),
            choices=texts_of(self.choices),
            most=self.most or None,
            lowest=self.lowest,
            highest=self.highest,
            is_required=self.is_required,
        )
        return TemplateQuestion(asked, is_from_seed=self.is_from_seed)


class QuestionnaireFile(FileModel):
    """One file of ``agendas/questionnaires/``."""

    title: TextFile
    purpose: Needed = None
    source: Needed = None
    intro: TextFile | None = None
    is_anonymous: bool = False
    questions: Annotated[list[QuestionFile], Field(min_length=1)]

    def questionnaire(self, key: str) -> QuestionnaireTemplate:
        """The template as the program knows it."""
        return QuestionnaireTemplate(
            key=key,
            title=self.title.text(),
            questions=tuple(entry.question() for entry in self.questions),
            intro=text_of(self.intro),
            purpose=text_of(self.purpose),
            source=text_of(self.source),
            is_anonymous=self.is_anonymous,
        )


def questionnaire_problems(file: str, asked: QuestionnaireFile) -> Iterator[InvalidInput]:
    """What the fields of a question say against each other, and words in braces that nothing is filled into."""
    yield from _place_problems(file, "title", [asked.title.text(), text_of(asked.intro)])
    for number, entry in enumerate(asked.questions, start=1):
        place, question = f"questions {number}", entry.question().question
        code = shape_code(question)
        if code:
            yield InvalidInput(_SHAPES[code], file=file, field=place)
        yield from _place_problems(file, place, [question.text, question.hint, *question.choices])


def _place_problems(file: str, field: str, texts: Iterable[Text]) -> Iterator[InvalidInput]:
    named = {found for text in texts for words in (text.sq, text.en) for found in _PLACE.findall(words)}
    for name in sorted(named - set(PLACES)):
        template = mark("{file}: “{field}” has {name}. Only {known} are filled in.")
        yield InvalidInput(template, file=file, field=field, name=name, known=", ".join(PLACES))
