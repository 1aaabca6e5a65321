"""A returned checklist as a list of its rows, as every import shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.errors import mark
from facilitation.exchange.checklist_difference import CHANGED, GONE, REMOVED, ChecklistReturn, Choice
from facilitation.exchange.import_preview import (
    READ,
    REFUSED,
    REPAIRED,
    ImportPreview,
    ImportRemark,
    ImportRow,
    Item,
)
from facilitation.exchange.task_words import FIELD_NAMES
from facilitation.i18n.translator import Translator

TAKEN = mark("“{title}”, {field}: “{old}” becomes “{new}”.")
CLASHES = mark("“{title}”, {field}: “{new}” in the file, but changed here since to “{old}”. What stands here is kept.")
GONE_HERE = mark("“{title}” was removed here since and is not brought back.")
KEPT = mark("“{title}” is no longer in the file. It is kept here.")


@dataclass(frozen=True, slots=True)
class ReturnPreview(ImportPreview):
    """What is taken over when nobody ticks anything: all but clashes and removed tasks."""

    returned: ChecklistReturn | None = None

    @property
    def ticks(self) -> frozenset[str]:
        """What is taken over."""
        return frozenset(choice.key for choice in self._choices() if choice.is_ticked)

    @property
    def items(self) -> tuple[Item, ...]:
        """The tasks as they would be saved."""
        changed, new, _removed = self.returned.wanted(self.ticks) if self.returned else ([], [], [])
        return (*changed, *new)

    def _choices(self) -> Sequence[Choice]:
        return self.returned.choices if self.returned else ()


def return_preview(found: ChecklistReturn, language: str) -> ReturnPreview:
    """One row for each of the file, and one (row 0) for each task that is no longer in it."""
    _ = Translator(language)
    by_row: dict[int, list[Choice]] = {}
    for choice in found.choices:
        by_row.setdefault(choice.number, []).append(choice)
    rows = [_row(number, by_row.get(number, []), found, _) for number in found.raw]
    removed = [ImportRow(0, READ, (_remark(choice, _),)) for choice in found.choices if choice.kind == REMOVED]
    return ReturnPreview(found.format, (*rows, *removed), returned=found)


def _row(number: int, choices: Sequence[Choice], found: ChecklistReturn, _: Translator) -> ImportRow:
    new = found.new_rows.get(number)
    if new is not None and not any(choice.kind == GONE for choice in choices):
        return new
    taken = [choice.is_ticked for choice in choices]
    outcome = READ if all(taken) else REPAIRED if any(taken) else REFUSED
    return ImportRow(number, outcome, tuple(_remark(choice, _) for choice in choices), cells=found.raw[number].cells)


def _remark(choice: Choice, _: Translator) -> ImportRemark:
    if choice.problem is not None:
        return choice.problem
    values = {"title": choice.title, "old": choice.before, "new": choice.after}
    if choice.kind != CHANGED:
        return ImportRemark(KEPT if choice.kind == REMOVED else GONE_HERE, values)
    values["field"] = _(FIELD_NAMES[choice.field])
    return ImportRemark(CLASHES if choice.is_conflict else TAKEN, values, choice.before, choice.after)
