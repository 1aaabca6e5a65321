"""What holds for every test: no cache outlives its test, and a module that needs a missing package is skipped."""

from __future__ import annotations

import ast
import importlib.util
import os
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from facilitation.documents import chart_pictures
from tests.programs import ROOT
from tests.short_starts import short_starts

FOR_DEVELOPERS = (
    "axe_playwright_python",
    "hypothesis",
    "importlinter",
    "jsonschema",
    "openxml_audit",
    "playwright",
    "pypandoc",
)
"""Packages of requirements-dev.txt that tests import; who only installed requirements.txt still gets a green run."""


@pytest.fixture(autouse=True)
def empty_streamlit_caches() -> Iterator[None]:
    """Clear ``st.cache_resource`` and ``st.cache_data`` after each test that used Streamlit (they leak otherwise)."""
    yield
    streamlit = sys.modules.get("streamlit")
    if streamlit is not None and hasattr(streamlit, "cache_resource"):
        streamlit.cache_resource.clear()
        streamlit.cache_data.clear()


@cache
def white_picture() -> bytes:
    """What stands in the place of a chart: as wide as a page has room for."""
    data = BytesIO()
    Image.new("L", (1275, 270), 255).save(data, "PNG")
    return data.getvalue()


@pytest.fixture(autouse=True)
def white_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts in papers stay white: the renderer takes half a second to start. Its own tests take this back."""
    monkeypatch.setattr(chart_pictures, "_started", lambda specs: specs)
    monkeypatch.setattr(chart_pictures, "_answer", lambda specs: [white_picture() for _spec in specs])


@pytest.fixture(autouse=True, scope="session")
def starts_made_short() -> Iterator[None]:
    """What thousands of starts would make alike is made once: the library is read, an empty database is set up.

    Tests of the loader and of the migrations do not come this way, nor does any program in a process of its own.
    """
    with short_starts():
        yield


class NeedsPackages(pytest.Module):
    """A test module that cannot be imported here; it is skipped with the way to get what it needs."""

    missing: tuple[str, ...] = ()

    def collect(self) -> Any:
        """Skip the module as a whole."""
        reason = f"{', '.join(self.missing)} not installed. Get it with: pip install -r requirements-dev.txt"
        raise pytest.skip.Exception(reason, allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Put a skipped module in the place of one whose packages are missing (never with ``CI=true``)."""
    if os.environ.get("CI") == "true":
        return None
    missing = tuple(sorted(name for name in _packages(module_path) if importlib.util.find_spec(name) is None))
    if not missing:
        return None
    module: NeedsPackages = NeedsPackages.from_parent(parent, path=module_path)
    module.missing = missing
    return module


@cache
def _packages(path: Path) -> frozenset[str]:
    """The developers' packages a test file imports, itself or through other files of the tests."""
    found, seen, waiting = set[str](), {Path(__file__)}, [path]
    while waiting:
        here = waiting.pop()
        if here in seen or not here.is_file():
            continue
        seen.add(here)
        names = set(_imported(here))
        found |= {name.split(".")[0] for name in names} & set(FOR_DEVELOPERS)
        inner = [ROOT.joinpath(*name.split(".")).with_suffix(".py") for name in names if name.startswith("tests.")]
        waiting += [*inner, here.with_name("conftest.py")]
    return frozenset(found)


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module.startswith("tests"))
