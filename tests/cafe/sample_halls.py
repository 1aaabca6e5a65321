"""Halls of the shapes that groupings are compared on: people of three sectors and several districts, mixed by lot."""

from __future__ import annotations

from random import Random
from typing import Any

from facilitation.cafe.problem import CafePerson, CafeProblem

UNEVEN = (10, 10, 10, 9, 9, 8, 8, 8, 8, 8, 7, 7, 6, 6, 5)
SHAPES: dict[str, tuple[tuple[int, ...], int, int]] = {
    "k15_5x3_r7": ((3,) * 5, 7, 3),
    "p28_7x4_r5": ((4,) * 7, 5, 3),
    "p88_11x8_r4": ((8,) * 11, 4, 8),
    "p119u_15t_r3": (UNEVEN, 3, 11),
}
"""Table sizes, rounds, districts."""


def a_sample_hall(name: str) -> tuple[dict[str, Any], CafeProblem]:
    """A hall as plain data for the other scorer, and as a problem balanced by sector and district."""
    sizes, rounds, districts = SHAPES[name]
    count = sum(sizes)
    sectors = ["civil_society"] * round(count * 0.45) + ["government"] * round(count * 0.35)
    sectors += ["international"] * (count - len(sectors))
    Random(name).shuffle(sectors)
    rows = [{"sector": sector, "district": f"D{place % districts}"} for place, sector in enumerate(sectors)]
    people = tuple(CafePerson(f"p{place}", tuple(row.items())) for place, row in enumerate(rows))
    hall = {"name": name, "n": count, "rounds": rounds, "sizes": [list(sizes)] * rounds, "participants": rows}
    return hall, CafeProblem(people, rounds, sizes, balanced_by=("sector", "district"))
