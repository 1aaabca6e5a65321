"""Draft mails read back by the library's own parser; nothing a person types becomes a header."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses
from io import BytesIO
from random import Random
from urllib.parse import parse_qs, unquote, urlsplit
from zipfile import ZipFile

import pytest

from facilitation.exchange.reminder_mail import (
    LONGEST_LINK,
    LONGEST_NAME,
    Draft,
    Mailbox,
    draft_eml,
    drafts_zip,
    file_name,
    mailto_link,
    one_line,
)

AT = datetime(2027, 4, 14, 9, 5)
OFFICE = Mailbox("Përfaqësuese, Zyra e Punësimit, Shkodër", "shkodra@example.org")
HOSTILE = (
    "Zyra\r\nBcc: victim@example.org",
    "Zyra\nSubject: tjetër\n\nbody",
    "Zyra\u2028Bcc: x@example.org",
    "Zyra\u0085Bcc: x@example.org",
    'Zyra" <x@example.org>, "',
    "=?utf-8?q?evil?=",
    "Zyra\\",
    "Zyra <x@example.org>",
    "Zyra\x00 dhe\x1b[31m",
    "Zyra \u202egro.elpmaxe",
    "Zyra \ud800 e prishur",
    "Njësia, " * 60,
    "A" * 500,
    " ",
)
WORDS = (
    "Zyra",
    "Punësimit,",
    '"Shkodër"',
    "(dhe)",
    ";",
    "a@b.al",
    "<x>",
    "Ç",
    "=?utf-8?q?x?=",
    "\\",
    "of",
    ":",
    "тест",
)


def a_draft(*names: str, text: str = "Përshëndetje\n") -> Draft:
    boxes = tuple(Mailbox(name, f"a{place}@example.org") for place, name in enumerate(names))
    return Draft(to=boxes[:1], cc=boxes[1:], subject=names[0], text=text)


def read(data: bytes) -> Message:
    return message_from_bytes(data)


def people(mail: Message, header: str) -> list[tuple[str, str]]:
    found = getaddresses([str(mail[header]).replace("\r\n", "")])
    return [(str(make_header(decode_header(name))), address) for name, address in found]


def test_a_draft_is_opened_for_sending_and_says_whom_and_what() -> None:
    draft = Draft(
        to=(OFFICE,), cc=(Mailbox("Zyra D", "d@example.org"),), subject="2 detyra – të vonuara", text="Mirë\n"
    )

    mail = read(draft_eml(draft, AT))

    assert mail["X-Unsent"] == "1"
    assert people(mail, "To") == [(OFFICE.name, OFFICE.address)]
    assert people(mail, "Cc") == [("Zyra D", "d@example.org")]
    assert str(make_header(decode_header(mail["Subject"]))) == "2 detyra – të vonuara"
    assert mail["From"] is None
    payload = mail.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode(mail.get_content_charset() or "").replace("\r\n", "\n") == "Mirë\n"


def test_who_sends_it_stands_in_it_where_that_is_known() -> None:
    draft = Draft(to=(OFFICE,), subject="x", text="x", sender=Mailbox("Zyra D", "d@example.org"))

    assert people(read(draft_eml(draft, AT)), "From") == [("Zyra D", "d@example.org")]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_a_name(name: str) -> None:
    mail = read(draft_eml(a_draft(name, name), AT))

    assert mail.keys() == [
        *("X-Unsent", "Date", "To", "Cc", "Subject", "MIME-Version"),
        *("Content-Type", "Content-Transfer-Encoding"),
    ]
    assert people(mail, "To") == [(one_line(name)[:LONGEST_NAME].strip(), "a0@example.org")]
    assert [address for _name, address in people(mail, "Cc")] == ["a1@example.org"]


def test_names_of_any_words_come_back_whole_and_lines_stay_short() -> None:
    chance = Random(7)
    for _round in range(400):
        names = [" ".join(chance.choices(WORDS, k=chance.randint(1, 10))) for _name in range(3)]

        data = draft_eml(a_draft(*names), AT)

        lines = data.split(b"\r\n")
        assert max(map(len, lines)) <= 78
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        assert people(read(data), "Cc") == [(names[1], "a1@example.org"), (names[2], "a2@example.org")]
        assert str(make_header(decode_header(str(read(data)["Subject"])))) == names[0]


@pytest.mark.parametrize("text", ["ë" * 3000 + "\n", "From the office\n.\n\n--\nFund\n", "-" * 2000 + "\n"])
def test_any_text_comes_back_whole(text: str) -> None:
    payload = read(draft_eml(a_draft("Zyra", text=text), AT)).get_payload(decode=True)

    assert isinstance(payload, bytes)
    assert payload.decode("utf-8").replace("\r\n", "\n") == text


def test_a_link_carries_the_whole_draft_percent_encoded() -> None:
    draft = Draft(
        to=(OFFICE,), cc=(Mailbox("D", "d+x@example.org"),), subject="Të & tjera?", text="një\ndy & tri=4 #5 100 %\n"
    )

    found = urlsplit(mailto_link(draft))

    assert (found.scheme, unquote(found.path)) == ("mailto", "shkodra@example.org")
    assert parse_qs(found.query) == {
        "cc": ["d+x@example.org"],
        "subject": ["Të & tjera?"],
        "body": ["një\r\ndy & tri=4 #5 100 %\r\n"],
    }


def test_an_address_cannot_add_fields_to_a_link() -> None:
    link = mailto_link(Draft(to=(Mailbox("Zyra", "a?bcc=x&b@example.org"),), subject="x", text="x"))

    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}


def test_a_link_that_mail_programs_would_cut_is_not_offered() -> None:
    fits = mailto_link(a_draft("Zyra", text="a" * 1000))

    assert 0 < len(fits) <= LONGEST_LINK
    assert mailto_link(a_draft("Zyra", text="a" * LONGEST_LINK)) == ""


def test_files_of_the_archive_have_plain_names_that_differ() -> None:
    drafts = [a_draft("Çdo Zyrë / Kukës"), a_draft("Çdo Zyrë / Kukës"), a_draft("../../тест"), a_draft("z" * 300)]

    with ZipFile(BytesIO(drafts_zip(drafts, AT))) as package:
        names = package.namelist()

    assert names == ["01-cdo-zyre-kukes.eml", "02-cdo-zyre-kukes.eml", "03.eml", f"04-{'z' * 57}.eml"]
    assert file_name(drafts[0], 7) == "07-cdo-zyre-kukes.eml"
