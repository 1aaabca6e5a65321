"""Who facilitates what, and what lies around it; the cues of the run of show; the training of the team."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitation.domain.agenda import ItemKind, Layout
from facilitation.library.loader import load_library
from facilitation.planning.facilitator_guide import facilitators_of, own_sessions
from facilitation.planning.run_of_show import run_of_show
from facilitation.planning.session_rooms import session_plans
from facilitation.planning.training_plan import TRAINING, team_of, training_day, training_of
from facilitation.settings import ROOT
from tests.builders import (
    a_contributor,
    a_guide,
    a_record,
    a_sheet,
    a_task,
    an_agenda,
    an_event,
    an_item,
    minutes,
    some_steps,
)

ANA, BEN = a_contributor("Lehtësuese, Bashkia Berat"), a_contributor("Lehtësues, Bashkia Fier")
BREAK = {"kind": ItemKind.BREAK}


def test_facilitators_stand_in_the_order_of_the_agenda_each_once() -> None:
    items = [
        an_item("a", facilitators=(BEN, ANA)),
        an_item("b", facilitators=(ANA,), note_takers=(a_contributor("X"),)),
    ]

    assert facilitators_of(a_record(agenda=an_agenda(items))) == ((BEN.identity, BEN.name), (ANA.identity, ANA.name))


def test_own_sessions_know_the_lead_the_others_and_what_lies_around() -> None:
    items = [
        an_item("a", minutes=20),
        an_item("staff", kind=ItemKind.STAFF, minutes=5),
        an_item("b", minutes=30, facilitators=(ANA, BEN)),
        an_item("c", minutes=10, facilitators=(BEN,), **BREAK),
    ]
    record = a_record(agenda=an_agenda(items))

    (mine,), (first, last) = own_sessions(record, ANA.identity), own_sessions(record, BEN.identity)

    assert (mine.is_lead, mine.others) == (True, (BEN,))
    assert mine.before is not None
    assert mine.after is not None
    assert (mine.before.item.id, mine.after.item.id) == ("a", "c")
    assert (first.is_lead, first.others, last.is_lead, last.others, last.after) == (False, (ANA,), True, (), None)
    assert own_sessions(record, "nobody") == ()


def test_sessions_beside_each_other_are_not_before_or_after() -> None:
    items = [an_item("a", parallel="x", facilitators=(ANA,)), an_item("b", parallel="x"), an_item("c")]

    (mine,) = own_sessions(a_record(agenda=an_agenda(items)), ANA.identity)

    assert mine.before is None
    assert mine.after is not None
    assert mine.after.item.id == "c"


def test_cues_of_all_rooms_follow_the_clock() -> None:
    items = [an_item("a", minutes=30, parallel="x"), an_item("b", minutes=30, parallel="x"), an_item("c", minutes=10)]
    guide = a_guide(a_sheet("a", steps=some_steps(10, 20)), a_sheet("b", steps=some_steps(5, 25)))

    cues = run_of_show(a_record(agenda=an_agenda(items), guide=guide))

    assert [(f"{cue.starts_at:%H:%M}", cue.entry.item.id, cue.step is not None) for cue in cues] == [
        ("09:00", "a", False),
        ("09:00", "a", True),
        ("09:00", "b", False),
        ("09:00", "b", True),
        ("09:05", "b", True),
        ("09:10", "a", True),
        ("09:30", "c", False),
    ]
    assert [cue.is_beside for cue in cues] == [True] * 6 + [False]
    assert run_of_show(a_record()) == ()


def test_a_room_is_drawn_for_those_expected_in_its_session() -> None:
    items = [
        an_item("a", parallel="x", people=12),
        an_item("b", parallel="x"),
        an_item("c", kind=ItemKind.WORLD_CAFE),
        an_item("d"),
        an_item("staff", kind=ItemKind.STAFF, facilitators=(ANA,)),
    ]
    guide = a_guide(*(a_sheet(name, layout=Layout.CIRCLE) for name in ("a", "b", "staff")))
    record = a_record(event=an_event(expected_people=40), agenda=an_agenda(items), guide=guide)

    plans = session_plans(replace(record, agenda=an_agenda([*items, an_item("e", facilitators=(ANA, BEN))])))

    assert {name: plan.people for name, plan in plans.items()} == {"a": 12, "b": 20, "c": 40, "staff": 2}


def test_the_training_takes_180_minutes_on_the_day_of_the_checklist() -> None:
    library = load_library(ROOT / "agendas")
    agenda = an_agenda([an_item("a", facilitators=(ANA,), note_takers=(BEN,))])
    record = a_record(event=an_event(starts_on=date(2027, 5, 20)), agenda=agenda)
    due = replace(record, tasks=(a_task(rule="training", offset_days=-7),))

    training = training_of(record, library.instruments[TRAINING], library.methods)

    assert sum((item.duration for _day, item in training.agenda.items()), minutes(0)) == minutes(180)
    assert training.event.starts_on == date(2027, 5, 17)
    assert training_day(due) == date(2027, 5, 13)
    assert training.event.expected_people == len(team_of(record)) == 2
    assert all(sum(step.minutes for step in sheet.steps) for sheet in training.guide.sheets if sheet.steps)
    assert training.event.title == record.event.title
