"""Every sentence stands where the extraction finds it: Babel reads no call inside an f-string."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from facilitation.settings import ROOT

TRANSLATING = frozenset(["_", "mark", "plural"])
MODULES = tuple(path for folder in ("facilitation", "pages") for path in sorted((ROOT / folder).rglob("*.py")))


def unseen_sentences(source: str) -> Iterator[str]:
    """The calls that translate inside an f-string."""
    for text in ast.walk(ast.parse(source)):
        if isinstance(text, ast.JoinedStr):
            yield from (ast.unparse(call) for call in ast.walk(text) if isinstance(call, ast.Call) and translates(call))


def translates(call: ast.Call) -> bool:
    """``_("…")``, ``page._("…")``, ``_.plural("…")`` and ``translator("sq")("…")``."""
    function = call.func
    if isinstance(function, ast.Name):
        return function.id in TRANSLATING
    if isinstance(function, ast.Attribute):
        return function.attr in TRANSLATING
    return isinstance(function, ast.Call) and ast.unparse(function.func).casefold().endswith("translator")


@pytest.mark.parametrize(
    "source",
    [
        "f\"{_('Host')}: x\"",
        "f\"{page._('Host')}: x\"",
        "f\"a {translator('sq')('Host').format(b=1)}\"",
        "f\"{Translator('sq')(mark('Host'))}\"",
        "f\"a {_.plural('{n} day', '{n} days', 2)}\"",
        "f\"{x:{_('Host')}}\"",
    ],
)
def test_a_call_in_an_f_string_is_found(source: str) -> None:
    assert list(unseen_sentences(source))


def test_a_call_beside_an_f_string_is_no_mistake() -> None:
    assert list(unseen_sentences("host = _('Host')\nf'{host}: {name(1)}'")) == []


def test_no_sentence_hides_in_an_f_string() -> None:
    hidden = {path: list(unseen_sentences(path.read_text(encoding="utf-8"))) for path in MODULES}

    assert {path: calls for path, calls in hidden.items() if calls} == {}
