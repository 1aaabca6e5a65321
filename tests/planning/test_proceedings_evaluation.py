"""What the volume says of the forms: consultation before the event, evaluation of it; small counts are hidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from facilitation.domain.agenda import Attribution
from facilitation.domain.consultation import Answer, Question, QuestionKind, Questionnaire, Reply
from facilitation.domain.event import ConsultationQuestion, Objective, Sector
from facilitation.domain.person import Consent
from facilitation.domain.proceedings import Section
from facilitation.domain.record import EventRecord
from facilitation.planning.anonymity import open_exposures
from facilitation.planning.proceedings_consulted import ReplyFigures, ThemeMade, consulted_before, is_evaluation
from facilitation.planning.proceedings_evaluation import Evaluated, evaluation_of
from facilitation.planning.proceedings_outline import proceedings
from tests.builders import a_participation, a_record, a_text, an_event, an_item, some_participations
from tests.consultations import SHELTER, a_questionnaire, a_reply

AFTER, TODAY = datetime(2027, 5, 20, 12), date(2027, 6, 1)
SCALE = Question("scale", a_text("Clear goals"), QuestionKind.SCALE, choices=(a_text("no"), a_text("yes")))
ONE = Question("one", a_text("Again?"), QuestionKind.CHOICE, choices=(a_text("yes"), a_text("no"), a_text("perhaps")))
SEVERAL = replace(ONE, id="several", most=2)
RANK = replace(ONE, id="rank", kind=QuestionKind.RANK)
OPEN = Question("open", a_text("What was missing?"), attribution=Attribution.SECTOR)


def a_form(*questions: Question, **fields: object) -> Questionnaire:
    return a_questionnaire(**{"id": "after", "questions": questions, "themes": (), "is_anonymous": True, **fields})


def filled(*answers: Answer, number: int = 1, **fields: Any) -> Reply:
    return a_reply(number, questionnaire_id="after", **{"answers": answers, "given_at": AFTER, **fields})


def evaluated(question: Question, *answers: Answer) -> Evaluated:
    replies = tuple(filled(answer, number=number) for number, answer in enumerate(answers))
    found = evaluation_of(a_record(questionnaires=(a_form(question),), replies=replies))
    assert found is not None
    return found.questions[0]


def points(*numbers: int) -> tuple[Answer, ...]:
    return tuple(Answer("scale", number=number) for number in numbers)


@pytest.mark.parametrize(
    ("closes_on", "given_on", "expected"),
    [
        (None, (), False),
        (date(2027, 5, 10), (), False),
        (date(2027, 5, 25), (), True),
        (None, (datetime(2027, 5, 10), datetime(2027, 5, 16)), False),
        (None, (datetime(2027, 5, 17), datetime(2027, 5, 30)), True),
        (None, (datetime(2027, 5, 10), datetime(2027, 5, 18)), False),
        (date(2027, 5, 25), (datetime(2027, 5, 1),), False),
        (date(2027, 5, 10), (datetime(2027, 5, 20),), False),
    ],
)
def test_a_form_is_an_evaluation_once_it_is_answered_at_the_event(
    closes_on: date | None, given_on: tuple[datetime, ...], expected: bool
) -> None:
    replies = [filled(number=number, given_at=moment) for number, moment in enumerate(given_on)]

    assert is_evaluation(a_form(closes_on=closes_on), an_event(), replies) is expected


def test_a_scale_has_its_mean_and_how_the_answers_are_spread() -> None:
    found = evaluated(SCALE, *points(*[5] * 6, *[4] * 5, *[3] * 5, *[2] * 5, *[1] * 7))

    assert (found.answers, round(found.mean or 0, 2), found.lowest, found.highest) == (28, 2.93, 1, 5)
    assert [(bar.point, bar.count) for bar in found.bars] == [(1, 7), (2, 5), (3, 5), (4, 5), (5, 6)]
    assert [str(bar.label) for bar in found.bars] == ["no (sq)", "", "", "", "yes (sq)"]
    assert sum(bar.share for bar in found.bars) == pytest.approx(1)


def test_small_counts_of_a_scale_are_hidden_with_their_neighbours() -> None:
    found = evaluated(SCALE, *points(*[5] * 9, *[4] * 6, 1))

    assert [bar.count for bar in found.bars] == [None, None, None, None, 9]
    assert found.mean is not None


def test_of_one_to_four_answers_nothing_is_shown() -> None:
    found = evaluated(SCALE, *points(5, 4, 3, 2))

    assert (found.answers, found.mean, found.bars) == (None, None, ())


def test_choices_are_counted_and_an_order_by_what_came_first() -> None:
    one = evaluated(ONE, *[Answer("one", chosen=(0,))] * 8, *[Answer("one", chosen=(1,))] * 5)
    several = evaluated(SEVERAL, *[Answer("several", chosen=(0, 1))] * 5, *[Answer("several", chosen=(1, 2))] * 2)
    rank = evaluated(RANK, *[Answer("rank", chosen=(2, 0, 1))] * 6, *[Answer("rank", chosen=(0, 1, 2))] * 7)

    assert [bar.count for bar in one.bars] == [8, 5, 0]
    assert [bar.count for bar in several.bars] == [5, 7, None]
    assert [bar.count for bar in rank.bars] == [7, 0, 6]
    assert [round(bar.share, 2) for bar in several.bars] == [0.71, 1.0, 0.0]


def test_open_answers_are_shown_by_the_quotes_that_were_chosen_and_agreed_to() -> None:
    def said(number: int, words: str, consent: Consent) -> Reply:
        answer = Answer("open", f"Long answer: {words}", quote=words)
        return filled(answer, number=number, quote_consent=consent, sector=Sector.MEDIA)

    agreed = [said(number, "", Consent.NO) for number in range(5)]
    replies = (*agreed, said(6, "More time", Consent.YES), said(7, "Secret", Consent.NO))
    event = an_event(consultation=(ConsultationQuestion(a_text("What was missing?"), a_text("Time")),))
    record = a_record(event=event, questionnaires=(a_form(OPEN),), replies=replies)

    found = evaluation_of(record)

    assert found is not None
    (question,) = found.questions
    assert [(quote.text, quote.shown.sector) for quote in question.quotes] == [("More time", "media")]
    assert question.synthesis == a_text("Time")
    assert proceedings(record, TODAY).background.consultation == ()


def test_a_quote_of_the_evaluation_waits_for_the_anonymity_check() -> None:
    words = "Faleminderit, Mirela Kashtori!"
    reply = filled(Answer("open", words, quote=words), quote_consent=Consent.YES)
    earlier = a_reply(2, words, quote=words, questionnaire_id="asked-1")
    record = a_record(questionnaires=(a_form(OPEN), a_questionnaire()), replies=(reply, earlier))

    assert [(found.place, found.words) for found in open_exposures(record)] == [
        ("reply:reply-1:open", "Mirela Kashtori"),
    ]


def test_without_a_form_there_are_no_results_and_with_one_nobody_has_to_write_them() -> None:
    def what(record: EventRecord) -> set[str]:
        gaps = proceedings(record, TODAY).missing
        return {gap.what for gap in gaps if gap.section is Section.EVALUATION}

    form = (a_form(SCALE, closes_on=date(2027, 5, 30)),)
    some = tuple(filled(answer, number=number) for number, answer in enumerate(points(5, 4, 3)))
    many = (*some, *(filled(answer, number=9 + number) for number, answer in enumerate(points(5, 4, 3))))

    assert evaluation_of(a_record()) is None
    assert what(a_record(questionnaires=form)) == {"no_evaluation"}
    assert what(a_record(questionnaires=form, replies=some)) == {"evaluation_too_few"}
    assert what(a_record(questionnaires=form, replies=many)) == set()


def test_the_consultation_is_told_in_figures_and_by_what_was_made_of_its_themes() -> None:
    event = an_event(
        objectives=(Objective("o1", a_text("Shelter for all"), theme_ids=("shelter",)),),
        consultation=(ConsultationQuestion(a_text("What?"), a_text("Shelter.")), ConsultationQuestion(a_text("Why?"))),
    )
    people = some_participations(10)
    replies = (
        *(a_reply(number, "x", "shelter", participation_id=person.id) for number, person in enumerate(people[:6])),
        a_reply(7, "y"),
    )
    record = a_record(
        event=event,
        items=[an_item("panel", objectives=["o1"])],
        participations=people,
        questionnaires=(a_questionnaire(), a_form(SCALE, closes_on=date(2027, 5, 30))),
        replies=(*replies, *(filled(answer, number=20 + n) for n, answer in enumerate(points(1, 2, 3)))),
    )

    questions, figures = consulted_before(record, ())

    assert [(str(asked.question), asked.answers) for asked in questions] == [("What? (sq)", 7), ("Why? (sq)", 0)]
    assert figures == ReplyFigures(
        10, 6, 1, (ThemeMade(SHELTER.title, 6, (a_text("Shelter for all"),), (a_text("panel"),)),)
    )


def test_where_nobody_answered_there_are_no_figures() -> None:
    record = a_record(questionnaires=(a_questionnaire(),), participations=(a_participation(),))

    assert consulted_before(record, ()) == ((), None)
