"""Everything the grouping engine says in codes has a sentence, in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.cafe.broken import broken_rules
from facilitation.cafe.explain import Fact
from facilitation.cafe.obstacles import NotPossible, Obstacle
from facilitation.i18n.cafe_sentences import BROKEN_KINDS, FACTS, OBSTACLES
from facilitation.i18n.sentences import error_sentence, fact_sentence, obstacle_sentence
from facilitation.i18n.translator import Translator

ENGINE = Path(broken_rules.__code__.co_filename).parent
FULL = Obstacle(
    "table_full", ("a", "b"), {"people": ("Zyra A", "Zyra B"), "round": 1, "table": 2, "seats": 1, "extra": 1}
)


def codes_given_to(function: str, place: int) -> set[str]:
    """The words in one argument of every call of a function in the engine."""
    return {
        code for path in ENGINE.glob("*.py") for code in _codes(ast.parse(path.read_text("utf-8")), function, place)
    }


def _codes(tree: ast.Module, function: str, place: int) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == function and len(node.args) > place:
            argument = node.args[place]
            chosen = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
            yield from (each.value for each in chosen if isinstance(each, ast.Constant) and isinstance(each.value, str))


def test_every_obstacle_has_a_sentence_and_every_sentence_an_obstacle() -> None:
    assert codes_given_to("obstacle", 1) | {"no_seating", "not_found"} == set(OBSTACLES)


def test_every_fact_has_a_sentence_and_every_sentence_a_fact() -> None:
    compared = {code for code in FACTS if code.endswith("_before_and_after")}

    assert codes_given_to("Fact", 0) | compared == set(FACTS)


def test_every_kind_of_broken_rule_has_words() -> None:
    assert codes_given_to("Broken", 0) == set(BROKEN_KINDS)


def test_an_obstacle_names_the_people_and_the_smallest_change() -> None:
    assert obstacle_sentence(FULL, Translator("en")) == (
        "In round 1 more people are given a seat at table 2 than it has seats (1): Zyra A and Zyra B. "
        "Take 1 away, or add seats."
    )


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The groups cannot be made as asked. In round 1 more people are given a seat at table 2"),
        ("sq", "Grupet nuk mund të krijohen siç u kërkua. Në raundin 1 në tryezën 2 u është dhënë vend"),
    ],
)
def test_a_refusal_says_all_its_obstacles(language: str, sentence: str) -> None:
    assert error_sentence(NotPossible((FULL,)), Translator(language)).startswith(sentence)


def test_kinds_of_broken_rules_are_said_in_words() -> None:
    fact = Fact("broken_rules", {"kind": "apart", "count": 2})

    assert fact_sentence(fact, Translator("sq")) == "Rregulla të shkelura (njerëz që ulen veç): 2."
    assert "one language per table" in obstacle_sentence(
        Obstacle("not_found", (), {"people": ("a",), "kinds": ("language",)}), Translator("en")
    )
