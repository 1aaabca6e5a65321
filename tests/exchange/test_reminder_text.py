"""What a reminder says."""

from __future__ import annotations

from datetime import date

from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.exchange.reminder_text import reminder_draft
from facilitation.i18n.translator import Translator
from facilitation.planning.reminders import RemindedTask, Reminder
from tests.builders import a_person, a_task, an_event

EVENT = an_event(title=Text(sq="Grupi\nrajonal", en="Regional group"))
PERSON = a_person("Zyra A", email="a@example.org; second@example.org")


def a_reminder(*tasks: Task) -> Reminder:
    rows = tuple(RemindedTask(task, date(2027, 4, 9 + place), max(0, 2 - place)) for place, task in enumerate(tasks))
    return Reminder("Zyra A", rows, person=PERSON, deputies=(a_person("Zyra D", id="d", email="d@example.org"),))


def test_late_tasks_stand_before_those_of_the_week_with_day_benchmark_block_and_deputy() -> None:
    first = a_task(
        title="Venue",
        benchmark=Text(en="2 offers"),
        status=TaskStatus.BLOCKED,
        blocked_by="no\nanswer",
        deputy="Zyra D",
    )

    draft = reminder_draft(
        a_reminder(first, a_task(title="Invitations"), a_task(title="Agenda")), EVENT, Translator("en")
    )

    assert draft.subject == "3 tasks for “Regional group”"
    assert draft.text == (
        "Good day,\n\n"
        "these tasks wait for you: Regional group · 17 May 2027 · Elbasan.\n\n"
        "Late\n"
        "- Venue (en): Friday, 9 April 2027 (2 days late)\n"
        "  Benchmark: 2 offers\n"
        "  Blocked by: no answer\n"
        "  Deputy: Zyra D\n"
        "- Invitations (en): Saturday, 10 April 2027 (1 day late)\n\n"
        "In the next seven days\n"
        "- Agenda (en): Sunday, 11 April 2027\n\n"
        "Please answer with what is done, and with what stands in the way of the rest.\n"
    )


def test_it_goes_to_every_address_of_the_owner_and_one_of_each_deputy() -> None:
    draft = reminder_draft(a_reminder(a_task()), EVENT, Translator("sq"))

    assert [box.address for box in draft.to] == ["a@example.org", "second@example.org"]
    assert [(box.name, box.address) for box in draft.cc] == [("Zyra D", "d@example.org")]
    assert draft.subject == "1 detyrë për “Grupi rajonal”"
