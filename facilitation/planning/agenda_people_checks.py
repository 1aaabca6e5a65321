"""The rules about who has a part: nobody twice at once or while away, everything led and noted, local people heard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import ceil

from facilitation.domain.agenda import NOTED_KINDS, ItemKind
from facilitation.domain.finding import Finding, Severity, finding
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.agenda_under_check import (
    AgendaUnderCheck,
    about,
    about_overlap,
    identities,
    overlaps,
)
from facilitation.planning.agenda_windows import Span, meeting, span_of
from facilitation.planning.materials import PEOPLE_PER_GROUP

LEAST_LOCAL_SHARE = 0.5


def check_person_overlap(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Nobody is in two places at once, in whatever roles; staff items count too."""
    used: dict[str, list[TimedItem]] = defaultdict(list)
    names: dict[str, str] = {}
    for entry, people in checked.parts:
        for identity, name in people.items():
            used[identity].append(entry)
            names.setdefault(identity, name)
    for identity, entries in used.items():
        for earlier, later in overlaps(entries):
            yield about_overlap("person_overlap", earlier, later, name=names[identity])


def check_person_unavailable(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Nobody has a part while away, in whatever role; staff items count too."""
    away: dict[str, list[Span]] = defaultdict(list)
    for absence in checked.record.agenda.absences:
        if identity := absence.who.identity.strip():
            away[identity].append(span_of(absence.window, checked.record.event.starts_on))
    for entry, people in checked.parts:
        for identity in filter(away.__contains__, people):
            for span in meeting(away[identity], entry):
                yield about(
                    "person_unavailable",
                    entry,
                    Severity.BLOCK,
                    ends_at=f"{entry.ends_at:%H:%M}",
                    name=people[identity],
                    away_from=f"{span.starts_at:%H:%M}",
                    away_until=f"{span.ends_at:%H:%M}",
                )


def check_facilitators(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Every working session has a facilitator."""
    for entry in checked.timed:
        if entry.item.kind in NOTED_KINDS and not identities(entry.item.facilitators):
            yield about("no_facilitator", entry)


def check_enough_facilitators(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Working groups have a facilitator for every ten people (domain.md 9, no 10).

    Only once two are named: a single name is the one who leads the session, and the others are often found on the
    day. Sessions beside each other are groups of their own, each led by those named in it. Hosts of a café are no
    facilitators, so a café is not asked.
    """
    for entry, people in checked.attended():
        if entry.item.kind is not ItemKind.WORKING_GROUPS or entry.item.parallel:
            continue
        named, needed = len(identities(entry.item.facilitators)), ceil(people / PEOPLE_PER_GROUP)
        if 2 <= named < needed:
            yield about("too_few_facilitators", entry, Severity.HINT, named=named, needed=needed, people=people)


def check_note_takers(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Every working session has a note-taker."""
    for entry in checked.timed:
        if entry.item.kind in NOTED_KINDS and not identities(entry.item.note_takers):
            yield about("no_note_taker", entry)


def check_double_duty(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """Who leads a session should not have to take its notes."""
    for entry in checked.timed:
        note_takers = identities(entry.item.note_takers)
        for identity, name in identities(entry.item.facilitators).items():
            if identity in note_takers:
                yield about("same_person_leads_and_notes", entry, Severity.HINT, name=name)


def check_local_presenters(checked: AgendaUnderCheck) -> Iterator[Finding]:
    """At least half of the speakers are local (seed 002, R3.12; the figure is ours); each person counts once."""
    is_local: dict[str, bool] = {}
    for entry in checked.worked():
        for speaker in entry.item.speakers:
            if identity := speaker.identity.strip():
                is_local[identity] = is_local.get(identity, False) or speaker.is_local
    local, total = sum(is_local.values()), len(is_local)
    if total and local / total < LEAST_LOCAL_SHARE:
        yield finding(
            "few_local_presenters",
            Severity.WARN,
            share=local / total,
            minimum=LEAST_LOCAL_SHARE,
            local=local,
            total=total,
        )
