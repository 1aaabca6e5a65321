"""Real programs read the letters: the Open XML SDK and openxml-audit; hostile words stay words."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from facilitation.documents.invitation_word import LetterOrder, authorisations_docx, invitations_docx
from facilitation.documents.letterhead import letterhead
from facilitation.domain.event import Letters
from facilitation.domain.person import EventRole, Participation, Payer
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.letter_words import LetterLanguage
from tests.builders import a_participation
from tests.documents.conference import a_conference
from tests.documents.letterheads import a_letterhead
from tests.documents.reading import texts
from tests.programs import need

HOSTILE_WORDS = (
    "<script>alert(1)</script>",
    '=HYPERLINK("https://example.org","x")',
    "\u202eemri\u202c",
    "NUL\x00 and \x0b more",
    "'; DROP TABLE people; --",
    "👩‍👩‍👧 {name} {0} %s",
    "Ë" * 10_000,
)


def a_plan(**letters: object) -> EventRecord:
    record = a_conference(6)
    parts = tuple(
        replace(part, pays=payer, nights=2, role=EventRole.OBSERVER)
        for part, payer in zip(record.participations, [*Payer, *Payer], strict=False)
    )
    event = replace(record.event, brief=replace(record.event.brief, letters=Letters(**letters)))  # type: ignore[arg-type]
    return replace(record, event=event, participations=parts)


def a_file(paper: bytes, *, to_superiors: bool = False) -> bytes:
    record = a_plan(reply_by=date(2027, 4, 1), reply_to="zyra", form_link="https://example.org/f")
    order = LetterOrder(record.participations, date(2027, 3, 12), LetterLanguage.BOTH, "sq", paper)
    return (authorisations_docx if to_superiors else invitations_docx)(record, order)


@pytest.mark.parametrize("to_superiors", [False, True], ids=["invitations", "authorisations"])
@pytest.mark.parametrize("paper", [b"", letterhead(a_letterhead(), "koka.docx")], ids=["ours", "letterhead"])
def test_validators_find_nothing(paper: bytes, to_superiors: bool, tmp_path: Path) -> None:
    path = tmp_path / "letters.docx"
    path.write_bytes(a_file(paper, to_superiors=to_superiors))

    result = OpenXmlValidator().validate(path)

    assert (result.is_valid, list(result.errors)) == (True, [])


@pytest.mark.ooxml
@pytest.mark.parametrize("paper", [b"", letterhead(a_letterhead(), "koka.docx")], ids=["ours", "letterhead"])
def test_open_xml_sdk_finds_nothing(paper: bytes, tmp_path: Path) -> None:
    path = tmp_path / "letters.docx"
    path.write_bytes(a_file(paper))

    answer = subprocess.run([need("ooxml-validator"), path], capture_output=True, check=False, timeout=60)

    found = json.loads(answer.stdout)
    assert (found["ok"], found["errors"]) == (True, [])


def somebody(words: str) -> Participation:
    return a_participation(name=words, organisation=words, position=words, title=words, travel=words)


@pytest.mark.parametrize("words", HOSTILE_WORDS, ids=range(len(HOSTILE_WORDS)))
@pytest.mark.parametrize("make", [invitations_docx, authorisations_docx])
def test_hostile_words_stay_words(make: object, words: str) -> None:
    part = somebody(words)
    record = replace(
        a_plan(invitation=Text(en="Dear {name}"), reply_to=words, signed_by=Text(en=words)), participations=(part,)
    )

    data = make(record, LetterOrder((part,), date(2027, 3, 12), LetterLanguage.EN))  # type: ignore[operator]

    kept = words.replace("\x00", "").replace("\x0b", "")
    assert sum(kept in text for text in texts(data)) >= 3
