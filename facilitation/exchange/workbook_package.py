"""Puts right in a saved workbook what the library writes against the standard."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

STYLES, SHEETS = "xl/styles.xml", "xl/worksheets/"
FIXED = b' customHeight="1"'
"""With it a row would not grow with what people type into it."""
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name"),
    *("family", "charset", "scheme"),
)
"""The order ECMA-376 gives the parts of a font; openpyxl has its own, which strict readers refuse."""


def orderly_package(content: bytes) -> bytes:
    """The same workbook with the parts of its fonts in the standard's order and rows that grow."""
    result = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(result, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name).replace(FIXED, b"") if name.startswith(SHEETS) else old.read(name)
            new.writestr(name, _with_ordered_fonts(part) if name == STYLES else part)
    return result.getvalue()


def _with_ordered_fonts(styles: bytes) -> bytes:
    root = etree.fromstring(styles)
    for font in root.iter(f"{MAIN}font"):
        font[:] = sorted(font, key=lambda part: FONT_ORDER.index(etree.QName(part).localname))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
