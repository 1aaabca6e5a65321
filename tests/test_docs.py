"""What the documents say is there: commands, files, settings, dependencies; and the shape of the decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.cli.main import parser
from tests.programs import ROOT

README = ROOT / "README.md"
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
DOCUMENTS = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")), *DECISIONS]
PLACES_OF_NAMES = (ROOT, ROOT / "docs", ROOT / "facilitation")
"""A path in a document is meant from one of these folders; a bare file name lies anywhere below them."""
MADE_LATER = {"data/tryeza.db", ".venv/"}
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.-]+(/[\w.-]+)*(/|\.(py|md|toml|txt|po|pot|bat))")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
LONGEST_DECISION = 450
"""Words that fit a page."""


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _commands() -> dict[str, set[str]]:
    """Every command of the program with its options."""
    groups = parser()._subparsers
    assert groups is not None
    choices = groups._group_actions[0].choices
    assert isinstance(choices, dict)
    return {name: set(command._option_string_actions) for name, command in choices.items()}


def _commands_in(text: str) -> Iterator[tuple[str, set[str]]]:
    """The command and the options of every ``python -m facilitation …`` in a text."""
    for line in re.findall(r"python -m facilitation ([^`\n]+)", text):
        name, _, rest = line.partition(" ")
        yield name, set(OPTION.findall(rest))


def _exists(name: str, document: Path) -> bool:
    """Whether a path exists, seen from the document's folder or one of ``PLACES_OF_NAMES``."""
    if any((place / name).exists() for place in (document.parent, *PLACES_OF_NAMES)):
        return True
    return "/" not in name and any(next((ROOT / folder).rglob(name), None) for folder in ("facilitation", "tests"))


def _packages(file_name: str) -> set[str]:
    lines = _text(ROOT / file_name).splitlines()
    return {re.split(r"[<>=~!\s]", line)[0] for line in lines if line and not line.startswith(("#", "-"))}


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_commands_named_in_documents_exist_with_their_options(document: Path) -> None:
    known = _commands()

    unknown = [
        (name, options - known.get(name, set()))
        for name, options in _commands_in(_text(document))
        if name not in known or options - known[name]
    ]

    assert unknown == []


def test_readme_names_every_command() -> None:
    assert {name for name, _ in _commands_in(_text(README))} == set(_commands())


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_make_targets_named_in_documents_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", _text(ROOT / "Makefile"), re.MULTILINE))

    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", _text(document), re.MULTILINE))

    assert named - targets == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_files_named_in_documents_exist(document: Path) -> None:
    text = _text(document)
    named = {name for name in CODE.findall(text) if PATH.fullmatch(name)} | set(LINK.findall(text))

    missing = sorted(name for name in named - MADE_LATER if not _exists(name, document))

    assert missing == []


def test_settings_in_readme_are_those_the_program_reads() -> None:
    code = "\n".join(_text(path) for path in (ROOT / "facilitation").rglob("*.py"))

    assert set(re.findall(r"TRYEZA_[A-Z_]+", _text(README))) == set(re.findall(r"TRYEZA_[A-Z_]+", code))


def test_readme_shows_two_pictures_made_by_the_script() -> None:
    pictures = set(re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", _text(README)))

    assert pictures == {"docs/pictures/home.png", "docs/pictures/agenda.png"}
    assert all(Path(picture).name in _text(ROOT / "docs" / "screenshots.py") for picture in pictures)


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [path.name.split("-")[0] for path in DECISIONS]

    assert numbers == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("decision", DECISIONS, ids=_name)
def test_a_decision_has_status_context_decision_and_consequences(decision: Path) -> None:
    parts = re.split(r"^## (.+)\n", _text(decision), flags=re.MULTILINE)

    assert parts[0].startswith(f"# {int(decision.name[:4])}. ")
    assert parts[1::2] == ["Status", "Context", "Decision", "Consequences"]
    assert all(part.strip() for part in parts[2::2])
    assert len(_text(decision).split()) <= LONGEST_DECISION


@pytest.mark.parametrize("file_name", ["requirements.txt", "requirements-dev.txt"])
def test_every_dependency_has_its_reason(file_name: str) -> None:
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|", _text(ROOT / "docs" / "dependencies.md"), re.MULTILINE)
    explained = {name.strip() for row in rows for name in row.split(",")}

    assert _packages(file_name) - explained == set()


def test_a_command_that_does_not_exist_would_be_noticed() -> None:
    assert list(_commands_in("`python -m facilitation fly --high`")) == [("fly", {"--high"})]
    assert "fly" not in _commands()
