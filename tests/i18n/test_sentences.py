"""Findings, missing parts and errors as sentences: every code has one, and every place in it is filled."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from facilitation.domain.agenda import Absence, ItemKind, Room, Window
from facilitation.domain.event import ConsultationQuestion, Quota, QuotaKind, Sector
from facilitation.domain.finding import Finding, Severity, finding
from facilitation.domain.person import InvitationStatus, Sex
from facilitation.domain.proceedings import Section
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Dependency, TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere, InvalidInput, LibraryProblem, NotFound
from facilitation.i18n import sentences
from facilitation.i18n.missing_sentences import COUNTED_MISSING, MISSING
from facilitation.i18n.sentences import (
    FINDING_CODES,
    NOT_KNOWN,
    error_sentence,
    finding_sentence,
    missing_sentence,
)
from facilitation.i18n.translator import LANGUAGES, Translator
from facilitation.planning import lead_times, proceedings_missing, volume_clock
from facilitation.planning.overview import event_findings
from facilitation.planning.proceedings_content import Missing
from tests.builders import (
    a_contributor,
    a_guide,
    a_method,
    a_note,
    a_participation,
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
from tests.consultations import a_questionnaire, a_reply

ENGLISH = Translator("en")
PLANNING = Path(lead_times.__file__).parent


def emitted_codes() -> set[str]:
    """Every code in the planning modules: what is passed to ``finding``, or to a function with a parameter ``code``."""
    modules = [ast.parse(path.read_text("utf-8")) for path in sorted(PLANNING.glob("*.py"))]
    places = {"finding": 0} | {name: place for module in modules for name, place in _takers_of_a_code(module)}
    return {code for module in modules for code in _codes(module, places)}


def _takers_of_a_code(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Functions with a parameter ``code``, and which of their parameters it is."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
            if "code" in names:
                yield node.name, names.index("code")


def _codes(module: ast.Module, places: Mapping[str, int]) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in places:
            passed = node.args[places[node.func.id]]
            if isinstance(passed, ast.Constant):
                yield str(passed.value)


METHODS = {"vote": a_method("vote", steps=(100, 100), goals=("decide",))}


def everything_wrong() -> EventRecord:
    """An event that breaks every rule of the agenda, the checklist and the consultation."""
    office = a_contributor("Zyra", is_local=False)
    crew = tuple(a_contributor(f"Lehtësues {number}") for number in (1, 2))
    closed = Window(2, time(8), time(18))
    agenda = an_agenda(
        rooms=(Room("Salla A", capacity=10), Room("Salla C", closed=(closed,))),
        absences=(Absence(office, closed),),
        days=[
            [
                an_item("opening", kind=ItemKind.OPENING, minutes=90, method_id="vote", speakers=(office,)),
                an_item("panel", minutes=100, facilitators=(office,), note_takers=(office,), objectives=["a"]),
                an_item("one", parallel="x", room="Salla A", facilitators=(office,)),
                an_item("two", parallel="x", room="Salla A", note_takers=(office,)),
                an_item("pinned", pinned_start=time(12)),
                an_item("hurried", pinned_start=time(12, 50), buffer_before=minutes(10)),
            ],
            [
                an_item("sitting", minutes=100, questions=minutes(60), speakers=(office,), room="Salla C"),
                an_item("coffee", kind=ItemKind.BREAK),
                an_item("report", minutes=50, people=60, room="Salla A"),
                an_item("groups", kind=ItemKind.WORKING_GROUPS, room="Salla B", facilitators=crew),
            ],
        ],
    )
    tasks = (
        a_task("late", work_days=8),
        a_task("done", offset_days=-60, status=TaskStatus.DONE, done_on=date(2027, 4, 1)),
        a_task("impossible", offset_days=-80),
        a_task("guide", rule="guide", offset_days=-1),
        a_task("training", rule="training", offset_days=-1),
        a_task("proceedings", rule="proceedings", offset_days=30),
        a_task("long", offset_days=-1, work_days=90),
        a_task("hen", offset_days=None, waits_for=(Dependency("egg"),)),
        a_task("egg", offset_days=None, waits_for=(Dependency("hen"),)),
    )
    return a_record(
        event=an_event(
            day_count=2,
            quotas=(
                Quota(QuotaKind.SEX, "female", 0.4),
                Quota(QuotaKind.SEX, "male", 0.6),
                Quota(QuotaKind.SECTOR, "donor", 0.2),
                Quota(QuotaKind.DISTRICT, "vlore", 1.0),
            ),
            objectives=["a", "b"],
            targets={Sector.DONOR: 0.1},
            consultation=(ConsultationQuestion(a_text("Question")),),
        ),
        agenda=agenda,
        guide=a_guide(a_sheet("panel", steps=some_steps(10))),
        tasks=tasks,
        questionnaires=(a_questionnaire(),),
        replies=(a_reply(1, "Duam strehim.", "shelter"),),
        participations=(
            a_participation("first", status=InvitationStatus.INVITED, wave=1, invited_on=date(2027, 5, 1)),
            a_participation("second", wave=2, invited_on=date(2027, 5, 7), sex=Sex.MALE),
        ),
    )


def found() -> list[Finding]:
    """What is said about it while it can still be planned, on the day itself, and long after."""
    record = everything_wrong()
    days = (
        date(2027, 2, 10),
        date(2027, 4, 12),
        date(2027, 5, 12),
        date(2027, 5, 17),
        date(2027, 6, 10),
        date(2027, 9, 1),
    )
    sent_late = a_task(rule="proceedings", offset_days=30, status=TaskStatus.DONE, done_on=date(2027, 8, 1))
    return [
        *(remark for day in days for remark in event_findings(record, day, METHODS)),
        *lead_times.lead_time_findings(record.event, (sent_late,), date(2027, 9, 1)),
        *volume_clock.volume_findings(replace(record, tasks=(), notes=(a_note(),)), date(2027, 9, 1)),
        *volume_clock.volume_findings(replace(record, tasks=(), notes=(a_note(),)), date(2027, 6, 15)),
    ]


def test_every_code_of_the_planning_rules_has_a_sentence_and_every_sentence_a_code() -> None:
    assert emitted_codes() == FINDING_CODES


def test_the_record_that_breaks_every_rule_breaks_every_rule() -> None:
    assert {remark.code for remark in found()} == FINDING_CODES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("remark", found(), ids=lambda remark: f"{remark.code}-{remark.severity}")
def test_every_place_of_a_sentence_is_filled(remark: Finding, language: str) -> None:
    said = finding_sentence(remark, Translator(language))

    assert NOT_KNOWN not in said
    assert not re.search(r"[{}]|\d{4}-\d\d-\d\d|\d\.\d", said)
    assert said.endswith(".")


def test_dates_shares_and_titles_are_written_as_people_read_them() -> None:
    late = finding("task_late", Severity.WARN, title=Text(sq="Ftesat", en="Invitations"), due_on="2027-03-26")
    share = finding("small_group_share", Severity.WARN, share=0.25, minimum=0.4)

    assert finding_sentence(late, ENGLISH) == (
        "“Invitations” was due on 26 March 2027 and is still open. Do it now or give it another day."
    )
    assert finding_sentence(share, ENGLISH).startswith("Only 25% of the working time")


def test_a_week_is_written_as_one_span() -> None:
    owner = Text(sq="Zyra A", en="Zyra A")
    remark = finding("owner_overloaded", Severity.HINT, case="work", owner=owner, days=7, week="2027-04-12/2027-04-16")

    assert finding_sentence(remark, ENGLISH).startswith("Zyra A: 7 days of work in the week 12–16 April 2027,")
    assert finding_sentence(remark, Translator("sq")).startswith("Zyra A: 7 ditë pune në javën 12–16 prill 2027,")


def test_one_and_many_have_their_own_sentence() -> None:
    one = finding("no_owner", Severity.HINT, count=1, title=a_text("Venue"))
    many = finding("no_owner", Severity.HINT, count=2, title=a_text("Venue"))

    assert finding_sentence(one, ENGLISH) == "1 open task has no person who does it: “Venue (en)”. Enter a name."
    assert finding_sentence(many, ENGLISH) == (
        "2 open tasks have no person who does them; the next one is “Venue (en)”. Enter the names."
    )


def test_the_same_code_is_said_by_its_case_and_by_its_weight() -> None:
    blocking = finding("break_gap", Severity.BLOCK, day=1, starts_at="09:00", ends_at="12:00", minutes=180, limit=120)
    near = finding("late_guide", Severity.WARN, case="near", limit_on="2027-05-16")

    assert "at most 120 are allowed" in finding_sentence(blocking, ENGLISH)
    assert "must be final by 16 May 2027" in finding_sentence(near, ENGLISH)


def test_a_missing_value_or_an_unknown_code_stops_nobody() -> None:
    assert finding_sentence(Finding("no_facilitator", Severity.WARN), ENGLISH) == (
        "“…” (day …, …) has no facilitator. Name one in the session."
    )
    assert finding_sentence(Finding("no_owner", Severity.HINT), ENGLISH).startswith("… open tasks")
    assert finding_sentence(Finding("something_new", Severity.HINT), ENGLISH) == "something_new"


def test_a_session_without_a_title_is_called_so() -> None:
    remark = finding("no_facilitator", Severity.WARN, title=Text(), day=1, starts_at="09:00")

    assert finding_sentence(remark, ENGLISH).startswith("“(no title)” (day 1, 09:00)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_missing_has_a_sentence(language: str) -> None:
    source = Path(proceedings_missing.__file__).read_text("utf-8")
    codes = set(re.findall(r'yield \(?\s*"(\w+)"', source)) | set(re.findall(r'_unwritten\("(\w+)"', source))

    said = [missing_sentence(Missing(Section.SUMMARY, code, 3), Translator(language)) for code in sorted(codes)]

    assert codes == {*MISSING, *COUNTED_MISSING}
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in said)
    assert (
        missing_sentence(Missing(Section.SESSIONS, "sessions_without_notes", 1), ENGLISH) == "1 session has no notes."
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Text(en="Agenda"), "Agenda"),
        (date(2027, 3, 26), "26 March 2027"),
        ("2027-03-26", "26 March 2027"),
        ("2027-13-45", "2027-13-45"),
        (datetime(2027, 3, 26, 9, 5), "26 Mar, 09:05"),
        (time(9, 5), "09:05"),
        (timedelta(minutes=90), "90\u00a0min"),
        (0.35, "35%"),
        (12, "12"),
        (("a", "b"), "a and b"),
        (None, NOT_KNOWN),
        ("as typed", "as typed"),
    ],
)
def test_an_error_says_its_values_as_people_read_them(value: object, expected: str) -> None:
    assert error_sentence(InvalidInput("Here: {value}", value=value), ENGLISH) == f"Here: {expected}"


def test_an_error_without_one_of_its_values_is_still_said() -> None:
    error = NotFound("It is gone.")
    error.template = "Row {row} is gone."

    assert error_sentence(error, ENGLISH) == "Row … is gone."


def test_braces_in_what_was_typed_stay_as_typed() -> None:
    assert error_sentence(InvalidInput("Read: {text}", text="{row}"), ENGLISH) == "Read: {row}"


def test_the_errors_of_the_program_have_sentences() -> None:
    assert error_sentence(ChangedElsewhere(), ENGLISH).startswith("Somebody else changed this")
    assert error_sentence(LibraryProblem(("a.toml: title", "b.toml: key")), ENGLISH) == (
        "The content library has 2 problem(s): a.toml: title; b.toml: key"
    )


def test_sentence_tables_do_not_overlap() -> None:
    assert not set(sentences.SENTENCES) & set(sentences.PLURAL_SENTENCES)
    assert not set(MISSING) & set(COUNTED_MISSING)
