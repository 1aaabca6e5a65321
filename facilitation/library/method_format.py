"""The shape of a file in ``agendas/methods/``."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import (
    Field,
)

from facilitation.domain.agenda import Layout
from facilitation.domain.method import Method
from facilitation.library.file_parts import (
    FileModel,
    Goal,
    MaterialFile,
    Minutes,
    Needed,
    StepFile,
    TextFile,
    text_of,
    texts_of,
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
    equipment: TextFile | None = None
    interpretation: TextFile | None = None
    logistics: TextFile | None = None

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
            equipment=text_of(self.equipment),
            interpretation=text_of(self.interpretation),
            logistics=text_of(self.logistics),
        )
