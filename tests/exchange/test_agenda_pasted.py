"""Rows copied in a spreadsheet, with and without their headline."""

from __future__ import annotations

import pytest

from facilitation.exchange.agenda_pasted import pasted_rows


def headline(text: str) -> list[str]:
    return pasted_rows(text).decode().splitlines()[0].split("\t")


def test_rows_with_a_headline_stay_as_they_are() -> None:
    text = "Koha\tSeanca\tSalla\n09:00\tHapja\tSalla A"

    assert pasted_rows(text).decode() == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("09:00\t30\tHapja\tSalla A\n\t45\tPaneli\tSalla A", ["Koha", "Kohëzgjatja (min)", "Titulli", "Salla"]),
        ("Hapja\t20\nPaneli\t1h20", ["Titulli", "Kohëzgjatja (min)"]),
        ("9.30-10.15\tHapja\n10.15-11.00\tPaneli\tSalla B", ["Koha", "Titulli", "Salla"]),
    ],
    ids=["time, minutes, words", "words first", "spans"],
)
def test_without_a_headline_columns_are_named_by_what_is_in_them(text: str, names: list[str]) -> None:
    assert headline(text) == names


def test_empty_lines_and_further_columns_are_no_mistake() -> None:
    rows = pasted_rows("\n09:00\t30\ta\tb\tc\td\te\n\n").decode().splitlines()

    assert [len(row.split("\t")) for row in rows] == [7, 7]
