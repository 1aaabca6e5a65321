"""Words compared and cleaned the way people write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.exchange.words import cleaned, cleaned_lines, folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Përmbledhje e ÇËSHTJEVE", "permbledhje e ceshtjeve"), ("E-mail:", "e mail"), ("Đurđa", "durda"), ("§", "")],
)
def test_folded_words_have_no_capitals_diacritics_or_signs(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_cleaned_text_is_one_line_without_invisible_signs() -> None:
    assert cleaned("\ufeff Zyra\u00a0 e\n Pare\u0308\u200b\x00 ") == "Zyra e Parë"


def test_cleaned_lines_keep_their_breaks() -> None:
    assert cleaned_lines(" një \r\n\r\n  dy\n\n") == "një\n\ndy"


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
    assert folded(folded(text)) == folded(text)
