"""A second scorer of groupings with nothing of ours in it: people are numbers, a plan is lists of lists."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

Plan = list[list[list[int]]]


def score(hall: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """Meetings, repeats, people met, and for each column the mean distance from the mix and its floor."""
    often: dict[tuple[int, int], int] = {}
    for tables in plan:
        for table in tables:
            for pair in combinations(sorted(table), 2):
                often[pair] = often.get(pair, 0) + 1
    partners = [sum(person in pair for pair in often) for person in range(hall["n"])]
    errors = _errors(hall, plan)
    result = {
        "valid": not errors,
        "errors": errors,
        "unique": len(often),
        "repeats": sum(often.values()) - len(often),
        "min_partners": min(partners),
        "max_partners": max(partners),
    }
    for column in ("sector", "district"):
        values = [row[column] for row in hall["participants"]]
        mix = {value: values.count(value) / len(values) for value in set(values)}
        seen = [[values[person] for person in table] for tables in plan for table in tables]
        result[f"{column}_tv"] = round(sum(_distance(table, mix) for table in seen) / len(seen), 5)
        result[f"{column}_tv_floor"] = round(sum(_floor(len(table), mix) for table in seen) / len(seen), 5)
    return result


def _errors(hall: dict[str, Any], plan: Plan) -> list[str]:
    found = []
    for number, (tables, sizes) in enumerate(zip(plan, hall["sizes"], strict=True)):
        if sorted(person for table in tables for person in table) != list(range(hall["n"])):
            found.append(f"round {number}: not everybody once")
        if [len(table) for table in tables] != sizes:
            found.append(f"round {number}: table sizes")
    return found


def _distance(table: list[str], mix: dict[str, float]) -> float:
    return sum(abs(table.count(value) / len(table) - share) for value, share in mix.items()) / 2


def _floor(size: int, mix: dict[str, float]) -> float:
    """The nearest table of so many people: seats by largest remainder."""
    seats = Counter({value: int(share * size + 1e-9) for value, share in mix.items()})
    remainders = sorted(mix, key=lambda value: seats[value] - mix[value] * size)
    seats.update(remainders[: size - seats.total()])
    return sum(abs(seats[value] / size - share) for value, share in mix.items()) / 2
