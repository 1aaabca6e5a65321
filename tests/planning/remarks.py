"""What the rules of an agenda say, for the tests of each group of rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.finding import Finding
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_checks import agenda_findings
from facilitation.planning.agenda_under_check import NO_METHODS
from tests.builders import a_record, an_agenda


def findings_of(code: str, record: EventRecord, methods: Mapping[str, Method] = NO_METHODS) -> list[Finding]:
    """What one rule says about an event."""
    return [remark for remark in agenda_findings(record, methods) if remark.code == code]


def remarks(code: str, items: Sequence[int | AgendaItem], **parts: Any) -> list[Finding]:
    """What one rule says about a day that starts at 09:00; `agenda={…}` are further fields of the agenda."""
    agenda = an_agenda(items, **parts.pop("agenda", {}))
    return findings_of(code, a_record(agenda=agenda, **parts))
