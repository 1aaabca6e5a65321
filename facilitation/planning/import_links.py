"""What becomes of imported people who are known already, or stand in the file twice: one person, many events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitation.domain.person import Participation, Person
from facilitation.planning.duplicates import Pair, Verdict
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


def pairs_by_person(places: Mapping[str, int], pairs: Iterable[Pair]) -> dict[str, list[Pair]]:
    """Each imported person with those they may be; of two rows of the file the later one is asked about.

    ``places`` = the ids of the imported people with their rows, the first row first.
    """
    asked: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        is_first_known = pair.first.id not in places or pair.second.id in places
        asked[pair.second.id if is_first_known else pair.first.id].append(pair)
    return dict(sorted(asked.items(), key=lambda entry: places[entry[0]]))


def other_of(pair: Pair, person_id: str) -> Person:
    """The one of a pair who is not this person."""
    return pair.first if pair.second.id == person_id else pair.second


def surest(candidates: Sequence[Pair], person_id: str) -> str:
    """Whom a person is taken for where nobody is asked: the id of the likeliest, "" where that is not sure enough."""
    best = candidates[0]
    return other_of(best, person_id).id if best.verdict is Verdict.SAME else ""


def surest_answers(places: Mapping[str, int], pairs: Iterable[Pair]) -> dict[str, str]:
    """The answers to ``linked_import`` where nobody is there to ask."""
    found = {key: surest(candidates, key) for key, candidates in pairs_by_person(places, pairs).items()}
    return {key: other for key, other in found.items() if other}


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
