"""Rules of a café from files: pairs and absences by name or id, read as the command line reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from facilitation.domain.cafe import Cafe, CafeRules, PersonPair, RoundAbsence
from facilitation.domain.person import Participation
from facilitation.errors import InvalidInput, mark
from facilitation.services.cafe_rows import numbers_of, pairs_of


class RuleFile(StrEnum):
    """What a file of rules holds."""

    APART = "apart"
    TOGETHER = "together"
    ABSENT = "absent"


def rules_with_file(cafe: Cafe, people: Sequence[Participation], kind: RuleFile, data: bytes) -> CafeRules:
    """The rules of a café and those of a file. Raises InvalidInput where a row is wrong; then nothing is taken."""
    ids, rules = _ids_of(people), cafe.rules
    if kind is RuleFile.ABSENT:
        read = numbers_of(data, kind.value, set(ids), (cafe.round_count,))
        away = (RoundAbsence(_only(ids, name), number) for name, (number,) in read)
        return replace(rules, absences=tuple(dict.fromkeys((*rules.absences, *away))))
    found = (PersonPair(_only(ids, one), _only(ids, other)) for one, other in pairs_of(data, kind.value, set(ids)))
    if kind is RuleFile.APART:
        return replace(rules, apart=tuple(dict.fromkeys((*rules.apart, *found))))
    return replace(rules, together=tuple(dict.fromkeys((*rules.together, *found))))


def _ids_of(people: Sequence[Participation]) -> dict[str, str]:
    """What a file may call people: id or name; "" for a name that several have."""
    names = Counter(part.person.name for part in people)
    called = {part.person.name: part.id if names[part.person.name] == 1 else "" for part in people}
    return called | {part.id: part.id for part in people}


def _only(ids: dict[str, str], name: str) -> str:
    if not ids[name]:
        raise InvalidInput(
            mark("Several people are called “{person}”. Write something that tells them apart in the list first."),
            person=name,
        )
    return ids[name]
