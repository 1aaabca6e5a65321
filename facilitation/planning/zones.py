"""The four zones of the regional cooperation groups (seed 002, R4: Përmet and Skrapar belong to the East)."""

from __future__ import annotations

import unicodedata

from facilitation.domain.person import District, Zone

ZONES: dict[District, Zone] = {
    District.SHKODER: Zone.NORTH,
    District.KUKES: Zone.NORTH,
    District.LEZHE: Zone.NORTH,
    District.DIBER: Zone.NORTH,
    District.DURRES: Zone.CENTRE,
    District.TIRANE: Zone.CENTRE,
    District.ELBASAN: Zone.CENTRE,
    District.KORCE: Zone.EAST,
    District.VLORE: Zone.SOUTH,
    District.GJIROKASTER: Zone.SOUTH,
    District.BERAT: Zone.SOUTH,
    District.FIER: Zone.SOUTH,
}
"""The zone of each qark."""
EASTERN_EXCEPTIONS = ("permet", "skrapar")
"""Former rrethe of the East inside southern qarqe; stems, so that "Përmeti" and "Skraparit" are found too."""


def zone_of(district: District | None, municipality: str = "") -> Zone | None:
    """The zone somebody belongs to: by municipality first, then by qark; ``None`` where neither says."""
    if any(word.startswith(EASTERN_EXCEPTIONS) for word in folded(municipality).split()):
        return Zone.EAST
    return ZONES[district] if district else None


def folded(name: str) -> str:
    """A name without diacritics, capitals and signs, for comparing: "Bashkia Përmet" is "bashkia permet"."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return "".join(sign if sign.isalnum() else " " for sign in plain.casefold())
