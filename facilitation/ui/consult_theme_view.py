"""What the parts about themes and synthesis read once per run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitation.domain.consultation import Question, QuestionKind, Questionnaire, Reply
from facilitation.domain.person import Participation
from facilitation.domain.record import EventRecord
from facilitation.i18n.labels import district_label, sector_label
from facilitation.planning.reply_rate import ReplyRate, origin, reply_rate
from facilitation.planning.themes import GivenAnswer, answers_to
from facilitation.ui.page_head import EventScreen


@dataclass(frozen=True, slots=True)
class ThemeView:
    """One questionnaire with its replies, the people asked and the event they belong to."""

    record: EventRecord
    asked: Questionnaire
    replies: tuple[Reply, ...]
    people: Mapping[str, Participation]
    rate: ReplyRate

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions answered in words."""
        return tuple(entry for entry in self.asked.questions if entry.kind is QuestionKind.OPEN)

    def answers(self, question: Question) -> tuple[GivenAnswer, ...]:
        """The answers to a question that say anything."""
        return answers_to(question.id, self.replies)


def theme_view(page: EventScreen, questionnaire: Questionnaire) -> ThemeView:
    """Read the answers of a questionnaire."""
    record = page.app.syntheses.record(page.event_id)
    asked = next((entry for entry in record.questionnaires if entry.id == questionnaire.id), questionnaire)
    replies = tuple(reply for reply in record.replies if reply.questionnaire_id == asked.id and reply.given_at)
    invited = page.app.syntheses.asked(page.event_id, asked.id)
    return ThemeView(
        record,
        asked,
        replies,
        {entry.id: entry for entry in record.participations},
        reply_rate(record.participations, replies, invited),
    )


def origin_text(view: ThemeView, reply: Reply, page: EventScreen) -> str:
    """Where an answer comes from, for the organisers: organisation, sector, qark."""
    person = view.people.get(reply.participation_id)
    sector, district = origin(reply, view.people)
    organisation = reply.organisation or (person.person.organisation if person else "")
    parts = (
        organisation,
        sector_label(sector, page._) if sector else "",
        district_label(district, page._) if district else "",
    )
    return " · ".join(part for part in parts if part) or page._("Not stated")
