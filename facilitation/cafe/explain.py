"""Puts the figures of a plan in words: sentences to translate, with their values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitation.cafe.score import Figures
from facilitation.errors import mark


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English sentence of the catalogue and its values: ``_(sentence.template).format(**sentence.values)``.

    A value named ``column`` is a column of the problem, to be replaced by its title in the reader's language.
    """

    template: str
    values: Mapping[str, str | int]


def explanation(figures: Figures) -> tuple[Sentence, ...]:
    """What the figures mean: meetings, repeats, new people per person, and each balanced column."""
    return (_meetings(figures), _repeats(figures), _new_people(figures), *_columns(figures))


def _percent(share: float) -> int:
    return round(share * 100)


def _meetings(figures: Figures) -> Sentence:
    return Sentence(
        mark("{unique} of {possible} possible meetings take place ({percent} %)."),
        {
            "unique": figures.unique_meetings,
            "possible": figures.possible_meetings,
            "percent": _percent(figures.unique_meetings / figures.possible_meetings),
        },
    )


def _repeats(figures: Figures) -> Sentence:
    unwanted = figures.repeated_meetings - figures.wanted_repeats
    if unwanted:
        return Sentence(mark("Meetings that repeat an earlier one: {count}."), {"count": unwanted})
    if figures.wanted_repeats:
        return Sentence(mark("Only people who must sit together meet more than once."), {})
    return Sentence(mark("Nobody meets anybody twice."), {})


def _new_people(figures: Figures) -> Sentence:
    least, most = figures.least_new_people, figures.most_new_people
    if least == most:
        return Sentence(mark("Everybody meets {count} other people."), {"count": least})
    return Sentence(mark("Everybody meets {least} to {most} other people."), {"least": least, "most": most})


def _columns(figures: Figures) -> Iterator[Sentence]:
    for balance in figures.columns:
        yield Sentence(
            mark(
                "{column}: on average {percent} % of a table would have to change for it to mirror the whole event; "
                "the least possible is {least} %."
            ),
            {"column": balance.column, "percent": _percent(balance.distance), "least": _percent(balance.least)},
        )
