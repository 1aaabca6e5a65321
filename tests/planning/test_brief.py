"""The brief: its points, what is open, and what earlier events left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitation.domain.event import Brief, BriefPoint
from facilitation.domain.instrument import SourcedText
from facilitation.domain.note import NoteKind
from facilitation.planning.brief import (
    BriefState,
    OpenRecommendation,
    brief_points,
    brief_state,
    is_answered,
    open_recommendations,
)
from tests.builders import a_note, a_text, an_event, an_instrument

INSTRUMENT = replace(
    an_instrument(),
    start_questions=(SourcedText(a_text("Whom?"), is_from_seed=True),),
    prerequisites=(SourcedText(a_text("A team")),),
)
WHOM = BriefPoint("start-1", a_text("Whom?"), is_from_seed=True)
TEAM = BriefPoint("prerequisite-1", a_text("A team"), is_prerequisite=True)


def test_points_come_from_the_instrument_until_they_are_answered() -> None:
    answered = replace(WHOM, question=a_text("As it was asked then"), answer=a_text("Offices"))

    assert brief_points(an_event(), INSTRUMENT) == (WHOM, TEAM)
    assert brief_points(an_event(brief=Brief(points=(answered,))), INSTRUMENT) == (answered, TEAM)


def test_answers_stay_where_the_instrument_is_gone_or_asks_no_more() -> None:
    answered = replace(TEAM, id="prerequisite-9", is_met=True)
    event = an_event(brief=Brief(points=(answered,)))

    assert brief_points(event, None) == (answered,)
    assert brief_points(event, INSTRUMENT) == (WHOM, TEAM, answered)


def test_a_question_needs_words_and_a_prerequisite_a_judgement() -> None:
    assert [is_answered(p) for p in (WHOM, replace(WHOM, answer=a_text("x")))] == [False, True]
    assert [is_answered(replace(TEAM, is_met=met)) for met in (None, True, False)] == [False, True, True]


def test_what_is_open_is_counted_with_the_texts_of_the_event() -> None:
    event = an_event(about=a_text("Why"), brief=Brief(limits=a_text("No more than two days")))

    found = brief_state(event, (WHOM, replace(TEAM, is_met=False)))

    assert (found, found.open) == (BriefState(written=3, total=7, unmet=1), 4)


def test_open_recommendations_of_earlier_events_come_newest_first() -> None:
    old, newer, later = (an_event(id=str(y), starts_on=date(y, 5, 1)) for y in (2024, 2025, 2028))
    wish = a_note("wish", kind=NoteKind.RECOMMENDATION)
    done, point = replace(wish, id="done", done_on=date(2026, 1, 1)), a_note("point")

    found = open_recommendations([(old, (wish, done, point)), (newer, (wish,)), (later, (wish,))], date(2027, 5, 17))

    assert found == (OpenRecommendation(wish, newer), OpenRecommendation(wish, old))
