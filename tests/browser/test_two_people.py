"""Two people work on one agenda at the same time."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.doors import Visit
from tests.browser.running_app import RunningApp
from tests.browser.visitor import Visitor

THEIRS, MINE, MINE_TOO = "Titulli i koleges", "Titulli im", "Titulli im i dytë"
ROOM = "Salla e vogël"


def test_the_same_field_shows_both_texts_and_different_fields_are_both_kept(tryeza: RunningApp, visit: Visit) -> None:
    with tryeza.services() as app:
        event = app.events.load_sample("regional-group-south", "sq")
        item = app.events.record(event.id).agenda.days[0].items[3]
    colleague, me = visit(), visit()
    for visitor in (colleague, me):
        visitor.open("/agenda")
        visitor.row(item.title.said_in("sq")).click()
        expect(_title(visitor)).to_have_value(item.title.said_in("sq"))

    colleague.type_into(_title(colleague), THEIRS)
    me.type_into(_title(me), MINE)

    for text in (me._("Saved by somebody else"), THEIRS, me._("Your text"), MINE):
        me.sees(text)
    assert _stored(tryeza, event.id, item.id) == (THEIRS, item.room)

    me.press("Take mine")
    assert _stored(tryeza, event.id, item.id) == (MINE, item.room)
    _choose_or_type(colleague, colleague.field("Room"), ROOM)
    me.type_into(_title(me), MINE_TOO)

    expect(me.page.get_by_text(me._("Saved by somebody else"))).to_have_count(0)
    assert _stored(tryeza, event.id, item.id) == (MINE_TOO, ROOM)


def _title(visitor: Visitor) -> Locator:
    return visitor.page.get_by_label("Titulli (shqip)", exact=True)


def _choose_or_type(visitor: Visitor, field: Locator, text: str) -> None:
    field.fill(text)
    field.press("Enter")
    visitor.wait()


def _stored(tryeza: RunningApp, event_id: str, item_id: str) -> tuple[str, str]:
    with tryeza.services() as app:
        item = app.events.record(event_id).agenda.item(item_id)
    assert item is not None
    return item.title.said_in("sq"), item.room
