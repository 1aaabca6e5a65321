"""What is known about who came to earlier national conferences: the figures of seed 002, nothing added."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitation.domain.text import Text


class PastCategory(StrEnum):
    """Whom a stated share counts. ``GOVERNMENT`` (all of it) and ``LOCAL_GOVERNMENT`` are never the same line."""

    CIVIL_SOCIETY = "civil_society"
    GOVERNMENT = "government"
    LOCAL_GOVERNMENT = "local_government"
    INTERNATIONAL_NGO = "international_ngo"


@dataclass(frozen=True, slots=True)
class PastShare:
    """One stated share (0..1). ``label`` names the group as the seed does; ``is_lower_bound`` = "more than"."""

    category: PastCategory
    label: Text
    share: float
    is_lower_bound: bool = False


@dataclass(frozen=True, slots=True)
class PastConference:
    """One earlier conference. What was never stated stays empty: no share, ``None`` or an empty text.

    ``participants`` is a count of persons, ``participants_stated`` how the seed says it ("mbi 90");
    ``outside_capital`` counts persons from outside Tirana. ``footnote`` belongs under every picture of the figures.
    """

    year: int
    title: Text
    participants: int
    participants_stated: Text
    is_participants_lower_bound: bool = False
    shares: tuple[PastShare, ...] = ()
    outside_capital: int | None = None
    outside_capital_stated: Text = Text()
    speakers: Text = Text()
    footnote: Text = Text()

    def share(self, category: PastCategory) -> PastShare | None:
        """The stated share of a category; ``None`` where the seed gives none."""
        return next((entry for entry in self.shares if entry.category is category), None)


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and what it stands for in either language."""

    short: str
    meaning: Text
