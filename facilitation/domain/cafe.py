"""The world café of an event: its questions, its tables and who sits where in which round."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.text import Text


@dataclass(frozen=True, slots=True)
class Round:
    """One round: for each table (number = position + 1) the participation ids that sit there; the host first."""

    tables: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Seating:
    """A finished grouping with the seed and the figures it was made with."""

    rounds: tuple[Round, ...]
    hosts: tuple[str, ...]
    seed: int
    balanced_by: tuple[str, ...]
    possible_meetings: int
    unique_meetings: int
    repeated_meetings: int
    sector_balance: float


@dataclass(frozen=True, slots=True)
class Cafe:
    """Set-up of the café in one agenda item, and its seating once it was made.

    ``host_ids`` are participation ids, one per table where chosen; the engine chooses the rest.
    """

    event_id: str
    item_id: str
    questions: tuple[Text, ...] = ()
    table_count: int = 4
    host_ids: tuple[str, ...] = ()
    has_hosts: bool = True
    seed: int = 1
    seating: Seating | None = None
    version: int = 0

    @property
    def round_count(self) -> int:
        """One round per question."""
        return len(self.questions)
