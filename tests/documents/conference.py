"""A made conference of two days for the Word documents, as full as a real one: people are offices, never persons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from itertools import cycle, islice
from typing import Any

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem, Attribution, Contributor, ItemKind
from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine, BudgetShare, Currency, FundingKind
from facilitation.domain.cafe import Cafe, Round, Seating
from facilitation.domain.event import ConsultationQuestion, Event, Objective, Sector, SectorTarget
from facilitation.domain.guide import Guide, GuideElement, GuideSheet, Material, MaterialPer, Step
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus, Participation, Person, Sex
from facilitation.domain.proceedings import CommentKind, ProceedingsPlan, Section, SectionText, VolumeComment
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Comment, Task, TaskPoint, TaskStatus
from facilitation.domain.text import Text
from tests.builders import minutes

SECRET = "SEKRET-7Q4"
"""Planted in every internal note: it must reach no paper that leaves the team."""
CAFE_ID, GROUPS_ID = "world-cafe", "groups"

OFFICES = (
    ("Përfaqësuese", "Zyra e Punësimit", Sector.REGIONAL_STATE),
    ("Përgjegjës i njësisë", "Shërbimi Social Shtetëror", Sector.REGIONAL_STATE),
    ("Drejtoreshë", "Qendra e Gruas", Sector.CIVIL_SOCIETY),
    ("Koordinator", "Rrjeti i organizatave për fëmijët", Sector.CIVIL_SOCIETY),
    ("Specialiste", "Bashkia, Drejtoria e Shërbimeve Sociale", Sector.LOCAL_GOVERNMENT),
    ("Nënkryetare", "Këshilli i Qarkut", Sector.LOCAL_GOVERNMENT),
    ("Inspektore", "Zyra e Koordinatorit Kombëtar", Sector.CENTRAL_GOVERNMENT),
    ("Këshillues", "Organizatë ndërkombëtare", Sector.INTERNATIONAL),
)


def a_conference(people: int = 108, **parts: Any) -> EventRecord:
    """A whole conference with so many participants."""
    participations = tuple(islice(_people(), people))
    record = EventRecord(
        event=_event(people),
        agenda=_agenda(),
        guide=_guide(),
        tasks=_tasks(),
        participations=participations,
        cafes=(_cafe(participations),) if participations else (),
        notes=_notes(),
        proceedings=_plan(),
        budget=_budget(),
    )
    return replace(record, **parts)


def a_large_event(people: int = 300, items: int = 60) -> EventRecord:
    """Three days, parallel sessions, sixty items, many notes: what must still be quick."""
    record = a_conference(people)
    base = [item for _, item in record.agenda.items() if item.kind is not ItemKind.STAFF]
    copies = [replace(item, id=f"{item.id}-{number}") for number, item in enumerate(islice(cycle(base), items))]
    days = tuple(AgendaDay(time(8, 30), tuple(copies[start::3])) for start in range(3))
    sheets = tuple(replace(record.guide.sheet(item.id.rsplit("-", 1)[0]), item_id=item.id) for item in copies)
    notes = tuple(
        replace(note, id=f"{note.id}-{item.id}", item_id=item.id)
        for item in copies
        for note in record.notes
        if note.item_id == GROUPS_ID
    )
    cafe_item = next(item.id for item in copies if item.kind is ItemKind.WORLD_CAFE)
    return replace(
        record,
        event=replace(record.event, day_count=3),
        agenda=replace(record.agenda, days=days),
        guide=replace(record.guide, sheets=sheets),
        notes=notes,
        cafes=tuple(replace(cafe, item_id=cafe_item) for cafe in record.cafes),
    )


def _budget() -> Budget:
    """Six lines: shared, in kind, in euros, over plan, without a source."""
    of = BudgetCategory

    def line(number: int, what: str, category: BudgetCategory, price: str, **fields: Any) -> BudgetLine:
        return BudgetLine(f"line-{number}", category, what, unit_price=Decimal(price), **fields)

    lines = (
        line(1, "Salla", of.VENUE, "60000", quantity=Decimal(2), kind=FundingKind.IN_KIND, source="Bashkia"),
        line(
            2,
            "Dreka",
            of.MEALS,
            "950",
            quantity=Decimal(216),
            source="Organizatë ndërkombëtare",
            shares=(BudgetShare("Bashkia", Decimal(40_000)),),
            actual=Decimal(212_000),
        ),
        line(
            3, "Përkthimi", of.INTERPRETATION, "350.50", quantity=Decimal(2), currency=Currency.EUR, source="Donatori"
        ),
        line(4, "Lehtësuesit", of.FEES, "8000", quantity=Decimal(22)),
        line(5, "Dosjet", of.PRINTING, "420", quantity=Decimal(108), source="donatori", actual=Decimal(41_300)),
        line(6, "Gjuha e shenjave", of.ACCESSIBILITY, "15000", source="Bashkia"),
    )
    return Budget("event-1", Currency.ALL, Decimal("97.35"), lines, note=SECRET)


def _event(people: int) -> Event:
    return Event(
        id="event-1",
        instrument="national-conference",
        title=Text(
            sq="Konferenca Kombëtare e Koordinimit për mbrojtjen e personave në nevojë",
            en="National Coordination Conference on the protection of persons in need",
        ),
        starts_on=date(2027, 4, 20),
        day_count=2,
        place="Qendra e Konferencave, Durrës",
        host=Text(sq="Zyra e Koordinatorit Kombëtar", en="Office of the National Coordinator"),
        languages=("sq", "en"),
        expected_people=people,
        design_started_on=date(2027, 1, 4),
        objectives=(
            Objective(
                "o1", Text(sq="Të ndajmë praktikat e mira të skuadrave vendore.", en="Share good local practice.")
            ),
            Objective(
                "o2", Text(sq="Të biem dakord për masat e vitit të ardhshëm.", en="Agree the measures of next year.")
            ),
        ),
        sector_targets=(SectorTarget(Sector.CIVIL_SOCIETY, 0.35), SectorTarget(Sector.LOCAL_GOVERNMENT, 0.37)),
        about=Text(
            sq="Konferenca mbledh çdo vit zyrat vendore dhe drejtuesit kombëtarë.\nAjo u përgatit gjatë tre muajve.",
            en="Every year the conference brings local offices and national leaders together.\nIt took three months.",
        ),
        expected_results=Text(sq="Një listë masash me përgjegjës dhe afate.", en="A list of measures with owners."),
        consultation=(
            ConsultationQuestion(
                Text(sq="Çfarë doni të bëni vitin që vjen?", en="What do you want to do in the coming year?"),
                Text(sq="Shumica kërkon protokolle të përbashkëta.", en="Most ask for shared protocols."),
            ),
            ConsultationQuestion(Text(sq="Çfarë doni të mësoni?", en="What do you want to learn?")),
        ),
        donors=Text(sq="Me mbështetjen e donatorëve të programit.", en="Supported by the donors of the programme."),
        is_sample=True,
        sources_note=Text(sq="Të dhënat janë shembull.", en="The data are an example."),
    )


def _item(item_id: str, kind: ItemKind, titles: tuple[str, str], length: int, **fields: Any) -> AgendaItem:
    item = AgendaItem(item_id, kind, Text(*titles), minutes(length), internal_note=f"{SECRET} {item_id}")
    return replace(item, **fields)


def _office(name: str) -> Contributor:
    return Contributor(name, is_local=True)


def _agenda() -> Agenda:
    led = {
        "facilitators": (_office("Lehtësuesja kryesore"),),
        "note_takers": (_office("Mbajtësi i shënimeve, Durrës"),),
        "room": "Salla e madhe",
    }
    teams = tuple(_office(f"Skuadra e qarkut {name}") for name in ("Shkodër", "Durrës", "Elbasan", "Gjirokastër"))
    first = (
        _item(
            "registration", ItemKind.REGISTRATION, ("Regjistrimi dhe kartelat me emra", "Registration and badges"), 30
        ),
        _item(
            "opening",
            ItemKind.OPENING,
            ("Hapja nga mikpritësit", "Opening by the hosts"),
            20,
            speakers=(_office("Koordinatorja Kombëtare"), _office("Prefekti i Qarkut Durrës")),
            room="Salla e madhe",
        ),
        _item(
            "purpose",
            ItemKind.PLENARY,
            ("Qëllimi, programi, rregullat e grupit dhe rolet", "Purpose, programme, ground rules and roles"),
            15,
            **led,
        ),
        _item("networking", ItemKind.NETWORKING, ("Njohje e shpejtë në dyshe", "Speed networking in pairs"), 20, **led),
        _item(
            "state",
            ItemKind.PLENARY,
            ("Gjendja e koordinimit dhe çfarë tha konsultimi", "State of coordination, and what the consultation said"),
            25,
            summary=Text(
                sq="Përgjigjet e zyrave vendore për dy pyetjet e konsultimit.",
                en="What local offices answered to the two consultation questions.",
            ),
            speakers=(_office("Zyra e Koordinatorit Kombëtar"),),
            **led,
        ),
        _item("coffee-1", ItemKind.BREAK, ("Pushim kafeje", "Coffee"), 25),
        _item(
            "panel-1",
            ItemKind.PANEL,
            (
                "Paneli 1: Parandalimi – praktika të mira nga skuadrat vendore",
                "Panel 1: Prevention – local good practice",
            ),
            55,
            questions=minutes(23),
            speakers=teams,
            objective_ids=("o1",),
            attribution=Attribution.NAMED,
            **led,
        ),
        _item("stretch", ItemKind.ENERGISER, ("Lëvizje dhe kalimi në grupe", "Stretch and move to the groups"), 10),
        _item(
            GROUPS_ID,
            ItemKind.WORKING_GROUPS,
            ("Grupe pune sipas temave", "Working groups by theme"),
            70,
            objective_ids=("o1",),
            summary=Text(sq="Shtatë tema, një sallë për secilën.", en="Seven themes, a room for each."),
            **led,
        ),
        _item("lunch-1", ItemKind.MEAL, ("Dreka", "Lunch"), 60),
        _item("energiser", ItemKind.ENERGISER, ("Energjizues", "Energiser"), 10),
        _item(
            CAFE_ID,
            ItemKind.WORLD_CAFE,
            ("World café: çfarë na bashkon në punën e përditshme", "World café: what connects our daily work"),
            105,
            objective_ids=("o2",),
            attribution=Attribution.NOBODY,
            **led,
        ),
        _item("coffee-2", ItemKind.BREAK, ("Pushim kafeje", "Coffee"), 20),
        _item("gallery", ItemKind.GALLERY, ("Galeria e rezultateve", "Harvest gallery"), 30, **led),
        _item("plus-delta", ItemKind.EVALUATION, ("Plus/delta dhe dita e dytë", "Plus/delta, preview of day 2"), 15),
        _item("debrief", ItemKind.STAFF, ("Mbledhja e stafit", "Staff debrief"), 30),
    )
    second = (
        _item("mirror", ItemKind.PLENARY, ("Pasqyra e ditës së parë", "Mirror of day 1"), 20, **led),
        _item(
            "panel-2",
            ItemKind.PANEL,
            ("Paneli 2: Ndihma dhe riintegrimi", "Panel 2: Assistance and reintegration"),
            60,
            speakers=teams[:2],
            **led,
        ),
        _item("coffee-3", ItemKind.BREAK, ("Pushim kafeje", "Coffee"), 20, pinned_start=time(10, 30)),
        _item(
            "measures",
            ItemKind.WORKING_GROUPS,
            ("Grupe pune sipas qarqeve: masat", "Working groups by qark: measures"),
            75,
            parallel="a",
            attribution=Attribution.SECTOR,
            objective_ids=("o2",),
            **led,
        ),
        _item("donors", ItemKind.PANEL, ("Donatorët", "Donors' round"), 60, parallel="a", room="Salla 2"),
        _item(
            "plenary",
            ItemKind.PLENARY,
            ("Rekomandimet dhe angazhimet", "Recommendations and commitments"),
            45,
            objective_ids=("o2",),
            **led,
        ),
        _item("closing", ItemKind.EVALUATION, ("Vlerësimi dhe mbyllja", "Evaluation and closing"), 30),
    )
    return Agenda("event-1", (AgendaDay(time(8, 30), first), AgendaDay(time(9), second)))


def _guide() -> Guide:
    steps = (
        Step(
            "s1",
            minutes(10),
            Text(sq="Mirëseardhja dhe rregullat e tryezës", en="Welcome and table etiquette"),
            Text(sq="«Mirë se erdhët. Flisni shkurt, dëgjoni gjatë.»", en="“Welcome. Speak briefly, listen long.”"),
            Text(sq="Lehtësuesja kryesore", en="Lead facilitator"),
        ),
        *(
            Step(
                f"s{number + 1}",
                minutes(25),
                Text(
                    sq=f"Raundi {number}: bisedë në tryezë; në fund mikpritësi mbetet, të tjerët lëvizin.",
                    en=f"Round {number}: talk at the table; in the end the host stays and the others move on.",
                ),
                Text(sq="«Shkruani çdo ide të re mbi mbulesë.»", en="“Write every new idea on the tablecloth.”"),
                Text(sq="Mikpritësit e tryezave", en="Table hosts"),
            )
            for number in (1, 2, 3)
        ),
        Step(
            "s5",
            minutes(20),
            Text(sq="Vjelja e ideve në plenare", en="Harvest in plenary"),
            who=Text(sq="Të gjithë", en="All"),
        ),
    )
    materials = (
        Material(Text(sq="Letër flipçarti", en="Flipchart paper"), 4, MaterialPer.TABLE),
        Material(Text(sq="Lapustila me ngjyra", en="Coloured markers"), 1, MaterialPer.PARTICIPANT),
        Material(Text(sq="Orë e madhe", en="Large clock"), 1, MaterialPer.EVENT),
    )
    cafe = GuideSheet(
        CAFE_ID,
        purpose=Text(sq="Të lidhim përvojat e zyrave të ndryshme.", en="Connect the experience of different offices."),
        technique=Text(sq="World café", en="World café"),
        question=Text(
            sq="Çfarë mund të bëjmë nesër, bashkë, pa pritur askënd?", en="What can we do together tomorrow?"
        ),
        room_setup=Text(sq="24 tryeza me nga pesë karrige, mbulesa letre.", en="24 tables with five chairs each."),
        roles=Text(sq="Një mikpritës për tryezë, një kohëmatës.", en="One host per table, one timekeeper."),
        output=Text(sq="Tri ide për çdo tryezë, me fjalët e tyre.", en="Three ideas per table, in their own words."),
        plan_b=Text(sq="Lini raundin e tretë; vjelja mbetet 20 minuta.", en="Drop the third round; keep the harvest."),
        risks=Text(
            sq="Një zë mbizotëron: mikpritësi kujton rregullin.", en="One voice dominates: the host reminds them."
        ),
        steps=steps,
        materials=materials,
    )
    groups = GuideSheet(
        GROUPS_ID,
        purpose=Text(sq="Të gjejmë boshllëqet në çdo temë.", en="Find the gaps in every theme."),
        question=Text(sq="Ku humbet rasti midis zyrave?", en="Where is a case lost between offices?"),
        materials=materials[:2],
    )
    elements = (
        GuideElement(
            Text(sq="Rregullat e grupit", en="Ground rules"),
            Text(sq="Flasim shkurt.\nDëgjojmë deri në fund.", en="We speak briefly.\nWe listen to the end."),
        ),
        GuideElement(Text(sq="Sinjali i heshtjes", en="Silence signal"), Text(sq="Dora lart.", en="Hand up.")),
    )
    return Guide("event-1", elements=elements, sheets=(cafe, groups))


def _tasks() -> tuple[Task, ...]:
    rows = (
        (-90, "Nis faza e projektimit", "The design phase starts", TaskStatus.DONE, 90, "design"),
        (
            -84,
            "Dërgohen pyetjet e konsultimit në çdo sektor dhe qark",
            "Consultation questions are sent",
            TaskStatus.DONE,
            None,
            "",
        ),
        (-30, "Dërgohen ftesat", "Invitations go out", TaskStatus.IN_PROGRESS, 30, "invitations"),
        (-3, "Trajnohen lehtësuesit", "Facilitators are trained", TaskStatus.PLANNED, None, "training"),
        (0, "Shënimet ngarkohen po atë mbrëmje", "Notes are uploaded the same evening", TaskStatus.PLANNED, None, ""),
        (
            30,
            "Raporti i punimeve u dërgohet të gjithëve",
            "Proceedings go to everybody",
            TaskStatus.PLANNED,
            None,
            "proceedings",
        ),
        (None, "Kontrata e sallës", "Venue contract", TaskStatus.BLOCKED, None, ""),
    )
    tasks = tuple(
        Task(
            f"task-{number}",
            "event-1",
            Text(sq, en),
            offset,
            owner_role=Text(sq="Koordinatorja", en="Coordinator"),
            benchmark=Text(sq="100 % e dërguar", en="100 % sent"),
            status=status,
            minimum_days=least,
            rule=rule,
            position=number,
        )
        for number, (offset, sq, en, status, least, rule) in enumerate(rows)
    )
    invitations, training, venue = tasks[2], tasks[3], tasks[-1]
    said = (
        Comment("comment-1", "Përfaqësuese, Bashkia Durrës", datetime(2027, 3, 2, 10, 5), "Adresat janë kontrolluar."),
        Comment("comment-2", "Zyra e Prefektit, Durrës", datetime(2027, 3, 9, 9, 30), "Mungojnë dy qarqe."),
    )
    office, branch = "Zyra e Prefektit, Durrës", "Shërbimi Social Shtetëror, Durrës"
    return (
        replace(
            tasks[0],
            owner=office,
            done_on=date(2027, 1, 18),
            proof="https://prefektura.invalid/projekti",
            is_reached=True,
        ),
        tasks[1],
        replace(
            invitations,
            owner=office,
            deputy=branch,
            points=(
                TaskPoint("point-1", "Lista e adresave", is_done=True),
                TaskPoint("point-2", "Ftesa e nënshkruar"),
            ),
            comments=said,
            is_reached=False,
        ),
        replace(training, owner=branch, deputy=office),
        *tasks[4:-1],
        replace(venue, owner=branch, blocked_by="Oferta e dytë nuk ka ardhur."),
    )


def _people() -> Any:
    districts = cycle(District)
    consents = cycle((Consent.YES, Consent.YES, Consent.NO, Consent.NOT_ASKED))
    for number, (position, organisation, sector) in enumerate(cycle(OFFICES), start=1):
        district = next(districts)
        consent = next(consents)
        yield Participation(
            id=f"participation-{number}",
            event_id="event-1",
            person=Person(
                id=f"person-{number}",
                name=f"{position}, {organisation}, {district.value.title()} {number}",
                organisation=organisation,
                position=position,
                sector=sector,
                district=district,
                email=f"zyra{number}@example.org",
                phone="+355 00 000 000",
                languages=("sq", "en") if number % 3 == 0 else ("sq",),
                sex=Sex.FEMALE if number % 2 else Sex.MALE,
            ),
            role=EventRole.SPEAKER if number % 9 == 0 else EventRole.PARTICIPANT,
            status=InvitationStatus.CONFIRMED,
            days_attended=(1, 2) if number % 10 else (1,),
            photo_consent=consent,
            list_consent=consent,
            access_needs=f"{SECRET} hyrje pa shkallë",
            note=f"{SECRET} shënim",
            certificate=f"2027-04/{number:03}",
        )


def _cafe(participations: tuple[Participation, ...]) -> Cafe:
    ids = [entry.id for entry in participations]
    count = max(1, len(ids) // 5)
    hosts, guests = ids[:count], ids[count:]
    rounds = tuple(
        Round(tuple((hosts[place], *guests[(place + shift) % count :: count]) for place in range(count)))
        for shift in range(3)
    )
    seating = Seating(rounds, tuple(hosts), 7, ("sector",), len(ids) * 4, len(ids) * 3, 0, 0.9)
    questions = (
        Text(sq="Çfarë funksionon sot midis zyrave tona?", en="What works between our offices today?"),
        Text(sq="Çfarë na mungon që rasti të mos humbasë?", en="What do we lack so that no case is lost?"),
        Text(sq="Çfarë mund të bëjmë bashkë nesër?", en="What can we do together tomorrow?"),
    )
    return Cafe("event-1", CAFE_ID, questions, count, tuple(hosts), seed=7, seating=seating)


def _notes() -> tuple[Note, ...]:
    rows: tuple[tuple[str, NoteKind, str, dict[str, Any]], ...] = (
        (GROUPS_ID, NoteKind.KEY_POINT, "Raportet mujore vijnë me vonesë dhe në tri formate.", {}),
        (
            GROUPS_ID,
            NoteKind.QUOTE,
            "Ne e njohim familjen, por letrën e merr dikush tjetër.",
            {"speaker_role": "Punonjëse sociale, Durrës", "quote_consent": True},
        ),
        (GROUPS_ID, NoteKind.QUESTION, "Kush e mban dosjen kur rasti kalon qarkun?", {}),
        (GROUPS_ID, NoteKind.RECOMMENDATION, "Një formular i vetëm referimi për të gjithë.", {"owner": "Ministria"}),
        (
            GROUPS_ID,
            NoteKind.COMMITMENT,
            "Harton formularin e përbashkët.",
            {"owner": "Shërbimi Social Shtetëror, Durrës", "due_on": date(2027, 7, 30)},
        ),
        (GROUPS_ID, NoteKind.PARKING_LOT, "Buxheti i transportit.", {}),
        ("panel-1", NoteKind.KEY_POINT, "Skuadra e Shkodrës paraqiti punën me shkollat.", {"speaker_role": "Skuadra"}),
        (CAFE_ID, NoteKind.HARVEST, "Një numër i vetëm telefoni për qark.", {"table": 1, "round": 1}),
        (CAFE_ID, NoteKind.HARVEST, "Takim mujor i shkurtër.", {"table": 2, "round": 1}),
        (CAFE_ID, NoteKind.HARVEST, "Formular i përbashkët.", {"table": 1, "round": 2}),
        ("plenary", NoteKind.COMMITMENT, "Mbledh grupin çdo tre muaj.", {"owner": "Prefekti i Qarkut Durrës"}),
    )
    return tuple(
        Note(f"note-{number}", "event-1", item_id, kind, text, position=number, **fields)
        for number, (item_id, kind, text, fields) in enumerate(rows)
    )


def _plan() -> ProceedingsPlan:
    texts = (
        SectionText(
            Section.SUMMARY, Text(sq="Konferenca doli me masa të qarta.", en="The conference ended in clear measures.")
        ),
        SectionText(Section.EVALUATION, Text(sq="Mesatarja 4,4 nga 5.", en="The mean was 4.4 of 5.")),
        SectionText(Section.LESSONS, Text(sq="Konsultimi krijon pronësi.", en="Consultation creates ownership.")),
    )
    comments = (
        VolumeComment("comment-1", "Ministria e Financave", "Nga cili fond?", "masa të qarta", Section.SUMMARY),
        VolumeComment(
            "comment-2",
            "Bashkia Durrës",
            "Mesatarja është 4,5.",
            "4,4",
            Section.EVALUATION,
            datetime(2027, 6, 3, 10, 20),
            "U kontrollua: mbetet 4,4.",
            is_settled=True,
            kind=CommentKind.REPLACE,
        ),
    )
    return ProceedingsPlan("event-1", texts=texts, comments=comments)
