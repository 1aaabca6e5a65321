"""The order of the Albanian alphabet, and of English without surprises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.i18n.sorting import ALBANIAN, sort_key, sorted_by, sorted_texts


def test_the_albanian_alphabet_has_thirty_six_letters_and_w() -> None:
    letters = "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh"

    assert " ".join(ALBANIAN) == letters
    assert sorted_texts(reversed(ALBANIAN), "sq") == list(ALBANIAN)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Cërrik", "Çorovodë"),
        ("Çorovodë", "Delvinë"),
        ("Durrës", "Dhërmi"),
        ("Erseka", "Ëndërr"),
        ("Ëndërr", "Fier"),
        ("Gramsh", "Gjirokastër"),
        ("Lushnjë", "Llogara"),
        ("Novoselë", "Njëmend"),
        ("Rubik", "Rrëshen"),
        ("Sukth", "Shkodër"),
        ("Tropojë", "Thumanë"),
        ("Xarrë", "Xhafzotaj"),
        ("Zvërnec", "Zhulat"),
    ],
)
def test_letters_of_two_signs_come_after_the_single_one(first: str, second: str) -> None:
    assert sorted_texts([second, first], "sq") == [first, second]


def test_inside_a_word_the_letters_count_too() -> None:
    assert sorted_texts(["mësues", "mes", "meçe", "mec"], "sq") == ["mec", "meçe", "mes", "mësues"]
    assert sorted_texts(["katër", "kat", "kathore"], "sq") == ["kat", "katër", "kathore"]


def test_capitals_and_foreign_accents_do_not_tear_words_apart() -> None:
    assert sorted_texts(["élan", "Elbasan", "elan", "ELAN"], "sq") == ["ELAN", "elan", "élan", "Elbasan"]


def test_signs_come_first_then_digits_then_letters_then_other_scripts() -> None:
    assert sorted_texts(["Тирана", "b", "7", "(a)"], "sq") == ["(a)", "7", "b", "Тирана"]


def test_a_shorter_text_comes_before_the_longer_one_it_begins() -> None:
    assert sorted_texts(["Bashkia Fier", "Bashkia", ""], "sq") == ["", "Bashkia", "Bashkia Fier"]


def test_english_knows_no_double_letters() -> None:
    assert sorted_texts(["Shkodër", "Sukth", "Çorovodë", "Cërrik", "Durrës"], "en") == [
        "Cërrik",
        "Çorovodë",
        "Durrës",
        "Shkodër",
        "Sukth",
    ]


def test_things_are_sorted_by_one_of_their_texts() -> None:
    assert sorted_by([(1, "Zhur"), (2, "Zall")], lambda pair: pair[1], "sq") == [(2, "Zall"), (1, "Zhur")]


@given(st.lists(st.text()), st.sampled_from(["sq", "en"]))
def test_sorting_keeps_every_text_and_does_not_depend_on_the_order_before(texts: list[str], language: str) -> None:
    result = sorted_texts(texts, language)

    assert sorted(result) == sorted(texts)
    assert sorted_texts(reversed(texts), language) == result


@given(st.text(), st.text())
def test_two_texts_share_a_key_only_when_they_are_the_same(one: str, other: str) -> None:
    assert (sort_key(one, "sq") == sort_key(other, "sq")) is (one == other)
