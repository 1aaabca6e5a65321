"""A room plan drawn as a greyscale PNG: sharp at 200 dots to the inch, the same on paper and on the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from facilitation.i18n.room_words import fixture_label
from facilitation.i18n.translator import Translator
from facilitation.planning.room_plan import SEAT, Box, Fixture, FixtureKind, RoomPlan

DOTS_PER_MM = 200 / 25.4
FINER = 2
"""Drawn so many times larger and made smaller again: edges become smooth."""
GREYS = 16
LETTERS_MM = 3.6
"""Ten points: what is written in the drawing can be read."""
WHITE, BLACK, WALL, TABLE, CHAIR = 255, 0, 70, 225, 120
CHAIR_SHARE = 0.84
"""How much of its width a chair fills, so that neighbours stay apart."""


@lru_cache(maxsize=64)
def room_plan_png(plan: RoomPlan, language: str, width_mm: float, height_mm: float, *, is_low_ink: bool) -> bytes:
    """The plan as large as it fits into so many millimetres, walls to the edge; ``is_low_ink`` = outlines only."""
    _ = Translator(language)
    labels = {kind: _drawable(fixture_label(kind, _)) for kind in FixtureKind}
    drawing = _Drawing(plan, plan_size(plan, width_mm, height_mm), is_low_ink=is_low_ink)
    drawing.all(labels)
    data = BytesIO()
    small = drawing.image.reduce(FINER).quantize(GREYS, dither=Image.Dither.NONE)
    small.save(data, "PNG", optimize=False)
    return data.getvalue()


def plan_size(plan: RoomPlan, width_mm: float, height_mm: float) -> tuple[float, float]:
    """Width and height of the drawing in millimetres, in the proportions of the room."""
    scale = min(width_mm / plan.width, height_mm / plan.depth)
    return plan.width * scale, plan.depth * scale


def _drawable(words: str) -> str:
    """The letters Pillow's own font has; letters with a sign on them lose it."""
    return unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()


class _Drawing:
    """The room in pixels."""

    def __init__(self, plan: RoomPlan, size_mm: tuple[float, float], *, is_low_ink: bool) -> None:
        self.plan, self.is_low_ink = plan, is_low_ink
        dots = DOTS_PER_MM * FINER
        self.scale = size_mm[0] * dots / plan.width
        self.line = round(0.3 * dots)
        self.font: Any = ImageFont.load_default(LETTERS_MM * dots)
        self.image = Image.new("L", (round(size_mm[0] * dots), round(size_mm[1] * dots)), WHITE)
        self.pen = ImageDraw.Draw(self.image)

    def all(self, labels: Mapping[FixtureKind, str]) -> None:
        for box in self.plan.tables:
            self._table(box)
        for seat in self.plan.seats:
            half = SEAT * CHAIR_SHARE / 2
            self._round(Box(seat.x - half, seat.y - half, 2 * half, 2 * half), CHAIR)
        edge = self.image.size[0] - 1, self.image.size[1] - 1
        self.pen.rectangle((0, 0, *edge), outline=WALL, width=2 * self.line)
        for fixture in self.plan.fixtures:
            self._fixture(fixture, labels[fixture.kind])

    def _corners(self, box: Box) -> tuple[float, float, float, float]:
        left, top = box.x * self.scale, box.y * self.scale
        return left, top, left + box.width * self.scale, top + box.depth * self.scale

    def _fill(self, grey: int) -> int:
        return WHITE if self.is_low_ink else grey

    def _round(self, box: Box, grey: int) -> None:
        self.pen.ellipse(self._corners(box), fill=self._fill(grey), outline=WALL, width=self.line)

    def _table(self, box: Box) -> None:
        if box.is_round:
            self._round(box, TABLE)
        else:
            self.pen.rectangle(self._corners(box), fill=self._fill(TABLE), outline=WALL, width=self.line)

    def _fixture(self, fixture: Fixture, label: str) -> None:
        left, top, right, bottom = self._corners(fixture.box)
        room = 2 * self.line
        if fixture.kind is FixtureKind.DOOR:
            # The door as architects draw it: a gap in the wall, the open leaf, and the arc it sweeps.
            low = self.image.size[1]
            self.pen.rectangle((left, low - 2 * self.line, right, low), fill=WHITE)
            self.pen.line((left, top, left, low), fill=BLACK, width=self.line)
            sweep = (2 * left - right, top, right, top + 2 * (right - left))
            self.pen.arc(sweep, 270, 360, fill=WALL, width=self.line)
            self.pen.text((right + room, low - 2 * room), label, font=self.font, fill=BLACK, anchor="ls")
        elif fixture.kind is FixtureKind.SCREEN:
            self.pen.rectangle((left, top, right, bottom), fill=BLACK)
            self.pen.text(((left + right) / 2, bottom + room), label, font=self.font, fill=BLACK, anchor="ma")
        else:
            self.pen.polygon(
                ((left, top), (right, top), (right - room, bottom), (left + room, bottom)),
                outline=BLACK,
                width=self.line,
            )
            self.pen.text((right, bottom + room), label, font=self.font, fill=BLACK, anchor="ra")
