"""Questionnaires filled, put in order and changed without giving an answer another meaning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.domain.consultation import Answer, Question, QuestionKind, Questionnaire, Reply
from facilitation.domain.event import Sector
from facilitation.domain.person import District
from facilitation.domain.questionnaire_template import QuestionnaireTemplate, TemplateQuestion
from facilitation.domain.text import Text
from facilitation.planning.questionnaires import (
    YES_OR_NO,
    Filling,
    answer_counts,
    change_code,
    filled_questions,
    shape_code,
    template_of,
    unasked,
    with_choice_lines,
    with_kind,
    with_placed,
)
from tests.builders import EVENT_ID, a_participation, a_text, counted_ids

A, B, C = (Text(sq=f"{name} sq", en=f"{name} en") for name in "ABC")
CHOICE = Question("q", a_text("Which?"), QuestionKind.CHOICE, choices=(A, B))
SCALE = Question("q", a_text("How?"), QuestionKind.SCALE)
RANK = replace(CHOICE, kind=QuestionKind.RANK)
OPEN = Question("q", a_text("What?"))


def test_places_are_filled_in_each_language_and_a_topic_in_one_language_stands_in_both() -> None:
    asked = TemplateQuestion(replace(OPEN, text=Text(sq="Ç’do bëni në {year} për {topic}?", en="{topic} at {event}?")))
    template = QuestionnaireTemplate("key", a_text("Title"), (asked, asked))
    filling = Filling(Text(sq="kujdesin"), 2027, Text(sq="Konferenca", en="Conference"))

    first, second = filled_questions(template, filling, counted_ids("q"))

    assert first.text == Text(sq="Ç’do bëni në 2027 për kujdesin?", en="kujdesin at Conference?")
    assert (first.id, second.id) == ("q-1", "q-2")


def test_words_with_braces_are_filled_once_and_no_place_of_another_one_in_them() -> None:
    filling = Filling(Text(sq="{event} {0} %s"), 2027, Text(sq="X"))

    assert filling.filled(Text(sq="{other} {topic}")).sq.startswith("{other} ")


def test_a_template_made_of_an_event_keeps_its_places_and_no_other_braces() -> None:
    asked = Questionnaire("id", EVENT_ID, a_text("T"), questions=(replace(OPEN, text=Text(sq="Në {event} {kush}?")),))

    found = template_of(asked, a_text("Mine"), a_text("Source"))

    assert found.questions == (TemplateQuestion(replace(OPEN, id="", text=Text(sq="Në {event} (kush)?"))),)


@pytest.mark.parametrize(
    ("moved", "before", "order"),
    [(["c"], "a", "cab"), (["a"], "", "bca"), (["a"], "nothere", "bca"), (["a", "c"], "b", "acb"), ([], "a", "abc")],
)
def test_questions_are_put_before_another_one(moved: list[str], before: str, order: str) -> None:
    questions = [replace(OPEN, id=name) for name in "abc"]

    assert "".join(question.id for question in with_placed(questions, moved, before)) == order


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["A en", "B en", "new"], (A, B, Text(en="new"))),
        (["A en", "other"], (A, replace(B, en="other"))),
        (["B en"], (B,)),
        (["", "B en", " A en "], (B, A)),
        (["new", "other", "more"], (replace(A, en="new"), replace(B, en="other"), Text(en="more"))),
        (["A en", "A en"], (A, replace(B, en="A en"))),
        ([], ()),
    ],
)
def test_lines_typed_in_one_language_keep_the_other_one(lines: list[str], found: tuple[Text, ...]) -> None:
    assert with_choice_lines((A, B), lines, "en") == found


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (CHOICE, replace(CHOICE, text=a_text("Reworded"), is_required=True), ""),
        (CHOICE, replace(CHOICE, choices=(replace(A, en="a"), B, C)), ""),
        (CHOICE, replace(CHOICE, choices=(A,)), "choices"),
        (CHOICE, replace(CHOICE, choices=(B, A)), "choices"),
        (CHOICE, replace(CHOICE, choices=(A, C, B)), "choices"),
        (CHOICE, with_kind(CHOICE, QuestionKind.OPEN), "kind"),
        (CHOICE, replace(CHOICE, most=None), ""),
        (replace(CHOICE, most=2), CHOICE, "most"),
        (RANK, replace(RANK, choices=(A, B, C)), "rank"),
        (SCALE, replace(SCALE, highest=4), "scale"),
        (SCALE, replace(SCALE, choices=(A, B)), ""),
    ],
)
def test_a_question_with_answers_changes_only_where_they_keep_their_meaning(
    before: Question, after: Question, code: str
) -> None:
    assert change_code(before, after) == code


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (OPEN, ""),
        (replace(OPEN, choices=(A,)), "choices_none"),
        (replace(CHOICE, choices=(A,)), "choices_few"),
        (replace(CHOICE, most=3), "most"),
        (replace(CHOICE, most=None), ""),
        (replace(SCALE, lowest=5), "scale"),
        (replace(SCALE, choices=(A,)), "ends"),
    ],
)
def test_a_question_that_cannot_be_answered_is_found(question: Question, code: str) -> None:
    assert shape_code(question) == code


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_a_question_of_any_kind_can_be_answered_at_once(kind: QuestionKind) -> None:
    assert shape_code(with_kind(OPEN, kind)) == ""
    assert with_kind(RANK, QuestionKind.CHOICE).choices == (A, B)
    assert with_kind(OPEN, QuestionKind.CHOICE).choices == YES_OR_NO


def test_answers_are_counted_by_question_without_empty_ones() -> None:
    asked = Questionnaire("one", EVENT_ID, a_text("T"), questions=(OPEN, replace(SCALE, id="scale")))
    reply = Reply("r", EVENT_ID, "one", answers=(Answer("q", " "), Answer("scale", number=3)))

    counts = answer_counts(asked, [reply, replace(reply, id="r2", questionnaire_id="other")])

    assert counts == {"q": 0, "scale": 1}


def test_every_sector_of_every_qark_on_the_list_should_be_asked() -> None:
    parts = [
        a_participation("a", sector=Sector.MEDIA, district=District.VLORE),
        a_participation("b", sector=Sector.DONOR, district=District.BERAT),
        a_participation("c", sector=Sector.DONOR, district=District.BERAT),
        a_participation("d", sector=Sector.DONOR, district=None),
    ]

    assert unasked(parts, {"c"}) == ((District.VLORE, Sector.MEDIA),)
    assert unasked(parts, set()) == ((District.BERAT, Sector.DONOR), (District.VLORE, Sector.MEDIA))
