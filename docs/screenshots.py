"""Takes the pictures of the README: the real program over a temporary database with the samples, in Albanian."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from benchmarks.made_event import prepared_application
from benchmarks.running_app import browser, fresh_page, running_app, wait_until_still
from facilitation.settings import ROOT

PICTURES = ROOT / "docs" / "pictures"
HOME_SAMPLE, AGENDA_SAMPLE = "regional-group-south", "national-conference-2008"


def main() -> None:
    """Load both samples, start the program and take ``home.png`` and ``agenda.png``."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        database = Path(folder) / "tryeza.db"
        events = prepared_application(database).events
        group, conference = (events.load_sample(name, "sq").id for name in (HOME_SAMPLE, AGENDA_SAMPLE))
        with running_app(database) as app, browser() as chromium:
            _take(chromium, f"{app.address}/?event={group}", PICTURES / "home.png")
            _take(chromium, f"{app.address}/agenda?event={conference}", PICTURES / "agenda.png", open_row=4)


def _take(chromium: Browser, address: str, picture: Path, *, open_row: int | None = None) -> None:
    """One picture of the window; ``open_row`` (from 0) opens that row of the first list at the side."""
    page = fresh_page(chromium)
    page.goto(address)
    page.locator("h1").first.wait_for()
    wait_until_still(page)
    if open_row is not None:
        page.locator("li.row").nth(open_row).click()
        page.locator("li.row[aria-selected=true]").wait_for()
        wait_until_still(page)
    page.mouse.move(0, 0)
    page.wait_for_timeout(1000)  # charts fade in
    page.screenshot(path=picture)
    page.context.close()


if __name__ == "__main__":
    main()
