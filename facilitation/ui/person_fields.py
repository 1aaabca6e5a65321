"""A person's fields as words, for showing two entries side by side."""

from __future__ import annotations

from facilitation.domain.person import Person
from facilitation.errors import mark
from facilitation.i18n.labels import district_label, language_label, sector_label, sex_label
from facilitation.i18n.translator import Translator

PERSON_FIELDS = {
    "title": mark("Title before the name"),
    "name": mark("Name"),
    "organisation": mark("Organisation"),
    "position": mark("Position"),
    "sector": mark("Sector"),
    "district": mark("District"),
    "municipality": mark("Municipality"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "languages": mark("Languages"),
    "sex": mark("Sex (voluntary, for the figures)"),
}
"""What is shown of two entries, in this order."""


def field_text(person: Person, field: str, _: Translator) -> str:
    """The value of a field as a person reads it; "" where nothing is known."""
    if field == "sector":
        return sector_label(person.sector, _)
    if field == "district":
        return district_label(person.district, _) if person.district else ""
    if field == "languages":
        return ", ".join(language_label(code, _) for code in person.languages)
    return sex_label(person.sex, _) if field == "sex" else str(getattr(person, field))


def differing_fields(one: Person, other: Person) -> tuple[str, ...]:
    """The fields in which two entries differ."""
    return tuple(field for field in PERSON_FIELDS if getattr(one, field) != getattr(other, field))
