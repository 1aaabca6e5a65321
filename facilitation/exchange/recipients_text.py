"""The distribution list as people paste it: a name, perhaps an office and an e-mail in each line, in any order."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.domain.proceedings import Recipient
from facilitation.exchange.words import cleaned, folded
from facilitation.planning.reminders import addresses

LONGEST = 300
HEADS = frozenset(
    {
        "emri",
        "emri dhe mbiemri",
        "e mail",
        "email",
        "institucioni",
        "name",
        "office",
        "organisation",
        "organizata",
        "posta elektronike",
    }
)


def pasted_recipients(text: str) -> tuple[Recipient, ...]:
    """A recipient for each line, still without an id; heads and empty lines are left out."""
    return tuple(_recipients(text))


def _recipients(text: str) -> Iterator[Recipient]:
    for line in text.splitlines():
        found = addresses(line)
        separator = next((sign for sign in ("\t", ";", ",") if sign in line), "\t")
        cells = [cleaned(cell).strip("<>() ") for cell in line.split(separator)]
        words = [cell for cell in (_without(cell, found) for cell in cells) if cell]
        if all(folded(cell) in HEADS for cell in words) and not found:
            continue
        name = words[0] if words else found[0]
        organisation = ", ".join(words[1:]) if separator == "," else " · ".join(words[1:])
        yield Recipient("", name[:LONGEST], organisation[:LONGEST], ", ".join(found)[:LONGEST])


def _without(cell: str, found: tuple[str, ...]) -> str:
    for address in found:
        cell = cell.replace(address, "")
    return cell.strip("<>(),; ")
