"""A real Chromium before the real program: one browser for all journeys, one program for those of a file, a new
visit and an empty database for each."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor
from tests.programs import need

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this worker."""
    path = need("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """The program for the journeys of a file, not started yet; starting it for each took as long as the journeys."""
    app = RunningApp(tmp_path_factory.mktemp("program"))
    yield app
    app.stop()


@pytest.fixture
def tryeza(program: RunningApp) -> RunningApp:
    """The program over an empty database. ``visit`` starts it where it does not run, so that a journey can put an event
    into the database first."""
    program.empty()
    return program


class Visit:
    """Opens visits of somebody new (own cookies, own storage), in Albanian; keywords are those of a browser context."""

    def __init__(self, browser: Browser, app: RunningApp) -> None:
        self.browser, self.app, self.visitors = browser, app, list[Visitor]()

    def __call__(self, **look: Any) -> Visitor:
        if self.app.process is None:
            self.app.start()
        settings = {"locale": "sq", "viewport": {"width": 1366, "height": 768}, "accept_downloads": True, **look}
        visitor = Visitor(self.browser.new_context(**settings).new_page(), self.app.url)
        self.visitors.append(visitor)
        return visitor

    def pictures(self) -> list[Path]:
        """The screens as they are now, as files."""
        paths = [self.app.folder / f"screen-{number}.png" for number in range(1, len(self.visitors) + 1)]
        for visitor, path in zip(self.visitors, paths, strict=True):
            visitor.page.screenshot(path=path)
        return paths


@pytest.fixture
def visit(chromium: Browser, tryeza: RunningApp) -> Iterator[Visit]:
    """The door of the program."""
    door = Visit(chromium, tryeza)
    yield door
    for visitor in door.visitors:
        visitor.page.context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A journey that failed shows its screens and what the server said."""
    report = yield
    door = getattr(item, "funcargs", {}).get("visit")
    if report.when == "call" and report.failed and isinstance(door, Visit):
        report.sections.append(("screens", "\n".join(map(str, door.pictures()))))
        report.sections.append(("log of the server", door.app.log[-8000:]))
    return report
