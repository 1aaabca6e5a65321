"""How many people sit at each table, from a number of tables or a size."""

from __future__ import annotations

from facilitation.cafe.problem import LEAST_AT_TABLE
from facilitation.errors import InvalidInput, mark


def table_sizes_for(people: int, *, tables: int | None = None, size: int | None = None) -> tuple[int, ...]:
    """Table sizes as even as possible, larger ones first: for so many ``tables``, or for at most ``size`` at a table.

    No table has fewer than two, so an odd person joins a full table of two. Raises InvalidInput.
    """
    if (tables is None) == (size is None):
        raise InvalidInput(mark("Say either how many tables there are or how many people sit at one."))
    if people < LEAST_AT_TABLE:
        raise InvalidInput(mark("At least 2 people are needed to make groups; {people} are there."), people=people)
    if size is not None:
        if size < LEAST_AT_TABLE:
            raise InvalidInput(
                mark("A table of {size} is no conversation. Give at least 2 people per table."), size=size
            )
        tables = max(1, min(-(-people // size), people // LEAST_AT_TABLE))
    assert tables is not None
    if tables < 1 or people < LEAST_AT_TABLE * tables:
        raise _too_many_tables(people, tables)
    small, larger = divmod(people, tables)
    return (small + 1,) * larger + (small,) * (tables - larger)


def _too_many_tables(people: int, tables: int) -> InvalidInput:
    return InvalidInput(
        mark("{people} people cannot fill {tables} tables with at least two each. Use 1 to {most} tables."),
        people=people,
        tables=tables,
        most=people // LEAST_AT_TABLE,
    )
