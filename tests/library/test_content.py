"""The content that ships: what domain.md lays down, as literals, and rules for every file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta

import pytest

from facilitation.domain.agenda import REST_KINDS, Agenda, AgendaItem, Contributor
from facilitation.domain.instrument import Instrument
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.domain.reference import PastCategory
from facilitation.domain.text import Text
from facilitation.i18n.formats import clock_text
from facilitation.library.loader import load_library
from facilitation.planning.agenda_checks import agenda_findings
from facilitation.planning.agenda_from_instrument import event_parts
from facilitation.planning.agenda_timing import small_group_share, timed_items, working_time
from facilitation.planning.overview import event_findings
from facilitation.settings import ROOT
from tests.builders import an_event, counted_ids

LIBRARY = load_library(ROOT / "agendas")
CONFERENCE = LIBRARY.instruments["national-conference"]
GROUP = LIBRARY.instruments["regional-group"]
ALL_FILES = {
    **{f"instruments/{key}": file for key, file in LIBRARY.instruments.items()},
    **{f"methods/{key}": file for key, file in LIBRARY.methods.items()},
    **{f"checklists/{key}": file for key, file in LIBRARY.checklists.items()},
    **{f"references/{entry.year}": entry for entry in LIBRARY.past_conferences},
    **{f"rhythms/{key}": rhythm for key, rhythm in LIBRARY.rhythms.items()},
}
every_instrument = pytest.mark.parametrize("instrument", LIBRARY.instruments.values(), ids=list(LIBRARY.instruments))
every_file = pytest.mark.parametrize("file", ALL_FILES.values(), ids=list(ALL_FILES))


def texts(thing: object) -> Iterator[Text]:
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts(part)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))


def a_fresh_agenda(instrument: Instrument) -> Agenda:
    return a_fresh_record(instrument).agenda


def a_fresh_record(instrument: Instrument) -> EventRecord:
    """A new event of the instrument in which every session has a facilitator, a note-taker and a local speaker."""
    event = an_event(instrument=instrument.key, starts_on=date(2027, 5, 20), expected_people=instrument.typical_people)
    parts = event_parts(event, instrument, LIBRARY.methods, counted_ids())
    days = tuple(replace(day, items=tuple(map(with_people, day.items))) for day in parts.agenda.days)
    return EventRecord(parts.event, replace(parts.agenda, days=days), parts.guide, parts.tasks, cafes=parts.cafes)


def with_people(item: AgendaItem) -> AgendaItem:
    return replace(
        item,
        facilitators=(Contributor(f"Lehtësuese {item.id}"),),
        note_takers=(Contributor(f"Mbajtës shënimesh {item.id}"),),
        speakers=(Contributor(f"Bashkia {item.id}", is_local=True),),
    )


def rows(instrument: Instrument, day: int) -> list[tuple[str, int, str]]:
    timed = timed_items(a_fresh_agenda(instrument), date(2027, 5, 20))
    return [(clock_text(row.starts_at), row.item.minutes, row.item.kind.value) for row in timed if row.day == day]


def offsets(instrument: Instrument) -> list[int]:
    return [task.offset_days for task in instrument.tasks]


def places(words: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", words))


def rules(instrument: Instrument) -> list[tuple[int, str, int | None]]:
    return [(task.offset_days, task.rule, task.minimum_days) for task in instrument.tasks if task.rule]


@every_file
@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_text_of_every_file_has_words_in_both_languages(file: object, language: str) -> None:
    assert [text for text in texts(file) if text and not getattr(text, language)] == []


@every_file
def test_the_two_languages_are_not_copies_of_each_other(file: object) -> None:
    same = {text.en for text in texts(file) if text.en and text.en == text.sq}

    assert same <= {"Plus/delta", "Marker", "88", "119", "108"}


@every_file
def test_places_for_words_of_the_event_are_the_same_in_both_languages(file: object) -> None:
    assert [text for text in texts(file) if places(text.sq) != places(text.en)] == []


def test_day_1_of_the_conference_runs_as_laid_down() -> None:
    assert rows(CONFERENCE, 1) == [
        ("08:30", 30, "registration"),
        ("09:00", 20, "opening"),
        ("09:20", 15, "plenary"),
        ("09:35", 20, "networking"),
        ("09:55", 25, "plenary"),
        ("10:20", 25, "break"),
        ("10:45", 55, "panel"),
        ("11:40", 10, "break"),
        ("11:50", 70, "working_groups"),
        ("13:00", 60, "meal"),
        ("14:00", 10, "energiser"),
        ("14:10", 105, "world_cafe"),
        ("15:55", 20, "break"),
        ("16:15", 30, "gallery"),
        ("16:45", 15, "evaluation"),
        ("17:00", 30, "staff"),
    ]


def test_day_2_of_the_conference_runs_as_laid_down() -> None:
    assert rows(CONFERENCE, 2) == [
        ("09:00", 20, "plenary"),
        ("09:20", 60, "panel"),
        ("10:20", 20, "break"),
        ("10:40", 40, "panel"),
        ("11:20", 75, "working_groups"),
        ("12:35", 60, "meal"),
        ("13:35", 40, "gallery"),
        ("14:15", 45, "plenary"),
        ("15:00", 10, "evaluation"),
        ("15:10", 20, "plenary"),
        ("15:30", 45, "staff"),
    ]


def test_the_day_of_the_regional_group_runs_as_laid_down() -> None:
    assert rows(GROUP, 1) == [
        ("09:30", 30, "registration"),
        ("10:00", 15, "opening"),
        ("10:15", 25, "networking"),
        ("10:40", 40, "plenary"),
        ("11:20", 15, "break"),
        ("11:35", 45, "gallery"),
        ("12:20", 50, "working_groups"),
        ("13:10", 50, "meal"),
        ("14:00", 35, "plenary"),
        ("14:35", 35, "working_groups"),
        ("15:10", 15, "plenary"),
        ("15:25", 5, "evaluation"),
    ]


def test_working_time_and_small_group_share_of_the_conference_are_those_laid_down() -> None:
    agenda = a_fresh_agenda(CONFERENCE)

    assert working_time(agenda) == timedelta(minutes=675)
    assert small_group_share(agenda) == 340 / 675


@every_instrument
def test_a_fresh_event_with_people_named_raises_no_finding_of_any_rule(instrument: Instrument) -> None:
    record = a_fresh_record(instrument)
    tasks = tuple(replace(task, owner="Koordinatore") for task in record.tasks)
    record = replace(record, tasks=tasks)
    before_all = record.event.starts_on - timedelta(days=max(120, 10 - min(offsets(instrument))))

    assert agenda_findings(record, LIBRARY.methods) == ()
    assert event_findings(record, before_all, LIBRARY.methods) == ()


def test_the_tasks_of_the_conference_fall_on_the_days_laid_down() -> None:
    assert offsets(CONFERENCE) == [
        *(-105, -100, -90, -88, -85, -84, -80, -75, -68, -65, -60, -58, -55, -50, -45, -40, -30),
        *(-28, -21, -21, -20, -15, -14, -10, -7, -3, -2, -1),
        *(0, 2, 3, 7, 14, 30, 45, 90, 180),
    ]


def test_the_conference_carries_the_lead_time_rules_of_the_seed() -> None:
    assert rules(CONFERENCE) == [
        (-90, "design", 90),
        (-30, "invitations", 30),
        (-7, "guide", None),
        (-3, "training", None),
        (30, "proceedings", None),
    ]


def test_only_steps_of_the_seed_are_marked_as_such() -> None:
    marked = [task.offset_days for task in CONFERENCE.tasks if task.is_from_seed]

    assert marked == [-90, -88, -85, -84, -65, -58, -50, -30, -20, -7, -3, 30, 90, 180]


def test_the_tasks_of_the_regional_group_fall_on_the_days_laid_down() -> None:
    assert offsets(GROUP) == [-60, -50, -45, -40, -35, -30, -21, -14, -10, -7, -3, 0, 7, 21, 100]


def test_the_regional_group_has_no_minimum_for_design_but_keeps_it_visible() -> None:
    assert rules(GROUP) == [
        (-60, "design", None),
        (-30, "invitations", 30),
        (-14, "training", None),
        (-10, "guide", None),
        (7, "proceedings", None),
    ]


@every_instrument
def test_every_objective_is_served_and_there_are_at_most_five(instrument: Instrument) -> None:
    keys = [objective.key for objective in instrument.objectives]
    served = {key for day in instrument.days for item in day.items for key in item.objectives}

    assert set(keys) == served
    assert 1 <= len(keys) <= 5


@every_instrument
def test_sector_targets_add_up_to_everybody(instrument: Instrument) -> None:
    assert sum(round(target.share * 100) for target in instrument.sector_targets) == 100


@every_instrument
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


INSTRUMENTS = {
    "national-conference",
    "national-conference-1-day",
    "regional-group",
    "regional-committee",
    "technical-table",
    "coalition-meeting",
    "presidency-handover",
    "twinning-workshop",
    "visit-briefing",
    "twinning-visit",
    "focus-group",
    "scorecard-workshop",
    "local-dialogue",
    "charter-session",
    "planning-training",
    "facilitators-training",
    "note-takers-practice",
}


def test_the_library_has_every_instrument_of_the_seeds() -> None:
    assert set(LIBRARY.instruments) == INSTRUMENTS


@every_instrument
def test_an_instrument_carries_all_its_parts_and_says_what_is_the_source_s(instrument: Instrument) -> None:
    parts = ("tasks", "guide_elements", "documents", "indicators", "start_questions", "prerequisites", "objectives")

    assert [name for name in parts if not getattr(instrument, name)] == []
    assert "ours" in instrument.source.en
    assert re.search(r"[Ss]ource 00[0-4]", instrument.source.en)


@every_instrument
def test_no_session_without_steps_of_its_own_is_shorter_than_its_method_needs(instrument: Instrument) -> None:
    items = [item for day in instrument.days for item in day.items]
    sessions = [item for item in items if item.method_id and not item.sheet.steps]

    assert [
        (item.title.en, item.method_id)
        for item in sessions
        if item.duration < LIBRARY.methods[item.method_id].minimum_time
    ] == []


def test_cases_of_people_are_worked_on_with_the_case_clinic_alone() -> None:
    sessions = [item for day in LIBRARY.instruments["technical-table"].days for item in day.items]
    cases = [item for item in sessions if "case" in item.title.en.casefold() and item.method_id]

    assert cases
    assert [item.title.en for item in cases if not LIBRARY.methods[item.method_id].is_for_cases] == []


def test_the_guide_of_both_instruments_has_the_behaviours_techniques_and_scripts() -> None:
    shared = [
        "Seven behaviours of a facilitator",
        "Eight techniques",
        "Time of each step",
        "Anonymity: words to read aloud",
        "Structure for the notes",
        "No ready solutions",
        "When it gets difficult",
    ]

    assert [element.title.en for element in CONFERENCE.guide_elements] == shared
    assert [element.title.en for element in GROUP.guide_elements] == [
        "Rule for observers",
        "A co-facilitator for each group",
        *shared,
    ]


def test_seven_behaviours_and_eight_techniques_are_numbered() -> None:
    behaviours, techniques = CONFERENCE.guide_elements[:2]

    for language in ("sq", "en"):
        assert len(behaviours.text.said_in(language).splitlines()) == 7
        assert len(techniques.text.said_in(language).splitlines()) == 8


def test_the_conference_cafe_has_three_questions_and_the_consultation_two_templates() -> None:
    assert len(CONFERENCE.cafe_questions) == 3
    assert all(question.sq.endswith("?") for question in CONFERENCE.cafe_questions)
    assert [sorted(places(question.sq)) for question in CONFERENCE.consultation_questions] == [
        ["topic", "year"],
        ["event"],
    ]


@pytest.mark.parametrize("method", LIBRARY.methods.values(), ids=list(LIBRARY.methods))
def test_a_method_says_who_thought_of_it_and_what_to_say_in_each_step(method: Method) -> None:
    assert method.source
    assert [step.what.en for step in method.steps if not step.words] == []


@pytest.mark.parametrize("method_id", ["fishbowl", "marketplace", "one_two_four_all", "speed_networking", "troika"])
def test_methods_after_liberating_structures_keep_their_credit(method_id: str) -> None:
    source = LIBRARY.methods[method_id].source

    for language in ("sq", "en"):
        assert "Lipmanowicz & McCandless" in source.said_in(language)
        assert "Liberating Structures, CC BY-SA 4.0" in source.said_in(language)


def test_past_conferences_have_exactly_the_stated_figures() -> None:
    stated = [
        (
            entry.year,
            entry.participants,
            entry.participants_stated.sq,
            {share.category.value: round(share.share, 4) for share in entry.shares},
            entry.outside_capital,
        )
        for entry in LIBRARY.past_conferences
    ]

    assert stated == [
        (2004, 88, "88", {"civil_society": 0.43, "government": 0.135, "international_ngo": 0.25}, None),
        (2005, 90, "mbi 90", {"civil_society": 0.6, "government": 0.16}, None),
        (2006, 119, "119", {"civil_society": 0.38, "government": 0.43}, 80),
        (2008, 108, "108", {"civil_society": 0.35, "local_government": 0.37}, None),
    ]


def test_more_than_is_kept_where_the_seed_says_more_than() -> None:
    bounds = [
        (
            entry.year,
            entry.is_participants_lower_bound,
            [share.category.value for share in entry.shares if share.is_lower_bound],
        )
        for entry in LIBRARY.past_conferences
    ]

    assert bounds == [(2004, False, []), (2005, True, ["civil_society"]), (2006, False, []), (2008, False, [])]


def test_local_government_of_2008_is_not_government_and_its_footnote_says_so() -> None:
    conference = LIBRARY.past_conferences[3]

    assert conference.share(PastCategory.GOVERNMENT) is None
    assert "local government only" in conference.footnote.en
    assert "vetëm qeveria vendore" in conference.footnote.sq
