"""The registers of the volume: recommendations by addressee, commitments with their state, and what was parked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from facilitation.domain.note import NoteKind
from facilitation.planning.proceedings_content import Addressed, Commitment, ParkedPoint, Recommendation
from facilitation.planning.proceedings_source import PublicRecord


def recommendations_of(source: PublicRecord) -> Iterator[Recommendation]:
    """All recommendations, numbered in the order of the agenda."""
    for number, note in enumerate(source.all_notes(NoteKind.RECOMMENDATION), start=1):
        owner, title = note.owner.strip(), source.title(note.item_id)
        yield Recommendation(number, note.text, owner, note.due_on, note.item_id, title, note.id)


def commitments_of(source: PublicRecord) -> Iterator[Commitment]:
    """All commitments, numbered in the order of the agenda."""
    for number, note in enumerate(source.all_notes(NoteKind.COMMITMENT), start=1):
        is_open = note.done_on is None
        yield Commitment(
            number=number,
            text=note.text,
            owner=note.owner,
            due_on=note.due_on,
            item_id=note.item_id,
            session_title=source.title(note.item_id),
            is_overdue=is_open and note.due_on is not None and note.due_on < source.today,
            done_on=note.done_on,
            note_id=note.id,
        )


def parked_points_of(source: PublicRecord) -> Iterator[ParkedPoint]:
    """What was set aside for another day."""
    for note in source.all_notes(NoteKind.PARKING_LOT):
        yield ParkedPoint(note.text, note.item_id, source.title(note.item_id))


def by_addressee(register: Iterable[Recommendation]) -> tuple[Addressed, ...]:
    """The recommendations of each addressee, in the order they are first named; those to nobody last.

    An addressee written in capitals or with other spaces is the same one.
    """
    groups: dict[str, list[Recommendation]] = {}
    for entry in register:
        groups.setdefault(" ".join(entry.addressee.casefold().split()), []).append(entry)
    unnamed = groups.pop("", [])
    named = [Addressed(entries[0].addressee, tuple(entries)) for entries in groups.values()]
    return (*named, *([Addressed("", tuple(unnamed))] if unnamed else ()))


def numbers_by_item(register: Iterable[Recommendation | Commitment]) -> Mapping[str, tuple[int, ...]]:
    """The numbers of a register by the session they came out of."""
    found: dict[str, list[int]] = defaultdict(list)
    for entry in register:
        found[entry.item_id].append(entry.number)
    return {item_id: tuple(numbers) for item_id, numbers in found.items()}
