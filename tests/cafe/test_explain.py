"""The figures in words."""

from __future__ import annotations

import pytest

from facilitation.cafe.explain import explanation
from facilitation.cafe.score import ColumnBalance, Figures

GOOD = Figures(
    possible_meetings=200,
    unique_meetings=150,
    repeated_meetings=0,
    wanted_repeats=0,
    balance=0.0785,
    columns=(ColumnBalance("sector", 0.0785, 0.0682),),
    least_new_people=19,
    median_new_people=21,
    most_new_people=21,
)


def said(figures: Figures) -> list[str]:
    return [sentence.template.format(**sentence.values) for sentence in explanation(figures)]


def test_every_figure_is_said_in_words() -> None:
    assert said(GOOD) == [
        "150 of 200 possible meetings take place (75 %).",
        "Nobody meets anybody twice.",
        "Everybody meets 19 to 21 other people.",
        "sector: on average 8 % of a table would have to change for it to mirror the whole event; "
        "the least possible is 7 %.",
    ]


@pytest.mark.parametrize(
    ("repeated", "wanted", "sentence"),
    [
        (12, 0, "Meetings that repeat an earlier one: 12."),
        (12, 4, "Meetings that repeat an earlier one: 8."),
        (4, 4, "Only people who must sit together meet more than once."),
    ],
)
def test_repeats_are_told_from_those_asked_for(repeated: int, wanted: int, sentence: str) -> None:
    figures = Figures(200, 150, repeated, wanted, 0.0, (), 21, 21, 21)

    assert said(figures)[1:] == [sentence, "Everybody meets 21 other people."]
