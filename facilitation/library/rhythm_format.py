"""The shape of the file ``agendas/references/rhythms.toml``: how often what has to happen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from facilitation.domain.series import Duty, DutyKind, DutyStep, HandoverStep, Rhythm
from facilitation.errors import InvalidInput, mark
from facilitation.library.file_parts import FileModel, Key, TextFile, text_of


class DutyStepFile(FileModel):
    """Something to be done before a duty falls due."""

    days: Annotated[int, Field(ge=1, le=365)]
    title: TextFile
    is_from_seed: bool = False

    def step(self) -> DutyStep:
        """The step as the program knows it."""
        return DutyStep(self.days, self.title.text(), is_from_seed=self.is_from_seed)


class DutyFile(FileModel):
    """One rhythm; at most one of ``every_days``, ``every_months`` and ``per_year``."""

    key: Key
    title: TextFile
    kind: Annotated[DutyKind, Field(strict=False)] = DutyKind.MEETING
    every_days: Annotated[int, Field(ge=1, le=3660)] | None = None
    every_months: Annotated[int, Field(ge=1, le=120)] | None = None
    per_year: Annotated[int, Field(ge=1, le=12)] | None = None
    is_from_seed: bool = False
    instruments: list[str] = []
    oftener_than: str = ""
    steps: list[DutyStepFile] = []

    @model_validator(mode="after")
    def _has_one_rhythm(self) -> Self:
        if sum(value is not None for value in (self.every_days, self.every_months, self.per_year)) > 1:
            raise PydanticCustomError("two_rhythms", "more than one of every_days, every_months and per_year")
        return self

    def duty(self) -> Duty:
        """The duty as the program knows it; its key becomes its id within the series."""
        return Duty(
            id=self.key,
            title=self.title.text(),
            kind=self.kind,
            every_days=self.every_days,
            every_months=self.every_months,
            per_year=self.per_year,
            is_from_seed=self.is_from_seed,
            instruments=tuple(self.instruments),
            oftener_than=self.oftener_than,
            steps=tuple(step.step() for step in self.steps),
        )


class HandoverFile(FileModel):
    """What a change of presidency takes."""

    key: Key
    days: Annotated[int, Field(ge=-365, le=365)]
    title: TextFile
    owner: TextFile | None = None
    is_from_seed: bool = False

    def step(self) -> HandoverStep:
        """The step as the program knows it."""
        return HandoverStep(self.key, self.days, self.title.text(), text_of(self.owner), self.is_from_seed)


class RhythmFile(FileModel):
    """The rhythm of one instrument."""

    instrument: str
    source: TextFile
    duties: Annotated[list[DutyFile], Field(min_length=1)]
    term_months: Annotated[int, Field(ge=0, le=120)] = 0
    handover: list[HandoverFile] = []

    def rhythm(self) -> Rhythm:
        """The rhythm as the program knows it."""
        return Rhythm(
            instrument=self.instrument,
            duties=tuple(duty.duty() for duty in self.duties),
            source=self.source.text(),
            term_months=self.term_months,
            steps=tuple(step.step() for step in self.handover),
        )


class RhythmsFile(FileModel):
    """The file ``agendas/references/rhythms.toml``."""

    rhythms: list[RhythmFile]

    def by_instrument(self) -> dict[str, Rhythm]:
        """The rhythms by the instrument they are for."""
        return {entry.instrument: entry.rhythm() for entry in self.rhythms}


def rhythm_problems(file: str, rhythms: RhythmsFile, instruments: Iterable[str]) -> Iterator[InvalidInput]:
    """What the rhythms say against each other and against the instruments."""
    known = frozenset(instruments)
    for rhythm in rhythms.rhythms:
        named = {rhythm.instrument, *(key for duty in rhythm.duties for key in duty.instruments)}
        for key in sorted(named - known):
            template = mark("{file}: there is no instrument “{key}” in agendas/instruments/.")
            yield InvalidInput(template, file=file, key=key)
        keys = [duty.key for duty in rhythm.duties]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            template = mark("{file}: the key “{key}” is used twice for “{instrument}”.")
            yield InvalidInput(template, file=file, key=key, instrument=rhythm.instrument)
        for key in sorted({duty.oftener_than for duty in rhythm.duties} - {"", *keys}):
            template = mark("{file}: “oftener_than” names “{key}”, which “{instrument}” does not have.")
            yield InvalidInput(template, file=file, key=key, instrument=rhythm.instrument)
