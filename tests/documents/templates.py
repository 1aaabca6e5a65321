"""Word templates as organisations have them: saved by LibreOffice, made by pandoc, from a Word in another language."""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.shared import Mm

from facilitation.documents.qr_code import qr_png
from facilitation.documents.word_xml import NAMESPACE
from tests.documents.letterheads import PACKAGE, RELATIONSHIP, TYPES, as_template, with_parts
from tests.documents.reading import parts
from tests.programs import need

FLAT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
    for name, kind in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
LIBREOFFICE_HEADER, PANDOC_HEADER, LOCAL_HEADER = "Bashkia e Provës", "Instituti i Provës", "Ministria e Provës"


def _flat_document() -> str:
    """An .fodt with a letterhead (logo, name, address), headings of its own and an old letter."""
    logo = base64.b64encode(qr_png("logo")).decode()
    styles = "".join(
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph" '
        f'style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="justify"/>'
        f'<style:text-properties fo:font-size="{size}pt" fo:color="#7a1f1f"/></style:style>'
        for name, shown, size in (
            ("Title", "Title", 26),
            ("Heading_20_1", "Heading 1", 18),
            ("Heading_20_2", "Heading 2", 14),
            ("Quotations", "Quotations", 11),
        )
    )
    picture = (
        '<draw:frame draw:name="logo" text:anchor-type="as-char" svg:width="14mm" svg:height="14mm">'
        f"<draw:image><office:binary-data>{logo}</office:binary-data></draw:image></draw:frame>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {FLAT} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>'
        '<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties '
        'fo:margin-bottom="3mm" fo:text-indent="6mm"/><style:text-properties fo:font-size="11pt" '
        f'fo:font-family="Liberation Serif"/></style:style>{styles}</office:styles><office:automatic-styles>'
        '<style:page-layout style:name="p"><style:page-layout-properties fo:page-width="210mm" '
        'fo:page-height="297mm" fo:margin-top="12mm" fo:margin-bottom="12mm" fo:margin-left="30mm" '
        'fo:margin-right="20mm"/><style:header-style><style:header-footer-properties fo:min-height="18mm" '
        'fo:margin-bottom="4mm"/></style:header-style><style:footer-style><style:header-footer-properties '
        'fo:min-height="8mm" fo:margin-top="3mm"/></style:footer-style></style:page-layout>'
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="p"><style:header><text:p>{picture} {LIBREOFFICE_HEADER}</text:p></style:header>'
        "<style:footer><text:p>Rruga e Provës 3, Berat</text:p></style:footer></style:master-page>"
        "</office:master-styles><office:body><office:text>"
        '<text:p text:style-name="Title">Titull</text:p><text:h text:style-name="Heading_20_1" '
        'text:outline-level="1">Kreu</text:h><text:h text:style-name="Heading_20_2" text:outline-level="2">Pika'
        '</text:h><text:p text:style-name="Quotations">Fjalë</text:p><text:p>Një letër e vjetër.</text:p>'
        "</office:text></office:body></office:document>"
    )


@cache
def libreoffice_template() -> bytes:
    """A .docx saved by LibreOffice itself."""
    folder = Path(mkdtemp(prefix="tryeza-template-"))
    (folder / "letra.fodt").write_text(_flat_document(), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(need("soffice")), profile, "--headless", "--convert-to", "docx", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "letra.fodt")], capture_output=True, check=True, timeout=120)
    return (folder / "letra.docx").read_bytes()


def _style(
    style_id: str, name: str, inner: str = "", *, kind: str = "paragraph", based: str = "", more: str = ""
) -> str:
    based_on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"{more}><w:name w:val="{name}"/>{based_on}{inner}</w:style>'


def _pandoc_styles() -> str:
    """The styles of pandoc's reference.docx: names with capitals; no List Bullet, Table Grid, Quote, Header, Footer."""
    default = ' w:default="1"'
    headings = "".join(
        _style(
            f"Heading{level}",
            f"Heading {level}",
            '<w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>'
            f'<w:spacing w:before="{480 if level == 1 else 200}" w:after="0"/><w:outlineLvl w:val="{level - 1}"/>'
            '</w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:b/><w:bCs/>'
            f'<w:color w:val="4F81BD" w:themeColor="accent1"/><w:sz w:val="{32 if level == 1 else 28}"/></w:rPr>',
            based="Normal",
        )
        for level in range(1, 7)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="200"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + _style("Normal", "Normal", "<w:qFormat/>", more=default)
        + _style(
            "BodyText",
            "Body Text",
            '<w:qFormat/><w:pPr><w:spacing w:before="180" w:after="180"/></w:pPr>',
            based="Normal",
        )
        + _style("Compact", "Compact", '<w:pPr><w:spacing w:before="36" w:after="36"/></w:pPr>', based="BodyText")
        + _style(
            "Title",
            "Title",
            '<w:pPr><w:keepNext/><w:spacing w:before="480" w:after="240"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/>'
            '<w:color w:val="345A8A"/><w:sz w:val="36"/></w:rPr>',
            based="Normal",
        )
        + _style("Subtitle", "Subtitle", '<w:rPr><w:sz w:val="30"/></w:rPr>', based="Title")
        + headings
        + _style("BlockText", "Block Text", '<w:pPr><w:ind w:left="480" w:right="480"/></w:pPr>', based="BodyText")
        + _style("DefaultParagraphFont", "Default Paragraph Font", kind="character", more=default)
        + _style(
            "Table",
            "Table",
            '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
            kind="table",
            more=default,
        )
        + _style("Caption", "Caption", '<w:rPr><w:i/><w:sz w:val="18"/></w:rPr>', based="Normal")
        + _style(
            "Hyperlink", "Hyperlink", '<w:rPr><w:color w:val="4F81BD"/></w:rPr>', kind="character",
            based="DefaultParagraphFont",
        )
        + _style(
            "TOCHeading",
            "TOC Heading",
            '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr>',
            based="Heading1",
        )
        + "</w:styles>"
    )  # fmt: skip


def pandoc_template() -> bytes:
    """What pandoc writes as reference.docx, with a header; a part for lists is missing and the page is US Letter."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{main}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("header9", "header"))
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONSHIP}/{kind}" Target="{target}"/>'
        for number, kind, target in ((1, "styles", "styles.xml"), (2, "header", "header9.xml"))
    )
    word = f'xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONSHIP}"'
    made = {
        TYPES: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{RELATIONSHIP}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">{related}'
        "</Relationships>",
        "word/document.xml": f'<?xml version="1.0"?><w:document {word}><w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p>'
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="12240" w:h="15840"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" '
        'w:gutter="0"/><w:cols w:num="2" w:space="720"/></w:sectPr></w:body></w:document>',
        "word/header9.xml": f'<?xml version="1.0"?><w:hdr {word}><w:p><w:r><w:t>{PANDOC_HEADER}</w:t></w:r></w:p>'
        "</w:hdr>",
        "word/styles.xml": _pandoc_styles(),
    }
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as package:
        for name, content in made.items():
            package.writestr(name, content)
    return data.getvalue()


LOCAL_IDS = {
    "Heading1": "Titulli1",
    "Heading2": "Titulli2",
    "Heading3": "Titulli3",
    "ListBullet": "Listmepika",
    "TableGrid": "Rrjetitabele",
    "Title": "Titull",
    "Normal": "Normale",
    "Quote": "Citim",
    "Footer": "Fundifaqes",
    "Caption": "Diçitura",
}


def local_template() -> bytes:
    """A .dotx of a Word in another language: ids translated, names English, own edges on the first page."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].add_run().add_picture(BytesIO(qr_png("logo")), height=Mm(15))
    section.first_page_header.add_paragraph(LOCAL_HEADER)
    section.header.paragraphs[0].text = f"{LOCAL_HEADER} · vijim"
    section.footer.paragraphs[0].text = "Bulevardi i Provës 7, Tiranë"
    document.add_paragraph("Shkresë e vjetër")
    data = BytesIO()
    document.save(data)
    made = data.getvalue()
    return as_template(with_parts(made, {name: _localised(part) for name, part in parts(made).items()}))


def _localised(part: bytes) -> bytes:
    """Translate the ids wherever they are named, but not the names of the styles."""
    for old, new in LOCAL_IDS.items():
        for before in (b'w:styleId="', b'<w:basedOn w:val="', b'<w:next w:val="', b'Style w:val="', b'<w:link w:val="'):
            part = part.replace(before + old.encode() + b'"', before + new.encode() + b'"')
    return part


TEMPLATES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "libreoffice": (libreoffice_template, LIBREOFFICE_HEADER),
    "pandoc": (pandoc_template, PANDOC_HEADER),
    "local": (local_template, LOCAL_HEADER),
}
"""How each is made, and what stands in its header."""
