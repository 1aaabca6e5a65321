"""Programmes as schedule.json: the form of pretalx, that of conference hubs, and broken ones."""

from __future__ import annotations

import json
from datetime import time, timedelta
from typing import Any

import pytest

from facilitation.domain.agenda import AgendaDay, AgendaItem, Contributor, ItemKind, Room
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput
from facilitation.exchange import schedule_json_import
from facilitation.exchange.import_preview import AgendaPreview, ImportRow
from tests.builders import A_MONDAY
from tests.exchange.agendas import changes, read, remarks, shown

Json = dict[str, Any]


def an_event_json(**facts: Any) -> Json:
    """A session of pretalx at 09:00 on 17 May 2027."""
    return {
        "id": 25,
        "guid": "8079583e",
        "logo": "",
        "date": "2027-05-17T09:00:00+02:00",
        "start": "09:00",
        "duration": "00:30",
        "room": "Salla A",
        "title": "Hapja",
        "subtitle": "",
        "track": None,
        "type": "Talk",
        "language": "sq",
        "abstract": "",
        "description": "",
        "persons": [],
        **facts,
    }


def pretalx(*events: Json, **conference: Any) -> Json:
    """One day with one room, as pretalx writes it."""
    day = {"index": 1, "date": "2027-05-17", "day_start": "2027-05-17T04:00:00+02:00", "rooms": {"Salla A": [*events]}}
    return {
        "$schema": "../schema.json",
        "schedule": {"version": "v1", "conference": {"title": "Konferenca", "days": [day], **conference}},
    }


def read_json(value: Any) -> AgendaPreview:
    return read(json.dumps(value, ensure_ascii=False))


def test_a_programme_of_pretalx_is_read_as_it_stands() -> None:
    persons = [{"id": 26, "public_name": "Drejtore, Bashkia Elbasan", "biography": "…"}]
    event = an_event_json(type="Panel", abstract="Çfarë duhet të dimë.", persons=persons)
    rooms = [{"name": "Salla A", "capacity": 80}, {"name": "E papërdorur", "capacity": None}]

    item = AgendaItem(
        id="id-1",
        kind=ItemKind.PANEL,
        title=Text(sq="Hapja"),
        duration=timedelta(minutes=30),
        room="Salla A",
        speakers=(Contributor("Drejtore, Bashkia Elbasan"),),
        summary=Text(sq="Çfarë duhet të dimë."),
    )
    assert read_json(pretalx(event, rooms=rooms)) == AgendaPreview(
        format="schedule-json",
        rows=(ImportRow(1, "read", (), item, ("Hapja", "2027-05-17T09:00:00+02:00", "09:00")),),
        days=(AgendaDay(time(9), (item,)),),
        rooms=(Room("Salla A", 80),),
        first_on=A_MONDAY,
    )


def test_a_programme_of_a_hub_is_read_as_it_stands() -> None:
    persons = [{"guid": "a", "name": "Drejtore, Bashkia Elbasan"}, {"name": "Zyra A", "role": "moderator"}]
    whole = pretalx(an_event_json(end="2027-05-17T09:30:00+02:00", persons=persons, track={"name": "Politika"}))
    whole["generator"] = {"name": "hub", "version": "1"}
    whole["schedule"]["conference"]["tracks"] = [{"name": "Politika", "slug": "p", "color": "#000"}]

    preview = read_json(whole)

    (item,) = preview.days[0].items
    assert (shown(preview), preview.read) == (["1 09:00+30 opening: Hapja @ Salla A"], 1)
    assert (item.speakers, item.facilitators) == (
        (Contributor("Drejtore, Bashkia Elbasan"),),
        (Contributor("Zyra A"),),
    )


@pytest.mark.parametrize(
    "whole",
    [
        {"conference": {"days": [{"date": "2027-05-17", "rooms": {"Salla A": [an_event_json()]}}]}},
        {"days": [{"date": "2027-05-17", "rooms": [{"name": "Salla A", "events": [an_event_json(room=None)]}]}]},
        {"days": [{"date": "2027-05-17", "talks": [an_event_json(room={"name": "Salla A"})]}]},
        {"schedule": {"events": [an_event_json(room={"sq": "Salla A", "en": "Room A"})]}},
        {"events": [{"name": "Hapja", "schedule_start": "2027-05-17T09:00:00+02:00", "schedule_duration": "00:30:00",
                     "room": "Salla A"}]},
    ],
    ids=["no schedule", "rooms as a list", "talks of a day", "a bare list", "hub events"],
)  # fmt: skip
def test_sessions_are_found_wherever_a_programme_keeps_them(whole: Json) -> None:
    assert shown(read_json(whole)) == ["1 09:00+30 opening: Hapja @ Salla A"]


def test_parallel_rooms_and_days_come_in_their_order() -> None:
    whole = pretalx(an_event_json(), an_event_json(title="Paneli", date="2027-05-17T09:30:00+02:00", start="09:30"))
    days = whole["schedule"]["conference"]["days"]
    days[0]["rooms"]["Salla B"] = [an_event_json(title="Njohja", room="Salla B")]
    tomorrow = an_event_json(title="Rihapja", date="2027-05-18T09:00:00+02:00")
    days.insert(0, {"index": 2, "date": "2027-05-18", "rooms": {"Salla A": [tomorrow]}})

    assert shown(read_json(whole)) == [
        "1 09:00+30| opening: Hapja @ Salla A",
        "1 09:00+30| networking: Njohja @ Salla B",
        "1 09:30+30 panel: Paneli @ Salla A",
        "2 09:00+30 plenary: Rihapja @ Salla A",
    ]


@pytest.mark.parametrize(("duration", "minutes"), [("00:30", 30), ("30", 30), (45, 45), ("PT30M", 30), ("0:45", 45)])
def test_durations_in_every_usual_form_are_read(duration: object, minutes: int) -> None:
    assert shown(read_json(pretalx(an_event_json(duration=duration)))) == [
        f"1 09:00+{minutes} opening: Hapja @ Salla A"
    ]


def test_a_zone_that_contradicts_the_printed_time_changes_nothing() -> None:
    preview = read_json(pretalx(an_event_json(date="2027-05-17T09:00:00+01:00"), time_zone_name="UTC"))

    assert (shown(preview), remarks(preview)) == (["1 09:00+30 opening: Hapja @ Salla A"], [])


def test_a_moment_in_utc_without_a_printed_time_is_put_on_the_clock_of_the_event() -> None:
    preview = read_json(pretalx(an_event_json(date="2027-05-17T07:00:00Z", start="")))

    assert (shown(preview), changes(preview)) == (["1 09:00+30 opening: Hapja @ Salla A"], [(1, "07:00 UTC", "09:00")])


def test_a_session_under_the_wrong_day_goes_to_its_own_date() -> None:
    preview = read_json(pretalx(an_event_json(), an_event_json(title="Rihapja", date="2027-05-18T09:00:00+02:00")))

    assert [line[:7] for line in shown(preview)] == ["1 09:00", "2 09:00"]
    assert changes(preview) == [(2, "2027-05-17", "2027-05-18")]


def test_a_day_without_dates_is_told_by_its_number() -> None:
    event = an_event_json(date=None)
    days = [{"index": number, "rooms": {"Salla A": [event]}} for number in (1, 2)]

    preview = read_json({"days": days})

    assert ([line[:7] for line in shown(preview)], preview.first_on) == (["1 09:00", "2 09:00"], None)


def test_halves_of_signs_and_numbers_in_place_of_texts_harm_nothing() -> None:
    preview = read('{"events": [{"title": "Hapja \\ud800", "date": "2027-05-17", "start": "09:00", "abstract": 7}]}')

    assert shown(preview) == ["1 09:00+30 opening: Hapja"]


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ('[{"title": "Hapja"}]', schedule_json_import.OTHER_JSON),
        ('{"people": []}', schedule_json_import.OTHER_JSON),
        ('{"schedule": {"conference": 5}}', schedule_json_import.OTHER_JSON),
        ('{"schedule": {"conference": {"days": []}}}', schedule_json_import.NO_SESSIONS),
        ('{"days": [5, null, {"rooms": {"A": [1, "x"]}}]}', schedule_json_import.NO_SESSIONS),
        (json.dumps(pretalx(an_event_json()))[:-20], schedule_json_import.DAMAGED_JSON),
        ('{"a":' * 100_000, schedule_json_import.OTHER_JSON),
        ('{"days": ' + "9" * 5000 + "}", schedule_json_import.OTHER_JSON),
        (json.dumps({"events": [{}] * 5001}), schedule_json_import.TOO_MANY_SESSIONS),
    ],
    ids=["list", "other", "no conference", "no days", "nonsense", "cut off", "depth", "number", "sessions"],
)  # fmt: skip
def test_other_json_is_refused_with_its_reason(text: str, template: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read(text)

    assert caught.value.template == template
    assert "{" not in str(caught.value)
