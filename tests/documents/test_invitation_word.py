"""Letters read back: one to each who is invited, with nobody else in it, on the paper of the house."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from facilitation.documents.invitation_word import (
    LetterOrder,
    authorisations_docx,
    invitations_docx,
    invitations_zip,
)
from facilitation.documents.letterhead import letterhead
from facilitation.domain.event import Letters
from facilitation.domain.person import EventRole, Participation, Payer, Sex
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.planning.letter_words import LetterLanguage
from tests.builders import a_contributor, a_participation, a_record, an_agenda, an_event, an_item, some_participations
from tests.documents.conference import SECRET, a_conference
from tests.documents.letterheads import a_letterhead
from tests.documents.reading import LANGUAGES, W, all_text, outline, parts, texts, xml

TODAY = date(2027, 3, 12)
PEOPLE = tuple(a_participation(f"p{n}", name=f"Zyra Nr{n:03}x") for n in range(1, 41))


def an_order(*readers: Participation, **wanted: Any) -> LetterOrder:
    return LetterOrder(readers, TODAY, **{"language": LetterLanguage.EN, **wanted})


def a_plan(*parts: Participation, **letters: Any) -> EventRecord:
    event = an_event(languages=("sq", "en"))
    event = replace(event, brief=replace(event.brief, letters=Letters(**letters)))
    return a_record(event=event, participations=parts, items=[30, 15])


def letters_of(data: bytes) -> list[str]:
    """The text of each letter: a letter ends where its section does."""
    found, current = [], list[str]()
    for block in xml(data).find(W + "body"):
        current.append("".join(node.text or "" for node in block.iter(W + "t")))
        if block.find(f"{W}pPr/{W}sectPr") is not None or block.tag == W + "sectPr":
            found.append("\n".join(current))
            current = []
    return found


def one(part: Participation, **letters: Any) -> str:
    (text,) = letters_of(invitations_docx(a_plan(part, **letters), an_order(part)))
    return text


@pytest.mark.parametrize("language", list(LetterLanguage))
def test_everybody_has_one_letter_and_no_other_name_stands_in_it(language: LetterLanguage) -> None:
    data = invitations_docx(a_plan(*PEOPLE), an_order(*PEOPLE, language=language))

    found = letters_of(data)
    assert len(found) == len(PEOPLE)
    for part, text in zip(PEOPLE, found, strict=True):
        assert [other.person.name for other in PEOPLE if other.person.name in text] == [part.person.name]


@pytest.mark.parametrize("make", [invitations_docx, authorisations_docx])
def test_a_speaker_of_the_agenda_is_named_in_nobody_elses_letter(make: Any) -> None:
    speaker, guest = PEOPLE[0], PEOPLE[1]
    item = an_item("panel", title="Panel", speakers=(a_contributor(speaker.person.name, person_id=speaker.id),))
    record = replace(a_plan(speaker, guest), agenda=an_agenda([item]))

    to_speaker, to_guest = letters_of(make(record, an_order(speaker, guest)))

    assert speaker.person.name not in to_guest
    assert ("Panel (en) (09:00–09:30)" in to_speaker) is (make is invitations_docx)


def test_each_file_of_the_package_is_one_persons() -> None:
    people = tuple(replace(part, pays=Payer.OWN_OFFICE if n == 0 else Payer.HOST) for n, part in enumerate(PEOPLE[:3]))

    with ZipFile(BytesIO(invitations_zip(a_plan(*people), an_order(*people)))) as package:
        found = {name: all_text(package.read(name)) for name in package.namelist()}

    assert list(found) == [
        "001-zyra-nr001x.docx",
        "001-zyra-nr001x-autorizim.docx",
        "002-zyra-nr002x.docx",
        "003-zyra-nr003x.docx",
    ]
    for name, text in found.items():
        assert [part.person.name for part in people if part.person.name in text] == [
            people[int(name[:3]) - 1].person.name
        ]


def test_a_letter_says_who_pays_what_is_needed_and_how_to_answer() -> None:
    part = replace(PEOPLE[0], pays=Payer.OWN_OFFICE, nights=2, travel="me autobus")

    text = one(part, reply_by=date(2027, 4, 1), reply_to="zyra@example.org", form_link="https://example.org/f/1.x")

    for words in (
        "Travel, per diem and lodging are borne by your institution.",
        "Travel: me autobus. Lodging is reserved for 2 nights.",
        "childcare",
        "Pictures of you",
        "Please answer by 1 April 2027 to zyra@example.org.",
        "https://example.org/f/1.x",
        "name somebody of your office",
    ):
        assert words in text


@pytest.mark.parametrize("payer", list(Payer))
def test_every_payer_has_words_of_its_own(payer: Payer) -> None:
    texts = {one(replace(PEOPLE[0], pays=other)) for other in Payer if other is not payer}

    assert one(replace(PEOPLE[0], pays=payer)) not in texts


def test_only_an_observer_is_told_what_an_observer_may_do() -> None:
    words = "Observers take no part in decisions."

    assert words in one(replace(PEOPLE[0], role=EventRole.OBSERVER))
    assert words not in one(PEOPLE[0])


def test_each_is_written_to_in_the_language_they_speak() -> None:
    people = (
        a_participation("a", languages=("mk", "en")),
        a_participation("b", languages=("sq",)),
        a_participation("c", languages=("mk",)),
    )

    found = letters_of(invitations_docx(a_plan(*people), an_order(*people, language=LetterLanguage.OWN)))

    assert ["Event (en)" in text for text in found] == [True, False, False]
    assert ["Event (sq)" in text for text in found] == [False, True, True]


@pytest.mark.parametrize(
    ("sex", "greeting"),
    [(Sex.FEMALE, "E nderuar Dr. Zyra"), (Sex.MALE, "I nderuar Dr. Zyra"), (Sex.NOT_STATED, "I/e nderuar Dr. Zyra")],
)
def test_albanian_greets_by_sex_where_it_is_stated(sex: Sex, greeting: str) -> None:
    part = a_participation(name="Zyra", title="Dr.", sex=sex)

    (text,) = letters_of(invitations_docx(a_plan(part), an_order(part, language=LetterLanguage.SQ)))

    assert f"{greeting}," in text


def test_own_words_take_the_place_of_ours_and_braces_in_a_name_stay_as_they_are() -> None:
    part = a_participation(name="{event} & <b>Zyra</b>")

    text = one(part, invitation=Text(en="We ask {name} to come to {event}.\n\nSecond paragraph, {place}."))

    assert "We ask {event} & <b>Zyra</b> to come to Event (en).\nSecond paragraph, Elbasan." in text
    assert "has the pleasure" not in text


def test_own_words_of_one_language_never_stand_in_a_letter_of_the_other() -> None:
    text = one(PEOPLE[0], invitation=Text(sq="Fjalët tona"))

    assert "Fjalët tona" not in text
    assert "has the pleasure" in text


def test_the_superior_reads_who_is_asked_for_when_and_who_bears_what() -> None:
    part = replace(PEOPLE[0], pays=Payer.OWN_OFFICE, nights=1)

    (text,) = letters_of(authorisations_docx(a_plan(part), an_order(part)))

    for words in (
        "The head of the institution\nZyra e Punësimit",
        "Request to authorise the participation of Zyra Nr001x",
        "WhenMonday, 17 May 2027",
        "Nights1",
        "CostsTravel, per diem and lodging: your institution",
        "Signature and stamp:",
    ):
        assert words in text
    assert "childcare" not in text


def test_letters_stand_on_the_letterhead_each_with_its_first_page() -> None:
    paper = letterhead(a_letterhead(), "koka.docx")

    data = invitations_docx(a_plan(*PEOPLE[:3]), an_order(*PEOPLE[:3], letterhead=paper))

    lines = outline(data).splitlines()
    assert lines.count("<header> Republika e Shqipërisë · Bashkia Fier") == 3
    assert {line.split("]")[0] for line in lines if line.startswith("[")} == {"[Normal"}
    sections = list(xml(data).iter(W + "sectPr"))
    assert [section.find(W + "pgNumType").get(W + "start") for section in sections] == ["1", "1", "1"]
    assert any(name.startswith("word/media/") for name in parts(data))


@pytest.mark.parametrize("language", LANGUAGES)
def test_internal_notes_staff_sessions_and_contacts_are_in_no_letter(language: str) -> None:
    record = a_conference(10)
    order = an_order(*record.participations, language=LetterLanguage(language))

    for make in (invitations_docx, authorisations_docx):
        found = all_text(make(record, order))
        for secret in (SECRET, "Mbledhja e stafit", "+355"):
            assert secret not in found


def test_where_nobody_gets_a_letter_it_is_said() -> None:
    assert texts(invitations_docx(a_plan(), an_order())) == ["Nobody on the list gets such a letter yet."]


def test_three_hundred_letters_are_one_file() -> None:
    people = some_participations(300)

    assert len(letters_of(invitations_docx(a_plan(*people), an_order(*people)))) == 300
