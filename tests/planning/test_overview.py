"""All findings of an event together."""

from __future__ import annotations

from datetime import date

from facilitation.domain.finding import Severity
from facilitation.planning.agenda_checks import agenda_findings
from facilitation.planning.checklist_checks import checklist_findings
from facilitation.planning.lead_times import lead_time_findings
from facilitation.planning.overview import event_findings
from tests.builders import a_record, a_task

TODAY = date(2027, 5, 10)


def test_every_finding_is_there_once_and_blocking_ones_stand_first() -> None:
    record = a_record(items=[200, 30], tasks=(a_task(), a_task("task-2", offset_days=20)))

    found = event_findings(record, TODAY)

    parts = (
        *lead_time_findings(record.event, record.tasks, TODAY),
        *agenda_findings(record),
        *checklist_findings(record, TODAY),
    )
    severities = [remark.severity for remark in found]
    assert sorted(found, key=repr) == sorted(parts, key=repr)
    assert severities == sorted(severities, key=[Severity.BLOCK, Severity.WARN, Severity.HINT].index)
    assert set(severities) == set(Severity)
