"""Findings somebody decided to live with, kept apart from those that are open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.agenda import AcceptedFinding, Agenda
from facilitation.domain.finding import Finding
from facilitation.errors import InvalidInput, mark


@dataclass(frozen=True, slots=True)
class SettledFinding:
    """A finding that still holds, with who accepted it and why."""

    finding: Finding
    accepted: AcceptedFinding


@dataclass(frozen=True, slots=True)
class JudgedFindings:
    """What the rules say, in their order: what is ``open``, and what was accepted with its reason."""

    open: tuple[Finding, ...]
    settled: tuple[SettledFinding, ...] = ()


def judged(findings: Iterable[Finding], agenda: Agenda) -> JudgedFindings:
    """The findings told apart by what the agenda has as accepted, by code and subject.

    What was accepted and does not hold any more is in neither part; should it hold again, it is accepted still.
    """
    accepted = {(entry.code, entry.subject): entry for entry in agenda.accepted}
    still_open: list[Finding] = []
    settled: list[SettledFinding] = []
    for remark in findings:
        if decision := accepted.get((remark.code, remark.subject)):
            settled.append(SettledFinding(remark, decision))
        else:
            still_open.append(remark)
    return JudgedFindings(tuple(still_open), tuple(settled))


def with_finding_accepted(agenda: Agenda, accepted: AcceptedFinding) -> Agenda:
    """The agenda with a finding accepted; an earlier decision about it is replaced. Raises ``InvalidInput``."""
    if not accepted.reason.strip():
        raise InvalidInput(mark("Write why this remark is accepted; the reason stands in the staff’s papers."))
    without = without_acceptance(agenda, accepted.code, accepted.subject)
    return replace(without, accepted=(*without.accepted, replace(accepted, reason=accepted.reason.strip())))


def without_acceptance(agenda: Agenda, code: str, subject: str) -> Agenda:
    """The agenda in which a finding is open again."""
    kept = tuple(entry for entry in agenda.accepted if (entry.code, entry.subject) != (code, subject))
    return replace(agenda, accepted=kept)
