"""Who comes: people by sector against the targets, and the counts that may leave the house."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitation.domain.event import Event, Sector
from facilitation.domain.person import District, InvitationStatus, Participation, Zone
from facilitation.planning.public_cells import hidden_cells, hidden_in_list
from facilitation.planning.zones import zone_of

ASKED = frozenset({InvitationStatus.INVITED, InvitationStatus.CONFIRMED, InvitationStatus.DECLINED})
"""Whoever answered was invited."""


class Basis(StrEnum):
    """Who was counted: those who attended, else those who confirmed, else all listed who did not decline."""

    ATTENDED = "attended"
    CONFIRMED = "confirmed"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class SectorRow:
    """The people of one sector by how far they are; ``target`` = people wanted (0 where none was set)."""

    sector: Sector
    invited: int
    confirmed: int
    declined: int
    attended: int
    target: int


@dataclass(frozen=True, slots=True)
class PeopleCount:
    """The people of an event; ``invited`` includes who confirmed or declined.

    ``outside_capital`` = of those counted (see ``Basis``), who come from a qark other than Tirana.
    """

    listed: int
    invited: int
    confirmed: int
    declined: int
    attended: int
    outside_capital: int


@dataclass(frozen=True, slots=True)
class SectorShare:
    """One sector among those counted; shares are 0..1, ``target_share`` is ``None`` where no target was set."""

    sector: Sector
    count: int
    share: float
    target_share: float | None


@dataclass(frozen=True, slots=True)
class PublicCell:
    """One count fit to be printed: ``None`` = hidden, because it is small or would give a small one away.

    Which of the two it is stays hidden as well: with the totals it would often tell the count.
    """

    count: int | None

    @property
    def text(self) -> str:
        """The count, or "*"; the same in every language."""
        return "*" if self.count is None else str(self.count)


@dataclass(frozen=True, slots=True)
class PublicTable:
    """Sectors (rows) by district or zone (columns; ``None`` = not stated); ``cells[row][column]``. No totals: they
    would give hidden cells away."""

    rows: tuple[Sector, ...]
    columns: tuple[District | Zone | None, ...]
    cells: tuple[tuple[PublicCell, ...], ...]


def has_attended(participation: Participation) -> bool:
    """Whether somebody was there on any day."""
    return bool(participation.days_attended)


def counted(participations: Iterable[Participation]) -> tuple[Basis, tuple[Participation, ...]]:
    """The people public figures speak of, and which of them were chosen."""
    people = tuple(participations)
    attended = tuple(entry for entry in people if has_attended(entry))
    if attended:
        return Basis.ATTENDED, attended
    confirmed = tuple(entry for entry in people if entry.status is InvitationStatus.CONFIRMED)
    if confirmed:
        return Basis.CONFIRMED, confirmed
    return Basis.LISTED, tuple(entry for entry in people if entry.status is not InvitationStatus.DECLINED)


def people_count(participations: Iterable[Participation]) -> PeopleCount:
    """The people of an event in six numbers."""
    people = tuple(participations)
    statuses = Counter(entry.status for entry in people)
    return PeopleCount(
        listed=len(people),
        invited=sum(statuses[status] for status in ASKED),
        confirmed=statuses[InvitationStatus.CONFIRMED],
        declined=statuses[InvitationStatus.DECLINED],
        attended=sum(has_attended(entry) for entry in people),
        outside_capital=sum(is_from_outside_the_capital(entry) for entry in counted(people)[1]),
    )


def is_from_outside_the_capital(participation: Participation) -> bool:
    """Whether somebody comes from a qark other than Tirana; not stated is not outside."""
    return participation.person.district not in (None, District.TIRANE)


def sector_rows(participations: Iterable[Participation], event: Event) -> tuple[SectorRow, ...]:
    """One row per sector that has people or a target, in the order of ``Sector``."""
    people: dict[Sector, list[Participation]] = {}
    for entry in participations:
        people.setdefault(entry.person.sector, []).append(entry)
    targets = target_counts(event)
    present = [sector for sector in Sector if people.get(sector) or targets.get(sector)]
    return tuple(_sector_row(sector, people.get(sector, []), targets.get(sector, 0)) for sector in present)


def _sector_row(sector: Sector, people: Sequence[Participation], target: int) -> SectorRow:
    count = people_count(people)
    return SectorRow(sector, count.invited, count.confirmed, count.declined, count.attended, target)


def target_counts(event: Event) -> dict[Sector, int]:
    """People wanted per sector: the shares of the expected people in whole persons, by largest remainder."""
    exact = {entry.sector: round(entry.share * event.expected_people, 6) for entry in event.sector_targets}
    whole = {sector: int(quota) for sector, quota in exact.items()}
    left = round(sum(exact.values())) - sum(whole.values())
    by_remainder = sorted(exact, key=lambda sector: whole[sector] - exact[sector])
    return whole | {sector: whole[sector] + 1 for sector in by_remainder[:left]}


def sector_shares(people: Sequence[Participation], event: Event) -> tuple[SectorShare, ...]:
    """The sectors of the people counted, largest first, with the share that was wanted."""
    counts = Counter(entry.person.sector for entry in people)
    targets = {entry.sector: entry.share for entry in event.sector_targets}
    present = [sector for sector in Sector if counts[sector] or targets.get(sector)]
    shares = (
        SectorShare(sector, counts[sector], share_of(counts[sector], len(people)), targets.get(sector))
        for sector in present
    )
    return tuple(sorted(shares, key=lambda row: -row.count))


def share_of(part: int, whole: int) -> float:
    """A share 0..1; 0.0 of nothing."""
    return part / whole if whole else 0.0


def public_counts(people: Iterable[Participation]) -> PublicTable:
    """Sectors by district with small cells hidden (domain.md 3.5: no private data)."""
    return _crossed(tuple(people), tuple(District), lambda entry: entry.person.district)


def public_counts_by_zone(people: Iterable[Participation]) -> PublicTable:
    """Sectors by the four zones with small cells hidden; coarser, so that more of it can be shown."""
    return _crossed(tuple(people), tuple(Zone), lambda entry: zone_of(entry.person.district, entry.person.municipality))


def public_list(counts: Sequence[int]) -> tuple[PublicCell, ...]:
    """One list whose total is known, with small counts hidden."""
    hidden = hidden_in_list(counts)
    return tuple(PublicCell(None if place in hidden else count) for place, count in enumerate(counts))


def _crossed(
    people: tuple[Participation, ...],
    places: Sequence[District | Zone],
    place_of: Callable[[Participation], District | Zone | None],
) -> PublicTable:
    """The crossed table of those sectors and places that have anybody."""
    counts = Counter((entry.person.sector, place_of(entry)) for entry in people)
    sectors = tuple(sector for sector in Sector if any(key[0] is sector for key in counts))
    columns = tuple(place for place in (*places, None) if any(key[1] is place for key in counts))
    hidden = hidden_cells([[counts[sector, column] for column in columns] for sector in sectors])
    cells = tuple(
        tuple(
            PublicCell(None if (row, column) in hidden else counts[sector, place])
            for column, place in enumerate(columns)
        )
        for row, sector in enumerate(sectors)
    )
    return PublicTable(sectors, columns, cells)
