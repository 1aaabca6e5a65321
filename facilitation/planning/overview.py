"""Everything the rules say about an event, the gravest first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from facilitation.domain.finding import Finding, Severity
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.planning.accepted import JudgedFindings, judged
from facilitation.planning.agenda_checks import agenda_findings
from facilitation.planning.agenda_under_check import NO_METHODS
from facilitation.planning.checklist_checks import checklist_findings
from facilitation.planning.invitation_checks import invitation_findings
from facilitation.planning.lead_times import lead_time_findings
from facilitation.planning.owner_checks import owner_findings
from facilitation.planning.thread import thread_findings
from facilitation.planning.volume_clock import volume_findings

ORDER = {severity: place for place, severity in enumerate(Severity)}


def event_findings(record: EventRecord, today: date, methods: Mapping[str, Method] = NO_METHODS) -> tuple[Finding, ...]:
    """All findings of an event on a day that nobody has accepted; see ``judged_findings``."""
    return judged_findings(record, today, methods).open


def judged_findings(record: EventRecord, today: date, methods: Mapping[str, Method] = NO_METHODS) -> JudgedFindings:
    """All findings of an event on a day, the open ones and the accepted ones apart.

    What blocks stands first, then what warns, then hints; each in the order of its rules. ``methods`` are those of the
    library by id; without them the rules that ask a method say nothing. The rules of the consultation speak only where
    the record carries its questionnaires and replies.
    """
    findings = (
        *lead_time_findings(record.event, record.tasks, today),
        *agenda_findings(record, methods),
        *checklist_findings(record, today),
        *owner_findings(record, today),
        *thread_findings(record),
        *invitation_findings(record, today),
        *volume_findings(record, today),
    )
    left_out = record.event.rules_left_out
    findings = tuple(remark for remark in findings if remark.code not in left_out)
    return judged(sorted(findings, key=lambda remark: ORDER[remark.severity]), record.agenda)
