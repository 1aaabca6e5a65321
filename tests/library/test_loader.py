from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path

import pytest

from facilitation.domain.agenda import ItemKind
from facilitation.domain.event import Sector, SectorTarget
from facilitation.domain.guide import GuideSheet, Material, MaterialPer, Step
from facilitation.domain.instrument import (
    Instrument,
    InstrumentDay,
    InstrumentItem,
    InstrumentObjective,
    InstrumentTask,
)
from facilitation.domain.method import Method, MethodStep
from facilitation.domain.reference import PastConference
from facilitation.domain.text import Text
from facilitation.errors import LibraryProblem
from facilitation.library.loader import load_library
from tests.library.folders import BUZZ, INSTRUMENT, MEETING, PAST, a_library_folder, problems_of, with_words


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def test_a_method_file_becomes_a_method_named_after_the_file(tmp_path: Path) -> None:
    library = load_library(a_library_folder(tmp_path))

    assert library.methods == {
        "buzz": Method(
            id="buzz",
            title=Text("Bisedë", "Buzz"),
            purpose=Text("Flasim", "Talk"),
            minimum_people=4,
            maximum_people=40,
            minimum_time=minutes(5),
            typical_time=minutes(8),
            maximum_time=minutes(12),
            steps=(
                MethodStep(minutes(3), Text("Pyesni", "Ask")),
                MethodStep(minutes(5), Text("Flisni", "Talk"), words=Text("Nisni", "Go")),
            ),
            materials=(Material(Text("Stilolaps", "Pen"), 1, MaterialPer.PARTICIPANT),),
            room_setup=Text("Karrige", "Chairs"),
            roles=Text("Një", "One"),
            output=Text("Fjalë", "Words"),
            plan_b=Text("Më shkurt", "Shorter"),
            goals=("open",),
            source=Text("Jona", "Ours"),
        )
    }


def test_an_instrument_file_becomes_an_instrument(tmp_path: Path) -> None:
    library = load_library(a_library_folder(tmp_path))

    assert library.instruments == {
        "meeting": Instrument(
            key="meeting",
            title=Text("Takim", "Meeting"),
            purpose=Text("Takohemi", "Meet"),
            typical_people=30,
            days=(
                InstrumentDay(
                    time(9, 30),
                    (
                        InstrumentItem(ItemKind.OPENING, Text("Hapja", "Opening"), minutes(20)),
                        InstrumentItem(
                            ItemKind.PLENARY,
                            Text("Bisedë", "Talk"),
                            minutes(30),
                            method_id="buzz",
                            questions=minutes(10),
                            objectives=("know",),
                            sheet=GuideSheet("", steps=(Step("", minutes(30), Text("Gjithçka", "All")),)),
                        ),
                    ),
                ),
            ),
            tasks=(
                InstrumentTask(
                    Text("Ftoni", "Invite"),
                    -30,
                    Text("Mikpritësi", "Host"),
                    rule="invitations",
                    minimum_days=30,
                    is_from_seed=True,
                ),
            ),
            objectives=(InstrumentObjective("know", Text("Dimë", "Know")),),
            sector_targets=(SectorTarget(Sector.DONOR, 0.125),),
            source=Text("Jona", "Ours"),
        )
    }


def test_what_is_not_stated_about_an_earlier_conference_stays_blank(tmp_path: Path) -> None:
    library = load_library(a_library_folder(tmp_path))

    assert library.past_conferences == (PastConference(2004, Text("Hapja", "Launch"), 88, Text("88", "88")),)


def test_sample_names_are_the_folders_of_samples_in_order(tmp_path: Path) -> None:
    root = a_library_folder(tmp_path)
    library = load_library(root)
    assert library.sample_names() == ()

    for name in ("samples/south", "samples/north", "samples/.hidden", "samples/imports"):
        (root / name).mkdir(parents=True)
    (root / "samples" / "README.md").write_text("", encoding="utf-8")

    assert library.sample_names() == ("north", "south")


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        pytest.param(
            BUZZ,
            ', sq = "Bisedë"',
            "",
            "agendas/methods/buzz.toml: “title” has no Albanian text (sq).",
            id="Albanian missing",
        ),
        pytest.param(
            MEETING,
            'en = "Opening"',
            'en = " "',
            "agendas/instruments/meeting.toml: “days 1 › items 1 › title” has no English text (en).",
            id="English empty",
        ),
        pytest.param(
            MEETING,
            'title = { en = "Opening", sq = "Hapja" }',
            'title = "Opening"',
            "agendas/instruments/meeting.toml: “days 1 › items 1 › title” must have words in both languages:"
            ' { en = "…", sq = "…" }.',
            id="one language as a plain text",
        ),
        pytest.param(
            BUZZ,
            'roles = { en = "One", sq = "Një" }\n',
            "",
            "agendas/methods/buzz.toml: the field “roles” is missing.",
            id="field missing",
        ),
        pytest.param(
            MEETING,
            "questions = 10",
            "question_minutes = 10",
            "agendas/instruments/meeting.toml: the field “days 1 › items 2 › question_minutes” is unknown."
            " agendas/README.md names the known ones.",
            id="field unknown",
        ),
        pytest.param(
            MEETING,
            'kind = "opening"',
            'kind = "welcome"',
            "agendas/instruments/meeting.toml: “days 1 › items 1 › kind” is “welcome”. It must be one of: registration,"
            " opening, plenary, panel, working_groups, world_cafe, networking, gallery, energiser, evaluation, break,"
            " meal or staff.",
            id="unknown kind",
        ),
        pytest.param(
            MEETING,
            "minutes = 20",
            'minutes = "20"',
            "agendas/instruments/meeting.toml: “days 1 › items 1 › minutes” must be a whole number without quotation"
            " marks.",
            id="number in quotation marks",
        ),
        pytest.param(
            MEETING,
            "minutes = 20",
            "minutes = 0",
            "agendas/instruments/meeting.toml: “days 1 › items 1 › minutes” is 0, which is too small or too large.",
            id="no minutes",
        ),
        pytest.param(
            MEETING,
            '"09:30"',
            '"9.30"',
            "agendas/instruments/meeting.toml: “days 1 › starts_at” is “9.30”. Write a time such as 08:30.",
            id="time in another form",
        ),
        pytest.param(
            MEETING,
            "is_from_seed = true",
            'is_from_seed = "yes"',
            "agendas/instruments/meeting.toml: “tasks 1 › is_from_seed” must be true or false.",
            id="yes instead of true",
        ),
        pytest.param(
            MEETING,
            "is_from_seed = true",
            'waits_for = [{ task = "plan" }]',
            "agendas/instruments/meeting.toml: “tasks 1 › waits_for” names the task “plan”,"
            " which the file does not have.",
            id="task that is not there",
        ),
        pytest.param(
            MEETING,
            "is_from_seed = true",
            'counted_from = "task"',
            "agendas/instruments/meeting.toml: “tasks 1 › after” is missing. Name the key of the task it counts from.",
            id="counted from no task",
        ),
        pytest.param(
            MEETING,
            "is_from_seed = true",
            'key = "send"\nwaits_for = [{ task = "send" }]',
            "agendas/instruments/meeting.toml: “waits_for” leads in a circle: send → send.",
            id="circle of tasks",
        ),
        pytest.param(
            MEETING,
            'key = "know"',
            'key = "Të dimë"',
            "agendas/instruments/meeting.toml: “objectives 1 › key” is “Të dimë”. Use small letters without diacritics,"
            " digits and the sign _ only.",
            id="key with other letters",
        ),
        pytest.param(
            MEETING,
            "total_minutes = 50",
            "total_minutes = 55",
            "agendas/instruments/meeting.toml: the sessions of day 1 add up to 50 minutes, but “total_minutes” says"
            " 55.",
            id="day does not add up",
        ),
        pytest.param(
            BUZZ,
            "minutes = 5\n",
            "minutes = 6\n",
            "agendas/methods/buzz.toml: “steps” add up to 9 minutes; they should fill 8.",
            id="method does not add up",
        ),
        pytest.param(
            MEETING,
            "[[days.items.sheet.steps]]\nminutes = 30",
            "[[days.items.sheet.steps]]\nminutes = 25",
            "agendas/instruments/meeting.toml: “days 1 › items 2 › sheet › steps” add up to 25 minutes; they should"
            " fill 30.",
            id="sheet does not add up",
        ),
        pytest.param(
            MEETING,
            'method = "buzz"',
            'method = "buz"',
            "agendas/instruments/meeting.toml: “days 1 › items 2 › method” names the method “buz”, but there is no"
            " agendas/methods/buz.toml.",
            id="unknown method",
        ),
        pytest.param(
            MEETING,
            'objectives = ["know"]',
            'objectives = ["knew"]',
            "agendas/instruments/meeting.toml: “days 1 › items 2 › objectives” names the objective “knew”, which the"
            " file does not have.",
            id="unknown objective",
        ),
        pytest.param(
            MEETING,
            "questions = 10",
            "questions = 31",
            "agendas/instruments/meeting.toml: “days 1 › items 2 › questions” keeps more minutes for questions than the"
            " session has.",
            id="more questions than minutes",
        ),
        pytest.param(
            MEETING,
            "percent = 12.5",
            'percent = 60\n[[sector_targets]]\nsector = "media"\npercent = 50',
            "agendas/instruments/meeting.toml: “sector_targets” add up to 110 %, which is more than 100 %.",
            id="targets over 100",
        ),
        pytest.param(
            MEETING,
            "[[objectives]]",
            '[[objectives]]\nkey = "know"\ntext = { en = "a", sq = "b" }\n[[objectives]]',
            "agendas/instruments/meeting.toml: the objective key “know” is used twice.",
            id="objective twice",
        ),
        pytest.param(
            BUZZ,
            "minimum = 5, typical = 8",
            "minimum = 10, typical = 8",
            "agendas/methods/buzz.toml: “minutes” must grow from minimum over typical to maximum.",
            id="times in the wrong order",
        ),
        pytest.param(
            BUZZ,
            "minimum = 4, maximum = 40",
            "minimum = 41, maximum = 40",
            "agendas/methods/buzz.toml: “people” has a minimum above its maximum.",
            id="people in the wrong order",
        ),
        pytest.param(
            PAST,
            "year = 2004",
            'year = 2004\nshares = [{ category = "ngo", label = { en = "a", sq = "b" }, percent = 5 }]',
            "agendas/references/conferences.toml: “conferences 1 › shares 1 › category” is “ngo”. It must be one of:"
            " civil_society, government, local_government or international_ngo.",
            id="unknown category",
        ),
        pytest.param(
            MEETING,
            "typical_people = 30",
            "typical_people = ",
            "agendas/instruments/meeting.toml, line 5: this is not valid TOML (Invalid value). Compare the line with"
            " agendas/README.md.",
            id="syntax",
        ),
    ],
)
def test_one_mistake_is_said_in_one_sentence_with_file_and_field(
    tmp_path: Path, file: str, old: str, new: str, sentence: str
) -> None:
    root = with_words(a_library_folder(tmp_path), file, old, new)

    assert problems_of(root) == (sentence,)


def test_all_problems_of_all_files_are_said_at_once(tmp_path: Path) -> None:
    root = a_library_folder(tmp_path)
    with_words(root, BUZZ, ', sq = "Bisedë"', "")
    with_words(root, MEETING, "minutes = 20", "minutes = 20.5")
    with_words(root, MEETING, 'sq = "Dimë"', 'sq = ""')
    with_words(root, PAST, "participants = 88", "")

    assert problems_of(root) == (
        "agendas/methods/buzz.toml: “title” has no Albanian text (sq).",
        "agendas/instruments/meeting.toml: “objectives 1 › text” has no Albanian text (sq).",
        "agendas/instruments/meeting.toml: “days 1 › items 1 › minutes” must be a whole number without quotation"
        " marks.",
        "agendas/references/conferences.toml: the field “conferences 1 › participants” is missing.",
    )


def test_a_method_that_cannot_be_read_is_not_also_called_unknown(tmp_path: Path) -> None:
    root = with_words(a_library_folder(tmp_path), BUZZ, "goals =", "goals")

    assert problems_of(root) == (
        "agendas/methods/buzz.toml, line 6: this is not valid TOML (Expected '=' after a key in a key/value pair)."
        " Compare the line with agendas/README.md.",
    )


def test_each_problem_travels_as_an_error_that_can_be_said_in_a_language(tmp_path: Path) -> None:
    root = with_words(a_library_folder(tmp_path), BUZZ, ', sq = "Bisedë"', "")

    with pytest.raises(LibraryProblem) as caught:
        load_library(root)

    assert [(entry.template, entry.values) for entry in caught.value.details] == [
        ("{file}: “{field}” has no Albanian text (sq).", {"file": "agendas/methods/buzz.toml", "field": "title"})
    ]


def test_parallel_sessions_count_once_in_the_sum_of_the_day(tmp_path: Path) -> None:
    beside = '[[days.items]]\nkind = "plenary"\ntitle = { en = "a", sq = "b" }\nminutes = 15\nparallel = "A"\n'
    root = with_words(
        a_library_folder(tmp_path), MEETING, "minutes = 20\n", f'minutes = 20\nparallel = "A"\n\n{beside}'
    )

    assert problems_of(root) == ()


def test_a_byte_order_mark_of_an_editor_is_no_problem(tmp_path: Path) -> None:
    root = a_library_folder(tmp_path)
    (root / MEETING).write_text(INSTRUMENT, encoding="utf-8-sig")

    assert problems_of(root) == ()


def test_another_encoding_is_named(tmp_path: Path) -> None:
    root = a_library_folder(tmp_path)
    (root / MEETING).write_text(INSTRUMENT, encoding="cp1252")

    assert problems_of(root) == (
        "agendas/instruments/meeting.toml: this is not UTF-8 text. Save the file again with the encoding UTF-8.",
    )


def test_a_file_name_that_cannot_be_a_key_is_named(tmp_path: Path) -> None:
    root = a_library_folder(tmp_path)
    (root / MEETING).rename(root / "instruments" / "My Meeting.toml")

    assert problems_of(root) == (
        "agendas/instruments/My Meeting.toml: the file name may have small letters, digits, - and _ only: it is the"
        " key.",
    )


def test_missing_folders_and_files_are_named(tmp_path: Path) -> None:
    assert problems_of(tmp_path / "agendas") == (
        "The folder agendas/methods is missing.",
        "The folder agendas/instruments is missing.",
        "agendas/references/conferences.toml: the file cannot be read (No such file or directory).",
    )
