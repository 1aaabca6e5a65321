"""Makes the café of a sample: its set-up, and the groups of those who came on its day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitation.cafe.seating import seated_people, seating
from facilitation.domain.cafe import Cafe
from facilitation.domain.person import Participation
from facilitation.library.file_format import texts_of
from facilitation.library.sample_format import SampleCafeFile

SECONDS = 1.0


def set_up(cafe: Cafe, file: SampleCafeFile, people: Mapping[str, Participation]) -> Cafe:
    """The café with the questions, tables and hosts of the file."""
    return replace(
        cafe,
        questions=texts_of(file.questions),
        table_count=file.table_count,
        host_ids=tuple(people[key].id for key in file.hosts),
        seed=file.seed,
    )


def seated(cafe: Cafe, participations: Iterable[Participation], day: int) -> Cafe:
    """The café with its groups; as it was where nobody came on ``day`` (from 1) yet."""
    everybody = tuple(participations)
    if not any(day in part.days_attended for part in everybody):
        return cafe
    people = seated_people(everybody, day)
    return replace(cafe, seating=seating(cafe, people, seed=cafe.seed, seconds=SECONDS))
