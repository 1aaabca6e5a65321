"""A made event larger than most: three days, sixty sessions, three hundred people, notes of every working session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from itertools import count, cycle, islice, product
from pathlib import Path

from facilitation.domain.agenda import NOTED_KINDS, Agenda, AgendaDay, AgendaItem, Contributor, ItemKind
from facilitation.domain.event import Event, Sector
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Consent, District, InvitationStatus, Participation, Person
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.exchange.archive import archive_bytes
from facilitation.library.loader import Library
from facilitation.planning.agenda_from_instrument import event_parts
from facilitation.services.application import Application, build_application
from facilitation.settings import ROOT, Settings

PEOPLE, ITEMS, DAYS = 300, 60, 3
EVENT_ID = "made-event"
OFFICES = (
    ("Përfaqësuese", "Zyra e Punësimit", Sector.REGIONAL_STATE),
    ("Specialiste", "Drejtoria e Shërbimeve Sociale e Bashkisë", Sector.LOCAL_GOVERNMENT),
    ("Koordinator", "Qendra Komunitare për Gratë dhe Fëmijët", Sector.CIVIL_SOCIETY),
    ("Përgjegjës", "Shërbimi Social Shtetëror", Sector.REGIONAL_STATE),
    ("Këshilltare", "Organizatë ndërkombëtare", Sector.INTERNATIONAL),
    ("Drejtor", "Drejtoria Arsimore", Sector.CENTRAL_GOVERNMENT),
    ("Asistente", "Rrjeti i organizatave lokale", Sector.CIVIL_SOCIETY),
)
SENTENCES = (
    "Skuadrat lokale takohen çdo muaj dhe ndajnë të dhënat pa emra; ku ka një përgjegjës, rastet ndiqen deri në fund.",
    "Mungon një listë e përditësuar e shërbimeve, prandaj familjet dërgohen nga një zyrë në tjetrën dhe humbasin kohë.",
    "Bashkitë kërkojnë që trajnimi të përsëritet çdo vit, sepse personeli ndryshon shpesh.",
    "Shkollat e njoftojnë punonjësin social brenda dy ditëve kur një fëmijë nuk vjen më në mësim.",
    "Duhet një protokoll në një faqe, që tregon kush e merr telefonatën e parë dhe kush përgjigjet pas orarit.",
)


def prepared_application(database: Path) -> Application:
    """The application over an SQLite file of its own."""
    url = f"sqlite:///{database.as_posix()}"
    return build_application(Settings(database_url=url, library=ROOT / "agendas", user="benchmark"))


def stored_event(application: Application) -> str:
    """Store the made event, with groups for its world café; answers its id."""
    record = made_record(application.library)
    event_id = application.archives.open(archive_bytes(record)).id
    for cafe in application.cafes.list_for(event_id)[:1]:
        application.cafes.make_groups(event_id, cafe.item_id, seed=1, seconds=1)
    return event_id


def made_record(library: Library) -> EventRecord:
    """The event with agenda, guide, checklist, people, café and notes; the same every time."""
    instrument = library.instruments["national-conference"]
    event = Event(
        id=EVENT_ID,
        instrument=instrument.key,
        title=Text(sq="Konferenca e madhe e koordinimit", en="The large coordination conference"),
        starts_on=date(2027, 5, 18),
        day_count=DAYS,
        place="Tiranë",
        host=Text(sq="Zyra pritëse", en="The host office"),
        languages=("sq", "en"),
        expected_people=PEOPLE,
    )
    numbers = count(1)
    copies = [event_parts(event, instrument, library.methods, lambda: f"made-{next(numbers)}") for _ in range(DAYS)]
    items = tuple(islice((item for parts in copies for _, item in parts.agenda.items()), 2 * ITEMS))[:ITEMS]
    items = tuple(_with_people(item, number) for number, item in enumerate(items))
    kept = {item.id for item in items}
    sheets = tuple(sheet for parts in copies for sheet in parts.guide.sheets if sheet.item_id in kept)
    return EventRecord(
        event=replace(copies[0].event, day_count=DAYS),
        agenda=Agenda(EVENT_ID, tuple(_days(items))),
        guide=replace(copies[0].guide, sheets=sheets),
        tasks=copies[0].tasks,
        participations=tuple(islice(made_people(), PEOPLE)),
        cafes=copies[0].cafes,
        notes=tuple(_notes(items)),
    )


def _days(items: tuple[AgendaItem, ...]) -> Iterator[AgendaDay]:
    size = ITEMS // DAYS
    for number in range(DAYS):
        yield AgendaDay(time(8, 30), items[number * size : (number + 1) * size])


def _with_people(item: AgendaItem, number: int) -> AgendaItem:
    offices = [Contributor(f"{role}, {office}, {number}", is_local=True) for role, office, _ in OFFICES]
    if item.kind not in NOTED_KINDS:
        return replace(item, pinned_start=None, room="Salla A")
    return replace(
        item,
        pinned_start=None,
        room=f"Salla {'ABCD'[number % 4]}",
        speakers=tuple(offices[:3]),
        facilitators=(offices[3],),
        note_takers=(offices[4],),
        internal_note="Mikrofonat provohen para seancës.",
    )


def made_people() -> Iterator[Participation]:
    """Participants without an end, each an office of its own."""
    for number, ((role, office, sector), district) in enumerate(zip(cycle(OFFICES), cycle(District)), start=1):
        person = Person(
            id=f"person-{number}",
            name=f"{role}, {office}, {district.value.title()} {number}",
            organisation=f"{office}, {district.value.title()}",
            position=role,
            sector=sector,
            district=district,
            languages=("sq", "en") if number % 3 == 0 else ("sq",),
        )
        consent = (Consent.YES, Consent.YES, Consent.NO, Consent.NOT_ASKED)[number % 4]
        yield Participation(
            f"participation-{number}",
            EVENT_ID,
            person,
            status=InvitationStatus.CONFIRMED if number % 10 else InvitationStatus.INVITED,
            days_attended=tuple(range(1, DAYS + 1)) if number % 10 else (),
            photo_consent=consent,
            list_consent=consent,
        )


def _notes(items: tuple[AgendaItem, ...]) -> Iterator[Note]:
    """Twelve notes of every working session, and what ten tables of each café brought out in three rounds."""
    numbers, words = count(1), cycle(SENTENCES)
    kinds = tuple(kind for kind in NoteKind if kind is not NoteKind.HARVEST)
    for item in items:
        for kind in islice(cycle(kinds), 12 if item.kind in NOTED_KINDS else 0):
            yield Note(
                f"note-{next(numbers)}",
                EVENT_ID,
                item.id,
                kind,
                next(words),
                speaker_role="Përfaqësuese",
                owner="Bashkia" if kind is NoteKind.COMMITMENT else "",
                due_on=date(2027, 9, 30) if kind is NoteKind.COMMITMENT else None,
            )
        for turn, table in product((1, 2, 3), range(1, 11)) if item.kind is ItemKind.WORLD_CAFE else ():
            harvest = (EVENT_ID, item.id, NoteKind.HARVEST, next(words))
            yield Note(f"note-{next(numbers)}", *harvest, round=turn, table=table)
