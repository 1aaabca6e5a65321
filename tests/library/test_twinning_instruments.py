"""Twinning and the training of its people: what domain.md 5.2 and 3.5 lay down, as literals."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from facilitation.domain.agenda import REST_KINDS
from facilitation.domain.instrument import Instrument
from facilitation.planning.agenda_checks import agenda_findings
from tests.library.test_content import LIBRARY, a_fresh_record, offsets, rows

Row = tuple[str, int, str]

BRIEFING_STEPS = [10, 15, 15, 10, 10]
"""Welcome, host organisation, situation, programme, questions: alone and as the first session of a visit."""
SHEET_FIELDS = ("purpose", "technique", "question", "room_setup", "roles", "output", "plan_b", "steps")


@dataclass(frozen=True)
class Expected:
    """What one instrument must say."""

    days: tuple[list[Row], ...]
    tasks: list[int]
    seed_lines: int
    """Lines of start questions, prerequisites, documents and indicators which the seed itself has."""
    left_out: tuple[str, ...]


WORKSHOP = Expected(
    days=(
        [
            ("09:00", 15, "opening"),
            ("09:15", 30, "plenary"),
            ("09:45", 40, "working_groups"),
            ("10:25", 15, "break"),
            ("10:40", 35, "working_groups"),
            ("11:15", 45, "working_groups"),
            ("12:00", 10, "break"),
            ("12:10", 20, "working_groups"),
            ("12:30", 15, "plenary"),
            ("12:45", 10, "plenary"),
            ("12:55", 5, "evaluation"),
        ],
    ),
    tasks=[-90, -80, -75, -70, -65, -60, -55, -50, -45, -40, -14, -7, -3, 0, 3, 14, 30, 60, 75, 90],
    seed_lines=25,
    left_out=("few_local_presenters", "late_design"),
)
BRIEFING = Expected(
    days=(
        [
            ("09:30", 10, "opening"),
            ("09:40", 15, "plenary"),
            ("09:55", 15, "plenary"),
            ("10:10", 10, "plenary"),
            ("10:20", 10, "plenary"),
        ],
    ),
    tasks=[-21, -14, -7, 0, 0, 3],
    seed_lines=10,
    left_out=("small_group_share", "no_evaluation", "late_design", "late_invitation"),
)
VISIT = Expected(
    days=(
        [
            ("09:30", 60, "plenary"),
            ("10:30", 20, "break"),
            ("10:50", 30, "working_groups"),
            ("11:20", 50, "gallery"),
            ("12:10", 80, "meal"),
            ("13:30", 20, "break"),
            ("13:50", 90, "working_groups"),
            ("15:20", 30, "break"),
            ("15:50", 40, "plenary"),
            ("16:30", 10, "evaluation"),
            ("16:40", 20, "staff"),
            ("17:00", 90, "break"),
            ("18:30", 120, "meal"),
        ],
        [
            ("09:00", 15, "plenary"),
            ("09:15", 15, "break"),
            ("09:30", 90, "working_groups"),
            ("11:00", 20, "break"),
            ("11:20", 60, "working_groups"),
            ("12:20", 75, "meal"),
            ("13:35", 10, "plenary"),
            ("13:45", 60, "working_groups"),
            ("14:45", 10, "plenary"),
            ("14:55", 10, "plenary"),
            ("15:05", 20, "break"),
            ("15:25", 120, "networking"),
            ("17:25", 20, "staff"),
        ],
        [
            ("09:00", 15, "plenary"),
            ("09:15", 60, "working_groups"),
            ("10:15", 20, "break"),
            ("10:35", 10, "plenary"),
            ("10:45", 30, "working_groups"),
            ("11:15", 50, "working_groups"),
            ("12:05", 15, "break"),
            ("12:20", 30, "plenary"),
            ("12:50", 15, "plenary"),
            ("13:05", 15, "evaluation"),
            ("13:20", 70, "meal"),
            ("14:30", 30, "staff"),
        ],
    ),
    tasks=[-60, -45, -30, -21, -14, -7, 0, 0, 3, 7, 14, 90],
    seed_lines=20,
    left_out=("few_local_presenters", "late_design"),
)
TRAINING = Expected(
    days=(
        [
            ("09:00", 25, "opening"),
            ("09:25", 50, "plenary"),
            ("10:15", 15, "break"),
            ("10:30", 50, "working_groups"),
            ("11:20", 20, "working_groups"),
            ("11:40", 15, "plenary"),
            ("11:55", 5, "evaluation"),
        ],
    ),
    tasks=[-25, -17, -11, -4, -1, 0, 1, 2, 3],
    seed_lines=6,
    left_out=("few_local_presenters", "late_design", "late_invitation"),
)
PRACTICE = Expected(
    days=(
        [
            ("10:00", 10, "opening"),
            ("10:10", 20, "plenary"),
            ("10:30", 25, "working_groups"),
            ("10:55", 10, "break"),
            ("11:05", 15, "working_groups"),
            ("11:20", 25, "working_groups"),
            ("11:45", 10, "plenary"),
            ("11:55", 5, "evaluation"),
        ],
    ),
    tasks=[-26, -18, -12, -1, 0, 2, 9, 16, 32],
    seed_lines=4,
    left_out=("few_local_presenters", "late_design", "late_invitation"),
)
INSTRUMENTS = {
    "twinning-workshop": WORKSHOP,
    "visit-briefing": BRIEFING,
    "twinning-visit": VISIT,
    "facilitators-training": TRAINING,
    "note-takers-practice": PRACTICE,
}
every_instrument = pytest.mark.parametrize(
    ("instrument", "expected"),
    [(LIBRARY.instruments[key], expected) for key, expected in INSTRUMENTS.items()],
    ids=list(INSTRUMENTS),
)


def step_minutes(instrument: Instrument, day: int, item: int) -> list[int]:
    steps = instrument.days[day].items[item].sheet.steps
    return [int(step.duration.total_seconds()) // 60 for step in steps]


@every_instrument
def test_the_days_run_as_laid_down(instrument: Instrument, expected: Expected) -> None:
    assert tuple(rows(instrument, day) for day in range(1, instrument.day_count + 1)) == expected.days


@every_instrument
def test_the_tasks_fall_on_the_days_laid_down(instrument: Instrument, expected: Expected) -> None:
    assert offsets(instrument) == expected.tasks


@every_instrument
def test_only_lines_of_the_seed_are_marked_as_such(instrument: Instrument, expected: Expected) -> None:
    lines = (*instrument.start_questions, *instrument.prerequisites, *instrument.documents, *instrument.indicators)

    assert sum(line.is_from_seed for line in lines) == expected.seed_lines


@every_instrument
def test_only_rules_with_a_reason_are_left_out(instrument: Instrument, expected: Expected) -> None:
    assert instrument.rules_left_out == expected.left_out


@every_instrument
def test_a_fresh_event_raises_no_finding_of_the_other_rules(instrument: Instrument, expected: Expected) -> None:
    record = a_fresh_record(instrument)

    assert record.event.rules_left_out == expected.left_out
    assert agenda_findings(record) == ()


@every_instrument
def test_the_guide_says_all_for_every_session(instrument: Instrument, expected: Expected) -> None:
    missing = [
        (item.title.en, name)
        for day in instrument.days
        for item in day.items
        if item.kind not in REST_KINDS
        for name in SHEET_FIELDS
        if not getattr(item.sheet, name)
    ]

    assert missing == []


@every_instrument
def test_every_objective_is_served_and_the_targets_are_everybody(instrument: Instrument, expected: Expected) -> None:
    served = {key for day in instrument.days for item in day.items for key in item.objectives}

    assert {objective.key for objective in instrument.objectives} == served
    assert len(served) <= 5
    assert sum(round(target.share * 100) for target in instrument.sector_targets) == 100


def test_the_workshop_asks_the_eight_questions_of_the_readiness_checklist() -> None:
    questions = LIBRARY.instruments["twinning-workshop"].start_questions

    assert [question.text.en.split(":")[0] for question in questions] == [
        "Goals",
        "Mutual learning",
        "Time frame",
        "Capacity",
        "Funding",
        "Team",
        "Monitoring and evaluation",
        "Analysis and promotion",
    ]
    assert all(question.is_from_seed for question in questions)


@pytest.mark.parametrize(("paper", "parts"), [("General draft", 6), ("Detailed action plan", 9)])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_draft_and_plan_have_the_parts_of_the_seed(paper: str, parts: int, language: str) -> None:
    documents = LIBRARY.instruments["twinning-workshop"].documents
    line = next(entry.text for entry in documents if entry.text.en.startswith(paper))

    assert len(line.said_in(language).split(":")[1].split(";")) == parts


def test_the_visit_opens_with_the_briefing_in_its_five_parts() -> None:
    alone, visit = LIBRARY.instruments["visit-briefing"], LIBRARY.instruments["twinning-visit"]

    assert [minutes for _, minutes, _ in rows(alone, 1)] == BRIEFING_STEPS
    assert step_minutes(visit, day=0, item=0) == BRIEFING_STEPS


def test_the_progress_review_has_a_quarter_of_an_hour_for_each_of_four_elements() -> None:
    assert step_minutes(LIBRARY.instruments["twinning-visit"], day=1, item=7) == [15, 15, 15, 15]


@pytest.mark.parametrize("key", ["twinning-workshop", "twinning-visit"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_seven_conflict_steps_stand_on_one_page(key: str, language: str) -> None:
    elements = LIBRARY.instruments[key].guide_elements
    page = next(entry.text for entry in elements if entry.title.en == "Conflict: seven steps on one page")
    numbered = [line[:2] for line in page.said_in(language).splitlines() if line[0].isdigit()]

    assert numbered == ["1.", "2.", "3.", "4.", "5.", "6.", "7."]
