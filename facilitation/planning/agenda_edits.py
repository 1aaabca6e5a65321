"""Changes to an agenda: each returns a new agenda and leaves the old one as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem
from facilitation.errors import InvalidInput, NotFound, mark

NEW_DAY_STARTS_AT = time(9)


def with_item_added(agenda: Agenda, item: AgendaItem, *, day: int, after_id: str = "") -> Agenda:
    """The item after another one of that day, or at the end of the day.

    Raises ``NotFound`` when the day does not exist or has no item ``after_id``.
    """
    items = list(day_of(agenda, day).items)
    position = position_of(tuple(items), after_id) + 1 if after_id else len(items)
    items.insert(position, item)
    return agenda.with_day(day, tuple(items))


def with_item_changed(agenda: Agenda, item: AgendaItem) -> Agenda:
    """The item with the same id replaced, in its place. Raises ``NotFound``."""
    day, position = place_of(agenda, item.id)
    items = agenda.days[day - 1].items
    return agenda.with_day(day, (*items[:position], item, *items[position + 1 :]))


def without_item(agenda: Agenda, item_id: str) -> Agenda:
    """The agenda without this item. Raises ``NotFound``."""
    day, position = place_of(agenda, item_id)
    items = agenda.days[day - 1].items
    return agenda.with_day(day, (*items[:position], *items[position + 1 :]))


def with_item_moved(agenda: Agenda, item_id: str, *, by: int) -> Agenda:
    """The item so many places later (or earlier, below zero) within its day; it stops at the ends of the day.

    Raises ``NotFound``.
    """
    day, position = place_of(agenda, item_id)
    items = list(agenda.days[day - 1].items)
    item = items.pop(position)
    items.insert(max(0, min(len(items), position + by)), item)
    return agenda.with_day(day, tuple(items))


def with_item_on_day(agenda: Agenda, item_id: str, *, day: int) -> Agenda:
    """The item at the end of another day; on its own day it stays where it is. Raises ``NotFound``."""
    day_of(agenda, day)
    old_day, position = place_of(agenda, item_id)
    if old_day == day:
        return agenda
    item = agenda.days[old_day - 1].items[position]
    return with_item_added(without_item(agenda, item_id), item, day=day)


def with_day_start(agenda: Agenda, day: int, starts_at: time) -> Agenda:
    """The agenda with another start of one day. Raises ``NotFound``."""
    changed = replace(day_of(agenda, day), starts_at=starts_at)
    return replace(agenda, days=(*agenda.days[: day - 1], changed, *agenda.days[day:]))


def with_day_count(agenda: Agenda, count: int) -> Agenda:
    """So many days: empty ones from 09:00 are added, empty ones at the end are dropped.

    Raises ``InvalidInput`` for less than one day and for a day that would be lost with its items.
    """
    if count < 1:
        raise InvalidInput(mark("An event lasts at least one day. Type 1 or more."))
    for number, day in enumerate(agenda.days[count:], start=count + 1):
        if day.items:
            raise InvalidInput(
                mark("Day {day} still has sessions ({count}). Move or remove them, then shorten the event."),
                day=number,
                count=len(day.items),
            )
    added = (AgendaDay(NEW_DAY_STARTS_AT),) * (count - len(agenda.days))
    return replace(agenda, days=agenda.days[:count] + added)


def day_of(agenda: Agenda, day: int) -> AgendaDay:
    """A day by its number (from 1). Raises ``NotFound``."""
    if not 1 <= day <= len(agenda.days):
        raise NotFound(
            mark("The agenda has no day {day}; it has days 1 to {last}. Choose one of them or lengthen the event."),
            day=day,
            last=len(agenda.days),
        )
    return agenda.days[day - 1]


def place_of(agenda: Agenda, item_id: str) -> tuple[int, int]:
    """Day number (from 1) and position (from 0) of an item. Raises ``NotFound``."""
    for number, day in enumerate(agenda.days, start=1):
        for position, item in enumerate(day.items):
            if item.id == item_id:
                return number, position
    raise _item_is_gone()


def item_after(agenda: Agenda, item_id: str) -> AgendaItem | None:
    """The next item of the same day, if there is one. Raises ``NotFound`` for an unknown item."""
    day, position = place_of(agenda, item_id)
    return next(iter(agenda.days[day - 1].items[position + 1 :]), None)


def position_of(items: tuple[AgendaItem, ...], item_id: str) -> int:
    """Where an item stands among the items of its day, from 0. Raises ``NotFound``."""
    for position, item in enumerate(items):
        if item.id == item_id:
            return position
    raise _item_is_gone()


def _item_is_gone() -> NotFound:
    return NotFound(
        mark("This session is no longer in the agenda; somebody may have removed it. Open the agenda again.")
    )
