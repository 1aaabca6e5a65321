"""Calendars: times in every zone, and entries as broken as real ones."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from facilitation.domain.agenda import AgendaDay, AgendaItem, Contributor, ItemKind, Room
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.exchange import calendar_import
from facilitation.exchange.import_preview import AgendaPreview, ImportRow
from tests.builders import A_MONDAY, an_event
from tests.exchange.agendas import an_entry, an_ics, changes, read, remarks, shown

AT_NINE = ["1 09:00+30 opening: Hapja"]


def test_a_clean_calendar_is_read_as_it_stands() -> None:
    entry = an_entry(
        "Paneli\\, shërbimet",
        "20270517T090000",
        "20270517T094500",
        uid="a@b",
        location="Salla A",
        description="Çfarë duhet të dimë.\\nFolës: Drejtore\\, Bashkia Elbasan",
    ).replace("DTSTART:", "DTSTART;TZID=Europe/Tirane:")

    item = AgendaItem(
        id="id-1",
        kind=ItemKind.PANEL,
        title=Text(sq="Paneli, shërbimet"),
        duration=timedelta(minutes=45),
        room="Salla A",
        speakers=(Contributor("Drejtore, Bashkia Elbasan"),),
        summary=Text(sq="Çfarë duhet të dimë."),
    )
    assert read(an_ics(entry)) == AgendaPreview(
        format="ics",
        rows=(ImportRow(1, "read", (), item, ("Paneli, shërbimet", "20270517T090000")),),
        days=(AgendaDay(time(9), (item,)),),
        rooms=(Room("Salla A"),),
        first_on=A_MONDAY,
    )


@pytest.mark.parametrize(
    ("start", "change"),
    [
        ("DTSTART:20270517T090000", []),
        ("DTSTART:20270517T0900", []),
        ("DTSTART:2027-05-17T09:00:00", []),
        ("DTSTART:20270517T070000Z", [(1, "07:00 UTC", "09:00")]),
        ("DTSTART:2027-05-17T07:00:00+00:00", [(1, "07:00 +00:00", "09:00")]),
        ("DTSTART;TZID=Europe/Tirane:20270517T090000", []),
        ("DTSTART;TZID=Europe/Rome:20270517T090000", []),
        ('DTSTART;TZID="/mozilla.org/20070129_1/Europe/Tirane":20270517T090000', []),
        ("DTSTART;TZID=Central Europe Standard Time:20270517T090000", []),
        ("DTSTART;TZID=Europe/London:20270517T080000", [(1, "08:00 Europe/London", "09:00")]),
        ("DTSTART;TZID=Koha e Elbasanit:20270517T090000", [(1, "Koha e Elbasanit", "")]),
    ],
)
def test_times_of_every_zone_are_put_on_the_clock_of_the_event(start: str, change: list[tuple[int, str, str]]) -> None:
    entry = an_entry(start="", end="", duration="PT30M") + f"\n{start}"

    preview = read(an_ics(entry))

    assert (shown(preview), changes(preview)) == (AT_NINE, change)


def test_an_event_elsewhere_reads_utc_on_its_own_clock() -> None:
    entry = an_entry(start="20270517T070000Z", end="20270517T073000Z")

    assert shown(read(an_ics(entry), event=an_event(time_zone="Europe/London"))) == ["1 08:00+30 opening: Hapja"]


def test_entries_of_a_web_calendar_without_titles_or_ends_are_told_apart() -> None:
    first = an_entry("Registration / Breakfast", "20270517T070000Z", "20270517T083000Z", location="Cafeteria")
    last = an_entry("The evening", "20270517T183000Z", "", url="https://example.org")

    preview = read(an_ics(first, an_entry("", "20270517T090000Z", "20270517T093000Z"), last))

    assert shown(preview) == [
        "1 09:00+90 registration: Registration / Breakfast @ Cafeteria",
        "1 20:30+30* plenary: The evening",
    ]
    assert [(row.outcome, len(row.remarks)) for row in preview.rows] == [
        ("repaired", 1),
        ("refused", 1),
        ("repaired", 2),
    ]


def test_lines_may_be_folded_with_or_without_their_space() -> None:
    entry = an_entry("Hap\n ja", description="Një fjali që\n\tvazhdon\ndhe një vijë pa hapësirë")

    preview = read(an_ics(entry))

    (item,) = preview.days[0].items
    assert (shown(preview), item.summary) == (AT_NINE, Text(sq="Një fjali qëvazhdondhe një vijë pa hapësirë"))


def test_a_calendar_of_this_program_gives_back_room_and_speakers() -> None:
    description = "Çfarë dimë.\\nFlasin: Drejtore\\, Bashkia Elbasan\\; Zyra A"

    (item,) = read(an_ics(an_entry(location="Salla A\\, Elbasan", description=description))).days[0].items

    assert (item.room, item.summary) == ("Salla A", Text(sq="Çfarë dimë."))
    assert item.speakers == (Contributor("Drejtore, Bashkia Elbasan"), Contributor("Zyra A"))


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_every_end_of_line_will_do(end: str) -> None:
    assert shown(read(an_ics(an_entry()).replace("\r\n", end))) == AT_NINE


def test_missing_dtstamp_uid_version_and_end_of_the_calendar_are_no_matter() -> None:
    assert remarks(read(an_ics(an_entry(), end="").replace("VERSION:2.0\r\n", ""))) == []


def test_an_identifier_used_twice_for_different_sessions_loses_none() -> None:
    preview = read(
        an_ics(an_entry(uid="1"), an_entry("Paneli", "20270517T093000", "20270517T100000", uid="1")),
    )

    assert [line[2:10] for line in shown(preview)] == ["09:00+30", "09:30+30"]
    assert remarks(preview) == [
        (
            2,
            "repaired",
            "The entry has the same identifier (UID) as row 1 and is another session; both were taken.",
        )
    ]


def test_of_two_versions_of_an_entry_the_newer_one_stays() -> None:
    later = an_entry("Hapja", "20270517T100000", "20270517T103000", uid="1", sequence="2")
    preview = read(an_ics(an_entry(uid="1", sequence="1"), later))

    assert shown(preview) == ["1 10:00+30 opening: Hapja"]
    assert remarks(preview) == [(1, "refused", "A newer version of the same entry stands in row 2.")]


@pytest.mark.parametrize(
    ("entry", "template"),
    [
        (an_entry(status="CANCELLED"), calendar_import.CANCELLED),
        (an_entry(start="20270517", end="20270518"), calendar_import.WHOLE_DAY),
        (an_entry(start="", end=""), calendar_import.NO_START),
        (an_entry(start="nesër"), calendar_import.NOT_A_TIME),
        (an_entry(start="20271317T090000"), calendar_import.NOT_A_TIME),
        (an_entry(start="00010101T000000Z"), calendar_import.NOT_A_TIME),
        (an_entry(end="20270520T090000"), calendar_import.TOO_LONG),
    ],
    ids=["cancelled", "whole day", "no start", "no time", "no month", "no year", "three days"],
)
def test_entries_that_are_no_sessions_are_refused_one_by_one(entry: str, template: str) -> None:
    preview = read(an_ics(entry, an_entry("Drekë", "20270517T120000", "20270517T130000")))

    assert [remark.template for row in preview.rows for remark in row.remarks] == [template]
    assert shown(preview) == ["1 12:00+60 meal: Drekë"]


def test_an_entry_that_was_cut_off_is_refused_and_the_rest_is_read() -> None:
    whole = an_ics(an_entry(), an_entry("Paneli", "20270517T100000", "20270517T110000"))

    preview = read(whole[: whole.rindex("SUMMARY") + 60])

    assert shown(preview) == AT_NINE
    assert remarks(preview) == [(2, "refused", "The entry has no end: the file was cut off here.")]


def test_an_alarm_inside_an_entry_is_not_taken_for_it() -> None:
    alarm = "BEGIN:VALARM\nDESCRIPTION:Kujtesë\nDTSTART:19990101T000000\nEND:VALARM"

    assert shown(read(an_ics(alarm + "\n" + an_entry()))) == AT_NINE


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;COUNT=3", [1, 2, 3]),
        ("FREQ=DAILY;INTERVAL=2;COUNT=2", [1, 3]),
        ("FREQ=DAILY;UNTIL=20270518T235959Z", [1, 2]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", [1]),
        ("FREQ=DAILY", [1]),
        ("FREQ=SECONDLY;COUNT=9", [1]),
    ],
)
def test_an_entry_that_repeats_stands_on_each_of_its_days(rule: str, days: list[int]) -> None:
    preview = read(an_ics(an_entry(rrule=rule)))

    assert [number for number, day in enumerate(preview.days, start=1) if day.items] == days
    assert {row.outcome for row in preview.rows} == {"repaired"}


def test_a_day_left_out_of_a_repetition_stays_out() -> None:
    preview = read(an_ics(an_entry(rrule="FREQ=DAILY;COUNT=3", exdate="20270518T090000")))

    assert [len(day.items) for day in preview.days] == [1, 0, 1]


def test_time_that_keeps_nobody_busy_is_a_break_among_time_that_does() -> None:
    rest = an_entry("Ndërprerje", "20270517T093000", "20270517T094500", transp="TRANSPARENT")

    assert shown(read(an_ics(an_entry("Tema", transp="OPAQUE"), rest)))[1] == "1 09:30+15 break: Ndërprerje"
    assert shown(read(an_ics(rest))) == ["1 09:30+15 plenary: Ndërprerje"]


def test_a_calendar_of_five_thousand_and_one_entries_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        read(an_ics(*["SUMMARY:x"] * 5001))

    assert caught.value.template == calendar_import.TOO_MANY_SESSIONS


def test_repetitions_count_as_sessions() -> None:
    with pytest.raises(InvalidInput) as caught:
        read(an_ics(*[an_entry(rrule="FREQ=DAILY;COUNT=60")] * 84))

    assert caught.value.template == calendar_import.TOO_MANY_SESSIONS


def test_a_calendar_of_a_million_lines_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        read("BEGIN:VCALENDAR\n" + "X:\n" * 1_000_001)

    assert caught.value.template == calendar_import.TOO_MANY_LINES


def test_a_calendar_without_entries_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        read(an_ics())

    assert caught.value.template == calendar_import.NO_SESSIONS
