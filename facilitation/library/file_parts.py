"""What all files of the library are made of: texts in both languages, lines, steps and materials.

Own files have the same shape, but may leave out a language and what ``Needed`` marks: read them with ``context=OWN``.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from facilitation.domain.guide import Material, MaterialPer, Step
from facilitation.domain.instrument import (
    SourcedText,
)
from facilitation.domain.method import MethodStep
from facilitation.domain.text import Text

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Minutes = Annotated[int, Field(ge=1, le=24 * 60)]
Percent = Annotated[float, Field(gt=0, le=100)]
Goal = Literal["open", "inform", "explore", "converge", "decide", "close"]
RuleLeftOut = Literal[
    "small_group_share",
    "few_local_presenters",
    "no_evaluation",
    "long_speech",
    "break_gap",
    "late_design",
    "late_invitation",
    "listening_without_exchange",
    "too_few_facilitators",
    "starts_with_decision",
    "consultation_missing",
]
Rule = Literal["", "design", "invitations", "guide", "training", "proceedings"]


class FileModel(BaseModel):
    """A table of a file; a field nobody knows is refused, a number in quotation marks too."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


OWN = {"is_own": True}
"""The context to read a template or method of one's own with."""


def _left_out_of_own(value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """Nothing, where an own file has nothing; a file of ``agendas/`` must have it."""
    is_nothing = value is None or (isinstance(value, str) and not value.strip())
    if not is_nothing:
        return handler(value)
    if (info.context or {}).get("is_own"):
        return None if value is None else ""
    raise PydanticKnownError("missing")


class TextFile(FileModel):
    """Words in both languages; neither may be left out, but one of them in an own file."""

    en: Annotated[Words, Field(validate_default=True), WrapValidator(_left_out_of_own)] = ""
    sq: Annotated[Words, Field(validate_default=True), WrapValidator(_left_out_of_own)] = ""

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if not (self.en or self.sq):
            raise PydanticCustomError("no_words", "no words in either language")
        return self

    def text(self) -> Text:
        """The words as the program knows them."""
        return Text(sq=self.sq, en=self.en)


Needed = Annotated[TextFile | None, Field(validate_default=True), WrapValidator(_left_out_of_own)]
"""A text that only own files may leave out."""


def text_of(words: TextFile | None) -> Text:
    """The words of a field that may be left out."""
    return words.text() if words else Text()


def texts_of(words: list[TextFile]) -> tuple[Text, ...]:
    """The words of a list field."""
    return tuple(entry.text() for entry in words)


class LineFile(TextFile):
    """A line of a list, and whether the seed itself has it."""

    is_from_seed: bool = False

    def line(self) -> SourcedText:
        """The line as the program knows it."""
        return SourcedText(self.text(), is_from_seed=self.is_from_seed)


def lines_of(lines: list[LineFile]) -> tuple[SourcedText, ...]:
    """The lines of a list field."""
    return tuple(entry.line() for entry in lines)


class MaterialFile(FileModel):
    """A thing to bring."""

    name: TextFile
    quantity: Annotated[float, Field(gt=0)]
    per: Annotated[MaterialPer, Field(strict=False)]
    is_used_up: bool | None = None

    def material(self) -> Material:
        """The thing as the program knows it."""
        return Material(self.name.text(), self.quantity, self.per, self.is_used_up)


class StepFile(FileModel):
    """One timed move inside a session."""

    minutes: Minutes
    what: TextFile
    words: TextFile | None = None
    who: TextFile | None = None

    def method_step(self) -> MethodStep:
        """The step of a method."""
        return MethodStep(
            timedelta(minutes=self.minutes), self.what.text(), words=text_of(self.words), who=text_of(self.who)
        )

    def step(self) -> Step:
        """The step of a guide sheet; it gets its id when an event is made."""
        return Step(
            "", timedelta(minutes=self.minutes), self.what.text(), words=text_of(self.words), who=text_of(self.who)
        )
