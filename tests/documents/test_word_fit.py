"""The estimate of how much room words take."""

from __future__ import annotations

import pytest

from facilitation.documents.word_fit import line_count, text_height, text_width


def test_width_of_a_line_is_near_that_of_carlito() -> None:
    # Carlito Bold at 10 points, measured: 61.8 mm.
    assert text_width("Specialiste, Njësia e Mbrojtjes së Fëmijëve", 10) == pytest.approx(61.8, rel=0.03)


def test_words_break_at_spaces_and_line_ends() -> None:
    assert line_count("një dy tre", 100, 10) == 1
    assert line_count("një\ndy\n\ntre", 100, 10) == 3
    assert line_count("njëzet e katër tryeza", 20, 10) == 2


def test_long_word_runs_over_several_lines() -> None:
    assert line_count("x" * 100, 20, 10) == 8


def test_nothing_takes_no_room() -> None:
    assert (line_count("", 50, 10), text_height("  ", 50, "Table Text")) == (0, 0)
