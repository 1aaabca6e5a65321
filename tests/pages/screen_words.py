"""What a person can read on a screen that AppTest drives, and events with as many people as a test wants."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from facilitation.domain.event import Event, Sector
from facilitation.domain.person import Participation
from facilitation.domain.text import Text
from facilitation.services.application import Application
from facilitation.services.events import NewEvent
from tests.builders import some_participations

IN_HALF_A_YEAR = date.today() + timedelta(days=200)
TITLE = Text(sq="Konferenca e provës", en="The trial conference")
READ_FIELDS = frozenset(
    {"label", "body", "placeholder", "help", "options", "content", "title", "alt", "captions", "text"}
)
SHOWN_IN_ROWS = ("title", "lead", "facts", "trail", "remark", "below", "heading", "mark_text")
LISTS = "tryeza_row_list"
Found = tuple[str, ...]


def a_new_event(app: Application, *, people: int = 0, instrument: str = "national-conference", **facts: Any) -> Event:
    """A fresh event of an instrument, open on the screens, with so many confirmed people of civil society."""
    new = NewEvent(instrument=instrument, title=TITLE, starts_on=IN_HALF_A_YEAR, place="Korçë", expected_people=30)
    event = app.events.create(replace(new, **facts))
    app.preferences.choose_event(event.id)
    app.people.save_import(event.id, people_of(event, people))
    return event


def people_of(event: Event, number: int) -> tuple[Participation, ...]:
    """So many offices, "Zyra 1", "Zyra 2" …"""
    offices = some_participations(number, name="Zyra", sector=Sector.CIVIL_SOCIETY)
    return tuple(replace(part, id=f"{event.id}-{part.id}", event_id=event.id) for part in offices)


def elements(screen: AppTest) -> Iterator[Any]:
    """Every element on the screen and in the sidebar, from top to bottom."""
    waiting = [screen._tree]
    while waiting:
        node: Any = waiting.pop()
        if hasattr(node, "children"):
            waiting.extend(reversed(node.children.values()))
        if getattr(node, "proto", None) is not None:
            yield node


def lists(screen: AppTest) -> list[dict[str, Any]]:
    """The lists on the screen, as the browser gets them."""
    return [json.loads(node.proto.json) for node in elements(screen) if _is_list(node)]


def rows(screen: AppTest) -> list[dict[str, Any]]:
    """The rows of these lists."""
    return [row for data in lists(screen) for row in data["rows"]]


def titles(screen: AppTest) -> list[str]:
    """The titles of these rows."""
    return [row["title"] for row in rows(screen)]


def _is_list(node: Any) -> bool:
    return bool(getattr(node.proto, "component_name", "") == LISTS)


def words_shown(screen: AppTest) -> list[str]:
    """Every text the program itself says: labels, help, options, sentences, rows; not what fields hold."""
    found: list[str] = []
    for node in elements(screen):
        if _is_list(node):
            found += _of_list(json.loads(node.proto.json))
        else:
            found += _of_message(node.proto)
    return found


def _of_list(data: dict[str, Any]) -> Found:
    shown = (str(row[name]) for row in data["rows"] for name in SHOWN_IN_ROWS if name in row)
    return (str(data["label"]), *map(str, data["words"].values()), *shown)


def _of_message(message: Any) -> Iterator[str]:
    for field, value in message.ListFields():
        for part in value if field.is_repeated else [value]:
            if hasattr(part, "ListFields"):
                yield from _of_message(part)
            elif isinstance(part, str) and field.name in READ_FIELDS:
                yield part


def charts(screen: AppTest) -> list[list[dict[str, Any]]]:
    """What each picture on the screen draws, as the rows of its first data set."""
    found = [node.proto for node in elements(screen) if "vega_lite" in node.type]
    frames = [convert_arrow_bytes_to_pandas_df(proto.datasets[0].data.data) for proto in found]
    return [[{str(name): value for name, value in row.items()} for row in f.to_dict("records")] for f in frames]
