"""From answers to commitments and back, and where the thread breaks."""

from __future__ import annotations

from typing import Any

from facilitation.domain.agenda import ItemKind
from facilitation.domain.event import Objective
from facilitation.domain.finding import Severity, finding
from facilitation.domain.note import NoteKind
from facilitation.domain.record import EventRecord
from facilitation.planning.thread import Gaps, Strand, thread, thread_findings
from tests.builders import a_note, a_record, a_text, an_agenda, an_event, an_item
from tests.consultations import RUMOURS, SHELTER, TRAINING, a_questionnaire, a_reply

BEDS = Objective("beds", a_text("More beds"), theme_ids=("shelter",))
SKILLS = Objective("skills", a_text("Skills"))
PANEL, CAFE, OTHER = (
    an_item("panel", objectives=["beds"]),
    an_item("cafe", objectives=["skills"]),
    an_item("other", kind=ItemKind.WORKING_GROUPS),
)
COFFEE, STAFF = an_item("coffee", kind=ItemKind.BREAK), an_item("staff", kind=ItemKind.STAFF, objectives=["skills"])
WISH = a_note("wish", item_id="panel", kind=NoteKind.RECOMMENDATION)
LOST = a_note("lost", item_id="cafe", kind=NoteKind.RECOMMENDATION)
SECRET = a_note("secret", item_id="staff", kind=NoteKind.RECOMMENDATION)
PROMISE = a_note("promise", item_id="panel", kind=NoteKind.COMMITMENT)


def a_thread(**parts: Any) -> EventRecord:
    record = {
        "event": an_event(objectives=[BEDS, SKILLS]),
        "agenda": an_agenda([PANEL, COFFEE, CAFE, OTHER, STAFF]),
        "notes": (LOST, WISH, SECRET, PROMISE),
        "questionnaires": (a_questionnaire(themes=(SHELTER, TRAINING, RUMOURS)),),
        "replies": (a_reply(1, "a", "shelter"), a_reply(2, "b", "shelter", "training")),
    }
    return a_record(**{**record, **parts})


def test_the_whole_thread_leaves_out_breaks_and_what_is_for_the_staff() -> None:
    found = thread(a_thread())

    assert found.whole == Strand(
        (SHELTER, TRAINING, RUMOURS), (BEDS, SKILLS), (PANEL, CAFE, OTHER), (WISH, LOST), (PROMISE,)
    )
    assert found.replies == {"shelter": 2, "training": 1, "rumours": 0}


def test_a_theme_leads_on_to_commitments_and_each_of_them_leads_back() -> None:
    found, strand = thread(a_thread()), Strand((SHELTER,), (BEDS,), (PANEL,), (WISH,), (PROMISE,))

    assert found.from_theme(SHELTER) == strand
    assert found.from_objective(BEDS) == strand
    assert found.from_session(PANEL) == strand
    assert found.from_recommendation(WISH) == strand
    assert found.from_commitment(PROMISE) == strand


def test_a_commitment_that_rests_on_notes_answers_only_those() -> None:
    promise = a_note("promise", item_id="panel", kind=NoteKind.COMMITMENT, source_note_ids=("lost",))
    found = thread(a_thread(notes=(WISH, LOST, promise)))

    assert found.from_recommendation(WISH).commitments == ()
    assert found.from_recommendation(LOST).commitments == (promise,)
    assert found.from_commitment(promise).recommendations == (LOST,)
    assert found.from_objective(SKILLS).commitments == (promise,)


def test_gaps_are_named_and_a_theme_nobody_spoke_of_is_none() -> None:
    assert thread(a_thread()).gaps() == Gaps(
        unanswered=(SKILLS,),
        themes_without_objective=(TRAINING,),
        themes_without_session=(TRAINING,),
        sessions_without_objective=(OTHER,),
        recommendations_without_commitment=(LOST,),
    )


def test_a_theme_whose_objective_has_no_session_has_none_either() -> None:
    found = thread(a_thread(agenda=an_agenda([CAFE]), notes=())).gaps()

    assert (found.objectives_without_session, found.themes_without_session) == ((BEDS,), (SHELTER, TRAINING))


def test_without_gaps_there_is_nothing_to_say() -> None:
    event = an_event(objectives=[BEDS])
    found = thread(a_thread(event=event, agenda=an_agenda([PANEL]), notes=(), replies=(a_reply(1, "a", "shelter"),)))

    assert not found.gaps()
    assert found.gaps() == Gaps()


def test_hints_are_given_only_where_somebody_answered() -> None:
    hints = list(thread_findings(a_thread()))

    assert hints == [
        finding("theme_without_session", Severity.HINT, "training", theme=TRAINING.title),
        finding("objective_without_answer", Severity.HINT, "skills", objective=SKILLS.text),
    ]
    assert list(thread_findings(a_thread(replies=(a_reply(1, given_at=None),)))) == []


def test_answers_without_themes_do_not_blame_the_objectives() -> None:
    asked = a_questionnaire(themes=())

    assert list(thread_findings(a_thread(questionnaires=(asked,), replies=(a_reply(1),)))) == []
