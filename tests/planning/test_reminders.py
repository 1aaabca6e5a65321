"""Whom to remind of what, and where they can be written to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitation.domain.record import EventRecord
from facilitation.domain.task import TaskStatus
from facilitation.planning.reminders import RemindedTask, Reminders, addresses, reminders
from tests.builders import a_participation, a_record, a_task

TODAY = date(2027, 4, 14)
FRIDAY = date(2027, 4, 16)


def found(*tasks: Any, people: tuple[Any, ...] = ()) -> tuple[EventRecord, Reminders]:
    record = a_record(tasks=tasks, participations=people)
    return record, reminders(record, TODAY)


def test_late_tasks_and_those_of_the_next_seven_days_are_reminded_of_the_latest_first() -> None:
    tasks = (
        a_task("week", owner="Zyra A", pinned_on=date(2027, 4, 21)),
        a_task("after", owner="Zyra A", pinned_on=date(2027, 4, 22)),
        a_task("late", owner="Zyra A", pinned_on=date(2027, 4, 10)),
        a_task("done", owner="Zyra A", pinned_on=FRIDAY, status=TaskStatus.DONE),
        a_task("undated", owner="Zyra A", offset_days=None),
    )

    _record, made = found(*tasks, people=(a_participation(name="Zyra A", email="a@example.org"),))

    (reminder,) = made.sent
    assert reminder.tasks == (
        RemindedTask(tasks[2], date(2027, 4, 10), 4),
        RemindedTask(tasks[0], date(2027, 4, 21), 0),
    )
    assert (made.unreached, made.nobodys) == ((), ())


def test_owners_without_an_address_and_tasks_of_nobody_are_told_apart() -> None:
    people = (
        a_participation("p1", name="Zyra A"),
        a_participation("p2", name="zyra c", email="c@example.org", languages=("el", "en", "sq")),
    )
    tasks = (
        a_task("t1", owner="Zyra A", pinned_on=FRIDAY),
        a_task("t2", owner="Zyra B", pinned_on=FRIDAY),
        a_task("t3", owner="Zyra C", pinned_on=FRIDAY),
        a_task("t4", pinned_on=FRIDAY),
    )

    _record, made = found(*tasks, people=people)

    assert [(one.owner, one.addresses, one.language) for one in made.sent] == [("Zyra C", ("c@example.org",), "en")]
    assert [(one.owner, one.person) for one in made.unreached] == [("Zyra A", people[0].person), ("Zyra B", None)]
    assert [row.task.id for row in made.nobodys] == ["t4"]


def test_deputies_who_can_be_written_to_stand_in_copy_once() -> None:
    people = tuple(
        a_participation(f"p{place}", name=name, email=email)
        for place, (name, email) in enumerate(
            [("Zyra A", "a@example.org"), ("Zyra D", "d@example.org"), ("Zyra E", "")]
        )
    )
    tasks = tuple(
        a_task(f"t{place}", owner="Zyra A", deputy=deputy, pinned_on=FRIDAY)
        for place, deputy in enumerate(["Zyra D", "zyra d", "Zyra E", "Zyra A", ""])
    )

    _record, made = found(*tasks, people=people)

    assert [person.name for person in made.sent[0].deputies] == ["Zyra D"]


def test_of_two_people_with_one_name_the_one_with_an_address_is_written_to() -> None:
    people = (a_participation("p1", name="Zyra A"), a_participation("p2", name="Zyra A", email="a@example.org"))

    _record, made = found(a_task(owner="Zyra A", pinned_on=FRIDAY), people=people)

    assert made.sent[0].person == people[1].person


@pytest.mark.parametrize(
    ("typed", "usable"),
    [
        ("a@example.org", ("a@example.org",)),
        (" a@example.org; b@example.org,a@example.org ", ("a@example.org", "b@example.org")),
        ("Zyra <zyra@example.org>", ("zyra@example.org",)),
        ("a@example.org\r\nBcc: x@example.org", ("a@example.org", "x@example.org")),
        ("a@example", ()),
        ("zyrë@example.org", ()),
        ("nuk ka", ()),
        ("", ()),
    ],
)
def test_usable_addresses_are_found_in_what_people_type(typed: str, usable: tuple[str, ...]) -> None:
    assert addresses(typed) == usable
