"""The parts of a report about one meeting: its facts, who was there by office, and who took part in figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_front import when_text
from facilitation.documents.word_parts import Cell, Row, head_row, paragraph, table
from facilitation.documents.word_styles import BOOK
from facilitation.documents.word_xml import Element
from facilitation.i18n.formats import clock_span_text, list_text, share_text
from facilitation.i18n.labels import (
    attributed_text,
    basis_label,
    district_label,
    sector_label,
    sex_label,
    zone_label,
)
from facilitation.i18n.sorting import sorted_by, sorted_texts
from facilitation.i18n.translator import Translator
from facilitation.planning.attribution import Attributed
from facilitation.planning.composition import PublicCell
from facilitation.planning.report_meeting import QUORUM, Attendance, Composition, Facts
from facilitation.planning.report_sources import Office, ReportSources
from facilitation.planning.small_cells import HIDDEN, public_total, small_text

FACTS = (44.0, 118.0)
MEMBERS = (122.0, 40.0)
OFFICES = (122.0, 40.0)
OFFICES_BY_DAY = (94.0, 28.0, 40.0)
COUNTS = (122.0, 40.0)


def office_text(office: Office, _: Translator) -> str:
    """ "Zyra e Punësimit, Shkodër"; the sector where no organisation is known."""
    if not office.name:
        return sector_label(office.sector, _)
    place = office.place or (district_label(office.district, _) if office.district else "")
    return office.name if not place or place.casefold() in office.name.casefold() else f"{office.name}, {place}"


def facts(content: Facts, volume: Volume, sources: ReportSources) -> Iterable[Element]:
    """A table of what a reader looks up: when, where, who chaired."""
    _ = volume._
    rows = [Row([Cell(label, "Table Head"), text]) for label, text in _fact_lines(content, volume, sources) if text]
    yield table(FACTS, rows, title=_("Facts of the meeting"))


def _fact_lines(content: Facts, volume: Volume, sources: ReportSources) -> Iterator[tuple[str, str]]:
    _, language = volume._, volume.language
    yield _("Event"), content.title.said_in(language)
    yield _("Series"), _series_text(content, volume)
    yield _("When"), when_text(sources.event, language)
    if content.starts_at and content.ends_at:
        yield _("Hours"), clock_span_text(content.starts_at, content.ends_at)
    yield _("Where"), content.place
    yield _("Host"), content.host.said_in(language)
    yield _("Chaired by"), content.chair
    yield _("Facilitated by"), _people_text(content.facilitators, _)
    yield _("Notes by"), _people_text(content.note_takers, _)


def _series_text(content: Facts, volume: Volume) -> str:
    if not content.series_title:
        return ""
    return volume._("{series}, no. {number} of {year}").format(
        series=content.series_title.said_in(volume.language), number=content.number, year=content.first_on.year
    )


def _people_text(people: Iterable[Attributed], _: Translator) -> str:
    return "; ".join(filter(None, (attributed_text(entry, _) for entry in people)))


def attendance(content: Attendance, volume: Volume, sources: ReportSources) -> Iterable[Element]:
    """Who was there by office, who was excused and who was missing."""
    _ = volume._
    yield paragraph(" ".join(_attendance_sentences(content, volume, is_series=sources.series is not None)))
    yield from _members(content, volume)
    yield from _offices(content, volume)
    for label, offices in ((_("Excused"), content.excused), (_("Absent"), content.absent)):
        if offices:
            names = sorted_texts((office_text(office, _) for office in offices), volume.language)
            yield paragraph(label, "Label")
            yield paragraph("; ".join(names))


def _attendance_sentences(content: Attendance, volume: Volume, *, is_series: bool) -> Iterator[str]:
    _ = volume._
    if not content.is_known:
        yield _("Nobody’s attendance has been written down yet; these offices are on the list.")
        return
    yield _.plural(
        "{came} of {count} person on the list was there.", "{came} of {count} people on the list were there.",
        content.listed,
    ).format(came=content.came, count=content.listed)  # fmt: skip
    if is_series:
        quorum = share_text(QUORUM, volume.language)
        reached = _("The quorum of {share} was reached.").format(share=quorum)
        missed = _("The quorum of {share} was not reached.").format(share=quorum)
        yield reached if content.has_quorum else missed
    if content.coded:
        yield _("Beneficiaries among them, who are only counted: {count}.").format(
            count=small_text(public_total(content.coded))
        )


def _members(content: Attendance, volume: Volume) -> Iterable[Element]:
    _ = volume._
    rows = [Row([name, _("was there") if is_there else _("was not there")]) for name, is_there in content.members]
    if rows:
        yield from volume.captioned(_("Members"), MEMBERS, head_row((_("Member"), _("Presence"))), rows)


def _offices(content: Attendance, volume: Volume) -> Iterable[Element]:
    _ = volume._
    if not content.rows:
        return
    by_day = content.is_known and content.day_count > 1
    rows = [
        Row([text, Cell(str(row.came), "Table Number"), *([_days_text(row.days, volume)] if by_day else [])])
        for text, row in sorted_by(
            [(office_text(row.office, _), row) for row in content.rows], lambda entry: entry[0], volume.language
        )
    ]
    titles = (_("Office"), _("People"), *((_("Days"),) if by_day else ()))
    columns = OFFICES_BY_DAY if by_day else OFFICES
    name = _("Offices that were there") if content.is_known else _("Offices on the list")
    yield from volume.captioned(name, columns, head_row(titles, numbers=(1,)), rows)


def _days_text(days: Sequence[int], volume: Volume) -> str:
    return list_text([str(day) for day in days], volume.language)


def composition(content: Composition, volume: Volume, _sources: ReportSources) -> Iterable[Element]:
    """Who took part in numbers, small ones hidden; a list of which nothing can be shown is left out."""
    _ = volume._
    yield paragraph(
        _("{who}: {people}. Organisations and offices among them: {organisations}.").format(
            who=basis_label(content.basis, _), people=content.total, organisations=content.organisations
        )
    )
    tables = (
        (_("Participants by sector"), _("Sector"), _named(content.sectors, sector_label, _)),
        (_("Women and men"), _("Sex"), _named(content.sexes, sex_label, _)),
        (_("Participants by qark"), _("Qark"), _named(content.districts, district_label, _)),
    )
    shown = [table for table in tables if any(count != HIDDEN for _name, count in table[2])]
    for text, what, counts in shown:
        yield from _counts(text, what, counts, volume)
    crossed = list(_zones(content, volume))
    yield from crossed
    is_hidden = any(count == HIDDEN for table in shown for _name, count in table[2])
    if is_hidden or (crossed and any(cell.count is None for row in content.zones.cells for cell in row)):
        yield paragraph(_("* = fewer than five people, or not shown so that nobody can be recognised."), "Detail")


def _named(entries: Iterable[tuple[object, PublicCell]], label: object, _: Translator) -> list[tuple[str, str]]:
    return [(label(name, _), cell.text) for name, cell in entries]  # type: ignore[operator]


def _counts(text: str, what: str, counts: Sequence[tuple[str, str]], volume: Volume) -> Iterable[Element]:
    rows = [Row([name, Cell(count, "Table Number")]) for name, count in counts]
    return volume.captioned(text, COUNTS, head_row((what, volume._("People")), numbers=(1,)), rows)


def _zones(content: Composition, volume: Volume) -> Iterable[Element]:
    _, crossed = volume._, content.zones
    if len(crossed.columns) < 2 or not crossed.rows:
        return
    width = (BOOK.text_width - 50) / len(crossed.columns)
    rows = [
        Row([sector_label(sector, _), *(Cell(cell.text, "Table Number") for cell in cells)])
        for sector, cells in zip(crossed.rows, crossed.cells, strict=True)
    ]
    titles = (_("Sector"), *(zone_label(column, _) for column in crossed.columns))  # type: ignore[arg-type]
    head = head_row(titles, numbers=range(1, len(titles)))
    yield from volume.captioned(_("Sectors by regional group"), (50.0, *[width] * len(crossed.columns)), head, rows)
