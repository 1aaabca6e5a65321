"""Stores templates and methods of one's own."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from facilitation.domain.own_file import OwnFile
from facilitation.errors import NotFound, mark
from facilitation.storage.row_access import columns, field_names, fill, row_to_write, saved, table_of, write_out
from facilitation.storage.rows import OwnFileRow

_FIELDS = field_names(OwnFile, without=("version",))
_FILES = table_of(OwnFileRow)
Stamp = tuple[str, str, int, datetime]
"""Part, key, version and time of the last change of an own file."""
_STAMPS = select(*columns(_FILES, ("part", "key", "version", "changed_at"))).order_by(_FILES.c.part, _FILES.c.key)
_EVERY = select(*columns(_FILES, (*_FIELDS, "version"))).order_by(_FILES.c.part, _FILES.c.key)


class OwnFileStore:
    """Own files of the library, known by part and key."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list_all(self) -> tuple[OwnFile, ...]:
        """Every own file, by part and key."""
        return tuple(OwnFile(*row) for row in self._session.execute(_EVERY))

    def stamps(self) -> tuple[Stamp, ...]:
        """What tells whether any own file was added, changed or removed, without reading their texts."""
        return tuple((row[0], row[1], row[2], row[3]) for row in self._session.execute(_STAMPS))

    def get(self, part: str, key: str) -> OwnFile:
        """One file; NotFound if there is none of this key."""
        row = self._session.execute(_EVERY.where(_FILES.c.part == part, _FILES.c.key == key)).one_or_none()
        if row is None:
            raise NotFound(mark("This template was removed in the meantime. Choose another one from the library."))
        return OwnFile(*row)

    def save(self, file: OwnFile) -> OwnFile:
        """Save and return the file with its next version; ChangedElsewhere if somebody else was faster."""
        key = (file.part, file.key)
        row, _ = row_to_write(self._session, OwnFileRow, key, file, stored=lambda: self.get(*key))
        fill(row, file, _FIELDS)
        write_out(self._session, [row])
        return saved(file)

    def remove(self, part: str, key: str) -> None:
        """Remove a file, if it is there."""
        self._session.execute(delete(_FILES).where(_FILES.c.part == part, _FILES.c.key == key))
