"""Charts of the screens as pictures in a paper."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from facilitation.documents import chart_pictures, participation_pictures
from facilitation.documents.bar_chart import Bar, Spec, bar_spec, on_paper
from facilitation.documents.chart_pictures import begin, size_mm
from facilitation.documents.proceedings_word import proceedings_docx
from facilitation.domain.event import Sector
from facilitation.domain.print_look import USUAL, PrintLook
from facilitation.i18n.translator import Translator
from facilitation.planning.composition import SectorShare
from tests.builders import a_record
from tests.documents.conference import a_conference
from tests.documents.reading import STAMP, outline, parts

ENGLISH = Translator("en")
BARS = [Bar("Shoqëri civile “ë”", 48, "48 (44 %)", 43.2), Bar('Tjetër "<&>"', 3, "3", None)]
WIDTH = 162.0


@pytest.fixture(autouse=True)
def white_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here they are drawn."""
    monkeypatch.setattr(chart_pictures, "_kept", {})


@cache
def drawn() -> bytes | None:
    """The one picture the tests look at."""
    return begin([spec()]).pictures()[0]


def spec() -> dict[str, Any]:
    return on_paper(bar_spec(BARS, ENGLISH), WIDTH)


def test_screen_and_paper_draw_the_same_rows() -> None:
    screen, paper = bar_spec(BARS, ENGLISH), spec()

    assert paper["datasets"] == screen["datasets"]
    assert [layer["mark"]["type"] for layer in paper["layer"]] == ["bar", "bar", "tick"]
    assert [layer["encoding"]["y"]["field"] for layer in paper["layer"]] == ["Group"] * 3
    assert "tooltip" not in json.dumps(paper)
    assert screen == bar_spec(BARS, ENGLISH)


def test_bars_without_anything_wanted_have_no_layer_of_lines() -> None:
    assert len(bar_spec([Bar("a", 1, "1")], ENGLISH)["layer"]) == 2


@pytest.mark.parametrize(("look", "points"), [(USUAL, 10.5), (PrintLook(is_large=True), 16.5)])
def test_letters_on_paper_are_as_large_as_in_the_tables(look: PrintLook, points: float) -> None:
    axes = [layer["encoding"]["y"]["axis"] for layer in on_paper(bar_spec(BARS, ENGLISH), WIDTH, look)["layer"]]

    assert {axis["labelFontSize"] * 72 / 96 for axis in axes if axis} == {points}


def dark_share(png: bytes | None) -> float:
    """Which share of a picture takes ink."""
    assert png is not None
    grey = Image.open(BytesIO(png)).convert("L")
    dark = sum(count for count, shade in grey.getcolors(256) or [] if int(str(shade)) < 170)
    return dark / (grey.width * grey.height)


def test_a_print_with_little_ink_only_draws_round_the_bars() -> None:
    (png,) = begin([on_paper(bar_spec(BARS, ENGLISH), WIDTH, PrintLook(is_low_ink=True))]).pictures()

    assert dark_share(png) < 0.6 * dark_share(drawn())


def test_the_picture_fills_the_width_and_its_parts_differ_without_colour() -> None:
    png = drawn()

    assert png is not None
    assert size_mm(png)[0] == pytest.approx(WIDTH, abs=0.5)
    grey = Image.open(BytesIO(png)).convert("L")
    shades = {int(str(shade)) for count, shade in grey.getcolors(256) or [] if count > 150}
    assert {0, 255} <= shades
    middle = [shade for shade in shades if 60 < shade < 160]
    assert middle


def test_a_picture_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = begin([spec()]).pictures()
    monkeypatch.setattr(chart_pictures, "_started", lambda _specs: pytest.fail("drawn again"))

    assert begin([spec(), spec()]).pictures() == (*first, *first) != (None, None)


def test_begun_early_it_is_drawn_once_too(monkeypatch: pytest.MonkeyPatch) -> None:
    started = chart_pictures._started
    calls: list[int] = []

    def counted(specs: list[Spec]) -> subprocess.Popen[bytes]:
        calls.append(len(specs))
        return started(specs)

    monkeypatch.setattr(chart_pictures, "_started", counted)

    early, late = begin([spec()]), begin([spec()])

    assert late.pictures() == early.pictures() != (None,)
    assert calls == [1]


@pytest.mark.parametrize("program", ["raise SystemExit(3)", "print('no pictures')", "import time; time.sleep(9)"])
def test_a_renderer_that_fails_leaves_a_sentence_in_the_place_of_the_picture(
    monkeypatch: pytest.MonkeyPatch, program: str, tmp_path: Any
) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text(program)
    monkeypatch.setattr(chart_pictures, "_PROGRAM", broken)
    monkeypatch.setattr(chart_pictures, "_kept", {})
    monkeypatch.setattr(chart_pictures, "LIMIT", 1.0)

    found = outline(proceedings_docx(a_conference(10), ENGLISH, STAMP)).splitlines()

    assert found.count("[Normal] The picture could not be drawn. The tables say the same.") == 2


def test_without_the_renderer_the_volume_has_its_tables_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(participation_pictures, "can_draw", lambda: False)

    data = proceedings_docx(a_conference(10), ENGLISH, STAMP)

    assert "Figure" not in outline(data)
    assert "Participants by sector" in outline(data)
    assert not [name for name in parts(data) if name.startswith("word/media")]


def a_share(count: int, total: int, target: float | None) -> SectorShare:
    return SectorShare(Sector.CIVIL_SOCIETY, count, count / total, target)


@pytest.mark.parametrize(
    ("count", "target", "sentence"),
    [
        (48, 0.40, "Civil society 48 of 108, above the target of 40%."),
        (43, 0.40, "Civil society 43 of 108, as the target of 40%."),
        (20, 0.40, "Civil society 20 of 108, below the target of 40%."),
        (20, None, "Civil society 20 of 108."),
        (20, 0.0, "Civil society 20 of 108."),
    ],
)
def test_a_share_is_above_below_or_as_its_target(count: int, target: float | None, sentence: str) -> None:
    assert participation_pictures._sector_sentence(a_share(count, 108, target), 108, ENGLISH) == sentence


def test_large_print_leaves_out_the_picture_that_would_fill_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chart_pictures, "_started", lambda specs: specs)
    monkeypatch.setattr(chart_pictures, "_answer", lambda _specs: [])

    large = outline(proceedings_docx(a_conference(10), ENGLISH, replace(STAMP, look=PrintLook(is_large=True))))

    assert large.count("[Caption] Figure") == 1


def test_an_event_with_nobody_has_no_picture() -> None:
    assert "Figure" not in outline(proceedings_docx(a_record(), ENGLISH, STAMP))


def test_drawing_reaches_for_no_address() -> None:
    outside = spec() | {"data": {"url": "http://127.0.0.1:9/people.json"}}
    outside.pop("datasets")
    asked = json.dumps({"scale": 1, "specs": [outside]})

    answer = subprocess.run(
        [sys.executable, "-I", str(chart_pictures._PROGRAM)], input=asked, capture_output=True, text=True, check=False
    )

    assert answer.returncode != 0
    assert "not allowed" in answer.stderr.casefold() or "denied" in answer.stderr.casefold()
