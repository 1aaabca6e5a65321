"""Every change of a plan has its sentence, with all its values filled in."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from facilitation.domain.finding import FindingValue
from facilitation.domain.text import Text
from facilitation.i18n.differences import SENTENCES, difference_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning import agenda_diff
from facilitation.planning.agenda_diff import Difference

VALUES: dict[str, FindingValue] = {
    "title": Text(sq="Hapja", en="Opening"),
    "day": 1,
    "starts_at": "09:00",
    "minutes": 15,
    "count": 2,
    "was": "named",
    "now": "role",
    "last": Text(sq="Mbyllja", en="Closing"),
}
NAMED = {"kind": "panel", "attribution": "named", "audience": "public"}


def codes_of_the_rules() -> set[str]:
    tree = ast.parse(Path(agenda_diff.__file__).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    made = [node for node in calls if node.func.id in ("_difference", "Difference")]  # type: ignore[attr-defined]
    said = {str(node.args[0].value) for node in made if node.args and isinstance(node.args[0], ast.Constant)}
    return (
        said | {code for code, _, _ in agenda_diff.SHOWN} | {"event_title", "event_date", "event_days", "event_place"}
    )


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert {key.partition(".")[0] for key in SENTENCES} == codes_of_the_rules()


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("key", SENTENCES)
def test_every_sentence_can_be_said_in_both_languages(key: str, language: str) -> None:
    code, _, case = key.partition(".")
    value = NAMED.get(code, "role")
    values: dict[str, FindingValue] = {**VALUES, "was": value, "now": value, "case": case}

    sentence = difference_sentence(Difference(code, "item-1", tuple(values.items())), Translator(language))

    assert "{" not in sentence
    assert sentence.endswith(".")


def test_the_codes_in_a_sentence_are_said_in_words() -> None:
    change = Difference("kind", "item-1", (("title", Text(sq="Hapja")), ("was", "plenary"), ("now", "panel")))

    assert difference_sentence(change, Translator("en")) == "“Hapja” is now: Panel (before: Plenary)."


def test_methods_are_called_by_their_titles() -> None:
    change = Difference("method", "item-1", (("title", Text(sq="A")), ("was", "buzz"), ("now", "troika")))

    sentence = difference_sentence(change, Translator("en"), {"buzz": "Buzz groups", "troika": "Troika"})

    assert sentence == "“A” has another method: Troika (before: Buzz groups)."
