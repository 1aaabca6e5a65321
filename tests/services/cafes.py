"""A conference whose world café can be seated."""

from __future__ import annotations

from dataclasses import replace

from facilitation.domain.agenda import ItemKind
from facilitation.domain.cafe import Cafe
from facilitation.domain.event import Event, Sector
from facilitation.domain.person import Participation
from facilitation.services.application import Application
from tests.builders import some_participations


def cafe_item(app: Application, event: Event) -> str:
    """The agenda item of the world café."""
    return next(item.id for _day, item in app.agendas.get(event.id).items() if item.kind is ItemKind.WORLD_CAFE)


def a_cafe_of(app: Application, event: Event, *, people: int, tables: int = 4) -> Cafe:
    """The café of an event with so many confirmed people of three sectors and so many tables."""
    app.people.save_import(event.id, guests(event, people))
    cafe = app.cafes.get(event.id, cafe_item(app, event))
    return app.cafes.edit(cafe, replace(cafe, table_count=tables))


def guests(event: Event, people: int) -> tuple[Participation, ...]:
    """So many offices, of three sectors in turn."""
    sectors = (Sector.CIVIL_SOCIETY, Sector.LOCAL_GOVERNMENT, Sector.CENTRAL_GOVERNMENT)
    parts = some_participations(people, name="Zyra")
    return tuple(
        replace(part, id=f"p-{number}", event_id=event.id, person=replace(part.person, sector=sectors[number % 3]))
        for number, part in enumerate(parts)
    )
