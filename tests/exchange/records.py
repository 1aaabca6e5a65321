"""Event records of every shape for property tests, and one full record by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem, Contributor
from facilitation.domain.budget import Budget
from facilitation.domain.cafe import Cafe, Round, Seating
from facilitation.domain.event import ConsultationQuestion, Event, Objective, SectorTarget
from facilitation.domain.guide import Guide, GuideElement, GuideSheet, Material, Step
from facilitation.domain.note import Note
from facilitation.domain.person import Participation, Person
from facilitation.domain.proceedings import ProceedingsPlan, Section, SectionText
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task
from facilitation.domain.text import Text
from tests.builders import (
    EVENT_ID,
    a_budget,
    a_cafe,
    a_contributor,
    a_guide,
    a_note,
    a_participation,
    a_record,
    a_sheet,
    a_task,
    a_text,
    an_agenda,
    an_event,
    an_item,
    some_steps,
)
from tests.storage.whole_event import a_questionnaire, a_reply

Thing = TypeVar("Thing")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.builds(Text, sq=WORDS, en=WORDS)
IDS = st.text("abcdef0123456789", min_size=1, max_size=6)
MINUTES = st.integers(0, 600).map(lambda number: timedelta(minutes=number))
SHARES = st.floats(0, 1)
COUNTS = st.integers(0, 500)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31))


def tuples(things: st.SearchStrategy[Thing], size: int = 2) -> st.SearchStrategy[tuple[Thing, ...]]:
    """Up to ``size`` of them."""
    return st.lists(things, max_size=size).map(tuple)


def _with_ids(field: str, things: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(replace(thing, **{field: f"{field}-{number}"}) for number, thing in enumerate(things))


CONTRIBUTORS = tuples(st.builds(Contributor, name=WORDS, person_id=IDS))
ITEMS = st.builds(
    AgendaItem,
    id=IDS,
    title=TEXTS,
    duration=MINUTES,
    pinned_start=st.none() | st.times().map(lambda moment: moment.replace(microsecond=0)),
    questions=MINUTES,
    speakers=CONTRIBUTORS,
    facilitators=CONTRIBUTORS,
    note_takers=CONTRIBUTORS,
    objective_ids=tuples(IDS),
    summary=TEXTS,
    room=WORDS,
    internal_note=WORDS,
)
EVENTS = st.builds(
    Event,
    id=st.just(EVENT_ID),
    instrument=WORDS,
    title=TEXTS,
    starts_on=DAYS,
    day_count=st.integers(1, 9),
    host=TEXTS,
    languages=st.just(("sq", "en")),
    time_zone=st.sampled_from(["Europe/Tirane", "Europe/Sarajevo"]),
    design_started_on=st.none() | DAYS,
    objectives=tuples(st.builds(Objective, id=IDS, text=TEXTS)).map(lambda things: _with_ids("id", things)),
    sector_targets=tuples(st.builds(SectorTarget, share=SHARES)),
    consultation=tuples(st.builds(ConsultationQuestion, question=TEXTS, synthesis=TEXTS)),
    version=COUNTS,
)
SHEETS = st.builds(
    GuideSheet,
    item_id=IDS,
    steps=tuples(st.builds(Step, id=IDS, duration=MINUTES, what=TEXTS, words=TEXTS)),
    materials=tuples(st.builds(Material, name=TEXTS, quantity=SHARES)),
)
PARTICIPATIONS = st.builds(
    Participation,
    id=IDS,
    event_id=st.just(EVENT_ID),
    person=st.builds(Person, id=IDS, name=WORDS, organisation=WORDS, languages=tuples(WORDS)),
    days_attended=tuples(st.integers(1, 9)),
    note=WORDS,
)
SEATINGS = st.builds(
    Seating, rounds=tuples(st.builds(Round, tables=tuples(tuples(IDS)))), hosts=tuples(IDS), sector_balance=SHARES
)


def _numbered_people(people: Sequence[Participation]) -> tuple[Participation, ...]:
    persons = _with_ids("id", [entry.person for entry in people])
    return _with_ids("id", [replace(entry, person=person) for entry, person in zip(people, persons, strict=True)])


@st.composite
def records(draw: st.DrawFn) -> EventRecord:
    """A record whose parts belong together, with any words and numbers."""
    items = _with_ids("id", draw(tuples(ITEMS, 3)))
    tasks = tuples(
        st.builds(
            Task,
            id=IDS,
            event_id=st.just(EVENT_ID),
            title=TEXTS,
            offset_days=st.none() | st.integers(-400, 400),
            pinned_on=st.none() | DAYS,
            done_on=st.none() | DAYS,
        ),
        3,
    )
    notes = tuples(
        st.builds(
            Note,
            id=IDS,
            event_id=st.just(EVENT_ID),
            item_id=IDS,
            text=WORDS,
            due_on=st.none() | DAYS,
            written_at=st.none() | MOMENTS,
        )
    )
    cafes = tuples(
        st.builds(Cafe, event_id=st.just(EVENT_ID), item_id=IDS, questions=tuples(TEXTS), seating=SEATINGS | st.none())
    )
    plans = st.builds(
        ProceedingsPlan,
        event_id=st.sampled_from(["", EVENT_ID]),
        sections=tuples(st.sampled_from(Section)),
        texts=tuples(st.builds(SectionText, text=TEXTS)),
    )
    return EventRecord(
        event=draw(EVENTS),
        agenda=Agenda(EVENT_ID, (AgendaDay(draw(st.just(time(9))), items),), version=draw(COUNTS)),
        guide=Guide(
            EVENT_ID,
            draw(tuples(st.builds(GuideElement, title=TEXTS, text=TEXTS))),
            _with_ids("item_id", draw(tuples(SHEETS))),
        ),
        tasks=_with_ids("id", draw(tasks)),
        participations=_numbered_people(draw(tuples(PARTICIPATIONS))),
        cafes=_with_ids("item_id", draw(cafes)),
        notes=_with_ids("id", draw(notes)),
        proceedings=draw(plans),
        budget=draw(st.sampled_from([Budget(""), a_budget()])),
    )


def a_full_record() -> EventRecord:
    """One of everything, each pointing to the others, saved before (version 3)."""
    item = an_item(
        "item-1",
        objectives=["objective-1"],
        speakers=(a_contributor(person_id="person-1"),),
        facilitators=(a_contributor("Lehtësuese, Bashkia Elbasan"),),
        note_takers=(a_contributor(person_id="person-2"),),
        method_id="world-cafe",
    )
    people = tuple(
        a_participation(f"participation-{n}", person=replace(a_participation().person, id=f"person-{n}"), version=3)
        for n in (1, 2)
    )
    seating = Seating(
        rounds=(Round((("participation-1", "participation-2"),)),),
        hosts=("participation-1",),
        seed=7,
        balanced_by=("sector",),
        possible_meetings=1,
        unique_meetings=1,
        repeated_meetings=0,
        sector_balance=1.0,
    )
    return a_record(
        event=an_event(objectives=["objective-1"], version=3),
        agenda=an_agenda([item], version=3),
        guide=a_guide(a_sheet("item-1", steps=some_steps(10)), version=3),
        tasks=(a_task(version=3),),
        participations=people,
        cafes=(a_cafe(host_ids=("participation-1",), seating=seating, version=3),),
        notes=(a_note(version=3, written_at=datetime(2027, 5, 17, 10, 30)),),
        proceedings=ProceedingsPlan(EVENT_ID, texts=(SectionText(Section.LESSONS, a_text("Lesson")),), version=3),
        budget=a_budget(version=3),
        questionnaires=(a_questionnaire(version=3),),
        replies=(a_reply(version=3),),
    )
