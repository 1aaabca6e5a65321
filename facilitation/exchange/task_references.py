"""Which task a cell means that names another one by its number or its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from facilitation.domain.task import Dependency, Task
from facilitation.domain.text import LANGUAGES
from facilitation.exchange.table_file import RawRow
from facilitation.exchange.words import cleaned, folded

BETWEEN = re.compile(r"[\n;]+")
NUMBERED = re.compile(r"(?:nr\.?\s*|no\.?\s*|#\s*)?(?P<number>\d{1,5})[.):]?(?:\s+(?P<title>.*))?", re.IGNORECASE)
LAG = re.compile(r"\s*\(?(?P<days>[+-]\d{1,3})\s*(?:d|dit[ëe]|days?)?\)?$", re.IGNORECASE)
ONLY_NUMBERS = re.compile(r"\d{1,5}(?:\s*,\s*\d{1,5})+")


@dataclass(frozen=True, slots=True)
class TaskReferences:
    """The tasks of a file and of the checklist by their numbers in the file and their titles."""

    numbers: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_rows(cls, rows: Iterable[RawRow], mapping: Mapping[str, int], ids: Mapping[int, str]) -> TaskReferences:
        """Those of the rows of a file; the first of equals counts."""
        numbers: dict[str, str] = {}
        titles: dict[str, str] = {}
        for row in rows:
            numbers.setdefault(_cell(row, mapping.get("no", -1)).rstrip(".)"), ids[row.number])
            titles.setdefault(folded(_cell(row, mapping.get("title", -1))), ids[row.number])
        return cls(_without_empty(numbers), _without_empty(titles))

    def with_tasks(self, tasks: Iterable[Task]) -> TaskReferences:
        """And those of the checklist, where the file has none of the same title."""
        known = {folded(task.title.said_in(language)): task.id for task in tasks for language in LANGUAGES}
        return replace(self, titles=_without_empty(known) | dict(self.titles))

    def task_id(self, text: str) -> str:
        """The task that "3 Send the invitations", "3" or "Send the invitations" means; "" = none."""
        if found := self.titles.get(folded(text)):
            return found
        match = NUMBERED.fullmatch(cleaned(text))
        if match is None:
            return ""
        by_title = self.titles.get(folded(match["title"] or ""))
        return by_title or self.numbers.get(str(int(match["number"])), "")

    def dependencies(self, text: str) -> Iterator[Dependency | str]:
        """The tasks a cell says are waited for, each with its days between; what is not known, as text."""
        for part in _parts(text):
            if found := self.task_id(part):
                yield Dependency(found)
            else:
                match = LAG.search(part)
                found = self.task_id(part[: match.start()]) if match else ""
                yield Dependency(found, int(match["days"])) if match and found else part


def _parts(text: str) -> Iterator[str]:
    for part in BETWEEN.split(text):
        yield from filter(None, map(str.strip, part.split(",") if ONLY_NUMBERS.fullmatch(part.strip()) else [part]))


def _cell(row: RawRow, position: int) -> str:
    return cleaned(row.cells[position]) if 0 <= position < len(row.cells) else ""


def _without_empty(found: Mapping[str, str]) -> dict[str, str]:
    return {words: task_id for words, task_id in found.items() if words}
