"""A missing program skips loudly at a desk and fails where changes are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.programs import PROGRAMS, Program, need


@pytest.fixture
def missing_program(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(PROGRAMS, "nothing", Program(lambda: None, "sudo apt install nothing"))
    return "nothing"


def test_a_program_that_is_there_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(PROGRAMS, "something", Program(lambda: tmp_path, ""))

    assert need("something") == tmp_path


def test_a_missing_program_skips_and_says_how_to_get_it(missing_program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)

    with pytest.raises(pytest.skip.Exception) as skipped:
        need(missing_program)

    assert skipped.value.msg == "nothing IS MISSING, so this is not tested. Get it with: sudo apt install nothing"


def test_a_missing_program_fails_in_ci(missing_program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")

    with pytest.raises(pytest.fail.Exception, match="sudo apt install nothing"):
        need(missing_program)
