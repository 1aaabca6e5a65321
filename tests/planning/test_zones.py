"""The four zones of the regional groups (seed 002)."""

from __future__ import annotations

import pytest

from facilitation.domain.person import District, Zone
from facilitation.planning.zones import folded, zone_of


def test_the_zones_hold_all_twelve_qarqe() -> None:
    zones = {zone: {district for district in District if zone_of(district) is zone} for zone in Zone}

    assert zones == {
        Zone.NORTH: {District.SHKODER, District.KUKES, District.LEZHE, District.DIBER},
        Zone.CENTRE: {District.DURRES, District.TIRANE, District.ELBASAN},
        Zone.EAST: {District.KORCE},
        Zone.SOUTH: {District.VLORE, District.GJIROKASTER, District.BERAT, District.FIER},
    }


@pytest.mark.parametrize("municipality", ["Përmet", "PERMET", "Bashkia Përmet", "Bashkia e Përmetit", "permet "])
def test_permet_belongs_to_the_east_however_it_is_written(municipality: str) -> None:
    assert zone_of(District.GJIROKASTER, municipality) is Zone.EAST


@pytest.mark.parametrize("municipality", ["Skrapar", "skrapar", "Bashkia Skrapar", "Bashkia e Skraparit"])
def test_skrapar_belongs_to_the_east_however_it_is_written(municipality: str) -> None:
    assert zone_of(District.BERAT, municipality) is Zone.EAST


def test_other_municipalities_follow_their_qark() -> None:
    assert zone_of(District.GJIROKASTER, "Tepelenë") is Zone.SOUTH
    assert zone_of(District.BERAT, "Ura Vajgurore") is Zone.SOUTH


def test_an_exception_is_found_even_without_its_qark() -> None:
    assert zone_of(None, "Përmet") is Zone.EAST


def test_nothing_known_is_no_zone() -> None:
    assert zone_of(None, "") is None
    assert zone_of(None, "Prishtinë") is None


def test_folding_leaves_the_bare_letters() -> None:
    assert folded("Bashkia “Përmet”").split() == ["bashkia", "permet"]
