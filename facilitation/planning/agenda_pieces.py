"""One session made two, two made one, and whole days copied: the agenda and the guide change together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from facilitation.domain.agenda import (
    Agenda,
    AgendaDay,
    AgendaItem,
    Attribution,
    Audience,
    Contributor,
    CustomValue,
    ItemKind,
)
from facilitation.domain.guide import Guide
from facilitation.domain.text import LANGUAGES, Text
from facilitation.errors import InvalidInput, mark
from facilitation.planning.agenda_edits import (
    day_of,
    item_after,
    place_of,
    with_item_added,
    with_item_changed,
    without_item,
)
from facilitation.planning.agenda_timing import parallel_blocks
from facilitation.planning.guide_edits import (
    copied_sheet,
    divided_sheet,
    joined_sheet,
    joined_text,
    with_sheet,
    without_sheet,
)

Rule = TypeVar("Rule", Attribution, Audience)
NewId = Callable[[], str]
ONE_MINUTE = timedelta(minutes=1)
DASH = " – "
HALF = re.compile(r"^(.+) \((\d)\)$", re.DOTALL)

BESIDE = mark("“{title}” runs beside another session. Let it run by itself first; then it can be divided or joined.")
NOT_WITHIN = mark("“{title}” lasts {minutes} minutes. Give a minute between 1 and {most} at which to divide it.")
NONE_AFTER = mark("“{title}” is the last session of its day: there is none after it to join.")
STAFF_ALONE = mark(
    "One of the two sessions is for the staff alone and stands in no public paper, so they stay apart. Change its kind"
    " first."
)
SAME_DAY = mark("A day cannot be copied onto itself. Choose another day.")


@dataclass(frozen=True, slots=True)
class Plan:
    """An agenda and the guide that belongs to it."""

    agenda: Agenda
    guide: Guide


def with_item_twice(plan: Plan, item_id: str, new_id: NewId) -> Plan:
    """The item and its sheet once more, right after it; nothing differs but the ids. Raises ``NotFound``."""
    day, position = place_of(plan.agenda, item_id)
    copy = replace(plan.agenda.days[day - 1].items[position], id=new_id())
    sheet = copied_sheet(plan.guide.sheet(item_id), copy.id, new_id)
    return Plan(with_item_added(plan.agenda, copy, day=day, after_id=item_id), with_sheet(plan.guide, sheet))


def with_item_divided(plan: Plan, item_id: str, *, at: timedelta, new_id: NewId) -> Plan:
    """The item ends after ``at``; what is left follows as an item of its own, with its part of the steps.

    Both keep people, room, method, objectives and texts; the titles get "(1)" and "(2)". Time for questions stands at
    the end, so the second takes it first. Raises ``NotFound``; ``InvalidInput`` for a moment outside the item and for
    one that runs beside another.
    """
    day, position = place_of(plan.agenda, item_id)
    item = plan.agenda.days[day - 1].items[position]
    _refuse_parallel(plan.agenda.days[day - 1], item)
    if not ONE_MINUTE <= at <= item.duration - ONE_MINUTE:
        raise InvalidInput(NOT_WITHIN, title=item.title, minutes=item.minutes, most=max(1, item.minutes - 1))
    first, second = _halves(item, at, new_id())
    agenda = with_item_added(with_item_changed(plan.agenda, first), second, day=day, after_id=item_id)
    upper, lower = divided_sheet(plan.guide.sheet(item_id), at, second_id=second.id, new_id=new_id)
    return Plan(agenda, with_sheet(with_sheet(plan.guide, upper), lower))


def _halves(item: AgendaItem, at: timedelta, second_id: str) -> tuple[AgendaItem, AgendaItem]:
    rest = item.duration - at
    late_questions = min(item.questions, rest)
    shortest, late_shortest = _shares(item.shortest, at, rest)
    first = replace(
        item,
        title=_numbered(item.title, 1),
        duration=at,
        questions=item.questions - late_questions,
        shortest=shortest,
    )
    second = replace(
        item,
        id=second_id,
        title=_numbered(item.title, 2),
        duration=rest,
        questions=late_questions,
        shortest=late_shortest,
        pinned_start=None,
        soft_start=None,
        buffer_before=timedelta(),
        parallel="",
    )
    return replace(first, parallel=""), second


def _shares(shortest: timedelta | None, at: timedelta, rest: timedelta) -> tuple[timedelta | None, timedelta | None]:
    """The shortest length in proportion, in whole minutes, at least one for each."""
    if shortest is None:
        return None, None
    share = min(at, max(ONE_MINUTE, round(shortest * (at / (at + rest)) / ONE_MINUTE) * ONE_MINUTE))
    return share, min(rest, max(ONE_MINUTE, shortest - share))


def _numbered(title: Text, number: int) -> Text:
    for language in LANGUAGES:
        if words := getattr(title, language):
            title = title.with_language(language, f"{words} ({number})")
    return title


def with_item_joined(plan: Plan, item_id: str) -> Plan:
    """The item together with the one after it on its day, on both pages of the guide.

    Lengths, questions and people add up, texts stand below each other; what only one can have (kind, room, method,
    start) is the first one's, or the second's where the first has none. Of two rules for who may read or be named the
    stricter holds. Raises ``NotFound``; ``InvalidInput`` where there is none after it, and for parallel ones.
    """
    day, position = place_of(plan.agenda, item_id)
    first, second = plan.agenda.days[day - 1].items[position], item_after(plan.agenda, item_id)
    if second is None:
        raise InvalidInput(NONE_AFTER, title=first.title)
    for item in (first, second):
        _refuse_parallel(plan.agenda.days[day - 1], item)
    if (first.kind is ItemKind.STAFF) != (second.kind is ItemKind.STAFF):
        raise InvalidInput(STAFF_ALONE)
    agenda = without_item(with_item_changed(plan.agenda, _joined(first, second)), second.id)
    sheet = joined_sheet(plan.guide.sheet(first.id), plan.guide.sheet(second.id))
    return Plan(agenda, with_sheet(without_sheet(plan.guide, second.id), sheet))


def _joined(first: AgendaItem, second: AgendaItem) -> AgendaItem:
    return replace(
        first,
        title=_joined_title(first.title, second.title),
        duration=first.duration + second.duration,
        questions=first.questions + second.questions,
        shortest=first.shortest + second.shortest if first.shortest and second.shortest else None,
        room=first.room or second.room,
        method_id=first.method_id or second.method_id,
        parallel="",
        speakers=_united(first.speakers, second.speakers),
        facilitators=_united(first.facilitators, second.facilitators),
        note_takers=_united(first.note_takers, second.note_takers),
        objective_ids=tuple(dict.fromkeys((*first.objective_ids, *second.objective_ids))),
        attribution=_stricter(first.attribution, second.attribution),
        audience=_stricter(first.audience, second.audience),
        summary=joined_text(first.summary, second.summary),
        internal_note="\n".join(dict.fromkeys(note for note in (first.internal_note, second.internal_note) if note)),
        is_optional=first.is_optional and second.is_optional,
        people=max(first.people, second.people) if first.people and second.people else 0,
        custom=_all_values(first.custom, second.custom),
    )


def _joined_title(first: Text, second: Text) -> Text:
    """ "Opening – Panel"; two halves of one title become that title again."""
    joined = joined_text(first, second, DASH)
    for language in LANGUAGES:
        whole = _whole(first.said_in(language), second.said_in(language))
        if whole and getattr(joined, language):
            joined = joined.with_language(language, whole)
    return joined


def _whole(first: str, second: str) -> str:
    upper, lower = HALF.match(first), HALF.match(second)
    if upper is None or lower is None or (upper[1], upper[2], lower[2]) != (lower[1], "1", "2"):
        return ""
    return upper[1]


def _stricter(first: Rule, second: Rule) -> Rule:
    """The later of two members of an enum that goes from open to closed."""
    return max(first, second, key=list(type(first)).index)


def _united(first: tuple[Contributor, ...], second: tuple[Contributor, ...]) -> tuple[Contributor, ...]:
    known = {entry.identity for entry in first}
    return (*first, *(entry for entry in second if entry.identity not in known))


def _all_values(first: tuple[CustomValue, ...], second: tuple[CustomValue, ...]) -> tuple[CustomValue, ...]:
    known = {entry.field_id for entry in first}
    return (*first, *(entry for entry in second if entry.field_id not in known))


def with_day_copied(plan: Plan, day: int, *, to: int, is_replacing: bool, new_id: NewId) -> Plan:
    """A whole day with its sheets on another one: behind what is there, or instead of it and from the same clock time.

    Raises ``NotFound`` for a day that is not there and ``InvalidInput`` for the same day.
    """
    source, target = day_of(plan.agenda, day), day_of(plan.agenda, to)
    if day == to:
        raise InvalidInput(SAME_DAY)
    groups = {item.parallel: new_id() for item in source.items if item.parallel}
    copies = {item.id: replace(item, id=new_id(), parallel=groups.get(item.parallel, "")) for item in source.items}
    kept = () if is_replacing else target.items
    starts_at = source.starts_at if is_replacing else target.starts_at
    days = list(plan.agenda.days)
    days[to - 1] = AgendaDay(starts_at, (*kept, *copies.values()))
    guide = plan.guide
    for item_id, copy in copies.items():
        guide = with_sheet(guide, copied_sheet(plan.guide.sheet(item_id), copy.id, new_id))
    return Plan(replace(plan.agenda, days=tuple(days)), guide)


def _refuse_parallel(day: AgendaDay, item: AgendaItem) -> None:
    if any(item in block and len(block) > 1 for block in parallel_blocks(day.items)):
        raise InvalidInput(BESIDE, title=item.title)
