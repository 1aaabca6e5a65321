"""A room plan in words: for people who do not see the drawing, and as the line under it."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.domain.agenda import Layout
from facilitation.errors import mark
from facilitation.i18n.labels import layout_label
from facilitation.i18n.translator import Translator
from facilitation.planning.room_plan import FixtureKind, RoomPlan

WHERE: Mapping[Layout, str] = {
    Layout.THEATRE: mark("screen and flipchart at the front, door at the back"),
    Layout.CABARET: mark("everybody faces the front; screen and flipchart there, door at the back"),
    Layout.U_SHAPE: mark("screen at the open end, flipchart beside it, door at the back"),
    Layout.CIRCLE: mark("no tables; flipchart outside the circle, door at the back"),
    Layout.CAFE: mark("small tables; screen and flipchart at the front, door at the back"),
    Layout.OPEN_FLOOR: mark("the middle is free; chairs along the walls, flipchart at the front, door at the back"),
}
FIXTURES: Mapping[FixtureKind, str] = {
    FixtureKind.SCREEN: mark("Screen"),
    FixtureKind.DOOR: mark("Door"),
    FixtureKind.FLIPCHART: mark("Flipchart"),
}


def room_plan_line(plan: RoomPlan, _: Translator) -> str:
    """ "U shape · 24 seats", "Café tables · 30 seats · 6 tables"."""
    seats = len(plan.seats)
    parts = [layout_label(plan.layout, _), _.plural("{count} seat", "{count} seats", seats).format(count=seats)]
    if plan.layout in (Layout.CAFE, Layout.CABARET):
        tables = len(plan.tables)
        parts.append(_.plural("{count} table", "{count} tables", tables).format(count=tables))
    return " · ".join(parts)


def room_plan_sentence(plan: RoomPlan, _: Translator) -> str:
    """ "U shape · 24 seats: screen at the open end, flipchart beside it, door at the back"."""
    where = _(WHERE[plan.layout])
    return f"{room_plan_line(plan, _)}: {where}"


def fixture_label(kind: FixtureKind, _: Translator) -> str:
    """What is written beside a thing in the drawing."""
    return _(FIXTURES[kind])
