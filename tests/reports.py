"""Events with something to say in every part of a report; people in them are offices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine, BudgetShare, FundingKind
from facilitation.domain.consultation import Answer, Question, QuestionKind, Questionnaire, Reply
from facilitation.domain.event import Event, Sector
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import District, EventRole, InvitationStatus, Participation, Person, Sex
from facilitation.domain.proceedings import VolumePart
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.services.events import NewEvent

OFFICES = (
    ("Zyra e Punësimit", Sector.REGIONAL_STATE),
    ("Drejtoria e Policisë", Sector.REGIONAL_STATE),
    ("Bashkia Shkodër", Sector.LOCAL_GOVERNMENT),
    ("Bashkia Malësi e Madhe", Sector.LOCAL_GOVERNMENT),
    ("Organizata “Hapa të lehtë”", Sector.CIVIL_SOCIETY),
    ("Organizata “Bashkë për fëmijët”", Sector.CIVIL_SOCIETY),
    ("Drejtoria Arsimore", Sector.REGIONAL_STATE),
)
NOTES = (
    (NoteKind.KEY_POINT, "Pikat e veprimit u kaluan një nga një; dy janë me vonesë.", "", None),
    (NoteKind.KEY_POINT, "Në tri bashki mungon shërbimi i këshillimit psikologjik.", "", None),
    (NoteKind.QUESTION, "Kush e mbulon transportin e përfituesve drejt strehëzës?", "", None),
    (NoteKind.RECOMMENDATION, "Të miratohet formulari i përbashkët i referimit", "Ministria", date(2027, 9, 30)),
    (NoteKind.RECOMMENDATION, "Çdo bashki të ketë një zyrë informimi për të rinjtë", "Bashkitë", None),
    (NoteKind.COMMITMENT, "Dërgon të dhënat sipas bashkive çdo muaj", "Bashkia Shkodër", date(2027, 6, 1)),
    (NoteKind.COMMITMENT, "Organizon trajnimin e punonjësve socialë", "Hapa të lehtë", date(2027, 8, 15)),
    (NoteKind.COMMITMENT, "Përgatit listën e shërbimeve", "", None),
    (NoteKind.PARKING_LOT, "Nevoja për një koordinator me kohë të plotë", "", None),
)


def a_full_event(
    app: Application, instrument: str, day: date, *, place: str = "Shkodër", series: str = "", people: int = 14
) -> Event:
    """An event of this kind that was held: people who came, notes, tasks in every state, money and an evaluation."""
    title = app.library.instruments[instrument].title
    event = app.events.create(NewEvent(instrument, title, day, place=place, host=Text(sq="Prefektura Shkodër")))
    record = app.events.record(event.id)
    with app.events.desk.work() as work:
        for part in some_people(event, people):
            work.participations.save(part)
        for note in some_notes(record):
            work.notes.save(note)
        for task in changed_tasks(record):
            work.tasks.save(task)
        work.budgets.save(replace(a_budget_of(event), version=record.budget.version))
        work.questionnaires.save(an_evaluation(event))
        for reply in some_replies(event, 7):
            work.replies.save(reply)
        work.commit()
    return app.series.join(series, event.id) if series else event


def some_people(event: Event, number: int) -> tuple[Participation, ...]:
    """Offices in turn; the sixth did not come, the seventh had said so, some left after the first day."""
    return tuple(_participation(event, place) for place in range(number))


def _participation(event: Event, place: int) -> Participation:
    office, sector = OFFICES[place % len(OFFICES)]
    person = Person(
        id=f"{event.id}-person-{place}",
        name=f"Përfaqësuese {place + 1}, {office}",
        organisation=office,
        position="Drejtoreshë" if place % 3 == 0 else "Specialiste",
        sector=sector,
        district=District.SHKODER if place % 4 else District.LEZHE,
        sex=Sex.FEMALE if place % 2 else Sex.MALE,
    )
    days = () if place % 7 in (5, 6) else (1,) if place % 4 == 3 else tuple(range(1, event.day_count + 1))
    roles = {0: EventRole.ORGANISER, 1: EventRole.NOTE_TAKER, 2: EventRole.FACILITATOR}
    return Participation(
        id=f"{event.id}-part-{place}",
        event_id=event.id,
        person=person,
        role=roles.get(place, EventRole.PARTICIPANT),
        status=InvitationStatus.DECLINED if place % 7 == 6 else InvitationStatus.CONFIRMED,
        days_attended=days,
        certificate=f"2027-05/{place:03}" if days else "",
    )


def some_notes(record: EventRecord) -> tuple[Note, ...]:
    """Notes of every kind a report speaks of, in the working sessions in turn."""
    resting = ("break", "meal", "registration", "staff")
    items = [item for _, item in record.agenda.items() if item.kind not in resting]
    return tuple(
        Note(
            id=f"{record.event.id}-note-{place}",
            event_id=record.event.id,
            item_id=items[place % len(items)].id,
            kind=kind,
            text=text,
            speaker_role="Drejtoresha, Zyra e Punësimit",
            owner=owner,
            due_on=due_on,
            position=place,
        )
        for place, (kind, text, owner, due_on) in enumerate(NOTES)
    )


def changed_tasks(record: EventRecord) -> tuple[Task, ...]:
    """The first task is done, the second under way, the third blocked."""
    done, begun, blocked = record.tasks[:3]
    return (
        replace(done, status=TaskStatus.DONE, done_on=record.event.starts_on, owner="Prefektura Shkodër"),
        replace(begun, status=TaskStatus.IN_PROGRESS),
        replace(blocked, status=TaskStatus.BLOCKED, blocked_by="mungojnë të dhënat e dy bashkive"),
    )


def a_budget_of(event: Event) -> Budget:
    """A hall in kind and meals that cost more than planned, borne by two sources, a part by nobody."""
    hall = BudgetLine(
        "hall", BudgetCategory.VENUE, "Salla", Decimal(1), Decimal(30000), kind=FundingKind.IN_KIND, source="Bashkia"
    )
    meals = BudgetLine(
        "meals", BudgetCategory.MEALS, "Dreka", Decimal(40), Decimal(900), actual=Decimal(41000),
        shares=(BudgetShare("Fondacioni", Decimal(20000)),),
    )  # fmt: skip
    return Budget(event.id, lines=(hall, meals))


def an_evaluation(event: Event) -> Questionnaire:
    """A scale and a choice."""
    scale = Question("scale", Text(sq="Sa i dobishëm ishte takimi?", en="How useful was it?"), QuestionKind.SCALE)
    choices = (Text(sq="Po", en="Yes"), Text(sq="Jo", en="No"))
    choice = Question("choice", Text(sq="A do të vini sërish?", en="Will you come again?"), QuestionKind.CHOICE)
    questions = (scale, replace(choice, choices=choices))
    return Questionnaire(f"{event.id}-form", event.id, Text(sq="Vlerësimi", en="Evaluation"), questions=questions)


def some_replies(event: Event, number: int) -> tuple[Reply, ...]:
    """Answers given on the evening of the event."""
    given_at = datetime.combine(event.ends_on, datetime.min.time()).replace(hour=18)
    return tuple(
        Reply(
            id=f"{event.id}-reply-{place}",
            event_id=event.id,
            questionnaire_id=f"{event.id}-form",
            given_at=given_at,
            answers=(Answer("scale", number=3 + place % 3), Answer("choice", chosen=(0 if place % 3 else 1,))),
        )
        for place in range(number)
    )


def in_own_words(app: Application, event: Event, *papers: str) -> None:
    """Write the same words for every part of these papers."""
    words = Text(sq="Teksti ynë.", en="Our words.")
    parts = [VolumePart(paper, part.key, words) for paper in papers for part in app.library.volumes[paper].parts]
    with app.events.desk.work() as work:
        work.proceedings.save(replace(work.proceedings.get(event.id), parts=tuple(parts)))
        work.commit()
