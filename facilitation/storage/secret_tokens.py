"""Finds links by their secret token without telling, by the time it takes, how much of a guess was right."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from typing import Protocol, TypeVar

from sqlalchemy import Column, ColumnElement, bindparam, func

LOOKED_UP = 6
"""Signs of a token by which the database looks; all others are only compared, in constant time."""


class Secret(Protocol):
    """A link that is known by its token."""

    @property
    def token(self) -> str:
        """The secret itself."""
        ...


Link = TypeVar("Link", bound=Secret)


def begins_alike(column: Column[str]) -> ColumnElement[bool]:
    """The condition that a token begins as the parameter ``beginning`` says."""
    return func.substr(column, 1, LOOKED_UP) == bindparam("beginning")


def beginning(token: str) -> dict[str, str]:
    """The parameter of that condition."""
    return {"beginning": token[:LOOKED_UP] if token.isascii() and token.isprintable() else ""}


def the_one(links: Iterable[Link], token: str) -> Link | None:
    """The link with exactly this token; every one of them is compared to its end."""
    found = None
    for link in links:
        if hmac.compare_digest(link.token.encode(), token.encode("utf-8", "replace")):
            found = link
    return found
