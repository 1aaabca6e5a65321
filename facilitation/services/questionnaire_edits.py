"""How a questionnaire comes to be: from a template or an earlier one, question by question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitation.domain.consultation import Question, QuestionKind, Questionnaire
from facilitation.domain.questionnaire_template import QuestionnaireTemplate
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.library.loader import Library
from facilitation.planning.questionnaires import (
    Filling,
    answer_counts,
    change_code,
    copied_questions,
    filled_questions,
    needs_topic,
    shape_code,
    with_kind,
    with_placed,
)
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork

REFUSED = {
    "kind": mark("People have answered this question. For another kind of answer, add a new question."),
    "scale": mark("People have answered on this scale. For other ends, add a new question."),
    "choices": mark("People have answered this question. Choices can be reworded or added, not removed."),
    "rank": mark("People have put these choices in order. To add or remove one, add a new question."),
    "most": mark("People have answered this question. More can be allowed, not less."),
}
"""Why a question that has answers may not be changed so, by ``change_code``."""
SHAPES = {
    "choices_few": mark("A choice needs at least two lines. Write one choice on each line."),
    "choices_none": mark("A question answered in words has no choices."),
    "ends": mark("Say what both ends of the scale mean, or neither."),
    "scale": mark("The lowest point of the scale must be below the highest."),
    "most": mark("More may be chosen than there are choices. Write a smaller number or add choices."),
}
"""Why a question cannot be put so, by ``shape_code``."""
GONE = mark("This question was removed in the meantime. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class QuestionnaireEdits:
    """Every verb changes the questionnaire as it is stored now: two people at once lose nothing."""

    desk: Desk
    library: Library

    def templates(self) -> Mapping[str, QuestionnaireTemplate]:
        """What can be started from, by key."""
        return self.library.questionnaires

    def start(self, event_id: str, template_key: str, topic: Text = Text()) -> Questionnaire:
        """A questionnaire from a template, filled with the topic, the year of the event and its title."""
        template = self.library.questionnaires.get(template_key)
        if template is None:
            raise NotFound(mark("This template was removed in the meantime. Choose another one from the library."))
        if needs_topic(template) and not topic:
            raise InvalidInput(mark("Write first what the consultation is about: the topic stands in its questions."))
        with self.desk.work() as work:
            event = work.events.get(event_id)
            filling = Filling(topic, event.starts_on.year, event.title)
            questions = filled_questions(template, filling, self.desk.new_id)
            title, intro = filling.filled(template.title), filling.filled(template.intro)
            asked = Questionnaire(self.desk.new_id(), event_id, title, intro, questions)
            return self._added(work, replace(asked, is_anonymous=template.is_anonymous))

    def copy(self, questionnaire_id: str, event_id: str) -> Questionnaire:
        """A copy for an event, without answers, themes and closing day."""
        with self.desk.work() as work:
            asked = work.questionnaires.get(questionnaire_id)
            work.events.get(event_id)
            questions = copied_questions(asked, self.desk.new_id)
            fresh = Questionnaire(self.desk.new_id(), event_id, asked.title, asked.intro, questions)
            return self._added(work, replace(fresh, is_anonymous=asked.is_anonymous))

    def earlier(self, event_id: str) -> tuple[Questionnaire, ...]:
        """The questionnaires of all other events, those of the newest event first."""
        with self.desk.reading() as work:
            events = sorted(work.events.list_all(), key=lambda event: event.starts_on, reverse=True)
            found = [work.questionnaires.list_for(event.id) for event in events if event.id != event_id]
        return tuple(asked for group in found for asked in group)

    def add_question(self, questionnaire_id: str, text: Text, kind: QuestionKind = QuestionKind.OPEN) -> Questionnaire:
        """Add a question at the end; one with choices begins with yes and no."""
        if not text:
            raise InvalidInput(mark("The question is empty. Write what is asked."))
        fresh = with_kind(Question(self.desk.new_id(), text), kind)
        return self._change(questionnaire_id, lambda asked: (*asked.questions, fresh))

    def edit_question(self, questionnaire_id: str, seen: Question, wanted: Question) -> Questionnaire:
        """Change a question; what would give answers another meaning is refused."""
        with self.desk.reading() as work:
            asked = work.questionnaires.get(questionnaire_id)
            counts = answer_counts(asked, work.replies.list_for(asked.event_id))
        stored = asked.question(seen.id)
        if stored is None:
            raise NotFound(GONE)
        after = merged(seen, wanted, stored, subject=seen.id)
        _refuse_bad(stored, after, has_answers=counts[stored.id] > 0)
        return self._change(
            questionnaire_id, lambda now: tuple(after if each.id == seen.id else each for each in now.questions)
        )

    def place(self, questionnaire_id: str, question_ids: Sequence[str], before_id: str) -> Questionnaire:
        """Put questions before another one ("" = at the end)."""
        return self._change(questionnaire_id, lambda asked: with_placed(asked.questions, question_ids, before_id))

    def remove_question(self, questionnaire_id: str, question_id: str) -> Questionnaire:
        """Remove a question; answers to it stay stored, and undo shows them again."""
        return self._change(
            questionnaire_id, lambda asked: tuple(each for each in asked.questions if each.id != question_id)
        )

    def answer_counts(self, questionnaire_id: str) -> dict[str, int]:
        """How many people have answered each question, those who are still writing among them."""
        with self.desk.reading() as work:
            asked = work.questionnaires.get(questionnaire_id)
            return answer_counts(asked, work.replies.list_for(asked.event_id))

    def _added(self, work: UnitOfWork, asked: Questionnaire) -> Questionnaire:
        saved = work.questionnaires.save(asked)
        self.desk.note_change(work, "add_questionnaire", asked.event_id, after=saved)
        work.commit()
        return saved

    def _change(self, questionnaire_id: str, changed: Callable[[Questionnaire], tuple[Question, ...]]) -> Questionnaire:
        with self.desk.work() as work:
            before = work.questionnaires.get(questionnaire_id)
            after = replace(before, questions=changed(before))
            if after == before:
                return before
            saved = work.questionnaires.save(after)
            self.desk.note_change(work, "edit_questionnaire", before.event_id, before=before, after=saved)
            work.commit()
        return saved


def _refuse_bad(before: Question, after: Question, *, has_answers: bool) -> None:
    if not after.text:
        raise InvalidInput(mark("The question is empty. Write what is asked."))
    locked = change_code(before, after) if has_answers else ""
    if locked:
        raise InvalidInput(REFUSED[locked])
    shape = shape_code(after)
    if shape:
        raise InvalidInput(SHAPES[shape])
