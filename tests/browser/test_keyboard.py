"""Without a mouse: reading, opening, moving and ticking rows."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor

MOST_TABS = 40
FOCUSED_ROW = """() => {
  let inner = document.activeElement;
  while (inner?.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
  return inner?.closest("li[role=option]")?.querySelector(".title")?.textContent ?? "";
}"""


def test_the_agenda_can_be_worked_without_a_mouse(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        event = app.events.load_sample("regional-group-south", "sq")
    visitor = visit()
    visitor.open("/agenda")
    before = visitor.titles()

    _tab_to_the_list(visitor.page)
    assert _row_in_focus(visitor.page) == before[0]
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("ArrowDown")
    assert _row_in_focus(visitor.page) == before[2]

    visitor.page.keyboard.press("Alt+ArrowDown")
    moved = [*before[:2], before[3], before[2], *before[4:]]
    _shows(visitor, moved)
    assert _row_in_focus(visitor.page) == before[2]
    with tryeza.services() as app:
        stored = app.events.record(event.id).agenda
        assert [item.title.said_in("sq") for _day, item in stored.items()] == moved

    visitor.page.keyboard.press("Enter")
    expect(visitor.row(before[2])).to_have_attribute("aria-selected", "true")
    expect(visitor.page.get_by_role("heading", name=before[2])).to_be_visible()
    assert _row_in_focus(visitor.page) == before[2]


def test_an_agenda_is_edited_selected_and_undone_by_keys_alone(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        app.events.load_sample("regional-group-south", "sq")
    visitor = visit()
    visitor.open("/agenda")
    page, before = visitor.page, list(visitor.titles())
    _tab_to_the_list(page)

    page.keyboard.press("ArrowDown")
    page.keyboard.press("F2")
    page.keyboard.type("Titull i shkruar me tastierë")
    page.keyboard.press("Enter")
    renamed = [before[0], "Titull i shkruar me tastierë", *before[2:]]
    _shows(visitor, renamed)
    assert _row_in_focus(page) == renamed[1]

    page.keyboard.press("F2")
    page.keyboard.type("Nuk ruhet")
    page.keyboard.press("Escape")
    _shows(visitor, renamed)
    assert _row_in_focus(page) == renamed[1]

    for _ in range(3):
        page.keyboard.press("Alt+ArrowDown")
    moved = [renamed[0], *renamed[2:5], renamed[1], *renamed[5:]]
    _shows(visitor, moved)
    assert _row_in_focus(page) == renamed[1]
    for _ in range(3):
        page.keyboard.press("Control+z")
        visitor.wait()
    _shows(visitor, renamed)
    page.keyboard.press("Control+z")
    _shows(visitor, before)
    page.keyboard.press("Control+Shift+z")
    _shows(visitor, renamed)

    page.keyboard.press("Home")
    page.keyboard.press(" ")
    page.keyboard.press("Shift+ArrowDown")
    expect(page.locator("li[role=option][aria-checked=true]")).to_have_count(2)
    visitor.sees(visitor._.plural("{count} selected", "{count} selected", 2).format(count=2))
    page.keyboard.press("Control+a")
    expect(page.locator("li[role=option][aria-checked=true]")).to_have_count(len(before))
    page.keyboard.press("Escape")
    expect(page.locator("li[role=option][aria-checked=true]")).to_have_count(0)
    visitor.wait()
    assert _row_in_focus(page) == renamed[1]


def test_a_task_is_ticked_with_the_space_bar(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        event = app.events.load_sample("regional-group-south", "sq")
    visitor = visit()
    visitor.open("/tasks")
    title = visitor.titles()[0]

    _tab_to_the_list(visitor.page)
    visitor.page.keyboard.press(" ")

    expect(visitor.row(title)).to_have_attribute("aria-checked", "true")
    with tryeza.services() as app:
        task = next(task for task in app.tasks.list_for(event.id) if task.title.said_in("sq") == title)
        assert task.status == "done"


def _tab_to_the_list(page: Page) -> None:
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if _row_in_focus(page):
            return
    raise AssertionError(f"{MOST_TABS} tabs did not reach the list")


def _row_in_focus(page: Page) -> str:
    return str(page.evaluate(FOCUSED_ROW))


def _shows(visitor: Visitor, titles: list[str]) -> None:
    expect(visitor.page.locator("li[role=option] .title")).to_have_text(titles)
    visitor.wait()
