"""Letterheads as offices have them, and files that pretend to be one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

from facilitation.documents.qr_code import qr_png
from tests.documents.reading import parts

DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
SETTINGS, SETTINGS_RELS = "word/settings.xml", "word/_rels/settings.xml.rels"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def a_letterhead(title: str = "Republika e Shqipërisë · Bashkia Fier") -> bytes:
    """A .docx with a logo and a name in the header, an address in the footer, and old text in its body."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].add_run().add_picture(BytesIO(qr_png("logo")))
    section.header.add_paragraph(title)
    section.footer.paragraphs[0].text = "Rruga e Provës 1, Fier"
    document.add_paragraph("Një letër e vjetër për Zyrën X")
    document.add_table(rows=1, cols=1)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def with_parts(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with parts replaced or added."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, content in {**parts(data), **changed}.items():
            package.writestr(name, content)
    return made.getvalue()


def with_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A letterhead with one part changed."""
    data = a_letterhead()
    return with_parts(data, {name: change(parts(data)[name])})


def as_template(data: bytes, kind: str = "wordprocessingml.template") -> bytes:
    """The same file saved as .dotx, or as another type."""
    types = parts(data)[TYPES].replace(b"wordprocessingml.document.main", f"{kind}.main".encode())
    return with_parts(data, {TYPES: types})


def relationships(target: str, kind: str, mode: str = "External") -> bytes:
    """A part that names something outside."""
    return (
        f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}"><Relationship Id="rId99" Type="{RELATIONSHIP}/{kind}" '
        f'Target="{target}" TargetMode="{mode}"/></Relationships>'
    ).encode()


def _with_header(xml: str) -> bytes:
    """A letterhead whose header holds more."""
    data = a_letterhead()
    header = next(name for name in parts(data) if name.startswith("word/header"))
    changed = parts(data)[header].replace(b"</w:hdr>", f"{xml}</w:hdr>".encode())
    return with_parts(data, {header: changed})


def _with_header_link(kind: str) -> bytes:
    data = a_letterhead()
    header = next(name for name in parts(data) if name.startswith("word/header"))
    rels = f"word/_rels/{header.removeprefix('word/')}.rels"
    old = parts(data)[rels]
    extra = relationships("https://example.org/x.png", kind).split(b">", 2)[2].removesuffix(b"</Relationships>")
    return with_parts(data, {rels: old.replace(b"</Relationships>", extra + b"</Relationships>")})


def _field(instruction: str) -> bytes:
    return _with_header(f'<w:p><w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r></w:p>')


def _split_field() -> bytes:
    halves = "".join(f"<w:r><w:instrText>{half}</w:instrText></w:r>" for half in ("DDE", "AUTO cmd"))
    return _with_header(f"<w:p>{halves}</w:p>")


def _simple_field() -> bytes:
    return _with_header('<w:p><w:fldSimple w:instr=" includetext &quot;C:\\x&quot; "/></w:p>')


def _duplicated() -> bytes:
    data = a_letterhead()
    made = BytesIO(data)
    with ZipFile(made, "a") as package:
        package.writestr("word/Document.xml ", b"")
    return made.getvalue().replace(b"word/Document.xml ", b"word/document.xml\0")


HOSTILE: Mapping[str, bytes] = {
    "empty": b"",
    "text": b"Letra e Bashkise",
    "old .doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "cut off": a_letterhead()[:-200],
    "flipped": bytes(byte ^ 0xFF if 600 < place < 620 else byte for place, byte in enumerate(a_letterhead())),
    "macros": with_parts(a_letterhead(), {"word/vbaProject.bin": b"x"}),
    "macro type": as_template(a_letterhead(), "application/vnd.ms-word.document.macroEnabled"),
    "active x": with_parts(a_letterhead(), {"word/activeX/activeX1.xml": b"<x/>"}),
    "embedded program": with_parts(a_letterhead(), {"word/embeddings/oleObject1.bin": b"x"}),
    "a workbook": with_parts(a_letterhead(), {TYPES: b"<Types/>"}),
    "doctype": with_part(DOCUMENT, lambda xml: xml.replace(b"<w:document", b"<!DOCTYPE x []><w:document", 1)),
    "entities": with_part(SETTINGS, lambda xml: b'<!DOCTYPE a [<!ENTITY b "ha">]>' + xml),
    "broken xml": with_part(DOCUMENT, lambda xml: xml[:-30]),
    "no body": with_part(DOCUMENT, lambda xml: xml.replace(b"w:body", b"w:nobody")),
    "a part that unpacks": with_parts(a_letterhead(), {"word/media/x.png": b"\0" * 30_000_000}),
    "endless xml": with_parts(a_letterhead(), {"word/x.xml": b" " * 6_000_000}),
    "endless paragraphs": with_part(
        DOCUMENT, lambda xml: xml.replace(b"<w:sectPr", b"<w:p/>" * 200_000 + b"<w:sectPr", 1)
    ),
    "too many parts": with_parts(a_letterhead(), {f"word/media/{n}.png": b"x" for n in range(600)}),
    "linked picture": _with_header_link("image"),
    "frame": _with_header_link("frame"),
    "html inside": _with_header_link("aFChunk"),
    "dde": _field(" DDEAUTO c:\\\\windows\\\\cmd "),
    "dde in halves": _split_field(),
    "included picture": _field(' INCLUDEPICTURE "https://example.org/x" '),
    "included text": _simple_field(),
}
"""Files that must be refused, by what is wrong with them."""
