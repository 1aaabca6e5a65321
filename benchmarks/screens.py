"""How fast the agenda of a large event answers in a real browser, and how fast the program starts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from playwright.sync_api import Browser, Locator, Page

from benchmarks.made_event import ITEMS, PEOPLE, prepared_application, stored_event
from benchmarks.one_line import p95, say
from benchmarks.running_app import PATIENCE, RunningApp, browser, fresh_page, running_app, wait_until_still

CLICKS = 20
WARM_UP = 3
STARTS = 3
OPEN_ROW = "li.row[aria-selected=true]"
TARGETS = {"click_median_ms": 150.0, "click_p95_ms": 300.0, "cold_start_seconds": 5.0}
BARE_SCRIPT = """
import streamlit as st

if "count" not in st.session_state:
    st.session_state.count = 0
if st.button("More"):
    st.session_state.count += 1
st.text(f"count {st.session_state.count}")
"""
WATCH = """
([kind, changed]) => {
  window.rows = () => [...document.querySelectorAll("div")]
    .flatMap((each) => (each.shadowRoot ? [...each.shadowRoot.querySelectorAll("li.row")] : []));
  const test = new Function("return " + changed);
  window.watched = new Promise((done, failed) => {
    setTimeout(() => failed(new Error(`after ${kind} this never came true: ${changed}`)), 20000);
    addEventListener(kind, (event) => {
      let changedAt = null;
      const look = (now) => {
        if (changedAt === null && test()) changedAt = now;
        const state = document.querySelector("[data-testid=stApp]").dataset.testScriptState;
        if (changedAt !== null && state === "notRunning")
          done([changedAt - event.timeStamp, now - event.timeStamp]);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  });
}
"""
"""Counts from the event of the hand to the frame that shows the change, and to the end of the script."""


class Answer(NamedTuple):
    """Milliseconds from a click to the changed screen, to the end of all that followed, and of the server's work."""

    changed: float
    settled: float
    server: float


class Visit(NamedTuple):
    """A page of a running program, and the clock for what is done on it."""

    page: Page
    app: RunningApp

    def measured(self, kind: str, changed: str, act: Callable[[], object]) -> Answer:
        """Do ``act`` and wait until ``changed`` holds; ``kind`` is the browser's event the clock starts with."""
        self.page.wait_for_timeout(150)
        self.page.evaluate(WATCH, [kind, changed])
        before = self.app.cpu_seconds()
        act()
        shown, settled = self.page.evaluate("window.watched")
        return Answer(shown, settled, (self.app.cpu_seconds() - before) * 1000)

    def choose(self, row: Locator) -> Answer:
        """Open a session: its row stands out and the side panel shows its title."""
        title, identity = row.get_attribute("title") or "", row.get_attribute("data-id")
        changed = (
            f"rows().some(row => row.dataset.id === '{identity}' && row.ariaSelected === 'true')"
            f" && [...document.querySelectorAll('h2, h3')].some(each => each.innerText.trim() === {json.dumps(title)})"
        )
        return self.measured("click", changed, row.click)

    def change_minutes(self, minutes: int) -> Answer:
        """Type another duration for the open session: its row shows it."""
        field = self.page.locator("[data-testid=stNumberInputField]").first
        field.fill(str(minutes))
        trail = "row.querySelector('.trail').textContent"
        changed = f"rows().some(row => row.dataset.id === '{self._open_id()}' && parseInt({trail}) === {minutes})"
        return self.measured("keydown", changed, lambda: field.press("Enter"))

    def move(self, by: int) -> Answer:
        """Move the open session by its button: its row has another place."""
        identity = self._open_id()
        here = f"rows().findIndex(row => row.dataset.id === '{identity}')"
        place = self.page.evaluate(here)
        button = self.page.locator(f".st-key-move_{by} button")
        return self.measured("click", f"rows().length > 0 && {here} !== {place}", button.click)

    def _open_id(self) -> str:
        return self.page.locator(OPEN_ROW).get_attribute("data-id") or ""


def main() -> None:
    """Measure the clicks, the same click on a bare page, and cold starts; print the line."""
    with TemporaryDirectory() as name, browser() as chromium:
        database = Path(name) / "tryeza.db"
        event_id = stored_event(prepared_application(database))
        with running_app(database) as app:
            answers = _clicks(chromium, app, event_id)
        starts = [_cold_start(chromium, database, event_id) for _ in range(STARTS)]
        bare, bare_start = _bare_page(chromium, Path(name))
    every = [answer for found in answers.values() for answer in found]
    figures = {
        "click_median_ms": round(median(answer.changed for answer in every), 1),
        "click_p95_ms": round(p95([answer.changed for answer in every]), 1),
        "settled_median_ms": round(median(answer.settled for answer in every), 1),
        "settled_p95_ms": round(p95([answer.settled for answer in every]), 1),
        "server_cpu_median_ms": round(median(answer.server for answer in every), 1),
        "cold_start_seconds": round(median(starts), 2),
    }
    bare_median = median(answer.changed for answer in bare)
    naive = {
        "what": "one button and one text on a bare Streamlit page",
        "median_ms": round(bare_median, 1),
        "server_cpu_median_ms": round(median(answer.server for answer in bare), 1),
        "ratio": round(figures["click_median_ms"] / bare_median, 2),
        "cold_start_seconds": round(bare_start, 2),
        "cold_start_ratio": round(figures["cold_start_seconds"] / bare_start, 2),
    }
    medians = {kind: round(median(answer.changed for answer in found), 1) for kind, found in answers.items()}
    say("screens", figures=figures, targets=TARGETS, items=ITEMS, people=PEOPLE, medians_ms=medians, naive=naive)


def _clicks(chromium: Browser, app: RunningApp, event_id: str) -> dict[str, list[Answer]]:
    """The three things people do most on the agenda: open a session, change its minutes, move it."""
    visit = Visit(_opened_agenda(chromium, app, event_id), app)
    rows = visit.page.locator("li.row")
    count = rows.count()
    found = {"choose": _repeated(lambda turn: visit.choose(rows.nth(turn * 7 % count)))}
    visit.choose(rows.nth(count // 2))
    found["minutes"] = _repeated(lambda turn: visit.change_minutes(20 + turn))
    found["move"] = _repeated(lambda turn: visit.move(-1 if turn % 2 else 1))
    visit.page.context.close()
    return found


def _repeated(act: Callable[[int], Answer]) -> list[Answer]:
    return [act(turn) for turn in range(WARM_UP + CLICKS)][WARM_UP:]


def _opened_agenda(chromium: Browser, app: RunningApp, event_id: str) -> Page:
    page = fresh_page(chromium)
    page.goto(f"{app.address}/agenda?event={event_id}")
    page.locator("li.row").first.wait_for(timeout=PATIENCE * 1000)
    wait_until_still(page)
    return page


def _cold_start(chromium: Browser, database: Path, event_id: str) -> float:
    """Seconds from the command to the whole agenda in the browser of somebody who was never there."""
    start = perf_counter()
    with running_app(database) as app:
        page = _opened_agenda(chromium, app, event_id)
        seconds = perf_counter() - start
        page.context.close()
    return seconds


def _bare_page(chromium: Browser, folder: Path) -> tuple[list[Answer], float]:
    """The same measurements where a click changes one text and nothing else: its answers, and its cold start."""
    script = folder / "bare.py"
    script.write_text(BARE_SCRIPT, encoding="utf-8")
    start = perf_counter()
    with running_app(folder / "none.db", script) as app:
        visit = Visit(fresh_page(chromium), app)
        visit.page.goto(app.address)
        button = visit.page.get_by_role("button", name="More")
        button.wait_for(timeout=PATIENCE * 1000)
        wait_until_still(visit.page)
        seconds = perf_counter() - start
        answers = _repeated(lambda turn: visit.measured("click", _says(turn + 1), button.click))
        visit.page.context.close()
    return answers, seconds


def _says(count: int) -> str:
    return f"document.querySelector('[data-testid=stText]')?.textContent.trim() === 'count {count}'"


if __name__ == "__main__":
    main()
