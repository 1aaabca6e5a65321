"""The cost lines an event of its kind usually has, with quantities from the event and without prices.

Whose cost a line is follows the cost sharing of seed 002 (R2.11, R3.11, R4.11): halls of offices are free, members host
meetings and bear the basic costs, speakers and officials travel at the cost of their own office; the rest needs a
sponsor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from facilitation.domain.budget import BudgetCategory, FundingKind
from facilitation.domain.event import Event


class Bearer(StrEnum):
    """Who usually bears a line; ``NOBODY`` = somebody must be found."""

    NOBODY = ""
    HOST = "host"
    OWN_OFFICE = "own_office"


@dataclass(frozen=True, slots=True)
class UsualLine:
    """A proposed line. ``key`` names its words; amounts of it follow from the event."""

    key: str
    category: BudgetCategory
    quantity: int
    kind: FundingKind = FundingKind.CASH
    bearer: Bearer = Bearer.NOBODY


HOSTED = frozenset({"coalition-meeting", "presidency-handover", "regional-committee", "technical-table"})
"""Meetings the members host in turn, bearing the basic costs (R2.11); nobody sleeps away from home."""
VISITS = frozenset({"twinning-visit", "twinning-workshop", "visit-briefing"})
"""Exchanges in which the guests are lodged and fed by the host."""
TRAINED = frozenset({"facilitators-training", "note-takers-practice", "planning-training"})
"""Trainings, which need a trainer rather than facilitators."""
WITH_BENEFICIARIES = frozenset({"focus-group", "local-dialogue", "charter-session"})
"""Meetings citizens come to in their own time: their way is paid, their children are looked after."""
PEOPLE_PER_FACILITATOR = 10


def usual_lines(event: Event) -> tuple[UsualLine, ...]:
    """The usual lines in their order; what belongs to another kind of event is left out."""
    return tuple(line for line in _lines(event) if line.quantity > 0)


def _lines(event: Event) -> Iterator[UsualLine]:
    people, days = event.expected_people, event.day_count
    is_hosted = event.instrument in HOSTED
    host = (FundingKind.IN_KIND, Bearer.HOST)
    yield UsualLine("hall", BudgetCategory.VENUE, days, *host)
    yield UsualLine("coffee", BudgetCategory.MEALS, people * days, *(host if is_hosted else ()))
    if not is_hosted:
        yield UsualLine("lunch", BudgetCategory.MEALS, people * days)
        yield from _travel(event)
        yield from _team(event)
    if len(event.languages) > 1:
        yield UsualLine("interpretation", BudgetCategory.INTERPRETATION, days)
    yield UsualLine("equipment", BudgetCategory.EQUIPMENT, days, *host)
    yield UsualLine("printing", BudgetCategory.PRINTING, people, *(host if is_hosted else ()))
    yield UsualLine("access", BudgetCategory.ACCESSIBILITY, 1)
    if not is_hosted:
        yield UsualLine("proceedings", BudgetCategory.COMMUNICATION, 1)


def _travel(event: Event) -> Iterator[UsualLine]:
    people, nights = event.expected_people, event.day_count - 1
    if event.instrument in WITH_BENEFICIARIES:
        yield UsualLine("travel_money", BudgetCategory.TRAVEL, people)
        yield UsualLine("childcare", BudgetCategory.ACCESSIBILITY, event.day_count)
        return
    own = (FundingKind.IN_KIND, Bearer.OWN_OFFICE)
    yield UsualLine("travel_offices", BudgetCategory.TRAVEL, people, *own)
    yield UsualLine("travel_organisations", BudgetCategory.TRAVEL, people)
    lodging = (FundingKind.IN_KIND, Bearer.HOST) if event.instrument in VISITS else ()
    yield UsualLine("lodging", BudgetCategory.ACCOMMODATION, people * nights, *lodging)


def _team(event: Event) -> Iterator[UsualLine]:
    if event.instrument in TRAINED:
        yield UsualLine("trainers", BudgetCategory.FEES, event.day_count)
        return
    facilitators = -(-event.expected_people // PEOPLE_PER_FACILITATOR)
    yield UsualLine("facilitators", BudgetCategory.FEES, facilitators * event.day_count)
    yield UsualLine("facilitators_travel", BudgetCategory.TRAVEL, facilitators)
