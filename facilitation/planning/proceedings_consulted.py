"""How the actors were consulted before the event, in figures: who was asked, who answered, what was made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from facilitation.domain.consultation import Question, Questionnaire, Reply
from facilitation.domain.event import Event
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.small_cells import public_total
from facilitation.planning.synthesis import Synthesis, asked_in, synthesis


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """One question of the consultation: what was answered in short, and how many replies answer it."""

    question: Text
    synthesis: Text
    answers: int = 0


@dataclass(frozen=True, slots=True)
class ThemeMade:
    """One theme of the answers and what was made of it; ``replies`` is ``None`` for one to four."""

    title: Text
    replies: int | None
    objectives: tuple[Text, ...]
    session_titles: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ReplyFigures:
    """How many were asked and how many answered; ``unlinked`` = replies that came through the open link.

    ``themes`` has those that were spoken of, the most frequent first.
    """

    asked: int
    answered: int
    unlinked: int
    themes: tuple[ThemeMade, ...]


def is_evaluation(asked: Questionnaire, event: Event, replies: Collection[Reply]) -> bool:
    """Whether a questionnaire is about the event itself: it closes, or most of it is answered, once the event began.

    Its last day tells; without one, or with one that is later, the days of the replies.
    """
    if asked.closes_on is not None and asked.closes_on < event.starts_on:
        return False
    days = [reply.given_at.date() for reply in replies if reply.given_at and reply.questionnaire_id == asked.id]
    if not days:
        return asked.closes_on is not None
    return sum(day >= event.starts_on for day in days) * 2 > len(days)


def before_the_event(record: EventRecord) -> EventRecord:
    """The record with the questionnaires of the consultation alone, and their replies."""
    return _with_questionnaires(record, are_evaluations=False)


def about_the_event(record: EventRecord) -> EventRecord:
    """The record with the questionnaires of the evaluation alone, and their replies."""
    return _with_questionnaires(record, are_evaluations=True)


def _with_questionnaires(record: EventRecord, *, are_evaluations: bool) -> EventRecord:
    kept = tuple(
        asked
        for asked in record.questionnaires
        if is_evaluation(asked, record.event, record.replies) is are_evaluations
    )
    ids = {asked.id for asked in kept}
    replies = tuple(reply for reply in record.replies if reply.questionnaire_id in ids)
    return replace(record, questionnaires=kept, replies=replies)


def consulted_before(
    record: EventRecord, invited: Collection[str]
) -> tuple[tuple[AskedBefore, ...], ReplyFigures | None]:
    """The questions put before the event with how many answered each, and the figures of the replies."""
    earlier = before_the_event(record)
    found = synthesis(earlier, invited)
    return tuple(_asked(record, found)), None if found.is_empty else _figures(found)


def _asked(record: EventRecord, found: Synthesis) -> Iterator[AskedBefore]:
    """The questions of the event, without those of the evaluation that were summed up."""
    event = record.event
    later = [asked_in(event, question) for question in _questions(about_the_event(record))]
    counts = {id(asked_in(event, said.question)): said.answers for said in found.said}
    for entry in event.consultation:
        if id(entry) in counts or entry not in later:
            yield AskedBefore(entry.question, entry.synthesis, counts.get(id(entry), 0))


def _questions(record: EventRecord) -> Iterator[Question]:
    return (question for asked in record.questionnaires for question in asked.questions)


def _figures(found: Synthesis) -> ReplyFigures:
    themes = tuple(
        ThemeMade(
            title=made.theme.title,
            replies=public_total(made.replies),
            objectives=tuple(goal.text for goal in made.objectives),
            session_titles=tuple(dict.fromkeys(item.title for item in made.sessions)),
        )
        for made in found.made
    )
    return ReplyFigures(found.rate.asked, found.rate.answered, found.rate.unlinked, themes)
