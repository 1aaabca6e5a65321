"""Stores the series events belong to."""

from __future__ import annotations

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from facilitation.domain.series import Series
from facilitation.errors import NotFound, mark
from facilitation.storage.row_access import columns, field_names, fill, row_to_write, saved, table_of, write_out
from facilitation.storage.rows import EventRow, SeriesRow

_FIELDS = field_names(Series, without=("version",))
_SERIES = table_of(SeriesRow)
_EVENTS = table_of(EventRow)
_EVERY = select(*columns(_SERIES, (*_FIELDS, "version"))).order_by(_SERIES.c.id)


class SeriesStore:
    """The series of this database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, series_id: str) -> Series:
        """The series; NotFound if there is none with this id."""
        row = self._session.execute(_EVERY.where(_SERIES.c.id == series_id)).one_or_none()
        if row is None:
            raise NotFound(mark("This series was removed in the meantime. Choose another one."))
        return Series(*row)

    def list_all(self) -> tuple[Series, ...]:
        """Every series."""
        return tuple(Series(*row) for row in self._session.execute(_EVERY))

    def save(self, series: Series) -> Series:
        """Save and return the series with its next version; ChangedElsewhere if somebody else was faster."""
        key = series.id
        row, _ = row_to_write(self._session, SeriesRow, key, series, stored=lambda: self.get(key))
        fill(row, series, _FIELDS)
        write_out(self._session, [row])
        return saved(series)

    def remove(self, series_id: str) -> None:
        """Remove the series; its events stay and belong to none."""
        self._session.execute(delete(_SERIES).where(_SERIES.c.id == series_id))
        self._session.execute(update(_EVENTS).where(_EVENTS.c.series_id == series_id).values(series_id=""))
