"""Stores remembered choices and drafts by key."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from facilitation.storage.rows import PreferenceRow

_ONE = select(PreferenceRow.value).where(PreferenceRow.key == bindparam("key"))


class PreferenceStore:
    """The remembered choices of this installation."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str, default: str = "") -> str:
        """The value of a key."""
        value = self._session.execute(_ONE, {"key": key}).scalar_one_or_none()
        return default if value is None else value

    def put(self, key: str, value: str) -> None:
        """Remember a value; the last one to speak is right."""
        insert = postgresql.insert if self._session.get_bind().dialect.name == "postgresql" else sqlite.insert
        statement = insert(PreferenceRow).values(key=key, value=value)
        self._session.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": value}))

    def starting_with(self, prefix: str) -> dict[str, str]:
        """Every value whose key starts like this, by whole key."""
        of_prefix = select(PreferenceRow).where(PreferenceRow.key.startswith(prefix, autoescape=True))
        return {row.key: row.value for row in self._session.scalars(of_prefix)}

    def containing(self, part: str) -> tuple[str, ...]:
        """Every key in which these words stand, of whoever they are."""
        return tuple(
            self._session.scalars(select(PreferenceRow.key).where(PreferenceRow.key.contains(part, autoescape=True)))
        )

    def remove(self, key: str) -> None:
        """Forget a key; one that was never there is no mistake."""
        self._session.execute(delete(PreferenceRow).where(PreferenceRow.key == key))
