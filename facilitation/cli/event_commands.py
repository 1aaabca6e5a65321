"""Commands that make and list events: ``sample``, ``new``, ``events``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import date
from typing import Any

from facilitation.domain.event import Event
from facilitation.domain.text import typed
from facilitation.errors import InvalidInput, mark
from facilitation.i18n.formats import day_span_text
from facilitation.i18n.translator import Translator
from facilitation.services.application import Application
from facilitation.services.events import NewEvent

Commands = Any
"""What ``ArgumentParser.add_subparsers`` returns (argparse keeps the class private)."""
OpenApplication = Callable[[], Application]
DEFAULT_SAMPLE = "national-conference-2008"


def add_to(commands: Commands) -> None:
    """Register the commands of this module."""
    sample = commands.add_parser("sample", help="load a sample event and print its id")
    sample.add_argument("name", nargs="?", default=DEFAULT_SAMPLE, metavar="NAME")
    sample.add_argument("--language", choices=("sq", "en"), default="sq")
    sample.set_defaults(run=load_sample)
    new = commands.add_parser("new", help="make an event from an instrument and print its id")
    new.add_argument("instrument", metavar="INSTRUMENT")
    new.add_argument("--title", required=True)
    new.add_argument("--starts-on", required=True, metavar="YYYY-MM-DD")
    new.add_argument("--place", default="")
    new.add_argument("--country", default="AL")
    new.add_argument("--language", choices=("sq", "en"), default="sq")
    new.set_defaults(run=make_event)
    events = commands.add_parser("events", help="list the events")
    events.add_argument("--json", action="store_true")
    events.set_defaults(run=list_events)


def read_date(text: str) -> date:
    """A date of the command line; InvalidInput for anything but YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput(
            mark("“{text}” is not a date. Write it as year-month-day, for example 2027-05-20."), text=text
        ) from error


def load_sample(options: argparse.Namespace, open_application: OpenApplication, _: Translator) -> int:
    """``sample [NAME] [--language]``."""
    print(open_application().events.load_sample(options.name, options.language).id)
    return 0


def make_event(options: argparse.Namespace, open_application: OpenApplication, _: Translator) -> int:
    """``new INSTRUMENT --title T --starts-on D``."""
    new = NewEvent(
        options.instrument,
        typed(options.title.strip(), options.language),
        read_date(options.starts_on),
        place=options.place,
        country=options.country.upper(),
    )
    print(open_application().events.create(new).id)
    return 0


def list_events(options: argparse.Namespace, open_application: OpenApplication, _: Translator) -> int:
    """``events [--json]``."""
    events = open_application().events.list_all()
    if options.json:
        print(json.dumps([_as_json(event, _.language) for event in events], ensure_ascii=False, indent=1))
        return 0
    for event in events:
        days = day_span_text(event.starts_on, event.ends_on, _.language)
        print(f"{event.id}  {event.title.said_in(_.language)}  {days}  {event.instrument}")
    return 0


def _as_json(event: Event, language: str) -> dict[str, str]:
    return {
        "id": event.id,
        "title": event.title.said_in(language),
        "starts_on": event.starts_on.isoformat(),
        "ends_on": event.ends_on.isoformat(),
        "instrument": event.instrument,
        "place": event.place,
    }
