"""Beneficiaries come by a code and are never named (seed 002, R0.9)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from facilitation.domain.person import ERASED, Person
from facilitation.errors import InvalidInput, mark

CODE = re.compile(r"[A-ZÇË]{1,4}-\d{2,5}")
PREFIX = "P"
MOST_AT_ONCE = 50


def is_code(name: str) -> bool:
    """Whether a name is a code such as "P-07"."""
    return bool(CODE.fullmatch(name))


def next_codes(names: Iterable[str], count: int) -> tuple[str, ...]:
    """So many codes after those that stand on the list."""
    taken = [int(name.partition("-")[2]) for name in names if is_code(name) and name.startswith(f"{PREFIX}-")]
    first = max(taken, default=0) + 1
    return tuple(f"{PREFIX}-{number:02}" for number in range(first, first + count))


def refuse_exposed(person: Person) -> None:
    """Raise InvalidInput where a coded person has a name, a contact, or anything else that leads to them."""
    if not person.is_coded or person.name in (ERASED.sq, ERASED.en):
        return
    if not is_code(person.name):
        raise InvalidInput(mark("A beneficiary is known by a code such as {example}, never by name."), example="P-07")
    if person.email or person.phone or person.title:
        raise InvalidInput(
            mark("{code} is a code: title, e-mail and phone stay empty. Keep contacts outside this list."),
            code=person.name,
        )
