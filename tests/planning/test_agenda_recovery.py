"""Winning back lost time: by example, and never worse than trying everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import groupby, product
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.agenda import Agenda, AgendaItem, ItemKind
from facilitation.errors import NotFound
from facilitation.planning.agenda_recovery import RecoveryPlan, TimeLost, recovery_plan, with_recovery
from facilitation.planning.agenda_recovery_ways import RecoveryChange
from facilitation.planning.agenda_timing import timed_items
from tests.builders import A_MONDAY, NINE, a_method, an_agenda, an_item, minutes

K = ItemKind
METHODS = {"pairs": a_method("pairs", minimum_time=minutes(3))}


def cut(item_id: str, before: int, after: int) -> RecoveryChange:
    return RecoveryChange(item_id, before, after)


def dropped(item_id: str, before: int) -> RecoveryChange:
    return RecoveryChange(item_id, before, 0, is_dropped=True)


def plan_for(items: Sequence[int | AgendaItem], wanted: int, from_id: str = "") -> RecoveryPlan:
    return recovery_plan(an_agenda(items), TimeLost(wanted, from_id=from_id), METHODS)


def flexible(item_id: str, length: int = 60, least: int = 20, **fields: object) -> AgendaItem:
    return an_item(item_id, minutes=length, shortest=minutes(least), **fields)


# By example


def test_two_long_sessions_give_some_before_one_gives_much_and_all_are_told() -> None:
    plan = plan_for([flexible("a"), flexible("b"), flexible("c")], 16)

    assert (plan.won, plan.pain) == (16, 2 * (100 * (8 + 3) + 200 * 64 // 60))
    assert [(change.before, change.after) for change in plan.changes] == [(60, 52), (60, 52)]


def test_a_few_minutes_come_from_one_session() -> None:
    assert plan_for([flexible("a", 90), flexible("b"), flexible("c")], 5).changes == (cut("a", 90, 85),)


@pytest.mark.parametrize(
    ("item", "least"),
    [
        (flexible("said", 60, 45), 45),
        (an_item("by its method", minutes=30, method_id="pairs"), 3),
        (an_item("said and by its method", minutes=30, method_id="pairs", shortest=minutes(25)), 25),
        (an_item("break", minutes=20, kind=K.BREAK), 10),
        (an_item("short break", minutes=5, kind=K.BREAK), 5),
        (an_item("break said shorter", minutes=20, kind=K.BREAK, shortest=minutes(5)), 10),
        (an_item("break said longer", minutes=20, kind=K.BREAK, shortest=minutes(15)), 15),
        (an_item("meal", minutes=60, kind=K.MEAL), 30),
        (an_item("meal said shorter", minutes=60, kind=K.MEAL, shortest=minutes(25)), 25),
        (an_item("nothing said", minutes=40), 40),
        (an_item("unknown method", minutes=40, method_id="gone"), 40),
        (flexible("longer than it is", 20, 50), 20),
        (flexible("nothing at all", 20, 0), 1),
    ],
    ids=lambda value: value.id if isinstance(value, AgendaItem) else "",
)
def test_an_item_is_shortened_down_to_its_least(item: AgendaItem, least: int) -> None:
    plan = plan_for([item, 10], 500)

    assert plan.changes == ((cut(item.id, item.minutes, least),) if least < item.minutes else ())
    assert (plan.won, plan.is_enough) == (item.minutes - least, False)


def test_a_break_gives_only_when_the_sessions_hurt_more() -> None:
    coffee = an_item("coffee", minutes=30, kind=K.BREAK)

    assert plan_for([flexible("a", 30, 5), coffee], 20).changes == (cut("a", 30, 10),)
    assert {change.item_id for change in plan_for([flexible("a", 30, 5), coffee], 25).changes} == {"a", "coffee"}


def test_an_optional_session_is_dropped_where_cutting_hurts_more() -> None:
    optional = an_item("extra", minutes=20, is_optional=True)

    assert plan_for([flexible("a", 90, 30), optional, 30], 20).changes == (cut("a", 90, 70),)
    assert plan_for([flexible("a", 40, 5), optional, 30], 20).changes == (dropped("extra", 20),)


def test_a_pin_ends_the_time_that_can_be_won_and_never_moves() -> None:
    lunch = an_item("lunch", kind=K.MEAL, minutes=60, pinned_start=time(12))
    agenda = an_agenda([flexible("a"), flexible("b", 60, 50), lunch, flexible("c"), 30])

    morning = recovery_plan(agenda, TimeLost(60))
    afternoon = recovery_plan(agenda, TimeLost(20, from_id="lunch"))

    assert (morning.won, morning.until_id) == (50, "lunch")
    assert morning.changes == (cut("a", 60, 20), cut("b", 60, 50))
    assert (afternoon.won, afternoon.until_id) == (20, "")
    assert {change.item_id for change in afternoon.changes} <= {"lunch", "c"}
    pinned = {entry.item.id: entry.starts_at.time() for entry in timed_items(with_recovery(agenda, morning), A_MONDAY)}
    assert pinned["lunch"] == time(12)


def test_nothing_before_the_item_is_touched() -> None:
    plan = plan_for([flexible("a"), flexible("b"), flexible("c")], 100, from_id="b")

    assert plan.changes == (cut("b", 60, 20), cut("c", 60, 20))
    assert plan.won == 80


def test_an_item_in_the_middle_of_parallel_ones_takes_its_whole_block() -> None:
    rooms = [flexible("a", 60, 40, parallel="x"), flexible("b", 50, 20, parallel="x"), flexible("c", 30, parallel="x")]

    assert plan_for([30, *rooms], 20, from_id="b").changes == (cut("a", 60, 40), cut("b", 50, 40))


def test_one_parallel_session_that_cannot_give_holds_the_others() -> None:
    rooms = [an_item("fixed", minutes=60, parallel="x"), flexible("b", 60, parallel="x")]

    assert plan_for([*rooms, 10], 20) == RecoveryPlan(1, 20, 0)


def test_what_only_makes_a_session_wait_for_its_soft_start_wins_nothing() -> None:
    soft = flexible("soft", 60, 50, soft_start=time(10))

    assert plan_for([flexible("a", 65), soft], 30) == RecoveryPlan(
        day=1,
        wanted=30,
        won=15,
        pain=(100 * 8 + 200 * 25 // 65) + (100 * 13 + 200 * 100 // 60),
        changes=(cut("a", 65, 60), cut("soft", 60, 50)),
    )


def test_with_a_dropped_session_its_buffer_and_its_wait_are_won_too() -> None:
    extra = an_item("extra", minutes=20, is_optional=True, soft_start=time(9, 40), buffer_before=minutes(10))

    assert plan_for([30, extra, 30], 25).won == 30


def test_no_time_to_win_and_a_day_without_sessions_change_nothing() -> None:
    assert plan_for([flexible("a")], 0) == RecoveryPlan(1, 0, 0)
    assert plan_for([flexible("a")], -5) == RecoveryPlan(1, 0, 0)
    assert plan_for([], 10) == RecoveryPlan(1, 10, 0)
    assert RecoveryPlan(1, 0, 0).is_enough


def test_an_item_or_day_that_is_not_there_is_said() -> None:
    with pytest.raises(NotFound):
        plan_for([30], 10, from_id="gone")
    with pytest.raises(NotFound):
        recovery_plan(an_agenda([30]), TimeLost(10, day=2))
    with pytest.raises(NotFound):
        with_recovery(an_agenda([30]), RecoveryPlan(1, 10, 10, changes=(cut("gone", 30, 20),)))


def test_another_day_is_left_alone() -> None:
    agenda = an_agenda(days=[[flexible("a")], [flexible("b")]])

    plan = recovery_plan(agenda, TimeLost(10, day=2))

    assert plan.changes == (cut("b", 60, 50),)
    assert with_recovery(agenda, plan).days[0] == agenda.days[0]


def test_a_plan_is_carried_out_with_questions_in_proportion() -> None:
    talk = flexible("talk", 60, questions=minutes(15))
    short = flexible("short", 60, questions=minutes(1))
    plan = RecoveryPlan(1, 60, 60, changes=(cut("talk", 60, 40), cut("short", 60, 20), dropped("extra", 20)))

    agenda = with_recovery(an_agenda([talk, short, an_item("extra", minutes=20), 10]), plan)

    assert [(item.id, item.minutes, item.questions) for _, item in agenda.items()] == [
        ("talk", 40, minutes(10)),
        ("short", 20, minutes(1)),
        ("item-4", 10, minutes(0)),
    ]


def test_blocks_of_one_name_stay_apart_when_all_between_them_is_dropped() -> None:
    extra = an_item("extra", minutes=30, is_optional=True)
    first, second = (an_item(name, parallel="x") for name in ("first", "second"))
    agenda = an_agenda([first, extra, second, 10])

    plan = recovery_plan(agenda, TimeLost(20))

    after = timed_items(with_recovery(agenda, plan), A_MONDAY)
    assert (plan.won, plan.changes) == (30, (dropped("extra", 30),))
    assert [f"{entry.starts_at:%H:%M}" for entry in after] == ["09:00", "09:30", "10:00"]
    assert with_recovery(agenda, RecoveryPlan(1, 0, 0)) == agenda


def test_a_long_day_is_planned_quickly() -> None:
    items = [flexible(f"item-{number}", 45, 15, is_optional=number % 5 == 0) for number in range(20)]
    agenda = an_agenda(items)

    start = perf_counter()
    plan = recovery_plan(agenda, TimeLost(120))

    assert plan.is_enough
    assert perf_counter() - start < 2


# Against trying everything

KINDS = st.sampled_from([K.PLENARY, K.PLENARY, K.WORKING_GROUPS, K.BREAK, K.MEAL])
LENGTHS = {K.BREAK: st.integers(8, 13), K.MEAL: st.integers(28, 32)}
CLOCKS = st.one_of(st.none(), st.none(), st.integers(0, 45).map(lambda minute: time(9, minute)))
BUFFERS = st.sampled_from([0, 0, 3, 5]).map(lambda length: timedelta(minutes=length))


@st.composite
def small_days(draw: st.DrawFn) -> Agenda:
    """A day of up to four items, with everything that makes winning time hard."""
    items: list[AgendaItem] = []
    for number in range(draw(st.integers(1, 4))):
        kind = draw(KINDS)
        length = draw(LENGTHS.get(kind, st.integers(1, 6)))
        is_beside = bool(items) and draw(st.booleans())
        item = an_item(
            f"item-{number}",
            kind=kind,
            minutes=length,
            shortest=draw(st.sampled_from([None, minutes(length - 4), minutes(2), minutes(length)])),
            method_id=draw(st.sampled_from(["", "pairs"])),
            is_optional=draw(st.booleans()),
            soft_start=draw(CLOCKS),
            buffer_before=draw(BUFFERS),
            pinned_start=draw(st.one_of(st.none(), st.none(), CLOCKS)),
            parallel=items[-1].parallel if is_beside else f"block-{number}",
        )
        items.append(item)
    return an_agenda(items)


def blocks(agenda: Agenda) -> list[list[AgendaItem]]:
    return [list(block) for _, block in groupby(agenda.days[0].items, key=lambda item: item.parallel)]


def stretch_of(agenda: Agenda, from_id: str) -> tuple[list[AgendaItem], AgendaItem | None]:
    """The items that may change, and the pin up to which what is won counts."""
    all_blocks = blocks(agenda)
    first = next((place for place, block in enumerate(all_blocks) if from_id in [item.id for item in block]), 0)
    stretch = list(all_blocks[first])
    for block in all_blocks[first + 1 :]:
        pin = next((item for item in block if item.pinned_start), None)
        if pin:
            return stretch, pin
        stretch += block
    return stretch, None


def least(item: AgendaItem) -> int:
    """The least duration as the documentation has it."""
    if item.shortest is not None:
        said = item.shortest // minutes(1)
    elif item.method_id:
        said = 3
    else:
        said = {K.BREAK: 10, K.MEAL: 30}.get(item.kind, item.minutes)
    said = max(said, 10 if item.kind is K.BREAK else 1)
    return min(said, item.minutes)


def pain(item: AgendaItem, left: int | None) -> int:
    """The pain as the documentation has it; ``None`` = dropped."""
    weight = 2 if item.kind in (K.BREAK, K.MEAL) else 1
    if left is None:
        return weight * 100 * (item.minutes + 15)
    gone = item.minutes - left
    return weight * (100 * (gone + 3) + 200 * gone**2 // item.minutes) if gone else 0


def end_before(agenda: Agenda, pin: AgendaItem | None) -> datetime:
    """When all before the pin's block, or the whole day, is over."""
    ends = [datetime.combine(A_MONDAY, NINE)] if not agenda.days[0].items else []
    for entry in timed_items(agenda, A_MONDAY):
        if pin and entry.item.parallel == pin.parallel:
            break
        ends.append(entry.ends_at)
    return max(ends, default=datetime.combine(A_MONDAY, NINE))


def everything(agenda: Agenda, from_id: str) -> Iterator[tuple[int, int]]:
    """The minutes won and the pain of every possible plan."""
    items, pin = stretch_of(agenda, from_id)
    planned = end_before(agenda, pin)
    choices: list[list[int | None]] = []
    for item in items:
        can_go = item.is_optional and item.pinned_start is None
        choices.append([*range(least(item), item.minutes + 1), *([None] if can_go else [])])
    for lefts in product(*choices):
        left = dict(zip([item.id for item in items], lefts, strict=True))
        kept = [
            replace(item, duration=minutes(left[item.id] or 0)) if item.id in left else item
            for item in agenda.days[0].items
            if left.get(item.id, 0) is not None
        ]
        end = end_before(an_agenda(kept), pin)
        yield (planned - end) // minutes(1), sum(map(pain, items, lefts))


@settings(max_examples=150, deadline=None)
@given(small_days(), st.integers(0, 30), st.data())
def test_no_possible_plan_is_better(agenda: Agenda, wanted: int, data: st.DataObject) -> None:
    from_id = data.draw(st.sampled_from(["", *(item.id for _, item in agenda.items())]))

    plan = recovery_plan(agenda, TimeLost(wanted, from_id=from_id), METHODS)

    possible = list(everything(agenda, from_id))
    enough = [cost for won, cost in possible if won >= wanted]
    if enough:
        assert plan.is_enough
        assert plan.pain == min(enough)
    else:
        assert (-plan.won, plan.pain) == min((-won, cost) for won, cost in possible)


@settings(max_examples=150, deadline=None)
@given(small_days(), st.integers(0, 40), st.data())
def test_a_plan_does_what_it_says(agenda: Agenda, wanted: int, data: st.DataObject) -> None:
    from_id = data.draw(st.sampled_from(["", *(item.id for _, item in agenda.items())]))
    items, pin = stretch_of(agenda, from_id)
    before = {item.id: item for _, item in agenda.items()}

    plan = recovery_plan(agenda, TimeLost(wanted, from_id=from_id), METHODS)
    after = with_recovery(agenda, plan)

    kept = {item.id: item for _, item in after.items()}
    assert plan.until_id == (pin.id if pin else "")
    assert plan.won == (end_before(agenda, pin) - end_before(after, pin)) // minutes(1)
    assert plan.pain == sum(
        pain(before[change.item_id], None if change.is_dropped else change.after) for change in plan.changes
    )
    assert {change.item_id for change in plan.changes} <= {item.id for item in items}
    assert set(before) - set(kept) == {change.item_id for change in plan.changes if change.is_dropped}
    for item in kept.values():
        assert least(before[item.id]) <= item.minutes <= before[item.id].minutes
    for entry in timed_items(after, A_MONDAY):
        assert entry.item.pinned_start in (None, entry.starts_at.time())
