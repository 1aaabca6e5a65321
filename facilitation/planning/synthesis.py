"""What goes back to those who were consulted: per question what was said, and what was made of each theme."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.consultation import Question, Questionnaire, Theme
from facilitation.domain.event import ConsultationQuestion, Event, Objective
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.reply_rate import ReplyRate, reply_rate
from facilitation.planning.themes import ChosenQuote, answers_to, quotes_for
from facilitation.planning.thread import thread


@dataclass(frozen=True, slots=True)
class SaidOf:
    """One question: how many answered it, what the organisers wrote of it, and the quotes that may be printed."""

    question: Question
    answers: int
    text: Text
    quotes: tuple[ChosenQuote, ...]


@dataclass(frozen=True, slots=True)
class MadeOf:
    """One theme: how many replies speak of it, and the objectives and sessions made of it."""

    theme: Theme
    replies: int
    objectives: tuple[Objective, ...]
    sessions: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Synthesis:
    """All that those who were consulted get back. ``rate`` is None where nobody answered."""

    rate: ReplyRate
    said: tuple[SaidOf, ...]
    made: tuple[MadeOf, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nobody has answered yet."""
        return not self.rate.replies


def asked_in(event: Event, question: Question) -> ConsultationQuestion | None:
    """The question of the event that this one of a questionnaire is: the same words in one of the languages."""
    return next((entry for entry in event.consultation if _is_same(entry.question, question.text)), None)


def _is_same(one: Text, other: Text) -> bool:
    pairs = ((one.sq, other.sq), (one.en, other.en))
    return any(first.strip() and first.strip() == second.strip() for first, second in pairs)


def synthesis(record: EventRecord, invited: Collection[str] = ()) -> Synthesis:
    """The synthesis of all questionnaires of an event; the record must carry them and the replies.

    ``invited`` = ids of the participations that have a link of their own.
    """
    woven, people = thread(record), {entry.id: entry for entry in record.participations}
    made = [(theme, woven.from_theme(theme)) for theme in woven.whole.themes if woven.replies[theme.id]]
    return Synthesis(
        rate=reply_rate(record.participations, record.replies, invited),
        said=tuple(
            SaidOf(question, len(_answers(record, asked, question)), _text(record.event, question), quotes)
            for asked in record.questionnaires
            for question in asked.questions
            if _answers(record, asked, question) or _text(record.event, question)
            for quotes in [quotes_for(question, record.replies, people)]
        ),
        made=tuple(
            MadeOf(theme, woven.replies[theme.id], strand.objectives, strand.sessions)
            for theme, strand in sorted(made, key=lambda entry: -woven.replies[entry[0].id])
        ),
    )


def _answers(record: EventRecord, asked: Questionnaire, question: Question) -> tuple[object, ...]:
    return answers_to(question.id, (reply for reply in record.replies if reply.questionnaire_id == asked.id))


def _text(event: Event, question: Question) -> Text:
    found = asked_in(event, question)
    return found.synthesis if found else Text()
