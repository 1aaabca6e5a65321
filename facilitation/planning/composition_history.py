"""Who came to the earlier events of the same series, in shares that can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitation.domain.event import Event, Sector
from facilitation.domain.person import Participation, Sex
from facilitation.planning.composition import Basis, counted, is_from_outside_the_capital, share_of


@dataclass(frozen=True, slots=True)
class EventShares:
    """One event in shares 0..1 of those counted; ``women`` is of those whose sex is stated (``None`` = of nobody).

    ``sex_stated`` = how many stated it: a share of few says little.
    """

    event: Event
    basis: Basis
    total: int
    women: float | None
    sex_stated: int
    outside_capital: float
    civil_society: float
    local_government: float


def event_shares(event: Event, parts: Iterable[Participation]) -> EventShares | None:
    """The shares of one event; nothing where nobody is on its list."""
    basis, people = counted(parts)
    if not people:
        return None
    stated = [part for part in people if part.person.sex is not Sex.NOT_STATED]
    women = sum(part.person.sex is Sex.FEMALE for part in stated)
    return EventShares(
        event,
        basis,
        len(people),
        women=share_of(women, len(stated)) if stated else None,
        sex_stated=len(stated),
        outside_capital=share_of(sum(map(is_from_outside_the_capital, people)), len(people)),
        civil_society=_share(people, Sector.CIVIL_SOCIETY),
        local_government=_share(people, Sector.LOCAL_GOVERNMENT),
    )


def _share(people: Sequence[Participation], sector: Sector) -> float:
    return share_of(sum(part.person.sector is sector for part in people), len(people))


def earlier_of_series(event: Event, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events of the same series that began before this one, the oldest first."""
    if not event.series_id:
        return ()
    same = (other for other in events if other.series_id == event.series_id and other.id != event.id)
    return tuple(
        sorted((other for other in same if other.starts_on < event.starts_on), key=lambda each: each.starts_on)
    )
