"""A second checklist: what is taken for the same, what the choices make of it, and that nothing is lost or doubled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.instrument import InstrumentTask, TaskLink
from facilitation.domain.task import CountedFrom, Dependency, Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.library.loader import load_library
from facilitation.planning.checklist_merge import (
    Alike,
    Pair,
    Take,
    compared,
    folded,
    likeness,
    line_as_task,
    merged_checklist,
    taken,
)
from facilitation.settings import ROOT
from tests.builders import EVENT_ID, a_task, a_text, counted_ids

LIBRARY = load_library(ROOT / "agendas")


def a_line(title: str | Text = "Task", days: int = -20, **fields: object) -> InstrumentTask:
    words = a_text(title) if isinstance(title, str) else title
    return replace(InstrumentTask(words, days, a_text("Logistics")), **fields)  # type: ignore[arg-type]


def found(tasks: Sequence[Task], *lines: InstrumentTask) -> list[tuple[str, Alike | None]]:
    return [(pair.mine.id if pair.mine else "", pair.why) for pair in compared(tasks, lines)]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (Text(sq="Dërgoni ftesat"), Text(sq="DERGONI  FTESAT!")),
        (Text(en="Send invitations"), Text(sq="Dërgoni ftesat", en="send invitations.")),
        (Text(sq="Çmimet"), Text(sq="cmimet")),
    ],
)
def test_case_diacritics_and_punctuation_make_no_other_title(mine: Text, theirs: Text) -> None:
    assert found([a_task(title=mine)], a_line(theirs)) == [("task-1", Alike.TITLE)]


def test_tasks_of_one_rule_are_the_same_whatever_they_are_called() -> None:
    task = a_task(title="Ftesat", rule="invitations")

    assert found([task], a_line("Posta", rule="invitations")) == [("task-1", Alike.RULE)]


def test_titles_that_share_most_words_are_alike_in_either_language() -> None:
    mine = Text(sq="Dërgoni ftesat dhe shkresat e autorizimit")
    theirs = Text(sq="Dërgoni ftesat me shkresën e autorizimit", en="Mail the letters")

    assert found([a_task(title=mine)], a_line(theirs)) == [("task-1", Alike.SIMILAR)]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Ftesat", "Ftesat e folësve"),
        ("Shtypni axhendën", "Dërgoni axhendën"),
        ("", "Shtypni axhendën"),
    ],
)
def test_one_word_in_common_makes_no_two_titles_alike(mine: str, theirs: str) -> None:
    assert found([a_task(title=Text(sq=mine))], a_line(Text(sq=theirs))) == [("", None)]


def test_a_task_stands_beside_one_line_only_and_the_most_alike_wins() -> None:
    task = a_task(title=Text(en="Print the agenda and the badges"))
    lines = [a_line(Text(en=title)) for title in ("Print the agenda, badges, signs", "Print the agenda and badges")]

    assert found([task], *lines) == [("", None), ("task-1", Alike.SIMILAR)]


@pytest.mark.parametrize("key", list(LIBRARY.instruments))
def test_a_template_applied_to_its_own_checklist_finds_every_line(key: str) -> None:
    lines = LIBRARY.instruments[key].tasks
    made = merged_checklist(EVENT_ID, compared([], lines), {}, counted_ids()).added

    again = compared(made, lines)

    assert [pair.mine for pair in again] == list(made)
    assert merged_checklist(EVENT_ID, again, {}, counted_ids()).added == ()


def test_the_two_conferences_share_most_of_their_lines() -> None:
    mine = merged_checklist(
        EVENT_ID, compared([], LIBRARY.instruments["national-conference"].tasks), {}, counted_ids()
    ).added

    pairs = compared(mine, LIBRARY.instruments["regional-group"].tasks)

    rules = {pair.theirs.rule for pair in pairs if pair.why is Alike.RULE}
    assert {"design", "invitations"} <= rules | {pair.theirs.rule for pair in pairs if pair.why is Alike.TITLE}


MINE = a_task(
    title="Mine", offset_days=-30, owner="Zyra A", minimum_days=30, rule="invitations", status=TaskStatus.IN_PROGRESS,
    note="n", benchmark=a_text("All"), pinned_on=date(2027, 4, 1),
)  # fmt: skip
THEIRS = a_line(Text(sq="E tyre"), -40, benchmark=Text(en="90 %"), rule="design")


@pytest.mark.parametrize(
    ("take", "expected"),
    [
        (Take.MINE, MINE),
        (Take.BOTH, MINE),
        (Take.DAY, replace(MINE, offset_days=-40, pinned_on=None)),
        (Take.BENCHMARK, replace(MINE, benchmark=Text(sq="All (sq)", en="90 %"))),
        (
            Take.THEIRS,
            replace(
                MINE,
                title=Text(sq="E tyre", en="Mine (en)"),
                offset_days=-40,
                pinned_on=None,
                owner_role=a_text("Logistics"),
                benchmark=Text(sq="All (sq)", en="90 %"),
            ),
        ),
    ],
)
def test_what_is_taken_over_leaves_people_states_and_minima(take: Take, expected: Task) -> None:
    assert taken(MINE, line_as_task(THEIRS), take) == expected


WORDS = st.lists(
    st.sampled_from(["print", "send", "agenda", "badges", "rooms", "letters", "signs", "coffee"]), max_size=4
)
TEXTS = WORDS.map(lambda words: Text(en=" ".join(words)))
LINES = st.lists(
    st.builds(a_line, TEXTS, st.integers(-90, 30), rule=st.sampled_from(["", "", "design", "guide"])),
    max_size=8,
    unique_by=lambda line: folded(line.title.en),
)
TASKS = st.lists(st.tuples(TEXTS, st.sampled_from(["", "", "design"])), max_size=8).map(
    lambda entries: [a_task(f"task-{place}", title=title, rule=rule) for place, (title, rule) in enumerate(entries)]
)


@given(tasks=TASKS, lines=LINES, data=st.data())
@settings(max_examples=200)
def test_no_task_is_lost_or_doubled_whatever_is_chosen(
    tasks: list[Task], lines: list[InstrumentTask], data: st.DataObject
) -> None:
    pairs = compared(tasks, lines)
    takes = {place: data.draw(st.sampled_from(pair.choices)) for place, pair in enumerate(pairs)}

    merge = merged_checklist(EVENT_ID, pairs, takes, counted_ids("new"))

    assert [pair.theirs for pair in pairs] == lines
    beside = [pair.mine.id for pair in pairs if pair.mine]
    assert len(set(beside)) == len(beside)
    wanted = [take in (Take.ADD, Take.BOTH) for take in takes.values()]
    assert len(merge.added) == sum(wanted)
    assert [task.title for task in merge.added] == [
        line.title for line, is_in in zip(lines, wanted, strict=True) if is_in
    ]
    assert {before.id for before, _after in merge.changed} <= {task.id for task in tasks}
    assert all(before.id == after.id for before, after in merge.changed)


@given(tasks=TASKS, lines=LINES)
@settings(max_examples=200)
def test_a_template_added_twice_adds_nothing_the_second_time(tasks: list[Task], lines: list[InstrumentTask]) -> None:
    lines = [line for line in lines if line.title]
    first = merged_checklist(EVENT_ID, compared(tasks, lines), {}, counted_ids("new"))

    second = merged_checklist(EVENT_ID, compared([*tasks, *first.added], lines), {}, counted_ids("newer"))

    assert (second.added, second.changed) == ((), ())


def test_likeness_is_the_same_from_both_sides() -> None:
    one, other = Text(en="Print the agenda and badges"), Text(en="Badges and signs: print them")

    assert likeness(one, other) == likeness(other, one) == pytest.approx(2 * 2 / 7)


def test_a_new_line_is_proposed_to_be_added_and_one_that_is_there_to_be_kept() -> None:
    assert (Pair(a_line()).choices[0], Pair(a_line(), a_task()).choices[0]) == (Take.ADD, Take.MINE)


LINKED = (
    a_line("First", -40, key="first"),
    a_line("Second", 10, key="second", counted_from=CountedFrom.TASK, after="first", waits_for=(TaskLink("first", 2),)),
)


def test_new_tasks_count_from_and_wait_for_what_stands_for_the_lines_they_name() -> None:
    mine = a_task("mine", title="First")

    (alone,) = merged_checklist(EVENT_ID, compared([mine], LINKED), {}, counted_ids("new")).added
    first, second = merged_checklist(EVENT_ID, compared([], LINKED), {}, counted_ids("new")).added

    assert (alone.counted_from_id, alone.waits_for) == ("mine", (Dependency("mine", 2),))
    assert (second.counted_from_id, second.waits_for) == (first.id, (Dependency(first.id, 2),))


def test_where_the_named_line_is_left_out_a_task_counts_from_the_event() -> None:
    (second,) = merged_checklist(EVENT_ID, compared([], LINKED), {0: Take.LEAVE}, counted_ids()).added

    assert (second.counted_from, second.counted_from_id, second.offset_days) == (CountedFrom.EVENT, "", -30)
    assert second.waits_for == ()


def test_their_day_taken_over_makes_no_circle() -> None:
    mine = (
        a_task("a", title="First", counted_from=CountedFrom.TASK, counted_from_id="b"),
        a_task("b", title="Second"),
    )

    merge = merged_checklist(EVENT_ID, compared(mine, LINKED), {1: Take.DAY}, counted_ids())

    ((_before, after),) = merge.changed
    assert (after.id, after.counted_from, after.offset_days) == ("b", CountedFrom.EVENT, -30)
