"""How well exposed people are found: figures on sentences in Albanian, half of them clean.

Precision = how many of those found had to be found; recall = how many of those that had to be found were. The unseen
sentences were written after the rules were settled and never used to change them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitation.planning.albanian_names import forms, is_personal_name
from facilitation.planning.exposed_names import named_people, names_of
from facilitation.planning.exposed_numbers import exposed_numbers, is_jmbg

FOLDER = Path(__file__).parent
PEOPLE = (
    "Agim Lisharta",
    "Drita Kodrazi",
    "Besnik Mollëbardha",
    "Lule Gurzeza",
    "Ilir Shkodrani",
    "Elona Varrosi",
    "Zoran Gorvinski",
    "Ana-Maria Bregolli",
    "Gëzim Dritaraj",
    "Teuta Malësori",
    "Valbona Fushëmira",
    "Shpresa Guralumi",
    "Klea Vrazhdani",
    "Përfaqësuese, Zyra e Punësimit, Shkodër",
)
NAMES = names_of(PEOPLE)
Span = tuple[int, int]


@dataclass(frozen=True)
class Sentence:
    text: str
    exposed: tuple[Span, ...]


def sentences(name: str) -> Iterator[Sentence]:
    """The sentences of a file; what stands between braces has to be found."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, exposed = "", []
        for part in re.split(r"(\{[^}]*\})", line):
            words = part[1:-1] if part.startswith("{") else part
            if words != part:
                exposed.append((len(text), len(text) + len(words)))
            text += words
        yield Sentence(text, tuple(exposed))


def found(text: str) -> list[Span]:
    people = [(entry.start, entry.end) for entry in named_people(text, NAMES)]
    return people + [(entry.start, entry.end) for entry in exposed_numbers(text)]


def overlaps(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def figures(name: str) -> tuple[float, float]:
    """Precision and recall."""
    right = wrong = hit = missed = 0
    for sentence in sentences(name):
        spans = found(sentence.text)
        right += sum(any(overlaps(span, wanted) for wanted in sentence.exposed) for span in spans)
        wrong += sum(not any(overlaps(span, wanted) for wanted in sentence.exposed) for span in spans)
        hit += sum(any(overlaps(span, wanted) for span in spans) for wanted in sentence.exposed)
        missed += sum(not any(overlaps(span, wanted) for span in spans) for wanted in sentence.exposed)
    return right / (right + wrong), hit / (hit + missed)


def test_the_figures_on_the_sentences_the_rules_were_made_with() -> None:
    precision, recall = figures("exposed_sq.txt")

    assert precision >= 0.99
    assert recall == 1.0


def test_the_figures_on_sentences_never_seen_before() -> None:
    precision, recall = figures("exposed_unseen_sq.txt")

    assert precision == 1.0
    assert recall >= 0.93


def test_the_set_is_large_and_half_of_it_is_clean() -> None:
    every = [*sentences("exposed_sq.txt"), *sentences("exposed_unseen_sq.txt")]
    clean = sum(not sentence.exposed for sentence in every)

    assert len(every) >= 350
    assert 0.45 <= clean / len(every) <= 0.55


@pytest.mark.parametrize(
    ("name", "bent"),
    [
        ("Agim", "agimi agimit agimin"),
        ("Besnik", "besniku besnikut besnikun"),
        ("Drita", "drite drites driten"),
        ("Lule", "lulja lules lulen"),
        ("Hoxha", "hoxhes hoxhen hoxhaj"),
        ("Ali", "aliu aliut aliun"),
        ("Petro", "petros petron"),
        ("Maria", "marise marine"),
        ("Gorvinski", "gorvinskit gorvinskin gorvinskog"),
        ("Stojanović", "stojanovicit stojanovica"),
    ],
)
def test_a_name_is_known_in_every_form(name: str, bent: str) -> None:
    assert set(bent.split()) <= forms(name)


@pytest.mark.parametrize(
    ("entry", "is_person"),
    [
        ("Agim Lisharta", True),
        ("Dr. Drita Kodrazi", True),
        ("Përfaqësuese, Zyra e Punësimit, Shkodër", False),
        ("Bashkia Korçë", False),
        ("Lehtësuese Kryesore", False),
        ("P-07", False),
    ],
)
def test_offices_and_codes_are_no_people(entry: str, is_person: bool) -> None:
    assert is_personal_name(entry) is is_person


def test_a_personal_number_needs_its_day_and_its_check_figure() -> None:
    assert is_jmbg("0101990710018") is False
    assert is_jmbg("3113990710011") is False
    (line,) = [s for s in sentences("exposed_sq.txt") if s.text.startswith("JMBG")]
    assert is_jmbg(line.text.split()[1])
