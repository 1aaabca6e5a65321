"""What minutes and reports compute: who was there, promises, figures, problems, hours, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from facilitation.domain.agenda import Audience, ItemKind
from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine
from facilitation.domain.consultation import Answer, Question, QuestionKind, Questionnaire, Reply
from facilitation.domain.event import Sector
from facilitation.domain.note import NoteKind
from facilitation.domain.person import EventRole, InvitationStatus, Participation, Sex
from facilitation.domain.proceedings import ProceedingsPlan, VolumePart
from facilitation.domain.task import TaskStatus
from facilitation.domain.text import Text
from facilitation.domain.volume_outline import OutlinePart, PartSource, VolumeOutline
from facilitation.planning.composition import PublicCell
from facilitation.planning.report_meeting import attendance, composition, facts
from facilitation.planning.report_outline import report
from facilitation.planning.report_parties import approval, contacts, handover_signers, parties
from facilitation.planning.report_series import (
    Fate,
    duties,
    earlier,
    half_year_of,
    indicators,
    meetings,
    next_dates,
)
from facilitation.planning.report_sources import ReportSources, SeriesMeeting, sources_of
from facilitation.planning.report_training import evaluation, hours, training
from facilitation.planning.report_work import ProblemKind, activities, measures, open_tasks, problems, roles
from tests.builders import (
    A_MONDAY,
    EVENT_ID,
    a_contributor,
    a_duty,
    a_note,
    a_participation,
    a_presidency,
    a_record,
    a_series,
    a_task,
    a_text,
    an_agenda,
    an_event,
    an_item,
)

LATER = date(2027, 6, 30)


def sources(today: date = LATER, *, around: dict[str, Any] | None = None, **parts: Any) -> ReportSources:
    return sources_of(a_record(**parts), today, **(around or {}))


def came(number: int, **fields: Any) -> Participation:
    return a_participation(f"part-{number}", **{"days_attended": (1,), "organisation": f"Zyra {number}", **fields})


def a_meeting(day: date, *notes: Any, **fields: Any) -> SeriesMeeting:
    return SeriesMeeting(an_event(id="event-0", starts_on=day), notes, **fields)


def test_offices_are_counted_once_and_absent_only_where_none_of_theirs_came() -> None:
    people = (
        came(1, organisation="Bashkia"),
        came(2, organisation="Bashkia", position="Specialiste"),
        a_participation("part-3", organisation="Bashkia"),
        a_participation("part-4", organisation="Policia", status=InvitationStatus.DECLINED),
        a_participation("part-5", organisation="Shkolla"),
        came(6, name="R-01", is_coded=True),
        came(7, organisation="Përkthyesit", role=EventRole.INTERPRETER),
    )

    found = attendance(sources(participations=people))

    assert [(row.office.name, row.came, row.days) for row in found.rows] == [("Bashkia", 2, (1,))]
    assert [office.name for office in found.excused] == ["Policia"]
    assert [office.name for office in found.absent] == ["Shkolla"]
    assert (found.listed, found.came, found.coded, found.has_quorum) == (6, 3, 1, False)


def test_before_anybody_is_written_down_all_who_did_not_decline_are_listed_and_no_quorum_is_judged() -> None:
    people = (a_participation("part-1"), a_participation("part-2", status=InvitationStatus.DECLINED))

    found = attendance(sources(participations=people))

    assert (len(found.rows), found.is_known, found.has_quorum, found.absent) == (1, False, None, ())
    assert not attendance(sources())


def test_members_of_a_presidency_decide_on_the_quorum() -> None:
    series = a_series(presidency=a_presidency("Vatra", "Hapa", "Jeta"))
    people = (came(1, organisation="Vatra"), came(2, organisation="  jeta "), *(came(n) for n in range(3, 9)))

    found = attendance(sources(participations=people, series=series))

    assert found.members == (("Vatra", True), ("Hapa", False), ("Jeta", True))
    assert found.has_quorum is True


def test_the_facts_name_the_chair_the_hours_and_helpers_by_role() -> None:
    item = an_item(minutes=50, facilitators=(a_contributor("Zyra e Shtypit"),))
    staff = an_item("staff", kind=ItemKind.STAFF, facilitators=(a_contributor("Logjistika"),))
    series = a_series(presidency=a_presidency("A", "B"))
    before = a_meeting(date(2027, 2, 1))

    found = facts(sources(agenda=an_agenda([item, staff]), series=series, around={"meetings": (before,)}))

    assert (found.chair, found.number) == ("A", 2)
    assert found.starts_at == datetime(2027, 5, 17, 9, 0)
    assert [entry.role for entry in found.facilitators] == ["Zyra e Shtypit"]
    assert facts(sources()).number == 0


def test_small_counts_of_the_composition_are_hidden() -> None:
    people = (*(came(n, sex=Sex.FEMALE) for n in range(8)), *(came(n, sex=Sex.MALE) for n in range(8, 11)))

    found = composition(sources(participations=people))

    assert (found.total, found.organisations) == (11, 11)
    assert found.sexes == ((Sex.FEMALE, PublicCell(None)), (Sex.MALE, PublicCell(None)))
    assert found.sectors == ((Sector.REGIONAL_STATE, PublicCell(11)),)


def test_what_became_of_earlier_promises_the_late_first_and_old_kept_ones_forgotten() -> None:
    def promise(note_id: str, **fields: Any) -> Any:
        return a_note(note_id, kind=NoteKind.COMMITMENT, text=note_id, **fields)

    last = a_meeting(
        date(2027, 2, 1),
        promise("kept", done_on=date(2027, 3, 1)),
        promise("open", due_on=date(2027, 8, 1)),
        promise("late", due_on=date(2027, 6, 20), owner="Bashkia"),
        promise("carried", due_on=date(2027, 3, 1)),
        a_note("no-promise"),
    )
    old = a_meeting(date(2025, 2, 1), promise("long-kept", done_on=date(2025, 3, 1)), promise("never"))
    after = a_meeting(date(2027, 6, 1), promise("of-a-later-meeting"))
    task = a_task(from_note_id="carried", status=TaskStatus.DONE, done_on=date(2027, 5, 1), owner="Policia")

    found = earlier(sources(tasks=(task,), around={"meetings": (old, last, after)}))

    assert [(entry.text, entry.fate) for entry in found] == [
        ("late", Fate.LATE),
        ("open", Fate.OPEN),
        ("never", Fate.OPEN),
        ("carried", Fate.KEPT),
        ("kept", Fate.KEPT),
    ]
    assert (found[0].days_late, found[0].owner, found[3].owner, found[3].done_on) == (
        10, "Bashkia", "Policia", date(2027, 5, 1),
    )  # fmt: skip


def test_meetings_and_indicators_of_the_half_year() -> None:
    series = a_series(a_duty(), a_duty("report", kind="report", per_year=2, since=date(2027, 1, 1)))
    kept = a_note("note-1", kind=NoteKind.COMMITMENT, owner="A", due_on=date(2027, 6, 1), done_on=date(2027, 5, 30))
    late = a_note("note-2", kind=NoteKind.COMMITMENT, due_on=date(2027, 6, 1))
    decided = a_note("note-3", kind=NoteKind.RECOMMENDATION)
    around = {
        "meetings": (a_meeting(date(2026, 12, 1)), a_meeting(date(2027, 3, 1), kept, late, came=7)),
    }
    people = (came(1, sector=Sector.CIVIL_SOCIETY), came(2), a_participation("part-3"))

    found = sources(items=[30], series=series, notes=(decided,), participations=people, around=around)

    assert half_year_of(date(2027, 6, 30)) == (date(2027, 1, 1), date(2027, 6, 30))
    assert half_year_of(date(2027, 7, 1)) == (date(2027, 7, 1), date(2027, 12, 31))
    assert [(m.on, m.came, m.decisions, m.commitments) for m in meetings(found)] == [
        (date(2027, 3, 1), 7, 0, 2),
        (A_MONDAY, 2, 1, 0),
    ]
    assert [(each.code, each.value, each.of) for each in indicators(found)] == [
        ("duty", 2, 4),
        ("duty", 0, 2),
        ("gap_days", 90, None),
        ("with_owner_and_date", 1, 2),
        ("kept_in_time", 1, 2),
        ("presence", 2, 3),
        ("civil_society", 1, 2),
    ]


def test_an_event_that_stands_alone_has_no_duties_and_its_follow_up_days() -> None:
    alone = sources()

    assert not duties(alone)
    assert earlier(alone) == ()
    assert indicators(alone) == ()
    assert [(day.code, day.days) for day in next_dates(alone)] == [("follow_up", 90), ("follow_up", 180)]


def test_days_that_come_hold_the_next_meeting_the_duty_and_the_end_of_the_term() -> None:
    series = a_series(a_duty(), presidency=a_presidency())
    planned = SeriesMeeting(an_event(id="next", starts_on=date(2027, 8, 2), title=a_text("Next")))

    codes = [entry.code for entry in next_dates(sources(series=series, around={"meetings": (planned,)}))]

    assert codes == ["term", "event", "follow_up", "duty", "follow_up"]


def test_tasks_problems_and_roles_of_the_work() -> None:
    tasks = (
        a_task("done", status=TaskStatus.DONE, done_on=A_MONDAY, owner="Bashkia"),
        a_task("blocked", status=TaskStatus.BLOCKED, blocked_by=" të dhënat "),
        *(a_task(f"late-{n}", title=f"Late {n}") for n in range(7)),
        a_task("later", offset_days=90),
    )
    line = BudgetLine("line", BudgetCategory.MEALS, "Dreka", Decimal(2), Decimal(100), actual=Decimal(250))
    event = an_event(objectives=["served", "unserved"])
    agenda = an_agenda([an_item(objectives=["served"])])
    found = sources(event=event, agenda=agenda, tasks=tasks, budget=Budget(EVENT_ID, lines=(line,)))

    assert activities(found).count(TaskStatus.DONE) == 1
    assert activities(found).late == 8
    assert [row.title.en for row in open_tasks(found)][-1] == "Task (en)"
    assert [(row.owner.sq, len(row.tasks)) for row in roles(found)] == [("Bashkia", 1), ("Coordinator (sq)", 9)]
    assert [problem.kind for problem in problems(found)] == [
        ProblemKind.BLOCKED,
        *[ProblemKind.LATE] * 5,
        ProblemKind.MORE_LATE,
        ProblemKind.GAP,
        ProblemKind.OVER,
        ProblemKind.NO_SESSION,
    ]
    by_kind = {problem.kind: problem for problem in problems(found)}
    assert (by_kind[ProblemKind.BLOCKED].why, by_kind[ProblemKind.MORE_LATE].days) == ("të dhënat", 2)
    assert (by_kind[ProblemKind.GAP].amount, by_kind[ProblemKind.OVER].amount) == (Decimal(200), Decimal(50))


def test_measures_come_of_public_sessions_only() -> None:
    agenda = an_agenda([an_item(), an_item("item-2", audience=Audience.STAFF)])
    notes = (
        a_note("note-1", kind=NoteKind.COMMITMENT, owner="Bashkia", due_on=date(2027, 6, 1)),
        a_note("note-2", kind=NoteKind.COMMITMENT, done_on=date(2027, 6, 1)),
        a_note("note-3", kind=NoteKind.COMMITMENT, item_id="item-2"),
        a_note("note-4"),
    )

    found = measures(sources(agenda=agenda, notes=notes))

    assert [(m.number, m.institution, m.is_overdue, m.done_on) for m in found] == [
        (1, "Bashkia", True, None),
        (2, "", False, date(2027, 6, 1)),
    ]


def test_parties_are_organisations_the_host_first_and_contacts_name_no_person() -> None:
    people = (
        came(1, organisation="Kryqi i Kuq", role=EventRole.ORGANISER, name="Mirela Kashtori", email="m@k.al"),
        came(2, organisation="Host (sq)"),
        came(3, organisation="kryqi i kuq "),
        came(4, organisation="Vëzhguesit", role=EventRole.OBSERVER),
        came(5, name="R-01", organisation="Strehëza", is_coded=True),
    )
    found = sources(participations=people)

    assert [(party.name.sq, party.people) for party in parties(found)] == [("Host (sq)", 1), ("Kryqi i Kuq", 2)]
    assert [entry.role for entry in contacts(found)] == [
        EventRole.PARTICIPANT, EventRole.ORGANISER, EventRole.OBSERVER,
    ]  # fmt: skip
    assert "Kashtori" not in repr(contacts(found))
    assert "R-01" not in repr((contacts(found), parties(found), attendance(found)))


def test_who_signs_is_known_where_a_presidency_goes_round() -> None:
    series = a_series(presidency=a_presidency("Vatra", "Hapa"))

    assert handover_signers(sources(series=series)).lines == (("giver", "Vatra"), ("taker", "Hapa"))
    assert handover_signers(sources()).lines == (("giver", ""), ("taker", ""))
    assert approval(sources(series=series)).lines == (("chair", "Vatra"), ("note_taker", ""))


def test_hours_by_days_attended_and_sessions_with_their_methods() -> None:
    days = [[an_item(minutes=60, method_id="pairs"), an_item("pause", kind=ItemKind.BREAK)], [an_item("b", minutes=30)]]
    people = (
        came(1, days_attended=(1, 2), certificate="2027-05/001"),
        came(2, days_attended=(1, 2)),
        came(3),
        a_participation("part-4"),
    )
    methods = {"pairs": a_text("Pairs")}
    found = sources(
        event=an_event(day_count=2), agenda=an_agenda(days=days), participations=people, around={"methods": methods}
    )

    assert [(row.days, row.people, row.duration) for row in hours(found).rows] == [
        ((1, 2), 2, timedelta(minutes=90)),
        ((1,), 1, timedelta(minutes=60)),
    ]
    assert (hours(found).people, hours(found).certificates, hours(found).person_hours) == (3, 1, 4.0)
    assert [(row.title.en, row.method.en) for row in training(found)] == [("item-1 (en)", "Pairs (en)"), ("b (en)", "")]


def test_an_evaluation_counts_answers_from_the_first_day_on_and_hides_few() -> None:
    scale = Question("scale", a_text("How?"), QuestionKind.SCALE)
    rare = Question("rare", a_text("And?"), QuestionKind.CHOICE, choices=(a_text("Yes"), a_text("No")))
    asked = Questionnaire(
        "form", EVENT_ID, a_text("Evaluation"), questions=(scale, rare, Question("open", a_text("?")))
    )

    def reply(number: int, given: datetime | None) -> Reply:
        answers = (Answer("scale", number=number), *([Answer("rare", chosen=(0,))] if number > 4 else []))
        return Reply(f"reply-{number}-{given}", EVENT_ID, "form", given_at=given, answers=answers)

    evening = datetime(2027, 5, 17, 18, 0)
    replies = (*(reply(number, evening) for number in (1, 2, 3, 4, 5)), reply(1, datetime(2027, 4, 1)), reply(1, None))

    (found,) = evaluation(sources(questionnaires=(asked,), replies=replies))

    assert (found.replies, [each.answered for each in found.questions]) == (5, [5, 1])
    assert (found.questions[0].counts, found.questions[0].mean) == ((1, 1, 1, 1, 1), Fraction(3))
    assert (found.questions[1].counts, found.questions[1].mean) == ((), None)
    assert evaluation(sources(questionnaires=(asked,), replies=replies[5:])) == ()


def test_a_part_is_missing_where_it_is_required_and_neither_written_nor_known() -> None:
    def part(key: str, source: PartSource | None = None) -> OutlinePart:
        return OutlinePart(key, a_text(key), Text(), source, is_required=True)

    paper = VolumeOutline(
        "paper", a_text("Paper"), Text(), (), Audience.STAFF,
        (part("facts", PartSource.FACTS), part("budget", PartSource.BUDGET), part("written"), part("left_out"),
         part("unwritten"), replace(part("free"), is_required=False)),
    )  # fmt: skip
    parts = (
        VolumePart("paper", "written", Text(en="Words")),
        VolumePart("other", "unwritten", Text(en="Words of another paper")),
        VolumePart("paper", "left_out", Text(), is_left_out=True),
    )

    found = report(paper, sources(proceedings=ProceedingsPlan(EVENT_ID, parts=parts)))

    assert [entry.outline.key for entry in found.missing] == ["budget", "unwritten"]
    assert [entry.outline.key for entry in found.printed] == ["facts", "budget", "written", "unwritten", "free"]
    assert found.has_own_words


def test_hide_passes_tasks_sources_and_earlier_promises() -> None:
    def hide(text: str) -> str:
        return text.replace("Mirela", "…")

    promise = a_note("note-0", kind=NoteKind.COMMITMENT, text="Mirela shkruan", owner="Mirela")
    tasks = (a_task(title=Text(sq="Telefononi Mirelën", en="Call Mirela"), owner="Mirela"),)
    blocked = a_task("b", status=TaskStatus.BLOCKED, blocked_by="Mirela")
    found = sources(tasks=(*tasks, blocked), around={"hide": hide, "meetings": (a_meeting(date(2027, 4, 1), promise),)})

    told = repr((activities(found), problems(found), earlier(found), roles(found)))
    assert "Call …" in told
    assert "Mirela" not in told.replace("Mirelën", "")
