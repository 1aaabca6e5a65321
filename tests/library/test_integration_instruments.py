"""The two instruments of the integration toolkit: what domain.md section 6 lays down, as literals."""

from __future__ import annotations

import re

import pytest

from facilitation.domain.agenda import REST_KINDS, Attribution, Audience
from facilitation.domain.instrument import Instrument
from facilitation.planning.agenda_checks import agenda_findings
from facilitation.planning.agenda_timing import small_group_share
from tests.library.test_content import LIBRARY, a_fresh_agenda, a_fresh_record, offsets, rows

FOCUS_GROUP = LIBRARY.instruments["focus-group"]
SCORECARD = LIBRARY.instruments["scorecard-workshop"]
both_instruments = pytest.mark.parametrize("instrument", [FOCUS_GROUP, SCORECARD], ids=["focus-group", "scorecard"])


def from_seed(instrument: Instrument) -> dict[str, int]:
    """How many entries of each list the seed itself has."""
    items = [item for day in instrument.days for item in day.items]
    return {
        "start questions": sum(line.is_from_seed for line in instrument.start_questions),
        "prerequisites": sum(line.is_from_seed for line in instrument.prerequisites),
        "documents": sum(line.is_from_seed for line in instrument.documents),
        "indicators": sum(line.is_from_seed for line in instrument.indicators),
        "sessions": sum(item.is_from_seed for item in items),
        "tasks": sum(task.is_from_seed for task in instrument.tasks),
    }


def test_the_focus_group_runs_as_laid_down() -> None:
    assert rows(FOCUS_GROUP, 1) == [
        ("17:00", 15, "registration"),
        ("17:15", 10, "opening"),
        ("17:25", 10, "networking"),
        ("17:35", 50, "working_groups"),
        ("18:25", 15, "gallery"),
        ("18:40", 10, "plenary"),
        ("18:50", 10, "networking"),
    ]


def test_the_scorecard_workshop_runs_as_laid_down() -> None:
    assert rows(SCORECARD, 1) == [
        ("09:30", 10, "opening"),
        ("09:40", 15, "plenary"),
        ("09:55", 15, "working_groups"),
        ("10:10", 15, "working_groups"),
        ("10:25", 15, "working_groups"),
        ("10:40", 15, "working_groups"),
        ("10:55", 15, "working_groups"),
        ("11:10", 15, "break"),
        ("11:25", 30, "working_groups"),
        ("11:55", 25, "working_groups"),
        ("12:20", 10, "evaluation"),
    ]


@both_instruments
def test_the_tasks_fall_on_the_days_laid_down(instrument: Instrument) -> None:
    assert offsets(instrument) == [-45, -35, -30, -21, -10, -3, 0, 1, 14, 30, 60, 210]


@both_instruments
def test_only_tasks_the_seed_asks_for_are_marked_as_such(instrument: Instrument) -> None:
    marked = [task.offset_days for task in instrument.tasks if task.is_from_seed]

    assert marked == [-45, -35, -30, -21, 30, 60, 210]


def test_what_the_seed_has_is_told_from_our_own_proposals() -> None:
    assert from_seed(FOCUS_GROUP) == {
        "start questions": 5,
        "prerequisites": 3,
        "documents": 2,
        "indicators": 1,
        "sessions": 1,
        "tasks": 7,
    }
    assert from_seed(SCORECARD) == {
        "start questions": 6,
        "prerequisites": 3,
        "documents": 9,
        "indicators": 1,
        "sessions": 5,
        "tasks": 7,
    }


def test_the_rules_of_conferences_that_do_not_fit_are_left_out() -> None:
    assert FOCUS_GROUP.rules_left_out == ("late_design", "late_invitation", "no_evaluation")
    assert SCORECARD.rules_left_out == ("late_design", "late_invitation")


@both_instruments
def test_a_fresh_event_with_people_named_raises_no_agenda_finding(instrument: Instrument) -> None:
    assert agenda_findings(a_fresh_record(instrument)) == ()


def test_most_of_the_time_is_spent_in_small_groups() -> None:
    assert small_group_share(a_fresh_agenda(FOCUS_GROUP)) == 85 / 105
    assert small_group_share(a_fresh_agenda(SCORECARD)) == 130 / 165


@both_instruments
def test_there_are_five_objectives_and_each_is_served_by_a_session(instrument: Instrument) -> None:
    keys = [objective.key for objective in instrument.objectives]
    served = {key for day in instrument.days for item in day.items for key in item.objectives}

    assert len(keys) == 5
    assert served == set(keys)


@both_instruments
def test_sector_targets_add_up_to_everybody(instrument: Instrument) -> None:
    assert sum(round(target.share * 100) for target in instrument.sector_targets) == 100


@both_instruments
def test_a_fresh_guide_says_all_a_facilitator_needs_for_every_session(instrument: Instrument) -> None:
    record = a_fresh_record(instrument)
    needed = ("purpose", "technique", "question", "room_setup", "roles", "output", "plan_b", "steps")
    missing = [
        (item.title.en, name)
        for _, item in record.agenda.items()
        if item.kind not in REST_KINDS
        for name in needed
        if not getattr(record.guide.sheet(item.id), name)
    ]

    assert missing == []


@both_instruments
def test_every_step_says_what_to_say_and_who_leads_it(instrument: Instrument) -> None:
    steps = [step for day in instrument.days for item in day.items for step in item.sheet.steps]

    assert [step.what.en for step in steps if not (step.words and step.who)] == []


@both_instruments
def test_nobody_is_named_where_people_speak_who_use_the_services(instrument: Instrument) -> None:
    working = [item for day in instrument.days for item in day.items if item.kind not in REST_KINDS]

    assert {item.attribution for item in working} == {Attribution.NOBODY}


def test_the_public_does_not_read_of_the_focus_group() -> None:
    assert {item.audience for day in FOCUS_GROUP.days for item in day.items} == {Audience.PARTICIPANTS}


def test_the_support_corner_is_asked_for_by_the_seed_and_is_never_shortened() -> None:
    corner = FOCUS_GROUP.days[0].items[-1]

    assert (corner.title.en, corner.is_from_seed, corner.is_optional) == ("Tea and support corner", True, False)
    assert corner.shortest == corner.duration


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_guide_of_the_scorecard_has_all_34_indicators_in_their_five_dimensions(language: str) -> None:
    dimensions = SCORECARD.guide_elements[1:6]
    numbers = [re.findall(r"^(\d+)\.", element.text.said_in(language), re.MULTILINE) for element in dimensions]
    questions = [element.text.said_in(language).count("?") for element in dimensions]

    assert [len(found) for found in numbers] == [11, 9, 6, 4, 4]
    assert [int(number) for found in numbers for number in found] == list(range(1, 35))
    assert questions == [3, 4, 1, 2, 2]


def test_the_source_says_that_dimension_1_has_two_names_and_that_the_scale_is_ours() -> None:
    assert (
        "“Inclusion and participation” in section 4 and “Inclusion and partnership” in section 7" in SCORECARD.source.en
    )
    assert "“Përfshirja dhe pjesëmarrja” në seksionin 4" in SCORECARD.source.sq
    assert "The source gives no scale" in SCORECARD.source.en
    assert "Burimi nuk jep shkallë" in SCORECARD.source.sq
