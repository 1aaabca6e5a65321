"""What can be set from outside, read once from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class StaffRole(StrEnum):
    """What the person at this computer does in the team; it decides who may look at needs and diet."""

    ORGANISER = "organiser"
    LOGISTICS = "logistics"
    FACILITATOR = "facilitator"
    NOTE_TAKER = "note_taker"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the database and the content library are, and who works at this computer.

    ``TRYEZA_DATABASE_URL`` (default: SQLite in ``data/tryeza.db``), ``TRYEZA_LIBRARY`` (default: ``agendas/``),
    ``TRYEZA_USER`` (name written into the history; default "local"), ``TRYEZA_ROLE`` (a ``StaffRole``; default
    "organiser", and a word that is none counts as "note_taker", who sees least).
    """

    database_url: str
    library: Path
    user: str
    role: StaffRole = StaffRole.ORGANISER

    @staticmethod
    def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
        """Settings of this process."""
        default_url = f"sqlite:///{(ROOT / 'data' / 'tryeza.db').as_posix()}"
        return Settings(
            database_url=environment.get("TRYEZA_DATABASE_URL") or default_url,
            library=Path(environment.get("TRYEZA_LIBRARY") or ROOT / "agendas"),
            user=environment.get("TRYEZA_USER") or "local",
            role=_role(environment.get("TRYEZA_ROLE") or StaffRole.ORGANISER),
        )


def _role(word: str) -> StaffRole:
    name = word.strip().casefold()
    return StaffRole(name) if name in set(StaffRole) else StaffRole.NOTE_TAKER
