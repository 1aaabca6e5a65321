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
        match = NUMBERED.fullmatch(cleaned(text))
        return self._titled(text) or (self.numbers.get(str(int(match["number"])), "") if match else "")

    def _titled(self, text: str) -> str:
        """The task of this title, with or without a number before it."""
        match = NUMBERED.fullmatch(cleaned(text))
        without_number = (match["title"] or "") if match else ""
        return self.titles.get(folded(text)) or self.titles.get(folded(without_number), "")

    def dependencies(self, text: str) -> Iterator[Dependency | str]:
        """The tasks a cell says are waited for, each with its days between; what is not known, as text."""
        for part in _parts(text):
            match = None if self._titled(part) else LAG.search(part)
            found = self.task_id(part[: match.start()] if match else part)
            yield Dependency(found, int(match["days"]) if match else 0) if found else part


def _parts(text: str) -> Iterator[str]:
    for part in BETWEEN.split(text):
        yield from filter(None, map(str.strip, part.split(",") if ONLY_NUMBERS.fullmatch(part.strip()) else [part]))


def _cell(row: RawRow, position: int) -> str:
    return cleaned(row.cells[position]) if 0 <= position < len(row.cells) else ""


def _without_empty(found: Mapping[str, str]) -> dict[str, str]:
    return {words: task_id for words, task_id in found.items() if words}
