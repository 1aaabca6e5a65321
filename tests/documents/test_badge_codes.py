"""The code of the phone page on badges."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

import pytest
import segno
from openxml_audit import OpenXmlValidator

from facilitation.documents.people_word import badges_docx
from facilitation.documents.qr_code import PIXELS_PER_MODULE, QUIET_ZONE, qr_png
from facilitation.i18n.translator import Translator
from facilitation.services.phone_links import TOKEN_BYTES
from tests.builders import a_record, some_participations
from tests.documents.conference import a_conference
from tests.documents.reading import LANGUAGES, STAMP, W, parts, xml

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CODE_MILLIMETRES = 864_000 / 36_000
ADDRESS = "http://192.168.1.10:8501/p/abcdefgh"


def badges(language: str = "en", *, people: int = 3, linked: int = 2) -> bytes:
    """Badges of which the first few have a code."""
    record = a_record(participations=some_participations(people, name="Zyra"))
    addresses = {part.id: f"{ADDRESS}{part.id}" for part in record.participations[:linked]}
    return badges_docx(record, Translator(language), STAMP, addresses)


def pictures(data: bytes) -> list[Any]:
    return list(xml(data).iter(f"{DRAWING}inline"))


def test_who_has_a_page_has_its_own_code_with_a_description() -> None:
    data = badges()

    images = [name for name in parts(data) if name.startswith("word/media/")]
    described = [entry.find(f"{DRAWING}docPr") for entry in pictures(data)]
    assert len(images) == 2
    assert [entry.get("descr") for entry in described] == [
        "Code that opens the phone page of Zyra 1",
        "Code that opens the phone page of Zyra 2",
    ]
    assert [entry.get("id") for entry in described] == ["1", "2"]


def test_badges_with_codes_keep_their_place_and_height() -> None:
    def rows(data: bytes) -> list[tuple[str, int]]:
        (body,) = xml(data).iter(f"{W}body")
        table = body.find(f"{W}tbl")
        return [
            (row.find(f"{W}trPr/{W}trHeight").get(f"{W}val"), len(row.findall(f"{W}tc")))
            for row in table.findall(f"{W}tr")
        ]

    assert rows(badges(people=11, linked=11)) == rows(badges(people=11, linked=0)) == [("3050", 2)] * 6


def test_a_code_is_square_and_large_enough_for_a_phone() -> None:
    (extent, _other) = (entry.find(f"{DRAWING}extent") for entry in pictures(badges()))

    assert (extent.get("cx"), extent.get("cy")) == ("864000", "864000")


def test_the_code_says_the_address_within_its_quiet_zone() -> None:
    expected = BytesIO()
    segno.make(ADDRESS, micro=False, error="m").save(expected, kind="png", scale=PIXELS_PER_MODULE, border=QUIET_ZONE)

    assert qr_png(ADDRESS) == expected.getvalue()
    assert QUIET_ZONE >= 4


@pytest.mark.parametrize("host", ["http://192.168.100.100:8501", "https://tryeza.bashkia-gjirokaster.al"])
def test_the_squares_of_a_code_with_a_whole_token_are_wide_enough_for_any_phone(host: str) -> None:
    """Half a millimetre is read from a hand's breadth away, also by old cameras."""
    link = f"{host}/p/{token_urlsafe(TOKEN_BYTES)}"
    modules = segno.make_qr(link, error="m").symbol_size(border=QUIET_ZONE)[0]

    assert CODE_MILLIMETRES / modules >= 0.5


def test_the_file_is_sound_in_both_languages(tmp_path: Path) -> None:
    record = a_conference(12)
    for language in LANGUAGES:
        path = tmp_path / f"badges.{language}.docx"
        addresses = {part.id: f"{ADDRESS}{part.id}" for part in record.participations}
        path.write_bytes(badges_docx(record, Translator(language), STAMP, addresses))

        result = OpenXmlValidator().validate(path)

        assert (result.is_valid, list(result.errors)) == (True, [])
