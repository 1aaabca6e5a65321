"""Questionnaires as they are made: filled from a template, copied, put in order, and what answers forbid to change."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from facilitation.domain.consultation import Question, QuestionKind, Questionnaire, Reply
from facilitation.domain.event import Sector
from facilitation.domain.person import District, Participation
from facilitation.domain.questionnaire_template import QuestionnaireTemplate, TemplateQuestion
from facilitation.domain.text import Text
from facilitation.planning.answer_checks import is_answered

TOPIC, YEAR, EVENT = PLACES = ("{topic}", "{year}", "{event}")
"""Words of a template in whose place those of the event are put."""
YES_OR_NO = (Text(sq="Po", en="Yes"), Text(sq="Jo", en="No"))
"""What a choice begins with before somebody writes its own lines."""
_PLACE = re.compile("(" + "|".join(map(re.escape, PLACES)) + ")")
_ROUND = str.maketrans("{}", "()")
_CHOSEN = frozenset({QuestionKind.CHOICE, QuestionKind.RANK})


@dataclass(frozen=True, slots=True)
class Filling:
    """The words for the places of a template. A topic known in one language stands in both."""

    topic: Text
    year: int
    event: Text

    def filled(self, text: Text) -> Text:
        """The text with its places filled, each language with its own words."""
        return Text(sq=self._said(text.sq, "sq"), en=self._said(text.en, "en"))

    def _said(self, words: str, language: str) -> str:
        named = {TOPIC: self.topic.said_in(language), YEAR: str(self.year), EVENT: self.event.said_in(language)}
        for place, said in named.items():
            words = words.replace(place, said)
        return words


def needs_topic(template: QuestionnaireTemplate) -> bool:
    """Whether somebody has to say what the consultation is about before the template can be used."""
    return any(TOPIC in words for text in _texts(template) for words in (text.sq, text.en))


def _texts(template: QuestionnaireTemplate) -> Iterable[Text]:
    yield from (template.title, template.intro)
    for entry in template.questions:
        yield from (entry.question.text, entry.question.hint, *entry.question.choices)


def filled_questions(
    template: QuestionnaireTemplate, filling: Filling, new_id: Callable[[], str]
) -> tuple[Question, ...]:
    """The questions of a template as those of an event."""
    return tuple(_filled(entry.question, filling, new_id()) for entry in template.questions)


def _filled(question: Question, filling: Filling, question_id: str) -> Question:
    return replace(
        question,
        id=question_id,
        text=filling.filled(question.text),
        hint=filling.filled(question.hint),
        choices=tuple(map(filling.filled, question.choices)),
    )


def copied_questions(asked: Questionnaire, new_id: Callable[[], str]) -> tuple[Question, ...]:
    """The same questions under ids of their own: answers to the old ones stay with the old ones."""
    return tuple(replace(question, id=new_id()) for question in asked.questions)


def template_of(asked: Questionnaire, title: Text, source: Text) -> QuestionnaireTemplate:
    """The questions of an event as a template; nothing in them is the source's own any more."""
    questions = tuple(TemplateQuestion(replace(_without_places(question), id="")) for question in asked.questions)
    intro = _unplaced(asked.intro)
    return QuestionnaireTemplate("", title, questions, intro, source=source, is_anonymous=asked.is_anonymous)


def _without_places(question: Question) -> Question:
    choices = tuple(map(_unplaced, question.choices))
    return replace(question, text=_unplaced(question.text), hint=_unplaced(question.hint), choices=choices)


def _unplaced(text: Text) -> Text:
    """Words of an event in braces are no places of a template, whatever somebody wrote there."""
    return Text(sq=_round(text.sq), en=_round(text.en))


def _round(words: str) -> str:
    return "".join(part if part in PLACES else part.translate(_ROUND) for part in _PLACE.split(words))


def with_placed(questions: Sequence[Question], moved: Collection[str], before_id: str) -> tuple[Question, ...]:
    """The questions with some of them put before another one ("" or unknown = at the end)."""
    taken = [question for question in questions if question.id in moved]
    rest = [question for question in questions if question.id not in moved]
    place = next((number for number, question in enumerate(rest) if question.id == before_id), len(rest))
    return (*rest[:place], *taken, *rest[place:])


def answer_counts(asked: Questionnaire, replies: Iterable[Reply]) -> dict[str, int]:
    """How many replies answer each question, drafts of people who are still writing among them."""
    given = [reply for reply in replies if reply.questionnaire_id == asked.id]
    return {
        question.id: sum(is_answered(question, reply.answer(question.id)) for reply in given)
        for question in asked.questions
    }


def shape_code(question: Question) -> str:
    """What keeps a question from being answered as it stands: a code, "" where it is in order."""
    count = len(question.choices)
    if question.kind is QuestionKind.OPEN:
        return "choices_none" if count else ""
    if question.kind is QuestionKind.SCALE:
        if question.lowest >= question.highest:
            return "scale"
        return "ends" if count not in (0, 2) else ""
    if count < 2:
        return "choices_few"
    return "most" if question.kind is QuestionKind.CHOICE and (question.most or 0) > count else ""


def with_kind(question: Question, kind: QuestionKind) -> Question:
    """The question answered in another way, with what that way needs to begin with."""
    if kind not in _CHOSEN:
        return replace(question, kind=kind, choices=())
    choices = question.choices if len(question.choices) > 1 and question.kind in _CHOSEN else YES_OR_NO
    return replace(question, kind=kind, choices=choices)


def with_choice_lines(choices: Sequence[Text], lines: Sequence[str], language: str) -> tuple[Text, ...]:
    """The choices with what was typed in one language, a choice to a line; the other language goes with its line.

    A line that was removed takes its choice with it, a moved one brings it along, a changed one keeps the words of the
    other language.
    """
    old, new = [choice.said_in(language) for choice in choices], [line.strip() for line in lines if line.strip()]
    left = dict(zip(old, choices, strict=True))
    known = {number: left.pop(line) for number, line in enumerate(new) if line in left}
    changed = dict(_changed_lines(old, new))
    return tuple(
        known.get(number) or left.get(changed.get(number, ""), Text()).with_language(language, line)
        for number, line in enumerate(new)
    )


def _changed_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The places of lines that stand where another one stood before, with that one."""
    for tag, start, end, first, last in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "replace":
            yield from zip(range(first, last), old[start:end], strict=False)


def change_code(before: Question, after: Question) -> str:
    """Why a question that has answers may not become ``after``: a code, "" where its answers keep their meaning.

    Words may be corrected and choices added at the end. Answers hold the places of choices: with another kind, fewer
    choices or a shorter scale they would say what nobody said.
    """
    if before.kind is not after.kind:
        return "kind"
    if before.kind is QuestionKind.SCALE and (before.lowest, before.highest) != (after.lowest, after.highest):
        return "scale"
    if before.kind in _CHOSEN and _have_moved(before.choices, after.choices):
        return "choices"
    if before.kind is QuestionKind.RANK and len(after.choices) != len(before.choices):
        return "rank"
    most_before, most_after = (question.most or len(question.choices) for question in (before, after))
    return "most" if before.kind is QuestionKind.CHOICE and most_after < most_before else ""


def _have_moved(before: tuple[Text, ...], after: tuple[Text, ...]) -> bool:
    return len(after) < len(before) or any(
        choice in after and after.index(choice) != before.index(choice) for choice in before
    )


def unasked(parts: Iterable[Participation], asked_ids: Collection[str]) -> tuple[tuple[District, Sector], ...]:
    """Where people of a sector stand on the list of a qark and none of them is asked: at least one should be."""
    groups: dict[tuple[District, Sector], bool] = {}
    for part in parts:
        if part.person.district is not None:
            place = (part.person.district, part.person.sector)
            groups[place] = groups.get(place, False) or part.id in asked_ids
    order = (list(District), list(Sector))
    found = [place for place, is_asked in groups.items() if not is_asked]
    return tuple(sorted(found, key=lambda place: (order[0].index(place[0]), order[1].index(place[1]))))
