"""How many of those who were asked answered, by sector and qark, and who is missing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from facilitation.domain.consultation import Reply
from facilitation.domain.event import Sector
from facilitation.domain.person import District, InvitationStatus, Participation

Place = TypeVar("Place", bound=StrEnum)
LEAST_RATE = 0.6
"""Answers from at least 60 % of those asked, and from every sector and qark (domain.md 3.3)."""


@dataclass(frozen=True, slots=True)
class AskedPart(Generic[Place]):
    """One sector or qark among those who were asked; ``name`` None = not stated."""

    name: Place | None
    asked: int
    answered: int

    @property
    def rate(self) -> float:
        """The share that answered, 0..1."""
        return self.answered / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class ReplyRate:
    """The replies against the people asked.

    ``unlinked`` = replies that came through the open link or of people who were not asked: they count in no share.
    ``missing`` = who was asked and has not answered, in their order.
    """

    asked: int
    answered: int
    unlinked: int
    sectors: tuple[AskedPart[Sector], ...]
    districts: tuple[AskedPart[District], ...]
    missing: tuple[Participation, ...]

    @property
    def replies(self) -> int:
        """All that came in."""
        return self.answered + self.unlinked

    @property
    def rate(self) -> float:
        """The share of those asked who answered, 0..1."""
        return self.answered / self.asked if self.asked else 0.0

    @property
    def is_enough(self) -> bool:
        """Whether the benchmark is reached."""
        return bool(self.asked) and self.rate >= LEAST_RATE

    @property
    def silent_sectors(self) -> tuple[Sector, ...]:
        """Sectors of which nobody answered."""
        return tuple(part.name for part in self.sectors if part.name and not part.answered)

    @property
    def silent_districts(self) -> tuple[District, ...]:
        """Qarqe of which nobody answered."""
        return tuple(part.name for part in self.districts if part.name and not part.answered)


def reply_rate(people: Iterable[Participation], replies: Iterable[Reply], invited: Collection[str]) -> ReplyRate:
    """The rate of one questionnaire; ``invited`` = ids of the participations that have a link of their own.

    Where nobody has one, everybody on the list was asked who has not declined. Who answered on paper or by a file was
    asked too.
    """
    given = [reply for reply in replies if reply.given_at]
    answered = {reply.participation_id for reply in given if reply.participation_id}
    everybody = tuple(people)
    asked = tuple(entry for entry in everybody if entry.id in answered or _is_asked(entry, invited))
    known = {entry.id for entry in asked}
    return ReplyRate(
        asked=len(asked),
        answered=len(answered & known),
        unlinked=sum(reply.participation_id not in known for reply in given),
        sectors=_parts(asked, answered, Sector, lambda entry: entry.person.sector),
        districts=_parts(asked, answered, District, lambda entry: entry.person.district),
        missing=tuple(entry for entry in asked if entry.id not in answered),
    )


def _is_asked(entry: Participation, invited: Collection[str]) -> bool:
    if any(invited):
        return entry.id in invited
    return entry.status is not InvitationStatus.DECLINED


def _parts(
    asked: Sequence[Participation],
    answered: Collection[str],
    names: Iterable[Place],
    name_of: Callable[[Participation], Place | None],
) -> tuple[AskedPart[Place], ...]:
    """One part for each name that has anybody, those who are not stated last."""
    counted = ((name, [entry for entry in asked if name_of(entry) is name]) for name in (*names, None))
    return tuple(
        AskedPart(name, len(people), sum(entry.id in answered for entry in people))
        for name, people in counted
        if people
    )


def origin(reply: Reply, people: Mapping[str, Participation]) -> tuple[Sector | None, District | None]:
    """Where a reply comes from: as it says itself, else as it is known of the person."""
    found = people.get(reply.participation_id)
    sector = reply.sector or (found.person.sector if found else None)
    return sector, reply.district or (found.person.district if found else None)
