"""The shape of the files in ``agendas/``: read strictly and turned at once into domain dataclasses.

Every field is described for authors in ``agendas/README.md``; a test keeps the two in step. Own files have the same
shape, but may leave out a language and what ``Needed`` marks: read them with ``context=OWN``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time, timedelta
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

from facilitation.domain.agenda import Attribution, Audience, ItemKind, Layout
from facilitation.domain.event import Sector, SectorTarget
from facilitation.domain.guide import GuideElement, GuideSheet, Material, MaterialPer, Step
from facilitation.domain.instrument import (
    Instrument,
    InstrumentDay,
    InstrumentItem,
    InstrumentObjective,
    InstrumentTask,
    SourcedText,
)
from facilitation.domain.method import Method, MethodStep
from facilitation.domain.reference import PastCategory, PastConference, PastShare
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

    def material(self) -> Material:
        """The thing as the program knows it."""
        return Material(self.name.text(), self.quantity, self.per)


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


class PeopleFile(FileModel):
    """How many people a method suits."""

    minimum: Annotated[int, Field(ge=1)]
    maximum: Annotated[int, Field(ge=1)]


class TimeFile(FileModel):
    """How many minutes a method takes."""

    minimum: Minutes
    typical: Minutes
    maximum: Minutes


class GroupFile(FileModel):
    """How many people sit at one table or in one group of a method."""

    minimum: Annotated[int, Field(ge=1)]
    maximum: Annotated[int, Field(ge=1)]


class MethodFile(FileModel):
    """One file of ``agendas/methods/``."""

    title: TextFile
    purpose: TextFile
    people: PeopleFile
    minutes: TimeFile
    goals: list[Goal]
    room_setup: Needed = None
    roles: Needed = None
    output: Needed = None
    plan_b: Needed = None
    source: Needed = None
    steps: Annotated[list[StepFile], Field(min_length=1)]
    materials: list[MaterialFile] = []
    tips: list[TextFile] = []
    risks: list[TextFile] = []
    layouts: list[Annotated[Layout, Field(strict=False)]] = []
    group: GroupFile | None = None
    is_for_cases: bool = False
    evens_ranks: bool = False

    def method(self, method_id: str) -> Method:
        """The method as the program knows it."""
        return Method(
            id=method_id,
            title=self.title.text(),
            purpose=self.purpose.text(),
            minimum_people=self.people.minimum,
            maximum_people=self.people.maximum,
            minimum_time=timedelta(minutes=self.minutes.minimum),
            typical_time=timedelta(minutes=self.minutes.typical),
            maximum_time=timedelta(minutes=self.minutes.maximum),
            steps=tuple(step.method_step() for step in self.steps),
            materials=tuple(material.material() for material in self.materials),
            room_setup=text_of(self.room_setup),
            roles=text_of(self.roles),
            output=text_of(self.output),
            plan_b=text_of(self.plan_b),
            tips=texts_of(self.tips),
            risks=texts_of(self.risks),
            goals=tuple(self.goals),
            source=text_of(self.source),
            layouts=tuple(self.layouts),
            group_minimum=self.group.minimum if self.group else 0,
            group_maximum=self.group.maximum if self.group else 0,
            is_for_cases=self.is_for_cases,
            evens_ranks=self.evens_ranks,
        )


class SheetFile(FileModel):
    """What the guide says about one session; what it leaves out comes from the method."""

    purpose: TextFile | None = None
    technique: TextFile | None = None
    question: TextFile | None = None
    room_setup: TextFile | None = None
    roles: TextFile | None = None
    output: TextFile | None = None
    plan_b: TextFile | None = None
    risks: TextFile | None = None
    steps: list[StepFile] = []
    materials: list[MaterialFile] = []

    def sheet(self) -> GuideSheet:
        """The sheet as the program knows it; it belongs to no item yet."""
        return GuideSheet(
            item_id="",
            purpose=text_of(self.purpose),
            technique=text_of(self.technique),
            question=text_of(self.question),
            room_setup=text_of(self.room_setup),
            roles=text_of(self.roles),
            output=text_of(self.output),
            plan_b=text_of(self.plan_b),
            risks=text_of(self.risks),
            steps=tuple(step.step() for step in self.steps),
            materials=tuple(material.material() for material in self.materials),
        )


class ItemFile(FileModel):
    """One session of an instrument."""

    kind: Annotated[ItemKind, Field(strict=False)]
    title: TextFile
    minutes: Minutes
    method: Key | None = None
    questions: Annotated[int, Field(ge=0)] = 0
    pinned_start: Clock | None = None
    parallel: str = ""
    objectives: list[Key] = []
    attribution: Annotated[Attribution, Field(strict=False)] = Attribution.ROLE
    summary: TextFile | None = None
    internal_note: TextFile | None = None
    is_optional: bool = False
    shortest: Minutes | None = None
    audience: Annotated[Audience, Field(strict=False)] = Audience.PUBLIC
    is_from_seed: bool = False
    sheet: SheetFile = SheetFile()

    def item(self) -> InstrumentItem:
        """The session as the program knows it."""
        return InstrumentItem(
            kind=self.kind,
            title=self.title.text(),
            duration=timedelta(minutes=self.minutes),
            method_id=self.method or "",
            questions=timedelta(minutes=self.questions),
            pinned_start=time.fromisoformat(self.pinned_start) if self.pinned_start else None,
            parallel=self.parallel,
            objectives=tuple(self.objectives),
            attribution=self.attribution,
            summary=text_of(self.summary),
            internal_note=text_of(self.internal_note),
            sheet=self.sheet.sheet(),
            is_optional=self.is_optional,
            shortest=timedelta(minutes=self.shortest) if self.shortest else None,
            audience=self.audience,
            is_from_seed=self.is_from_seed,
        )


class DayFile(FileModel):
    """One day; ``total_minutes`` is what its author means the sessions to add up to."""

    starts_at: Clock
    total_minutes: Minutes
    items: Annotated[list[ItemFile], Field(min_length=1)]

    def day(self) -> InstrumentDay:
        """The day as the program knows it."""
        return InstrumentDay(time.fromisoformat(self.starts_at), tuple(item.item() for item in self.items))


class TaskFile(FileModel):
    """One line of the checklist."""

    day: Annotated[int, Field(ge=-730, le=730)]
    title: TextFile
    owner: Needed = None
    benchmark: TextFile | None = None
    rule: Rule = ""
    minimum_days: Annotated[int, Field(ge=1)] | None = None
    is_from_seed: bool = False

    def task(self) -> InstrumentTask:
        """The line as the program knows it."""
        return InstrumentTask(
            title=self.title.text(),
            offset_days=self.day,
            owner_role=text_of(self.owner),
            benchmark=text_of(self.benchmark),
            rule=self.rule,
            minimum_days=self.minimum_days,
            is_from_seed=self.is_from_seed,
        )


class ObjectiveFile(FileModel):
    """A proposed objective."""

    key: Key
    text: TextFile


class SectorTargetFile(FileModel):
    """A proposed share of the participants."""

    sector: Annotated[Sector, Field(strict=False)]
    percent: Percent


class GuideElementFile(FileModel):
    """A rule or script of the guide's inside page."""

    title: TextFile
    text: TextFile


class SharedElementFile(GuideElementFile):
    """A guide element that several instruments name by its key."""

    key: Key


class SharedElementsFile(FileModel):
    """The file ``agendas/references/guide_elements.toml``."""

    elements: list[SharedElementFile]

    def by_key(self) -> dict[str, GuideElement]:
        """The elements as the program knows them."""
        return {entry.key: GuideElement(entry.title.text(), entry.text.text()) for entry in self.elements}


class InstrumentFile(FileModel):
    """One file of ``agendas/instruments/``."""

    title: TextFile
    purpose: TextFile
    source: Needed = None
    typical_people: Annotated[int, Field(ge=1)]
    rules_left_out: list[RuleLeftOut] = []
    start_questions: list[LineFile] = []
    prerequisites: list[LineFile] = []
    consultation_questions: list[TextFile] = []
    cafe_questions: list[TextFile] = []
    documents: list[LineFile] = []
    indicators: list[LineFile] = []
    objectives: list[ObjectiveFile] = []
    sector_targets: list[SectorTargetFile] = []
    guide_elements: list[GuideElementFile] = []
    shared_elements: list[Key] = []
    days: Annotated[list[DayFile], Field(min_length=1)]
    tasks: list[TaskFile] = []

    def instrument(self, key: str, shared: Mapping[str, GuideElement]) -> Instrument:
        """The instrument as the program knows it; ``shared`` are the guide elements it may name."""
        own = tuple(GuideElement(entry.title.text(), entry.text.text()) for entry in self.guide_elements)
        return Instrument(
            key=key,
            title=self.title.text(),
            purpose=self.purpose.text(),
            typical_people=self.typical_people,
            days=tuple(day.day() for day in self.days),
            tasks=tuple(task.task() for task in self.tasks),
            objectives=tuple(InstrumentObjective(entry.key, entry.text.text()) for entry in self.objectives),
            sector_targets=tuple(SectorTarget(entry.sector, entry.percent / 100) for entry in self.sector_targets),
            cafe_questions=texts_of(self.cafe_questions),
            consultation_questions=texts_of(self.consultation_questions),
            guide_elements=own + tuple(shared[name] for name in self.shared_elements if name in shared),
            start_questions=lines_of(self.start_questions),
            prerequisites=lines_of(self.prerequisites),
            documents=lines_of(self.documents),
            indicators=lines_of(self.indicators),
            rules_left_out=tuple(self.rules_left_out),
            source=text_of(self.source),
        )


class PastShareFile(FileModel):
    """A share as it was stated."""

    category: Annotated[PastCategory, Field(strict=False)]
    label: TextFile
    percent: Percent
    is_lower_bound: bool = False

    def past_share(self) -> PastShare:
        """The share as the program knows it."""
        return PastShare(self.category, self.label.text(), self.percent / 100, is_lower_bound=self.is_lower_bound)


class PastConferenceFile(FileModel):
    """One earlier conference."""

    year: Annotated[int, Field(ge=1900, le=2200)]
    title: TextFile
    participants: Annotated[int, Field(ge=1)]
    participants_stated: TextFile
    is_participants_lower_bound: bool = False
    shares: list[PastShareFile] = []
    outside_capital: Annotated[int, Field(ge=0)] | None = None
    outside_capital_stated: TextFile | None = None
    speakers: TextFile | None = None
    footnote: TextFile | None = None

    def past_conference(self) -> PastConference:
        """The conference as the program knows it."""
        return PastConference(
            year=self.year,
            title=self.title.text(),
            participants=self.participants,
            participants_stated=self.participants_stated.text(),
            is_participants_lower_bound=self.is_participants_lower_bound,
            shares=tuple(share.past_share() for share in self.shares),
            outside_capital=self.outside_capital,
            outside_capital_stated=text_of(self.outside_capital_stated),
            speakers=text_of(self.speakers),
            footnote=text_of(self.footnote),
        )


class PastConferencesFile(FileModel):
    """The file ``agendas/references/conferences.toml``."""

    conferences: list[PastConferenceFile]
