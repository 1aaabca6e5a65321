"""Beneficiaries in a list: a code takes the place of each name before anything is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitation.domain.person import Participation, Person
from facilitation.errors import mark
from facilitation.exchange.import_preview import REFUSED, REPAIRED, ImportRemark, ImportRow
from facilitation.planning.participant_codes import fresh_codes

CODED = mark("The code {code} stands for this person. Name, contacts, organisation, position and notes are left out.")
ALREADY_LISTED = mark("The same person already stands in row {row} of the file.")
NO_PERSON = mark("The row names nobody who could be given a code.")


def coded_rows(rows: Iterable[ImportRow], listed: Iterable[Participation]) -> tuple[ImportRow, ...]:
    """The rows without anything that tells who somebody is: neither cells nor remarks of theirs are kept."""
    codes = fresh_codes(entry.person.name for entry in listed)
    return tuple(_coded(row, codes) for row in rows)


def _coded(row: ImportRow, codes: Iterator[str]) -> ImportRow:
    if row.outcome == REFUSED or not isinstance(row.item, Participation):
        first = next((remark.values["row"] for remark in row.remarks if "row" in remark.values), None)
        reason = ImportRemark(ALREADY_LISTED, {"row": first}) if first else ImportRemark(NO_PERSON)
        return ImportRow(row.row, REFUSED, (reason,))
    person, code = row.item.person, next(codes)
    known = Person(
        id=person.id,
        name=code,
        sector=person.sector,
        district=person.district,
        municipality=person.municipality,
        languages=person.languages,
        sex=person.sex,
        is_coded=True,
    )
    item = replace(row.item, person=known, note="")
    return ImportRow(row.row, REPAIRED, (ImportRemark(CODED, {"code": code}),), item)
