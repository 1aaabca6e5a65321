"""How values of the domain become columns that SQLite and PostgreSQL both keep."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Dialect
from sqlalchemy import Text as LongText
from sqlalchemy.types import TypeDecorator


class Words(TypeDecorator[str]):
    """A text of any length. PostgreSQL cannot keep the character NUL, so neither database takes it."""

    impl = LongText
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """The text as it is; ValueError where it holds a NUL."""
        if value is not None and "\x00" in value:
            raise ValueError("NUL in a text")
        return value


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    """What reads and writes a shape; made when first needed, since a start uses few of them."""
    return TypeAdapter(shape)


class AsJson(TypeDecorator[Any]):
    """A small value of the domain (``Text``, a tuple of contributors …) as one JSON text."""

    impl = LongText
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape
        self._read = lru_cache(maxsize=4096)(self._parsed)

    @property
    def _adapter(self) -> TypeAdapter[Any]:
        return _adapter(self.shape)

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        """The value as JSON."""
        return None if value is None else self._adapter.dump_json(value).decode()

    def result_processor(self, _dialect: Dialect, _column: object) -> Callable[[str | None], Any]:
        """Turns JSON into the value. An event is read again at every click, so values, being immutable, are kept."""
        return self._read

    def _parsed(self, value: str | None) -> Any:
        return None if value is None else self._adapter.validate_json(value)


class OneOf(TypeDecorator[StrEnum]):
    """A member of an enum as its value."""

    impl = LongText
    cache_ok = True

    def __init__(self, members: type[StrEnum]) -> None:
        super().__init__()
        self.members = members
        self._by_value: dict[str | None, StrEnum | None] = {None: None, **{each.value: each for each in members}}

    def process_bind_param(self, value: StrEnum | None, _dialect: Dialect) -> str | None:
        """The value of the member."""
        return None if value is None else value.value

    def result_processor(self, _dialect: Dialect, _column: object) -> Callable[[str | None], StrEnum | None]:
        """Turns a value into its member."""
        return self._by_value.__getitem__


class Moment(TypeDecorator[datetime]):
    """A point in time in ISO 8601 with the offset it was given, if any (SQLite would drop it)."""

    impl = LongText
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        """The moment as text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        """The text as a moment."""
        return None if value is None else datetime.fromisoformat(value)
