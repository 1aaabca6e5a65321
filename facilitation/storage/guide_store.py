"""Stores facilitators' guides: a head with the version, a row per sheet and a row per step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.orm import Session

from facilitation.domain.guide import Guide, GuideSheet, Step
from facilitation.storage.event_store import refuse_unknown_event
from facilitation.storage.row_access import (
    Values,
    columns,
    field_names,
    field_values,
    row_to_write,
    saved,
    sync_children,
    table_of,
    write_out,
)
from facilitation.storage.rows import GuideRow, GuideSheetRow, GuideStepRow

_STEP_FIELDS = field_names(Step)
_SHEET_FIELDS = field_names(GuideSheet, without=("steps", "materials"))
_EVENT: BindParameter[str] = bindparam("event_id")
_GUIDES = table_of(GuideRow)
_SHEET_TABLE = table_of(GuideSheetRow)
_STEP_TABLE = table_of(GuideStepRow)
_HEAD = select(_GUIDES.c.elements, _GUIDES.c.trained, _GUIDES.c.version).where(_GUIDES.c.event_id == _EVENT)
_SHEETS = (
    select(*columns(_SHEET_TABLE, (*_SHEET_FIELDS, "materials")))
    .where(_SHEET_TABLE.c.event_id == _EVENT)
    .order_by(_SHEET_TABLE.c.position)
)
_STEPS = (
    select(*columns(_STEP_TABLE, ("item_id", *_STEP_FIELDS)))
    .where(_STEP_TABLE.c.event_id == _EVENT)
    .order_by(_STEP_TABLE.c.position)
)


class GuideStore:
    """The guides, one per event."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, event_id: str) -> Guide:
        """The guide of an event, empty and of version 0 where none was saved; NotFound without the event."""
        asked = {"event_id": event_id}
        # The head comes first: a change in between then makes the next save stale instead of overwriting it.
        head = self._session.execute(_HEAD, asked).one_or_none()
        if head is None:
            refuse_unknown_event(self._session, event_id)
            return Guide(event_id)
        steps: defaultdict[str, list[Step]] = defaultdict(list)
        for row in self._session.execute(_STEPS, asked):
            steps[row[0]].append(Step(*row[1:]))
        sheets = (_to_domain(row, tuple(steps[row[0]])) for row in self._session.execute(_SHEETS, asked))
        return Guide(event_id, head.elements, tuple(sheets), head.trained, head.version)

    def save(self, guide: Guide) -> Guide:
        """Save and return the guide with its next version; ChangedElsewhere if somebody else was faster."""
        event_id = guide.event_id
        head, _ = row_to_write(self._session, GuideRow, event_id, guide, stored=lambda: self.get(event_id))
        head.event_id, head.elements, head.trained = event_id, guide.elements, guide.trained
        write_out(self._session, [head])
        sync_children(self._session, _SHEET_TABLE, {"event_id": event_id}, _sheet_values(guide))
        sync_children(self._session, _STEP_TABLE, {"event_id": event_id}, _step_values(guide))
        return saved(guide)


def _to_domain(row: Sequence[Any], steps: tuple[Step, ...]) -> GuideSheet:
    values = [*row[:-1], steps, row[-1]]
    return GuideSheet(*values)


def _sheet_values(guide: Guide) -> Iterator[Values]:
    for position, sheet in enumerate(guide.sheets):
        yield {"position": position, **field_values(sheet, (*_SHEET_FIELDS, "materials"))}


def _step_values(guide: Guide) -> Iterator[Values]:
    for sheet in guide.sheets:
        for position, step in enumerate(sheet.steps):
            yield {"item_id": sheet.item_id, "position": position, **field_values(step, _STEP_FIELDS)}
