from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitation.domain.note import NoteKind
from facilitation.planning.note_prefix import Named, Setting, TypedNote, typed_note
from facilitation.planning.spoken_days import spoken_day
from tests.builders import a_contributor, a_participation, an_item

HELD = date(2027, 3, 1)
OFFICE = a_participation("part-1", name="Përfaqësuese, Zyra e Punësimit, Shkodër")
CODED = a_participation("part-2", name="Ëndrra Çela")
SECOND = a_participation("part-3", name="Ëndrra Dervishi")
HOST = a_contributor("Drejtore, Bashkia Elbasan")


def understood(line: str, chosen: NoteKind = NoteKind.KEY_POINT, **item: Any) -> TypedNote:
    return typed_note(line, chosen, Setting(an_item(speakers=(HOST,), **item), (OFFICE, CODED, SECOND), HELD))


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ('"Ne e njohim familjen."', NoteKind.QUOTE, "Ne e njohim familjen."),
        ("„Ne e njohim.“", NoteKind.QUOTE, "Ne e njohim."),
        ("“We know them.”", NoteKind.QUOTE, "We know them."),
        ("« Ne e njohim »", NoteKind.QUOTE, "Ne e njohim"),
        ('"Pa mbyllje', NoteKind.QUOTE, "Pa mbyllje"),
        ('"Po" nuk mjafton', NoteKind.QUOTE, '"Po" nuk mjafton'),
        ("! Të hapet një zyrë", NoteKind.RECOMMENDATION, "Të hapet një zyrë"),
        ("!Të hapet", NoteKind.RECOMMENDATION, "Të hapet"),
        (">> Dërgon listën", NoteKind.COMMITMENT, "Dërgon listën"),
        ("? Kush paguan?", NoteKind.QUESTION, "Kush paguan?"),
        ("# Buxheti", NoteKind.PARKING_LOT, "Buxheti"),
        ("  Raportet vijnë me vonesë! ", NoteKind.KEY_POINT, "Raportet vijnë me vonesë!"),
        ("!", NoteKind.RECOMMENDATION, ""),
        ('"', NoteKind.QUOTE, ""),
        ("", NoteKind.KEY_POINT, ""),
    ],
)
def test_the_sign_at_the_start_says_the_kind_and_is_cut_off(line: str, kind: NoteKind, text: str) -> None:
    assert understood(line) == TypedNote(kind, text)


def test_without_a_sign_the_chosen_kind_stays() -> None:
    assert understood("Buxheti", NoteKind.PARKING_LOT) == TypedNote(NoteKind.PARKING_LOT, "Buxheti")


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("@endrra cela: Po.", Named("Ëndrra Çela", CODED)),
        ("@çel: Po.", Named("Ëndrra Çela", CODED)),
        ("Cela: Po.", Named("Ëndrra Çela", CODED)),
        ("Znj. Çela: Po.", Named("Ëndrra Çela", CODED)),
        ("@drejt: Po.", Named(HOST.name)),
        ("Përfaqësuese: Po.", Named(OFFICE.person.name, OFFICE)),
        ("@Kryetari i fshatit: Po.", Named("Kryetari i fshatit")),
        ("@endrra: Po.", Named("endrra")),
    ],
)
def test_a_name_with_a_colon_says_who_speaks(line: str, speaker: Named) -> None:
    assert understood(line) == TypedNote(NoteKind.KEY_POINT, "Po.", speaker)


@pytest.mark.parametrize(
    "line", ["Problemi: mungon stafi", "Zyra: mungon stafi", "Endrra: cila?", "Në orën 10:30 u mbyll", "@çel pa presje"]
)
def test_what_is_no_known_name_stays_in_the_text(line: str) -> None:
    assert understood(line) == TypedNote(NoteKind.KEY_POINT, line)


def test_who_sits_in_the_session_comes_before_the_others_of_the_event() -> None:
    setting = Setting(an_item(speakers=(a_contributor("Ëndrra Dervishi"),)), (CODED, SECOND), HELD)

    assert typed_note("Endrra: Po.", NoteKind.KEY_POINT, setting).speaker == Named("Ëndrra Dervishi", SECOND)


@pytest.mark.parametrize("line", ['"@çel: Ne e njohim."', '@çel: "Ne e njohim."', "„Cela: Ne e njohim.“"])
def test_exact_words_and_their_speaker_stand_in_either_order(line: str) -> None:
    assert understood(line) == TypedNote(NoteKind.QUOTE, "Ne e njohim.", Named("Ëndrra Çela", CODED))


@pytest.mark.parametrize(
    ("line", "owner", "due_on", "text"),
    [
        ("> Bashkia Korçë, deri 30 prill: dërgon listën", "Bashkia Korçë", date(2027, 4, 30), "dërgon listën"),
        (">> Bashkia Korçë, by 30.4.: sends the list", "Bashkia Korçë", date(2027, 4, 30), "sends the list"),
        ("> Bashkia Korçë deri më 15.1: dërgon", "Bashkia Korçë", date(2028, 1, 15), "dërgon"),
        ("> çela, by 1 May 2029: sends", "Ëndrra Çela", date(2029, 5, 1), "sends"),
        ("> @Prefektura: dërgon listën", "Prefektura", None, "dërgon listën"),
        ("> Bashkia, deri 30.4: dërgon", "Bashkia", date(2027, 4, 30), "dërgon"),
        ("> Cela: dërgon listën", "Ëndrra Çela", None, "dërgon listën"),
        ("! @Ministria: të hapet zyra", "Ministria", None, "të hapet zyra"),
        ("> Hapi tjetër: dërgon listën", "", None, "Hapi tjetër: dërgon listën"),
        ("> Bashkia, deri në fund: dërgon", "", None, "Bashkia, deri në fund: dërgon"),
        ("> Bashkia, deri 31.2.: dërgon", "", None, "Bashkia, deri 31.2.: dërgon"),
        ("> dërgon listën deri 30 prill", "", None, "dërgon listën deri 30 prill"),
    ],
)
def test_owner_and_day_are_taken_where_they_are_clear(line: str, owner: str, due_on: date | None, text: str) -> None:
    note = understood(line)

    assert (note.owner, note.due_on, note.text) == (owner, due_on, text)


def test_a_parking_lot_takes_no_name() -> None:
    assert understood("# @çel: buxheti") == TypedNote(NoteKind.PARKING_LOT, "@çel: buxheti")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30.4.", date(2027, 4, 30)),
        ("30/4", date(2027, 4, 30)),
        ("30.4.2029", date(2029, 4, 30)),
        ("2027-06-01", date(2027, 6, 1)),
        ("5 qershorit", date(2027, 6, 5)),
        ("5 nëntor", date(2027, 11, 5)),
        ("5 Sept. 2028", date(2028, 9, 5)),
        ("28 shkurt", date(2028, 2, 28)),
        ("29.2.", date(2028, 2, 29)),
        ("5 m", None),
        ("të hënën", None),
        ("31.4.", None),
    ],
)
def test_days_as_people_type_them(text: str, day: date | None) -> None:
    assert spoken_day(text, HELD) == day
