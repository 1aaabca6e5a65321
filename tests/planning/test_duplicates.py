"""Who may be one person: measured on labelled pairs, and held to what must always be so.

The labelled pairs are made for this test: invented names and offices, half of them two different people.
"""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.person import District, Person, Sex
from facilitation.planning.duplicates import Reason, Verdict, compared, is_near, suspected_pairs
from tests.builders import a_person

PAIRS = Path(__file__).with_name("labelled_people.csv")
FIELDS = ("name", "organisation", "position", "email", "phone")
TRANSLITERATED = {"ë": "e", "ç": "c", "sh": "š", "zh": "ž", "xh": "dž", "gj": "đ", "q": "ć"}


@cache
def labelled() -> tuple[tuple[bool, Person, Person], ...]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple((row["same"] == "yes", _person(row, "first", ""), _person(row, "second", "_2")) for row in rows)


def _person(row: dict[str, str], person_id: str, ending: str) -> Person:
    district = row[f"district{ending}"]
    texts: dict[str, Any] = {field: row[field + ending] for field in FIELDS}
    return Person(id=person_id, district=District(district) if district else None, **texts)


def test_the_labelled_pairs_are_many_and_half_of_them_are_two_people() -> None:
    labels = Counter(is_same for is_same, _one, _other in labelled())

    assert labels == {True: 110, False: 112}


def test_precision_and_recall_on_the_labelled_pairs() -> None:
    verdicts = Counter((is_same, compared(one, other).verdict) for is_same, one, other in labelled())
    same, wrong_same = verdicts[True, Verdict.SAME], verdicts[False, Verdict.SAME]
    shown = same + verdicts[True, Verdict.PERHAPS]
    wrong_shown = wrong_same + verdicts[False, Verdict.PERHAPS]

    assert same / (same + wrong_same) >= 0.99, "what is called one person without asking"
    assert same / 110 >= 0.68, "found without asking"
    assert shown / 110 >= 0.95, "found, or shown with a question"
    assert shown / (shown + wrong_shown) >= 0.92, "shown, and rightly so"


def test_the_fast_search_finds_exactly_what_comparing_all_would_find() -> None:
    for _is_same, one, other in labelled():
        pair = compared(one, other)
        assert suspected_pairs([one, other]) == ((pair,) if pair.verdict is not Verdict.DIFFERENT else ())


@pytest.mark.parametrize(("is_same", "one", "other"), labelled()[::20])
def test_who_comes_first_does_not_matter(is_same: bool, one: Person, other: Person) -> None:
    there, back = compared(one, other), compared(other, one)

    assert (there.verdict, there.score, there.reasons, there.key) == (back.verdict, back.score, back.reasons, back.key)


names = st.tuples(
    st.sampled_from(["Gjelbrinë", "Shqiprona", "Xhevdetin", "Zhurimë", "Çlirimor"]),
    st.sampled_from(["Gurëzi", "Qerreti", "Xhufkaj", "Shpatari", "Çelnika"]),
)


@given(names, st.sampled_from([*TRANSLITERATED.items()]), st.booleans(), st.booleans())
def test_a_person_in_another_spelling_is_found(
    name: tuple[str, str], spelling: tuple[str, str], is_turned: bool, is_loud: bool
) -> None:
    typed = " ".join(name[::-1] if is_turned else name).lower().replace(*spelling)
    one = a_person(" ".join(name), id="one")
    other = a_person(typed.upper() if is_loud else typed.title(), id="other")

    (pair,) = suspected_pairs([one, other])

    assert (pair.verdict, pair.reasons) == (Verdict.SAME, (Reason.SAME_NAME, Reason.SAME_ORGANISATION))


def test_a_letter_that_may_be_a_title_or_an_initial_is_shown_with_a_question() -> None:
    (pair,) = suspected_pairs([a_person("Zana Oroshi", id="one"), a_person("Z. Oroshi", id="other")])

    assert (pair.verdict, pair.reasons[0]) == (Verdict.PERHAPS, Reason.INITIALS)


def test_a_code_is_never_compared() -> None:
    coded = [a_person("P-001", id=f"coded-{number}", is_coded=True) for number in (1, 2)]

    assert suspected_pairs(coded) == ()


def test_a_pair_looked_at_and_found_to_be_two_is_not_asked_again() -> None:
    one, other = a_person("Agimor Gurëzi", id="b"), a_person("Agimor Gurezi", id="a")
    (pair,) = suspected_pairs([one, other])

    assert pair.key == "a:b"
    assert suspected_pairs([one, other], apart=[pair.key]) == ()


def test_those_known_before_are_compared_with_the_new_ones_only() -> None:
    known = [a_person("Agimor Gurëzi", id="known-1"), a_person("Agimor Gurezi", id="known-2")]
    new = a_person("GURËZI Agimor", id="new")

    assert {pair.key for pair in suspected_pairs([new], known)} == {"known-1:new", "known-2:new"}


def test_a_name_common_to_thousands_costs_no_minutes() -> None:
    many = [a_person("Agimor Gurëzi", id=f"person-{number}") for number in range(3000)]

    pairs = suspected_pairs(many)

    assert len(pairs) < 200_000
    assert {pair.second.id for pair in pairs} == {person.id for person in many[1:]}


def test_a_stated_sex_that_differs_speaks_against_one_person() -> None:
    one = a_person("Agimor Gurëzi", id="one", sex=Sex.MALE)
    other = a_person("Agimor Gurëzi", id="other", sex=Sex.FEMALE)

    pair = compared(one, other)

    assert (pair.verdict, Reason.OTHER_SEX in pair.reasons) == (Verdict.PERHAPS, True)


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("gurez", "gurze", True),
        ("klodijana", "klodijna", True),
        ("dishnica", "dishmica", True),
        ("valonir", "valonire", False),
        ("kola", "kolaj", False),
        ("ana", "anna", False),
        ("person1", "person2", False),
        ("barta", "marta", False),
    ],
)
def test_one_slip_is_near_and_another_name_is_not(one: str, other: str, answer: bool) -> None:
    assert is_near(one, other) is answer


@pytest.mark.parametrize("text", ["", " ", "=HYPERLINK(1)", "‮abc", "x" * 10_000, "😀😀", "a\0b", "';--", "<script>"])
def test_hostile_names_are_compared_without_harm(text: str) -> None:
    people = [a_person(text, id="one"), a_person(text, id="other")]

    assert len(suspected_pairs(people)) <= 1
