"""From the people file of a sample to the participations of its event."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from facilitation.domain.person import Participation, Person
from facilitation.library.sample_format import PersonRow


def participations_of(
    rows: Iterable[PersonRow], event_id: str, language: str, new_id: Callable[[], str]
) -> tuple[Participation, ...]:
    """One participation per row, in the order of the file, in one language."""
    return tuple(
        Participation(
            id=new_id(),
            event_id=event_id,
            person=_person(row, language, new_id()),
            role=row.role,
            status=row.status,
            days_attended=tuple(int(day) for day in row.days.split()),
            access_needs=row.access_en if language == "en" else row.access_sq,
            dietary_needs=row.diet_en if language == "en" else row.diet_sq,
            photo_consent=row.photo,
            list_consent=row.list,
        )
        for row in rows
    )


def _person(row: PersonRow, language: str, person_id: str) -> Person:
    """The office behind a row; e-mail and telephone stay empty, for there is nobody to reach."""
    position = row.position_en if language == "en" else row.position_sq
    organisation = row.organisation_en if language == "en" else row.organisation_sq
    return Person(
        id=person_id,
        name=f"{position}, {organisation}",
        organisation=organisation,
        position=position,
        sector=row.sector,
        district=row.district,
        municipality=row.municipality,
        languages=tuple(row.languages.split()),
        sex=row.sex,
    )
