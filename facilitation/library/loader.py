"""Reads the content library in ``agendas/`` and reports everything that is wrong with it at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Protocol, TypeVar

import tomli
from pydantic import ValidationError

from facilitation.domain.checklist import Checklist
from facilitation.domain.guide import GuideElement
from facilitation.domain.instrument import Instrument
from facilitation.domain.method import Method
from facilitation.domain.questionnaire_template import QuestionnaireTemplate
from facilitation.domain.reference import Acronym, PastConference
from facilitation.domain.series import Rhythm
from facilitation.domain.volume_outline import VolumeOutline
from facilitation.errors import InvalidInput, LibraryProblem, mark
from facilitation.library.file_format import (
    AcronymsFile,
    ChecklistFile,
    DayFile,
    FileModel,
    InstrumentFile,
    ItemFile,
    MethodFile,
    PastConferencesFile,
    QuestionnaireFile,
    RhythmsFile,
    SharedElementsFile,
    StepFile,
    VolumeFile,
)
from facilitation.library.problems import shape_problems, syntax_problem
from facilitation.library.questionnaire_format import questionnaire_problems
from facilitation.library.rhythm_format import rhythm_problems
from facilitation.library.task_format import task_problems
from facilitation.library.volume_format import volume_problems

Shape = TypeVar("Shape", bound=FileModel)
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")

IMPORTS = "imports"
"""The folder beside the sample events that holds sample files for importing."""


class Library(Protocol):
    """What can be asked of a library, whether all of it stands in ``agendas/`` or some of it is one's own."""

    @property
    def folder(self) -> Path:
        """The folder the program came with."""

    @property
    def instruments(self) -> Mapping[str, Instrument]:
        """The instruments by key."""

    @property
    def methods(self) -> Mapping[str, Method]:
        """The methods by id."""

    @property
    def checklists(self) -> Mapping[str, Checklist]:
        """The checklists that belong to no instrument, by key."""

    @property
    def questionnaires(self) -> Mapping[str, QuestionnaireTemplate]:
        """The questionnaires an event can start from, by key."""

    @property
    def past_conferences(self) -> tuple[PastConference, ...]:
        """Who came to earlier conferences."""

    @property
    def rhythms(self) -> Mapping[str, Rhythm]:
        """How often events repeat, by the key of their instrument."""

    @property
    def volumes(self) -> Mapping[str, VolumeOutline]:
        """The outlines of minutes, reports and other volumes, by key."""

    @property
    def acronyms(self) -> tuple[Acronym, ...]:
        """Short forms that need an explanation in a volume, with it."""

    def sample_names(self) -> tuple[str, ...]:
        """The samples that can be opened."""


@dataclass(frozen=True, slots=True)
class ShippedLibrary:
    """Everything in ``agendas/``; instruments by key and methods by id, both in the order of their names."""

    folder: Path
    instruments: Mapping[str, Instrument]
    methods: Mapping[str, Method]
    past_conferences: tuple[PastConference, ...]
    shared_elements: Mapping[str, GuideElement] = field(default_factory=dict)
    rhythms: Mapping[str, Rhythm] = field(default_factory=dict)
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    questionnaires: Mapping[str, QuestionnaireTemplate] = field(default_factory=dict)
    volumes: Mapping[str, VolumeOutline] = field(default_factory=dict)
    acronyms: tuple[Acronym, ...] = ()

    def sample_names(self) -> tuple[str, ...]:
        """The folders of ``agendas/samples/`` that hold an event, in order."""
        samples = self.folder / "samples"
        if not samples.is_dir():
            return ()
        folders = (path.name for path in samples.iterdir() if path.is_dir() and path.name[0] not in "._")
        return tuple(sorted(set(folders) - {IMPORTS}))


def load_library(folder: Path) -> ShippedLibrary:
    """The library of a folder; raises ``LibraryProblem`` with every problem of every file."""
    reading = Reading(folder)
    methods = reading.folder_of("methods", MethodFile)
    instruments = reading.folder_of("instruments", InstrumentFile)
    checklists = reading.folder_if_there("checklists", ChecklistFile)
    questionnaires = reading.folder_if_there("questionnaires", QuestionnaireFile)
    volumes = reading.folder_if_there("volumes", VolumeFile)
    references = reading.file(folder / "references" / "conferences.toml", PastConferencesFile)
    shared = _shared_elements(reading)
    rhythms = _rhythms(reading)
    acronyms = _acronyms(reading)
    for name, method in methods.items():
        reading.problems += method_problems(reading.name("methods", name), method)
    for name, checklist in checklists.items():
        reading.problems += task_problems(reading.name("checklists", name), checklist.tasks)
    for name, asked in questionnaires.items():
        reading.problems += questionnaire_problems(reading.name("questionnaires", name), asked)
    for name, volume in volumes.items():
        reading.problems += volume_problems(reading.name("volumes", name), volume, reading.stems("instruments"))
    method_ids = reading.stems("methods")
    for name, instrument in instruments.items():
        reading.problems += instrument_problems(reading.name("instruments", name), instrument, method_ids, shared)
    if reading.problems:
        raise LibraryProblem(tuple(str(problem) for problem in reading.problems), tuple(reading.problems))
    return ShippedLibrary(
        folder=folder,
        instruments={key: file.instrument(key, shared) for key, file in instruments.items()},
        methods={name: file.method(name) for name, file in methods.items()},
        past_conferences=tuple(entry.past_conference() for entry in references.conferences) if references else (),
        shared_elements=shared,
        rhythms=rhythms,
        checklists={key: file.checklist(key) for key, file in checklists.items()},
        questionnaires={key: file.questionnaire(key) for key, file in questionnaires.items()},
        volumes={key: file.outline(key) for key, file in volumes.items()},
        acronyms=acronyms,
    )


def _shared_elements(reading: Reading) -> dict[str, GuideElement]:
    """What several instruments share; a library in which none does needs no such file."""
    path = reading.root / "references" / "guide_elements.toml"
    file = reading.file(path, SharedElementsFile) if path.is_file() else None
    return file.by_key() if file else {}


def _acronyms(reading: Reading) -> tuple[Acronym, ...]:
    """What short forms stand for; a library can do without."""
    path = reading.root / "references" / "acronyms.toml"
    file = reading.file(path, AcronymsFile) if path.is_file() else None
    return file.all() if file else ()


def _rhythms(reading: Reading) -> dict[str, Rhythm]:
    """How often events repeat; a library that does not say so needs no such file."""
    path = reading.root / "references" / "rhythms.toml"
    file = reading.file(path, RhythmsFile) if path.is_file() else None
    if file is None:
        return {}
    reading.problems += rhythm_problems(reading.shown(path), file, reading.stems("instruments"))
    return file.by_instrument()


@dataclass(slots=True)
class Reading:
    """One pass over the files of a folder that gathers problems instead of stopping at the first."""

    root: Path
    problems: list[InvalidInput] = field(default_factory=list)

    def name(self, part: str, stem: str) -> str:
        """A file as problems name it: "agendas/methods/buzz.toml"."""
        return self.shown(self.root / part / f"{stem}.toml")

    def stems(self, part: str) -> frozenset[str]:
        """The ids of all files of a part, readable or not: a broken method is reported once, not at every use."""
        return frozenset(path.stem for path in (self.root / part).glob("*.toml"))

    def folder_of(self, part: str, shape: type[Shape]) -> dict[str, Shape]:
        """The readable files of a part by file name without ending."""
        folder = self.root / part
        if not folder.is_dir():
            self.problems.append(InvalidInput(mark("The folder {folder} is missing."), folder=self.shown(folder)))
            return {}
        files = {path.stem: self.file(path, shape) for path in sorted(folder.glob("*.toml"))}
        return {stem: file for stem, file in files.items() if file is not None}

    def folder_if_there(self, part: str, shape: type[Shape]) -> dict[str, Shape]:
        """The same for a part that a library can do without."""
        return self.folder_of(part, shape) if (self.root / part).is_dir() else {}

    def file(self, path: Path, shape: type[Shape]) -> Shape | None:
        """One file in its shape; ``None`` when a problem was noted."""
        if not _FILE_NAME.fullmatch(path.stem):
            template = mark("{file}: the file name may have small letters, digits, - and _ only: it is the key.")
            self.problems.append(InvalidInput(template, file=self.shown(path)))
        values = self._values(path)
        if values is None:
            return None
        try:
            return shape.model_validate(values)
        except ValidationError as error:
            self.problems += shape_problems(self.shown(path), error)
            return None

    def text(self, path: Path) -> str:
        """What a file says; "" when a problem was noted."""
        try:
            # Notepad on Windows writes a byte order mark, which TOML itself does not allow.
            return path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            template = mark("{file}: this is not UTF-8 text. Save the file again with the encoding UTF-8.")
            self.problems.append(InvalidInput(template, file=self.shown(path)))
        except OSError as error:
            template = mark("{file}: the file cannot be read ({detail}).")
            self.problems.append(InvalidInput(template, file=self.shown(path), detail=error.strerror))
        return ""

    def _values(self, path: Path) -> dict[str, object] | None:
        known = len(self.problems)
        text = self.text(path)
        try:
            return tomli.loads(text) if len(self.problems) == known else None
        except tomli.TOMLDecodeError as error:
            self.problems.append(syntax_problem(self.shown(path), error, text))
        return None

    def shown(self, path: Path) -> str:
        """A path as problems name it, from the library's folder on."""
        return path.relative_to(self.root.parent).as_posix()


def method_problems(file: str, method: MethodFile) -> Iterator[InvalidInput]:
    """What the fields of a method say against each other."""
    yield from _sum_problem(file, "steps", method.steps, method.minutes.typical)
    times = method.minutes
    if not times.minimum <= times.typical <= times.maximum:
        yield InvalidInput(mark("{file}: “minutes” must grow from minimum over typical to maximum."), file=file)
    if method.people.minimum > method.people.maximum:
        yield InvalidInput(mark("{file}: “people” has a minimum above its maximum."), file=file)


def instrument_problems(
    file: str, instrument: InstrumentFile, method_ids: Collection[str], shared_keys: Collection[str]
) -> Iterator[InvalidInput]:
    """What the parts of an instrument say against each other and against the methods."""
    keys = Counter(objective.key for objective in instrument.objectives)
    for key, count in keys.items():
        if count > 1:
            yield InvalidInput(mark("{file}: the objective key “{key}” is used twice."), file=file, key=key)
    for key in instrument.shared_elements:
        if key not in shared_keys:
            template = mark(
                "{file}: “shared_elements” names “{key}”, which references/guide_elements.toml does not have."
            )
            yield InvalidInput(template, file=file, key=key)
    percent = sum(target.percent for target in instrument.sector_targets)
    if percent > 100:
        template = mark("{file}: “sector_targets” add up to {percent} %, which is more than 100 %.")
        yield InvalidInput(template, file=file, percent=f"{percent:g}")
    yield from task_problems(file, instrument.tasks)
    for number, day in enumerate(instrument.days, start=1):
        yield from _day_problems(file, number, day)
        for position, item in enumerate(day.items, start=1):
            place = f"days {number} › items {position}"
            yield from _item_problems(file, place, item)
            yield from _link_problems(file, place, item, method_ids=method_ids, objective_keys=keys)


def _day_problems(file: str, number: int, day: DayFile) -> Iterator[InvalidInput]:
    # Parallel sessions share a start, so only the longest of neighbours with the same mark counts.
    neighbours = groupby(enumerate(day.items), key=lambda entry: entry[1].parallel or entry[0])
    total = sum(max(item.minutes for _, item in group) for _, group in neighbours)
    if total != day.total_minutes:
        yield InvalidInput(
            mark("{file}: the sessions of day {day} add up to {minutes} minutes, but “total_minutes” says {stated}."),
            file=file,
            day=number,
            minutes=total,
            stated=day.total_minutes,
        )


def _item_problems(file: str, place: str, item: ItemFile) -> Iterator[InvalidInput]:
    if item.sheet.steps:
        yield from _sum_problem(file, f"{place} › sheet › steps", item.sheet.steps, item.minutes)
    if item.questions > item.minutes:
        template = mark("{file}: “{field}” keeps more minutes for questions than the session has.")
        yield InvalidInput(template, file=file, field=f"{place} › questions")


def _link_problems(
    file: str, place: str, item: ItemFile, *, method_ids: Collection[str], objective_keys: Collection[str]
) -> Iterator[InvalidInput]:
    if item.method and item.method not in method_ids:
        template = mark("{file}: “{field}” names the method “{method}”, but there is no agendas/methods/{method}.toml.")
        yield InvalidInput(template, file=file, field=f"{place} › method", method=item.method)
    for key in item.objectives:
        if key not in objective_keys:
            template = mark("{file}: “{field}” names the objective “{key}”, which the file does not have.")
            yield InvalidInput(template, file=file, field=f"{place} › objectives", key=key)


def _sum_problem(file: str, place: str, steps: list[StepFile], stated: int) -> Iterator[InvalidInput]:
    total = sum(step.minutes for step in steps)
    if total != stated:
        yield InvalidInput(
            mark("{file}: “{field}” add up to {minutes} minutes; they should fill {stated}."),
            file=file,
            field=place,
            minutes=total,
            stated=stated,
        )
