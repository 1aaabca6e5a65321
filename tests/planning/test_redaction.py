"""A person is covered in what was written, however the name is spelt, and nobody else is."""

from __future__ import annotations

import json
import unicodedata

import pytest

from facilitation.planning.redaction import Redaction
from tests.builders import a_person

PERSON = a_person(
    "Provë Çelësi", id="person-1", title="Znj.", email="prove.celesi@example.org", phone="+355 69 000 1234"
)
REDACTION = Redaction(PERSON, {"person-1": "new-1", "part-1": "new-2"}, "Erased person")


@pytest.mark.parametrize(
    "text",
    [
        "Provë Çelësi",
        "PROVË ÇELËSI",
        "Prove Celesi",
        "provë  çelësi",
        unicodedata.normalize("NFD", "Provë Çelësi"),
        "Znj. Provë Çelësi",
        "Çelësi, Provë",
        "Çelësi Provë",
        "prove.celesi@example.org",
        "+355 69 000 1234",
        " Provë Çelësi ",
    ],
)
def test_a_field_that_holds_the_person_and_nothing_else_gets_the_new_name(text: str) -> None:
    assert REDACTION.text(text) == "Erased person"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Provë Çelësi tha po.", "[…] tha po."),
        ("Pyet (Prove Celesi)!", "Pyet ([…])!"),
        ("Shkruaj te Prove.Celesi@example.org sot", "Shkruaj te […] sot"),
        ("tel +355690001234", "tel […]"),
        ("tel +355-69-000-1234,", "tel […],"),
        ("seat of part-1", "seat of new-2"),
    ],
)
def test_inside_a_longer_text_the_person_is_covered(text: str, expected: str) -> None:
    assert REDACTION.text(text) == expected


@pytest.mark.parametrize(
    "text", ["", "Provë Çelësiu", "Provë", "+35569000123456", "part-12", "xpart-1", "prove", "a|b$^"]
)
def test_what_is_somebody_or_something_else_stays(text: str) -> None:
    assert REDACTION.text(text) == text


def test_a_name_of_one_word_is_covered_only_where_it_stands_alone() -> None:
    redaction = Redaction(a_person("Mira"), {}, "Erased person")

    assert [redaction.text(text) for text in ("mira", "gjëra të mira", "Mira tha")] == [
        "Erased person",
        "gjëra të mira",
        "Mira tha",
    ]


def test_a_name_of_signs_that_mean_something_to_patterns_is_taken_literally() -> None:
    redaction = Redaction(a_person("A.* (B)+ [c"), {}, "Erased person")

    assert [redaction.text(text) for text in ("AAA B", "A.* (B)+ [c")] == ["AAA B", "Erased person"]


def test_json_keeps_its_shape_and_keys_that_are_ids_change_too() -> None:
    before = {"*members": {"part-1": {"name": "Provë Çelësi", "n": 1, "on": None}}, "*order": ["part-1", "part-2"]}

    after = json.loads(REDACTION.json_text(json.dumps(before)))

    assert after == {
        "*members": {"new-2": {"name": "Erased person", "n": 1, "on": None}},
        "*order": ["new-2", "part-2"],
    }


def test_json_without_the_person_is_the_very_same_text() -> None:
    text = '{ "a" : [ "ë", 1 ] }'

    assert REDACTION.json_text(text) is text


def test_what_is_known_of_the_speaker_goes_with_the_name() -> None:
    note = {"text": "Po.", "speaker": "Prove Celesi", "speaker_role": "Drejtuese", "speaker_sector": "donor"}
    absence = {"who": {"name": "x", "person_id": "part-1"}, "reason": "mjeku"}

    assert REDACTION.value([note, absence]) == [
        {"text": "Po.", "speaker": "Erased person", "speaker_role": "", "speaker_sector": ""},
        {"who": {"name": "Erased person", "person_id": "new-2"}, "reason": ""},
    ]


def test_nothing_to_look_for_changes_nothing() -> None:
    redaction = Redaction(a_person("", email="", phone=""), {}, "Erased person")

    assert redaction.text("Provë Çelësi") == "Provë Çelësi"
