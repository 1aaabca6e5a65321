"""In which language exact words were spoken."""

from __future__ import annotations

import pytest

from facilitation.planning.spoken_language import other_language, spoken_language


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Ne e njohim familjen dhe e vizitojmë çdo muaj.", "sq"),
        ("Nuk ka strehë për gratë në qark.", "sq"),
        ("S’ka para për transportin e tyre.", "sq"),
        ("Për familjet në nevojë", "sq"),
        ("Pa transport s'ka shkollë", "sq"),
        ("There is no shelter in the district.", "en"),
        ("We have to know who is responsible.", "en"),
        ("The victims were not asked.", "en"),
        ("“If it is not written, it was not promised.”", "en"),
        ("Tiranë", None),
        ("SOS 116 006", None),
        ("", None),
        ("UNICEF, OSCE, Terre des hommes", None),
        ("E drejtë.", "sq"),
    ],
)
def test_small_words_tell_the_language(words: str, language: str | None) -> None:
    assert spoken_language(words) == language


@pytest.mark.parametrize(("paper", "expected"), [("sq", "en"), ("en", "")])
def test_only_words_of_the_other_language_are_told(paper: str, expected: str) -> None:
    assert other_language("There is no shelter in the district.", paper) == expected
    assert other_language("SOS", paper) == ""
