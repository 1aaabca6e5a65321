"""Whom to remind of what: everybody with tasks that are late or fall due within a week."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facilitation.domain.person import Participation, Person
from facilitation.domain.record import EventRecord
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import LANGUAGES
from facilitation.planning.deadlines import due_days
from facilitation.planning.progress import name_key, same_name

AHEAD = timedelta(days=7)
"""How far a reminder looks."""
ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,63}")


@dataclass(frozen=True, slots=True)
class RemindedTask:
    """A task with its day, and how many days it is late (0 = not)."""

    task: Task
    due_on: date
    days_late: int


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one owner is reminded of. ``person`` is None where nobody on the list has this name.

    ``language`` is one the person speaks, "" where that is not known; ``deputies`` are those of the tasks who can be
    written to.
    """

    owner: str
    tasks: tuple[RemindedTask, ...]
    person: Person | None = None
    language: str = ""
    deputies: tuple[Person, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where the owner can be written to."""
        return addresses(self.person.email) if self.person else ()


@dataclass(frozen=True, slots=True)
class Reminders:
    """Those who can be written to, those who cannot, and the tasks that nobody in person has."""

    sent: tuple[Reminder, ...]
    unreached: tuple[Reminder, ...]
    nobodys: tuple[RemindedTask, ...]


def reminders(record: EventRecord, today: date) -> Reminders:
    """The reminders of a day, the owners in the order of their most urgent task."""
    urgent = _urgent(record, today)
    groups: dict[str, list[RemindedTask]] = {}
    for row in urgent:
        if row.task.owner.strip():
            groups.setdefault(name_key(row.task.owner), []).append(row)
    made = [_reminder(rows, record.participations) for rows in groups.values()]
    return Reminders(
        sent=tuple(one for one in made if one.addresses),
        unreached=tuple(one for one in made if not one.addresses),
        nobodys=tuple(row for row in urgent if not row.task.owner.strip()),
    )


def _urgent(record: EventRecord, today: date) -> Sequence[RemindedTask]:
    """Open tasks that are late or due within a week, the most urgent first."""
    days = due_days(record.tasks, record.event)
    rows = [
        RemindedTask(task, due_on, max(0, (today - due_on).days))
        for task in record.tasks
        if task.status is not TaskStatus.DONE and (due_on := days.get(task.id)) and due_on <= today + AHEAD
    ]
    return sorted(rows, key=lambda row: (row.due_on, row.task.position))


def _reminder(rows: Sequence[RemindedTask], parts: Sequence[Participation]) -> Reminder:
    owner = " ".join(rows[0].task.owner.split())
    person = person_named(owner, parts)
    names = dict.fromkeys(row.task.deputy for row in rows if not same_name(row.task.deputy, owner))
    deputies = [person_named(name, parts) for name in names]
    return Reminder(
        owner,
        tuple(rows),
        person=person,
        language=_language(person),
        deputies=_each_once(deputy for deputy in deputies if deputy and addresses(deputy.email)),
    )


def _each_once(people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple({person.id: person for person in people}.values())


def person_named(name: str, parts: Sequence[Participation]) -> Person | None:
    """The person of the list with this name; of two with the same one, the one who can be written to."""
    found = [part.person for part in parts if name_key(name) and same_name(part.person.name, name)]
    return next((person for person in found if addresses(person.email)), found[0] if found else None)


def _language(person: Person | None) -> str:
    """The first language a person speaks that reminders can be written in."""
    return next((code for code in person.languages if code in LANGUAGES), "") if person else ""


def addresses(text: str) -> tuple[str, ...]:
    """The usable e-mail addresses in a field where people may have written several, each once."""
    pieces = re.split(r"[\s,;<>]+", text)
    return tuple(dict.fromkeys(piece for piece in pieces if ADDRESS.fullmatch(piece)))
