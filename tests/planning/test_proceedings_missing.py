"""What a complete volume would still need."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitation.domain.agenda import ItemKind
from facilitation.domain.event import ConsultationQuestion
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent
from facilitation.domain.proceedings import ProceedingsPlan, Section, SectionText
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.proceedings_content import Missing
from facilitation.planning.proceedings_outline import proceedings
from tests.builders import EVENT_ID, a_cafe, a_note, a_participation, a_record, a_text, an_event, an_item
from tests.consultations import a_questionnaire, a_reply

HARVEST, RECOMMENDATION, COMMITMENT = NoteKind.HARVEST, NoteKind.RECOMMENDATION, NoteKind.COMMITMENT


def only(section: Section) -> ProceedingsPlan:
    """A volume of one section."""
    return ProceedingsPlan(EVENT_ID, sections=(section,))


def missing(record: EventRecord) -> tuple[Missing, ...]:
    """What the volume of a record lacks."""
    return proceedings(record, date(2027, 6, 1)).missing


def gaps(record: EventRecord) -> list[tuple[str, int]]:
    """What is missing, without the sections."""
    return [(gap.what, gap.count) for gap in missing(record)]


def test_an_empty_event_misses_every_part_in_the_order_of_the_volume() -> None:
    assert missing(a_record()) == (
        Missing(Section.IMPRINT, "no_donors"),
        Missing(Section.SUMMARY, "no_summary"),
        Missing(Section.BACKGROUND, "no_background"),
        Missing(Section.BACKGROUND, "no_objectives"),
        Missing(Section.BACKGROUND, "no_expected_results"),
        Missing(Section.PARTICIPATION, "no_participants"),
        Missing(Section.AGENDA, "no_agenda"),
        Missing(Section.RECOMMENDATIONS, "no_recommendations"),
        Missing(Section.COMMITMENTS, "no_commitments"),
        Missing(Section.EVALUATION, "no_evaluation"),
        Missing(Section.LESSONS, "no_lessons"),
        Missing(Section.NEXT_STEPS, "no_next_steps"),
        Missing(Section.THREAD, "thread_empty"),
        Missing(Section.PHOTOS, "no_photos"),
    )


def test_a_complete_record_misses_nothing() -> None:
    typed = (Section.SUMMARY, Section.EVALUATION, Section.LESSONS, Section.NEXT_STEPS)
    event = an_event(
        donors=a_text("Donor"),
        about=a_text("About"),
        expected_results=a_text("Results"),
        objectives=["a"],
        consultation=(ConsultationQuestion(a_text("What?"), a_text("This.")),),
    )
    notes = (
        a_note("1", kind=NoteKind.QUOTE, quote_consent=True),
        a_note("2", kind=RECOMMENDATION, owner="Ministria"),
        a_note("3", kind=COMMITMENT, owner="Bashkia", due_on=date(2027, 9, 1)),
        a_note("4", item_id="cafe", kind=HARVEST, round=1, table=1),
    )
    record = a_record(
        event=event,
        items=(an_item(), an_item("cafe", kind=ItemKind.WORLD_CAFE)),
        cafes=(a_cafe(item_id="cafe", questions=(a_text("One"),)),),
        notes=notes,
        participations=(a_participation(days_attended=(1,), list_consent=Consent.YES),),
        proceedings=ProceedingsPlan(EVENT_ID, texts=tuple(SectionText(section, a_text("Text")) for section in typed)),
    )

    assert missing(record) == (Missing(Section.PHOTOS, "no_photos"),)


def test_sections_left_out_miss_nothing() -> None:
    assert missing(a_record(proceedings=only(Section.LESSONS))) == (Missing(Section.LESSONS, "no_lessons"),)


def test_sessions_without_notes_and_quotes_without_consent_are_counted() -> None:
    items = (an_item("a"), an_item("b"), an_item("break", kind=ItemKind.BREAK), an_item("c", kind=ItemKind.PANEL))
    notes = (a_note("1", item_id="a", kind=NoteKind.QUOTE), a_note("2", item_id="a", kind=NoteKind.QUOTE))

    record = a_record(items=items, notes=notes, proceedings=only(Section.SESSIONS))

    assert gaps(record) == [("sessions_without_notes", 2), ("quotes_without_consent", 2)]


def test_notes_of_staff_sessions_do_not_count() -> None:
    items = (an_item("debrief", kind=ItemKind.STAFF),)
    record = a_record(
        items=items, notes=(a_note(item_id="debrief", kind=NoteKind.QUOTE),), proceedings=only(Section.SESSIONS)
    )

    assert gaps(record) == []


def test_rounds_without_harvest_are_counted_once_anything_was_harvested() -> None:
    items = (an_item("cafe", kind=ItemKind.WORLD_CAFE),)
    record = a_record(items=items, cafes=(a_cafe(item_id="cafe"),), proceedings=only(Section.HARVEST))
    harvested = a_record(
        items=items,
        cafes=(a_cafe(item_id="cafe"),),
        notes=(a_note(item_id="cafe", kind=HARVEST, round=2),),
        proceedings=only(Section.HARVEST),
    )

    assert gaps(record) == [("no_harvest", 1)]
    assert gaps(harvested) == [("rounds_without_harvest", 2)]


def test_recommendations_need_an_addressee_and_commitments_an_owner_and_a_date() -> None:
    notes = (
        a_note("1", kind=RECOMMENDATION),
        a_note("2", kind=RECOMMENDATION, owner="Ministria"),
        a_note("3", kind=COMMITMENT, due_on=date(2027, 9, 1)),
        a_note("4", kind=COMMITMENT),
    )
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.RECOMMENDATIONS, Section.COMMITMENTS))

    assert gaps(a_record(items=[30], notes=notes, proceedings=plan)) == [
        ("recommendations_without_addressee", 1),
        ("commitments_without_owner", 2),
        ("commitments_without_date", 1),
    ]


def test_attendance_and_consents_are_asked_for() -> None:
    people = (a_participation("1"), a_participation("2", list_consent=Consent.NO))
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.PARTICIPATION, Section.PARTICIPANT_LIST))

    assert gaps(a_record(participations=people, proceedings=plan)) == [
        ("no_attendance", 1),
        ("nobody_listed", 1),
        ("list_consent_not_asked", 1),
    ]


def test_a_consultation_question_needs_its_synthesis() -> None:
    consultation = (ConsultationQuestion(a_text("What?")), ConsultationQuestion(a_text("Why?"), a_text("So.")))
    record = a_record(event=an_event(consultation=consultation), proceedings=only(Section.BACKGROUND))

    assert ("consultation_without_answer", 1) in gaps(record)


def test_sections_are_looked_at_in_the_order_of_the_volume() -> None:
    plan = ProceedingsPlan(EVENT_ID, sections=(Section.LESSONS, Section.SUMMARY))

    assert [gap.section for gap in missing(a_record(proceedings=plan))] == [Section.LESSONS, Section.SUMMARY]


def test_a_summary_of_more_than_two_pages_is_too_long() -> None:
    def summary(words: int) -> list[tuple[str, int]]:
        texts = (SectionText(Section.SUMMARY, Text(en="word " * words)),)
        return gaps(a_record(proceedings=ProceedingsPlan(EVENT_ID, (Section.SUMMARY,), texts)))

    assert summary(900) == []
    assert summary(901) == [("summary_too_long", 1)]


def test_replies_that_were_not_gathered_under_themes_are_named() -> None:
    record = a_record(questionnaires=(a_questionnaire(themes=()),), replies=(a_reply(1),))
    themed = replace(record, questionnaires=(a_questionnaire(),))

    assert ("replies_without_themes", 1) in gaps(record)
    assert ("replies_without_themes", 1) not in gaps(themed)
