"""What a session asks of a method, read from its agenda."""

from __future__ import annotations

from facilitation.domain.agenda import ItemKind, Layout, Room
from facilitation.planning.method_need import MethodNeed, need_of_session, session_kind
from tests.builders import a_method, a_record, an_agenda, an_event, an_item, minutes


def test_people_minutes_goals_and_layouts_come_from_the_session() -> None:
    item = an_item("groups", kind=ItemKind.WORKING_GROUPS, minutes=45, room=" Salla 2 ", people=18)
    rooms = (Room("Salla 1", layouts=(Layout.THEATRE,)), Room("salla 2", layouts=(Layout.CABARET, Layout.CIRCLE)))
    record = a_record(agenda=an_agenda([item], rooms=rooms))

    assert need_of_session(record, "groups") == MethodNeed(
        people=18,
        duration=minutes(45),
        goals=("explore", "converge"),
        layouts=(Layout.CABARET, Layout.CIRCLE),
    )


def test_parallel_sessions_share_the_expected_people() -> None:
    side = [an_item(f"side-{number}", parallel="a", kind=ItemKind.WORKING_GROUPS) for number in (1, 2, 3)]
    record = a_record(agenda=an_agenda(side), event=an_event(expected_people=40))

    found = need_of_session(record, "side-2")

    assert found is not None
    assert found.people == 14


def test_speech_without_questions_is_added_up_to_the_session_and_with_it() -> None:
    items = [
        an_item("opening", kind=ItemKind.OPENING, minutes=20),
        an_item("talk", minutes=25, questions=minutes(5)),
        an_item("speech", kind=ItemKind.PLENARY, minutes=15),
        an_item("panel", kind=ItemKind.PANEL, minutes=30),
        an_item("groups", kind=ItemKind.WORKING_GROUPS, minutes=60),
        an_item("close", kind=ItemKind.EVALUATION, minutes=10),
    ]
    record = a_record(agenda=an_agenda(items))

    listened = {item.id: found.listened for item in items if (found := need_of_session(record, item.id))}

    assert listened == {
        "opening": minutes(20),
        "talk": minutes(20),
        "speech": minutes(15),
        "panel": minutes(45),
        "groups": minutes(45),
        "close": minutes(0),
    }


def test_the_morning_of_another_day_is_not_counted() -> None:
    record = a_record(agenda=an_agenda(days=[[an_item("first", minutes=60)], [an_item("second", minutes=10)]]))

    found = need_of_session(record, "second")

    assert found is not None
    assert found.listened == minutes(10)


def test_a_session_that_is_gone_needs_nothing() -> None:
    assert need_of_session(a_record(items=[30]), "gone") is None


def test_a_new_session_gets_the_kind_of_its_method() -> None:
    assert session_kind(a_method("world_cafe")) is ItemKind.WORLD_CAFE
    assert session_kind(a_method("own", group_minimum=4, group_maximum=5)) is ItemKind.WORKING_GROUPS
    assert session_kind(a_method("own")) is ItemKind.PLENARY
