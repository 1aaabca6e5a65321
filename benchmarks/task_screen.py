"""How fast the checklist answers in a real browser with three hundred tasks: one opened, ticked, moved as a card."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.made_event import prepared_application
from benchmarks.one_line import p95, say
from benchmarks.running_app import PATIENCE, browser, fresh_page, running_app, wait_until_still
from benchmarks.screens import Answer, Visit
from facilitation.domain.task import TaskStatus
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.services.events import NewEvent

TASKS = 300
CLICKS, WARM_UP = 20, 3
OFFICES = ("Zyra pritëse", "Bashkia", "Sekretariati", "Lehtësuesi kryesor", "Koordinatorja")
STATUSES = (TaskStatus.PLANNED, TaskStatus.IN_PROGRESS, TaskStatus.PLANNED, TaskStatus.BLOCKED)
HEADS = """[...document.querySelectorAll("div")]
  .flatMap((each) => (each.shadowRoot ? [...each.shadowRoot.querySelectorAll("h2")] : []))"""
TARGETS = {"choose_median_ms": 150.0, "tick_median_ms": 150.0}


def main() -> None:
    """Measure the three clicks and print the line."""
    with TemporaryDirectory() as name, browser() as chromium:
        database = Path(name) / "tryeza.db"
        event_id = stored_tasks(prepared_application(database))
        with running_app(database) as app:
            page = fresh_page(chromium)
            page.goto(f"{app.address}/tasks?event={event_id}")
            page.locator("li.row").first.wait_for(timeout=PATIENCE * 1000)
            wait_until_still(page)
            answers = measured(Visit(page, app))
    figures = {
        f"{kind}_median_ms": round(median(answer.changed for answer in found), 1) for kind, found in answers.items()
    }
    figures |= {
        f"{kind}_p95_ms": round(p95([answer.changed for answer in found]), 1) for kind, found in answers.items()
    }
    say("task_screen", figures=figures, targets=TARGETS, tasks=TASKS)


def stored_tasks(application: Application) -> str:
    """An event with three hundred tasks of every status but done; answers its id."""
    title, first_day = Text(sq="Konferenca e madhe", en="The large conference"), date.today() + timedelta(days=120)
    event = application.events.create(NewEvent("national-conference", title, first_day))
    made = application.tasks.list_for(event.id)
    copies = [
        replace(made[n % len(made)], id=f"task-{n}", offset_days=n % 160 - 140, owner=OFFICES[n % 5], version=0)
        for n in range(TASKS - len(made))
    ]
    numbered = [
        replace(task, title=Text(f"{n}. {task.title.sq}", f"{n}. {task.title.en}")) for n, task in enumerate(copies)
    ]
    application.tasks.add_many(numbered)
    for status in STATUSES[1::2]:
        ids = [task.id for n, task in enumerate(copies) if STATUSES[n % 4] is status]
        application.task_batches.set_status(event.id, ids, status)
    return event.id


def measured(visit: Visit) -> dict[str, list[Answer]]:
    """The answers to the three clicks. A ticked task leaves its group, so the next one is another."""
    rows = visit.page.locator("li.row")
    count = rows.count()
    found = {"choose": _repeated(lambda turn: visit.choose(rows.nth(turn * 13 % count)))}
    found["tick"] = _repeated(lambda turn: _tick(visit, turn * 7))
    visit.page.locator(".st-key-task_shape").get_by_role("radio").nth(1).click()
    visit.page.locator("li.card").first.wait_for()
    wait_until_still(visit.page)
    found["move"] = _repeated(lambda _turn: _move(visit))
    return found


def _tick(visit: Visit, place: int) -> Answer:
    """Finish a task by its box: after the run its row lies among the finished ones, as the program drew it."""
    row = visit.page.locator("li.row[aria-checked=false]").nth(place % 40)
    identity = row.get_attribute("data-id")
    changed = f"rows().some(row => row.dataset.id === '{identity}' && row.classList.contains('quiet'))"
    return visit.measured("click", changed, row.locator(".check").click)


def _move(visit: Visit) -> Answer:
    """Move the first planned card to the next column by the keys: both columns count anew."""
    card = visit.page.locator("section.column").first.locator("button.open").first
    card.focus()
    before = visit.page.locator("section.column h2").first.inner_text()
    changed = f"{HEADS}.length > 0 && {HEADS}[0].innerText !== {json.dumps(before)}"
    return visit.measured("keydown", changed, lambda: visit.page.keyboard.press("Alt+ArrowRight"))


def _repeated(act: Callable[[int], Answer]) -> list[Answer]:
    return [act(turn) for turn in range(WARM_UP + CLICKS)][WARM_UP:]


if __name__ == "__main__":
    main()
