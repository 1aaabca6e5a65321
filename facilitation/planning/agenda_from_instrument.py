"""A new event filled from its instrument: agenda, guide, checklist and cafés."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import ceil

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem, ItemKind
from facilitation.domain.cafe import Cafe
from facilitation.domain.event import ConsultationQuestion, Event, Objective
from facilitation.domain.guide import Guide, GuideSheet
from facilitation.domain.instrument import Instrument, InstrumentItem
from facilitation.domain.method import Method
from facilitation.domain.task import Task
from facilitation.domain.text import LANGUAGES
from facilitation.planning.agenda_edits import with_day_count
from facilitation.planning.guide_outline import sheet_from_method
from facilitation.planning.materials import PEOPLE_PER_TABLE
from facilitation.planning.task_lines import tasks_of_lines

NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class NewEventParts:
    """Everything a new event starts with."""

    event: Event
    agenda: Agenda
    guide: Guide
    tasks: tuple[Task, ...]
    cafes: tuple[Cafe, ...]


def event_parts(event: Event, instrument: Instrument, methods: Mapping[str, Method], new_id: NewId) -> NewEventParts:
    """The event with what its instrument proposes.

    Objectives, sector targets and consultation questions are taken over where the event has none of its own. The
    event lasts at least as many days as the instrument's agenda; further days are empty. A method that ``methods``
    does not have leaves the sheet with what the instrument says itself.
    """
    event, objective_ids = _with_proposals(event, instrument, new_id)
    days: list[AgendaDay] = []
    sheets: list[GuideSheet] = []
    for day in instrument.days:
        items = tuple(_agenda_item(entry, event, objective_ids, new_id) for entry in day.items)
        days.append(AgendaDay(day.starts_at, items))
        for entry, item in zip(day.items, items, strict=True):
            sheets.append(_sheet(entry, item, methods, new_id))
    agenda = with_day_count(Agenda(event.id, tuple(days)), event.day_count)
    return NewEventParts(
        event=event,
        agenda=agenda,
        guide=Guide(event.id, instrument.guide_elements, tuple(sheet for sheet in sheets if not _is_empty(sheet))),
        tasks=tasks_of_lines(instrument.tasks, event.id, new_id),
        cafes=_cafes(event, instrument, agenda),
    )


def _with_proposals(event: Event, instrument: Instrument, new_id: NewId) -> tuple[Event, Mapping[str, str]]:
    """The event with what it had empty filled, and the objective id behind each key the instrument's items name."""
    keyed = {entry.key: Objective(new_id(), entry.text) for entry in instrument.objectives}
    if event.objectives:
        keyed = {objective.id: objective for objective in event.objectives}
    filled = replace(
        event,
        day_count=max(event.day_count, instrument.day_count, 1),
        objectives=tuple(keyed.values()),
        sector_targets=event.sector_targets or instrument.sector_targets,
        rules_left_out=event.rules_left_out or instrument.rules_left_out,
        consultation=event.consultation or tuple(map(ConsultationQuestion, instrument.consultation_questions)),
    )
    return filled, {key: objective.id for key, objective in keyed.items()}


def _agenda_item(entry: InstrumentItem, event: Event, objective_ids: Mapping[str, str], new_id: NewId) -> AgendaItem:
    language = event.languages[0] if event.languages else LANGUAGES[0]
    return AgendaItem(
        id=new_id(),
        kind=entry.kind,
        title=entry.title,
        duration=entry.duration,
        pinned_start=entry.pinned_start,
        parallel=entry.parallel,
        method_id=entry.method_id,
        questions=entry.questions,
        objective_ids=tuple(objective_ids[key] for key in entry.objectives if key in objective_ids),
        attribution=entry.attribution,
        summary=entry.summary,
        internal_note=entry.internal_note.said_in(language),
        is_optional=entry.is_optional,
        shortest=entry.shortest,
        audience=entry.audience,
        soft_start=entry.soft_start,
        buffer_before=entry.buffer_before,
    )


def _sheet(entry: InstrumentItem, item: AgendaItem, methods: Mapping[str, Method], new_id: NewId) -> GuideSheet:
    """What the instrument says about the item; where it says nothing, what the method says."""
    said = entry.sheet
    method = methods.get(entry.method_id)
    fallback = sheet_from_method(method, item, new_id) if method else GuideSheet(item.id)
    return GuideSheet(
        item_id=item.id,
        purpose=said.purpose or fallback.purpose,
        technique=said.technique or fallback.technique,
        question=said.question or fallback.question,
        room_setup=said.room_setup or fallback.room_setup,
        roles=said.roles or fallback.roles,
        output=said.output or fallback.output,
        plan_b=said.plan_b or fallback.plan_b,
        risks=said.risks or fallback.risks,
        layout=said.layout or fallback.layout,
        equipment=said.equipment or fallback.equipment,
        interpretation=said.interpretation or fallback.interpretation,
        logistics=said.logistics or fallback.logistics,
        steps=tuple(replace(step, id=new_id()) for step in said.steps) or fallback.steps,
        materials=said.materials or fallback.materials,
    )


def _is_empty(sheet: GuideSheet) -> bool:
    return sheet == GuideSheet(sheet.item_id)


def _cafes(event: Event, instrument: Instrument, agenda: Agenda) -> tuple[Cafe, ...]:
    tables = max(1, ceil(event.expected_people / PEOPLE_PER_TABLE))
    return tuple(
        Cafe(event.id, item.id, questions=instrument.cafe_questions, table_count=tables)
        for _, item in agenda.items()
        if item.kind is ItemKind.WORLD_CAFE
    )
