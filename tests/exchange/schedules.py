"""The public programme read back from its files, and the judges of the formats."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any

from hypothesis import strategies as st
from jsonschema import Draft6Validator, FormatChecker
from lxml import etree

from facilitation.domain.agenda import Agenda, AgendaDay, Audience, CustomField, CustomValue, Room
from facilitation.domain.record import EventRecord
from facilitation.exchange.schedule_json import schedule_json
from facilitation.exchange.schedule_xml import schedule_xml
from facilitation.i18n.translator import Translator
from tests.builders import EVENT_ID, a_record
from tests.exchange.records import COUNTS, EVENTS, ITEMS, TEXTS, WORDS, tuples
from tests.programs import ROOT

VALIDATORS = ROOT / "tests" / "validators"
VERSION = "7"
VALUES = st.builds(CustomValue, field_id=st.sampled_from(["field-1", "field-2"]), value=WORDS)
PLACED = st.builds(replace, ITEMS, audience=st.sampled_from(Audience), custom=tuples(VALUES))
DAYS = st.builds(
    AgendaDay, starts_at=st.times().map(lambda clock: clock.replace(microsecond=0)), items=tuples(PLACED, 3)
)


@cache
def xsd() -> etree.XMLSchema:
    """The schema of ``schedule.xml``."""
    return etree.XMLSchema(etree.parse(VALIDATORS / "voc-schedule.xml.xsd"))


@cache
def json_schema() -> Any:
    """The schema of ``schedule.json``."""
    schema = json.loads((VALIDATORS / "voc-schema.json").read_text(encoding="utf-8"))
    return Draft6Validator(schema, format_checker=FormatChecker())


def as_xml(record: EventRecord, language: str = "sq") -> etree._Element:
    """``schedule.xml`` as another program reads it."""
    return etree.fromstring(schedule_xml(record, VERSION, Translator(language)))


def as_json(record: EventRecord, language: str = "sq") -> Any:
    """``schedule.json`` as another program reads it."""
    return json.loads(schedule_json(record, VERSION, Translator(language)))


def xml_sessions(record: EventRecord, language: str = "sq") -> list[dict[str, str]]:
    """Every event of ``schedule.xml``: its attributes and the text of its parts."""
    return [
        {**{str(key): str(value) for key, value in event.items()}, **{str(part.tag): part.text or "" for part in event}}
        for event in as_xml(record, language).iter("event")
    ]


def json_sessions(record: EventRecord, language: str = "sq") -> list[dict[str, Any]]:
    """Every event of ``schedule.json``."""
    days = as_json(record, language)["schedule"]["conference"]["days"]
    return [event for day in days for room in day["rooms"].values() for event in room]


@st.composite
def planned_records(draw: st.DrawFn) -> EventRecord:
    """Events with up to three days of items of every kind and audience, in rooms and with custom fields of any name."""
    days, ids = draw(st.lists(DAYS, max_size=3)), count(1)
    numbered = tuple(
        replace(day, items=tuple(replace(item, id=f"item-{next(ids)}") for item in day.items)) for day in days
    )
    fields = tuple(CustomField(f"field-{n}", draw(TEXTS), audience=draw(st.sampled_from(Audience))) for n in (1, 2))
    rooms = draw(tuples(st.builds(Room, name=WORDS, capacity=COUNTS)))
    return a_record(event=draw(EVENTS), agenda=Agenda(EVENT_ID, numbered, rooms, fields, version=draw(COUNTS)))
