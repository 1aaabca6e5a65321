"""The public programme for other programs: valid, the same in both formats, and nothing that is not public."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from facilitation.domain.agenda import (
    AgendaDay,
    Audience,
    CustomField,
    CustomValue,
    FieldKind,
    ItemKind,
    Room,
)
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput
from facilitation.exchange.schedule import schedule_of
from facilitation.exchange.schedule_json import schedule_json
from facilitation.exchange.schedule_names import numbers_of
from facilitation.exchange.schedule_xml import schedule_xml
from facilitation.i18n.translator import LANGUAGES, Translator
from facilitation.library.loader import load_library
from facilitation.library.samples import load_sample
from facilitation.settings import ROOT
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
    counted_ids,
)
from tests.exchange.schedules import (
    VERSION,
    as_json,
    as_xml,
    json_schema,
    json_sessions,
    planned_records,
    xml_sessions,
    xsd,
)

SAMPLES = ("national-conference-2008", "regional-group-south")
SHARED = ("guid", "date", "start", "duration", "room", "slug", "title", "track", "type", "language", "abstract",
          "description")  # fmt: skip
"""What a session says in both formats under the same name."""


@cache
def sample(name: str, language: str) -> EventRecord:
    library = load_library(ROOT / "agendas")
    return load_sample(
        library.folder, name, language=language, today=date(2027, 1, 11), library=library, new_id=counted_ids()
    )


def faults(record: EventRecord, language: str) -> list[str]:
    """What the judges of both formats find."""
    schema = xsd()
    found = [] if schema.validate(as_xml(record, language)) else [str(schema.error_log)]
    return found + [error.message for error in json_schema().iter_errors(as_json(record, language))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_both_files_of_a_sample_are_valid_and_hold_its_public_sessions(name: str, language: str) -> None:
    record = sample(name, language)
    public = [item for _, item in record.agenda.items() if item.is_for(Audience.PUBLIC)]

    assert faults(record, language) == []
    assert len(public) > 5
    titles = sorted(item.title.said_in(language) for item in public)
    assert sorted(session["title"] for session in xml_sessions(record, language)) == titles
    assert sorted(session["title"] for session in json_sessions(record, language)) == titles


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=planned_records())
def test_both_files_are_valid_and_say_the_same_whatever_the_event_is(record: EventRecord) -> None:
    for language in LANGUAGES:
        assert faults(record, language) == []
        in_xml, in_json = xml_sessions(record, language), json_sessions(record, language)
        assert [{name: session[name] for name in SHARED} for session in in_json] == [
            {name: session[name] for name in SHARED} for session in in_xml
        ]
        assert [session["id"] for session in in_json] == [int(session["id"]) for session in in_xml]


def test_a_wrong_file_would_be_noticed() -> None:
    root, whole = as_xml(a_record(items=[30])), as_json(a_record(items=[30]))
    next(root.iter("event")).attrib.pop("guid")
    del whole["schedule"]["conference"]["acronym"]

    assert not xsd().validate(root)
    assert not json_schema().is_valid(whole)


def test_a_session_says_when_where_who_and_what() -> None:
    item = an_item(
        title="Opening",
        minutes=90,
        kind=ItemKind.WORLD_CAFE,
        room="Salla A",
        summary=a_text("Summary"),
        speakers=(a_contributor("Prefekti, Elbasan"),),
    )
    record = a_record(items=[item], event=an_event(title=a_text("Takim rajonal")))

    session = json_sessions(record, "en")[0]
    (person,) = session.pop("persons")

    guid, number = session["guid"], session["id"]
    assert session == {
        "guid": guid,
        "id": number,
        "url": f"urn:uuid:{guid}",
        "date": "2027-05-17T09:00:00+02:00",
        "start": "09:00",
        "end": "2027-05-17T10:30:00+02:00",
        "duration": "01:30",
        "room": "Salla A",
        "slug": f"takim_rajonal_sq-{number}-opening-en",
        "title": "Opening (en)",
        "subtitle": None,
        "track": "World café",
        "type": "world_cafe",
        "language": "en",
        "abstract": "Summary (en)",
        "description": "",
        "links": [],
    }
    assert person["name"] == "Prefekti, Elbasan"
    assert [part.text for part in as_xml(record, "en").iter("person")] == ["Prefekti, Elbasan"]


def test_nothing_internal_and_nobody_but_the_speakers_is_in_either_file() -> None:
    secret = "SECRET"
    field = CustomField("field-1", a_text("Field"), audience=Audience.PARTICIPANTS)
    duty = {"facilitators": (a_contributor(secret),), "note_takers": (a_contributor(secret),)}
    items = [
        an_item("open", internal_note=secret, custom=(CustomValue("field-1", secret),), **duty),
        an_item("staff", title=secret, kind=ItemKind.STAFF, room=secret),
        an_item("staff-2", title=secret, audience=Audience.STAFF, speakers=(a_contributor(secret),)),
        an_item("members", title=secret, audience=Audience.PARTICIPANTS, room=secret),
    ]
    record = a_record(
        agenda=an_agenda(items, custom_fields=(field,), rooms=(Room(secret),)),
        tasks=(a_task(title=secret, owner=secret),),
        participations=(a_participation(name=secret, note=secret),),
        notes=(a_note(text=secret),),
        event=an_event(sources_note=a_text(secret)),
    )

    for content in (schedule_xml(record, VERSION, Translator("sq")), schedule_json(record, VERSION, Translator("sq"))):
        assert secret.encode() not in content
        assert content.count(b"open (sq)") == 1


def test_public_custom_fields_stand_in_the_description() -> None:
    fields = (
        CustomField("field-1", a_text("Interpretation"), audience=Audience.PUBLIC),
        CustomField("field-2", a_text("Streamed"), FieldKind.TICK, audience=Audience.PUBLIC),
        CustomField("field-3", a_text("Empty"), audience=Audience.PUBLIC),
    )
    item = an_item(custom=(CustomValue("field-1", "anglisht"), CustomValue("field-2", "yes")))

    session = json_sessions(a_record(agenda=an_agenda([item], custom_fields=fields)), "en")[0]

    assert session["description"] == "Interpretation (en): anglisht\nStreamed (en): Yes"


def test_a_session_keeps_its_guid_and_number_when_the_agenda_changes_or_the_language() -> None:
    record = a_record(items=[30, an_item("stays", room="Salla A")])
    days = (AgendaDay(time(11), (an_item("stays", title="Other", minutes=50, room="Salla B"),)),)
    later = replace(record, event=an_event(starts_on=date(2028, 1, 1)), agenda=an_agenda(version=9))
    later = replace(later, agenda=replace(later.agenda, days=days))

    def name_of(found: EventRecord, language: str) -> tuple[Any, Any]:
        session = json_sessions(found, language)[-1]
        return session["guid"], session["id"]

    assert name_of(record, "sq") == name_of(later, "en")
    assert name_of(record, "sq") != name_of(replace(record, event=an_event(id="event-2")), "sq")


def test_two_sessions_never_share_a_number() -> None:
    alike = [f"00000000-0000-0000-0000-{number * (2**31 - 1_000_000):012x}" for number in range(3)]

    assert sorted(numbers_of(alike).values()) == [1_000_000, 1_000_001, 1_000_002]


def test_a_speaker_of_two_sessions_is_one_person() -> None:
    speaker = a_contributor("Prefekti, Elbasan")
    record = a_record(
        items=[an_item("a", speakers=(speaker,)), an_item("b", speakers=(speaker, a_contributor("Other")))]
    )

    persons = [[person["id"] for person in session["persons"]] for session in json_sessions(record)]

    assert persons[0][0] == persons[1][0] != persons[1][1]


def test_sessions_without_a_room_are_where_the_event_is() -> None:
    record = a_record(items=[30, an_item("b", room="Salla A")])
    nowhere = replace(record, event=an_event(place=""))

    assert [session["room"] for session in json_sessions(record)] == ["Elbasan", "Salla A"]
    assert [session["room"] for session in json_sessions(nowhere, "en")] == ["Event (en)", "Salla A"]


def test_rooms_stand_in_the_order_of_the_agenda_with_their_seats() -> None:
    items = [an_item("a", room="Oborri"), an_item("b", room="Salla B"), an_item("c", room="Salla A")]
    rooms = (Room("Salla A", 80), Room("Salla B"), Room("Salla C", 20))

    found = as_json(a_record(agenda=an_agenda(items, rooms=rooms)))["schedule"]["conference"]["rooms"]

    assert [(room["name"], room["capacity"]) for room in found] == [
        ("Salla A", 80),
        ("Salla B", None),
        ("Oborri", None),
    ]


def test_days_run_from_their_first_public_session_past_midnight_to_their_last() -> None:
    items = [an_item("staff", kind=ItemKind.STAFF), an_item("late", minutes=120, pinned_start=time(23))]
    record = a_record(event=an_event(day_count=3), agenda=an_agenda(days=[items, []]))

    days = schedule_of(record, VERSION, Translator("sq")).days

    assert [(day.on, day.starts_at.replace(tzinfo=None), day.ends_at.replace(tzinfo=None)) for day in days] == [
        (date(2027, 5, 17), datetime(2027, 5, 17, 23), datetime(2027, 5, 18, 1)),
        (date(2027, 5, 18), datetime(2027, 5, 18, 9), datetime(2027, 5, 18, 9)),
        (date(2027, 5, 19), datetime(2027, 5, 19), datetime(2027, 5, 19)),
    ]


def test_times_carry_the_offset_of_their_own_day() -> None:
    record = a_record(event=an_event(starts_on=date(2027, 3, 27), day_count=2), agenda=an_agenda(days=[[30], [30]]))

    assert [session["date"] for session in json_sessions(record)] == [
        "2027-03-27T09:00:00+01:00",
        "2027-03-28T09:00:00+02:00",
    ]


def test_the_conference_has_its_zone_days_and_version() -> None:
    record = a_record(items=[30], event=an_event(day_count=2))

    root, whole = as_xml(record, "en"), as_json(record, "en")["schedule"]

    assert {part.tag: part.text for part in root.iterfind("conference/*")} == {
        "acronym": "event_sq",
        "title": "Event (en)",
        "start": "2027-05-17",
        "end": "2027-05-18",
        "days": "2",
        "timeslot_duration": "00:05",
        "time_zone_name": "Europe/Tirane",
    }
    assert (root.findtext("version"), whole["version"]) == (VERSION, VERSION)
    assert (whole["conference"]["daysCount"], whole["conference"]["time_zone_name"]) == (2, "Europe/Tirane")


def test_a_session_longer_than_the_format_can_say_is_as_long_as_it_can() -> None:
    record = a_record(items=[an_item(duration=timedelta(hours=200))])

    assert json_sessions(record)[0]["duration"] == "99:59"
    assert faults(record, "sq") == []


def test_an_unknown_time_zone_is_named() -> None:
    with pytest.raises(InvalidInput) as caught:
        as_xml(a_record(event=an_event(time_zone="Europe/Tirana")))

    assert caught.value.values == {"name": "Europe/Tirana"}
