"""The checklist by hand: cards moved by mouse, keys and menu; rows selected; points; all of it without a mouse too."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Locator, expect

from facilitation.domain.event import Event
from facilitation.domain.task import Task, TaskStatus
from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor

FOCUSED = """() => {
  let inner = document.activeElement;
  while (inner?.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
  return inner?.closest("li")?.querySelector(".title")?.textContent ?? inner?.textContent ?? "";
}"""


def test_cards_are_moved_by_mouse_keys_and_menu(tryeza: RunningApp, visit: Visit) -> None:
    event = _four_tasks(tryeza)
    visitor = visit()
    visitor.open("/tasks")
    visitor.switch_to(visitor._("Board"))
    page = visitor.page
    first, second, third, _fourth = (task.title.said_in("sq") for task in _tasks(tryeza, event))

    _drag(visitor, _card(visitor, first), _column(visitor, "in_progress"))
    expect(_cards(visitor, "in_progress")).to_have_text([first])
    assert _status(tryeza, event, first) is TaskStatus.IN_PROGRESS
    expect(page.get_by_role("heading", name=first)).to_have_count(0)

    _card(visitor, second).focus()
    page.keyboard.press("Alt+ArrowRight")
    expect(_cards(visitor, "in_progress")).to_have_count(2)
    visitor.wait()
    assert page.evaluate(FOCUSED) == second
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(FOCUSED) in (third, _fourth)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+z")
    expect(_cards(visitor, "in_progress")).to_have_text([first])
    visitor.wait()

    _card(visitor, third).locator("xpath=..").locator(".more").click()
    page.get_by_role("menuitem", name=visitor._("Blocked")).click()
    visitor.wait()
    expect(_cards(visitor, "blocked")).to_have_text([third])
    visitor.type_into(visitor.field("What blocks it"), "Pritet mikpritësi")
    expect(_column(visitor, "blocked").locator(".remark")).to_contain_text("Pritet mikpritësi")
    blocked = _stored(tryeza, event, third)
    assert (blocked.status, blocked.blocked_by) == (TaskStatus.BLOCKED, "Pritet mikpritësi")

    _card(visitor, third).focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name=third)).to_have_count(0)
    visitor.wait()
    assert page.evaluate(FOCUSED) == third
    page.keyboard.press("m")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == third


def test_tasks_are_opened_closed_ticked_and_selected_by_keys_alone(tryeza: RunningApp, visit: Visit) -> None:
    event = _four_tasks(tryeza)
    visitor = visit()
    visitor.open("/tasks")
    page, before = visitor.page, list(visitor.titles())
    visitor.rows.first.focus()

    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=before[0])).to_be_visible()
    visitor.wait()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name=before[0])).to_have_count(0)
    visitor.wait()
    assert page.evaluate(FOCUSED) == before[0]

    page.keyboard.press(" ")
    expect(visitor.row(before[0])).to_have_attribute("aria-checked", "true")
    visitor.wait()
    assert _status(tryeza, event, before[0]) is TaskStatus.DONE

    visitor.row(before[1]).focus()
    page.keyboard.press("Control+ ")
    page.keyboard.press("Shift+ArrowDown")
    expect(page.locator("li[role=option][aria-checked=true]")).to_have_count(2)
    visitor.wait()
    page.keyboard.press(" ")
    expect(page.locator("li[role=option][aria-checked=true]")).to_have_count(1)
    visitor.sees(visitor._.plural("{count} selected", "{count} selected", 1).format(count=1))
    assert _status(tryeza, event, before[2]) is TaskStatus.PLANNED

    visitor.press("Status")
    page.get_by_role("menuitem", name=visitor._("In progress")).click()
    visitor.wait()
    assert _status(tryeza, event, before[1]) is TaskStatus.IN_PROGRESS
    visitor.sees(visitor._.plural("{count} task was changed.", "{count} tasks were changed.", 1).format(count=1))
    page.keyboard.press("Control+z")
    visitor.wait()
    assert _status(tryeza, event, before[1]) is TaskStatus.PLANNED
    visitor.row(before[1]).focus()
    page.keyboard.press("Escape")
    expect(visitor.row(before[0])).to_have_attribute("aria-checked", "true")
    expect(page.locator("li[role=option][aria-checked=true]")).to_have_count(1)


def test_what_is_ticked_in_one_breath_is_all_saved(tryeza: RunningApp, visit: Visit) -> None:
    event = _four_tasks(tryeza)
    visitor = visit()
    visitor.open("/tasks")
    titles = list(visitor.titles())

    visitor.rows.evaluate_all("(rows) => rows.forEach((row) => row.querySelector('.check').click())")

    def done() -> set[str]:
        tasks = _tasks(tryeza, event)
        return {task.title.said_in("sq") for task in tasks if task.status is TaskStatus.DONE}

    visitor.until(lambda: len(done()) == len(titles))
    assert done() == set(titles)
    expect(visitor.page.get_by_test_id("stToast").filter(has_text=visitor._("Saved."))).to_have_count(1)
    visitor.wait()
    visitor.press("Undo")
    expect(visitor.page.locator("li[role=option][aria-checked=true]")).to_have_count(3)
    assert len(done()) == 3


def test_points_are_written_ticked_moved_and_removed_where_they_stand(tryeza: RunningApp, visit: Visit) -> None:
    event = _four_tasks(tryeza)
    visitor = visit()
    visitor.open("/tasks")
    title, page = visitor.titles()[0], visitor.page
    visitor.rows.first.click()
    visitor.wait()

    for words in ("Një", "Dy", "Tre"):
        field = visitor.field("New point")
        field.fill(words)
        field.press("Enter")
        expect(_points(visitor).last).to_contain_text(words)
        visitor.wait()
    _points(visitor).nth(2).focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(_points(visitor).locator(".title")).to_have_text(["Një", "Tre", "Dy"])
    visitor.wait()
    page.keyboard.press(" ")
    visitor.wait()
    page.keyboard.press("F2")
    page.keyboard.type("Tri")
    page.keyboard.press("Enter")
    visitor.wait()
    page.keyboard.press("Home")
    page.keyboard.press("Delete")
    expect(_points(visitor).locator(".title")).to_have_text(["Tri", "Dy"])
    visitor.wait()

    assert [(point.text, point.is_done) for point in _stored(tryeza, event, title).points] == [
        ("Tri", True),
        ("Dy", False),
    ]
    expect(visitor.row(title).locator(".facts")).to_contain_text("1 nga 2")


def test_a_cell_of_the_grid_is_typed_over_and_taken_back(tryeza: RunningApp, visit: Visit) -> None:
    event = _four_tasks(tryeza)
    visitor = visit()
    visitor.open("/tasks")
    visitor.switch_to(visitor._("Grid"))
    page, canvas = visitor.page, visitor.page.get_by_test_id("data-grid-canvas")
    before = [task.title.said_in("sq") for task in _tasks(tryeza, event)]

    def write(place: int, words: str) -> None:
        box = canvas.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 150, box["y"] + 35 * place + 17)
        page.wait_for_timeout(400)
        page.keyboard.type(words, delay=40)
        page.keyboard.press("Enter")
        visitor.wait()

    def new_titles() -> set[str]:
        return {task.title.said_in("sq") for task in _tasks(tryeza, event)} - set(before)

    write(1, "Titulli i parë i ri")
    write(2, "Titulli i dytë i ri")
    visitor.until(lambda: len(new_titles()) == 2)
    assert new_titles() == {"Titulli i parë i ri", "Titulli i dytë i ri"}
    visitor.press("Undo")
    assert new_titles() == {"Titulli i parë i ri"}
    write(3, "Titulli i tretë i ri")
    visitor.until(lambda: len(new_titles()) == 2)

    assert new_titles() == {"Titulli i parë i ri", "Titulli i tretë i ri"}


def _four_tasks(tryeza: RunningApp) -> Event:
    """The sample that is being prepared, with four open tasks on its list."""
    with tryeza.services() as app:
        event = app.events.load_sample("regional-group-south", "sq")
        tasks = app.tasks.list_for(event.id)
        app.task_batches.remove(event.id, [task.id for task in tasks[4:]])
        app.task_batches.set_status(event.id, [task.id for task in tasks], TaskStatus.PLANNED)
    return event


def _tasks(tryeza: RunningApp, event: Event) -> Sequence[Task]:
    with tryeza.services() as app:
        return app.tasks.list_for(event.id)


def _stored(tryeza: RunningApp, event: Event, title: str) -> Task:
    return next(task for task in _tasks(tryeza, event) if task.title.said_in("sq") == title)


def _status(tryeza: RunningApp, event: Event, title: str) -> TaskStatus:
    return _stored(tryeza, event, title).status


def _column(visitor: Visitor, key: str) -> Locator:
    return visitor.page.locator(f"section.column[data-key={key}]")


def _cards(visitor: Visitor, key: str) -> Locator:
    return _column(visitor, key).locator(".title")


def _card(visitor: Visitor, title: str) -> Locator:
    return visitor.page.locator("button.open").filter(has_text=title)


def _points(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("listbox", name=visitor._("Points")).locator("li[role=option]")


def _drag(visitor: Visitor, card: Locator, column: Locator) -> None:
    """Take a card and let it go over another column."""
    mouse, start, end = visitor.page.mouse, card.bounding_box(), column.bounding_box()
    assert start is not None
    assert end is not None
    mouse.move(start["x"] + 30, start["y"] + 15)
    mouse.down()
    mouse.move(start["x"] + 60, start["y"] + 25, steps=3)
    mouse.move(end["x"] + end["width"] / 2, end["y"] + 60, steps=5)
    expect(visitor.page.locator(".ghost")).to_be_visible()
    mouse.up()
    expect(visitor.page.locator(".ghost")).to_have_count(0)
    visitor.wait()
