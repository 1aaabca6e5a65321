"""The next event made from the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from facilitation.domain.agenda import Absence, AcceptedFinding, Room, Window
from facilitation.domain.cafe import CafeRules, PersonPair, PinnedSeat, RoundAbsence
from facilitation.domain.event import Brief, BriefPoint, ConsultationQuestion, Objective
from facilitation.domain.person import Consent, InvitationStatus
from facilitation.domain.proceedings import VOLUME, ProceedingsPlan, Section, SectionText, VolumePart
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Comment, CountedFrom, Dependency, TaskPoint, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.commitments import OpenCommitment
from facilitation.planning.next_event import ProposedDay, continued, last_actions_item, proposed_day, with_commitments
from tests.builders import (
    EVENT_ID,
    a_budget,
    a_cafe,
    a_contributor,
    a_note,
    a_participation,
    a_record,
    a_task,
    a_text,
    an_agenda,
    an_event,
    an_item,
    counted_ids,
)

TODAY = date(2027, 5, 20)
NEXT = date(2027, 8, 16)
TITLE = a_text("Next")


def next_of(*, keeps_people: bool = True, **parts: Any) -> EventRecord:
    """The next event, 91 days after Monday 17 May 2027."""
    return continued(a_record(**parts), NEXT, TITLE, keeps_people=keeps_people)


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (date(2027, 8, 17), ProposedDay(date(2027, 8, 17), date(2027, 8, 17), is_past=False, is_moved=False)),
        (date(2027, 8, 22), ProposedDay(date(2027, 8, 20), date(2027, 8, 22), is_past=False, is_moved=True)),
        (date(2027, 11, 29), ProposedDay(date(2027, 11, 26), date(2027, 11, 29), is_past=False, is_moved=True)),
        (date(2027, 5, 12), ProposedDay(date(2027, 6, 3), date(2027, 5, 12), is_past=True, is_moved=False)),
        (None, ProposedDay(date(2027, 6, 3), None, is_past=False, is_moved=False)),
    ],
    ids=["a working day", "a Sunday", "Liberation Day after a weekend", "already past", "as wished"],
)
def test_the_day_proposed_is_a_working_day_in_time_for_the_rhythm(due_on: date | None, expected: ProposedDay) -> None:
    assert proposed_day(due_on, an_event(), TODAY) == expected


def test_an_event_of_two_days_is_not_laid_over_a_weekend() -> None:
    found = proposed_day(date(2027, 8, 20), an_event(day_count=2), TODAY)

    assert (found.day, found.is_moved) == (date(2027, 8, 19), True)


def test_a_due_day_right_after_a_weekend_is_not_moved_into_the_past() -> None:
    found = proposed_day(date(2027, 5, 23), an_event(), date(2027, 5, 22))

    assert found.day == date(2027, 5, 24)


def test_facts_stay_and_what_was_answered_before_the_last_event_does_not() -> None:
    asked = ConsultationQuestion(a_text("Question"), a_text("Answer"))
    event = an_event(
        consultation=(asked,), design_started_on=date(2027, 1, 4), series_id="series-1", is_sample=True, place="Berat"
    )

    found = next_of(event=event).event

    assert found == replace(
        event,
        starts_on=NEXT,
        title=TITLE,
        consultation=(ConsultationQuestion(a_text("Question")),),
        design_started_on=None,
        is_sample=False,
    )


def test_tasks_are_planned_anew_and_carried_ones_are_left_to_their_commitments() -> None:
    comment = Comment("c", "A", datetime(2027, 5, 1, 9, 0), "Done")
    done = a_task(
        status=TaskStatus.DONE,
        done_on=date(2027, 5, 3),
        pinned_on=date(2027, 5, 4),
        is_reached=True,
        proof="https://example.org",
        comments=(comment,),
        points=(TaskPoint("p", "One", is_done=True),),
        blocked_by="x",
        owner="Sekretariati",
    )

    found = next_of(tasks=(done, a_task("carried", from_note_id="note-1"))).tasks

    assert found == (a_task(owner="Sekretariati", points=(TaskPoint("p", "One"),)),)


def test_a_task_with_nothing_but_a_fixed_day_moves_as_far_as_the_event() -> None:
    pinned = a_task(offset_days=None, pinned_on=date(2027, 5, 10))

    assert next_of(tasks=(pinned,)).tasks == (replace(pinned, pinned_on=date(2027, 8, 9)),)


def test_tasks_that_wait_for_one_that_is_left_behind_wait_for_the_others() -> None:
    left = a_task("left", from_note_id="note-1")
    waiting = a_task("b", waits_for=(Dependency("left"), Dependency("a")))
    counted = a_task("c", counted_from=CountedFrom.TASK, counted_from_id="left")

    found = next_of(tasks=(a_task("a"), left, waiting, counted)).tasks

    assert found[1:] == (
        replace(waiting, waits_for=(Dependency("a"),)),
        replace(counted, counted_from=CountedFrom.EVENT, counted_from_id=""),
    )


def test_people_are_to_be_invited_and_asked_again() -> None:
    part = a_participation(
        days_attended=(1,),
        photo_consent=Consent.YES,
        list_consent=Consent.NO,
        access_needs="Rampë",
        dietary_needs="Pa gluten",
        note="Erdhi vonë",
        quote_consent=Consent.YES,
        contact_consent=Consent.YES,
        consented_on=date(2027, 5, 1),
        certificate="12",
        wave=2,
    )

    assert next_of(participations=(part,)).participations == (a_participation(status=InvitationStatus.TO_INVITE),)
    assert next_of(keeps_people=False, participations=(part,)).participations == ()


def test_beneficiaries_known_by_a_code_are_not_carried_into_the_next_event() -> None:
    coded = a_participation("coded", name="P-07", is_coded=True)

    assert next_of(participations=(coded,)).participations == ()


def test_what_the_brief_answered_and_the_themes_behind_objectives_are_asked_anew() -> None:
    point = BriefPoint("p", a_text("Question"), a_text("Answer"), is_prerequisite=True, is_met=True)
    event = an_event(
        brief=Brief(audience=a_text("Offices"), points=(point,)), objectives=[Objective("a", a_text("a"), ("theme-1",))]
    )

    found = next_of(event=event).event

    assert found.brief == Brief(audience=a_text("Offices"), points=(replace(point, answer=Text(), is_met=None),))
    assert found.objectives == (Objective("a", a_text("a")),)


def test_who_is_not_invited_again_stays_in_the_agenda_as_an_office() -> None:
    part = a_participation()
    speaker = a_contributor(person_id=part.person.id)
    item = an_item(speakers=(speaker,), room="Salla A")
    parts: dict[str, Any] = {"agenda": an_agenda([item]), "participations": (part,)}

    kept, gone = next_of(**parts), next_of(keeps_people=False, **parts)

    assert kept.agenda == an_agenda([item])
    assert gone.agenda == an_agenda([replace(item, speakers=(a_contributor(),))])


def test_rooms_stay_while_absences_and_accepted_remarks_do_not() -> None:
    window = Window(1, datetime(2027, 1, 1, 9).time(), datetime(2027, 1, 1, 10).time())
    agenda = an_agenda(
        [30],
        rooms=(Room("Salla A", 40),),
        absences=(Absence(a_contributor(), window),),
        accepted=(AcceptedFinding("break_gap", "item-1", "No"),),
    )

    assert next_of(agenda=agenda).agenda == an_agenda([30], rooms=(Room("Salla A", 40),))


def test_a_cafe_keeps_questions_and_rules_between_people_who_come_again() -> None:
    rules = CafeRules(
        apart=(PersonPair("a", "b"),), absences=(RoundAbsence("a", 1),), pinned=(PinnedSeat("a", 1, 1),), themes=("T",)
    )
    cafe = a_cafe(rules=rules, host_ids=("a",), plan_number=2)

    assert next_of(cafes=(cafe,)).cafes == (a_cafe(rules=CafeRules(apart=(PersonPair("a", "b"),), themes=("T",))),)
    assert next_of(keeps_people=False, cafes=(cafe,)).cafes == (a_cafe(rules=CafeRules(themes=("T",))),)


def test_notes_and_written_texts_stay_behind_and_the_budget_is_open_again() -> None:
    title, photo = VolumePart(VOLUME, "own_1", a_text("Words of the host")), VolumePart("photo", "a.jpg", a_text("x"))
    texts = (SectionText(Section.SUMMARY, a_text("Words")),)
    plan = ProceedingsPlan(EVENT_ID, (Section.OWN_1, Section.SUMMARY), texts, parts=(title, photo))
    budget = a_budget()
    spent = replace(budget, lines=tuple(replace(line, actual=line.unit_price) for line in budget.lines))

    found = next_of(notes=(a_note(),), proceedings=plan, budget=spent)

    assert (found.notes, found.proceedings, found.budget) == (
        (),
        ProceedingsPlan(EVENT_ID, (Section.OWN_1, Section.SUMMARY), parts=(title,)),
        budget,
    )


PROMISE = OpenCommitment("note-1", "Lista e kontakteve", "Prefektura", date(2027, 6, 30), an_event())
ACTIONS = Text(sq="Pikat e veprimit të mbledhjes së fundit", en="Action points of the last meeting")


def test_a_promise_becomes_a_task_with_owner_and_fixed_day_after_the_others() -> None:
    record = a_record(tasks=(a_task(position=4),))

    found = with_commitments(record, (PROMISE,), counted_ids()).tasks

    assert found[1] == a_task(
        "id-1",
        title=Text(sq="Lista e kontakteve"),
        offset_days=None,
        owner_role=Text(),
        owner="Prefektura",
        pinned_on=date(2027, 6, 30),
        from_note_id="note-1",
        position=5,
    )


def test_promises_are_listed_in_the_session_on_the_last_action_points_in_place_of_the_old_ones() -> None:
    item = an_item("actions", title=ACTIONS, internal_note="Me zë të lartë.\n☐ E vjetër")
    record = a_record(agenda=an_agenda([an_item(), item]))
    bare = replace(PROMISE, note_id="note-2", text="Udhëzimi", owner="", due_on=None)

    found = with_commitments(record, (PROMISE, bare), counted_ids()).agenda.item("actions")

    assert found == replace(
        item, internal_note="Me zë të lartë.\n☐ Lista e kontakteve — Prefektura, 30.06.2027\n☐ Udhëzimi"
    )


def test_an_agenda_without_such_a_session_stays_as_it_is() -> None:
    record = a_record(items=[30, 15])

    assert last_actions_item(record.agenda) is None
    assert with_commitments(record, (PROMISE,), counted_ids()).agenda == record.agenda


def test_reading_back_at_the_end_is_not_taken_for_the_session_on_the_last_action_points() -> None:
    read_back = an_item("back", title=Text(sq="Rileximi i pikave të veprimit", en="Reading back of the action points"))
    actions = an_item("actions", title=ACTIONS)

    assert last_actions_item(an_agenda([read_back])) is None
    assert last_actions_item(an_agenda([actions, read_back])) == actions
