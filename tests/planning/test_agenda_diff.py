"""What a person who holds the older print must know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.agenda import Agenda, Audience, ItemKind
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_diff import is_same_plan, plan_differences
from facilitation.planning.agenda_edits import with_item_added, with_item_changed, with_item_moved, without_item
from tests.builders import a_contributor, a_guide, a_text, an_agenda, an_event, an_item, minutes

ITEMS = [an_item("a"), an_item("b"), an_item("c", kind=ItemKind.STAFF)]
BEFORE = EventRecord(an_event(day_count=2), an_agenda(days=[ITEMS, [an_item("d")]]), a_guide())


def changed(agenda: Agenda) -> EventRecord:
    return replace(BEFORE, agenda=agenda)


def edited(item_id: str, **fields: object) -> EventRecord:
    item = BEFORE.agenda.item(item_id)
    assert item
    return changed(with_item_changed(BEFORE.agenda, replace(item, **fields)))  # type: ignore[arg-type]


def told(after: EventRecord, reader: Audience = Audience.STAFF) -> list[tuple[str, str, dict[str, object]]]:
    """Code, subject and what the values say beside title, day, start and length of the session itself."""
    shown = ("was", "now", "case", "count")
    return [
        (found.code, found.subject, {key: value for key, value in found.values if key in shown})
        for found in plan_differences(BEFORE, after, reader)
    ]


def test_equal_plans_differ_in_nothing_however_often_they_were_saved() -> None:
    after = replace(BEFORE, agenda=replace(BEFORE.agenda, version=7))

    assert plan_differences(BEFORE, after) == ()
    assert is_same_plan(BEFORE, after)


def test_a_longer_session_is_said_once_and_its_followers_as_one_run() -> None:
    assert told(edited("a", duration=minutes(45))) == [
        ("length", "a", {"was": 30, "now": 45}),
        ("shifted", "b", {"case": "later_run", "count": 2, "was": "09:30", "now": "09:45"}),
    ]


def test_a_shorter_session_lets_the_others_start_earlier() -> None:
    assert told(edited("a", duration=minutes(20)))[1:] == [
        ("shifted", "b", {"case": "earlier_run", "count": 2, "was": "09:30", "now": "09:20"}),
    ]


def test_what_came_stands_at_its_place_and_what_went_last() -> None:
    agenda = without_item(with_item_added(BEFORE.agenda, an_item("new"), day=2), "b")

    assert told(changed(agenda)) == [
        ("added", "new", {}),
        ("shifted", "c", {"case": "earlier", "count": 1, "was": "10:00", "now": "09:30"}),
        ("removed", "b", {}),
    ]


@pytest.mark.parametrize(
    ("fields", "code", "values"),
    [
        ({"title": a_text("New")}, "title", {"was": a_text("a"), "now": a_text("New")}),
        ({"kind": ItemKind.PANEL}, "kind", {"was": "plenary", "now": "panel"}),
        ({"room": "B"}, "room", {"was": "", "now": "B", "case": "first"}),
        ({"speakers": (a_contributor("X"),)}, "speakers", {"was": "", "now": "X", "case": "first"}),
        ({"summary": a_text("More")}, "summary", {}),
        ({"note_takers": (a_contributor("Y"),)}, "note_takers", {"was": "", "now": "Y", "case": "first"}),
        ({"internal_note": "Secret"}, "internal_note", {}),
        ({"audience": Audience.STAFF}, "audience", {"was": "public", "now": "staff"}),
        ({"is_optional": True}, "settings", {}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_changed_field_is_said_with_both_values(fields: dict[str, object], code: str, values: object) -> None:
    assert told(edited("a", **fields)) == [(code, "a", values)]


def test_another_day_is_said_with_both_days() -> None:
    item = BEFORE.agenda.item("b")
    assert item
    agenda = with_item_added(without_item(BEFORE.agenda, "b"), item, day=2)

    assert told(changed(agenda))[0] == ("moved_to_day", "b", {"was": 1, "now": 2})


def test_event_facts_and_day_starts_come_first_and_a_new_date_shifts_no_session() -> None:
    agenda = replace(BEFORE.agenda, days=(replace(BEFORE.agenda.days[0], starts_at=time(8)), BEFORE.agenda.days[1]))
    after = replace(BEFORE, event=an_event(day_count=2, starts_on=date(2027, 6, 7), place="Fier"), agenda=agenda)

    assert told(after) == [
        ("event_date", "", {"was": "2027-05-17", "now": "2027-06-07"}),
        ("event_place", "", {"was": "Elbasan", "now": "Fier"}),
        ("day_start", "", {"was": "09:00", "now": "08:00"}),
        ("shifted", "a", {"case": "earlier_run", "count": 3, "was": "09:00", "now": "08:00"}),
    ]


@pytest.mark.parametrize("fields", [{"internal_note": "Secret"}, {"method_id": "buzz"}, {"is_optional": True}])
def test_what_is_for_the_staff_is_not_told_to_the_public(fields: dict[str, object]) -> None:
    assert told(edited("a", **fields), Audience.PUBLIC) == []
    assert told(edited("c", title=a_text("New")), Audience.PUBLIC) == []


def test_a_session_that_becomes_internal_has_gone_for_the_public() -> None:
    assert told(edited("a", audience=Audience.STAFF), Audience.PUBLIC) == [("removed", "a", {})]


@given(st.integers(0, 2), st.integers(-2, 2))
def test_moving_there_and_back_leaves_no_difference(place: int, by: int) -> None:
    item_id = "abc"[place]
    moved = with_item_moved(BEFORE.agenda, item_id, by=by)
    steps = [item.id for item in moved.days[0].items].index(item_id) - place

    assert plan_differences(BEFORE, changed(with_item_moved(moved, item_id, by=-steps))) == ()
