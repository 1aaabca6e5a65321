"""The agenda by hand: rows dragged, edited in place, selected and shifted together, and every step taken back."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Locator, expect

from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor

NEW_TITLE = "Titulli i ndryshuar në vend"
DROP_LINE, GHOST, FORM = "li.drop", ".ghost", "form.edit"


def test_an_agenda_is_worked_on_with_the_mouse(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        event = app.events.load_sample("regional-group-south", "sq")
    visitor = visit()
    visitor.open("/agenda")
    before = visitor.titles()

    _drag(visitor, before[1], before[4], is_given_up=True)
    assert visitor.titles() == before
    _drag(visitor, before[1], before[4])
    _shows(visitor, [before[0], *before[2:5], before[1], *before[5:]])
    assert _stored(tryeza, event.id) == [before[0], *before[2:5], before[1], *before[5:]]
    expect(visitor.page.get_by_role("heading", name=before[1])).to_have_count(0)

    visitor.page.keyboard.press("Control+z")
    _shows(visitor, before)
    visitor.page.keyboard.press("Control+Shift+z")
    _shows(visitor, [before[0], *before[2:5], before[1], *before[5:]])
    visitor.page.keyboard.press("Control+z")
    _shows(visitor, before)

    _edit_in_place(visitor, before[2])
    _shows(visitor, [*before[:2], NEW_TITLE, *before[3:]])
    expect(visitor.row(NEW_TITLE).locator(".trail")).to_have_text("80\u00a0min")

    clocks = _clocks(visitor)
    visitor.row(NEW_TITLE).click(modifiers=["Control"])
    visitor.row(before[4]).click(modifiers=["Shift"])
    expect(visitor.page.locator("li[role=option][aria-checked=true]")).to_have_count(3)
    visitor.sees(visitor._.plural("{count} selected", "{count} selected", 3).format(count=3))
    visitor.type_into(visitor.field("Minutes later (below zero: earlier)"), "25")
    visitor.press("Shift")
    expect(visitor.rows.nth(2).locator(".lead")).not_to_have_text(clocks[2])
    assert _clocks(visitor)[:2] == clocks[:2]
    visitor.press("Undo")
    expect(visitor.rows.nth(2).locator(".lead")).to_have_text(clocks[2])
    assert _clocks(visitor) == clocks


def test_a_wrong_length_stays_in_the_row_with_its_sentence(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        app.events.load_sample("regional-group-south", "sq")
    visitor = visit()
    visitor.open("/agenda")
    title = visitor.titles()[2]
    visitor.row(title).hover()

    visitor.row(title).locator(".pen").click()
    form = visitor.page.locator(FORM)
    form.locator("[name=title]").fill(NEW_TITLE)
    form.locator("[name=amount]").fill("pak")
    form.get_by_role("button", name=visitor._("Save (Enter)")).click()

    expect(form.get_by_role("alert")).to_contain_text("“pak”")
    expect(form.locator("[name=title]")).to_have_value(NEW_TITLE)
    expect(form.locator("[name=amount]")).to_be_focused()
    visitor.page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    assert visitor.titles()[2] == title


def test_a_finger_moves_selects_and_edits(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        app.events.load_sample("regional-group-south", "sq")
    visitor = visit(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    visitor.open("/agenda")
    before = visitor.titles()
    finger = visitor.page.context.new_cdp_session(visitor.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    start, end = _box(visitor.rows.nth(0).locator(".grip")), _box(visitor.rows.nth(2))
    x, top, bottom = start["x"] + 8, start["y"] + start["height"] / 2, end["y"] + end["height"] - 6
    touch("touchStart", (x, top))
    for part in range(1, 7):
        touch("touchMove", (x, top + (bottom - top) * part / 6))
    expect(visitor.page.locator(DROP_LINE)).to_be_visible()
    touch("touchEnd")
    _shows(visitor, [*before[1:3], before[0], *before[3:]])

    title = _box(visitor.rows.nth(1).locator(".title"))
    touch("touchStart", (title["x"] + 20, title["y"] + 10))
    expect(visitor.rows.nth(1)).to_have_attribute("aria-checked", "true")
    touch("touchEnd")
    visitor.sees(visitor._.plural("{count} selected", "{count} selected", 1).format(count=1))
    expect(visitor.page.locator("[aria-selected=true]")).to_have_count(0)

    visitor.rows.nth(1).locator(".pen").tap()
    expect(visitor.page.locator(FORM).locator("[name=title]")).to_have_value(before[2])


def _drag(visitor: Visitor, title: str, below: str, *, is_given_up: bool = False) -> None:
    """Take a row and let it go at the lower edge of another one, or press Escape before."""
    mouse, start, end = visitor.page.mouse, _box(visitor.row(title)), _box(visitor.row(below))
    mouse.move(start["x"] + 200, start["y"] + start["height"] / 2)
    mouse.down()
    mouse.move(start["x"] + 210, start["y"] + start["height"] + 10, steps=3)
    mouse.move(end["x"] + 210, end["y"] + end["height"] - 4, steps=5)
    expect(visitor.page.locator(DROP_LINE)).to_be_visible()
    expect(visitor.page.locator(GHOST)).to_have_text(title)
    if is_given_up:
        visitor.page.keyboard.press("Escape")
    mouse.up()
    expect(visitor.page.locator(DROP_LINE)).to_have_count(0)
    visitor.wait()


def _box(row: Locator) -> dict[str, float]:
    found = row.bounding_box()
    assert found is not None
    return dict(found)  # type: ignore[arg-type]


def _edit_in_place(visitor: Visitor, title: str) -> None:
    """A double click opens the row; both fields are written over and Enter saves them."""
    visitor.row(title).dblclick()
    form = visitor.page.locator(FORM)
    expect(form.locator("[name=title]")).to_be_focused()
    visitor.page.keyboard.type(NEW_TITLE)
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.type("1h20")
    visitor.page.keyboard.press("Enter")
    expect(form).to_have_count(0)


def _shows(visitor: Visitor, titles: Sequence[str]) -> None:
    expect(visitor.page.locator("li[role=option] .title")).to_have_text(list(titles))
    visitor.wait()


def _clocks(visitor: Visitor) -> list[str]:
    visitor.wait()
    return visitor.page.locator("li[role=option] .lead").all_text_contents()


def _stored(tryeza: RunningApp, event_id: str) -> list[str]:
    with tryeza.services() as app:
        return [item.title.said_in("sq") for _day, item in app.events.record(event_id).agenda.items()]
