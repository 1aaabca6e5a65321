"""Words of replies and secrets of links: due after their own periods, and what was counted stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from facilitation.domain.consultation import Answer, FormLink, Questionnaire, Reply
from facilitation.domain.event import Sector
from facilitation.domain.person import District
from facilitation.domain.text import Text
from facilitation.planning.retention import DEFAULTS, FieldGroup
from facilitation.planning.retention_consultation import DueAnswer, HeldConsultation, due_answers, without_words
from tests.builders import EVENT_ID, a_participation

LAST_DAY = date(2027, 5, 18)
MADE = datetime(2027, 2, 1, 9)
PART = a_participation("part", name="Zyra A")
ASKED = Questionnaire("form", EVENT_ID, Text("A"), closes_on=date(2027, 3, 1))
REPLY = Reply(
    "reply", EVENT_ID, "form", "part", "Zyra A", Sector.DONOR, District.KUKES, given_at=MADE, note="me telefon",
    answers=(Answer("why", "Po", theme_ids=("t",), quote="Po"), Answer("one", chosen=(1,)), Answer("how", number=4)),
)  # fmt: skip
LINK = FormLink("link", "secret", EVENT_ID, "form", "part", MADE)


def held(*, replies: tuple[Reply, ...] = (), links: tuple[FormLink, ...] = ()) -> HeldConsultation:
    return HeldConsultation(
        LAST_DAY, {"form": ASKED, "open": replace(ASKED, closes_on=None)}, replies, links, {"part": PART}
    )


def due(today: date, *, replies: tuple[Reply, ...] = (), links: tuple[FormLink, ...] = ()) -> tuple[DueAnswer, ...]:
    return due_answers([held(replies=replies, links=links)], DEFAULTS, today)


def test_the_words_of_a_reply_are_due_a_year_after_the_event() -> None:
    since = LAST_DAY + timedelta(days=365)

    assert due(since, replies=(REPLY,)) == ()
    assert due(since + timedelta(days=1), replies=(REPLY,)) == (
        DueAnswer(
            "reply", EVENT_ID, FieldGroup.REPLIES, since, ("organisation", "answers", "note"), "Zyra A", PART.person.id
        ),
    )


def test_a_reply_of_nobody_known_is_called_by_its_office() -> None:
    stranger = replace(REPLY, participation_id="", organisation="Qendra B", note="", answers=())

    (found,) = due(date(2030, 1, 1), replies=(stranger,))

    assert (found.name, found.person_id, found.fields) == ("Qendra B", "", ("organisation",))


def test_without_its_words_nothing_of_a_reply_is_due_and_its_figures_stay() -> None:
    left = without_words(REPLY)

    assert due(date(2090, 1, 1), replies=(left,)) == ()
    assert left == replace(
        REPLY, organisation="", note="",
        answers=(Answer("why", theme_ids=("t",)), Answer("one", chosen=(1,)), Answer("how", number=4)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("link", "closed_on"),
    [
        (LINK, date(2027, 3, 1)),
        (replace(LINK, revoked_at=datetime(2027, 2, 3, 9)), date(2027, 2, 3)),
        (replace(LINK, questionnaire_id="open"), LAST_DAY),
        (replace(LINK, questionnaire_id="gone", expires_on=date(2027, 4, 1)), date(2027, 4, 1)),
    ],
)
def test_the_secret_of_a_link_is_due_thirty_days_after_it_closed(link: FormLink, closed_on: date) -> None:
    since = closed_on + timedelta(days=30)

    assert due(since, links=(link,)) == ()
    (found,) = due(since + timedelta(days=1), links=(link,))
    assert (found.group, found.since, found.fields, found.name) == (FieldGroup.LINKS, since, ("secret",), "Zyra A")


def test_a_link_without_a_secret_is_never_due() -> None:
    assert due(date(2090, 1, 1), links=(replace(LINK, secret=""),)) == ()
