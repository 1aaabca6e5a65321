"""The only place with fonts, sizes, colours and margins: the named styles and page formats of every document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitation.domain.print_look import USUAL, PrintLook

FONT = "Calibri"
INK = "1E2A2B"
MUTED = "4F5B5C"
GREEN = "0B6B62"
LINE = "B9B2A3"
HEAD_FILL = "E4DFD3"
SOFT_FILL = "F5F3EE"
BAR_FILL = "5B6B6A"
RED = "A61C1C"
SMALLEST = 10.0
"""Points: nothing that can be read is smaller on any paper."""

SIGN_SIZES = (110, 92, 78, 66, 56, 47, 40, 33, 27, 20)
"""The sizes of the text on a sign that is read across a hall, the largest first."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the footer says about a print.

    ``version`` counts the saved changes. ``release`` names the released version the print is of ("2 · For the
    ministry"), with its day, or, without a day, the one the plan has been changed since; "" = none was released yet.
    ``replaces`` names the release a print takes the place of. ``look`` is how it is printed; ``template`` = the
    organisation's own Word file, already looked through (b"" = ours).
    """

    version: str
    printed_on: date
    release: str = ""
    released_on: date | None = None
    replaces: str = ""
    look: PrintLook = USUAL
    template: bytes = b""


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A sheet of A4 with its margins; millimetres. ``right`` = the margin there, where it is not ``side``.

    ``has_fixed_sizes`` = everything on it is measured to fit, so that large print leaves it as it is: cards, signs,
    certificates. ``is_bare`` = cut into pieces or read across a hall, so that an organisation's template is of no use.
    """

    width: float = 210
    height: float = 297
    side: float = 18
    top: float = 16
    bottom: float = 20
    footer: float = 8
    header: float = 7
    right: float | None = None
    has_fixed_sizes: bool = False
    is_bare: bool = False

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.side - (self.side if self.right is None else self.right)

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


PORTRAIT = PageFormat()
LANDSCAPE = PageFormat(width=297, height=210, side=15, top=13, bottom=17.5, footer=7)
BOOK = PageFormat(side=24, top=22, bottom=24, footer=11)
CERTIFICATE = PageFormat(width=297, height=210, side=28, top=16, bottom=17.5, footer=7, has_fixed_sizes=True)
CARDS = PageFormat(side=15, top=9, bottom=18, footer=6, has_fixed_sizes=True, is_bare=True)
SIGNS = PageFormat(width=297, height=210, side=15, top=13, bottom=17.5, footer=7, has_fixed_sizes=True, is_bare=True)


@dataclass(frozen=True, slots=True)
class StyleSpec:
    """One named style; sizes and spaces in points, ``line`` in lines. What is None comes from ``based_on``.

    ``bar`` = the colour of a line at the left; ``box`` = a thin line around.
    """

    name: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str = ""
    before: float | None = None
    after: float | None = None
    line: float | None = None
    align: str = ""
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    left: float | None = None
    bullet: bool = False
    hanging: bool = False
    bar: str = ""
    fill: str = ""
    box: bool = False
    next_style: str = ""
    superscript: bool = False

    @property
    def style_id(self) -> str:
        """The id Word knows the style by."""
        return self.name.title().replace(" ", "")


def _heading(level: int, size: float, before: float, after: float) -> StyleSpec:
    return StyleSpec(
        f"heading {level}",
        size=size,
        bold=True,
        colour=GREEN,
        before=before,
        after=after,
        line=1.0,
        outline=level - 1,
        keep_next=True,
        keep_lines=True,
        next_style="Normal",
    )


STYLES = (
    StyleSpec("Normal", based_on="", before=0, after=5, line=1.1),
    StyleSpec("Title", size=24, bold=True, colour=GREEN, after=3, line=0.95, keep_next=True, keep_lines=True),
    StyleSpec("Subtitle", size=12.5, colour=MUTED, after=3, line=1.0, keep_next=True),
    _heading(1, 16, before=14, after=5),
    _heading(2, 13, before=12, after=4),
    _heading(3, 11.5, before=9, after=3),
    StyleSpec("toc heading", size=16, bold=True, colour=GREEN, after=8, keep_next=True),
    StyleSpec("toc 1", bold=True, before=5, after=1),
    StyleSpec("toc 2", after=1, left=8, line=1.0),
    StyleSpec("caption", size=10.5, bold=True, before=8, after=3, keep_next=True, keep_lines=True),
    StyleSpec("header", size=10, after=0, line=1.0),
    StyleSpec("footer", size=10, colour=MUTED, after=0, line=1.0),
    StyleSpec("Print Line", size=10, colour=MUTED, after=0, line=1.0, align="left"),
    StyleSpec("List Bullet", left=5, after=3, bullet=True),
    StyleSpec("Quote", size=11, italic=True, before=2, after=1, left=6, bar=GREEN, keep_lines=True, keep_next=True),
    StyleSpec("Quote Source", size=10, colour=MUTED, after=7, left=6, bar=GREEN),
    StyleSpec("Lead", size=11.5, after=7),
    StyleSpec("Detail", size=10, colour=MUTED, after=4),
    StyleSpec("Label", size=10, bold=True, colour=GREEN, before=5, after=1, line=1.0, keep_next=True),
    StyleSpec("Question", size=17, bold=True, before=6, after=4, left=5, line=1.0, bar=GREEN, keep_lines=True),
    StyleSpec("Long Question", based_on="Question", size=14),
    StyleSpec("Staff Mark", size=11, bold=True, after=0, line=1.0, fill=HEAD_FILL),
    StyleSpec("Empty Note", size=12, before=8, after=8, colour=MUTED),
    StyleSpec("Form Line", before=3, after=3),
    StyleSpec("Gap", size=4, after=0, line=1.0, keep_next=True),
    StyleSpec("Spacer", size=1, before=0, after=0, line=1.0),
    StyleSpec("Table Text", size=10, after=0, line=1.0),
    StyleSpec("Table Name", based_on="Table Text", left=3, after=1, hanging=True),
    StyleSpec("Table Head", based_on="Table Text", bold=True, keep_next=True),
    StyleSpec("Table Head Number", based_on="Table Head", align="right"),
    StyleSpec("Table Item", based_on="Table Text", size=11, bold=True),
    StyleSpec("Table Detail", based_on="Table Text", colour=MUTED),
    StyleSpec("Table Number", based_on="Table Text", align="right"),
    StyleSpec("Table Centre", based_on="Table Text", align="center"),
    StyleSpec("Table Words", based_on="Table Text", italic=True),
    StyleSpec("Clock", based_on="Table Text", size=11, bold=True),
    StyleSpec("Tick Box", based_on="Table Text", size=14, align="center"),
    StyleSpec("Box Value", based_on="Table Text", size=14, bold=True),
    StyleSpec("Cover Title", size=30, bold=True, colour=GREEN, before=150, after=10, line=0.95, keep_lines=True),
    StyleSpec("Cover Line", size=14, after=4),
    StyleSpec("Cover Kind", size=16, colour=MUTED, after=14),
    StyleSpec("Sample Mark", size=12, bold=True, before=2, after=4, line=1.0),
    StyleSpec("Card Event", size=11, colour=MUTED, align="center", after=0),
    StyleSpec("Card Number", size=150, bold=True, align="center", after=4, line=0.85),
    StyleSpec("Largest Card Text", based_on="Table Text", size=14),
    StyleSpec("Largest Card Words", based_on="Largest Card Text", size=14, italic=True),
    StyleSpec("Large Card Text", based_on="Table Text", size=12),
    StyleSpec("Large Card Words", based_on="Large Card Text", size=12, italic=True),
    StyleSpec("Card Text", based_on="Table Text", size=11),
    StyleSpec("Card Words", based_on="Card Text", size=11, italic=True),
    StyleSpec("Pocket Head", based_on="Table Text", size=22, bold=True),
    StyleSpec("Pocket Question", based_on="Table Text", size=20),
    StyleSpec("Pocket Title", based_on="Table Text", size=18),
    StyleSpec("Pocket Text", based_on="Table Text", size=16),
    StyleSpec("Pocket Detail", based_on="Table Detail", size=16),
    StyleSpec("Card Question", size=16, align="center", after=3, line=1.0),
    StyleSpec("Card Small Question", based_on="Card Question", size=12, after=2),
    StyleSpec("Tent Number", based_on="Card Number", size=110, after=2),
    StyleSpec("Tent Small Number", based_on="Card Number", size=80, after=2),
    StyleSpec("Tent Host", based_on="Card Question", size=18, bold=True, after=4),
    StyleSpec("Tent Long Host", based_on="Tent Host", size=12),
    *(StyleSpec(f"Sign {size}", size=size, bold=True, align="center", after=0, line=0.95) for size in SIGN_SIZES),
    StyleSpec("Sign Round", size=32, bold=True, colour=GREEN, align="center", after=10, line=1.0),
    StyleSpec("Seat Head", size=10, colour=MUTED, before=4, after=2, line=1.0, left=2.5),
    StyleSpec("Seat Name", size=15, bold=True, after=1, line=1.0, left=2.5),
    StyleSpec("Seat Long Name", based_on="Seat Name", size=12),
    StyleSpec("Seat Office", size=10, after=0, line=1.0, left=2.5),
    StyleSpec("Seat Titles", size=10, colour=MUTED, before=4, after=0, line=1.0, left=2.5),
    StyleSpec("Seat", size=12, after=0, line=1.0, left=2.5),
    StyleSpec("Seat Small", based_on="Seat", size=10),
    StyleSpec("Badge Event", size=10, colour=MUTED, align="center", after=4, line=0.95),
    StyleSpec("Badge Name", size=20, bold=True, align="center", after=3, line=0.9),
    StyleSpec("Badge Long Name", based_on="Badge Name", size=14),
    StyleSpec("Badge Organisation", size=11.5, align="center", after=3, line=0.95),
    StyleSpec("Badge Line", size=10, align="center", after=0, line=1.0),
    StyleSpec("Badge No Photo", based_on="Badge Line", size=12, colour=RED),
    StyleSpec("Certificate Kind", size=40, bold=True, colour=GREEN, align="center", before=24, after=16, line=1.0),
    StyleSpec("Certificate Text", size=15, align="center", after=9, line=1.05),
    StyleSpec("Certificate Name", size=32, bold=True, align="center", before=4, after=6, line=0.95),
    StyleSpec("Certificate Long Name", based_on="Certificate Name", size=20),
    StyleSpec("Certificate Event", size=20, bold=True, align="center", before=2, after=4, line=1.0),
    StyleSpec("Certificate Long Event", based_on="Certificate Event", size=14),
    StyleSpec("Certificate Line", size=12, align="center", after=0, line=1.0),
    StyleSpec("Certificate Number", size=11, colour=MUTED, align="center", before=4, after=0),
    StyleSpec("Default Paragraph Font", kind="character", based_on=""),
    StyleSpec("Strong", kind="character", based_on="Default Paragraph Font", bold=True),
    StyleSpec("Emphasis", kind="character", based_on="Default Paragraph Font", italic=True),
    StyleSpec("Seat Number", kind="character", based_on="Default Paragraph Font", size=16, bold=True),
    StyleSpec("Seat Small Number", kind="character", based_on="Default Paragraph Font", size=13, bold=True),
    StyleSpec("Muted", kind="character", based_on="Default Paragraph Font", colour=MUTED),
    StyleSpec("Hyperlink", kind="character", based_on="Default Paragraph Font", colour=GREEN),
    StyleSpec("footnote text", size=10, after=2, line=1.0),
    StyleSpec("footnote reference", kind="character", based_on="Default Paragraph Font", superscript=True),
    StyleSpec("Normal Table", kind="table", based_on=""),
    StyleSpec("Table Grid", kind="table", based_on="Normal Table"),
)
STYLE_IDS = {spec.name: spec.style_id for spec in STYLES}
SIZES = {spec.name: spec.size for spec in STYLES}
