"""The shape of a line of the checklist in a library file, and what its lines say against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field

from facilitation.domain.instrument import InstrumentTask, TaskLink
from facilitation.domain.task import CountedFrom, Dependency, Task
from facilitation.domain.text import Text
from facilitation.errors import InvalidInput, mark
from facilitation.library.file_parts import FileModel, Key, Needed, Rule, TextFile, text_of
from facilitation.planning.task_circles import counting_circle, waiting_circle

LONGEST_WORK, LONGEST_PAUSE = 400, 400


class WaitFile(FileModel):
    """What a line waits for, with a pause of so many working days."""

    task: Key
    pause: Annotated[int, Field(ge=0, le=LONGEST_PAUSE)] = 0


class PlainTaskFile(FileModel):
    """One line of the checklist that stands by itself, such as an extra task of a sample."""

    day: Annotated[int, Field(ge=-730, le=730)]
    title: TextFile
    owner: Needed = None
    benchmark: TextFile | None = None
    rule: Rule = ""
    minimum_days: Annotated[int, Field(ge=1)] | None = None
    is_from_seed: bool = False


class TaskFile(PlainTaskFile):
    """One line of the checklist; it may count from others and wait for them."""

    key: Key | None = None
    counted_from: Annotated[CountedFrom, Field(strict=False)] = CountedFrom.EVENT
    after: Key | None = None
    working_days: bool = False
    work_days: Annotated[int, Field(ge=1, le=LONGEST_WORK)] = 1
    waits_for: list[WaitFile] = []

    def task(self) -> InstrumentTask:
        """The line as the program knows it."""
        return InstrumentTask(
            title=self.title.text(),
            offset_days=self.day,
            owner_role=text_of(self.owner),
            benchmark=text_of(self.benchmark),
            rule=self.rule,
            minimum_days=self.minimum_days,
            is_from_seed=self.is_from_seed,
            key=self.key or "",
            counted_from=CountedFrom.TASK if self.after else self.counted_from,
            after=self.after or "",
            is_working_days=self.working_days,
            work_days=self.work_days,
            waits_for=tuple(TaskLink(entry.task, entry.pause) for entry in self.waits_for),
        )


def task_problems(file: str, lines: Sequence[TaskFile]) -> Iterator[InvalidInput]:
    """What the lines of a checklist say against each other: their keys and what they count from and wait for."""
    keys = Counter(line.key for line in lines if line.key)
    for key, count in keys.items():
        if count > 1:
            yield InvalidInput(mark("{file}: the task key “{key}” is used twice."), file=file, key=key)
    for number, line in enumerate(lines, start=1):
        named = [("after", line.after or ""), *(("waits_for", entry.task) for entry in line.waits_for)]
        for field, key in named:
            if key and key not in keys:
                template = mark("{file}: “{field}” names the task “{key}”, which the file does not have.")
                yield InvalidInput(template, file=file, field=f"tasks {number} › {field}", key=key)
        if not line.after and line.counted_from is CountedFrom.TASK:
            template = mark("{file}: “{field}” is missing. Name the key of the task it counts from.")
            yield InvalidInput(template, file=file, field=f"tasks {number} › after")
    yield from _circles(file, lines)


def _circles(file: str, lines: Sequence[TaskFile]) -> Iterator[InvalidInput]:
    """Lines that wait for, or count from, one another."""
    tasks = [
        Task(
            id=line.key or f"#{number}",
            event_id="",
            title=Text(),
            offset_days=line.day,
            counted_from=CountedFrom.TASK if line.after else CountedFrom.EVENT,
            counted_from_id=line.after or "",
            waits_for=tuple(Dependency(entry.task) for entry in line.waits_for),
        )
        for number, line in enumerate(lines, start=1)
    ]
    for field, circle in (("after", counting_circle(tasks)), ("waits_for", waiting_circle(tasks))):
        if circle:
            template = mark("{file}: “{field}” leads in a circle: {chain}.")
            chain = " → ".join(task.id for task in (*circle, circle[0]))
            yield InvalidInput(template, file=file, field=field, chain=chain)
