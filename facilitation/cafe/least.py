"""How near to the event's mix the tables of one round can come at all, people being whole."""

from __future__ import annotations

import numpy as np

from facilitation.cafe.model import Codes, Matrix


def least_distance(shares: Matrix, totals: Codes, sizes: Codes) -> float:
    """The smallest sum over tables of half the differences of shares, for so many people of each value.

    Each table first takes its best whole numbers; then people are handed from a value with too many to one with too
    few along the cheapest chain of tables, which keeps the sum smallest (shortest augmenting paths).
    """
    sizes = sizes[sizes > 0]
    counts = _rounded(shares, sizes)
    surplus = counts.sum(axis=0) - totals
    while surplus.any():
        _hand_over(counts, shares, sizes, surplus)
    return float(np.abs(counts / sizes[:, None] - shares).sum()) / 2


def _rounded(shares: Matrix, sizes: Codes) -> Codes:
    """Tables × values: the largest remainders get the seats that are left."""
    exact = sizes[:, None] * shares
    counts = np.floor(exact + 1e-9).astype(np.intp)
    left = sizes - counts.sum(axis=1)
    order = np.argsort(counts - exact, axis=1, kind="stable")
    rank = np.argsort(order, axis=1, kind="stable")
    counts += rank < left[:, None]
    return counts


def _hand_over(counts: Codes, shares: Matrix, sizes: Codes, surplus: Codes) -> None:
    """Move one unit of surplus along the cheapest chain."""
    costs, tables = _exchanges(counts, shares, sizes)
    distance = np.where(surplus > 0, 0.0, np.inf)
    came_from = np.full(len(shares), -1)
    for _ in shares:
        through = distance[:, None] + costs
        best = through.min(axis=0)
        better = best < distance - 1e-12
        came_from[better] = through.argmin(axis=0)[better]
        distance = np.where(better, best, distance)
    end = int(np.argmin(np.where(surplus < 0, distance, np.inf)))
    surplus[end] += 1
    while came_from[end] >= 0:
        start = int(came_from[end])
        counts[tables[start, end], start] -= 1
        counts[tables[start, end], end] += 1
        end = start
    surplus[end] -= 1


def _exchanges(counts: Codes, shares: Matrix, sizes: Codes) -> tuple[Matrix, Codes]:
    """For each two values the cheapest table at which one person of the first becomes one of the second."""
    seats = sizes[:, None]
    now = np.abs(counts / seats - shares)
    fewer = np.where(counts > 0, np.abs((counts - 1) / seats - shares) - now, np.inf)
    more = np.abs((counts + 1) / seats - shares) - now
    changes = fewer[:, :, None] + more[:, None, :]
    tables = changes.argmin(axis=0)
    return changes.min(axis=0), tables
