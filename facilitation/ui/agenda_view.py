"""What the agenda screen reads once per run."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.domain.agenda import Agenda, AgendaItem
from facilitation.domain.finding import Finding
from facilitation.domain.record import EventRecord
from facilitation.planning.accepted import SettledFinding, judged
from facilitation.planning.agenda_checks import agenda_findings
from facilitation.planning.agenda_filter import AgendaFilter
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.ui import state
from facilitation.ui.page_head import EventScreen

CHOSEN_ITEM = "agenda_item"
PICKED_ITEMS = "agenda_items"
ALL = AgendaFilter()


@dataclass(frozen=True, slots=True)
class AgendaView:
    """What the agenda is planned with, computed times and findings.

    ``chosen`` is the session of the side panel, ``picked`` are the ids of those selected to be changed together.
    ``wanted`` is the filter of the screen. ``findings`` are those nobody has accepted, ``settled`` the accepted ones
    with their reason.
    """

    record: EventRecord
    timed: tuple[TimedItem, ...]
    findings: tuple[Finding, ...]
    settled: tuple[SettledFinding, ...]
    chosen: AgendaItem | None
    picked: tuple[str, ...] = ()
    wanted: AgendaFilter = ALL

    @property
    def shown(self) -> tuple[TimedItem, ...]:
        """The timed items that fit the filter."""
        return tuple(timed for timed in self.timed if self.wanted.wants(timed.item))

    @property
    def agenda(self) -> Agenda:
        """The agenda itself."""
        return self.record.agenda

    def of_day(self, day: int) -> tuple[TimedItem, ...]:
        """The timed items of one day."""
        return tuple(timed for timed in self.timed if timed.day == day)

    def picked_of_day(self, day: int) -> tuple[str, ...]:
        """The selected sessions of one day, in its order: what is out of sight is never changed with them."""
        return tuple(timed.item.id for timed in self.of_day(day) if timed.item.id in self.picked)

    def findings_of(self, subject: str) -> tuple[Finding, ...]:
        """The findings about one item (or about the event for "")."""
        return tuple(found for found in self.findings if found.subject == subject)


def agenda_view(page: EventScreen) -> AgendaView:
    """Read the event and work out times and findings."""
    record = page.app.agendas.plan(page.event_id)
    found = judged(agenda_findings(record, page.app.library.methods), record.agenda)
    return AgendaView(
        record=record,
        timed=timed_items(record.agenda, record.event.starts_on),
        findings=found.open,
        settled=found.settled,
        chosen=record.agenda.item(state.chosen(CHOSEN_ITEM)),
        picked=tuple(item_id for item_id in state.picked(PICKED_ITEMS) if record.agenda.item(item_id)),
    )
