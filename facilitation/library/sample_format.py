"""The shape of the files of a sample event in ``agendas/samples/<name>/`` (described in ``agendas/samples/README.md``).

Texts that exist in both languages stay so; what an event holds in one language (names, rooms, notes) is written in
both here and taken in the language the sample is loaded in.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from facilitation.domain.agenda import Attribution, ItemKind
from facilitation.domain.event import Sector
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus, Sex
from facilitation.domain.proceedings import Section
from facilitation.domain.task import TaskStatus
from facilitation.library.file_format import (
    Clock,
    FileModel,
    Key,
    Minutes,
    ObjectiveFile,
    PlainTaskFile,
    SectorTargetFile,
    TextFile,
    Words,
)

Mark = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
"""What the files of a sample call a person or a session."""
LanguageCode = Literal["sq", "en"]
Country = Literal["AL", "XK", "MK", "ME", "RS", "BA"]


class ConsultationFile(FileModel):
    """A question put before the event and what was answered in short."""

    question: TextFile
    synthesis: TextFile | None = None


class SampleEventFile(FileModel):
    """``event.toml``: either ``starts_on`` or ``starts_in_days``, counted from the day the sample is loaded."""

    instrument: str
    title: TextFile
    place: TextFile
    sources_note: TextFile
    expected_people: Annotated[int, Field(ge=1)]
    languages: Annotated[list[LanguageCode], Field(min_length=1)]
    starts_on: date | None = None
    starts_in_days: Annotated[int, Field(ge=1)] | None = None
    design_started_days_before: Annotated[int, Field(ge=0)] | None = None
    country: Country = "AL"
    time_zone: str = "Europe/Tirane"
    host: TextFile | None = None
    donors: TextFile | None = None
    about: TextFile | None = None
    expected_results: TextFile | None = None
    objectives: list[ObjectiveFile] = Field(default_factory=list)
    sector_targets: list[SectorTargetFile] = Field(default_factory=list)
    consultation: list[ConsultationFile] = Field(default_factory=list)

    @model_validator(mode="after")
    def _has_one_start(self) -> SampleEventFile:
        if (self.starts_on is None) == (self.starts_in_days is None):
            raise ValueError("write either starts_on or starts_in_days")
        return self


class PersonRow(BaseModel):
    """One line of ``people.csv``; its name is put together from position and organisation: an office, no person."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: Mark
    position_sq: Words
    position_en: Words
    organisation_sq: Words
    organisation_en: Words
    sector: Sector
    district: District
    municipality: str
    role: EventRole
    sex: Sex
    languages: Words
    status: InvitationStatus
    days: Annotated[str, StringConstraints(pattern=r"^[0-9 ]*$")]
    photo: Consent
    list: Consent
    access_sq: str
    access_en: str
    diet_sq: str
    diet_en: str


class PresentationFile(FileModel):
    """A presentation inside a session, given by a team; its members become speakers of the session."""

    title: TextFile
    district: Annotated[District, Field(strict=False)]
    team: Annotated[list[Mark], Field(min_length=1)]


class SampleItemFile(FileModel):
    """One session. With ``row`` it starts from that row of the same day of the instrument."""

    key: Mark
    row: Annotated[int, Field(ge=1)] | None = None
    kind: Annotated[ItemKind, Field(strict=False)] | None = None
    title: TextFile | None = None
    minutes: Minutes | None = None
    method: Key | None = None
    questions: Annotated[int, Field(ge=0)] | None = None
    pinned_start: Clock | None = None
    parallel: str = ""
    room: TextFile | None = None
    speakers: list[Mark] = Field(default_factory=list)
    speaking_offices: list[TextFile] = Field(default_factory=list)
    presentations: list[PresentationFile] = Field(default_factory=list)
    facilitators: list[Mark] = Field(default_factory=list)
    note_takers: list[Mark] = Field(default_factory=list)
    objectives: list[Key] | None = None
    attribution: Annotated[Attribution, Field(strict=False)] | None = None
    question: TextFile | None = None
    summary: TextFile | None = None
    internal_note: TextFile | None = None

    @property
    def people(self) -> list[str]:
        """Everybody the session names, each as often as named."""
        teams = [member for presentation in self.presentations for member in presentation.team]
        return [*self.speakers, *teams, *self.facilitators, *self.note_takers]


class SampleDayFile(FileModel):
    """One day of the agenda."""

    starts_at: Clock
    items: Annotated[list[SampleItemFile], Field(min_length=1)]


class SampleAgendaFile(FileModel):
    """``agenda.toml``."""

    days: Annotated[list[SampleDayFile], Field(min_length=1)]

    @property
    def items(self) -> list[SampleItemFile]:
        """The sessions of all days in order."""
        return [item for day in self.days for item in day.items]


class OwnerFile(FileModel):
    """Who has the tasks of an owner role (named in English, as in the instrument)."""

    role: Words
    person: Mark


class ProgressFile(FileModel):
    """How far a task is. ``early`` = days before its due day it was done; with it the task counts as done."""

    early: Annotated[int, Field(ge=0)] | None = None
    status: Annotated[TaskStatus, Field(strict=False)] = TaskStatus.PLANNED
    note: TextFile | None = None

    @property
    def reached(self) -> TaskStatus:
        """The status the fields amount to."""
        return TaskStatus.DONE if self.early is not None else self.status


class ChangeFile(ProgressFile):
    """What became of the instrument's task of a day; a second change for a day means its second task."""

    day: int


class ExtraTaskFile(PlainTaskFile, ProgressFile):
    """A task the instrument does not have."""


class SampleTasksFile(FileModel):
    """``tasks.toml``."""

    owners: list[OwnerFile] = Field(default_factory=list)
    changes: list[ChangeFile] = Field(default_factory=list)
    extra: list[ExtraTaskFile] = Field(default_factory=list)


class NoteFile(FileModel):
    """One note; ``by`` is who spoke."""

    kind: Annotated[NoteKind, Field(strict=False)]
    text: TextFile
    by: Mark | None = None
    consent: bool = False
    owner: TextFile | None = None
    due_on: date | None = None


class NotedSessionFile(FileModel):
    """The notes of one session."""

    item: Mark
    notes: Annotated[list[NoteFile], Field(min_length=1)]


class SampleNotesFile(FileModel):
    """A file of ``notes/``."""

    sessions: list[NotedSessionFile]


class HarvestFile(FileModel):
    """What one table brought out in one round."""

    round: Annotated[int, Field(ge=1)]
    table: Annotated[int, Field(ge=1)]
    text: TextFile


class SampleCafeFile(FileModel):
    """``cafe.toml``: the café of one session. The groups are made when the sample is loaded."""

    item: Mark
    table_count: Annotated[int, Field(ge=1)]
    seed: int = 1
    hosts: list[Mark] = Field(default_factory=list)
    questions: Annotated[list[TextFile], Field(min_length=1)]
    harvest: list[HarvestFile] = Field(default_factory=list)


class SectionFile(FileModel):
    """Words typed for one section of the proceedings."""

    section: Annotated[Section, Field(strict=False)]
    text: TextFile


class SampleProceedingsFile(FileModel):
    """``proceedings.toml``."""

    texts: list[SectionFile]


def said(words: TextFile | None, language: str) -> str:
    """The words of a field that an event holds in one language; "" where it was left out."""
    return words.text().said_in(language) if words else ""
