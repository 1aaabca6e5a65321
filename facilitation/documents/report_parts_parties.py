"""The parts of a report about organisations: contacts by role, the parties of an agreement, lines to sign on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.report_parts_meeting import office_text
from facilitation.documents.word_parts import Cell, Row, head_row, paragraph, table
from facilitation.documents.word_xml import Element
from facilitation.errors import mark
from facilitation.i18n.labels import role_label
from facilitation.i18n.sorting import sorted_by
from facilitation.planning.report_parties import Party, RoleContacts, Signers
from facilitation.planning.report_sources import Office, ReportSources

CONTACTS = (40.0, 122.0)
PARTIES = (12.0, 110.0, 40.0)
SIGNATURES = (62.0, 60.0, 40.0)
SIGNATURE_HEIGHT = 14.0
SIGNER_NAMES: Mapping[str, str] = {
    "chair": mark("Chair"),
    "note_taker": mark("Note-taker"),
    "giver": mark("Handed over by"),
    "taker": mark("Taken over by"),
}


def contacts(content: Sequence[RoleContacts], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """The offices of each role with the positions of their people."""
    _ = volume._
    rows = [
        Row([role_label(entry.role, _), Cell(blocks=tuple(_office_lines(entry.offices, volume)))]) for entry in content
    ]
    yield from volume.captioned(_("Who to turn to, by role"), CONTACTS, head_row((_("Role"), _("Office"))), rows)


def _office_lines(offices: Sequence[tuple[Office, tuple[str, ...]]], volume: Volume) -> Iterable[Element]:
    lines = [(office_text(office, volume._), positions) for office, positions in offices]
    for name, positions in sorted_by(lines, lambda line: line[0], volume.language):
        text = f"{name} ({', '.join(positions)})" if positions else name
        yield paragraph(text, "Table Name")


def parties(content: Sequence[Party], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """The organisations that take part, the host first, with how many people each sends."""
    _ = volume._
    rows = [
        Row([str(number), party.name.said_in(volume.language), Cell(str(party.people or "–"), "Table Number")])
        for number, party in enumerate(content, start=1)
    ]
    head = head_row((_("No."), _("Organisation"), _("People")), numbers=(2,))
    yield from volume.captioned(_("The organisations"), PARTIES, head, rows)


def signatures(content: Sequence[Party], volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """A line for each party: for whom, name and position, date and signature."""
    _ = volume._
    rows = [Row([party.name.said_in(volume.language), "", ""], height=SIGNATURE_HEIGHT) for party in content]
    head = head_row((_("For"), _("Name and position"), _("Date and signature")))
    yield table(SIGNATURES, [head, *rows], title=_("Signatures"), borders="all")


def signers(content: Signers, volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """A line for each who signs."""
    _ = volume._
    rows = [Row([Cell(_(SIGNER_NAMES[role])), name, ""], height=SIGNATURE_HEIGHT) for role, name in content.lines]
    head = head_row(("", _("Name"), _("Date and signature")))
    yield table(SIGNATURES, [head, *rows], title=_("Signatures"), borders="all")
