"""The calendar file of the agenda: the right moments, and nothing that is not public."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from facilitation.domain.agenda import Audience, CustomField, CustomValue, ItemKind
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput
from facilitation.exchange.calendar import event_ics
from facilitation.planning.calendar_items import earlier_items
from tests.builders import (
    a_contributor,
    a_note,
    a_participation,
    a_record,
    a_task,
    a_text,
    an_agenda,
    an_event,
    an_item,
)

MADE_AT = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
TIRANA = ZoneInfo("Europe/Tirane")


def entries(record: EventRecord, language: str = "sq") -> list[Any]:
    """The entries as a calendar program reads them."""
    calendar: Any = Calendar.from_ical(event_ics(record, language, made_at=MADE_AT))
    return list(calendar.walk("VEVENT"))


def test_every_item_is_an_entry_with_its_moments() -> None:
    record = a_record(agenda=an_agenda(days=[[30, 15], [60]]), event=an_event(day_count=2))

    assert [(str(entry["UID"]), entry.start, entry.end) for entry in entries(record)] == [
        ("item-1@event-1.tryeza", datetime(2027, 5, 17, 9, tzinfo=TIRANA), datetime(2027, 5, 17, 9, 30, tzinfo=TIRANA)),
        ("item-2@event-1.tryeza", datetime(2027, 5, 17, 9, 30, tzinfo=TIRANA),
         datetime(2027, 5, 17, 9, 45, tzinfo=TIRANA)),
        ("item-3@event-1.tryeza", datetime(2027, 5, 18, 9, tzinfo=TIRANA), datetime(2027, 5, 18, 10, tzinfo=TIRANA)),
    ]  # fmt: skip


def test_an_entry_says_title_place_summary_and_speakers() -> None:
    item = an_item(
        title="Opening",
        room="Salla A",
        summary=a_text("Summary"),
        speakers=(a_contributor("Prefekti, Elbasan"), a_contributor("Kryetare, Bashkia Elbasan")),
    )

    entry = entries(a_record(items=[item]), "en")[0]

    assert [str(entry[name]) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")] == [
        "Opening (en)",
        "Salla A, Elbasan",
        "Summary (en)\nSpeakers: Prefekti, Elbasan; Kryetare, Bashkia Elbasan",
    ]
    assert entry["SUMMARY"].params["LANGUAGE"] == "en"
    assert [str(category) for category in entry["CATEGORIES"].cats] == ["Plenary"]


def test_nothing_internal_and_nobody_but_the_speakers_is_in_the_file() -> None:
    secret = "SECRET"
    item = an_item(internal_note=secret, facilitators=(a_contributor(secret),), note_takers=(a_contributor(secret),))
    staff = an_item("staff", title=secret, kind=ItemKind.STAFF)
    members = an_item("members", title=secret, audience=Audience.PARTICIPANTS)
    record = a_record(
        items=[item, staff, members],
        tasks=(a_task(title=secret, owner=secret),),
        participations=(a_participation(name=secret, note=secret),),
        notes=(a_note(text=secret),),
        event=an_event(sources_note=a_text(secret)),
    )

    content = event_ics(record, "sq")

    assert secret.encode() not in content
    assert content.count(b"BEGIN:VEVENT") == 1


def test_uids_stay_the_same_when_the_agenda_moves() -> None:
    record = a_record(items=[30, 15])
    moved = replace(
        record,
        event=an_event(starts_on=date(2027, 6, 1)),
        agenda=replace(record.agenda, days=(replace(record.agenda.days[0], starts_at=time(10)),), version=4),
    )

    assert [entry["UID"] for entry in entries(moved)] == [entry["UID"] for entry in entries(record)]
    assert {int(entry["SEQUENCE"]) for entry in entries(moved)} == {4}


def test_a_new_first_day_is_a_new_sequence_like_a_new_agenda() -> None:
    record = a_record(items=[30], event=an_event(version=5), agenda=an_agenda([30], version=4))

    assert [int(entry["SEQUENCE"]) for entry in entries(record)] == [9]


def test_what_went_out_and_is_gone_is_sent_as_cancelled_under_its_uid() -> None:
    secret = an_item("secret", kind=ItemKind.STAFF)
    first = a_record(items=[an_item("stays"), an_item("goes", title="Old title"), an_item("hidden"), secret])
    second = a_record(items=[an_item("stays"), an_item("goes", title="Last title"), an_item("hidden")])
    now = a_record(
        agenda=an_agenda([an_item("stays"), an_item("new"), an_item("hidden", audience=Audience.STAFF)], version=3)
    )

    calendar: Any = Calendar.from_ical(event_ics(now, "en", made_at=MADE_AT, earlier=earlier_items((first, second))))

    shown = ("UID", "STATUS", "SUMMARY", "SEQUENCE")
    assert [tuple(str(entry[name]) for name in shown) for entry in calendar.walk("VEVENT")] == [
        ("stays@event-1.tryeza", "CONFIRMED", "stays (en)", "3"),
        ("new@event-1.tryeza", "CONFIRMED", "new (en)", "3"),
        ("goes@event-1.tryeza", "CANCELLED", "Last title (en)", "3"),
        ("hidden@event-1.tryeza", "CANCELLED", "hidden (en)", "3"),
    ]
    assert {entry["DTSTAMP"].dt for entry in calendar.walk("VEVENT")} == {MADE_AT}


def test_the_zone_reaches_back_to_a_cancelled_entry_of_another_year() -> None:
    before = a_record(items=[an_item("gone")], event=an_event(starts_on=date(2024, 7, 1)))

    calendar: Any = Calendar.from_ical(event_ics(a_record(), "sq", earlier=earlier_items((before,))))

    (entry,) = calendar.walk("VEVENT")
    zone = calendar.walk("VTIMEZONE")[0].to_tz()
    assert entry.start == datetime(2024, 7, 1, 9, tzinfo=TIRANA)
    assert datetime(2024, 7, 1, 9, tzinfo=zone).utcoffset() == timedelta(hours=2)


def test_public_custom_fields_stand_in_the_description_and_others_do_not() -> None:
    fields = (
        CustomField("field-1", a_text("Interpretation"), audience=Audience.PUBLIC),
        CustomField("field-2", a_text("Budget"), audience=Audience.STAFF),
    )
    item = an_item(custom=(CustomValue("field-1", "anglisht"), CustomValue("field-2", "SECRET")))

    (entry,) = entries(a_record(agenda=an_agenda([item], custom_fields=fields)), "en")

    assert str(entry["DESCRIPTION"]) == "Interpretation (en): anglisht"


def test_the_same_record_at_the_same_moment_gives_the_same_bytes() -> None:
    record = a_record(items=[30, 15])

    assert event_ics(record, "sq", made_at=MADE_AT) == event_ics(record, "sq", made_at=MADE_AT)


@pytest.mark.parametrize("zone", ["Europe/Tirane", "Europe/Sarajevo", "America/New_York", "UTC"])
@pytest.mark.parametrize("starts_on", [date(2027, 1, 18), date(2027, 3, 28), date(2027, 7, 5), date(2027, 10, 31)])
def test_the_time_zone_in_the_file_agrees_with_the_real_one(zone: str, starts_on: date) -> None:
    record = a_record(items=[30], event=an_event(time_zone=zone, starts_on=starts_on))

    calendar: Any = Calendar.from_ical(event_ics(record, "sq"))

    component = calendar.walk("VTIMEZONE")[0]
    written, real = component.to_tz(), ZoneInfo(zone)
    assert str(component["TZID"]) == zone
    for days in (-150, -1, 0, 1, 150):
        moment = datetime.combine(starts_on, time(12)) + timedelta(days=days)
        assert moment.replace(tzinfo=written).utcoffset() == moment.replace(tzinfo=real).utcoffset()


def test_an_item_without_duration_has_a_start_only() -> None:
    assert "DTEND" not in entries(a_record(items=[0]))[0]


def test_breaks_leave_the_calendar_free() -> None:
    record = a_record(items=[30, an_item("break", kind=ItemKind.BREAK)])

    assert [str(entry["TRANSP"]) for entry in entries(record)] == ["OPAQUE", "TRANSPARENT"]


def test_lines_are_as_the_standard_wants_them() -> None:
    record = a_record(items=[an_item(title="Fjala e hapjes; përshëndetje, " * 9)])

    lines = event_ics(record, "sq").split(b"\r\n")

    assert (lines[0], lines[-2:]) == (b"BEGIN:VCALENDAR", [b"END:VCALENDAR", b""])
    assert [line for line in lines if len(line) > 75 or b"\n" in line] == []


def test_an_unknown_time_zone_is_named() -> None:
    with pytest.raises(InvalidInput) as caught:
        event_ics(a_record(items=[30], event=an_event(time_zone="Europe/Tirana")), "sq")

    assert caught.value.values == {"name": "Europe/Tirana"}
