from __future__ import annotations

import csv
import re
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from functools import cache
from io import StringIO
from itertools import count
from pathlib import Path

import pytest
from pydantic import BaseModel

from facilitation.domain.agenda import Attribution
from facilitation.domain.event import Sector
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent, District, EventRole, InvitationStatus, Zone
from facilitation.domain.proceedings import OWN_SECTIONS, Section
from facilitation.domain.record import EventRecord
from facilitation.domain.task import TaskStatus
from facilitation.domain.text import Text
from facilitation.errors import LibraryProblem, NotFound
from facilitation.library import sample_format
from facilitation.library.loader import Library, load_library
from facilitation.library.samples import load_sample
from facilitation.planning.agenda_checks import agenda_findings
from facilitation.planning.deadlines import due_day, is_late
from facilitation.planning.overview import event_findings
from facilitation.planning.working_days import is_working_day
from facilitation.planning.zones import zone_of
from facilitation.settings import ROOT

AGENDAS = ROOT / "agendas"
CONFERENCE, GROUP = "national-conference-2008", "regional-group-south"
TODAY = date(2026, 11, 20)
IDS = count(1)
NEVER_TYPED = {Section.ACRONYMS, Section.THREAD, Section.PHOTOS, *OWN_SECTIONS}
"""Sections of the volume that the record fills, or that an organiser adds."""
BOTH = pytest.mark.parametrize("name", [CONFERENCE, GROUP])
SPOKEN = pytest.mark.parametrize("language", ["sq", "en"])


@cache
def library() -> Library:
    return load_library(AGENDAS)


def fresh_id() -> str:
    return f"id{next(IDS)}"


@cache
def the_sample(name: str, language: str = "sq", today: date = TODAY) -> EventRecord:
    return load_sample(AGENDAS, name, language=language, today=today, library=library(), new_id=fresh_id)


def ids_of(record: EventRecord) -> list[str]:
    return [
        record.event.id,
        *(objective.id for objective in record.event.objectives),
        *(item.id for _, item in record.agenda.items()),
        *(step.id for sheet in record.guide.sheets for step in sheet.steps),
        *(task.id for task in record.tasks),
        *(part.id for part in record.participations),
        *(part.person.id for part in record.participations),
        *(note.id for note in record.notes),
    ]


def texts_in(thing: object) -> Iterator[Text]:
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts_in(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts_in(getattr(thing, field.name))


def test_the_library_offers_both_samples() -> None:
    assert set(library().sample_names()) >= {CONFERENCE, GROUP}


def test_an_unknown_sample_is_refused_with_the_known_ones() -> None:
    with pytest.raises(NotFound, match=f"no sample “lunch”.*{CONFERENCE}.*{GROUP}"):
        load_sample(AGENDAS, "lunch", language="sq", today=TODAY, library=library(), new_id=fresh_id)


@BOTH
@SPOKEN
def test_a_sample_is_marked_as_one_and_says_what_was_chosen(name: str, language: str) -> None:
    event = the_sample(name, language).event

    assert event.is_sample
    assert event.sources_note.sq != event.sources_note.en
    assert {event.sources_note.said_in("sq")[:7], event.sources_note.said_in("en")[:7]} == {"Ky ësht", "This is"}


@BOTH
@SPOKEN
def test_every_text_of_a_sample_stands_in_both_languages(name: str, language: str) -> None:
    assert [text for text in texts_in(the_sample(name, language)) if text and not (text.sq and text.en)] == []


@BOTH
def test_what_is_held_once_is_taken_in_the_language_of_loading(name: str) -> None:
    albanian, english = the_sample(name, "sq"), the_sample(name, "en")

    assert albanian.event.languages == ("sq", "en")
    assert english.event.languages == ("en", "sq")
    assert [note.text for note in albanian.notes if note.text in {other.text for other in english.notes}] == []
    assert {part.person.position for part in albanian.participations} & {"Representative", "Director"} == set()
    assert {part.person.position for part in english.participations} & {"Përfaqësuese", "Drejtor"} == set()


@BOTH
def test_all_ids_differ_within_a_sample_and_between_two_loads(name: str) -> None:
    again = load_sample(AGENDAS, name, language="sq", today=TODAY, library=library(), new_id=fresh_id)
    both = ids_of(the_sample(name)) + ids_of(again)

    assert len(both) == len(set(both))


@BOTH
@SPOKEN
def test_participants_are_offices_nobody_can_be_reached_at(name: str, language: str) -> None:
    people = [part.person for part in the_sample(name, language).participations]

    assert [person.name for person in people if person.name != f"{person.position}, {person.organisation}"] == []
    assert [name for name, times in Counter(person.name for person in people).items() if times > 1] == []
    assert {(person.email, person.phone) for person in people} == {("", "")}


@BOTH
@SPOKEN
def test_internal_notes_carry_a_word_that_proves_they_never_leak(name: str, language: str) -> None:
    own = tomllib.loads((AGENDAS / "samples" / name / "agenda.toml").read_text(encoding="utf-8"))
    written = [entry["key"] for day in own["days"] for entry in day["items"] if "internal_note" in entry]
    word = "INTERNAL NOTE" if language == "en" else "SHËNIM I BRENDSHËM"

    notes = [item.internal_note for _, item in the_sample(name, language).agenda.items()]

    assert len([note for note in notes if word in note]) == len(written) >= 3


@SPOKEN
def test_the_conference_of_2008_has_the_participants_the_seed_states(language: str) -> None:
    people = the_sample(CONFERENCE, language).participations
    sectors = Counter(part.person.sector for part in people)

    assert len(people) == len([part for part in people if part.days_attended]) == 108
    assert sectors[Sector.CIVIL_SOCIETY] == 38
    assert sectors[Sector.LOCAL_GOVERNMENT] == 40
    assert round(38 / 108, 2) == 0.35
    assert round(40 / 108, 2) == 0.37


def test_the_participants_of_2008_come_from_all_districts_and_differ_in_consent_and_attendance() -> None:
    people = the_sample(CONFERENCE).participations

    assert {part.person.district for part in people} == set(District)
    assert sum(1 for part in people if part.person.district is not District.TIRANE) > 80
    assert {part.days_attended for part in people} == {(1, 2), (1,), (2,)}
    assert {part.photo_consent for part in people} == {Consent.YES, Consent.NO}
    assert {part.list_consent for part in people} == set(Consent)
    assert {part.role for part in people} == set(EventRole) - {EventRole.INTERPRETER}


def test_the_conference_of_2008_was_held_on_two_working_days() -> None:
    event = the_sample(CONFERENCE).event

    assert (event.starts_on, event.ends_on) == (date(2008, 5, 20), date(2008, 5, 21))
    assert all(is_working_day(event.day(number), "AL") for number in (1, 2))


def test_eleven_presentations_are_given_by_teams_of_an_office_and_an_organisation() -> None:
    folder = AGENDAS / "samples" / CONFERENCE
    days = tomllib.loads((folder / "agenda.toml").read_text(encoding="utf-8"))["days"]
    teams = [given["team"] for day in days for item in day["items"] for given in item.get("presentations", ())]
    speakers = [speaker for _, item in the_sample(CONFERENCE).agenda.items() for speaker in item.speakers]

    assert len(teams) == 11
    assert [team for team in teams if sum(1 for member in team if member.startswith("cs-")) != 1] == []
    assert len(speakers) == 2 * 11 + 12


@SPOKEN
def test_the_conference_of_2008_raises_no_finding(language: str) -> None:
    record = the_sample(CONFERENCE, language)

    assert agenda_findings(record, library().methods) == ()
    assert event_findings(record, TODAY, library().methods) == ()


def test_all_tasks_of_2008_were_done_in_time() -> None:
    record = the_sample(CONFERENCE)
    days = {task.rule: task.done_on for task in record.tasks if task.rule}

    assert {task.status for task in record.tasks} == {TaskStatus.DONE}
    assert [task for task in record.tasks if not task.owner] == []
    assert [
        task for task in record.tasks if (task.done_on or date.max) > (due_day(task, record.event) or date.min)
    ] == []
    assert days["design"] == record.event.design_started_on == record.event.starts_on - timedelta(days=99)
    assert days["invitations"] == record.event.starts_on - timedelta(days=35)


def test_everybody_who_came_on_day_one_sits_once_in_every_round_of_the_cafe() -> None:
    record = the_sample(CONFERENCE)
    away = {EventRole.FACILITATOR, EventRole.ORGANISER}
    came = sorted(part.id for part in record.participations if 1 in part.days_attended and part.role not in away)
    (cafe,) = record.cafes

    assert cafe.seating is not None
    assert len(cafe.seating.rounds) == len(cafe.questions) == 3
    for turn in cafe.seating.rounds:
        assert len(turn.tables) == cafe.table_count == 19
        assert sorted(person for table in turn.tables for person in table) == came
        assert tuple(table[0] for table in turn.tables) == cafe.host_ids
    assert cafe.seating.repeated_meetings == 0


def test_every_table_of_the_cafe_brought_something_out_in_every_round() -> None:
    harvest = [note for note in the_sample(CONFERENCE).notes if note.kind is NoteKind.HARVEST]

    assert [(note.round, note.table) for note in harvest] == [
        (turn, table) for turn in (1, 2, 3) for table in range(1, 20)
    ]


@SPOKEN
def test_the_record_of_2008_is_complete_enough_for_a_volume(language: str) -> None:
    record = the_sample(CONFERENCE, language)
    commitments = [note for note in record.notes if note.kind is NoteKind.COMMITMENT]
    words = sum(len(note.text.split()) for note in record.notes)
    words += sum(len(entry.text.said_in(language).split()) for entry in record.proceedings.texts)

    assert {note.kind for note in record.notes} == set(NoteKind) - {NoteKind.SYNTHESIS}
    assert {item.attribution for _, item in record.agenda.items()} == set(Attribution)
    assert {note.quote_consent for note in record.notes if note.kind is NoteKind.QUOTE} == {True, False}
    assert [note for note in commitments if not note.owner or not note.due_on or note.due_on < date(2008, 5, 21)] == []
    assert {entry.section for entry in record.proceedings.texts} == set(Section) - {
        Section.AGENDA,
        Section.PARTICIPANT_LIST,
        Section.FULL_AGENDA,
        *NEVER_TYPED,
    }
    assert words > 5500


def test_notes_read_as_written_while_their_session_went_on() -> None:
    record = the_sample(CONFERENCE)
    noted = {note.item_id for note in record.notes}

    assert [note.position for note in record.notes] == list(range(len(record.notes)))
    assert [note for note in record.notes if note.written_at is None or note.written_at.year != 2008] == []
    assert [item.title.en for _, item in record.agenda.items() if item.id in noted and not item.note_takers] == []


@SPOKEN
def test_the_south_group_has_32_participants_of_its_zone_and_three_observers(language: str) -> None:
    people = the_sample(GROUP, language).participations
    observers = [part for part in people if part.role is EventRole.OBSERVER]
    members = [part.person for part in people if part.role is not EventRole.OBSERVER]

    assert (len(members), len(observers)) == (32, 3)
    assert {zone_of(person.district, person.municipality) for person in members} == {Zone.SOUTH}
    assert Counter(person.district for person in members) == {
        District.VLORE: 10,
        District.FIER: 8,
        District.BERAT: 7,
        District.GJIROKASTER: 7,
    }
    assert {part.person.sector for part in observers} == {Sector.INTERNATIONAL}


@pytest.mark.parametrize(
    ("today", "starts_on"),
    [
        pytest.param(date(2026, 11, 20), date(2027, 2, 3), id="a Wednesday stays"),
        pytest.param(date(2026, 11, 23), date(2027, 2, 8), id="Saturday moves to Monday"),
        pytest.param(
            date(2026, 12, 29), date(2027, 3, 16), id="Sunday, a holiday made up for on Monday, moves to Tuesday"
        ),
    ],
)
def test_the_south_group_meets_75_days_after_loading_on_a_working_day(today: date, starts_on: date) -> None:
    assert the_sample(GROUP, "sq", today).event.starts_on == starts_on


@pytest.mark.parametrize("later", range(14))
def test_the_south_group_is_in_preparation_on_whatever_day_it_is_loaded(later: int) -> None:
    today = TODAY + timedelta(days=later)
    record = the_sample(GROUP, "sq", today)
    statuses = Counter(task.status for task in record.tasks)
    done = [task.done_on for task in record.tasks if task.status is TaskStatus.DONE]

    assert [task.title.en for task in record.tasks if is_late(task, record.event, today)] == [
        "Send the date to all offices"
    ]
    assert statuses == {TaskStatus.DONE: 5, TaskStatus.IN_PROGRESS: 5, TaskStatus.PLANNED: 10}
    assert [day for day in done if day is None or day > today] == []
    assert [found for found in event_findings(record, today) if found.severity.value == "block"] == []
    assert record.notes == ()


def test_invitations_to_the_south_group_are_partly_sent() -> None:
    statuses = Counter(part.status for part in the_sample(GROUP).participations)

    assert statuses == {InvitationStatus.CONFIRMED: 9, InvitationStatus.INVITED: 13, InvitationStatus.TO_INVITE: 13}


def a_copy(folder: Path, file: str, old: str, new: str, name: str = GROUP) -> Path:
    """The library with one place of a sample's files changed."""
    shutil.copytree(AGENDAS / "samples" / name, folder / "agendas" / "samples" / name)
    path = folder / "agendas" / "samples" / name / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder / "agendas"


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("event.toml", "regional-group", "party", "event.toml: there is no instrument “party”. Choose one of: "),
        ("event.toml", "starts_in_days = 75", "", "event.toml: “” cannot be used: Value error, write either starts_on"),
        ("event.toml", "country", "land", "event.toml: the field “land” is unknown."),
        ("people.csv", "vl-host,", "vl-cpu,", "people.csv: the key “vl-cpu” is used twice. Give one of them another."),
        ("people.csv", ",host,", ",hostess,", "people.csv:2: “role” is “hostess”. It must be one of: "),
        ("agenda.toml", '"fr-centre"', '"nobody"', "agenda.toml: “nobody” is not in people.csv. Add a line"),
        ("agenda.toml", "row = 12", "row = 40", "names row 40, which day 1 of the instrument does not have."),
        ("agenda.toml", "row = 12\n", "", "“evaluation” has no row of the instrument, so it needs kind, title and"),
        (
            "agenda.toml",
            'kind = "break"',
            'kind = "panel"',
            "“coffee” is “panel”, but row 5 of the instrument is “break”.",
        ),
        ("agenda.toml", '"standards"', '"fun"', "“expert” names the objective “fun”, which does not exist."),
        ("agenda.toml", "row = 3", 'row = 3\nmethod = "fun"', "“networking” names the method “fun”, which does not"),
        ("tasks.toml", "day = -35", "day = -36", "tasks.toml: a change is for day -36, but the instrument has no"),
        ("tasks.toml", '"Logistics"', '"Magic"', "tasks.toml: no task belongs to the role “Magic”."),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_field(
    tmp_path: Path, file: str, old: str, new: str, problem: str
) -> None:
    folder = a_copy(tmp_path, file, old, new)

    with pytest.raises(LibraryProblem) as error:
        load_sample(folder, GROUP, language="sq", today=TODAY, library=library(), new_id=fresh_id)

    assert [line for line in error.value.problems if problem in line] != []


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("cafe.toml", "table_count = 19", "table_count = 18", "there are 19 hosts for 18 tables."),
        ("cafe.toml", "table = 19", "table = 20", "the harvest of round 1, table 20 belongs to no round and table."),
        ("cafe.toml", '"cafe"', '"bar"', "cafe.toml: there is no session “bar” in agenda.toml."),
        ("notes/day-1.toml", '"in-host"', '"in-hostess"', "notes: “in-hostess” is not in people.csv."),
        ("notes/day-2.toml", '"mirror"', '"window"', "notes: there is no session “window” in agenda.toml."),
        ("proceedings.toml", '"lessons"', '"morals"', "“texts 10 › section” is “morals”. It must be one of: "),
    ],
)
def test_the_record_of_a_held_sample_is_checked_too(
    tmp_path: Path, file: str, old: str, new: str, problem: str
) -> None:
    folder = a_copy(tmp_path, file, old, new, CONFERENCE)

    with pytest.raises(LibraryProblem) as error:
        load_sample(folder, CONFERENCE, language="sq", today=TODAY, library=library(), new_id=fresh_id)

    assert [line for line in error.value.problems if problem in line] != []


def test_people_separated_by_semicolons_are_read_as_well(tmp_path: Path) -> None:
    folder = a_copy(tmp_path, "people.csv", "key", "key")
    path = folder / "samples" / GROUP / "people.csv"
    rows = list(csv.reader(StringIO(path.read_text(encoding="utf-8"))))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)

    record = load_sample(folder, GROUP, language="sq", today=TODAY, library=library(), new_id=fresh_id)

    assert len(record.participations) == 35


def test_the_readme_of_the_samples_names_every_field() -> None:
    readme = (AGENDAS / "samples" / "README.md").read_text(encoding="utf-8")
    named = {word for code in re.findall(r"`[^`]+`", readme) for word in re.findall(r"\w+", code)}
    shapes = [
        shape for shape in vars(sample_format).values() if isinstance(shape, type) and issubclass(shape, BaseModel)
    ]

    assert {
        field for shape in shapes for field in shape.model_fields if shape.__module__.endswith("sample_format")
    } - named == set()
