"""A second checklist beside the tasks of an event: what is new, what is there already, and both made one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from facilitation.domain.instrument import InstrumentTask
from facilitation.domain.task import CountedFrom, Task
from facilitation.domain.text import LANGUAGES, Text
from facilitation.planning.task_lines import tasks_of_lines
from facilitation.planning.task_minima import minimum_of

ALIKE = 0.6
"""Titles that share so much of their words are shown side by side; the person decides."""
FEWEST_SHARED = 2
"""One word alone ("Invitations") makes no two titles alike."""
STEM = 5
"""Signs of a word that count: endings change ("ftesat", "ftesave")."""
SMALL_WORDS = frozenset(
    {"the", "and", "for", "with", "from", "that", "per", "nga", "dhe", "tek", "kur", "nje", "her", "tij", "saj"}
)


class Alike(StrEnum):
    """Why a line and a task are taken for the same."""

    RULE = "rule"
    TITLE = "title"
    SIMILAR = "similar"


class Take(StrEnum):
    """What is done with a line: ``ADD`` or ``LEAVE`` a new one; of two alike keep one, both, or a part of theirs."""

    ADD = "add"
    LEAVE = "leave"
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    DAY = "day"
    BENCHMARK = "benchmark"


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of the template and the task it repeats; ``mine`` None = the line is new."""

    theirs: InstrumentTask
    mine: Task | None = None
    why: Alike | None = None

    @property
    def choices(self) -> tuple[Take, ...]:
        """What can be done with the line; the first is proposed."""
        if self.mine is None:
            return Take.ADD, Take.LEAVE
        return Take.MINE, Take.THEIRS, Take.BOTH, Take.DAY, Take.BENCHMARK


@dataclass(frozen=True, slots=True)
class Merge:
    """What choosing came to: new tasks in the order of the template, and tasks before and after."""

    added: tuple[Task, ...]
    changed: tuple[tuple[Task, Task], ...]


def compared(tasks: Iterable[Task], lines: Sequence[InstrumentTask]) -> tuple[Pair, ...]:
    """Every line in its order, beside the task it repeats.

    A task is taken for the same as one line at most, and the other way round: first by the
    same title, then by the rule both stand for, then by the title that is most alike.
    """
    free = {task.id: task for task in tasks}
    found: dict[int, tuple[Task, Alike]] = {}
    for why, is_same in ((Alike.TITLE, _same_title), (Alike.RULE, _same_rule)):
        for place, line in enumerate(lines):
            mine = next((task for task in free.values() if place not in found and is_same(task, line)), None)
            if mine:
                found[place] = (free.pop(mine.id), why)
    for place, task_id in _most_alike(free, found, lines):
        if task_id in free and place not in found:
            found[place] = (free.pop(task_id), Alike.SIMILAR)
    return tuple(Pair(line, *found.get(place, (None, None))) for place, line in enumerate(lines))


def _same_rule(task: Task, line: InstrumentTask) -> bool:
    return bool(line.rule) and task.rule == line.rule


def _same_title(task: Task, line: InstrumentTask) -> bool:
    return any(one == other != "" for one, other in _said(task.title, line.title))


def _most_alike(
    free: Mapping[str, Task], found: Mapping[int, object], lines: Sequence[InstrumentTask]
) -> Iterator[tuple[int, str]]:
    """Places and tasks that are alike, the most alike first."""
    scored = [
        (-score, place, task.id)
        for place, line in enumerate(lines)
        if place not in found
        for task in free.values()
        if (score := likeness(task.title, line.title)) >= ALIKE
    ]
    yield from ((place, task_id) for _score, place, task_id in sorted(scored))


def likeness(one: Text, other: Text) -> float:
    """How much of their words two titles share in the language in which they are most alike, 0..1."""
    return max((_share(_words(first), _words(second)) for first, second in _said(one, other)), default=0.0)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return 2 * shared / (len(one) + len(other)) if shared >= FEWEST_SHARED else 0.0


def _said(one: Text, other: Text) -> Iterator[tuple[str, str]]:
    """Both titles, folded, in every language that both have; an empty one beside an empty one where they share none."""
    for language in LANGUAGES:
        yield folded(getattr(one, language)), folded(getattr(other, language))


@lru_cache(maxsize=4000)
def folded(text: str) -> str:
    """A title without case, diacritics and punctuation: "Dërgoni  ftesat!" and "dergoni ftesat" are one."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", bare))


@lru_cache(maxsize=4000)
def _words(folded_title: str) -> frozenset[str]:
    words = (word for word in folded_title.split() if len(word) > 2 or word.isdigit())
    return frozenset(word[:STEM] for word in words if word not in SMALL_WORDS)


def merged_checklist(
    event_id: str, pairs: Sequence[Pair], takes: Mapping[int, Take], new_id: Callable[[], str]
) -> Merge:
    """What the choices (by place; a line without one gets what is proposed) make of the tasks.

    People, states, notes and proofs of a task always stay, and so does its minimum where theirs is weaker. New tasks
    count from and wait for the tasks that stand for the lines theirs name; where such a line is left out they count
    from the event.
    """
    chosen = [takes.get(place, pair.choices[0]) for place, pair in enumerate(pairs)]
    fresh = tasks_of_lines([pair.theirs for pair in pairs], event_id, new_id)
    stands = {task.id: _stands_for(task, pair, take) for task, pair, take in zip(fresh, pairs, chosen, strict=True)}
    by_id = {task.id: task for task in fresh}
    added: list[Task] = []
    changed: list[tuple[Task, Task]] = []
    for task, pair, take in zip(fresh, pairs, chosen, strict=True):
        if take in (Take.ADD, Take.BOTH):
            added.append(_linked(task, stands, by_id))
        elif pair.mine is not None and (after := taken(pair.mine, _from_event(task, by_id), take)) != pair.mine:
            changed.append((pair.mine, after))
    return Merge(tuple(added), tuple(changed))


def _stands_for(task: Task, pair: Pair, take: Take) -> str:
    """The id of the task that stands for a line in the end; "" where it is left out."""
    if take in (Take.ADD, Take.BOTH):
        return task.id
    return pair.mine.id if pair.mine else ""


def _linked(task: Task, stands: Mapping[str, str], by_id: Mapping[str, Task]) -> Task:
    """A new task that names the tasks its lines stand for."""
    waits = (replace(link, task_id=stands[link.task_id]) for link in task.waits_for)
    task = replace(task, waits_for=tuple(link for link in waits if link.task_id))
    if task.counted_from is not CountedFrom.TASK:
        return task
    counted_from_id = stands.get(task.counted_from_id, "")
    return replace(task, counted_from_id=counted_from_id) if counted_from_id else _from_event(task, by_id)


def _from_event(task: Task, by_id: Mapping[str, Task]) -> Task:
    """A task that counts from the event (or from what the first of its chain counts from) instead of another task."""
    days, passed = task.offset_days or 0, {task.id}
    first = task
    while first.counted_from is CountedFrom.TASK and first.counted_from_id not in passed:
        passed.add(first.counted_from_id)
        before = by_id.get(first.counted_from_id)
        if before is None:
            break
        days, first = days + (before.offset_days or 0), before
    counted_from = CountedFrom.EVENT if first.counted_from is CountedFrom.TASK else first.counted_from
    is_working_days = first.is_working_days and first is task
    return replace(
        task, offset_days=days, counted_from=counted_from, counted_from_id="", is_working_days=is_working_days
    )


def line_as_task(line: InstrumentTask) -> Task:
    """A line by itself as a task, to compare a task with before anything is chosen."""
    (task,) = tasks_of_lines([line], "", lambda: "")
    return _from_event(task, {})


def taken(mine: Task, theirs: Task, take: Take) -> Task:
    """A task with what is taken over from a line."""
    if take is Take.BENCHMARK:
        return replace(mine, benchmark=_over(mine.benchmark, theirs.benchmark))
    if take is Take.DAY:
        return _on_their_day(mine, theirs)
    if take is not Take.THEIRS:
        return mine
    minima = [days for days in (mine.minimum_days, theirs.minimum_days) if days]
    return replace(
        _on_their_day(mine, theirs),
        title=_over(mine.title, theirs.title),
        owner_role=_over(mine.owner_role, theirs.owner_role),
        benchmark=_over(mine.benchmark, theirs.benchmark),
        rule=mine.rule if minimum_of(mine) else theirs.rule or mine.rule,
        minimum_days=max(minima, default=None),
        is_from_seed=mine.is_from_seed or theirs.is_from_seed,
    )


def _on_their_day(mine: Task, theirs: Task) -> Task:
    """Their day counts from now on: a pinned one would hide it."""
    return replace(
        mine,
        offset_days=theirs.offset_days,
        counted_from=theirs.counted_from,
        counted_from_id="",
        is_working_days=theirs.is_working_days,
        pinned_on=None,
    )


def _over(mine: Text, theirs: Text) -> Text:
    """Their words; in a language in which they have none, mine stay."""
    return Text(sq=theirs.sq or mine.sq, en=theirs.en or mine.en)
