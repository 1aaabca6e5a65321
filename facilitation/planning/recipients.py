"""Whom the volume goes to: participants, their offices, donors and the ministry; nobody is on the list twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitation.domain.event import Sector
from facilitation.domain.person import Consent, InvitationStatus, Participation
from facilitation.domain.proceedings import Recipient
from facilitation.domain.record import EventRecord
from facilitation.planning.progress import name_key
from facilitation.planning.reminders import addresses

APART = frozenset({Sector.CENTRAL_GOVERNMENT, Sector.DONOR})
"""Offices that have a group of their own."""


@dataclass(frozen=True, slots=True)
class SuggestedRecipients:
    """Who could be put on the list; each group without those who are on it already."""

    participants: tuple[Recipient, ...]
    organisations: tuple[Recipient, ...]
    ministries: tuple[Recipient, ...]
    donors: tuple[Recipient, ...]


def suggested(record: EventRecord) -> SuggestedRecipients:
    """Participants who agreed to be written to, the offices of all, the ministries, and who paid; without ids."""
    known = {key for entry in record.proceedings.recipients for key in keys(entry)}
    parts = [part for part in record.participations if _takes_part(part)]
    return SuggestedRecipients(
        participants=_fresh((_person(part) for part in parts if part.contact_consent is Consent.YES), known),
        organisations=_fresh(_offices(part for part in parts if part.person.sector not in APART), known),
        ministries=_fresh(_offices(part for part in parts if part.person.sector is Sector.CENTRAL_GOVERNMENT), known),
        donors=_fresh(_donors(record), known),
    )


def keys(entry: Recipient) -> tuple[str, ...]:
    """What one is known by: the name with the office, and each address."""
    whole = name_key(f"{entry.name} {entry.organisation}")
    return tuple(filter(None, (whole, *(address.casefold() for address in addresses(entry.email)))))


def without_repeats(entries: Iterable[Recipient], stored: Iterable[Recipient] = ()) -> tuple[Recipient, ...]:
    """The entries that are neither on the list nor twice among themselves."""
    return _fresh(entries, {key for entry in stored for key in keys(entry)})


def _fresh(entries: Iterable[Recipient], known: set[str]) -> tuple[Recipient, ...]:
    seen, fresh = set(known), []
    for entry in entries:
        if not seen.intersection(keys(entry)):
            seen.update(keys(entry))
            fresh.append(entry)
    return tuple(fresh)


def _takes_part(part: Participation) -> bool:
    return part.status is not InvitationStatus.DECLINED and not part.person.is_coded


def _person(part: Participation) -> Recipient:
    person = part.person
    name = f"{person.title} {person.name}".strip()
    organisation = "" if person.organisation.casefold() in name.casefold() else person.organisation
    return Recipient("", name, organisation, ", ".join(addresses(person.email)))


def _offices(parts: Iterable[Participation]) -> Iterator[Recipient]:
    names = (part.person.organisation.strip() for part in parts)
    return (Recipient("", name) for name in dict.fromkeys(filter(None, names)))


def _donors(record: EventRecord) -> Iterator[Recipient]:
    """The donors the event names, and the offices of those who come from one."""
    named = record.event.donors.said_in("sq").replace(";", ",").split(",")
    sent = (part.person.organisation for part in record.participations if part.person.sector is Sector.DONOR)
    return (Recipient("", name.strip()) for name in (*named, *sent) if name.strip())
