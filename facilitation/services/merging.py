"""Two people, one thing: keep what each changed, and stop where both changed the same field."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, replace
from typing import Any, TypeVar

from facilitation.domain.text import Text
from facilitation.errors import ChangedElsewhere

Thing = TypeVar("Thing")


_overrules: ContextVar[bool] = ContextVar("overrules", default=False)


@contextmanager
def overruling() -> Iterator[None]:
    """In here the person has seen both texts and chosen their own: it takes the place of the other one."""
    token = _overrules.set(True)
    try:
        yield
    finally:
        _overrules.reset(token)


def merged(seen: Thing, wanted: Thing, stored: Thing, *, subject: str = "") -> Thing:
    """``stored`` with the fields in which ``wanted`` differs from ``seen``.

    ``seen`` is what the person had before their eyes. Raises ChangedElsewhere, with both values, when somebody else
    changed one of the same fields meanwhile; other fields of theirs are kept. The two languages of a Text are two
    fields.
    """
    changes: dict[str, Any] = {}
    for field in fields(seen):  # type: ignore[arg-type]
        old, mine, theirs = (getattr(thing, field.name) for thing in (seen, wanted, stored))
        if field.name == "version" or mine in (old, theirs):
            continue
        if theirs != old and isinstance(old, Text):
            mine = merged(old, mine, theirs, subject=subject)
        elif theirs != old and not _overrules.get():
            raise ChangedElsewhere(subject=subject, field=field.name, mine=mine, theirs=theirs)
        changes[field.name] = mine
    return replace(stored, **changes)  # type: ignore[type-var]
