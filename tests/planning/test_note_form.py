"""What a filled note form says: kinds, speakers, owners and days as on the screen, and nothing lost."""

from __future__ import annotations

from datetime import date

import pytest

from facilitation.domain.agenda import Attribution
from facilitation.domain.note import NoteKind
from facilitation.domain.person import Consent
from facilitation.planning.filled_form import fingerprint
from facilitation.planning.note_form import (
    FilledNotes,
    FormPlace,
    FormRemark,
    ReadNotes,
    form_keys,
    keyed,
    note_form_code,
    read_note_form,
)
from facilitation.planning.note_prefix import Setting
from tests.builders import a_participation, an_item

OFFICE = "Përfaqësuese, Zyra e Punësimit, Shkodër"
PLACE = FormPlace("event-1", "item-1")


def read(
    values: dict[str, str],
    *,
    rule: Attribution = Attribution.NAMED,
    outside: tuple[str, ...] = (),
    place: FormPlace = PLACE,
    consent: Consent = Consent.NOT_ASKED,
    number: str = "f001",
    facts: str = "",
) -> ReadNotes:
    people = (
        a_participation(name=OFFICE, position="Përfaqësuese", organisation="Zyra e Punësimit", quote_consent=consent),
    )
    setting = Setting(an_item(attribution=rule), people, date(2027, 5, 17))
    return read_note_form(FilledNotes("f.docx", place, "sq", number, values, outside), setting, facts)


def brief(found: ReadNotes) -> list[tuple[NoteKind, str]]:
    return [(note.kind, note.text) for note in found.notes]


def test_exact_words_and_their_short_form_are_two_notes() -> None:
    found = read(
        {
            "row:1:words": "„Na duhet një zyrë.”",
            "row:1:short": "Zyrë në qark",
            "row:1:kind": "recommendation",
            "row:1:speaker": "përfaqësuese",
            "row:1:quote": "x",
            "taker": "Mbajtëse shënimesh, Zyra A",
        }
    )

    quote, short = found.notes
    assert brief(found) == [(NoteKind.QUOTE, "Na duhet një zyrë."), (NoteKind.RECOMMENDATION, "Zyrë në qark")]
    assert (quote.speaker, quote.speaker_role, quote.speaker_id, quote.quote_consent) == (
        OFFICE,
        "Përfaqësuese, Zyra e Punësimit",
        "participation-1",
        True,
    )
    assert (short.speaker, short.quote_consent, short.author) == (OFFICE, False, "Mbajtëse shënimesh, Zyra A")
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("values", "kind", "text"),
    [
        ({"row:1:words": "fjalë"}, NoteKind.QUOTE, "fjalë"),
        ({"row:1:short": "pikë"}, NoteKind.KEY_POINT, "pikë"),
        ({"row:1:short": "pikë", "row:1:kind": "quote"}, NoteKind.KEY_POINT, "pikë"),
        ({"row:1:words": "fjalë", "row:1:kind": "question"}, NoteKind.QUESTION, "fjalë"),
        ({"row:1:short": "! pikë"}, NoteKind.RECOMMENDATION, "pikë"),
        ({"decisions": "hapet zyra"}, NoteKind.COMMITMENT, "hapet zyra"),
        ({"unclear": "kush paguan"}, NoteKind.PARKING_LOT, "kush paguan"),
        ({"free": "? kur"}, NoteKind.QUESTION, "kur"),
        ({"free": "pikë"}, NoteKind.KEY_POINT, "pikë"),
    ],
)
def test_the_kind_of_a_note(values: dict[str, str], kind: NoteKind, text: str) -> None:
    assert brief(read(values)) == [(kind, text)]


def test_who_does_what_by_when_is_read_as_on_the_screen() -> None:
    found = read(
        {
            "action:1:what": "Dërgon listën",
            "action:1:owner": "Bashkia Korçë",
            "action:1:due": "30 qershor",
            "action:2:what": "Mbledh",
            "action:2:due": "së shpejti",
            "action:3:owner": "Drejtoria Y",
            "decisions": "Bashkia, deri më 30.6.: hap zyrën",
        }
    )

    assert [(note.text, note.owner, note.due_on) for note in found.notes] == [
        ("Dërgon listën", "Bashkia Korçë", date(2027, 6, 30)),
        ("Mbledh (së shpejti)", "", None),
        ("Drejtoria Y", "Drejtoria Y", None),
        ("hap zyrën", "Bashkia", date(2027, 6, 30)),
    ]
    assert found.remarks == (FormRemark("day", "action:2:due", "së shpejti"),)


def test_where_nobody_is_named_speakers_are_cut_off_with_a_remark() -> None:
    found = read(
        {"row:1:words": "fjalë", "row:1:speaker": OFFICE, "row:1:quote": "x", "free": f"@{OFFICE.split(',')[0]}: po"},
        rule=Attribution.NOBODY,
        consent=Consent.YES,
    )

    assert {(note.speaker, note.speaker_role, note.speaker_sector, note.speaker_id) for note in found.notes} == {
        ("", "", "", "")
    }
    assert not any(note.quote_consent for note in found.notes)
    assert not any("Përfaqësuese" in note.text for note in found.notes)
    assert found.remarks == (FormRemark("unnamed", "", count=2),)


def test_what_is_not_understood_becomes_a_key_point_with_a_remark() -> None:
    found = read(
        {"row:3:kind": "vendim", "row:3:short": "hapet", "row:4:speaker": "Drejtore, Zyra B", "row:99:words": "fund"},
        outside=("Shënim anash", "> Bashkia: hap"),
    )

    assert brief(found) == [
        (NoteKind.KEY_POINT, "vendim: hapet"),
        (NoteKind.KEY_POINT, "fund"),
        (NoteKind.KEY_POINT, "Shënim anash"),
        (NoteKind.COMMITMENT, "Bashkia: hap"),
    ]
    assert found.remarks == (
        FormRemark("kind", "row:3:kind", "vendim"),
        FormRemark("name", "row:4:speaker", "Drejtore, Zyra B"),
        FormRemark("outside", "outside", "fund", 3),
    )


def test_a_speaker_beside_a_text_that_names_another_keeps_both() -> None:
    (note,) = read({"row:1:words": "@Drejtore: po", "row:1:speaker": "Kryetar, Bashkia C"}).notes

    assert (note.speaker, note.text) == ("Kryetar, Bashkia C", "@Drejtore: po")


def test_the_harvest_of_a_table_knows_its_round() -> None:
    found = read({"harvest:1": "një\ndy", "harvest:3": "tre", "free": "pikë"}, place=FormPlace("e", "item-1", None, 4))

    assert [(n.kind, n.text, n.round, n.table) for n in found.notes] == [
        (NoteKind.HARVEST, "një\ndy", 1, 4),
        (NoteKind.HARVEST, "tre", 3, 4),
        (NoteKind.KEY_POINT, "pikë", None, 4),
    ]


def test_the_same_words_of_the_same_form_are_the_same_note() -> None:
    ids = {note.id for note in read({"free": "a\nb\nb", "row:1:short": "c"}).notes}
    longer = [note.id for note in read({"free": "e para\na\nb\nb", "row:7:short": "c"}).notes]
    other = {note.id for note in read({"free": "a\nb\nb", "row:1:short": "c"}, number="f002").notes}

    assert len(ids) == 4
    assert len(set(longer) - ids) == 1
    assert not ids & other


def test_fields_without_names_are_told_by_their_order() -> None:
    keys = form_keys((1, 2))
    values = {f"#{place}": key for place, key in enumerate(keys)}

    assert keyed(values, fingerprint(keys), 20) == {key: key for key in keys}
    assert keyed(dict(list(values.items())[1:]), fingerprint(keys), 20) is None
    assert keyed({"free": "a"}, "", 20) == {"free": "a"}
    assert note_form_code(PLACE, "sq", "f001", ()).startswith("notes:event-1:item-1:0:0:sq:f001:")


def test_what_is_known_of_the_session_is_one_note() -> None:
    found = read({"started": "9:40"}, facts="Filloi: 9:40")

    assert brief(found) == [(NoteKind.KEY_POINT, "Filloi: 9:40")]
