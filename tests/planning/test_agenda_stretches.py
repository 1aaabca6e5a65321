from __future__ import annotations

from collections.abc import Sequence

import pytest

from facilitation.domain.agenda import AgendaItem, ItemKind
from facilitation.planning.agenda_stretches import sittings, speech_runs, speech_time
from facilitation.planning.agenda_timing import Stretch, stretches_without_rest, timed_items
from tests.builders import A_MONDAY, an_agenda, an_item, minutes

GROUPS = an_item("groups", kind=ItemKind.WORKING_GROUPS)
CAFE = an_item("café", kind=ItemKind.WORLD_CAFE)
PANEL = an_item("panel", kind=ItemKind.PANEL, questions=minutes(10))
EVALUATION = an_item("evaluation", kind=ItemKind.EVALUATION)
TALK_IN_ROOM = an_item("talk in room", minutes=50, parallel="rooms")
GROUPS_IN_ROOM = an_item("groups in room", kind=ItemKind.WORKING_GROUPS, minutes=60, parallel="rooms")


def names(stretches: Sequence[Stretch]) -> list[list[str]]:
    return [[entry.item.id for entry in stretch.items] for stretch in stretches]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([30, 20, EVALUATION], [["item-1", "item-2", "evaluation"]]),
        ([30, CAFE, 20], [["item-1"], ["item-3"]]),
        ([30, GROUPS, 20], [["item-1"], ["groups"], ["item-3"]]),
        ([30, TALK_IN_ROOM, GROUPS_IN_ROOM, 20], [["item-1", "talk in room", "groups in room", "item-4"]]),
        ([CAFE], []),
    ],
    ids=["seated", "on the move", "in and out of groups", "beside groups", "nobody sits"],
)
def test_a_sitting_ends_when_everybody_gets_up(items: list[int | AgendaItem], expected: list[list[str]]) -> None:
    (stretch,) = stretches_without_rest(timed_items(an_agenda(items), A_MONDAY))

    assert names(list(sittings(stretch))) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([30, 20], [["item-1", "item-2"]]),
        ([30, PANEL, 20], [["item-1", "panel"], ["item-3"]]),
        ([30, EVALUATION, 20], [["item-1"], ["item-3"]]),
        ([30, TALK_IN_ROOM, GROUPS_IN_ROOM, 20], [["item-1", "talk in room", "item-4"]]),
    ],
    ids=["in a row", "questions end it", "another kind ends it", "beside groups"],
)
def test_speech_runs_until_questions_or_another_kind(items: list[int | AgendaItem], expected: list[list[str]]) -> None:
    assert names(list(speech_runs(timed_items(an_agenda(items), A_MONDAY)))) == expected


def test_speech_time_leaves_out_questions_and_counts_the_longest_of_parallel_sessions() -> None:
    rooms = [an_item("a", minutes=25, parallel="rooms"), an_item("b", minutes=40, parallel="rooms")]
    (run,) = speech_runs(timed_items(an_agenda([*rooms, PANEL]), A_MONDAY))

    assert speech_time(run) == minutes(40 + 20)
