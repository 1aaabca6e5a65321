"""A template of one's own from an event: what can be used again stays, people, rooms and dates do not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from string import ascii_lowercase

from facilitation.domain.agenda import AgendaDay, AgendaItem
from facilitation.domain.guide import Guide, GuideSheet
from facilitation.domain.instrument import (
    Instrument,
    InstrumentDay,
    InstrumentItem,
    InstrumentObjective,
)
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text, typed
from facilitation.planning.guide_outline import scaled_steps
from facilitation.planning.materials import usable_materials
from facilitation.planning.task_lines import task_lines


def instrument_of(
    record: EventRecord, head: Instrument, methods: Collection[str], *, has_notes: bool = False
) -> Instrument:
    """``head`` (its key, title, purpose and source) with what an event has to offer to the next one.

    Names of people and rooms stay behind, internal notes too unless ``has_notes``. So do empty days at the end, tasks
    without a day, and methods that ``methods`` (ids) does not have. Steps that do not fill their session are fitted.
    """
    event = record.event
    goals = {goal.id: f"goal_{number}" for number, goal in enumerate(event.objectives, start=1) if goal.text}
    notes_in = next(iter(event.languages), "sq") if has_notes else ""
    kept = _Kept(record.guide, goals, methods, notes_in)
    return replace(
        head,
        typical_people=event.expected_people,
        days=tuple(kept.day(day) for day in _used(record.agenda.days)),
        tasks=task_lines(record.tasks),
        objectives=tuple(
            InstrumentObjective(goals[goal.id], goal.text) for goal in event.objectives if goal.id in goals
        ),
        sector_targets=event.sector_targets,
        cafe_questions=next((found for cafe in record.cafes if (found := _written(cafe.questions))), ()),
        consultation_questions=_written(entry.question for entry in event.consultation),
        guide_elements=tuple(entry for entry in record.guide.elements if entry.title and entry.text),
        rules_left_out=event.rules_left_out,
    )


def _used(days: tuple[AgendaDay, ...]) -> tuple[AgendaDay, ...]:
    """The days up to the last one that has sessions."""
    count = max((number for number, day in enumerate(days, start=1) if day.items), default=0)
    return days[:count]


def _written(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(text for text in texts if text)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What sessions are kept with. ``notes_in`` is the language internal notes are taken over in ("" = not at all)."""

    guide: Guide
    goals: Mapping[str, str]
    methods: Collection[str]
    notes_in: str

    def day(self, day: AgendaDay) -> InstrumentDay:
        return InstrumentDay(day.starts_at, tuple(self._item(item, beside) for item, beside in _lettered(day.items)))

    def _item(self, item: AgendaItem, beside: str) -> InstrumentItem:
        return InstrumentItem(
            kind=item.kind,
            title=item.title,
            duration=item.duration,
            method_id=item.method_id if item.method_id in self.methods else "",
            questions=min(item.questions, item.duration),
            pinned_start=item.pinned_start,
            parallel=beside,
            objectives=tuple(self.goals[goal] for goal in item.objective_ids if goal in self.goals),
            attribution=item.attribution,
            summary=item.summary,
            internal_note=typed(item.internal_note.strip(), self.notes_in) if self.notes_in else Text(),
            sheet=_sheet(self.guide.sheet(item.id), item),
            is_optional=item.is_optional,
            shortest=item.shortest or None,
            audience=item.audience,
            soft_start=item.soft_start,
            buffer_before=item.buffer_before,
        )


def _lettered(items: Iterable[AgendaItem]) -> Iterator[tuple[AgendaItem, str]]:
    """The items, those that run side by side with a letter that people can read: "a", "b", …"""
    groups = 0
    for parallel, neighbours in groupby(items, key=lambda item: item.parallel):
        beside = ascii_lowercase[groups % len(ascii_lowercase)] if parallel else ""
        groups += bool(parallel)
        yield from ((item, beside) for item in neighbours)


def _sheet(sheet: GuideSheet, item: AgendaItem) -> GuideSheet:
    """The page of no session yet: its steps fill the duration and have no ids."""
    fitted = scaled_steps(sheet.steps, item.duration)
    steps = tuple(replace(step, id="", what=step.what or item.title) for step in fitted)
    return replace(sheet, item_id="", steps=steps, materials=usable_materials(sheet.materials))
