"""Draft mails as ``.eml`` files (RFC 5322), a ``.zip`` of them, and ``mailto:`` links (RFC 6068)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.charset import QP, Charset
from email.generator import BytesGenerator
from email.header import Header
from email.message import Message
from email.policy import compat32
from email.utils import format_datetime
from io import BytesIO
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LONGEST_LINK = 1900
"""Signs of a ``mailto:`` link that mail programs and browsers on Windows still take whole."""
LONGEST_NAME = 120
PLAIN_NAME = re.compile(r"[A-Za-z0-9 .,;:'()&/+-]*")
"""What may stand between quotes as it is; any other name is written as an encoded word."""
UTF8 = Charset("utf-8")
UTF8.body_encoding = QP
LINE_END = "\r\n"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Somebody who can be written to."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One mail before a person sends it; ``sender`` is left to the mail program where it is not known."""

    to: tuple[Mailbox, ...]
    subject: str
    text: str
    cc: tuple[Mailbox, ...] = ()
    sender: Mailbox | None = None


def draft_eml(draft: Draft, made_at: datetime) -> bytes:
    """The draft as a file that mail programs open for sending (``X-Unsent``).

    The names are encoded here: the library's newer classes break long names with commas at the wrong places.
    """
    mail = Message(policy=compat32)
    mail["X-Unsent"] = "1"
    mail["Date"] = format_datetime(made_at.astimezone())
    if draft.sender:
        mail["From"] = _mailbox(draft.sender, "From")
    mail["To"] = _mailboxes(draft.to, "To")
    if draft.cc:
        mail["Cc"] = _mailboxes(draft.cc, "Cc")
    mail["Subject"] = _encoded(one_line(draft.subject), "Subject")
    mail["MIME-Version"] = "1.0"
    mail.set_payload(draft.text, UTF8)
    data = BytesIO()
    BytesGenerator(data, mangle_from_=False, policy=compat32.clone(linesep=LINE_END, max_line_length=None)).flatten(
        mail
    )
    return data.getvalue()


def mailto_link(draft: Draft) -> str:
    """The draft as a link; "" where it is too long to arrive whole."""
    fields = {
        "cc": ",".join(box.address for box in draft.cc),
        "subject": one_line(draft.subject),
        "body": draft.text.replace("\n", LINE_END),
    }
    asked = "&".join(f"{name}={quote(text, safe='')}" for name, text in fields.items() if text)
    to = ",".join(quote(box.address, safe="@") for box in draft.to)
    link = f"mailto:{to}?{asked}"
    return link if len(link) <= LONGEST_LINK else ""


def drafts_zip(drafts: Sequence[Draft], made_at: datetime) -> bytes:
    """All drafts as files with plain names, in their order."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as package:
        for number, draft in enumerate(drafts, start=1):
            entry = ZipInfo(file_name(draft, number), made_at.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, draft_eml(draft, made_at))
    return data.getvalue()


def file_name(draft: Draft, number: int) -> str:
    """ "03-zyra-e-punesimit.eml": what every system can write down."""
    plain = unicodedata.normalize("NFKD", draft.to[0].name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    return "-".join([f"{number:02}", *words])[:60].rstrip("-") + ".eml"


def one_line(text: str) -> str:
    """The text without line ends and other signs that steer: nothing in it can begin a header of its own."""
    shown = "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") else sign for sign in text)
    return " ".join(shown.encode("utf-8", "ignore").decode().split())


def _mailboxes(boxes: Sequence[Mailbox], header: str) -> str:
    return f",{LINE_END} ".join(_mailbox(box, header) for box in boxes)


def _mailbox(box: Mailbox, header: str) -> str:
    name = one_line(box.name)[:LONGEST_NAME].strip()
    if not name:
        return box.address
    words = f'"{name}"' if PLAIN_NAME.fullmatch(name) and len(name) < 60 else _encoded(name, header)
    return f"{words}{LINE_END} <{box.address}>"


def _encoded(text: str, header: str) -> str:
    return Header(text, "utf-8", header_name=header).encode(linesep=LINE_END)
