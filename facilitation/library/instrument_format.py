"""The shape of a file in ``agendas/instruments/``, and of the guide elements that several share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time, timedelta
from typing import Annotated

from pydantic import (
    Field,
)

from facilitation.domain.agenda import Attribution, Audience, ItemKind, Layout
from facilitation.domain.event import Sector, SectorTarget
from facilitation.domain.guide import GuideElement, GuideSheet
from facilitation.domain.instrument import (
    Instrument,
    InstrumentDay,
    InstrumentItem,
    InstrumentObjective,
)
from facilitation.library.file_parts import (
    Clock,
    FileModel,
    Key,
    LineFile,
    MaterialFile,
    Minutes,
    Needed,
    Percent,
    RuleLeftOut,
    StepFile,
    TextFile,
    lines_of,
    text_of,
    texts_of,
)
from facilitation.library.task_format import TaskFile


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
    layout: Annotated[Layout | None, Field(strict=False)] = None
    equipment: TextFile | None = None
    interpretation: TextFile | None = None
    logistics: TextFile | None = None
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
            layout=self.layout,
            equipment=text_of(self.equipment),
            interpretation=text_of(self.interpretation),
            logistics=text_of(self.logistics),
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
    soft_start: Clock | None = None
    buffer_before: Annotated[int, Field(ge=0, le=24 * 60)] = 0
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
            soft_start=time.fromisoformat(self.soft_start) if self.soft_start else None,
            buffer_before=timedelta(minutes=self.buffer_before),
        )


class DayFile(FileModel):
    """One day; ``total_minutes`` is what its author means the sessions to add up to."""

    starts_at: Clock
    total_minutes: Minutes
    items: Annotated[list[ItemFile], Field(min_length=1)]

    def day(self) -> InstrumentDay:
        """The day as the program knows it."""
        return InstrumentDay(time.fromisoformat(self.starts_at), tuple(item.item() for item in self.items))


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
