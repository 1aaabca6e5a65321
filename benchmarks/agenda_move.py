"""How fast a session moves in a list of sixty: by keys, by dragging and, the plainer way, by a button of the panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from benchmarks.made_event import ITEMS, PEOPLE, made_record, prepared_application
from benchmarks.one_line import p95, say
from benchmarks.running_app import PATIENCE, RunningApp, browser, fresh_page, running_app, wait_until_still
from benchmarks.screens import Answer, Visit
from facilitation.domain.agenda import AgendaDay
from facilitation.exchange.archive import archive_bytes

MOVES, WARM_UP = 20, 3
TARGETS = {"move_median_ms": 200.0, "move_p95_ms": 400.0, "seen_median_ms": 50.0}
FOCUSED = "(() => { const inner = document.activeElement?.shadowRoot?.activeElement; return inner?.dataset.id; })()"


def main() -> None:
    """Measure the ways of moving one row; print the line."""
    with TemporaryDirectory() as name, browser() as chromium:
        database = Path(name) / "tryeza.db"
        event_id = _stored_day(database)
        with running_app(database) as app:
            visit = Visit(_opened(chromium, app, event_id), app)
            seen = _repeated(lambda turn: _by_key(visit, turn, is_answered=False))
            keys = _repeated(lambda turn: _by_key(visit, turn))
            drags = _repeated(lambda turn: _by_drag(visit, turn))
            focus_stays = visit.page.evaluate(f"{FOCUSED} !== undefined")
            visit.choose(visit.page.locator("li.row").nth(5))
            buttons = _repeated(lambda turn: visit.move(-1 if turn % 2 else 1))
    moves = [answer.changed for answer in (*keys, *drags)]
    plain = median(answer.changed for answer in buttons)
    figures = {
        "move_median_ms": round(median(moves), 1),
        "move_p95_ms": round(p95(moves), 1),
        "seen_median_ms": round(median(answer.changed for answer in seen), 1),
        "server_cpu_median_ms": round(median(answer.server for answer in (*keys, *drags)), 1),
    }
    medians = {"keys": _median(keys), "drag": _median(drags)}
    naive = {"what": "the button of the side panel", "median_ms": round(plain, 1)}
    rows = {"items": ITEMS, "people": PEOPLE, "focus_stays": focus_stays}
    say("agenda_move", figures=figures, targets=TARGETS, **rows, medians_ms=medians, naive=naive)


def _stored_day(database: Path) -> str:
    """The made event with all its sessions on one day."""
    application = prepared_application(database)
    record = made_record(application.library)
    items = tuple(item for _day, item in record.agenda.items())
    one_day = replace(record.agenda, days=(AgendaDay(record.agenda.days[0].starts_at, items),))
    event = replace(record.event, day_count=1)
    return application.archives.open(archive_bytes(replace(record, event=event, agenda=one_day))).id


def _opened(chromium: Browser, app: RunningApp, event_id: str) -> Page:
    page = fresh_page(chromium)
    page.goto(f"{app.address}/agenda?event={event_id}")
    page.locator("li.row").first.wait_for(timeout=PATIENCE * 1000)
    wait_until_still(page)
    page.locator("li.row").first.focus()
    return page


def _repeated(act: Callable[[int], Answer]) -> list[Answer]:
    return [act(turn) for turn in range(WARM_UP + MOVES)][WARM_UP:]


def _by_key(visit: Visit, turn: int, *, is_answered: bool = True) -> Answer:
    """Alt and an arrow on the row in focus, down and up in turns."""
    changed = _changed(visit.page, str(visit.page.evaluate(FOCUSED)), is_answered=is_answered)
    key = "Alt+ArrowUp" if turn % 2 else "Alt+ArrowDown"
    return visit.measured("keydown", changed, lambda: visit.page.keyboard.press(key))


def _by_drag(visit: Visit, turn: int) -> Answer:
    """The third row let go below one of the next, counted from the moment the hand lets go."""
    rows, mouse = visit.page.locator("li.row"), visit.page.mouse
    start, end = rows.nth(2).bounding_box(), rows.nth(5 + turn % 3).bounding_box()
    assert start is not None
    assert end is not None
    mouse.move(start["x"] + 200, start["y"] + 12)
    mouse.down()
    mouse.move(start["x"] + 200, start["y"] + 60, steps=3)
    mouse.move(end["x"] + 200, end["y"] + end["height"] - 3, steps=3)
    return visit.measured("pointerup", _changed(visit.page, rows.nth(2).get_attribute("data-id") or ""), mouse.up)


def _changed(page: Page, identity: str, *, is_answered: bool = True) -> str:
    """The row has another place, and – once the program has answered – another clock time."""
    row = page.locator(f"li.row[data-id='{identity}']")
    place = page.locator("li.row").evaluate_all("(rows, id) => rows.findIndex(row => row.dataset.id === id)", identity)
    moved = f"rows().findIndex(row => row.dataset.id === '{identity}') !== {place}"
    clock = row.locator(".lead").inner_text()
    answered = f"rows().find(row => row.dataset.id === '{identity}').querySelector('.lead').textContent !== '{clock}'"
    return f"{moved} && {answered}" if is_answered else moved


def _median(answers: list[Answer]) -> float:
    return round(median(answer.changed for answer in answers), 1)


if __name__ == "__main__":
    main()
