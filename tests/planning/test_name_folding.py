"""Names and organisations in all their spellings come to one spelling, and different ones stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.planning.name_folding import folded_name, folded_word, name_stem, without_titles
from facilitation.planning.office_folding import is_office, office_likeness

LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzëçčćšžđŠËабвгѓжќљњчџш' 12", max_size=14)


@pytest.mark.parametrize(
    "spellings",
    [
        "Gjorgjimir Đorđimir Djordjimir Ѓорѓимир Ђорђимир",
        "Çelnika Celnika Čelnika Chelnika Челника",
        "Xhelal Dželal Џелал Dzhelal",
        "Shpëtimor Shpetimor Špetimor Шпетимор",
        "Qemalin Ќемалин Ćemalin Kjemalin",
        "Žarkoslav Жаркослав Zarkoslav Zharkoslav",
        "Jovanović Jovanoviq Јовановиќ Jovanovic Jovanovikj",
        "Marijeta Marieta Маријета",
        "Agimori Agimor",
        "Besniku Besnik",
        "Dritora Dritorë",
        "Mirella Mirela",
    ],
)
def test_every_spelling_of_a_name_has_one_stem(spellings: str) -> None:
    assert len({name_stem(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize("names", ["Valonir Valonira", "Kola Kolaj", "Besimar Besnikar", "1 11", "Hoxha Hoxhallari"])
def test_different_names_keep_different_stems(names: str) -> None:
    assert len({name_stem(word) for word in names.split()}) == 2


@given(LETTERS)
def test_folding_twice_is_folding_once(word: str) -> None:
    assert folded_word(folded_word(word)) == folded_word(word)


@given(st.text(max_size=40))
def test_any_text_can_be_folded(text: str) -> None:
    assert folded_name(f"  {text} ") == folded_name(text)


@pytest.mark.parametrize(
    ("name", "titles", "rest"),
    [
        ("Prof. Dr. Agimor Gurëzi", "Prof. Dr.", "Agimor Gurëzi"),
        ("Znj.Dritora Gurëzi", "Znj.", "Dritora Gurëzi"),
        ("Av. Kreshnor", "Av.", "Kreshnor"),
        ("Mr Altinor Kodraliu", "Mr", "Altinor Kodraliu"),
        ("д-р Станомир", "д-р", "Станомир"),
        ("Drejtor, Bashkia", "", "Drejtor, Bashkia"),
        ("Dr.", "", "Dr."),
        ("", "", ""),
    ],
)
def test_titles_are_parted_from_the_name(name: str, titles: str, rest: str) -> None:
    assert without_titles(name) == (titles, rest)


def test_word_order_and_titles_do_not_matter() -> None:
    assert folded_name("Dr. Vjoslir Tartaku") == folded_name("TARTAKU, Vjoslir")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Min. e Shëndetësisë", "Ministria e Shëndetësisë"),
        ("Bashkia Shkodër", "Municipality of Shkodra"),
        ("Bashkia e Elbasanit", "Bashkia Elbasan"),
        ("OJF Hapi", "Shoqata Hapi"),
        ("DRSHS", "Drejtoria Rajonale e Shërbimit Social"),
        ("Општина Струга", "Opština Struga"),
        ("Bashkia Lezhë", "Bashkia e Lezhës"),
    ],
)
def test_one_organisation_is_known_in_its_spellings(one: str, other: str) -> None:
    assert office_likeness(one, other) == office_likeness(other, one) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bashkia Fier", "Bashkia Berat"), ("", "Bashkia Fier"), ("OJF Hapi", "OJF Ura"), ("AB", "Agjencia Berat")],
)
def test_two_organisations_are_not_one(one: str, other: str) -> None:
    assert office_likeness(one, other) < 0.5


@pytest.mark.parametrize(
    ("text", "answer"),
    [("Përfaqësuese, Zyra e Punësimit", True), ("Agimor Gurëzi", False), ("Prefektura Vlorë", True), ("", False)],
)
def test_an_office_is_told_from_a_person(text: str, answer: bool) -> None:
    assert is_office(text) is answer
