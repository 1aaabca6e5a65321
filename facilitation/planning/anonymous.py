"""What stays of somebody who was erased: that somebody was there, and no more than five others share of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from facilitation.domain.event import Sector
from facilitation.domain.note import Note
from facilitation.domain.person import District, InvitationStatus, Participation, Person
from facilitation.planning.public_cells import SMALLEST_PUBLIC_CELL


def kept_facts(part: Participation, everybody: Sequence[Participation]) -> tuple[Sector, District | None]:
    """Sector and district as far as enough people of the event share them, else no more than "other"."""
    person = part.person

    def shared(fits: Callable[[Person], bool]) -> bool:
        return sum(fits(other.person) for other in everybody) >= SMALLEST_PUBLIC_CELL

    if shared(lambda other: (other.sector, other.district) == (person.sector, person.district)):
        return person.sector, person.district
    return (person.sector if shared(lambda other: other.sector is person.sector) else Sector.OTHER), None


def anonymous(
    part: Participation, everybody: Sequence[Participation], *, person_id: str, name: str, is_over: bool
) -> Participation:
    """The participation with nobody in it. Who is erased before the event is not waited for at the door."""
    sector, district = kept_facts(part, everybody)
    is_expected = is_over or bool(part.days_attended)
    return Participation(
        id=part.id,
        event_id=part.event_id,
        person=Person(id=person_id, name=name, sector=sector, district=district, is_coded=True),
        role=part.role,
        status=part.status if is_expected else InvitationStatus.DECLINED,
        days_attended=part.days_attended,
        version=part.version,
    )


def unsaid(note: Note) -> Note:
    """The words without who said them; exact words may no longer be quoted."""
    return replace(note, speaker="", speaker_id="", speaker_role="", speaker_sector="", quote_consent=False)
