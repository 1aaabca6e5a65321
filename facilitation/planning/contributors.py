"""Who counts as a local presenter, and how a person of the event becomes a contributor of a session."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.domain.agenda import Contributor
from facilitation.domain.event import Sector
from facilitation.domain.person import District, Participation, Person

LOCAL_SECTORS = frozenset({Sector.LOCAL_GOVERNMENT, Sector.REGIONAL_STATE})


def is_local(person: Person) -> bool:
    """Whether a person works at local level (seed 002, R3.12: weight on presentations by local actors).

    Local government and the regional branches of the state always; others when their district is not the capital's.
    """
    if person.sector in LOCAL_SECTORS:
        return True
    return person.district not in (None, District.TIRANE) and person.sector is not Sector.CENTRAL_GOVERNMENT


def contributor_named(
    name: str, people: Mapping[str, Participation], known: Mapping[str, Contributor] | None = None
) -> Contributor:
    """The contributor for a name: a person of the event by exact name, one already known, or a new office."""
    if name in people:
        part = people[name]
        return Contributor(name, part.id, is_local(part.person))
    return (known or {}).get(name) or Contributor(name)
