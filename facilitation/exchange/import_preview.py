"""What an import has read, repaired and refused, row by row, before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from facilitation.domain.agenda import AgendaDay, AgendaItem, Room
from facilitation.domain.person import Participation
from facilitation.domain.task import Task
from facilitation.i18n.translator import Translator

READ, REPAIRED, REFUSED = "read", "repaired", "refused"
Item = Participation | Task | AgendaItem


@dataclass(frozen=True, slots=True)
class ImportRemark:
    """Why a value was changed or a row refused: a sentence to translate with its values, and the change itself.

    ``from_`` is what stands in the file, ``to`` what is taken over ("" where nothing is).
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    from_: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row of the file. ``row`` counts from 1 as spreadsheets do; ``cells`` is the row as it stands there.

    ``outcome`` is "read", "repaired" or "refused". A refused row may still carry its item, to be shown; only
    ``ImportPreview.items`` are to be saved.
    """

    row: int
    outcome: str
    remarks: tuple[ImportRemark, ...] = ()
    item: Item | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """The whole file as understood. ``format`` is what the file is: "csv", "xlsx" … Nothing of it is saved yet."""

    format: str
    rows: tuple[ImportRow, ...]

    @property
    def read(self) -> int:
        """How many rows were taken over as they are."""
        return self._count(READ)

    @property
    def repaired(self) -> int:
        """How many rows were taken over with a change."""
        return self._count(REPAIRED)

    @property
    def refused(self) -> int:
        """How many rows are not taken over."""
        return self._count(REFUSED)

    @property
    def items(self) -> tuple[Item, ...]:
        """What is to be saved when the person agrees."""
        return tuple(row.item for row in self.rows if row.item is not None and row.outcome != REFUSED)

    def _count(self, outcome: str) -> int:
        return sum(row.outcome == outcome for row in self.rows)


@dataclass(frozen=True, slots=True)
class AgendaPreview(ImportPreview):
    """An agenda as understood: its items stand in ``days``, with the rooms they take place in.

    ``first_on`` is the date of the first day, where the file gives one.
    """

    days: tuple[AgendaDay, ...] = ()
    rooms: tuple[Room, ...] = ()
    first_on: date | None = None


def import_row(row: int, item: Item | None, *, remarks: tuple[ImportRemark, ...], cells: tuple[str, ...]) -> ImportRow:
    """A row that is taken over: repaired if there is a remark, else read."""
    return ImportRow(row, REPAIRED if remarks else READ, remarks, item, cells)


def refused(row: ImportRow, template: str, /, **values: object) -> ImportRow:
    """The row, not taken over for this reason; what was remarked before no longer matters."""
    return replace(row, outcome=REFUSED, remarks=(ImportRemark(template, values, from_=str(values.get("old", ""))),))


def remark_sentence(remark: ImportRemark, _: Translator) -> str:
    """The remark in the reader's language."""
    return _(remark.template).format(**remark.values)


def preview_json(preview: ImportPreview, _: Translator) -> dict[str, Any]:
    """The preview for ``import --json`` (design.md section 6): one entry per row, its remarks joined."""
    return {
        "format": preview.format,
        "read": preview.read,
        "repaired": preview.repaired,
        "refused": preview.refused,
        "rows": [_row_json(row, _) for row in preview.rows],
    }


def _row_json(row: ImportRow, _: Translator) -> dict[str, Any]:
    return {
        "row": row.row,
        "outcome": row.outcome,
        "reason": " ".join(remark_sentence(remark, _) for remark in row.remarks),
        "from": "; ".join(remark.from_ for remark in row.remarks if remark.from_),
        "to": "; ".join(remark.to for remark in row.remarks if remark.to),
    }
