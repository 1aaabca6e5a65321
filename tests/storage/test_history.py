"""A change remembers only what differs, and can be taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.domain.agenda import Agenda
from facilitation.domain.cafe import Cafe
from facilitation.domain.event import Event
from facilitation.domain.guide import Guide
from facilitation.domain.history import Change
from facilitation.domain.note import Note
from facilitation.domain.person import Participation
from facilitation.domain.proceedings import ProceedingsPlan
from facilitation.domain.task import Task
from facilitation.errors import InvalidInput
from facilitation.storage.history import change_of, made_again, undone
from tests.builders import (
    EVENT_ID,
    a_cafe,
    a_guide,
    a_note,
    a_participation,
    a_sheet,
    a_task,
    a_text,
    an_agenda,
    an_event,
    an_item,
    some_steps,
)
from tests.storage.strategies import agendas, events, guides, new
from tests.storage.whole_event import a_seating

AT = datetime(2027, 1, 8, 9, 15)
PATIENT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def change(before: object | None, after: object | None) -> Change:
    return change_of(before, after, event_id=EVENT_ID, verb="edit", actor="local", at=AT, new_id=lambda: "change-1")


def stored(before: object | None, after: object | None) -> tuple[Any, Any]:
    """What the change keeps of both sides."""
    found = change(before, after)
    return json.loads(found.before or "null"), json.loads(found.after or "null")


def pairs(things: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, Any]]:
    """Two versions of a thing: unrelated ones, and ones that differ in a few members."""
    return st.tuples(things, things) | things.flatmap(lambda thing: st.tuples(st.just(thing), shuffled(thing)))


def shuffled(thing: Any) -> st.SearchStrategy[Any]:
    """The same agenda or guide with members left out and in another order; other things as they are."""
    if isinstance(thing, Agenda) and thing.days:
        items = st.lists(st.sampled_from(thing.days[0].items), unique=True) if thing.days[0].items else st.just([])
        return items.map(lambda chosen: thing.with_day(1, tuple(chosen)))
    if isinstance(thing, Guide) and thing.sheets:
        sheets = st.lists(st.sampled_from(thing.sheets), unique_by=lambda sheet: sheet.item_id)
        return sheets.map(lambda chosen: replace(thing, sheets=tuple(chosen)))
    return st.just(thing)


def assert_undone(before: Any, after: Any) -> None:
    after = replace(after, version=before.version + 1)

    assert undone(after, change(before, after)) == replace(before, version=after.version)


@PATIENT
@given(pair=pairs(agendas()))
def test_any_change_of_an_agenda_can_be_undone(pair: tuple[Agenda, Agenda]) -> None:
    assert_undone(*pair)


@PATIENT
@given(pair=pairs(guides()))
def test_any_change_of_a_guide_can_be_undone(pair: tuple[Guide, Guide]) -> None:
    assert_undone(*pair)


@PATIENT
@given(pair=pairs(new(Task) | events() | new(Note) | new(Participation) | new(Cafe) | new(ProceedingsPlan)))
def test_any_change_of_one_kind_of_thing_can_be_undone(pair: tuple[Any, Any]) -> None:
    before, after = pair
    if type(before) is type(after):
        assert_undone(before, after)


@PATIENT
@given(pair=pairs(agendas() | guides() | events() | new(Task) | new(Note) | new(Cafe)))
def test_what_was_undone_can_be_made_again(pair: tuple[Any, Any]) -> None:
    before, after = pair
    if type(before) is type(after):
        assert made_again(before, change(before, after)) == replace(after, version=before.version)


@PATIENT
@given(thing=new(Task) | events() | agendas() | guides() | new(Participation) | new(Cafe))
def test_making_and_removing_can_be_made_again(thing: Any) -> None:
    made, removed = change(None, thing), change(thing, None)

    assert made_again(None, made) == replace(thing, version=0)
    assert made_again(thing, removed) is None


@PATIENT
@given(thing=new(Task) | events() | agendas() | guides() | new(Participation) | new(Cafe))
def test_what_was_removed_comes_back_as_new_and_what_was_made_goes(thing: Any) -> None:
    comes_back = undone(None, change(replace(thing, version=7), None))
    goes = undone(thing, change(None, thing))

    assert (comes_back, goes) == (thing, None)


@pytest.mark.parametrize(
    ("thing", "subject", "subject_id"),
    [
        (an_event(), "event", EVENT_ID),
        (an_agenda([30]), "agenda", EVENT_ID),
        (a_guide(), "guide", EVENT_ID),
        (a_task(), "task", "task-1"),
        (a_participation(), "participation", "participation-1"),
        (a_cafe(), "cafe", "item-1"),
        (a_note(), "note", "note-1"),
        (ProceedingsPlan(EVENT_ID), "proceedings", EVENT_ID),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_change_names_what_it_is_about(thing: object, subject: str, subject_id: str) -> None:
    found = change(thing, thing)

    assert found == Change("change-1", EVENT_ID, AT, "local", "edit", subject, subject_id, "{}", "{}")


def test_a_change_of_a_task_keeps_only_the_fields_that_differ() -> None:
    before = a_task(title="Book the hall", version=3)
    after = replace(before, pinned_on=date(2027, 4, 1), title=replace(before.title, en="Book a hall"), version=4)

    assert stored(before, after) == (
        {"title": {"en": "Book the hall (en)"}, "pinned_on": None},
        {"title": {"en": "Book a hall"}, "pinned_on": "2027-04-01"},
    )


def test_a_change_of_an_agenda_keeps_only_the_items_that_differ() -> None:
    before = an_agenda(days=[[30, 15], [45]])
    first, second = before.days[0].items
    after = before.with_day(1, (first, replace(second, room="Salla 2")))

    assert stored(before, after) == tuple(
        {"days": {"*members": {"1": {"items": {"*members": {"item-2": {"room": room}}}}}}} for room in ("", "Salla 2")
    )


def test_a_move_within_the_day_keeps_only_the_order() -> None:
    before = an_agenda([30, 15])
    after = before.with_day(1, before.days[0].items[::-1])

    assert stored(before, after) == tuple(
        {"days": {"*members": {"1": {"items": {"*members": {}, "*order": order}}}}}
        for order in (["item-1", "item-2"], ["item-2", "item-1"])
    )


def test_undoing_a_change_of_one_item_leaves_what_others_did_since() -> None:
    before = an_agenda([an_item("a"), an_item("b")])
    a, b = before.days[0].items
    mine = before.with_day(1, (replace(a, room="Salla 1"), b))
    since = mine.with_day(1, (replace(b, room="Salla 2"), an_item("c"), replace(mine.days[0].items[0], parallel="x")))

    now = undone(replace(since, version=9), change(before, mine))

    assert now == replace(
        before.with_day(1, (replace(b, room="Salla 2"), an_item("c"), replace(a, parallel="x"))), version=9
    )


def test_undoing_a_removal_puts_the_item_back_beside_newer_ones() -> None:
    before = an_agenda([an_item("a"), an_item("b"), an_item("c")])
    a, b, c = before.days[0].items
    mine = before.with_day(1, (a, c))
    since = mine.with_day(1, (a, c, an_item("new")))

    assert undone(since, change(before, mine)) == before.with_day(1, (a, b, c, an_item("new")))


def test_undoing_a_move_to_another_day_takes_the_item_back() -> None:
    before = an_agenda(days=[[30, 15], [45]])
    first, second = before.days[0].items
    (third,) = before.days[1].items
    after = before.with_day(1, (first,)).with_day(2, (third, second))

    assert undone(after, change(before, after)) == before


def test_undoing_a_step_leaves_the_other_steps_alone() -> None:
    before = a_guide(a_sheet("item-1", steps=some_steps(10, 20)), a_sheet("item-2"))
    sheet, other = before.sheets
    one, two = sheet.steps
    mine = replace(before, sheets=(replace(sheet, steps=(replace(one, what=a_text("Mine")), two)), other))
    since = replace(mine, sheets=(replace(mine.sheets[0], purpose=a_text("Theirs")), other))

    assert undone(since, change(before, mine)) == replace(
        before, sheets=(replace(sheet, purpose=a_text("Theirs")), other)
    )


def test_undoing_a_part_of_a_seating_that_is_gone_is_refused() -> None:
    before = a_cafe(seating=a_seating())
    after = a_cafe(seating=replace(a_seating(), seed=8))

    with pytest.raises(InvalidInput, match="cannot be undone any more"):
        undone(a_cafe(), change(before, after))


def test_undoing_a_change_of_something_that_is_gone_is_refused() -> None:
    with pytest.raises(InvalidInput, match="cannot be undone any more"):
        undone(None, change(a_note(text="A"), a_note(text="B")))


def test_no_history_is_kept_of_nothing() -> None:
    with pytest.raises(ValueError, match="NoneType"):
        change(None, None)


def test_events_keep_their_objectives_by_id() -> None:
    before: Event = an_event(objectives=["a", "b"])
    after = replace(before, objectives=before.objectives[:1])

    assert undone(after, change(before, after)) == before
