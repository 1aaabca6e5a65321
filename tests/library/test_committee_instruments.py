"""The committee, its technical table and the coalition as domain.md 1.2 and 2.2 lay them down, as literals."""

from __future__ import annotations

import pytest

from facilitation.domain.agenda import Attribution
from facilitation.domain.instrument import Instrument
from facilitation.planning.agenda_checks import agenda_findings
from tests.library.test_content import LIBRARY, a_fresh_record, offsets, rows

COMMITTEE = LIBRARY.instruments["regional-committee"]
TABLE = LIBRARY.instruments["technical-table"]
COALITION = LIBRARY.instruments["coalition-meeting"]
HANDOVER = LIBRARY.instruments["presidency-handover"]
every_instrument = pytest.mark.parametrize(
    "instrument", [COMMITTEE, TABLE, COALITION, HANDOVER], ids=lambda instrument: instrument.key
)


def lines_from_seed(instrument: Instrument) -> int:
    lists = (instrument.start_questions, instrument.prerequisites, instrument.documents, instrument.indicators)
    return sum(line.is_from_seed for lines in lists for line in lines)


def tasks_from_seed(instrument: Instrument) -> list[int]:
    return [task.offset_days for task in instrument.tasks if task.is_from_seed]


def sessions_from_seed(instrument: Instrument) -> list[str]:
    return [item.title.en for day in instrument.days for item in day.items if item.is_from_seed]


def test_the_two_hours_of_the_committee_run_as_laid_down() -> None:
    assert rows(COMMITTEE, 1) == [
        ("10:00", 5, "opening"),
        ("10:05", 10, "plenary"),
        ("10:15", 20, "plenary"),
        ("10:35", 15, "plenary"),
        ("10:50", 30, "working_groups"),
        ("11:20", 20, "plenary"),
        ("11:40", 10, "plenary"),
        ("11:50", 8, "plenary"),
        ("11:58", 2, "plenary"),
    ]


def test_the_ninety_minutes_of_the_technical_table_run_as_laid_down() -> None:
    assert rows(TABLE, 1) == [
        ("10:00", 5, "opening"),
        ("10:05", 10, "plenary"),
        ("10:15", 45, "working_groups"),
        ("11:00", 15, "plenary"),
        ("11:15", 10, "plenary"),
        ("11:25", 5, "plenary"),
    ]


def test_the_ninety_minutes_of_the_coalition_run_as_laid_down() -> None:
    assert rows(COALITION, 1) == [
        ("11:00", 5, "opening"),
        ("11:05", 10, "plenary"),
        ("11:15", 15, "plenary"),
        ("11:30", 20, "working_groups"),
        ("11:50", 20, "plenary"),
        ("12:10", 10, "plenary"),
        ("12:20", 5, "plenary"),
        ("12:25", 5, "evaluation"),
    ]


def test_the_handover_of_the_presidency_runs_as_laid_down() -> None:
    assert rows(HANDOVER, 1) == [
        ("11:00", 10, "opening"),
        ("11:10", 20, "plenary"),
        ("11:30", 15, "plenary"),
        ("11:45", 45, "working_groups"),
        ("12:30", 10, "break"),
        ("12:40", 25, "plenary"),
        ("13:05", 10, "plenary"),
        ("13:15", 10, "plenary"),
        ("13:25", 5, "plenary"),
    ]


def test_the_tasks_fall_on_the_days_laid_down() -> None:
    half_year = (-45, -30, -7)

    assert offsets(COMMITTEE) == sorted([*half_year, -30, -21, -14, -10, -7, -5, -1, 0, 5, 30, 60])
    assert offsets(TABLE) == sorted([*half_year[:2], -30, -21, -14, -10, -7, -5, -1, 0, 5, 30, 60])
    assert offsets(COALITION) == [-14, -10, -7, -3, 0, 3]
    assert offsets(HANDOVER) == [-30, -14, -14, -10, -7, -3, 0, 3, 14, 90]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_tasks_that_hang_on_a_half_year_or_on_a_term_name_its_day(language: str) -> None:
    ends = {"sq": ("fundit të gjashtëmujorit", "mandatit"), "en": ("end of the half-year", "of the term")}[language]
    named = [
        (instrument.key, task.offset_days)
        for instrument in (COMMITTEE, TABLE, HANDOVER)
        for task in instrument.tasks
        if any(end in task.benchmark.said_in(language) for end in ends)
    ]

    assert named == [
        *[("regional-committee", day) for day in (-45, -30, -7)],
        *[("technical-table", day) for day in (-45, -30)],
        *[("presidency-handover", day) for day in (-30, -14, 14, 90)],
    ]


def test_only_what_the_seed_asks_for_is_marked_as_such() -> None:
    assert [lines_from_seed(instrument) for instrument in (COMMITTEE, TABLE, COALITION, HANDOVER)] == [16, 9, 9, 8]
    assert tasks_from_seed(COMMITTEE) == [-30, -7, -7]
    assert tasks_from_seed(TABLE) == [-7]
    assert tasks_from_seed(COALITION) == [-14, -10, -7]
    assert tasks_from_seed(HANDOVER) == [-14, -14, -10, -7, 14]


def test_sessions_the_seed_asks_for_are_marked_as_such() -> None:
    assert sessions_from_seed(COMMITTEE) == [
        "Situation update by municipality",
        "Decisions: measure, owner, deadline, resource",
        "Content of the six-month report, training needs",
    ]
    assert sessions_from_seed(TABLE) == ["Three coded cases of fifteen minutes"]
    assert sessions_from_seed(COALITION) == [
        "Referral and services",
        "Advocacy position: steps to consensus",
        "Joint funding",
    ]
    assert sessions_from_seed(HANDOVER) == [
        "New six-month plan, card workshop",
        "Consensus test and approval of the plan",
        "Who leads what",
    ]


@every_instrument
def test_a_fresh_meeting_with_people_named_raises_no_agenda_finding(instrument: Instrument) -> None:
    assert agenda_findings(a_fresh_record(instrument)) == ()


@every_instrument
def test_no_session_is_shorter_than_its_method_allows(instrument: Instrument) -> None:
    items = [item for day in instrument.days for item in day.items if item.method_id]

    assert [item.title.en for item in items if item.duration < LIBRARY.methods[item.method_id].minimum_time] == []


@every_instrument
def test_every_session_can_be_shortened_by_its_own_word_or_by_its_method(instrument: Instrument) -> None:
    items = [item for day in instrument.days for item in day.items]

    assert [item.title.en for item in items if not item.method_id and not item.shortest] == []


def test_cases_are_worked_on_by_the_case_clinic_alone_and_nobody_is_named() -> None:
    cases = [item for item in TABLE.days[0].items if "cases" in item.objectives]
    about_cases = [item for item in TABLE.days[0].items if {"cases", "follow_up", "referral"} & set(item.objectives)]

    assert [item.method_id for item in cases] == ["case_clinic"]
    assert {item.attribution for item in about_cases} == {Attribution.NOBODY}


def test_exact_words_are_noted_everywhere_but_at_the_technical_table() -> None:
    with_quotations = [
        instrument.key
        for instrument in (COMMITTEE, TABLE, COALITION, HANDOVER)
        if any(element.title.en == "Structure for the notes" for element in instrument.guide_elements)
    ]

    assert with_quotations == ["regional-committee", "coalition-meeting", "presidency-handover"]
