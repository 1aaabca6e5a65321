"""How many seats the tables of a café have, as somebody types it: for all rounds, or for a round that differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitation.domain.cafe import Cafe
from facilitation.errors import InvalidInput, mark

BETWEEN = re.compile(r"[,;\s]+")
LEAST_SEATS, MOST_SEATS, MOST_TABLES = 2, 999, 600
NO_SIZES = mark("“{sizes}” is not a list of table sizes. Write it as 10,10,9.")
TOO_MANY_TABLES = mark("{count} tables are not possible. Give a number from 1 to 600.")
NO_TABLE_THERE = mark("No table is there in round {round}. Give at least one of them seats.")
LONELY = mark("A table of {size} is no conversation. Give at least 2 people per table.")


def sizes_of(typed: str, *, least: int = LEAST_SEATS) -> tuple[int, ...]:
    """ "10, 10, 9" as numbers; 0 is a size only where ``least`` is 0. Raises InvalidInput."""
    parts = [part for part in BETWEEN.split(typed.strip()) if part]
    if not all(part.isascii() and part.isdigit() and len(part) < 6 for part in parts):
        raise InvalidInput(NO_SIZES, sizes=typed)
    if len(parts) > MOST_TABLES:
        raise InvalidInput(TOO_MANY_TABLES, count=len(parts))
    return tuple(_seats(int(part), typed, least) for part in parts)


def _seats(size: int, typed: str, least: int) -> int:
    if size == 1:
        raise InvalidInput(LONELY, size=size)
    if not least <= size <= MOST_SEATS:
        raise InvalidInput(NO_SIZES, sizes=typed)
    return size


def round_sizes_of(typed: str, number: int) -> tuple[int, ...]:
    """The seats in one round (from 1); 0 = the table is not there, () = the round does not differ."""
    sizes = sizes_of(typed, least=0)
    if sizes and not any(sizes):
        raise InvalidInput(NO_TABLE_THERE, round=number)
    return sizes


def with_round_sizes(cafe: Cafe, number: int, sizes: Sequence[int]) -> Cafe:
    """The café with the seats of one round (from 1); it gets as many tables as any round has."""
    lines = [*cafe.rules.round_sizes, *(() for _ in range(cafe.round_count))][: max(cafe.round_count, number)]
    lines[number - 1] = tuple(sizes)
    given = tuple(lines) if any(lines) else ()
    longest = max(map(len, lines))
    tables = longest if given and all(lines) else max(longest, cafe.table_count)
    return replace(cafe, rules=replace(cafe.rules, round_sizes=given), table_count=tables)


def tables_by_size(sizes: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """(size, how many tables have it), the largest first; without tables that are not there."""
    return tuple(sorted(Counter(size for size in sizes if size).items(), reverse=True))
