"""Who leads what, what one person cannot do, who was trained, and which steps are worth practising."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from facilitation.domain.agenda import AgendaItem, Contributor, ItemKind
from facilitation.domain.guide import GuideSheet
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.agenda_under_check import under_check
from facilitation.planning.hardest_steps import POINTS, HardStep, hardest_steps
from facilitation.planning.rehearsal import Rehearsal, rehearsal, with_trained
from tests.builders import (
    a_contributor,
    a_guide,
    a_material,
    a_method,
    a_record,
    a_sheet,
    a_text,
    an_agenda,
    an_event,
    an_item,
    minutes,
    some_steps,
)

BERAT, FIER = a_contributor("Lehtësuese, Bashkia Berat"), a_contributor("Lehtësues, Qendra Fier")
DECIDING = {"m": a_method("m", goals=("decide",))}


def led(item_id: str, *by: Contributor, **fields: Any) -> AgendaItem:
    return an_item(item_id, facilitators=by, **fields)


def of(
    *items: AgendaItem, trained: tuple[str, ...] = (), sheets: tuple[GuideSheet, ...] = (), **agenda: Any
) -> Rehearsal:
    return rehearsal(a_record(agenda=an_agenda(items, **agenda), guide=a_guide(*sheets, trained=trained)))


def ids(found: Any) -> list[str]:
    return [entry.item.id for entry in found]


def test_an_empty_event_has_nothing_to_rehearse() -> None:
    assert rehearsal(a_record()) == Rehearsal()


def test_everybody_who_leads_is_listed_with_sessions_and_minutes_in_the_order_of_the_agenda() -> None:
    found = of(led("a", BERAT, minutes=30), led("b", FIER, BERAT, minutes=45), led("c", Contributor(" "), minutes=10))

    assert [(each.name, ids(each.sessions), each.minutes) for each in found.leaders] == [
        (BERAT.name, ["a", "b"], 75),
        (FIER.name, ["b"], 45),
    ]
    assert (found.session_count, found.trained_count) == (2, 0)


def test_the_same_person_is_known_by_identity_not_by_spelling() -> None:
    named = Contributor("Lehtësuese", "person-1")
    found = of(led("a", named), led("b", replace(named, name="Lehtësuese, Berat")), trained=("person-1",))

    assert [(each.name, each.is_trained) for each in found.leaders] == [("Lehtësuese", True)]


def test_one_person_in_two_sessions_at_once_is_a_clash_also_when_the_other_is_only_noted() -> None:
    found = of(
        led("a", BERAT, parallel="p", room="A"),
        an_item("b", parallel="p", room="B", note_takers=(BERAT,)),
        an_item("c", parallel="q", speakers=(FIER,)),
        an_item("d", parallel="q", note_takers=(FIER,)),
    )

    assert [(each.name, each.earlier.item.id, each.later.item.id, each.free) for each in found.clashes] == [
        (BERAT.name, "a", "b", None)
    ]


@pytest.mark.parametrize(
    ("pause", "room", "expected"), [(0, "B", [0]), (9, " b ", [9]), (10, "B", []), (0, " a", []), (0, "", [])]
)
def test_who_changes_rooms_needs_the_minutes_the_agenda_gives(pause: int, room: str, expected: list[int]) -> None:
    found = of(
        led("a", BERAT, room="A"), led("b", BERAT, room=room, buffer_before=minutes(pause)), room_change=minutes(10)
    )

    assert [(each.free, each.needed) for each in found.clashes] == [(free, 10) for free in expected]


def test_for_a_meeting_of_the_staff_nobody_has_to_run() -> None:
    found = of(led("a", BERAT, room="A"), led("b", BERAT, room="B", kind=ItemKind.STAFF))

    assert found.clashes == ()


@pytest.mark.parametrize(("first", "rest", "expected"), [(60, 0, []), (61, 0, [121]), (61, 14, [135]), (61, 15, [])])
def test_nobody_leads_for_more_than_two_hours_without_a_quarter_of_an_hour(
    first: int, rest: int, expected: list[int]
) -> None:
    pause = an_item("pause", minutes=rest, kind=ItemKind.BREAK)
    found = of(led("a", BERAT, minutes=first), pause, led("b", BERAT, minutes=60))

    assert [run.minutes for run in found.long_runs] == expected


def test_the_next_day_is_a_rest() -> None:
    days = [[led("a", BERAT, minutes=100)], [led("b", BERAT, minutes=100)]]

    assert rehearsal(a_record(agenda=an_agenda(days=days))).long_runs == ()


def test_sessions_without_a_facilitator_are_the_working_ones_and_those_with_steps() -> None:
    found = of(
        an_item("panel", kind=ItemKind.PANEL),
        an_item("opening", kind=ItemKind.OPENING),
        an_item("networking", kind=ItemKind.NETWORKING),
        an_item("coffee", kind=ItemKind.BREAK),
        led("led", BERAT, kind=ItemKind.PANEL),
        sheets=(a_sheet("networking", steps=some_steps(10)), a_sheet("coffee", steps=some_steps(5))),
    )

    assert ids(found.unled) == ["panel", "networking"]


def test_a_session_is_untrained_only_when_nobody_of_those_who_lead_it_was_trained() -> None:
    found = of(
        led("both", BERAT, FIER), led("one", FIER), led("desk", FIER, kind=ItemKind.REGISTRATION), an_item("none"),
        trained=(BERAT.identity,),
    )  # fmt: skip

    assert ids(found.untrained) == ["one"]
    assert found.trained_count == 1


def test_ticks_are_added_and_taken_away_without_touching_the_others() -> None:
    guide = a_guide(trained=("a", "b"))

    assert with_trained(guide, ["c", "a", "c"], is_trained=True).trained == ("a", "b", "c")
    assert with_trained(guide, ["a", "x"], is_trained=False).trained == ("b",)
    assert with_trained(guide, ["a"], is_trained=True) == guide


def planned(*sheets: GuideSheet, people: int = 10, items: tuple[AgendaItem, ...] = ()) -> EventRecord:
    plan = items or tuple(an_item(sheet.item_id, minutes=60) for sheet in sheets)
    return a_record(event=an_event(expected_people=people), agenda=an_agenda(plan), guide=a_guide(*sheets))


def easy(item_id: str = "a", *lengths: int, **fields: Any) -> GuideSheet:
    """Steps with words, and a plan B: nothing makes them hard."""
    steps = tuple(replace(step, words=Text(sq="Mirë")) for step in some_steps(*(lengths or (10, 20))))
    return a_sheet(item_id, steps=steps, plan_b=a_text("B"), **fields)


def wordy() -> GuideSheet:
    """A hundred and one words in two minutes."""
    return replace(easy(), steps=(replace(some_steps(2)[0], words=Text(en="word " * 101)),))


def codes(found: HardStep) -> list[str]:
    return [sign.code for sign in found.signs]


def hardest(record: EventRecord, **methods: Any) -> list[tuple[str, int, list[str]]]:
    found = hardest_steps(under_check(record, methods))
    return [(step.entry.item.id, step.timed.step.minutes, codes(step)) for step in found]


def test_without_steps_there_is_nothing_to_practise() -> None:
    assert hardest(planned(a_sheet("a", question=a_text("?")))) == []


def test_of_equal_steps_the_longest_of_a_session_and_the_earlier_session_come_first() -> None:
    assert hardest(planned(easy("a", 10, 20, 20), easy("b", 20), easy("c", 25))) == [("c", 25, []), ("a", 20, [])]


def test_two_steps_of_one_session_are_never_suggested_together() -> None:
    steps = some_steps(10, 10)

    assert [step[0] for step in hardest(planned(a_sheet("a", steps=steps), easy("b")))] == ["a", "b"]
    assert len(hardest(planned(a_sheet("a", steps=steps)))) == 1


@pytest.mark.parametrize(
    ("sheet", "item", "people", "code"),
    [
        (easy(interpretation=a_text("sq–en")), {}, 10, "interpreted"),
        (easy(risks=a_text("Silence")), {}, 10, "risks"),
        (easy(materials=tuple(a_material(str(n)) for n in range(5))), {}, 10, "many_materials"),
        (replace(easy(), plan_b=Text()), {}, 10, "no_plan_b"),
        (a_sheet("a", steps=some_steps(20), plan_b=a_text("B")), {}, 10, "no_words"),
        (easy(), {}, 41, "many_people"),
        (easy(), {"kind": ItemKind.WORLD_CAFE}, 41, "many_people_move"),
        (easy(), {"method_id": "m"}, 10, "decides_in_plenary"),
        (easy(), {"method_id": "long"}, 10, "shortened"),
        (wordy(), {}, 10, "much_to_say"),
    ],
)  # fmt: skip
def test_each_sign_counts_alone(sheet: GuideSheet, item: dict[str, Any], people: int, code: str) -> None:
    methods = {**DECIDING, "long": a_method("long", typical_time=minutes(81), maximum_time=minutes(90))}
    record = planned(sheet, people=people, items=(an_item("a", minutes=60, **item),))

    (found,) = hardest_steps(under_check(record, methods))

    assert codes(found) == [code]
    assert found.points == POINTS[code]


def test_a_decision_in_groups_beside_each_other_is_no_plenary() -> None:
    items = tuple(an_item(name, parallel="p", method_id="m", minutes=60) for name in ("a", "b"))
    groups = (an_item("c", kind=ItemKind.WORKING_GROUPS, method_id="m", minutes=60),)

    assert hardest(planned(easy("a"), easy("b"), items=items), **DECIDING)[0][2] == []
    assert hardest(planned(easy("c"), items=groups), **DECIDING)[0][2] == []


def test_changing_tables_in_three_minutes_is_harder_than_the_round_itself() -> None:
    record = planned(easy("a", 22, 3, 4), people=120, items=(an_item("a", kind=ItemKind.WORLD_CAFE, minutes=60),))

    assert hardest(record) == [("a", 3, ["many_people_move", "short_step"])]


def test_rests_staff_and_energisers_are_not_practised() -> None:
    kinds = (ItemKind.BREAK, ItemKind.STAFF, ItemKind.ENERGISER, ItemKind.REGISTRATION)
    items = tuple(an_item(kind.value, kind=kind) for kind in kinds)
    sheets = tuple(a_sheet(kind.value, steps=some_steps(10)) for kind in kinds)

    assert hardest(planned(*sheets, items=items)) == []
