"""The colours of the theme can be read, and nothing in the configuration reaches outside."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.programs import ROOT

CONFIG: dict[str, Any] = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
MODES = ("light", "dark")
BADGES = ("red", "orange", "yellow", "green", "blue", "violet", "gray")


def _luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB`` (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1..21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _surfaces(mode: str) -> list[str]:
    theme = CONFIG["theme"][mode]
    both = (theme, theme["sidebar"])
    return [part[key] for part in both for key in ("backgroundColor", "secondaryBackgroundColor")]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("key", ["textColor", "linkColor"])
def test_text_reads_on_every_surface(mode: str, key: str) -> None:
    colour = CONFIG["theme"][mode][key]

    assert [surface for surface in _surfaces(mode) if contrast(colour, surface) < 4.5] == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("badge", BADGES)
def test_badge_reads_on_its_ground_and_on_the_page(mode: str, badge: str) -> None:
    theme = CONFIG["theme"][mode]
    text = theme[f"{badge}TextColor"]

    grounds = (theme[f"{badge}BackgroundColor"], *_surfaces(mode))
    assert [ground for ground in grounds if contrast(text, ground) < 4.5] == []


@pytest.mark.parametrize("mode", MODES)
def test_white_text_reads_on_the_primary_button(mode: str) -> None:
    assert contrast("#FFFFFF", CONFIG["theme"][mode]["primaryColor"]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
def test_chart_colours_stand_out_from_the_page(mode: str) -> None:
    theme = CONFIG["theme"][mode]

    too_pale = [each for each in theme["chartCategoricalColors"] if contrast(each, theme["backgroundColor"]) < 3]
    assert too_pale == []


def test_nobody_outside_is_asked_or_told() -> None:
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["browser"] == {"gatherUsageStats": False}
    assert "font" not in CONFIG["theme"]
