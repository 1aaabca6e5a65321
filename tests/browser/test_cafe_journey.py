"""The world café from the set-up to the day: groups, a change by hand, thirty who did not come, and the prints."""

from __future__ import annotations

import re
from pathlib import Path

import docx
from playwright.sync_api import Locator, expect

from facilitation.domain.event import Event
from facilitation.services.application import Application
from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor
from tests.pages.screen_words import a_new_event
from tests.services.cafes import cafe_item, guests

PEOPLE, TABLES, MISSING = 108, 12, 30


def test_a_cafe_of_108_people_from_set_up_to_prints(tryeza: RunningApp, visit: Visit, tmp_path: Path) -> None:
    with tryeza.services() as app:
        event = a_new_event(app)
        app.people.save_import(event.id, guests(event, PEOPLE))
        visitor = visit()
        visitor.open("/cafe")

        _make_groups(visitor, app, event)
        _exchange_two(visitor, app, event)
        _mend_for_the_missing(visitor, app, event)
        paper = visitor.download(_print_button(visitor), tmp_path)

        seating = app.cafes.get(event.id, cafe_item(app, event)).seating
    assert seating is not None
    text = _text_of(paper)
    here = {part.person.name for part in guests(event, PEOPLE)[MISSING:]}
    assert {name for name in here if not re.search(rf"\b{name}\b", text)} == set()


def _make_groups(visitor: Visitor, app: Application, event: Event) -> None:
    visitor.sees("108 veta")
    visitor.type_into(visitor.field("Tables"), str(TABLES))
    visitor.sees("108 veta, 12 tryeza, 3 raunde")
    visitor.press("Make the groups")
    visitor.sees("takime të ndryshme")

    cafe = app.cafes.get(event.id, cafe_item(app, event))
    assert cafe.seating is not None
    assert (len(cafe.seating.seated_ids), cafe.seating.broken_rules, cafe.seating.repeated_meetings) == (PEOPLE, 0, 0)


def _exchange_two(visitor: Visitor, app: Application, event: Event) -> None:
    visitor.switch_to(visitor._("By hand"))
    seating = app.cafes.get(event.id, cafe_item(app, event)).seating
    assert seating is not None
    names = {part.id: part.person.name for part in app.people.list_for(event.id)}
    one, other = (names[seating.rounds[0].tables[table][-1]] for table in (0, 1))
    visitor.choose_option(_combobox(visitor, "First person"), f"{one} (tryeza 1)")
    visitor.choose_option(_combobox(visitor, "Second person"), f"{other} (tryeza 2)")
    visitor.sees("Takime të përsëritura: 0 →")
    visitor.press("Exchange the seats")

    changed = app.cafes.get(event.id, cafe_item(app, event)).seating
    assert changed is not None
    ids = {name: person for person, name in names.items()}
    assert [changed.rounds[0].table_of(ids[name]) for name in (one, other)] == [2, 1]


def _mend_for_the_missing(visitor: Visitor, app: Application, event: Event) -> None:
    day = next(number for number, item in app.agendas.get(event.id).items() if item.id == cafe_item(app, event))
    people = app.people.list_for(event.id)
    app.people.mark_attended(event.id, [part.id for part in people[MISSING:]], day, is_present=True)
    visitor.open("/cafe")
    visitor.switch_to(visitor._("Repair"))
    visitor.switch_to(visitor._("From round {number}").format(number=2))
    visitor.sees("karta merren mbrapsht, sepse të zotët mungojnë")
    before = app.cafes.get(event.id, cafe_item(app, event)).seating
    visitor.press("Take the mended plan")

    after = app.cafes.get(event.id, cafe_item(app, event)).seating
    assert before is not None
    assert after is not None
    seated = [{person for table in entry.tables for person in table} for entry in after.rounds]
    assert after.rounds[0] == before.rounds[0]
    assert [len(people) for people in seated] == [PEOPLE, PEOPLE - MISSING, PEOPLE - MISSING]
    assert after.broken_rules == 0


def _combobox(visitor: Visitor, label: str) -> Locator:
    found = visitor.page.get_by_role("combobox", name=visitor._(label))
    expect(found).to_be_visible()
    return found


def _print_button(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("button", name="Shqip").first


def _text_of(path: Path) -> str:
    paper = docx.Document(str(path))
    cells = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in paper.paragraphs), *cells))
