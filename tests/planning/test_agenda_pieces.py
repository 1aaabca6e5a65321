"""Sessions doubled, divided and joined, and days copied, with their pages of the guide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.domain.agenda import AgendaItem, Attribution, Audience, CustomValue, ItemKind
from facilitation.domain.guide import GuideSheet, Step
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound
from facilitation.planning.agenda_pieces import (
    Plan,
    with_day_copied,
    with_item_divided,
    with_item_joined,
    with_item_twice,
)
from tests.builders import (
    a_contributor,
    a_guide,
    a_material,
    a_sheet,
    a_text,
    an_agenda,
    an_item,
    counted_ids,
    minutes,
    some_steps,
)


def a_plan(*items: int | AgendaItem, sheets: tuple[GuideSheet, ...] = (), **fields: Any) -> Plan:
    return Plan(an_agenda(items, **fields), a_guide(*sheets))


def day(plan: Plan, number: int = 1) -> tuple[AgendaItem, ...]:
    return plan.agenda.days[number - 1].items


def divided(plan: Plan, at: float, item_id: str = "item-1") -> Plan:
    return with_item_divided(plan, item_id, at=minutes(at), new_id=counted_ids("new"))


RICH = an_item(
    "item-1",
    minutes=60,
    pinned_start=time(10),
    soft_start=time(9, 30),
    buffer_before=minutes(5),
    room="Salla 1",
    method_id="pairs",
    questions=minutes(20),
    speakers=(a_contributor("A"),),
    facilitators=(a_contributor("B"),),
    objectives=["goal"],
    attribution=Attribution.SECTOR,
    audience=Audience.PARTICIPANTS,
    summary=a_text("About"),
    internal_note="Mikrofoni",
    is_optional=True,
    shortest=minutes(40),
    people=25,
    custom=(CustomValue("field", "x"),),
)


def test_a_doubled_session_keeps_everything_but_its_ids() -> None:
    sheet = a_sheet("item-1", purpose=a_text("Why"), steps=some_steps(20, 40), materials=(a_material(),))
    plan = a_plan(RICH, 30, sheets=(sheet,))

    doubled = with_item_twice(plan, "item-1", counted_ids("new"))

    first, last = day(plan)
    assert day(doubled) == (first, replace(first, id="new-1"), last)
    one, two = sheet.steps
    copy = replace(sheet, item_id="new-1", steps=(replace(one, id="new-2"), replace(two, id="new-3")))
    assert doubled.guide == replace(plan.guide, sheets=(sheet, copy))


def test_a_session_without_a_page_is_doubled_without_one() -> None:
    assert with_item_twice(a_plan(30), "item-1", counted_ids()).guide == a_guide()


def test_a_divided_session_is_two_in_a_row_with_what_both_need() -> None:
    first, second, last = day(divided(a_plan(RICH, 30), 45))

    assert first == replace(
        RICH,
        title=Text(sq="item-1 (sq) (1)", en="item-1 (en) (1)"),
        duration=minutes(45),
        questions=minutes(5),
        shortest=minutes(30),
    )
    assert second == replace(
        RICH,
        id="new-1",
        title=Text(sq="item-1 (sq) (2)", en="item-1 (en) (2)"),
        duration=minutes(15),
        questions=minutes(15),
        shortest=minutes(10),
        pinned_start=None,
        soft_start=None,
        buffer_before=timedelta(),
    )
    assert last.id == "item-2"


def test_a_title_in_one_language_stays_in_one_language() -> None:
    plan = a_plan(an_item(title=Text(sq="Hapja")))

    assert [item.title for item in day(divided(plan, 10))] == [Text(sq="Hapja (1)"), Text(sq="Hapja (2)")]


def test_the_page_is_divided_at_the_same_minute_and_through_a_step() -> None:
    sheet = a_sheet("item-1", purpose=a_text("Why"), steps=some_steps(10, 20, 30), materials=(a_material(),))

    guide = divided(a_plan(60, sheets=(sheet,)), 15).guide

    one, two, three = sheet.steps
    assert guide.sheets == (
        replace(sheet, steps=(one, replace(two, duration=minutes(5)))),
        replace(sheet, item_id="new-1", steps=(replace(two, id="new-2", duration=minutes(15)), three), materials=()),
    )


def test_steps_shorter_than_the_session_leave_the_second_page_without_steps() -> None:
    sheet = a_sheet("item-1", steps=some_steps(10))

    guide = divided(a_plan(60, sheets=(sheet,)), 30).guide

    assert guide.sheets == (sheet,)


@pytest.mark.parametrize("at", [0, 60, 90, -5])
def test_a_session_is_divided_only_within_its_length(at: int) -> None:
    with pytest.raises(InvalidInput) as refused:
        divided(a_plan(60), at)

    assert refused.value.values == {"title": a_text("item-1"), "minutes": 60, "most": 59}


def test_parallel_sessions_are_neither_divided_nor_joined() -> None:
    plan = a_plan(an_item("a", parallel="p"), an_item("b", parallel="p"), 30)

    with pytest.raises(InvalidInput, match="beside another"):
        divided(plan, 10, "a")
    with pytest.raises(InvalidInput, match="beside another"):
        with_item_joined(plan, "b")


@given(length=st.integers(2, 240), steps=st.lists(st.integers(1, 60), max_size=6), data=st.data())
def test_dividing_and_joining_gives_the_minutes_and_the_title_back(
    length: int, steps: list[int], data: st.DataObject
) -> None:
    item = replace(RICH, duration=minutes(length), questions=minutes(data.draw(st.integers(0, length))), shortest=None)
    plan = a_plan(item, 30, sheets=(a_sheet("item-1", steps=some_steps(*steps)),))

    halves = divided(plan, data.draw(st.integers(1, length - 1)))
    whole = with_item_joined(halves, "item-1")

    assert whole.agenda == plan.agenda
    assert _lengths(whole.guide.sheet("item-1").steps) == _lengths(plan.guide.sheet("item-1").steps)
    both = (*halves.guide.sheet("item-1").steps, *halves.guide.sheet(day(halves)[1].id).steps)
    assert sum(step.minutes for step in both) == sum(steps)


def _lengths(steps: tuple[Step, ...]) -> dict[str, int]:
    """Minutes by what happens: a step that was cut counts as one."""
    found: dict[str, int] = {}
    for step in steps:
        found[step.what.sq] = found.get(step.what.sq, 0) + step.minutes
    return found


def test_joined_sessions_have_the_people_minutes_and_texts_of_both() -> None:
    second = an_item(
        "item-2",
        title=Text(sq="Panel"),
        minutes=30,
        pinned_start=time(12),
        room="Salla 2",
        method_id="other",
        questions=minutes(10),
        shortest=minutes(15),
        speakers=(a_contributor("A"), a_contributor("C")),
        note_takers=(a_contributor("D"),),
        objectives=["goal", "second"],
        attribution=Attribution.ROLE,
        audience=Audience.STAFF,
        summary=Text(sq="Tjetra"),
        internal_note="Karriget",
        people=40,
        custom=(CustomValue("field", "y"), CustomValue("more", "z")),
    )

    (joined,) = day(with_item_joined(a_plan(RICH, second), "item-1"))

    assert joined == replace(
        RICH,
        title=Text(sq="item-1 (sq) – Panel", en="item-1 (en) – Panel"),
        duration=minutes(90),
        questions=minutes(30),
        shortest=minutes(55),
        speakers=(a_contributor("A"), a_contributor("C")),
        note_takers=(a_contributor("D"),),
        objective_ids=("goal", "second"),
        audience=Audience.STAFF,
        summary=Text(sq="About (sq)\nTjetra", en="About (en)\nTjetra"),
        internal_note="Mikrofoni\nKarriget",
        is_optional=False,
        people=40,
        custom=(CustomValue("field", "x"), CustomValue("more", "z")),
    )


def test_a_joined_session_takes_from_the_second_what_the_first_lacks() -> None:
    second = an_item("item-2", room="Salla 2", method_id="pairs", people=40)

    (joined,) = day(with_item_joined(a_plan(30, second), "item-1"))

    assert (joined.room, joined.method_id, joined.people, joined.shortest) == ("Salla 2", "pairs", 0, None)


def test_the_pages_of_joined_sessions_become_one() -> None:
    first = a_sheet("item-1", purpose=a_text("Why"), steps=some_steps(10), materials=(a_material("Pen"),))
    step = Step("late", minutes(5), a_text("Then"))
    second = a_sheet("item-2", purpose=a_text("Why"), risks=a_text("Late"), steps=(step,), materials=(a_material(),))

    guide = with_item_joined(a_plan(30, 15, sheets=(second, first)), "item-1").guide

    assert guide.sheets == (
        replace(first, risks=a_text("Late"), steps=(*first.steps, step), materials=(a_material("Pen"), a_material())),
    )


@pytest.mark.parametrize("kinds", [(ItemKind.STAFF, ItemKind.PANEL), (ItemKind.PANEL, ItemKind.STAFF)])
def test_a_session_of_the_staff_is_not_joined_to_a_public_one(kinds: tuple[ItemKind, ItemKind]) -> None:
    plan = a_plan(*(an_item(f"item-{n}", kind=kind) for n, kind in enumerate(kinds, start=1)))

    with pytest.raises(InvalidInput, match="for the staff alone"):
        with_item_joined(plan, "item-1")


def test_the_last_session_of_a_day_has_none_to_be_joined_with() -> None:
    with pytest.raises(InvalidInput, match="the last session of its day"):
        with_item_joined(Plan(an_agenda(days=[[30], [20]]), a_guide()), "item-1")


def two_days() -> Plan:
    first = [an_item("a", parallel="p"), an_item("b", parallel="p"), an_item("c")]
    agenda = an_agenda(days=[first, [an_item("d")]])
    agenda = replace(agenda, days=(replace(agenda.days[0], starts_at=time(8, 30)), agenda.days[1]))
    return Plan(agenda, a_guide(a_sheet("c", steps=some_steps(10))))


def test_a_copied_day_stands_behind_what_the_other_day_has() -> None:
    plan = two_days()

    copied = with_day_copied(plan, 1, to=2, is_replacing=False, new_id=counted_ids("new"))

    a, b, c = day(copied, 2)[1:]
    assert [replace(item, id="", parallel="") for item in (a, b, c)] == [
        replace(item, id="", parallel="") for item in day(plan)
    ]
    assert a.parallel == b.parallel not in ("", "p")
    assert c.parallel == ""
    assert (day(copied, 2)[0], copied.agenda.days[0], copied.agenda.days[1].starts_at) == (
        *day(plan, 2),
        plan.agenda.days[0],
        time(9),
    )
    assert [step.minutes for step in copied.guide.sheet(c.id).steps] == [10]
    assert len({item.id for _, item in copied.agenda.items()}) == 7


def test_a_replaced_day_has_only_the_copies_and_the_same_start() -> None:
    copied = with_day_copied(two_days(), 1, to=2, is_replacing=True, new_id=counted_ids("new"))

    assert len(day(copied, 2)) == 3
    assert copied.agenda.days[1].starts_at == time(8, 30)


def test_a_day_is_not_copied_onto_itself() -> None:
    with pytest.raises(InvalidInput, match="onto itself"):
        with_day_copied(two_days(), 1, to=1, is_replacing=True, new_id=counted_ids())


def test_unknown_sessions_and_days_are_not_found() -> None:
    plan = two_days()
    edits: list[Callable[[], object]] = [
        lambda: with_item_twice(plan, "gone", counted_ids()),
        lambda: divided(plan, 5, "gone"),
        lambda: with_item_joined(plan, "gone"),
        lambda: with_day_copied(plan, 1, to=3, is_replacing=False, new_id=counted_ids()),
        lambda: with_day_copied(plan, 3, to=1, is_replacing=False, new_id=counted_ids()),
    ]
    for edit in edits:
        with pytest.raises(NotFound):
            edit()
