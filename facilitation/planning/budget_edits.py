"""A budget with its lines changed, added, moved and removed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from facilitation.domain.budget import Budget, BudgetLine


def with_lines_added(budget: Budget, lines: Iterable[BudgetLine]) -> Budget:
    """The budget with further lines at the end."""
    return replace(budget, lines=(*budget.lines, *lines))


def without_lines(budget: Budget, ids: Collection[str]) -> Budget:
    """The budget without these lines."""
    return replace(budget, lines=tuple(line for line in budget.lines if line.id not in ids))


def with_lines_moved(budget: Budget, ids: Collection[str], *, by: int) -> Budget:
    """The budget with these lines one place up (-1) or down (+1); lines beside each other keep their order."""
    lines = list(budget.lines)
    places = [place for place, line in enumerate(lines) if line.id in ids]
    for place in places if by < 0 else reversed(places):
        other = place + by
        if 0 <= other < len(lines) and lines[other].id not in ids:
            lines[place], lines[other] = lines[other], lines[place]
    return replace(budget, lines=tuple(lines))
