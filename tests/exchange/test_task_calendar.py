"""Deadlines as a calendar file: whole days or things to do, unhurt by any title."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from facilitation.domain.task import Comment, Task, TaskPoint, TaskStatus
from facilitation.domain.text import Text
from facilitation.exchange.task_calendar import DeadlineCalendar, deadlines_ics, percent_complete
from facilitation.i18n.translator import Translator
from facilitation.planning.task_calendar import DueTask, Revision
from tests.builders import a_task, a_text, an_event

CHANGED_AT = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
DUE_ON = date(2027, 3, 28)
SECRET = "SECRET"
HOSTILE = [
    "Two\nlines\r\nthree\rfour\x0bfive\x00six\u2028seven",
    "Semicolons; commas, colons: \\n and back\\slashes \"quotes\"",
    "Emoji 🎉👩‍👩‍👧 flags 🇦🇱",
    "Marks \u202eof\u202c \u200fdirection\u200e",
    "=HYPERLINK(\"http://example.org\";\"x\")",
    "BEGIN:VEVENT\r\nEND:VCALENDAR\r\nATTACH:x",
    "ë" * 10_000,
]  # fmt: skip


def due(task: Task, **fields: Any) -> DueTask:
    return DueTask(task, DUE_ON, Revision(7, CHANGED_AT), **fields)


def written(*entries: DueTask, language: str = "en", **fields: Any) -> bytes:
    content = DeadlineCalendar(an_event(), "Deadlines", entries, **fields)
    return deadlines_ics(content, Translator(language))


def read(data: bytes, name: str = "VEVENT") -> list[Any]:
    calendar: Any = Calendar.from_ical(data)
    return list(calendar.walk(name))


FULL = a_task(
    title="Invitations",
    owner="Përfaqësuese, Zyra e Punësimit",
    deputy="Drejtues, Bashkia Elbasan",
    benchmark=a_text("All are sent"),
    status=TaskStatus.BLOCKED,
    blocked_by="No list",
    note=SECRET,
    comments=(Comment("comment-1", SECRET, CHANGED_AT, SECRET),),
)


def test_an_entry_is_a_whole_day_that_keeps_nobody_busy_and_rings_no_bell() -> None:
    (entry,) = read(written(due(FULL)))

    assert (entry.start, entry.end) == (DUE_ON, date(2027, 3, 29))
    assert {name: entry[name].to_ical().decode() for name in ("DTSTART", "DTSTAMP", "LAST-MODIFIED")} == {
        "DTSTART": "20270328",
        "DTSTAMP": "20270102T030405Z",
        "LAST-MODIFIED": "20270102T030405Z",
    }
    assert entry["DTSTART"].params["VALUE"] == "DATE"
    assert {name: str(entry[name]) for name in ("UID", "SEQUENCE", "STATUS", "TRANSP", "SUMMARY")} == {
        "UID": "task-task-1@event-1.tryeza",
        "SEQUENCE": "7",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
        "SUMMARY": "Invitations (en)",
    }
    assert entry.subcomponents == []


@pytest.mark.parametrize(
    ("language", "lines", "categories"),
    [
        (
            "en",
            [
                "Owner: Përfaqësuese, Zyra e Punësimit",
                "Deputy: Drejtues, Bashkia Elbasan",
                "Benchmark: All are sent (en)",
                "Waits for: Hall (en); Money (en)",
                "Blocked by: No list",
                "Event (en)",
            ],
            ["Deadline", "Event (en)"],
        ),
        (
            "sq",
            [
                "Përgjegjësi: Përfaqësuese, Zyra e Punësimit",
                "Zëvendësi: Drejtues, Bashkia Elbasan",
                "Treguesi krahasimor: All are sent (sq)",
                "Pret: Hall (sq); Money (sq)",
                "E pengon: No list",
                "Event (sq)",
            ],
            ["Afat", "Event (sq)"],
        ),
    ],
)
def test_the_description_says_whose_it_is_what_must_come_of_it_and_what_is_in_the_way(
    language: str, lines: list[str], categories: list[str]
) -> None:
    (entry,) = read(written(due(FULL, waits_for=(a_text("Hall"), a_text("Money"))), language=language))

    assert str(entry["DESCRIPTION"]).splitlines() == lines
    assert [str(category) for category in entry["CATEGORIES"].cats] == categories
    assert entry["SUMMARY"].params["LANGUAGE"] == language


@pytest.mark.parametrize("is_todo", [False, True])
def test_internal_notes_and_comments_stay_inside(is_todo: bool) -> None:
    assert SECRET.encode() not in written(due(FULL), is_todo=is_todo)


def test_what_is_done_says_so_and_when() -> None:
    (entry,) = read(written(due(a_task(status=TaskStatus.DONE, done_on=date(2027, 3, 1), owner="A"))))

    assert str(entry["SUMMARY"]) == "Done: Task (en)"
    assert str(entry["DESCRIPTION"]).splitlines()[1] == "Done on Monday, 1 March 2027"


@pytest.mark.parametrize("is_todo", [False, True])
def test_what_is_called_off_is_cancelled_under_its_identifier(is_todo: bool) -> None:
    name = "VTODO" if is_todo else "VEVENT"
    before = read(written(due(a_task(status=TaskStatus.DONE)), is_todo=is_todo), name)
    after = read(written(due(a_task(status=TaskStatus.DONE), is_called_off=True), is_todo=is_todo), name)

    assert [str(entry["STATUS"]) for entry in after] == ["CANCELLED"]
    assert [entry["UID"] for entry in after] == [entry["UID"] for entry in before]
    assert str(Calendar.from_ical(written(due(a_task(), is_called_off=True)))["METHOD"]) == "PUBLISH"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (TaskStatus.PLANNED, "NEEDS-ACTION"),
        (TaskStatus.BLOCKED, "NEEDS-ACTION"),
        (TaskStatus.IN_PROGRESS, "IN-PROCESS"),
        (TaskStatus.DONE, "COMPLETED"),
    ],
)
def test_a_thing_to_do_is_due_on_a_day_and_says_how_it_stands(status: TaskStatus, expected: str) -> None:
    (todo,) = read(written(due(a_task(status=status)), is_todo=True), "VTODO")

    assert todo["DUE"].to_ical() == b"20270328"
    assert todo["DUE"].params["VALUE"] == "DATE"
    assert (str(todo["STATUS"]), str(todo["UID"])) == (expected, "todo-task-1@event-1.tryeza")
    assert {"DTSTART", "TRANSP", "DTEND"}.isdisjoint(todo)


def test_a_thing_done_carries_its_day_as_noon_of_the_event() -> None:
    task = a_task(status=TaskStatus.DONE, done_on=date(2027, 4, 1))

    (todo,) = read(written(due(task), is_todo=True), "VTODO")

    assert todo["COMPLETED"].dt == datetime(2027, 4, 1, 12, tzinfo=ZoneInfo("Europe/Tirane"))
    assert todo["COMPLETED"].to_ical() == b"20270401T100000Z"
    assert int(todo["PERCENT-COMPLETE"]) == 100


def points(*done: bool) -> tuple[TaskPoint, ...]:
    return tuple(TaskPoint(f"point-{n}", "Point", is_done) for n, is_done in enumerate(done))


@pytest.mark.parametrize(
    ("task", "percent"),
    [
        (a_task(), None),
        (a_task(points=points(True, False, False)), 33),
        (a_task(points=points(False)), 0),
        (a_task(points=points(True, True)), 99),
        (a_task(points=points(False), status=TaskStatus.DONE), 100),
    ],
)
def test_the_share_done_follows_the_points_and_reaches_100_with_the_task_alone(task: Task, percent: int | None) -> None:
    assert percent_complete(task) == percent


@pytest.mark.parametrize("is_todo", [False, True])
@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_the_file(title: str, is_todo: bool) -> None:
    task = a_task(title=Text(sq=title, en=title), owner=title, deputy=title, benchmark=Text(sq=title, en=title))

    data = written(due(task, waits_for=(Text(sq=title, en=title),)), due(a_task("next")), is_todo=is_todo)

    lines = data.split(b"\r\n")
    first, second = read(data, "VTODO" if is_todo else "VEVENT")
    assert (lines[0], lines[-2:]) == (b"BEGIN:VCALENDAR", [b"END:VCALENDAR", b""])
    assert [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line] == []
    assert str(first["SUMMARY"]) == " ".join(title.replace("\x00", "").split())
    assert len(str(first["DESCRIPTION"]).splitlines()) == 5
    assert str(second["SUMMARY"]) == "Task (en)"


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("is_todo", [False, True])
def test_the_library_reads_the_file_and_writes_it_out_unchanged(is_todo: bool, language: str) -> None:
    hostile = [due(a_task(f"task-{n}", title=Text(sq=title, en=title))) for n, title in enumerate(HOSTILE)]
    done = due(a_task("done", status=TaskStatus.DONE, done_on=date(2027, 4, 1), points=points(True)))
    data = written(*hostile, due(FULL), done, due(FULL, is_called_off=True), is_todo=is_todo, language=language)

    calendar = Calendar.from_ical(data)

    assert calendar.to_ical() == data
    assert Calendar.from_ical(calendar.to_ical()) == calendar
    assert not any(component.errors for component in calendar.walk())


def test_the_zone_of_the_event_is_named_and_spelled_out() -> None:
    (zone,) = read(written(due(FULL)), "VTIMEZONE")

    written_zone = zone.to_tz()
    for moment in (datetime(2027, 1, 15, 12), datetime(2027, 3, 28, 12), datetime(2027, 10, 31, 12)):
        real = moment.replace(tzinfo=ZoneInfo("Europe/Tirane")).utcoffset()
        assert moment.replace(tzinfo=written_zone).utcoffset() == real
    assert str(Calendar.from_ical(written(due(FULL)))["X-WR-TIMEZONE"]) == "Europe/Tirane"


@pytest.mark.parametrize("starts_on", [date(2027, 3, 28), date(2027, 10, 31)])
def test_a_day_on_which_the_clock_changes_stays_that_day(starts_on: date) -> None:
    entry = DueTask(a_task(), starts_on, Revision(1, CHANGED_AT))

    (read_entry,) = read(written(entry))

    assert (read_entry.end - read_entry.start).days == 1


def test_programs_that_subscribe_are_asked_to_read_it_again_every_hour() -> None:
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in written(is_subscribed=True)
    assert b"REFRESH" not in written()
