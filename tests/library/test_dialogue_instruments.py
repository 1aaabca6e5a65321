"""Dialogue, Charter, planning training and the one-day conference: what domain.md 3, 7 and 8 lay down, as literals."""

from __future__ import annotations

import pytest

from facilitation.domain.agenda import REST_KINDS
from facilitation.domain.instrument import Instrument
from facilitation.planning.agenda_checks import agenda_findings
from tests.library.test_content import CONFERENCE, LIBRARY, a_fresh_record, offsets, rows, rules

DIALOGUE = LIBRARY.instruments["local-dialogue"]
CHARTER = LIBRARY.instruments["charter-session"]
TRAINING = LIBRARY.instruments["planning-training"]
ONE_DAY = LIBRARY.instruments["national-conference-1-day"]
FOUR = {"dialogue": DIALOGUE, "charter": CHARTER, "training": TRAINING, "one_day": ONE_DAY}
Marked = tuple[int, int, int, int]
each_instrument = pytest.mark.parametrize("instrument", FOUR.values(), ids=list(FOUR))


def lines_from_seed(instrument: Instrument) -> Marked:
    """How many start questions, prerequisites, documents and indicators the seed itself has."""
    lists = (instrument.start_questions, instrument.prerequisites, instrument.documents, instrument.indicators)
    start, given, documents, indicators = (sum(line.is_from_seed for line in lines) for lines in lists)
    return start, given, documents, indicators


def sessions_from_seed(instrument: Instrument) -> list[str]:
    return [item.title.en for day in instrument.days for item in day.items if item.is_from_seed]


def tasks_from_seed(instrument: Instrument) -> list[int]:
    return [task.offset_days for task in instrument.tasks if task.is_from_seed]


def test_the_local_dialogue_runs_as_laid_down() -> None:
    assert rows(DIALOGUE, 1) == [
        ("17:00", 10, "opening"),
        ("17:10", 10, "plenary"),
        ("17:20", 20, "working_groups"),
        ("17:40", 30, "working_groups"),
        ("18:10", 25, "working_groups"),
        ("18:35", 15, "break"),
        ("18:50", 20, "gallery"),
        ("19:10", 15, "plenary"),
        ("19:25", 5, "evaluation"),
    ]


def test_the_charter_session_runs_as_laid_down() -> None:
    assert rows(CHARTER, 1) == [
        ("16:00", 10, "opening"),
        ("16:10", 20, "gallery"),
        ("16:30", 45, "working_groups"),
        ("17:15", 15, "break"),
        ("17:30", 40, "working_groups"),
        ("18:10", 15, "plenary"),
        ("18:25", 5, "evaluation"),
    ]


def test_day_1_of_the_planning_training_runs_as_laid_down() -> None:
    assert rows(TRAINING, 1) == [
        ("09:00", 20, "registration"),
        ("09:20", 25, "opening"),
        ("09:45", 45, "plenary"),
        ("10:30", 15, "break"),
        ("10:45", 60, "plenary"),
        ("11:45", 60, "working_groups"),
        ("12:45", 60, "meal"),
        ("13:45", 10, "energiser"),
        ("13:55", 65, "working_groups"),
        ("15:00", 15, "break"),
        ("15:15", 60, "working_groups"),
        ("16:15", 15, "evaluation"),
    ]


def test_day_2_of_the_planning_training_runs_as_laid_down() -> None:
    assert rows(TRAINING, 2) == [
        ("09:00", 20, "plenary"),
        ("09:20", 60, "working_groups"),
        ("10:20", 15, "break"),
        ("10:35", 45, "working_groups"),
        ("11:20", 70, "plenary"),
        ("12:30", 60, "meal"),
        ("13:30", 75, "working_groups"),
        ("14:45", 15, "break"),
        ("15:00", 40, "gallery"),
        ("15:40", 10, "evaluation"),
        ("15:50", 10, "plenary"),
    ]


def test_the_conference_of_one_day_ends_at_five_with_its_staff_debrief() -> None:
    assert rows(ONE_DAY, 1) == [
        ("08:30", 30, "registration"),
        ("09:00", 15, "opening"),
        ("09:15", 10, "plenary"),
        ("09:25", 25, "plenary"),
        ("09:50", 40, "panel"),
        ("10:30", 20, "break"),
        ("10:50", 95, "world_cafe"),
        ("12:25", 60, "meal"),
        ("13:25", 70, "working_groups"),
        ("14:35", 25, "gallery"),
        ("15:00", 20, "break"),
        ("15:20", 45, "plenary"),
        ("16:05", 10, "evaluation"),
        ("16:15", 15, "plenary"),
        ("16:30", 30, "staff"),
    ]


def test_the_dialogue_is_followed_for_a_year_every_90_days_after_the_charter() -> None:
    assert offsets(DIALOGUE) == [-60, -45, -30, -14, -7, 7, 30, 60, 90, 180, 270, 360]


def test_the_charter_session_counts_the_chain_of_the_dialogue_from_its_own_day() -> None:
    assert offsets(CHARTER) == [-60, -53, -45, -30, -30, -14, -7, 0, 30, 120, 210, 300]
    assert {day - 60 for day in (7, 30, 60, 90, 180, 270, 360)} <= set(offsets(CHARTER))


def test_the_tasks_of_the_planning_training_fall_on_the_days_laid_down() -> None:
    assert offsets(TRAINING) == [-60, -45, -30, -21, -14, -7, 0, 7, 14, 90]


def test_a_conference_of_one_day_is_prepared_like_one_of_two() -> None:
    assert offsets(ONE_DAY) == offsets(CONFERENCE)
    assert rules(ONE_DAY) == rules(CONFERENCE)
    assert tasks_from_seed(ONE_DAY) == tasks_from_seed(CONFERENCE)
    assert ONE_DAY.cafe_questions == CONFERENCE.cafe_questions
    assert ONE_DAY.consultation_questions == CONFERENCE.consultation_questions
    assert ONE_DAY.guide_elements == CONFERENCE.guide_elements


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [
        (DIALOGUE, [(-30, "invitations", None), (-14, "training", None), (7, "proceedings", None)]),
        (CHARTER, [(-30, "invitations", None), (-14, "training", None), (30, "proceedings", None)]),
        (TRAINING, [(-30, "invitations", None), (-14, "guide", None), (14, "proceedings", None)]),
    ],
    ids=["dialogue", "charter", "training"],
)
def test_only_the_conference_has_minima_of_the_seed(
    instrument: Instrument, expected: list[tuple[int, str, int | None]]
) -> None:
    assert rules(instrument) == expected


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [
        (DIALOGUE, ("late_design",)),
        (CHARTER, ("late_design",)),
        (TRAINING, ("few_local_presenters", "late_design")),
        (ONE_DAY, ()),
    ],
    ids=list(FOUR),
)
def test_no_more_rules_are_left_out_than_do_not_fit(instrument: Instrument, expected: tuple[str, ...]) -> None:
    assert instrument.rules_left_out == expected


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [(DIALOGUE, (0, 3, 1, 1)), (CHARTER, (0, 3, 1, 1)), (TRAINING, (0, 3, 0, 0)), (ONE_DAY, (5, 4, 3, 2))],
    ids=list(FOUR),
)
def test_lines_of_the_seed_are_marked_and_no_others(
    instrument: Instrument, expected: tuple[int, int, int, int]
) -> None:
    assert lines_from_seed(instrument) == expected


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [
        (DIALOGUE, ["Small groups on the common good", "Writing proposals"]),
        (CHARTER, ["Measure table", "Drafting the Charter in one text"]),
        (
            TRAINING,
            [
                "Cooperative planning and citizens in local decisions",
                "A public dispute: positions and interests, role play",
                "Consensus on different local interests, exercise",
            ],
        ),
        (ONE_DAY, ["Panel: three local teams", "Working groups by district: measures, owner, deadline"]),
    ],
    ids=list(FOUR),
)
def test_sessions_the_seed_asks_for_are_marked_and_no_others(instrument: Instrument, expected: list[str]) -> None:
    assert sessions_from_seed(instrument) == expected


def test_tasks_the_seed_asks_for_are_marked_and_no_others() -> None:
    assert tasks_from_seed(DIALOGUE) == [30, 90]
    assert tasks_from_seed(CHARTER) == [-30, 30]
    assert tasks_from_seed(TRAINING) == []


@pytest.mark.parametrize(
    ("instrument", "english", "albanian"),
    [
        (DIALOGUE, "a project in Montenegro", "një projekt në Mal të Zi"),
        (CHARTER, "a project in Montenegro", "një projekt në Mal të Zi"),
        (TRAINING, "organisations are not added to persons", "organizatat nuk u mblidhen personave"),
        (
            TRAINING,
            "The step list of cooperative planning is ours",
            "Lista e hapave të planifikimit kooperues",
        ),
        (ONE_DAY, "The one-day agenda is ours", "Axhenda njëditore është e jona"),
    ],
)
def test_the_source_says_what_must_not_be_smoothed_over(instrument: Instrument, english: str, albanian: str) -> None:
    assert english in instrument.source.en
    assert albanian in instrument.source.sq


@each_instrument
def test_a_fresh_event_with_people_named_raises_no_agenda_finding(instrument: Instrument) -> None:
    assert agenda_findings(a_fresh_record(instrument)) == ()


@each_instrument
def test_every_objective_is_served_and_sector_targets_add_up(instrument: Instrument) -> None:
    keys = [objective.key for objective in instrument.objectives]
    served = {key for day in instrument.days for item in day.items for key in item.objectives}

    assert set(keys) == served
    assert len(keys) == 5
    assert sum(round(target.share * 100) for target in instrument.sector_targets) == 100


@each_instrument
def test_a_fresh_guide_says_all_a_facilitator_needs_for_every_session(instrument: Instrument) -> None:
    record = a_fresh_record(instrument)
    needed = ("purpose", "technique", "question", "room_setup", "roles", "output", "plan_b", "steps")
    worked = [item for _, item in record.agenda.items() if item.kind not in REST_KINDS]
    missing = [
        (item.title.en, name) for item in worked for name in needed if not getattr(record.guide.sheet(item.id), name)
    ]
    silent = [
        (item.title.en, step.what.en)
        for item in worked
        for step in record.guide.sheet(item.id).steps
        if not (step.words and step.who)
    ]

    assert (missing, silent) == ([], [])


@each_instrument
def test_no_session_is_shorter_than_its_method_allows(instrument: Instrument) -> None:
    too_short = [
        item.title.en
        for day in instrument.days
        for item in day.items
        if item.method_id and item.duration < LIBRARY.methods[item.method_id].minimum_time
    ]

    assert too_short == []


@pytest.mark.parametrize(
    ("instrument", "titles"),
    [
        (
            DIALOGUE,
            [
                "Rule against hate speech and stop sign",
                "Mixed tables",
                "Young co-facilitators",
                "The institution listens first and answers last",
                "Proposal card: five fields",
            ],
        ),
        (
            CHARTER,
            [
                "Rule against hate speech, also for a text",
                "Authors speak first, institutions answer last",
                "A traced answer for every proposal",
                "One text that belongs to nobody",
                "Mixed tables with young co-facilitators",
            ],
        ),
        (
            TRAINING,
            [
                "Trainer explains, facilitator runs",
                "One real local issue through both days",
                "Role cards: municipality, residents, business, organisation",
                "Observer’s notes on interests",
                "A series in several towns: how to count",
            ],
        ),
    ],
    ids=["dialogue", "charter", "training"],
)
def test_the_guide_has_its_own_rules_before_the_shared_ones(instrument: Instrument, titles: list[str]) -> None:
    assert [element.title.en for element in instrument.guide_elements[:5]] == titles
    assert instrument.guide_elements[5:] == CONFERENCE.guide_elements
