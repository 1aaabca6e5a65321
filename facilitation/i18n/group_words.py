"""What the groups people are counted by are called: sectors, districts, sexes; and who pays for them."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.domain.event import QuotaKind, Sector
from facilitation.domain.person import District, Payer, Sex
from facilitation.errors import mark

SECTORS: Mapping[Sector, str] = {
    Sector.CIVIL_SOCIETY: mark("Civil society"),
    Sector.LOCAL_GOVERNMENT: mark("Local government"),
    Sector.REGIONAL_STATE: mark("Regional branches of central institutions"),
    Sector.CENTRAL_GOVERNMENT: mark("Central government"),
    Sector.INTERNATIONAL: mark("International organisations"),
    Sector.DONOR: mark("Donors"),
    Sector.MEDIA: mark("Media"),
    Sector.ACADEMIA: mark("Academia"),
    Sector.BUSINESS: mark("Business"),
    Sector.OTHER: mark("Other"),
}
DISTRICTS: Mapping[District, str] = {
    District.BERAT: mark("Berat"),
    District.DIBER: mark("Dibër"),
    District.DURRES: mark("Durrës"),
    District.ELBASAN: mark("Elbasan"),
    District.FIER: mark("Fier"),
    District.GJIROKASTER: mark("Gjirokastër"),
    District.KORCE: mark("Korçë"),
    District.KUKES: mark("Kukës"),
    District.LEZHE: mark("Lezhë"),
    District.SHKODER: mark("Shkodër"),
    District.TIRANE: mark("Tirana"),
    District.VLORE: mark("Vlorë"),
}
SEXES: Mapping[Sex, str] = {
    Sex.FEMALE: mark("Women"),
    Sex.MALE: mark("Men"),
    Sex.NOT_STATED: mark("Not stated"),
}
PAYERS: Mapping[Payer, str] = {
    Payer.NOT_SETTLED: mark("Not settled yet"),
    Payer.OWN_OFFICE: mark("Their own office"),
    Payer.HOST: mark("The host"),
    Payer.DONOR: mark("A donor"),
}
GROUPS: Mapping[QuotaKind, Mapping[str, str]] = {
    QuotaKind.SECTOR: {key.value: name for key, name in SECTORS.items()},
    QuotaKind.DISTRICT: {key.value: name for key, name in DISTRICTS.items()},
    QuotaKind.SEX: {key.value: name for key, name in SEXES.items()},
}
"""The name of every group a quota can be about."""
GROUP_NAMES: Mapping[str, str] = {value: name for names in GROUPS.values() for value, name in names.items()}
