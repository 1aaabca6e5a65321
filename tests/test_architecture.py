"""The rules of the code's own shape: layers, thin pages, words, and no trace of one machine."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import ROOT

CODE_FOLDERS = ("facilitation", "pages", "tests", "benchmarks", "docs", "agendas", ".ci", ".streamlit")
TEXT_SUFFIXES = {".py", ".md", ".toml", ".txt", ".po", ".pot", ".json", ".bat", ".yaml", ".yml", ".ini", ""}
VAGUE_WORDS = re.compile(r"(^|_)(utils?|helpers?|manager|misc|common)(_|$)")
MACHINE_PATH = re.compile(r"(?<![\w.])(/home/|/Users/|/root/|[A-Z]:\\Users\\)")


def _python_files(*folders: str) -> Iterator[Path]:
    """Every module below these folders."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def _text_files() -> Iterator[Path]:
    """Every text file of the repository."""
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.suffix in TEXT_SUFFIXES)
    for folder in CODE_FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in TEXT_SUFFIXES and "__pycache__" not in path.parts:
                yield path


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_imports_only_point_downwards() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    if not linter.exists() and os.environ.get("CI") != "true":
        pytest.skip("lint-imports not installed. Get it with: pip install -r requirements-dev.txt")

    result = subprocess.run([linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout + result.stderr


def test_pages_stay_under_120_lines() -> None:
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in _python_files("pages")}

    assert {name: length for name, length in lengths.items() if length >= 120} == {}


def test_functions_of_pages_stay_within_ten_lines() -> None:
    long_ones = [
        f"{_name(path)}: {node.name}"
        for path in _python_files("pages")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and _body_length(node) > 10
    ]

    assert long_ones == []


def _body_length(node: ast.FunctionDef) -> int:
    """Lines from the first to the last statement, the docstring left out."""
    has_docstring = ast.get_docstring(node) is not None
    body = node.body[1:] if has_docstring else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_unsafe_html_is_written() -> None:
    unsafe = re.compile(r"unsafe_allow_" + r"(html|javascript)\s*=\s*True")

    found = [
        _name(path)
        for path in _python_files("facilitation", "pages")
        if unsafe.search(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_module_names_say_what_is_inside() -> None:
    names = [_name(path) for path in _python_files("facilitation", "pages", "tests") if VAGUE_WORDS.search(path.stem)]

    assert names == []


def test_no_file_names_a_path_of_one_machine() -> None:
    found = [
        _name(path)
        for path in _text_files()
        if path != Path(__file__).resolve() and MACHINE_PATH.search(path.read_text(encoding="utf-8", errors="replace"))
    ]

    assert found == []


def test_session_state_is_named_only_in_ui_state() -> None:
    found = [
        _name(path)
        for path in _python_files("facilitation", "pages")
        if "session_state" in path.read_text(encoding="utf-8") and _name(path) != "facilitation/ui/state.py"
    ]

    assert found == []


@pytest.mark.parametrize("folder", ["facilitation", "pages", "benchmarks"])
def test_every_module_opens_with_a_sentence(folder: str) -> None:
    silent = [
        _name(path)
        for path in _python_files(folder)
        if "versions" not in path.parts and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert silent == []
