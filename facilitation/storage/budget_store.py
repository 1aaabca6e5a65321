"""Stores the budgets of events."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from facilitation.domain.budget import Budget
from facilitation.storage.event_store import refuse_unknown_event
from facilitation.storage.row_access import columns, field_names, fill, row_to_write, saved, table_of, write_out
from facilitation.storage.rows import BudgetRow

_FIELDS = field_names(Budget, without=("version",))
_BUDGETS = table_of(BudgetRow)
_ONE = select(*columns(_BUDGETS, (*_FIELDS, "version"))).where(_BUDGETS.c.event_id == bindparam("event_id"))


class BudgetStore:
    """The budgets, one per event."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, event_id: str) -> Budget:
        """The budget of an event, an empty one where none was saved; NotFound without the event."""
        row = self._session.execute(_ONE, {"event_id": event_id}).one_or_none()
        if row is None:
            refuse_unknown_event(self._session, event_id)
            return Budget(event_id)
        return Budget(*row)

    def save(self, budget: Budget) -> Budget:
        """Save and return the budget with its next version; ChangedElsewhere if somebody else was faster."""
        key = budget.event_id
        row, _ = row_to_write(self._session, BudgetRow, key, budget, stored=lambda: self.get(key))
        fill(row, budget, _FIELDS)
        write_out(self._session, [row])
        return saved(budget)

    def remove(self, event_id: str) -> None:
        """Remove the budget, if it is there."""
        self._session.execute(delete(_BUDGETS).where(_BUDGETS.c.event_id == event_id))
