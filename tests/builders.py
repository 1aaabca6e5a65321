"""Small valid things for tests: say only what the test is about, the rest has a default.

`an_agenda(items=[30, 15])` has the items "item-1" and "item-2"; `an_item("opening", minutes=20, kind=ItemKind.OPENING)`
can stand in the place of a number. Every builder takes further fields of its class as keyword arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem, Contributor, ItemKind
from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine, Currency, FundingKind
from facilitation.domain.cafe import Cafe
from facilitation.domain.event import Event, Objective, Sector, SectorTarget
from facilitation.domain.guide import Guide, GuideSheet, Material, MaterialPer, Step
from facilitation.domain.instrument import Instrument, InstrumentDay, InstrumentItem, InstrumentObjective
from facilitation.domain.method import Method, MethodStep
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import District, InvitationStatus, Participation, Person
from facilitation.domain.proceedings import ProceedingsPlan
from facilitation.domain.record import EventRecord
from facilitation.domain.series import Duty, Presidency, Series
from facilitation.domain.task import Task
from facilitation.domain.text import Text

EVENT_ID = "event-1"
A_MONDAY = date(2027, 5, 17)
NINE = time(9)


def a_text(words: str) -> Text:
    """The same words with the language after them, so that a test sees which one was taken."""
    return Text(sq=f"{words} (sq)", en=f"{words} (en)")


def minutes(number: float) -> timedelta:
    """So many minutes."""
    return timedelta(minutes=number)


def counted_ids(prefix: str = "id") -> Callable[[], str]:
    """A source of new ids without chance: "id-1", "id-2", …"""
    numbers = count(1)
    return lambda: f"{prefix}-{next(numbers)}"


def an_event(**fields: Any) -> Event:
    """Monday 17 May 2027 in Elbasan, 30 people; `targets={Sector.DONOR: 0.2}` and `objectives=["a"]` are short."""
    targets: Mapping[Sector, float] = fields.pop("targets", {})
    objectives: Sequence[str | Objective] = fields.pop("objectives", ())
    event = Event(
        id=EVENT_ID,
        instrument="regional-group",
        title=a_text("Event"),
        starts_on=A_MONDAY,
        place="Elbasan",
        host=a_text("Host"),
        objectives=tuple(Objective(entry, a_text(entry)) if isinstance(entry, str) else entry for entry in objectives),
        sector_targets=tuple(SectorTarget(sector, share) for sector, share in targets.items()),
    )
    return replace(event, **fields)


def a_contributor(name: str = "Përfaqësuese, Bashkia Elbasan", **fields: Any) -> Contributor:
    """A local office in a session; `person_id="person-1"` makes it a person of the event."""
    return replace(Contributor(name, is_local=True), **fields)


def an_item(item_id: str = "item-1", **fields: Any) -> AgendaItem:
    """A plenary of 30 minutes; `minutes=45`, `title="…"` and `objectives=["a"]` are short."""
    length = fields.pop("minutes", 30)
    title = fields.pop("title", item_id)
    item = AgendaItem(
        id=item_id,
        kind=ItemKind.PLENARY,
        title=a_text(title) if isinstance(title, str) else title,
        duration=minutes(length),
        objective_ids=tuple(fields.pop("objectives", ())),
    )
    return replace(item, **fields)


def an_agenda(
    items: Sequence[int | AgendaItem] = (),
    *,
    days: Sequence[Sequence[int | AgendaItem]] | None = None,
    starts_at: time = NINE,
    **fields: Any,
) -> Agenda:
    """Days from 09:00; a number stands for a plenary of so many minutes with the next id "item-N"."""
    numbers = count(1)

    def item(entry: int | AgendaItem) -> AgendaItem:
        number = next(numbers)
        return an_item(f"item-{number}", minutes=entry) if isinstance(entry, int) else entry

    plan = tuple(
        AgendaDay(starts_at, tuple(item(entry) for entry in day)) for day in (days if days is not None else [items])
    )
    return replace(Agenda(EVENT_ID, plan), **fields)


def a_material(name: str = "Pen", quantity: float = 1, per: MaterialPer = MaterialPer.PARTICIPANT) -> Material:
    """One pen for each participant."""
    return Material(a_text(name), quantity, per)


def some_steps(*lengths: int) -> tuple[Step, ...]:
    """Steps "step-1", "step-2", … of so many minutes each."""
    return tuple(Step(f"step-{n}", minutes(length), a_text(f"Step {n}")) for n, length in enumerate(lengths, start=1))


def a_sheet(item_id: str = "item-1", **fields: Any) -> GuideSheet:
    """An empty guide sheet; `steps=some_steps(10, 20)`."""
    return replace(GuideSheet(item_id), **fields)


def a_guide(*sheets: GuideSheet, **fields: Any) -> Guide:
    """A guide of these sheets."""
    return replace(Guide(EVENT_ID, sheets=sheets), **fields)


def a_person(name: str = "Përfaqësuese, Zyra e Punësimit, Shkodër", **fields: Any) -> Person:
    """Somebody of a regional branch in Shkodër."""
    person = Person(
        id="person-1",
        name=name,
        organisation="Zyra e Punësimit",
        position="Përfaqësuese",
        sector=Sector.REGIONAL_STATE,
        district=District.SHKODER,
    )
    return replace(person, **fields)


def a_participation(participation_id: str = "participation-1", **fields: Any) -> Participation:
    """A confirmed participant; fields of the person go in too: `sector=Sector.DONOR`, `name="…"`."""
    person: Person | None = fields.pop("person", None)
    of_person = {name: fields.pop(name) for name in Person.__dataclass_fields__ if name in fields and name != "id"}
    participation = Participation(
        id=participation_id,
        event_id=EVENT_ID,
        person=replace(person or a_person(id=f"person-of-{participation_id}"), **of_person),
        status=InvitationStatus.CONFIRMED,
    )
    return replace(participation, **fields)


def some_participations(number: int, **fields: Any) -> tuple[Participation, ...]:
    """So many confirmed participants, "participation-1" and on, with names that differ."""
    name = fields.pop("name", "Përfaqësuese")
    return tuple(a_participation(f"participation-{n}", name=f"{name} {n}", **fields) for n in range(1, number + 1))


def a_budget(**fields: Any) -> Budget:
    """Two lines, one of them in kind, with the rate of the day."""
    hall = BudgetLine("line-1", BudgetCategory.VENUE, "Salla", Decimal(2), Decimal("150.50"), Currency.EUR)
    meals = BudgetLine("line-2", BudgetCategory.MEALS, "Dreka", Decimal(100), Decimal(900), kind=FundingKind.IN_KIND)
    return replace(Budget(EVENT_ID, rate=Decimal("97.35"), lines=(hall, meals)), **fields)


def a_task(task_id: str = "task-1", **fields: Any) -> Task:
    """A planned task ten days before the event."""
    title = fields.pop("title", "Task")
    task = Task(
        id=task_id,
        event_id=EVENT_ID,
        title=a_text(title) if isinstance(title, str) else title,
        offset_days=-10,
        owner_role=a_text("Coordinator"),
    )
    return replace(task, **fields)


def a_note(note_id: str = "note-1", **fields: Any) -> Note:
    """A key point of "item-1"."""
    return replace(Note(note_id, EVENT_ID, "item-1", NoteKind.KEY_POINT, "Raportet vijnë me vonesë."), **fields)


def a_cafe(**fields: Any) -> Cafe:
    """A café in "item-1" with three questions and four tables."""
    cafe = Cafe(EVENT_ID, "item-1", questions=tuple(a_text(f"Question {n}") for n in (1, 2, 3)))
    return replace(cafe, **fields)


def a_record(**parts: Any) -> EventRecord:
    """An event with an empty agenda and guide; `items=[30, 15]` makes the agenda, `event=an_event(…)` the event."""
    items = parts.pop("items", ())
    record = EventRecord(
        event=an_event(),
        agenda=an_agenda(items),
        guide=a_guide(),
        proceedings=ProceedingsPlan(EVENT_ID),
        budget=Budget(EVENT_ID),
    )
    return replace(record, **parts)


def a_method(method_id: str = "pairs", *, steps: Sequence[int] = (10, 20), **fields: Any) -> Method:
    """A method whose steps take so many minutes and make its typical time."""
    typical = minutes(sum(steps))
    method = Method(
        id=method_id,
        title=a_text(f"Method {method_id}"),
        purpose=a_text("Purpose of the method"),
        minimum_people=4,
        maximum_people=120,
        minimum_time=typical / 2,
        typical_time=typical,
        maximum_time=typical * 2,
        steps=tuple(
            MethodStep(minutes(length), a_text(f"Move {n}"), a_text(f"Words {n}"), a_text("Facilitator"))
            for n, length in enumerate(steps, start=1)
        ),
    )
    return replace(method, **fields)


def an_instrument_item(**fields: Any) -> InstrumentItem:
    """A plenary of 30 minutes in an instrument; `minutes=45` is short."""
    length = fields.pop("minutes", 30)
    return replace(InstrumentItem(ItemKind.PLENARY, a_text("Instrument item"), minutes(length)), **fields)


def an_instrument(*items: InstrumentItem, **fields: Any) -> Instrument:
    """An instrument of one day with these items."""
    objectives: Sequence[str] = fields.pop("objectives", ())
    instrument = Instrument(
        key="regional-group",
        title=a_text("Instrument"),
        purpose=a_text("Purpose of the instrument"),
        typical_people=30,
        days=(InstrumentDay(NINE, items),),
        tasks=(),
        objectives=tuple(InstrumentObjective(key, a_text(key)) for key in objectives),
    )
    return replace(instrument, **fields)


def a_duty(duty_id: str = "meeting", **fields: Any) -> Duty:
    """A meeting at least every 92 days, owed from 1 January 2026; `per_year=2` or `every_months=1` replace the days."""
    days = None if {"per_year", "every_months"} & fields.keys() else 92
    duty = Duty(duty_id, a_text("Duty"), every_days=days, since=date(2026, 1, 1))
    return replace(duty, **fields)


def a_series(*duties: Duty, **fields: Any) -> Series:
    """The series of a regional committee with these duties."""
    return replace(Series("series-1", a_text("Series"), "regional-committee", duties), **fields)


def a_presidency(*members: str, **fields: Any) -> Presidency:
    """A, B and C preside for six months each from 1 January 2026."""
    return replace(Presidency(members or ("A", "B", "C"), date(2026, 1, 1)), **fields)
