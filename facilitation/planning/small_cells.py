"""Rows of counts that may leave the house: what is small is hidden so that no sum gives it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.planning.public_cells import SMALLEST_PUBLIC_CELL

HIDDEN = "*"


@dataclass(frozen=True, slots=True)
class PublicRow:
    """A total with the cells it is the sum of; ``None`` = hidden."""

    total: int | None
    cells: tuple[int | None, ...]

    @property
    def total_text(self) -> str:
        """The total, or "<5" where it is small; the same in every language."""
        return small_text(self.total)

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells, "*" for a hidden one."""
        return tuple(HIDDEN if cell is None else str(cell) for cell in self.cells)


def public_total(count: int) -> int | None:
    """A single count as it may be printed: ``None`` for one to four."""
    return None if 0 < count < SMALLEST_PUBLIC_CELL else count


def small_text(count: int | None) -> str:
    """A count, "<5" for a hidden one."""
    return f"<{SMALLEST_PUBLIC_CELL}" if count is None else str(count)


def public_row(counts: Sequence[int]) -> PublicRow:
    """One row that adds up, fit to be printed with its total.

    All hidden cells look alike. Where a count of one to four is hidden, so is all else under five, even a nought, and
    every cell of the smallest size from five up: exchanging it with the small one would print the same row, so that
    neither the total nor knowing this rule tells which is which.
    """
    total = sum(counts)
    if not any(0 < count < SMALLEST_PUBLIC_CELL for count in counts):
        return PublicRow(total, tuple(counts))
    if total < SMALLEST_PUBLIC_CELL:
        return PublicRow(None, (None,) * len(counts))
    least = min((count for count in counts if count >= SMALLEST_PUBLIC_CELL), default=0)
    return PublicRow(
        total, tuple(None if count < SMALLEST_PUBLIC_CELL or count == least else count for count in counts)
    )
