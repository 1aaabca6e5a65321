from __future__ import annotations

from dataclasses import replace
from datetime import time

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem, Attribution, ItemKind
from facilitation.domain.cafe import Cafe
from facilitation.domain.event import ConsultationQuestion, Event, Objective, Sector, SectorTarget
from facilitation.domain.guide import Guide, GuideElement, GuideSheet, Step
from facilitation.domain.instrument import Instrument, InstrumentDay, InstrumentTask
from facilitation.domain.task import Task
from facilitation.domain.text import Text
from facilitation.planning.agenda_from_instrument import NewEventParts, event_parts
from tests.builders import (
    EVENT_ID,
    a_material,
    a_method,
    a_text,
    an_event,
    an_instrument,
    an_instrument_item,
    counted_ids,
    minutes,
    some_steps,
)


def parts_of(instrument: Instrument, event: Event | None = None) -> NewEventParts:
    return event_parts(event or an_event(), instrument, {"pairs": a_method("pairs")}, counted_ids())


def test_an_item_carries_what_the_instrument_says() -> None:
    entry = an_instrument_item(
        kind=ItemKind.PANEL,
        minutes=55,
        method_id="unknown",
        questions=minutes(23),
        pinned_start=time(10, 45),
        parallel="rooms",
        attribution=Attribution.NAMED,
        summary=a_text("Summary"),
        internal_note=Text(sq="Kontrollo zërin", en="Check the sound"),
    )

    parts = parts_of(an_instrument(entry), an_event(languages=("en", "sq")))

    item = AgendaItem(
        id="id-1",
        kind=ItemKind.PANEL,
        title=entry.title,
        duration=minutes(55),
        pinned_start=time(10, 45),
        parallel="rooms",
        method_id="unknown",
        questions=minutes(23),
        attribution=Attribution.NAMED,
        summary=a_text("Summary"),
        internal_note="Check the sound",
    )
    assert parts.agenda == Agenda(EVENT_ID, (AgendaDay(time(9), (item,)),))
    assert parts.guide == Guide(EVENT_ID)


def test_items_serve_the_objectives_the_event_gets() -> None:
    instrument = an_instrument(an_instrument_item(objectives=("commit", "unknown")), objectives=["learn", "commit"])

    parts = parts_of(instrument)

    assert parts.event.objectives == (Objective("id-1", a_text("learn")), Objective("id-2", a_text("commit")))
    assert next(parts.agenda.items())[1].objective_ids == ("id-2",)


def test_objectives_targets_and_consultation_of_the_event_stay() -> None:
    instrument = replace(
        an_instrument(an_instrument_item(objectives=("learn",)), objectives=["learn"]),
        sector_targets=(SectorTarget(Sector.DONOR, 0.5),),
        consultation_questions=(a_text("What?"),),
    )
    own = an_event(
        objectives=["own"], targets={Sector.MEDIA: 0.1}, consultation=(ConsultationQuestion(a_text("Own?")),)
    )

    parts = parts_of(instrument, own)

    assert parts.event == own
    assert next(parts.agenda.items())[1].objective_ids == ()


def test_targets_and_consultation_are_proposed_where_the_event_has_none() -> None:
    instrument = an_instrument(
        sector_targets=(SectorTarget(Sector.DONOR, 0.5),), consultation_questions=(a_text("What?"),)
    )

    event = parts_of(instrument).event

    assert event.sector_targets == (SectorTarget(Sector.DONOR, 0.5),)
    assert event.consultation == (ConsultationQuestion(a_text("What?")),)


def test_the_guide_falls_back_to_the_method_where_the_instrument_is_silent() -> None:
    said = GuideSheet("", question=a_text("Why?"), output=a_text("A list"))
    instrument = an_instrument(
        an_instrument_item(minutes=60, method_id="pairs", sheet=said),
        guide_elements=(GuideElement(a_text("Rule"), a_text("Observers speak last.")),),
    )

    parts = parts_of(instrument)

    assert parts.guide == Guide(
        EVENT_ID,
        elements=(GuideElement(a_text("Rule"), a_text("Observers speak last.")),),
        sheets=(
            GuideSheet(
                item_id="id-1",
                purpose=a_text("Purpose of the method"),
                technique=a_text("Method pairs"),
                question=a_text("Why?"),
                output=a_text("A list"),
                steps=(
                    Step("id-2", minutes(20), a_text("Move 1"), a_text("Words 1"), a_text("Facilitator")),
                    Step("id-3", minutes(40), a_text("Move 2"), a_text("Words 2"), a_text("Facilitator")),
                ),
            ),
        ),
    )


def test_steps_and_materials_of_the_instrument_stand_before_those_of_the_method() -> None:
    said = GuideSheet("", steps=some_steps(25, 5), materials=(a_material("Map"),))

    sheet = parts_of(an_instrument(an_instrument_item(method_id="pairs", sheet=said))).guide.sheets[0]

    assert [step.minutes for step in sheet.steps] == [25, 5]
    assert sheet.materials == (a_material("Map"),)


def test_every_id_is_new_and_used_once() -> None:
    said = GuideSheet("", steps=some_steps(25, 5))
    instrument = an_instrument(
        an_instrument_item(sheet=said), an_instrument_item(sheet=said, method_id="pairs"), objectives=["learn"]
    )

    parts = parts_of(instrument)

    ids = [item.id for _, item in parts.agenda.items()]
    ids += [step.id for sheet in parts.guide.sheets for step in sheet.steps]
    ids += [objective.id for objective in parts.event.objectives]
    assert len(ids) == len(set(ids)) == 7


def test_the_checklist_keeps_its_order() -> None:
    tasks = (
        InstrumentTask(a_text("Start the design"), -90, a_text("Lead"), a_text("Minutes"), "design", 90, True),
        InstrumentTask(a_text("Send thanks"), 2, a_text("Coordinator")),
    )

    assert parts_of(an_instrument(tasks=tasks)).tasks == (
        Task(
            id="id-1",
            event_id=EVENT_ID,
            title=a_text("Start the design"),
            offset_days=-90,
            owner_role=a_text("Lead"),
            benchmark=a_text("Minutes"),
            rule="design",
            minimum_days=90,
            is_from_seed=True,
            position=0,
        ),
        Task("id-2", EVENT_ID, a_text("Send thanks"), 2, a_text("Coordinator"), position=1),
    )


def test_a_cafe_has_the_questions_and_a_table_for_every_five_people() -> None:
    instrument = an_instrument(
        an_instrument_item(), an_instrument_item(kind=ItemKind.WORLD_CAFE), cafe_questions=(a_text("What next?"),)
    )

    parts = parts_of(instrument, an_event(expected_people=108))

    assert parts.cafes == (Cafe(EVENT_ID, "id-2", questions=(a_text("What next?"),), table_count=22),)


def test_the_event_lasts_as_long_as_the_agenda_of_the_instrument() -> None:
    instrument = an_instrument(days=(InstrumentDay(time(8, 30), ()), InstrumentDay(time(9), ())))

    parts = parts_of(instrument, an_event(day_count=1))

    assert parts.event.day_count == 2
    assert parts.agenda.days == (AgendaDay(time(8, 30)), AgendaDay(time(9)))


def test_a_longer_event_gets_empty_days() -> None:
    parts = parts_of(an_instrument(), an_event(day_count=3))

    assert parts.agenda.days == (AgendaDay(time(9)),) * 3
