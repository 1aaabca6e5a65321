"""The clock times of a café's rounds, and which of them matters now."""

from __future__ import annotations

from datetime import datetime

import pytest

from facilitation.domain.guide import Step
from facilitation.domain.text import Text
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.cafe_rounds import coming_round, round_to_show, running_round, timed_rounds
from tests.builders import A_MONDAY, a_text, an_agenda, an_item, minutes

WORDS = ("Welcome", "Round 1, first question", "Change tables", "Raundi 2", "Harvest")


def steps(*lengths: int, words: tuple[str, ...] = WORDS) -> tuple[Step, ...]:
    pairs = zip(words, lengths, strict=True)
    return tuple(Step(f"step-{n}", minutes(length), Text(en=text)) for n, (text, length) in enumerate(pairs))


def the_cafe(length: int) -> TimedItem:
    """A café that starts at nine."""
    return timed_items(an_agenda([an_item(minutes=length)]), A_MONDAY)[0]


def clocks(length: int, count: int, guide: tuple[Step, ...] = ()) -> list[str]:
    return [f"{r.starts_at:%H:%M}–{r.ends_at:%H:%M}" for r in timed_rounds(the_cafe(length), count, guide)]


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"{A_MONDAY} {clock}")


def test_without_a_guide_the_rounds_share_the_time_evenly() -> None:
    assert clocks(90, 3) == ["09:00–09:30", "09:30–10:00", "10:00–10:30"]
    assert clocks(50, 3) == ["09:00–09:17", "09:17–09:33", "09:33–09:50"]


def test_steps_named_as_rounds_give_their_times_in_either_language() -> None:
    assert clocks(60, 2, steps(10, 15, 5, 20, 10)) == ["09:10–09:25", "09:30–09:50"]


def test_a_shortened_session_shortens_its_rounds_with_it() -> None:
    assert clocks(30, 2, steps(10, 15, 5, 20, 10)) == ["09:05–09:12", "09:15–09:25"]


def test_a_round_of_several_steps_lasts_from_the_first_to_the_last() -> None:
    words = ("Round 1: talk", "Round 1: write down", "Round 2")

    assert clocks(40, 2, steps(10, 10, 20, words=words)) == ["09:00–09:20", "09:20–09:40"]


def test_where_the_guide_misses_a_round_it_is_not_followed() -> None:
    assert clocks(60, 3, steps(10, 15, 5, 20, 10)) == ["09:00–09:20", "09:20–09:40", "09:40–10:00"]


def test_the_guide_of_the_library_names_its_rounds() -> None:
    assert clocks(30, 1, (Step("a", minutes(30), a_text("Raundi 1, pyetja e parë")),)) == ["09:00–09:30"]


def test_a_cafe_without_rounds_has_no_times() -> None:
    assert clocks(30, 0) == []
    assert round_to_show((), at("09:00")) is None


@pytest.mark.parametrize(
    ("clock", "running", "coming", "shown"),
    [
        ("08:00", None, 1, 1),
        ("09:10", 1, 2, 1),
        ("09:25", None, 2, 2),
        ("09:30", 2, None, 2),
        ("09:50", None, None, 2),
    ],
)
def test_the_round_of_the_moment(clock: str, running: int | None, coming: int | None, shown: int) -> None:
    rounds = timed_rounds(the_cafe(60), 2, steps(10, 15, 5, 20, 10))

    found = running_round(rounds, at(clock)), coming_round(rounds, at(clock)), round_to_show(rounds, at(clock))

    assert [entry and entry.number for entry in found] == [running, coming, shown]
