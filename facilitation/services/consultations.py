"""The consultation: questionnaires are made, sent out and answered; nothing that was answered is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.domain.consultation import Answer, Channel, Questionnaire, Reply
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, mark
from facilitation.planning.answer_checks import AnswerProblem, answer_problems, tidied
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork

REASONS = {
    "missing": mark("The question “{question}” has no answer yet."),
    "too_long": mark("The answer to “{question}” is longer than 10 000 signs. Shorten it."),
    "choice": mark("The answer to “{question}” is none of the choices."),
    "too_many": mark("More was chosen for “{question}” than the question allows."),
    "scale": mark("The answer to “{question}” is not on the scale."),
    "order": mark("The order given for “{question}” does not hold each choice once."),
}
"""Why an answer is refused, by ``AnswerProblem.code``."""


@dataclass(frozen=True, slots=True)
class Consultations:
    """What organisers do with questionnaires and the replies to them."""

    desk: Desk

    def list_for(self, event_id: str) -> tuple[Questionnaire, ...]:
        """The questionnaires of an event, the oldest first."""
        with self.desk.reading() as work:
            return work.questionnaires.list_for(event_id)

    def get(self, questionnaire_id: str) -> Questionnaire:
        """One questionnaire."""
        with self.desk.reading() as work:
            return work.questionnaires.get(questionnaire_id)

    def add(self, event_id: str, title: Text, **fields: object) -> Questionnaire:
        """Make a questionnaire; ``fields`` are those of Questionnaire (intro, questions, themes, closes_on)."""
        _refuse_untitled(title)
        with self.desk.work() as work:
            work.events.get(event_id)
            asked = Questionnaire(self.desk.new_id(), event_id, title, **fields)  # type: ignore[arg-type]
            saved = work.questionnaires.save(asked)
            self.desk.note_change(work, "add_questionnaire", event_id, after=saved)
            work.commit()
        return saved

    def edit(self, seen: Questionnaire, wanted: Questionnaire) -> Questionnaire:
        """Change a questionnaire; answers already given stay with their questions."""
        _refuse_untitled(wanted.title)
        with self.desk.work() as work:
            stored = work.questionnaires.get(seen.id)
            after = merged(seen, wanted, stored, subject=seen.id)
            if after == stored:
                return stored
            if after.is_anonymous is not stored.is_anonymous:
                _refuse_once_asked(work, stored)
            saved = work.questionnaires.save(after)
            self.desk.note_change(work, "edit_questionnaire", seen.event_id, before=stored, after=saved)
            work.commit()
        return saved

    def remove(self, questionnaire_id: str) -> None:
        """Remove a questionnaire; its replies stay stored, and undo brings it back."""
        with self.desk.work() as work:
            asked = work.questionnaires.get(questionnaire_id)
            work.questionnaires.remove(questionnaire_id)
            self.desk.note_change(work, "remove_questionnaire", asked.event_id, before=asked)
            work.commit()

    def replies(self, questionnaire_id: str) -> tuple[Reply, ...]:
        """The replies to a questionnaire that were handed in, in the order they came."""
        with self.desk.reading() as work:
            event_id = work.questionnaires.get(questionnaire_id).event_id
            every = work.replies.list_for(event_id)
        return tuple(reply for reply in every if reply.questionnaire_id == questionnaire_id and reply.given_at)

    def take(self, questionnaire_id: str, answers: tuple[Answer, ...], channel: Channel, **facts: object) -> Reply:
        """Take a reply that came on paper, as a file or typed in; ``facts`` are fields of Reply (who, language …)."""
        with self.desk.work() as work:
            asked = work.questionnaires.get(questionnaire_id)
            reply = Reply(self.desk.new_id(), asked.event_id, asked.id, channel=channel, answers=answers)
            reply = replace(reply, given_at=self.desk.now(), **facts)  # type: ignore[arg-type]
            saved = keep_reply(self.desk, work, asked, reply, verb="take_reply")
            work.commit()
        return saved

    def edit_reply(self, seen: Reply, wanted: Reply) -> Reply:
        """Change a reply: correct what was typed in, or say which themes its answers speak of."""
        with self.desk.work() as work:
            stored = work.replies.get(seen.id)
            after = merged(seen, wanted, stored, subject=seen.id)
            if after == stored:
                return stored
            saved = work.replies.save(after)
            self.desk.note_change(work, "edit_reply", seen.event_id, before=stored, after=saved)
            work.commit()
        return saved

    def correct(self, seen: Reply, wanted: Reply) -> Reply:
        """Correct a reply that was typed in wrongly; it must fit the questions as a new one must."""
        answers = tuple(tidied(answer) for answer in wanted.answers)
        asked = self.get(seen.questionnaire_id)
        for problem in answer_problems(asked, answers):
            raise refusal(asked, problem, wanted.language)
        return self.edit_reply(seen, asked.without_writer(replace(wanted, answers=answers)))

    def remove_reply(self, reply_id: str) -> None:
        """Remove a reply; undo brings it back."""
        with self.desk.work() as work:
            reply = work.replies.get(reply_id)
            work.replies.remove(reply_id)
            self.desk.note_change(work, "remove_reply", reply.event_id, before=reply)
            work.commit()


def keep_reply(desk: Desk, work: UnitOfWork, asked: Questionnaire, reply: Reply, *, verb: str) -> Reply:
    """Save a checked reply that is handed in; InvalidInput names the first question that is answered wrongly."""
    reply = checked_reply(asked, reply)
    before = work.replies.find(reply.id)
    saved = work.replies.save(reply)
    desk.note_change(work, verb, reply.event_id, before=before, after=saved)
    return saved


def checked_reply(asked: Questionnaire, reply: Reply) -> Reply:
    """The reply with tidy answers and no more of its writer than the questionnaire asks for.

    InvalidInput names the first question that is answered wrongly.
    """
    reply = asked.without_writer(replace(reply, answers=tuple(tidied(answer) for answer in reply.answers)))
    for problem in answer_problems(asked, reply.answers):
        raise refusal(asked, problem, reply.language)
    return reply


def refusal(asked: Questionnaire, problem: AnswerProblem, language: str) -> InvalidInput:
    """What is wrong with an answer, with the question in the language of the reply."""
    question = asked.question(problem.question_id)
    return InvalidInput(REASONS[problem.code], question=question.text.said_in(language) if question else "")


def _refuse_once_asked(work: UnitOfWork, asked: Questionnaire) -> None:
    """What people were told when they were asked stays true."""
    replies = (reply for reply in work.replies.list_for(asked.event_id) if reply.questionnaire_id == asked.id)
    links = (link for link in work.form_links.list_for(asked.event_id) if link.questionnaire_id == asked.id)
    if any(replies) or any(link.participation_id for link in links):
        raise InvalidInput(
            mark("People have been asked already, with names or without. Copy the questionnaire to ask otherwise.")
        )


def _refuse_untitled(title: Text) -> None:
    if not title:
        raise InvalidInput(mark("The questionnaire has no title. Write what it is about."))
