"""The shapes of the files ``conferences.toml`` and ``acronyms.toml`` in ``agendas/references/``."""

from __future__ import annotations

from typing import Annotated

from pydantic import (
    Field,
)

from facilitation.domain.reference import Acronym, PastCategory, PastConference, PastShare
from facilitation.library.file_parts import (
    FileModel,
    Percent,
    TextFile,
    text_of,
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


class AcronymFile(FileModel):
    """One short form; where the languages have one each, each is a line of its own."""

    short: Annotated[str, Field(pattern=r"^[A-ZÇË][A-Za-zÇËçë]{1,11}$")]
    meaning: TextFile


class AcronymsFile(FileModel):
    """The file ``agendas/references/acronyms.toml``."""

    acronyms: list[AcronymFile]

    def all(self) -> tuple[Acronym, ...]:
        """The short forms as the program knows them."""
        return tuple(Acronym(entry.short, entry.meaning.text()) for entry in self.acronyms)
