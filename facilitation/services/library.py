"""The library people see: what the program came with, and their own files beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from facilitation.domain.checklist import Checklist
from facilitation.domain.instrument import Instrument
from facilitation.domain.method import Method
from facilitation.domain.own_file import OwnFile
from facilitation.domain.questionnaire_template import QuestionnaireTemplate
from facilitation.domain.reference import Acronym, PastConference
from facilitation.domain.series import Rhythm
from facilitation.domain.volume_outline import VolumeOutline
from facilitation.errors import InvalidInput, OwnFileProblem, mark
from facilitation.library.loader import ShippedLibrary
from facilitation.library.own_text import CHECKLISTS, METHODS, QUESTIONNAIRES, Described, Surroundings, described
from facilitation.services.desk import Desk
from facilitation.storage.own_file_store import Stamp


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An own file with what it describes, or with what is wrong with it."""

    file: OwnFile
    made: Described | None = None
    problem: OwnFileProblem | None = None


@dataclass(frozen=True, slots=True)
class _Picture:
    """The whole library as it was when the own files had these stamps."""

    stamps: tuple[Stamp, ...] | None = None
    known: Surroundings = field(default_factory=Surroundings)
    own: tuple[OwnEntry, ...] = ()
    methods: Mapping[str, Method] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    questionnaires: Mapping[str, QuestionnaireTemplate] = field(default_factory=dict)


class WholeLibrary:
    """A ``Library``. An own file is read again only when it was changed, here or in another replica.

    An own file that cannot be read (any more) is no part of ``methods``, ``instruments``, ``checklists`` and
    ``questionnaires``; ``own`` tells why.
    """

    def __init__(self, desk: Desk, shipped: ShippedLibrary) -> None:
        self._desk, self.shipped = desk, shipped
        self._picture = _Picture()

    @property
    def folder(self) -> Path:
        """The folder the program came with."""
        return self.shipped.folder

    @property
    def past_conferences(self) -> tuple[PastConference, ...]:
        """Who came to earlier conferences."""
        return self.shipped.past_conferences

    @property
    def acronyms(self) -> tuple[Acronym, ...]:
        """Short forms that need an explanation in a volume, with it."""
        return self.shipped.acronyms

    @property
    def rhythms(self) -> Mapping[str, Rhythm]:
        """How often events repeat, by the key of their instrument."""
        return self.shipped.rhythms

    @property
    def volumes(self) -> Mapping[str, VolumeOutline]:
        """The outlines of minutes, reports and other volumes, by key."""
        return self.shipped.volumes

    @property
    def instruments(self) -> Mapping[str, Instrument]:
        """The instruments by key, own ones last."""
        return self._now().instruments

    @property
    def methods(self) -> Mapping[str, Method]:
        """The methods by id, own ones last."""
        return self._now().methods

    @property
    def checklists(self) -> Mapping[str, Checklist]:
        """The checklists that belong to no instrument, by key, own ones last."""
        return self._now().checklists

    @property
    def questionnaires(self) -> Mapping[str, QuestionnaireTemplate]:
        """The questionnaires an event can start from, by key, own ones last."""
        return self._now().questionnaires

    def sample_names(self) -> tuple[str, ...]:
        """The samples that can be opened."""
        return self.shipped.sample_names()

    def own(self, part: str) -> tuple[OwnEntry, ...]:
        """The own files of a part by key, also those with problems."""
        return tuple(entry for entry in self._now().own if entry.file.part == part)

    def keys(self, part: str) -> frozenset[str]:
        """Every key of a part that is taken."""
        return frozenset(self._shipped(part)) | {entry.file.key for entry in self.own(part)}

    def surroundings(self) -> Surroundings:
        """What own templates may name."""
        return self._now().known

    def _surroundings(self, own_methods: Iterable[OwnFile]) -> Surroundings:
        ids = frozenset(self.shipped.methods) | {file.key for file in own_methods}
        return Surroundings(ids, self.shipped.shared_elements)

    def _now(self) -> _Picture:
        with self._desk.reading() as work:
            stamps = work.own_files.stamps()
            if stamps != self._picture.stamps:
                self._picture = self._drawn(stamps, work.own_files.list_all())
        return self._picture

    def _drawn(self, stamps: tuple[Stamp, ...], files: tuple[OwnFile, ...]) -> _Picture:
        """Files that did not change since the last picture are not read again."""
        last, known = self._picture, self._surroundings(file for file in files if file.part == METHODS)
        still = {_stamp(entry.file): entry for entry in last.own if entry.file.part == METHODS or known == last.known}
        own = tuple(still.get(_stamp(file)) or self._entry(file, known) for file in files)
        made = [entry.made for entry in own]
        return _Picture(
            stamps,
            known,
            own,
            methods={**self.shipped.methods, **{each.id: each for each in made if isinstance(each, Method)}},
            instruments={
                **self.shipped.instruments,
                **{each.key: each for each in made if isinstance(each, Instrument)},
            },
            checklists={**self.shipped.checklists, **{each.key: each for each in made if isinstance(each, Checklist)}},
            questionnaires={
                **self.shipped.questionnaires,
                **{each.key: each for each in made if isinstance(each, QuestionnaireTemplate)},
            },
        )

    def _entry(self, file: OwnFile, known: Surroundings) -> OwnEntry:
        try:
            if file.key in self._shipped(file.part):
                raise _taken_by_now(file)
            return OwnEntry(file, described(file.part, file.key, file.content, known))
        except OwnFileProblem as problem:
            return OwnEntry(file, problem=problem)

    def _shipped(self, part: str) -> Mapping[str, object]:
        if part == CHECKLISTS:
            return self.shipped.checklists
        if part == QUESTIONNAIRES:
            return self.shipped.questionnaires
        return self.shipped.methods if part == METHODS else self.shipped.instruments


def _stamp(file: OwnFile) -> Stamp:
    return file.part, file.key, file.version, file.changed_at


def _taken_by_now(file: OwnFile) -> OwnFileProblem:
    """A later version of the program may bring a key that somebody has used before."""
    template = mark(
        "{file}: the library has one of this name itself now. "
        "Download yours, give the file another name and bring it in again."
    )
    detail = InvalidInput(template, file=f"{file.key}.toml")
    return OwnFileProblem((str(detail),), (detail,))
