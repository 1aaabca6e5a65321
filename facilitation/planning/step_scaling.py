"""How steps fill another duration: in proportion, in whole minutes, none under one, and exactly."""

from __future__ import annotations

from collections.abc import Sequence


def scaled_minutes(minutes: Sequence[int], total: int) -> tuple[int, ...]:
    """The minutes of steps stretched or shrunk in proportion to ``total`` whole minutes (methods.md, choosing rules).

    Each step gets at least one minute. What rounding leaves over goes to the steps that lost most by it, the earlier
    first. They add up to ``total`` wherever that gives each step a minute, else every step gets one. Steps without any
    minutes share alike; steps that add up already stay as they are.
    """
    if total <= len(minutes):
        return (1,) * len(minutes)
    weights = list(minutes) if any(minutes) else [1] * len(minutes)
    large = _with_more_than_one(weights, total)
    left = total - (len(weights) - len(large))
    sum_of_large = sum(weights[place] for place in large)
    shares = [1] * len(weights)
    for place in large:
        shares[place] = left * weights[place] // sum_of_large
    by_remainder = sorted(large, key=lambda place: -(left * weights[place] % sum_of_large))
    for place in by_remainder[: total - sum(shares)]:
        shares[place] += 1
    return tuple(shares)


def _with_more_than_one(weights: Sequence[int], total: int) -> list[int]:
    """The places whose part in proportion is at least 1, once the others were given 1 each."""
    places = list(range(len(weights)))
    while True:
        left = total - (len(weights) - len(places))
        weight = sum(weights[place] for place in places)
        kept = [place for place in places if left * weights[place] >= weight]
        if kept == places:
            return places
        places = kept
