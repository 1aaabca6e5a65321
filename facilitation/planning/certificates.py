"""Certificates of attendance: who gets one, its number, and the days and hours it states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from facilitation.domain.agenda import Agenda
from facilitation.domain.event import Event
from facilitation.domain.person import Participation, Person
from facilitation.planning.agenda_timing import working_time

NUMBER = re.compile(r"(?P<series>\d{4}-\d{2})/(?P<place>\d+)")


def may_be_certified(part: Participation) -> bool:
    """Only who attended; a beneficiary stands under a code, and a certificate needs a name."""
    return bool(part.days_attended) and not part.person.is_coded


def certified(parts: Iterable[Participation]) -> tuple[Participation, ...]:
    """Who has a certificate to be printed, by number."""
    found = (part for part in parts if part.certificate and may_be_certified(part))
    return tuple(sorted(found, key=lambda part: number_order(part.certificate)))


def uncertified(parts: Iterable[Participation]) -> tuple[Participation, ...]:
    """Who attended and has no number yet."""
    return tuple(part for part in parts if may_be_certified(part) and not part.certificate)


def number_series(event: Event) -> str:
    """The year and month of the event, with which its numbers begin."""
    return f"{event.starts_on:%Y-%m}"


def certificate_number(series: str, place: int) -> str:
    """ "2027-03/014"."""
    return f"{series}/{place:03}"


def last_place(numbers: Iterable[str], series: str) -> int:
    """The highest place given in a series; 0 before the first."""
    found = (NUMBER.fullmatch(number) for number in numbers)
    return max((int(match["place"]) for match in found if match and match["series"] == series), default=0)


def number_order(number: str) -> tuple[str, int, str]:
    """By series, then by place; numbers of another kind come first, as they are."""
    match = NUMBER.fullmatch(number)
    return (match["series"], int(match["place"]), "") if match else ("", 0, number)


def time_attended(agenda: Agenda, days: Sequence[int]) -> timedelta:
    """The working time of the days somebody attended: no registration, breaks or meals."""
    attended = tuple(day for number, day in enumerate(agenda.days, start=1) if number in days)
    return working_time(replace(agenda, days=attended))


def titled_name(person: Person) -> str:
    """ "Dr. Përfaqësuese"."""
    return " ".join(part for part in (person.title.strip(), person.name.strip()) if part)
