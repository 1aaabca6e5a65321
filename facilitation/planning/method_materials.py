"""What to bring for one method and so many people."""

from __future__ import annotations

from datetime import time

from facilitation.domain.agenda import Agenda, AgendaDay, AgendaItem
from facilitation.domain.event import Event
from facilitation.domain.guide import Guide, GuideSheet
from facilitation.domain.method import Method
from facilitation.domain.record import EventRecord
from facilitation.planning.agenda_timing import ANY_DATE
from facilitation.planning.materials import MaterialTotal, material_totals
from facilitation.planning.method_need import session_kind


def method_materials(method: Method, people: int) -> tuple[MaterialTotal, ...]:
    """The materials added up as for an event that has this one session, the reserve included."""
    item = AgendaItem(method.id, session_kind(method), method.title, method.typical_time)
    return material_totals(
        EventRecord(
            event=Event("", "", method.title, ANY_DATE, expected_people=people),
            agenda=Agenda("", (AgendaDay(time(9), (item,)),)),
            guide=Guide("", sheets=(GuideSheet(item.id, materials=method.materials),)),
        )
    )
