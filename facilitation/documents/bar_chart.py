"""Bars of people as a Vega-Lite specification: one and the same for the screens and for the papers.

A word stands above each bar and its number beside it; where something was wanted, a line says how much. No colour is
named here: a screen takes those of its theme, a paper greys that differ in lightness (``on_paper``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from facilitation.documents.word_styles import BAR_FILL, FONT, INK
from facilitation.domain.print_look import USUAL, PrintLook
from facilitation.i18n.translator import Translator

Spec = dict[str, Any]
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
ROW_HEIGHT = 36
EDGES = 30
"""Pixels above and below the rows, which the screen takes from the height."""
BAR = 13
LONGEST_LABEL = 300
"""Pixels: what a telephone has room for."""
LETTERS = 12
"""Pixels."""
USUAL_SIZE, LARGE = (14, 24), (22, 64)
"""Letters (10.5 and 16.5 points) and rows on paper in pixels; large words stand above their bars as on the screen."""
LABEL_SHARE = 0.48
PIXELS_PER_MM = 96 / 25.4


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; ``text`` is its number as it is read ("94 of 106"), ``wanted`` None = no line."""

    label: str
    count: float
    text: str
    wanted: float | None = None


def bar_spec(bars: Sequence[Bar], _: Translator) -> Spec:
    """The bars below each other, in their order."""
    people, wanted, what = _("People"), _("Target"), _("Group")
    rows = [{what: bar.label, people: bar.count, wanted: bar.wanted, "text": bar.text, "bar": people} for bar in bars]
    layers = [_bars(people, wanted, what), _numbers(bars, what)]
    if any(bar.wanted is not None for bar in bars):  # a layer without marks would be a picture without a name
        layers.append(_lines(people, wanted, what))
    return {
        "$schema": SCHEMA,
        "data": {"name": "people"},
        "datasets": {"people": rows},
        "height": max(len(bars), 1) * ROW_HEIGHT + EDGES,
        "layer": layers,
        "resolve": {"axis": {"y": "independent"}},
        "config": {"view": {"continuousWidth": 300}},
    }


def _bars(people: str, wanted: str, what: str) -> Spec:
    return {
        "mark": {"type": "bar", "height": BAR, "yOffset": 7, "cornerRadiusEnd": 2},
        "encoding": {
            "x": {"field": people, "type": "quantitative", "axis": None, "scale": {"domainMin": 0, "nice": False}},
            "y": _rows(what, _words_above()),
            "color": _colour("bar", people, wanted),
            "tooltip": _tooltip(people, what),
        },
    }


def _numbers(bars: Sequence[Bar], what: str) -> Spec:
    numbers = {bar.label: bar.text for bar in bars}
    return {"mark": {"type": "bar", "opacity": 0}, "encoding": {"y": _rows(what, _numbers_beside(numbers))}}


def _lines(people: str, wanted: str, what: str) -> Spec:
    return {
        "transform": [
            {"filter": f"isValid(datum[{json.dumps(wanted)}])"},
            {"calculate": json.dumps(wanted), "as": "line"},
        ],
        "mark": {"type": "tick", "thickness": 3, "opacity": 1, "size": BAR + 6, "yOffset": 7},
        "encoding": {
            "x": {"field": wanted, "type": "quantitative", "axis": None},
            "y": _rows(what, None),
            "color": _colour("line", people, wanted),
            "tooltip": _tooltip(people, what),
        },
    }


def _rows(what: str, axis: Spec | None) -> Spec:
    """Rows without space of their own: words and bar share the height."""
    scale = {"paddingInner": 0, "paddingOuter": 0}
    return {"field": what, "type": "nominal", "sort": None, "scale": scale, "axis": axis}


def _colour(field: str, people: str, wanted: str) -> Spec:
    return {"field": field, "type": "nominal", "legend": None, "scale": {"domain": [people, wanted]}}


def _tooltip(people: str, what: str) -> list[Spec]:
    return [{"field": what, "type": "nominal"}, {"field": "text", "type": "nominal", "title": people}]


_PLAIN_AXIS = {"title": None, "labelOverlap": False, "labelFlush": False, "ticks": False, "domain": False}


def _words_above() -> Spec:
    """Labels of the rows inside the picture, above their bars: a telephone has no room beside them."""
    place = {"labelAlign": "left", "labelPadding": 0, "labelOffset": -10, "labelLimit": LONGEST_LABEL}
    return {**_PLAIN_AXIS, **place, "labelFontSize": LETTERS}


def _numbers_beside(numbers: Mapping[str, str]) -> Spec:
    """For each row its number as an axis at the right, where the theme gives it a colour that reads."""
    words = json.dumps(dict(numbers), ensure_ascii=False)
    place = {"orient": "right", "labelPadding": 6, "labelOffset": 7, "labelFontSize": LETTERS}
    return {**_PLAIN_AXIS, **place, "labelExpr": f"{words}[datum.value]"}


def on_paper(spec: Spec, width: float, look: PrintLook = USUAL) -> Spec:
    """The same chart for a picture ``width`` millimetres wide: words beside their bars, where a page has room for them,
    in the font of the papers and as large as its look wants; greys that stay apart in every print."""
    made: Spec = json.loads(json.dumps(spec))
    pixels, (letters, row) = round(width * PIXELS_PER_MM), LARGE if look.is_large else USUAL_SIZE
    factor = letters / LETTERS if look.is_large else 0.0
    for layer in made["layer"]:
        layer["encoding"].pop("tooltip", None)
        layer["mark"]["yOffset"] = layer["mark"].get("yOffset", 0) * factor
        if axis := layer["encoding"]["y"]["axis"]:
            axis |= {"labelFontSize": letters, "labelLimit": pixels * (0.95 if look.is_large else LABEL_SHARE)}
            axis["labelOffset"] *= factor
            if not look.is_large:
                axis |= {"labelPadding": 6, "labelAlign": "left" if axis.get("orient") == "right" else "right"}
    return {
        **made,
        "width": pixels,
        "height": len(made["datasets"]["people"]) * row,
        "autosize": {"type": "fit", "contains": "padding"},
        "background": "white",
        "padding": 2,
        "config": _paper_look(look),
    }


def _paper_look(look: PrintLook) -> Spec:
    """Bars medium and lines black; with little ink the bars are only drawn round."""
    outline = {"bar": {"stroke": "#000000", "strokeWidth": 1}} if look.is_low_ink else {}
    return {
        "font": f"{FONT}, Carlito, Liberation Sans, Arial, sans-serif",
        "axis": {"labelColor": f"#{INK}", "grid": False},
        "view": {"stroke": None},
        "range": {"category": ["#FFFFFF" if look.is_low_ink else f"#{BAR_FILL}", "#000000"]},
        **outline,
    }
