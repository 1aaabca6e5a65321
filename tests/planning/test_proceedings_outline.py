"""From the record to the content of the written volume."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from typing import Any

import pytest

from facilitation.domain.agenda import Attribution, ItemKind
from facilitation.domain.cafe import Round, Seating
from facilitation.domain.event import ConsultationQuestion, Sector
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent, District
from facilitation.domain.proceedings import ProceedingsPlan, Section, SectionText
from facilitation.domain.text import Text
from facilitation.planning.attribution import Attributed
from facilitation.planning.proceedings_consulted import AskedBefore
from facilitation.planning.proceedings_content import (
    AgendaLine,
    Background,
    CafeHarvest,
    Commitment,
    FollowUp,
    Imprint,
    ObjectiveTrace,
    ParkedPoint,
    ParticipantList,
    PersonLine,
    Recommendation,
    RoundHarvest,
    Said,
    SessionReport,
    TableHarvest,
)
from facilitation.planning.proceedings_outline import proceedings
from tests.builders import (
    EVENT_ID,
    a_cafe,
    a_contributor,
    a_guide,
    a_note,
    a_participation,
    a_person,
    a_record,
    a_sheet,
    a_task,
    a_text,
    an_agenda,
    an_event,
    an_item,
)

TODAY = date(2027, 6, 1)
SECRET = "Vetëm për stafin: kodi 7731"


def test_the_imprint_says_what_the_event_was() -> None:
    event = an_event(day_count=2, donors=a_text("Donor"), is_sample=True, sources_note=a_text("Chosen"))

    assert proceedings(a_record(event=event), TODAY).imprint == Imprint(
        title=a_text("Event"),
        place="Elbasan",
        country="AL",
        first_on=date(2027, 5, 17),
        last_on=date(2027, 5, 18),
        host=a_text("Host"),
        donors=a_text("Donor"),
        is_sample=True,
        sources_note=a_text("Chosen"),
        made_on=TODAY,
    )


def test_each_objective_is_followed_to_its_sessions_recommendations_and_commitments() -> None:
    consultation = (ConsultationQuestion(a_text("What?"), a_text("This.")),)
    event = an_event(objectives=["a", "b"], about=a_text("About"), consultation=consultation)
    notes = (
        a_note("1", item_id="panel", kind=NoteKind.RECOMMENDATION),
        a_note("2", item_id="groups", kind=NoteKind.RECOMMENDATION),
        a_note("3", item_id="groups", kind=NoteKind.COMMITMENT),
    )
    items = (an_item("panel", objectives=["a"]), an_item("groups", objectives=["a"]))

    assert proceedings(a_record(event=event, items=items, notes=notes), TODAY).background == Background(
        about=a_text("About"),
        objectives=(
            ObjectiveTrace(1, a_text("a"), (a_text("panel"), a_text("groups")), (1, 2), (1,)),
            ObjectiveTrace(2, a_text("b"), (), (), ()),
        ),
        expected_results=Text(),
        consultation=(AskedBefore(a_text("What?"), a_text("This.")),),
    )


def test_a_session_report_gathers_its_notes_by_kind_in_their_order() -> None:
    item = an_item("panel", minutes=60, kind=ItemKind.PANEL, objectives=["a"], summary=a_text("Summary"))
    notes = (
        a_note("1", item_id="panel", text="Second", position=2, speaker_role="Prefekt"),
        a_note("2", item_id="panel", text="First", position=1),
        a_note("3", item_id="panel", text="Why?", kind=NoteKind.QUESTION),
        a_note("4", item_id="panel", text="Said so", kind=NoteKind.QUOTE, quote_consent=True, speaker_role="Prefekt"),
        a_note("5", item_id="panel", kind=NoteKind.RECOMMENDATION),
        a_note("6", item_id="panel", kind=NoteKind.COMMITMENT),
    )
    record = a_record(
        event=an_event(objectives=["a"]),
        items=(item,),
        notes=notes,
        guide=a_guide(a_sheet("panel", question=a_text("Question"))),
    )

    assert proceedings(record, TODAY).sessions == (
        SessionReport(
            item_id="panel",
            day=1,
            on=date(2027, 5, 17),
            starts_at=datetime(2027, 5, 17, 9),
            ends_at=datetime(2027, 5, 17, 10),
            kind=ItemKind.PANEL,
            title=a_text("panel"),
            summary=a_text("Summary"),
            question=a_text("Question"),
            objectives=(a_text("a"),),
            attribution=Attribution.ROLE,
            speakers=(),
            key_points=(Said("First", Attributed()), Said("Second", Attributed(role="Prefekt"))),
            quotes=(Said("Said so", Attributed(role="Prefekt")),),
            questions=(Said("Why?", Attributed()),),
            recommendations=(1,),
            commitments=(1,),
            has_notes=True,
        ),
    )


def test_breaks_have_no_report_and_working_sessions_without_notes_say_so() -> None:
    items = (
        an_item("open", kind=ItemKind.OPENING),
        an_item("coffee", kind=ItemKind.BREAK),
        an_item("groups", kind=ItemKind.WORKING_GROUPS),
        an_item("energiser", kind=ItemKind.ENERGISER),
        an_item("evaluation", kind=ItemKind.EVALUATION),
    )

    reports = proceedings(a_record(items=items, notes=(a_note(item_id="evaluation"),)), TODAY).sessions

    assert [(report.item_id, report.has_notes) for report in reports] == [
        ("open", False),
        ("groups", False),
        ("evaluation", True),
    ]


def test_a_quote_without_consent_stays_out() -> None:
    notes = (
        a_note("1", kind=NoteKind.QUOTE, text="No"),
        a_note("2", kind=NoteKind.QUOTE, text="Yes", quote_consent=True),
    )

    (report,) = proceedings(a_record(items=[30], notes=notes), TODAY).sessions

    assert report.quotes == (Said("Yes", Attributed()),)


@pytest.mark.parametrize(("consent", "count"), [(Consent.YES, 1), (Consent.NOT_ASKED, 1), (Consent.NO, 0)])
def test_a_person_who_refuses_to_be_quoted_is_not_quoted_whatever_the_note_says(consent: Consent, count: int) -> None:
    note = a_note(kind=NoteKind.QUOTE, speaker_id="p", quote_consent=True)
    record = a_record(items=[30], notes=(note,), participations=(a_participation("p", quote_consent=consent),))

    (report,) = proceedings(record, TODAY).sessions

    assert len(report.quotes) == count


def test_under_chatham_house_nobody_is_shown_anywhere() -> None:
    item = an_item(
        kind=ItemKind.PANEL,
        attribution=Attribution.NOBODY,
        speakers=(a_contributor("Folëse 4"), a_contributor("Prefektura")),
    )
    note = a_note(
        kind=NoteKind.QUOTE, quote_consent=True, speaker="Folëse 4", speaker_role="Drejtuese", speaker_sector="donor"
    )
    record = a_record(items=(item,), notes=(note,), participations=(a_participation(name="Folëse 4"),))

    volume = proceedings(record, TODAY)

    assert volume.sessions[0].quotes == (Said(note.text, Attributed()),)
    assert (volume.sessions[0].speakers, volume.agenda[0].lines[0].speakers) == ((), ())


def test_a_speaker_typed_by_name_is_recognised_and_shown_by_role() -> None:
    person = a_person("Folëse 4", position="Drejtuese", organisation="Strehëza")
    item = an_item(speakers=(a_contributor("folëse 4"), a_contributor("Prefektura")))
    record = a_record(items=(item,), participations=(a_participation(person=person),))

    (report,) = proceedings(record, TODAY).sessions

    assert report.speakers == (Attributed(role="Drejtuese, Strehëza"), Attributed(role="Prefektura"))


def test_the_agenda_leaves_out_items_for_the_staff_and_keeps_the_days() -> None:
    agenda = an_agenda(
        days=[
            [an_item("a", room="Salla A", parallel="x"), an_item("b", parallel="x", summary=a_text("Summary"))],
            [an_item("debrief", kind=ItemKind.STAFF)],
        ]
    )

    days = proceedings(a_record(event=an_event(day_count=2), agenda=agenda), TODAY).agenda

    first = AgendaLine(
        starts_at=datetime(2027, 5, 17, 9),
        ends_at=datetime(2027, 5, 17, 9, 30),
        kind=ItemKind.PLENARY,
        title=a_text("a"),
        summary=Text(),
        room="Salla A",
        speakers=(),
        is_parallel=True,
    )
    assert [(day.day, day.on) for day in days] == [(1, date(2027, 5, 17)), (2, date(2027, 5, 18))]
    assert days[0].lines == (first, replace(first, title=a_text("b"), summary=a_text("Summary"), room=""))
    assert days[1].lines == ()


def test_the_harvest_stands_by_round_and_table_with_its_questions() -> None:
    seating = Seating(
        rounds=(Round((("1", "2"), ("3", "4"))), Round((("1", "3"), ("2", "4")))),
        hosts=("1", "3"),
        seed=1,
        balanced_by=(),
        possible_meetings=6,
        unique_meetings=4,
        repeated_meetings=0,
        sector_balance=1.0,
    )
    cafe = a_cafe(item_id="cafe", questions=(a_text("One"), a_text("Two")), table_count=2, seating=seating)
    notes = (
        a_note("1", item_id="cafe", kind=NoteKind.HARVEST, text="B", round=1, table=2),
        a_note("2", item_id="cafe", kind=NoteKind.HARVEST, text="A", round=1, table=1),
        a_note("3", item_id="cafe", kind=NoteKind.HARVEST, text="A too", round=1, table=1),
        a_note("4", item_id="cafe", kind=NoteKind.HARVEST, text="Somewhere", round=1),
        a_note("5", item_id="cafe", kind=NoteKind.HARVEST, text="Loose"),
    )
    record = a_record(items=(an_item("cafe", kind=ItemKind.WORLD_CAFE),), cafes=(cafe,), notes=notes)

    assert proceedings(record, TODAY).harvest == (
        CafeHarvest(
            item_id="cafe",
            title=a_text("cafe"),
            day=1,
            table_count=2,
            rounds=(
                RoundHarvest(
                    1,
                    a_text("One"),
                    (TableHarvest(1, ("A", "A too")), TableHarvest(2, ("B",)), TableHarvest(None, ("Somewhere",))),
                ),
                RoundHarvest(2, a_text("Two"), ()),
                RoundHarvest(None, Text(), (TableHarvest(None, ("Loose",)),)),
            ),
            people_count=4,
            possible_meetings=6,
            unique_meetings=4,
        ),
    )


def test_a_cafe_without_set_up_or_notes_is_still_named() -> None:
    record = a_record(items=(an_item("cafe", kind=ItemKind.WORLD_CAFE),))

    assert proceedings(record, TODAY).harvest == (CafeHarvest("cafe", a_text("cafe"), 1, 0, (), 0, 0, 0),)


def test_the_registers_are_numbered_in_the_order_of_the_agenda() -> None:
    notes = (
        a_note("1", item_id="item-2", kind=NoteKind.RECOMMENDATION, text="Later", owner="Ministria"),
        a_note("2", item_id="item-1", kind=NoteKind.RECOMMENDATION, text="Sooner", due_on=date(2027, 9, 1)),
        a_note("3", item_id="gone", kind=NoteKind.RECOMMENDATION, text="Left over"),
        a_note(
            "4", item_id="item-1", kind=NoteKind.COMMITMENT, text="We do", owner="Bashkia", due_on=date(2027, 5, 31)
        ),
        a_note("5", item_id="item-2", kind=NoteKind.COMMITMENT, text="We too", owner="Bashkia", due_on=TODAY),
        a_note("6", item_id="item-2", kind=NoteKind.PARKING_LOT, text="Parked"),
    )

    volume = proceedings(a_record(items=[30, 30], notes=notes), TODAY)

    one, two = a_text("item-1"), a_text("item-2")
    assert volume.recommendations == (
        Recommendation(1, "Sooner", "", date(2027, 9, 1), "item-1", one),
        Recommendation(2, "Later", "Ministria", None, "item-2", two),
        Recommendation(3, "Left over", "", None, "gone", Text()),
    )
    assert volume.commitments == (
        Commitment(1, "We do", "Bashkia", date(2027, 5, 31), "item-1", one, is_overdue=True),
        Commitment(2, "We too", "Bashkia", TODAY, "item-2", two, is_overdue=False),
    )
    assert volume.parking_lot == (ParkedPoint("Parked", "item-2", two),)


def test_follow_up_is_due_ninety_and_a_hundred_and_eighty_days_after_the_last_day() -> None:
    event = an_event(starts_on=date(2027, 5, 17), day_count=2)

    assert proceedings(a_record(event=event), TODAY).follow_ups == (
        FollowUp(90, date(2027, 8, 16)),
        FollowUp(180, date(2027, 11, 15)),
    )


def test_only_those_who_said_yes_are_listed_and_the_others_are_counted() -> None:
    people = (
        a_participation("1", list_consent=Consent.YES, days_attended=(1,), name="A", email="a@example.org"),
        a_participation("2", list_consent=Consent.NO, days_attended=(1,), name="B"),
        a_participation("3", list_consent=Consent.NOT_ASKED, days_attended=(1,), name="C"),
        a_participation("4", list_consent=Consent.YES, name="Stayed away"),
    )

    assert proceedings(a_record(participations=people), TODAY).participants == ParticipantList(
        (PersonLine("A", "Përfaqësuese", "Zyra e Punësimit", Sector.REGIONAL_STATE, District.SHKODER),),
        unlisted_count=2,
    )


def test_sections_keep_the_order_of_the_volume_and_their_typed_text() -> None:
    plan = ProceedingsPlan(
        EVENT_ID,
        sections=(Section.LESSONS, Section.IMPRINT),
        texts=(SectionText(Section.LESSONS, a_text("Learned")),),
    )

    volume = proceedings(a_record(proceedings=plan), TODAY)

    assert volume.sections == (Section.IMPRINT, Section.LESSONS)
    assert (volume.text(Section.LESSONS), volume.text(Section.IMPRINT)) == (a_text("Learned"), Text())


def test_nothing_internal_reaches_the_volume() -> None:
    items = (
        an_item("panel", internal_note=SECRET),
        an_item("debrief", title=SECRET, kind=ItemKind.STAFF, speakers=(a_contributor(SECRET),)),
    )
    notes = tuple(
        a_note(kind.value, item_id="debrief", kind=kind, text=SECRET, quote_consent=True) for kind in NoteKind
    )
    person = a_participation(
        days_attended=(1,),
        list_consent=Consent.YES,
        note=SECRET,
        access_needs=SECRET,
        dietary_needs=SECRET,
        email=SECRET,
        phone=SECRET,
    )
    record = a_record(items=items, notes=notes, participations=(person,), tasks=(a_task(note=SECRET),))

    assert SECRET not in "\n".join(_words(proceedings(record, TODAY)))


def _words(value: Any) -> list[str]:
    """Every text somewhere in a value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [word for part in value for word in _words(part)]
    if is_dataclass(value):
        return [word for field in fields(value) for word in _words(getattr(value, field.name))]
    return []
