"""A template, method or checklist of one's own: a file of the library that is kept in the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OwnFile:
    """``part`` is "instruments", "methods", "checklists" or "questionnaires".

    ``key`` is its file name without ending, ``content`` its TOML text.
    """

    part: str
    key: str
    content: str
    changed_at: datetime
    changed_by: str
    version: int = 0
