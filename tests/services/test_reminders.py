"""Reminders as drafts: made from the record of the day, in the language of who gets them, never sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

import pytest

from facilitation.domain.event import Event
from facilitation.domain.person import Person
from facilitation.domain.text import Text
from facilitation.errors import NotFound
from facilitation.services.application import Application

TODAY = date(2027, 1, 11)
"""The day of the test's clock, a Monday."""


@pytest.fixture
def meeting(app: Application, conference: Event) -> Event:
    """A conference whose only tasks are one of each of three offices, due on Wednesday."""
    for task in app.tasks.list_for(conference.id):
        app.tasks.remove(task.id)
    for owner in ("Zyra A", "Zyra B", "Zyra C"):
        task = app.tasks.add(conference.id, Text(sq=f"Detyra e {owner}", en=f"Task of {owner}"), owner=owner)
        app.tasks.edit(task, replace(task, pinned_on=date(2027, 1, 13), deputy="Zyra D"))
    for name, email, languages in (
        ("Zyra A", "a@example.org", ("en",)),
        ("Zyra C", "c@example.org", ("mk",)),
        ("Zyra D", "d@example.org", ("sq",)),
    ):
        app.people.add(conference.id, Person("", name, email=email, languages=languages))
    return conference


def read(data: bytes) -> EmailMessage:
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_each_owner_is_written_to_in_their_language_with_the_deputy_in_copy(app: Application, meeting: Event) -> None:
    english = read(app.reminders.mail(meeting.id, "zyra a", "sq"))
    unknown = read(app.reminders.mail(meeting.id, "Zyra C", "sq"))

    assert (english["To"], english["Cc"], english["Subject"]) == (
        "Zyra A <a@example.org>",
        "Zyra D <d@example.org>",
        "1 task for “The conference”",
    )
    assert "- Task of Zyra A: Wednesday, 13 January 2027" in english.get_content()
    assert "- Detyra e Zyra C: e mërkurë, 13 janar 2027" in unknown.get_content()


def test_the_draft_comes_from_who_says_i_am(app: Application, meeting: Event) -> None:
    known = read(app.reminders.mail(meeting.id, "Zyra A", "sq", "Zyra D"))
    stranger = read(app.reminders.mail(meeting.id, "Zyra A", "sq", "Zyra X"))

    assert (known["From"], stranger["From"]) == ("Zyra D <d@example.org>", None)


def test_all_drafts_come_as_one_archive_with_plain_names(app: Application, meeting: Event) -> None:
    with ZipFile(BytesIO(app.reminders.all_mails(meeting.id, "sq"))) as package:
        found = {name: read(package.read(name))["To"] for name in package.namelist()}

    assert found == {
        "01-zyra-a.eml": "Zyra A <a@example.org>",
        "02-zyra-c.eml": "Zyra C <c@example.org>",
    }


def test_who_cannot_be_reached_is_listed(app: Application, meeting: Event) -> None:
    made = app.reminders.round(meeting.id, "sq")

    assert [one.owner for one in made.left_out.unreached] == ["Zyra B"]
    assert [each.reminder.owner for each in made.mails] == ["Zyra A", "Zyra C"]


def test_somebody_without_a_task_any_more_is_said(app: Application, meeting: Event) -> None:
    with pytest.raises(NotFound, match="Zyra B has no task"):
        app.reminders.mail(meeting.id, "Zyra B", "sq")
