"""What the figures of a plan mean, as data: a code and the values of its sentence (``i18n/cafe_sentences``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitation.cafe.score import ColumnBalance, Figures

NEAR = 0.005
"""Of a distance from the event's mix: what nobody can tell from the least possible."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to say about a plan; ``column`` is a column of the problem, shares are floats from 0 to 1."""

    code: str
    values: Mapping[str, str | int | float]


def explanation(figures: Figures) -> tuple[Fact, ...]:
    """Meetings, repeats, new people per person, each balanced column, table changes; broken rules first."""
    return (
        *(Fact("broken_rules", {"kind": kind, "count": count}) for kind, count in figures.broken),
        *_meetings(figures),
        _repeats(figures),
        _new_people(figures),
        *(_column(balance) for balance in figures.columns),
        *([Fact("table_changes", {"count": figures.table_changes})] if figures.table_changes else []),
    )


def gave_way(figures: Figures) -> tuple[Fact, ...]:
    """What could not be had beside the rules and how much of it: repeats, then each column further off than needed."""
    facts = explanation(figures)
    return tuple(fact for fact in facts if fact.code in ("repeats", "column_gave_way"))


def comparison(before: Figures, after: Figures) -> tuple[Fact, ...]:
    """The figures of two plans side by side: those that differ."""
    pairs = (
        ("unique_meetings", before.unique_meetings, after.unique_meetings),
        ("repeats", _unwanted(before), _unwanted(after)),
        ("least_new_people", before.least_new_people, after.least_new_people),
        ("balance", before.balance, after.balance),
    )
    return tuple(
        Fact(f"{code}_before_and_after", {"before": old, "after": new}) for code, old, new in pairs if old != new
    )


def _unwanted(figures: Figures) -> int:
    return figures.repeated_meetings - figures.wanted_repeats


def _meetings(figures: Figures) -> Iterator[Fact]:
    if figures.possible_meetings:
        share = figures.unique_meetings / figures.possible_meetings
        counts = {"unique": figures.unique_meetings, "possible": figures.possible_meetings}
        yield Fact("meetings", {**counts, "percent": round(share * 100)})


def _repeats(figures: Figures) -> Fact:
    if _unwanted(figures):
        return Fact("repeats", {"count": _unwanted(figures)})
    return Fact("wanted_repeats" if figures.wanted_repeats else "no_repeats", {})


def _new_people(figures: Figures) -> Fact:
    least, most = figures.least_new_people, figures.most_new_people
    if least == most:
        return Fact("new_people_alike", {"count": least})
    return Fact("new_people", {"least": least, "most": most})


def _column(balance: ColumnBalance) -> Fact:
    shares = {"percent": round(balance.distance * 100), "least": round(balance.least * 100)}
    if balance.distance <= balance.least + NEAR:
        return Fact("column_as_near_as_can_be", {"column": balance.column, **shares})
    return Fact("column_gave_way", {"column": balance.column, **shares})
