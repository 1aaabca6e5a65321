"""What becomes of imported people who are known already, or stand in the file twice: one person, many events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from facilitation.domain.person import Participation, Person
from facilitation.planning.person_merge import filled_person, joined_part


@dataclass(frozen=True, slots=True)
class LinkedImport:
    """What is to be saved: new participations, and those of the list that an imported row adds to."""

    new: tuple[Participation, ...]
    changed: tuple[tuple[Participation, Participation], ...] = ()

    @property
    def count(self) -> int:
        """How many participations are saved."""
        return len(self.new) + len(self.changed)


def linked_import(
    imported: Iterable[Participation],
    answers: Mapping[str, str],
    *,
    known: Iterable[Person],
    listed: Iterable[Participation],
) -> LinkedImport:
    """The imported rows with each person linked to whom ``answers`` says they are.

    ``answers`` = the id of an imported person to the id of a known one, or of somebody in an earlier row. A known
    person gets what the row adds; nothing they have is overwritten. Who is on the list already gets the row's facts
    added to their part.
    """
    rows = tuple(imported)
    people = {person.id: person for person in known}
    parts = {part.person.id: part for part in listed}
    new: dict[str, Participation] = {}
    changed: dict[str, Participation] = {}
    for row in rows:
        target = _target(row.person.id, answers)
        if target in new:
            new[target] = _added(new[target], row)
        elif target in parts:
            changed[target] = _added(changed.get(target, parts[target]), row)
        elif target in people:
            new[target] = replace(row, person=filled_person(people[target], row.person))
        else:
            new[row.person.id] = row
    return LinkedImport(
        tuple(new.values()), tuple((parts[key], part) for key, part in changed.items() if part != parts[key])
    )


def _target(person_id: str, answers: Mapping[str, str]) -> str:
    """Whom a row stands for in the end: the same as another row, who is somebody known."""
    seen = {person_id}
    while (following := answers.get(person_id, "")) and following not in seen:
        person_id = following
        seen.add(person_id)
    return person_id


def _added(part: Participation, row: Participation) -> Participation:
    return replace(joined_part(part, row), person=filled_person(part.person, row.person))
