"""Several items of an agenda changed in one stroke: moved, shifted in time, removed, or given the same fields."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem
from facilitation.errors import InvalidInput, mark
from facilitation.planning.agenda_edits import day_of, place_of, position_of, with_day_start, with_item_changed
from facilitation.planning.agenda_timing import ANY_DATE, moment_of, parallel_blocks, timed_items

CANNOT_START_EARLIER = mark(
    "“{title}” follows right after the session before it, so it cannot start earlier. Shorten the one before, or select"
    " it too."
)
OFF_THE_DAY = mark("With {minutes} minutes, a start at {clock} would fall on another day. Give fewer minutes.")
Ids = Collection[str]


def with_items_placed(agenda: Agenda, item_ids: Ids, *, day: int, before_id: str = "") -> Agenda:
    """The items, in the order they have, before another one of that day or at its end.

    An item to stand before that is itself among them gives way to the next one that is not. Raises ``NotFound`` for
    an unknown day or item, and where ``before_id`` is not on that day.
    """
    target = day_of(agenda, day)
    moved = _chosen(agenda, item_ids)
    at = _first_kept(target, item_ids, before_id) if before_id else ""
    days = [tuple(item for item in each.items if item.id not in item_ids) for each in agenda.days]
    kept = days[day - 1]
    position = next((place for place, item in enumerate(kept) if item.id == at), len(kept))
    days[day - 1] = (*kept[:position], *moved, *kept[position:])
    return _with_days(agenda, days)


def with_items_inserted(
    agenda: Agenda, items: Sequence[AgendaItem], *, day: int, after_id: str = "", starts_at: time | None = None
) -> Agenda:
    """New items after another one of that day, or at its end.

    ``starts_at`` is when the first of them is to start: that starts an empty day, and pins the item where the time does
    not follow from what stands before. Raises ``NotFound``.
    """
    target = day_of(agenda, day).items
    position = position_of(target, after_id) + 1 if after_id else len(target)
    inserted = agenda.with_day(day, (*target[:position], *items, *target[position:]))
    if starts_at is None or not items:
        return inserted
    if not target:
        return with_day_start(inserted, day, starts_at)
    follows_at = next(timed.starts_at for timed in timed_items(inserted, ANY_DATE) if timed.item.id == items[0].id)
    if follows_at.time() == starts_at:
        return inserted
    return with_item_changed(inserted, replace(items[0], pinned_start=starts_at))


def without_items(agenda: Agenda, item_ids: Ids) -> Agenda:
    """The agenda without these items. Raises ``NotFound``."""
    _chosen(agenda, item_ids)
    return _with_days(agenda, [tuple(item for item in day.items if item.id not in item_ids) for day in agenda.days])


def with_items_changed(agenda: Agenda, item_ids: Ids, **facts: Any) -> Agenda:
    """The same fields of all these items set to the same values. Raises ``NotFound``."""
    _chosen(agenda, item_ids)
    days = [tuple(replace(item, **facts) if item.id in item_ids else item for item in day.items) for day in agenda.days]
    return _with_days(agenda, days)


def with_items_shifted(agenda: Agenda, item_ids: Ids, *, by: timedelta) -> Agenda:
    """The items so much later, or earlier below zero.

    Pinned and earliest starts move with them. An item without either that follows a chosen one moves by itself; the
    first of a day moves the start of the day; any other is given an earliest start, so that a gap opens before it.
    Items that were not chosen follow as they always do: pinned ones stay. Raises ``NotFound``; ``InvalidInput`` where
    an item cannot start earlier because of the one before it, and where a start would leave its day.
    """
    _chosen(agenda, item_ids)
    starts = {timed.item.id: timed.starts_at.time() for timed in timed_items(agenda, ANY_DATE)}
    days = (_shifted_day(day, item_ids, by, starts) for day in agenda.days)
    return replace(agenda, days=tuple(days))


def _shifted_day(day: AgendaDay, item_ids: Ids, by: timedelta, starts: dict[str, time]) -> AgendaDay:
    blocks = list(parallel_blocks(day.items))
    shifted: list[AgendaItem] = []
    day_starts_at = day.starts_at
    for before, block in zip((None, *blocks), blocks, strict=False):
        pushed = _to_push(block, item_ids)
        if pushed and before is None:
            day_starts_at, pushed = _moved(day.starts_at, by, day), None
        elif pushed and all(item.id in item_ids for item in before or ()):
            pushed = None
        shifted += (_shifted(item, item_ids, by, day) for item in block)
        if pushed:
            shifted[-len(block) + block.index(pushed)] = _pushed(pushed, by, starts[pushed.id], day)
    return AgendaDay(day_starts_at, tuple(shifted))


def _to_push(block: tuple[AgendaItem, ...], item_ids: Ids) -> AgendaItem | None:
    """The first chosen item of a block in which no chosen one has a start of its own."""
    chosen = [item for item in block if item.id in item_ids]
    has_start = any(item.pinned_start or item.soft_start for item in chosen)
    return None if has_start else next(iter(chosen), None)


def _shifted(item: AgendaItem, item_ids: Ids, by: timedelta, day: AgendaDay) -> AgendaItem:
    if item.id not in item_ids:
        return item
    pinned, soft = item.pinned_start, item.soft_start
    return replace(
        item,
        pinned_start=pinned and _moved(pinned, by, day),
        soft_start=soft and _moved(soft, by, day),
    )


def _pushed(item: AgendaItem, by: timedelta, starts_at: time, day: AgendaDay) -> AgendaItem:
    if by < timedelta():
        raise InvalidInput(CANNOT_START_EARLIER, title=item.title)
    return replace(item, soft_start=_moved(starts_at, by, day))


def _moved(clock: time, by: timedelta, day: AgendaDay) -> time:
    """The clock time so much later, as long as it still means the same day (or the night after it)."""
    moment = moment_of(clock, day, ANY_DATE)
    assert moment is not None
    later = moment + by
    if moment_of(later.time(), day, ANY_DATE) != later:
        raise InvalidInput(OFF_THE_DAY, minutes=by // timedelta(minutes=1), clock=clock)
    return later.time()


def _chosen(agenda: Agenda, item_ids: Ids) -> tuple[AgendaItem, ...]:
    """These items in the order of the agenda. Raises ``NotFound`` for one that is not there."""
    for item_id in item_ids:
        place_of(agenda, item_id)
    return tuple(item for _, item in agenda.items() if item.id in item_ids)


def _first_kept(day: AgendaDay, item_ids: Ids, before_id: str) -> str:
    """The item itself or the first one after it that is not among those to be moved ("" = none is left)."""
    after = day.items[position_of(day.items, before_id) :]
    return next((item.id for item in after if item.id not in item_ids), "")


def _with_days(agenda: Agenda, items: list[tuple[AgendaItem, ...]]) -> Agenda:
    days = (replace(day, items=of_day) for day, of_day in zip(agenda.days, items, strict=True))
    return replace(agenda, days=tuple(days))
