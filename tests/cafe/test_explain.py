"""What the figures mean, as codes and values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.cafe.explain import Fact, comparison, explanation, gave_way
from facilitation.cafe.score import ColumnBalance, Figures

GOOD = Figures(
    possible_meetings=200,
    unique_meetings=150,
    repeated_meetings=0,
    wanted_repeats=0,
    balance=0.0785,
    columns=(ColumnBalance("sector", 0.0785, 0.0682), ColumnBalance("sex", 0.02, 0.019)),
    least_new_people=19,
    median_new_people=21,
    most_new_people=21,
)
SECTOR = Fact("column_gave_way", {"column": "sector", "percent": 8, "least": 7})


def test_every_figure_is_explained() -> None:
    assert explanation(GOOD) == (
        Fact("meetings", {"unique": 150, "possible": 200, "percent": 75}),
        Fact("no_repeats", {}),
        Fact("new_people", {"least": 19, "most": 21}),
        SECTOR,
        Fact("column_as_near_as_can_be", {"column": "sex", "percent": 2, "least": 2}),
    )


@pytest.mark.parametrize(
    ("repeated", "wanted", "fact"),
    [
        (12, 0, Fact("repeats", {"count": 12})),
        (12, 4, Fact("repeats", {"count": 8})),
        (4, 4, Fact("wanted_repeats", {})),
    ],
)
def test_repeats_are_told_from_those_asked_for(repeated: int, wanted: int, fact: Fact) -> None:
    figures = Figures(200, 150, repeated, wanted, 0.0, (), 21, 21, 21)

    assert explanation(figures)[1:] == (fact, Fact("new_people_alike", {"count": 21}))


def test_broken_rules_and_table_changes_are_said() -> None:
    facts = explanation(replace(GOOD, broken=(("apart", 2),), table_changes=3))

    assert (facts[0], facts[-1]) == (
        Fact("broken_rules", {"kind": "apart", "count": 2}),
        Fact("table_changes", {"count": 3}),
    )


def test_what_gave_way_is_named_with_how_much() -> None:
    assert gave_way(replace(GOOD, repeated_meetings=5)) == (Fact("repeats", {"count": 5}), SECTOR)


def test_two_plans_are_compared_where_they_differ() -> None:
    after = replace(GOOD, unique_meetings=140, balance=0.1)

    assert comparison(GOOD, after) == (
        Fact("unique_meetings_before_and_after", {"before": 150, "after": 140}),
        Fact("balance_before_and_after", {"before": 0.0785, "after": 0.1}),
    )
