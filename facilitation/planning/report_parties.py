"""Who belongs to an event as organisations: contacts by role, the parties of an agreement, and who signs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitation.domain.person import EventRole, Participation
from facilitation.domain.text import Text
from facilitation.planning.presidency import term_at
from facilitation.planning.progress import name_key
from facilitation.planning.report_meeting import chair, facts
from facilitation.planning.report_sources import Office, ReportSources, declined, office_of

TAKES_PART = frozenset({EventRole.PARTICIPANT, EventRole.HOST, EventRole.ORGANISER, EventRole.SPEAKER})
"""Roles in which somebody speaks for an organisation."""


@dataclass(frozen=True, slots=True)
class RoleContacts:
    """The offices that have one role in the event, each with the positions of its people."""

    role: EventRole
    offices: tuple[tuple[Office, tuple[str, ...]], ...]


def contacts(sources: ReportSources) -> tuple[RoleContacts, ...]:
    """Who does what by office: no names, telephones or e-mails."""
    people = [part for part in sources.record.participations if not part.person.is_coded and not declined(part)]
    found = (RoleContacts(role, _positions(part for part in people if part.role is role)) for role in EventRole)
    return tuple(entry for entry in found if entry.offices)


def _positions(people: Iterable[Participation]) -> tuple[tuple[Office, tuple[str, ...]], ...]:
    grouped: dict[Office, dict[str, None]] = {}
    for part in people:
        grouped.setdefault(office_of(part), {})[part.person.position] = None
    return tuple((office, tuple(p for p in own if p and p != office.name)) for office, own in grouped.items())


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation that takes part, and how many people it sends; 0 for a host none of whose people is known."""

    name: Text
    people: int


def parties(sources: ReportSources) -> tuple[Party, ...]:
    """The host first, then the organisations of the participants, each once."""
    names: dict[str, list[str]] = {}
    for part in sources.record.participations:
        name = part.person.organisation.strip()
        if name and part.role in TAKES_PART and not part.person.is_coded and not declined(part):
            names.setdefault(name_key(name), []).append(name)
    host = sources.event.host
    own = names.pop(name_key(host.sq), []) + names.pop(name_key(host.en), [])
    first = (Party(host, len(own)),) if host else ()
    return (*first, *(Party(Text(sq=same[0], en=same[0]), len(same)) for same in names.values()))


@dataclass(frozen=True, slots=True)
class Signers:
    """Who signs: "chair" and "note_taker" of minutes, "giver" and "taker" of a handover; "" = to be written by hand."""

    lines: tuple[tuple[str, str], ...]


def approval(sources: ReportSources) -> Signers:
    """Minutes are signed by who chaired and by who wrote."""
    takers = facts(sources).note_takers
    return Signers((("chair", chair(sources)), ("note_taker", takers[0].role if len(takers) == 1 else "")))


def handover_signers(sources: ReportSources) -> Signers:
    """The president whose term ends and the next one."""
    turns = sources.series.presidency if sources.series else None
    now = term_at(turns, sources.event.starts_on) if turns else None
    taker = turns.members[(now.number + 1) % len(turns.members)] if turns and now else ""
    return Signers((("giver", now.president if now else ""), ("taker", taker)))
