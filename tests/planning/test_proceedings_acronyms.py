"""Short forms in the texts of the volume."""

from __future__ import annotations

from datetime import date

import pytest

from facilitation.domain.proceedings import ProceedingsPlan, Section, SectionText
from facilitation.domain.record import EventRecord
from facilitation.domain.reference import Acronym
from facilitation.domain.text import Text
from facilitation.planning.proceedings_acronyms import other_lines, short_forms, typed_acronyms, unexplained
from facilitation.planning.proceedings_outline import proceedings
from facilitation.planning.proceedings_source import Known
from tests.builders import EVENT_ID, a_note, a_record, an_event, an_item

OSCE = Acronym("OSBE", Text("Organizata për Siguri dhe Bashkëpunim në Evropë", "Organization for Security"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OSHC-të dhe OSHC-ja ftuan UNDP.", ["OSHC", "OSHC", "UNDP"]),
        ("The NGOs met the OSCE, EU and UN.", ["NGO", "OSCE", "EU", "UN"]),
        ("Kapitulli III dhe IV", []),
        ("VENDIM I KËSHILLIT TË BASHKISË", []),
        ("A4, COVID-19, x-RAY, McDONALD", ["COVID"]),
        ("ABCDEFGHIJ is no short form", []),
        ("ÇESK u mblodh.", ["ÇESK"]),
        ("JO", ["JO"]),
        ("", []),
    ],
)
def test_short_forms_are_words_in_capitals(text: str, found: list[str]) -> None:
    assert list(short_forms(text)) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("OSBE – Organizata për Siguri", ("OSBE", "Organizata për Siguri")),
        ("KiE: Këshilli i Evropës", ("KiE", "Këshilli i Evropës")),
        ("  UN\tUnited Nations ", ("UN", "United Nations")),
        ("EU = European Union", ("EU", "European Union")),
        ("OJF - Organizatë jofitimprurëse", ("OJF", "Organizatë jofitimprurëse")),
        ("Shënim: të gjitha shkurtimet", None),
        ("OSBE –", None),
        ("", None),
    ],
)
def test_a_line_explains_a_short_form(line: str, found: tuple[str, str] | None) -> None:
    assert typed_acronyms(line) == ((found,) if found else ())
    assert other_lines(line) == ("" if found else line)


def a_volume(*words: str, typed: Text = Text(), **event: object) -> EventRecord:
    plan = ProceedingsPlan(EVENT_ID, texts=(SectionText(Section.ACRONYMS, typed),))
    notes = tuple(a_note(f"n{number}", text=text) for number, text in enumerate(words))
    return a_record(event=an_event(**event), items=[an_item()], notes=notes, proceedings=plan)


def uses(record: EventRecord) -> dict[str, Text]:
    content = proceedings(record, date(2027, 6, 1), Known(acronyms=(OSCE,)))
    return {use.short: use.meaning for use in content.acronyms}


def test_what_is_used_twice_is_listed_and_explained_where_somebody_knows() -> None:
    typed = Text(sq="OSHC – organizatë e shoqërisë civile", en="OSHC – civil society organisation")
    record = a_volume("OSBE dhe XYZ.", "OSBE-ja foli me XYZ, një herë edhe me QRS.", typed=typed)

    assert uses(record) == {
        "OSHC": Text("organizatë e shoqërisë civile", "civil society organisation"),
        "OSBE": OSCE.meaning,
        "XYZ": Text(),
    }


def test_what_a_person_typed_counts_more_than_the_library() -> None:
    assert uses(a_volume("OSBE, OSBE", typed=Text(sq="OSBE – Misioni")))["OSBE"] == Text(sq="Misioni")


def test_what_is_explained_where_it_stands_needs_no_line() -> None:
    assert uses(a_volume("Agjencia e Re (ARE) dhe ARE.", "DEF (drejtoria e financave) dhe DEF.")) == {}


def test_uses_are_counted_in_each_language_on_its_own() -> None:
    record = a_volume("UVW", about=Text(sq="OJQ dhe OJQ", en="NGO"))
    content = proceedings(record, date(2027, 6, 1))

    assert [(use.short, dict(use.counts)) for use in content.acronyms] == [("OJQ", {"sq": 2, "en": 0})]


def test_what_nobody_explains_is_named_as_missing() -> None:
    content = proceedings(a_volume("Me XYZ dhe OSBE.", "Pa XYZ dhe OSBE."), date(2027, 6, 1), Known(acronyms=(OSCE,)))

    assert unexplained(content.acronyms) == ("XYZ",)
    assert [gap.count for gap in content.missing if gap.what == "acronyms_unexplained"] == [1]
