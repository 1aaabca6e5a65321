"""A picture in the line of a paragraph, with its alternative text."""

from __future__ import annotations

from facilitation.documents.word_xml import Element, clean_text, element

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
EMU_PER_MM = 36_000


def picture(relationship: str, size_mm: tuple[float, float], alt: str, number: int) -> Element:
    """A ``w:r`` with the picture of a relationship, of a width and height in millimetres.

    ``number`` is its own among the pictures of the document.
    """
    width, height = size_mm
    size = {"cx": round(width * EMU_PER_MM), "cy": round(height * EMU_PER_MM)}
    name = {"id": number, "name": f"Picture {number}", "descr": clean_text(alt)}
    inline = element(
        "wp:inline",
        element("wp:extent", **size),
        element("wp:docPr", **name),
        element("a:graphic", element("a:graphicData", _picture(relationship, size, name), uri=f"{DRAWING}/picture")),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    inline.attributes |= {f"xmlns:{prefix}": uri for prefix, uri in _NAMESPACES.items()}
    return element("r", element("drawing", inline))


_NAMESPACES = {"wp": f"{DRAWING}/wordprocessingDrawing", "a": f"{DRAWING}/main", "pic": f"{DRAWING}/picture"}


def _picture(relationship: str, size: dict[str, int], name: dict[str, object]) -> Element:
    blip = Element("a:blip", {"r:embed": relationship}, [])
    frame = element("a:xfrm", element("a:off", x=0, y=0), element("a:ext", **size))
    return element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", **name), element("pic:cNvPicPr")),
        element("pic:blipFill", blip, element("a:stretch", element("a:fillRect"))),
        element("pic:spPr", frame, element("a:prstGeom", element("a:avLst"), prst="rect")),
    )
