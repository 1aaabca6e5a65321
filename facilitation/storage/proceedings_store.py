"""Stores what organisers decide about the written volumes."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from facilitation.domain.proceedings import ProceedingsPlan
from facilitation.storage.event_store import refuse_unknown_event
from facilitation.storage.row_access import columns, field_names, fill, row_to_write, saved, table_of, write_out
from facilitation.storage.rows import ProceedingsRow

_FIELDS = field_names(ProceedingsPlan, without=("version",))
_PLANS = table_of(ProceedingsRow)
_ONE = select(*columns(_PLANS, (*_FIELDS, "version"))).where(_PLANS.c.event_id == bindparam("event_id"))


class ProceedingsStore:
    """The plans of the proceedings, one per event."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, event_id: str) -> ProceedingsPlan:
        """The plan of an event, the usual one where none was saved; NotFound without the event."""
        row = self._session.execute(_ONE, {"event_id": event_id}).one_or_none()
        if row is None:
            refuse_unknown_event(self._session, event_id)
            return ProceedingsPlan(event_id)
        return ProceedingsPlan(*row)

    def save(self, plan: ProceedingsPlan) -> ProceedingsPlan:
        """Save and return the plan with its next version; ChangedElsewhere if somebody else was faster."""
        row, _ = row_to_write(
            self._session, ProceedingsRow, plan.event_id, plan, stored=lambda: self.get(plan.event_id)
        )
        fill(row, plan, _FIELDS)
        write_out(self._session, [row])
        return saved(plan)
