"""How long people sit in one place, and how long they only listen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from facilitation.domain.agenda import MOVING_KINDS, SPEECH_KINDS, ItemKind
from facilitation.planning.agenda_timing import Stretch, TimedItem, attended_blocks

LONGEST_SPEECH = timedelta(minutes=60)
"""Speech in a row without questions of the listeners (domain.md 3.2)."""
Block = tuple[TimedItem, ...]


def sittings(stretch: Stretch) -> Iterator[Stretch]:
    """The parts of a stretch in which somebody can stay in one seat.

    People leave it for a session on the move (``MOVING_KINDS``) and on the way into and out of working groups.
    """
    seated: list[Block] = []
    for block in stretch.blocks:
        still = tuple(entry for entry in block if entry.item.kind not in MOVING_KINDS)
        if seated and not _has_same_seat(seated[-1], still):
            yield Stretch(tuple(seated))
            seated = []
        if still:
            seated.append(still)
    if seated:
        yield Stretch(tuple(seated))


def _has_same_seat(before: Block, after: Block) -> bool:
    return not {_is_in_groups(entry) for entry in before}.isdisjoint(_is_in_groups(entry) for entry in after)


def _is_in_groups(entry: TimedItem) -> bool:
    return entry.item.kind is ItemKind.WORKING_GROUPS


def speech_runs(timed: Iterable[TimedItem]) -> Iterator[Stretch]:
    """Speech in a row: a session with time for questions is the last of its run, and so is one before another kind.

    Beside other parallel sessions a speech still counts: somebody listens to it.
    """
    run: list[Block] = []
    for block in attended_blocks(timed):
        speech = tuple(entry for entry in block if entry.item.kind in SPEECH_KINDS)
        if run and (not speech or speech[0].day != run[-1][0].day):
            yield Stretch(tuple(run))
            run = []
        if speech:
            run.append(speech)
        if speech and all(entry.item.questions for entry in speech):
            yield Stretch(tuple(run))
            run = []
    if run:
        yield Stretch(tuple(run))


def speech_time(run: Stretch) -> timedelta:
    """The time of a run without the time for questions; of parallel sessions the longest counts."""
    return sum(
        (max(entry.item.duration - entry.item.questions for entry in block) for block in run.blocks), timedelta()
    )
