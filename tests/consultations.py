"""Questionnaires and replies for tests; people are offices, never persons."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from facilitation.domain.consultation import Answer, Question, Questionnaire, Reply, Theme
from facilitation.domain.event import Objective, Sector
from facilitation.domain.person import Consent
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from tests.builders import EVENT_ID, a_text
from tests.documents.conference import a_conference

SHELTER, TRAINING, RUMOURS = (
    Theme("shelter", Text("Strehimi", "Shelter")),
    Theme("training", Text("Trajnimi", "Training")),
    Theme("rumours", Text("Fjalët e tregut", "Rumours")),
)
GIVEN_AT = datetime(2027, 2, 1, 9, 0)


def a_questionnaire(**fields: Any) -> Questionnaire:
    """One open question "q1" and the themes shelter and training."""
    asked = Questionnaire(
        "asked-1",
        EVENT_ID,
        a_text("Questionnaire"),
        questions=(Question("q1", a_text("What?")),),
        themes=(SHELTER, TRAINING),
    )
    return replace(asked, **fields)


def a_reply(number: int, text: str = "Duam strehim.", *themes: str, **fields: Any) -> Reply:
    """Reply "reply-N", handed in, whose answer to "q1" speaks of these themes."""
    quote = fields.pop("quote", "")
    reply = Reply(
        f"reply-{number}",
        EVENT_ID,
        "asked-1",
        sector=Sector.CIVIL_SOCIETY,
        given_at=GIVEN_AT,
        answers=(Answer("q1", text, theme_ids=themes, quote=quote),),
    )
    return replace(reply, **fields)


def a_consulted_conference(people: int = 108) -> EventRecord:
    """The made conference with a questionnaire, replies of the first half of its people and a thread through it."""
    record = a_conference(people)
    question = record.event.consultation[0].question if record.event.consultation else a_text("What?")
    asked = a_questionnaire(questions=(Question("q1", question),), themes=(SHELTER, TRAINING, RUMOURS))
    half = record.participations[: people // 2]
    replies = tuple(
        a_reply(
            number,
            f"Duam strehim dhe trajnim të përbashkët ({number}).",
            *(("shelter",) if number % 3 else ("shelter", "training")),
            sector=None,
            participation_id=entry.id,
            quote_consent=Consent.YES if number % 2 else Consent.NO,
            quote="Duam strehim" if number < 4 else "",
        )
        for number, entry in enumerate(half, start=1)
    )
    first, *rest = record.event.objectives or (Objective("o", a_text("o")),)
    event = replace(record.event, objectives=(replace(first, theme_ids=("shelter",)), *rest))
    return replace(record, event=event, questionnaires=(asked,), replies=replies)
