"""Anything the domain can hold, for property tests: made from the fields' types, so a new field is tested at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from itertools import count
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from facilitation.domain.agenda import Agenda
from facilitation.domain.budget import Budget
from facilitation.domain.cafe import Cafe, CafePlan
from facilitation.domain.event import Event
from facilitation.domain.guide import Guide, GuideSheet
from facilitation.domain.note import Note
from facilitation.domain.person import Participation
from facilitation.domain.proceedings import ProceedingsPlan
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task
from tests.builders import EVENT_ID

_OFFSETS = st.none() | st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    # No NUL and no lone surrogates: nobody can type them, and a database cannot keep them.
    str: st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12),
    int: st.integers(-(2**31), 2**31 - 1),
    Decimal: st.decimals(-(10**9), 10**9, places=2),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: st.dates(),
    time: st.times(),
    timedelta: st.timedeltas(timedelta(days=-9999), timedelta(days=9999)),
    datetime: st.datetimes(timezones=_OFFSETS),
}


def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the domain."""
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{name: anything(hint) for name, hint in hints.items()})
    if get_origin(kind) is tuple:
        return st.lists(anything(get_args(kind)[0]), max_size=3).map(tuple)
    if isinstance(kind, UnionType):
        return st.one_of(*(st.none() if part is type(None) else anything(part) for part in get_args(kind)))
    raise TypeError(kind)


def new(kind: Any) -> st.SearchStrategy[Any]:
    """Things of the event that were never saved."""
    return anything(kind).map(lambda thing: replace(thing, event_id=EVENT_ID, version=0))


def agendas() -> st.SearchStrategy[Agenda]:
    """Agendas whose items have ids of their own."""
    return new(Agenda).map(_with_item_ids)


def guides() -> st.SearchStrategy[Guide]:
    """Guides whose sheets and steps have ids of their own."""
    return new(Guide).map(_with_sheet_ids)


def events() -> st.SearchStrategy[Event]:
    """The event of the builders with anything in it; its objectives have ids of their own."""
    return anything(Event).map(_with_objective_ids)


def records() -> st.SearchStrategy[EventRecord]:
    """Whole events, in the order the stores keep."""
    return st.builds(
        EventRecord,
        event=events(),
        agenda=agendas(),
        guide=guides(),
        tasks=st.lists(new(Task), max_size=3).map(_tasks),
        participations=st.lists(new(Participation), max_size=3).map(_participations),
        cafes=st.lists(new(Cafe), max_size=2).map(_cafes),
        notes=st.lists(new(Note), max_size=3).map(_notes),
        proceedings=new(ProceedingsPlan),
        budget=new(Budget),
    )


def _ids(prefix: str) -> Iterator[str]:
    return (f"{prefix}-{number}" for number in count(1))


def _with_item_ids(agenda: Agenda) -> Agenda:
    ids = _ids("item")
    days = (replace(day, items=tuple(replace(item, id=next(ids)) for item in day.items)) for day in agenda.days)
    return replace(agenda, days=tuple(days))


def _with_sheet_ids(guide: Guide) -> Guide:
    ids = _ids("item")
    return replace(guide, sheets=tuple(_with_step_ids(replace(sheet, item_id=next(ids))) for sheet in guide.sheets))


def _with_step_ids(sheet: GuideSheet) -> GuideSheet:
    ids = _ids("step")
    return replace(sheet, steps=tuple(replace(step, id=next(ids)) for step in sheet.steps))


def _with_objective_ids(event: Event) -> Event:
    ids = _ids("objective")
    objectives = tuple(replace(objective, id=next(ids)) for objective in event.objectives)
    return replace(event, id=EVENT_ID, objectives=objectives, version=0)


def _tasks(tasks: list[Task]) -> tuple[Task, ...]:
    ids = _ids("task")
    return tuple(replace(task, id=next(ids)) for task in sorted(tasks, key=lambda task: task.position))


def _notes(notes: list[Note]) -> tuple[Note, ...]:
    ids = _ids("note")
    return tuple(replace(note, id=next(ids)) for note in sorted(notes, key=lambda note: note.position))


def _cafes(cafes: list[Cafe]) -> tuple[Cafe, ...]:
    ids = _ids("item")
    return tuple(replace(cafe, item_id=next(ids), plans=_plans(cafe)) for cafe in cafes)


def _plans(cafe: Cafe) -> tuple[CafePlan, ...]:
    return tuple(replace(plan, id=f"plan-{number}", number=number) for number, plan in enumerate(cafe.plans, start=1))


def _participations(parts: list[Participation]) -> tuple[Participation, ...]:
    ids = _ids("part")
    return tuple(replace(part, id=(key := next(ids)), person=replace(part.person, id=f"of-{key}")) for part in parts)
