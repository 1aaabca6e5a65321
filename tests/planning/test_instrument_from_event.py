"""What of an event goes into a template of one's own, and what stays behind."""

from __future__ import annotations

from datetime import time
from typing import Any

from facilitation.domain.agenda import ItemKind
from facilitation.domain.event import ConsultationQuestion, Objective, Sector, SectorTarget
from facilitation.domain.guide import GuideElement, GuideSheet
from facilitation.domain.instrument import (
    Instrument,
    InstrumentDay,
    InstrumentItem,
    InstrumentObjective,
    InstrumentTask,
)
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.instrument_from_event import instrument_of
from tests.builders import (
    a_cafe,
    a_contributor,
    a_guide,
    a_material,
    a_record,
    a_sheet,
    a_task,
    a_text,
    an_agenda,
    an_event,
    an_item,
    minutes,
    some_steps,
)

HEAD = Instrument("ours", a_text("Ours"), a_text("Why"), 1, days=(), tasks=(), source=a_text("Source"))


def template_of(record: EventRecord, **facts: Any) -> Instrument:
    return instrument_of(record, HEAD, facts.pop("methods", ("buzz",)), **facts)


def test_sessions_keep_what_can_be_used_again_and_lose_people_and_rooms() -> None:
    item = an_item(
        "talk",
        kind=ItemKind.PANEL,
        minutes=40,
        method_id="buzz",
        room="Salla 1",
        speakers=(a_contributor(),),
        questions=minutes(10),
        pinned_start=time(9),
        objectives=["goal-a"],
        summary=a_text("Summary"),
        internal_note="Rezervoni mikrofonin.",
        shortest=minutes(20),
    )
    sheet = a_sheet("talk", question=a_text("Why?"), steps=some_steps(15, 25), materials=(a_material(),))
    event = an_event(objectives=[Objective("goal-a", a_text("Know"))], expected_people=44)

    found = template_of(a_record(event=event, agenda=an_agenda([item]), guide=a_guide(sheet)))

    without_ids = tuple(type(step)("", step.duration, step.what) for step in some_steps(15, 25))
    expected = InstrumentItem(
        kind=ItemKind.PANEL,
        title=a_text("talk"),
        duration=minutes(40),
        method_id="buzz",
        questions=minutes(10),
        pinned_start=time(9),
        objectives=("goal_1",),
        summary=a_text("Summary"),
        sheet=GuideSheet("", question=a_text("Why?"), steps=without_ids, materials=(a_material(),)),
        shortest=minutes(20),
    )
    assert found.days == (InstrumentDay(time(9), (expected,)),)
    assert found.objectives == (InstrumentObjective("goal_1", a_text("Know")),)
    assert (found.key, found.title, found.source, found.typical_people) == ("ours", HEAD.title, HEAD.source, 44)


def test_internal_notes_come_along_only_where_asked_for() -> None:
    record = a_record(agenda=an_agenda([an_item(internal_note="Rezervoni mikrofonin.")]))

    assert template_of(record).days[0].items[0].internal_note == Text()
    assert template_of(record, has_notes=True).days[0].items[0].internal_note == Text(sq="Rezervoni mikrofonin.")


def test_a_method_the_library_does_not_have_is_left_out() -> None:
    record = a_record(agenda=an_agenda([an_item(method_id="gone")]))

    assert template_of(record).days[0].items[0].method_id == ""


def test_parallel_sessions_get_letters_and_empty_days_at_the_end_are_dropped() -> None:
    first = [an_item("a", parallel="7f3a"), an_item("b", parallel="7f3a"), an_item("c")]
    second = [an_item("d", parallel="91bc"), an_item("e", parallel="91bc")]
    third = [
        an_item("f", parallel="1"),
        an_item("g", parallel="1"),
        an_item("h", parallel="2"),
        an_item("i", parallel="2"),
    ]

    found = template_of(a_record(agenda=an_agenda(days=[first, second, third, []])))

    assert [[item.parallel for item in day.items] for day in found.days] == [
        ["a", "a", ""],
        ["a", "a"],
        ["a", "a", "b", "b"],
    ]


def test_steps_that_do_not_fill_their_session_are_fitted() -> None:
    record = a_record(
        agenda=an_agenda([an_item("talk", minutes=30)]), guide=a_guide(a_sheet("talk", steps=some_steps(10, 10)))
    )

    assert [step.minutes for step in template_of(record).days[0].items[0].sheet.steps] == [15, 15]


def test_checklist_targets_questions_and_what_holds_throughout_come_along() -> None:
    elements = (GuideElement(a_text("Rule"), a_text("Words")), GuideElement(Text(), a_text("No title")))
    record = a_record(
        event=an_event(
            targets={Sector.DONOR: 0.2},
            consultation=(ConsultationQuestion(a_text("What?"), a_text("Answer")), ConsultationQuestion(Text())),
            rules_left_out=("long_speech",),
        ),
        guide=a_guide(elements=elements),
        cafes=(a_cafe(questions=(Text(), Text())), a_cafe(item_id="item-2")),
        tasks=(a_task(rule="invitations", minimum_days=30), a_task("task-2", offset_days=None)),
    )

    found = template_of(record)

    assert found.tasks == (
        InstrumentTask(a_text("Task"), -10, a_text("Coordinator"), rule="invitations", minimum_days=30),
    )
    assert found.sector_targets == (SectorTarget(Sector.DONOR, 0.2),)
    assert found.consultation_questions == (a_text("What?"),)
    assert found.cafe_questions == tuple(a_text(f"Question {number}") for number in (1, 2, 3))
    assert found.guide_elements == elements[:1]
    assert found.rules_left_out == ("long_speech",)
