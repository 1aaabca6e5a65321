"""Sentences come from the catalogue of the language; what it lacks is said in English."""

from __future__ import annotations

from facilitation.i18n.translator import Translator

NOT_IN_ANY_CATALOGUE = "A sentence of this test and no other."


def test_a_sentence_the_catalogue_lacks_is_said_in_english() -> None:
    assert Translator("sq")(NOT_IN_ANY_CATALOGUE) == NOT_IN_ANY_CATALOGUE


def test_an_empty_sentence_stays_empty_and_does_not_show_the_head_of_the_catalogue() -> None:
    assert [Translator(language)("") for language in ("sq", "en")] == ["", ""]


def test_the_plural_is_chosen_by_the_number() -> None:
    _ = Translator("en")

    assert [_.plural("{count} tree", "{count} trees", count).format(count=count) for count in (0, 1, 2, 21)] == [
        "0 trees",
        "1 tree",
        "2 trees",
        "21 trees",
    ]


def test_an_unknown_language_is_albanian() -> None:
    assert [Translator(language).language for language in ("sq", "en", "fr", "")] == ["sq", "en", "sq", "sq"]
