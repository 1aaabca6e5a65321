"""A checklist as organisers live with it: given to an office, moved, out to Excel and back, on to the next event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Locator, expect

from facilitation.domain.event import Event
from facilitation.domain.note import NoteKind
from facilitation.domain.task import Task
from facilitation.exchange.checklist_cells import CELLS
from facilitation.exchange.spreadsheet import FIRST_ROW
from facilitation.i18n.formats import day_text
from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor

TITLE = "Komiteti Rajonal, Elbasan"
OFFICE = "Përfaqësuese, Zyra e Punësimit, Elbasan"
TYPED_IN_EXCEL = "Specialiste, Bashkia Elbasan"
PROMISE = "Lista e kontakteve u dërgohet të gjitha zyrave"
FIRST_DAY = date.today() + timedelta(days=60)
LATER_DAY = FIRST_DAY + timedelta(days=21)
DIFFERENCE = "{changed} tasks changed, {new} new, {removed} no longer in the file, {same} the same."


def test_from_the_plan_over_excel_to_the_next_event(tryeza: RunningApp, visit: Visit, tmp_path: Path) -> None:
    visitor = visit()

    _plan(visitor)
    event = _the_event(tryeza)
    given = _give_the_first_role(visitor, tryeza, event)
    moved = _move(visitor, tryeza, event)
    changed = _typed_over(_sent_to_excel(visitor, tmp_path))
    _taken_back(visitor, changed, count=len(moved))
    after = _tasks(tryeza, event)
    made = _next_event(visitor, tryeza, event)

    (typed,) = (task for task in after if task.owner == TYPED_IN_EXCEL)
    assert {task.id for task in after if task.owner == OFFICE} == given - {typed.id}
    assert [task.id for task in after] == [task.id for task in moved]
    (carried,) = (task for task in _tasks(tryeza, made) if task.from_note_id)
    assert PROMISE in carried.title.said_in("sq")
    assert visitor.hosts == {"127.0.0.1"}


def _plan(visitor: Visitor) -> None:
    visitor.open()
    visitor.choose_option(visitor.field("Which kind of event?"), "Komiteti Rajonal, mbledhje")
    visitor.field("Title").fill(TITLE)
    visitor.type_day("First day", FIRST_DAY)
    visitor.press("Make the event")
    visitor.go("Checklist")
    expect(visitor.rows.first).to_be_visible()


def _give_the_first_role(visitor: Visitor, tryeza: RunningApp, event: Event) -> set[str]:
    """Type an office beside the first role; answers the tasks it has now."""
    visitor.switch_to(visitor._("By owner"))
    field = visitor.field("Person or office").first
    field.fill(OFFICE)
    field.press("Enter")
    visitor.wait()
    expect(visitor.field("Person or office").first).to_have_value(OFFICE)

    given = [task for task in _tasks(tryeza, event) if task.owner == OFFICE]
    assert len({task.owner_role for task in given}) == 1
    visitor.switch_to(visitor._("List"))
    return {task.id for task in given}


def _move(visitor: Visitor, tryeza: RunningApp, event: Event) -> Sequence[Task]:
    """Move the event after the list of changes was there; answers its tasks."""
    visitor.take("More", "Move the event")
    dialog = visitor.page.get_by_role("dialog")
    visitor.type_day("New first day", LATER_DAY, dialog)
    visitor.press("Move the event and its tasks", dialog)
    expect(dialog).to_have_count(0)

    assert _the_event(tryeza).starts_on == LATER_DAY
    visitor.sees(day_text(LATER_DAY, "sq", with_year=True, with_weekday=False))
    return _tasks(tryeza, event)


def _sent_to_excel(visitor: Visitor, folder: Path) -> Path:
    visitor.take("More", "Papers and Excel")
    dialog = visitor.page.get_by_role("dialog")
    workbook = visitor.download(dialog.get_by_role("button", name="Shqip").first, folder)
    _close(visitor, dialog)
    assert workbook.name == "checklist.xlsx"
    return workbook


def _typed_over(workbook: Path) -> Path:
    """Another owner in the first row, as somebody types it in Excel."""
    book = load_workbook(workbook)
    book.worksheets[0].cell(FIRST_ROW, CELLS.index("owner") + 1, TYPED_IN_EXCEL)
    book.save(workbook)
    return workbook


def _taken_back(visitor: Visitor, workbook: Path, *, count: int) -> None:
    """The file comes back: its difference is shown, and saved on yes."""
    visitor.take("More", "Take in a checklist")
    dialog = visitor.page.get_by_role("dialog")
    dialog.locator("input[type=file]").set_input_files(workbook)
    difference = visitor._(DIFFERENCE).format(changed=1, new=0, removed=0, same=count - 1)
    expect(dialog.get_by_text(difference)).to_be_visible()
    visitor.wait()
    label = visitor._.plural("Save {count} change", "Save {count} changes", 1).format(count=1)
    dialog.get_by_role("button", name=label).click()
    expect(dialog).to_have_count(0)
    visitor.wait()
    expect(visitor.rows.filter(has_text=TYPED_IN_EXCEL)).to_have_count(1)


def _next_event(visitor: Visitor, tryeza: RunningApp, event: Event) -> Event:
    """A promise is made in the hall; the event becomes part of a series, and the next one carries the promise on."""
    with tryeza.services() as app:
        item = next(item.id for _, item in app.agendas.get(event.id).items())
        app.notes.add(event.id, item, NoteKind.COMMITMENT, PROMISE, owner=OFFICE, due_on=LATER_DAY + timedelta(days=9))
    visitor.go("Series")
    visitor.press("Make a series from this event")
    visitor.press("Next event")
    dialog = visitor.page.get_by_role("dialog")
    expect(dialog.get_by_text(PROMISE)).to_be_visible()
    visitor.press("Make the next event", within=dialog)
    expect(dialog).to_have_count(0)
    with tryeza.services() as app:
        (made,) = (each for each in app.events.list_all() if each.id != event.id)
        assert made.series_id == app.events.get(event.id).series_id
    return made


def _close(visitor: Visitor, dialog: Locator) -> None:
    visitor.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    visitor.wait()


def _the_event(tryeza: RunningApp) -> Event:
    with tryeza.services() as app:
        (event,) = app.events.list_all()
    return event


def _tasks(tryeza: RunningApp, event: Event) -> Sequence[Task]:
    with tryeza.services() as app:
        return app.tasks.list_for(event.id)
