"""The parts of the proceedings about who came and when: participation, agenda, list of participants."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.documents.participation_pictures import participation_pictures
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_parts import Cell, Piece, Row, bar, head_row, paragraph, paragraphs, spacer
from facilitation.documents.word_styles import BOOK
from facilitation.documents.word_xml import Element
from facilitation.domain.agenda import REST_KINDS
from facilitation.errors import mark
from facilitation.i18n.formats import clock_span_text, day_text, number_text, share_text
from facilitation.i18n.labels import (
    attributed_text,
    basis_label,
    district_label,
    sector_label,
    sex_label,
    zone_label,
)
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.planning.composition import Basis
from facilitation.planning.proceedings_content import AgendaDayLines, AgendaLine, ParticipationFigures, Proceedings

BARS = 40.0
SECTORS = (58.0, 20.0, 20.0, 24.0, BARS)
COUNTS = (78.0, 22.0, 22.0, BARS)
DAYS = (120.0, 42.0)
GLANCE = (30.0, 132.0)
FULL = (30.0, 78.0, 54.0)
SECTORS_TABLE = "sectors"
PEOPLE = (50.0, 50.0, 40.0, 22.0)


def participation(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """Who came: sectors against targets, qarqe, sex, days, and sectors by zone with small counts hidden."""
    figures, _ = content.participation, volume._
    if not figures.total:
        yield paragraph(_("No participants have been written down yet."), "Empty Note")
        return
    yield paragraph(_figures_words(figures, volume))
    yield from participation_pictures(figures, volume)
    yield from _sector_table(figures, volume)
    rows = [(district_label(row.district, _), row.count, row.share) for row in figures.by_district]
    yield from _count_table(_("Participants by qark"), _("Qark"), rows, volume)
    rows = [(sex_label(row.sex, _), row.count, row.share) for row in figures.by_sex]
    yield from _count_table(_("Women and men"), _("Sex"), rows, volume)
    yield from _day_table(figures, volume)
    yield from _zone_table(figures, volume)


BASIS_NOTES = {
    Basis.ATTENDED: mark("All shares are of those who signed in on at least one day."),
    Basis.CONFIRMED: mark("Who attended was not written down: all shares are of those who confirmed that they come."),
    Basis.LISTED: mark("Nobody has confirmed yet: all shares are of those on the list who did not decline."),
}


def _figures_words(figures: ParticipationFigures, volume: Volume) -> list[Piece]:
    """How many came, with a footnote on whom the shares are of, and where the tables are."""
    _ = volume._
    outside = _("{count} of them ({share}) came from outside the capital.").format(
        count=figures.people.outside_capital, share=share_text(figures.outside_capital_share, _.language)
    )
    words: list[Piece] = [f"{basis_label(figures.basis, _)}: {number_text(figures.total, _.language)}."]
    words += [volume.footnote(_(BASIS_NOTES[figures.basis])), f" {outside}"]
    if figures.observer_count:
        observers = _.plural(
            "{count} observer took part without a part in decisions.",
            "{count} observers took part without a part in decisions.",
            figures.observer_count,
        )
        words.append(" " + observers.format(count=figures.observer_count))
    before, after = _("{table} compares the sectors with their targets.").split("{table}", 1)
    return [*words, f" {before}", *volume.mention(SECTORS_TABLE), after]


def _sector_table(figures: ParticipationFigures, volume: Volume) -> Iterable[Element]:
    _, language = volume._, volume.language
    longest = max((row.share for row in figures.sectors), default=0) or 1
    rows = [
        Row(
            [
                sector_label(row.sector, _),
                Cell(str(row.count), "Table Number"),
                Cell(share_text(row.share, language), "Table Number"),
                Cell("–" if row.target_share is None else share_text(row.target_share, language), "Table Number"),
                bar(row.share / longest, BARS),
            ]
        )
        for row in figures.sectors
    ]
    titles = (_("Sector"), _("People"), _("Share"), _("Wanted"), _("Share as a bar"))
    head = head_row(titles, numbers=(1, 2, 3))
    note = _("The bars compare the shares; the longest is the largest.")
    yield from volume.captioned(_("Participants by sector"), SECTORS, head, rows, note=note, name=SECTORS_TABLE)


def _count_table(text: str, what: str, counts: Iterable[tuple[str, int, float]], volume: Volume) -> Iterable[Element]:
    _, counts = volume._, list(counts)
    longest = max((share for _label, _count, share in counts), default=0) or 1
    rows = [
        Row(
            [
                label,
                Cell(str(count), "Table Number"),
                Cell(share_text(share, volume.language), "Table Number"),
                bar(share / longest, BARS),
            ]
        )
        for label, count, share in counts
    ]
    if rows:
        head = head_row((what, _("People"), _("Share"), _("Share as a bar")), numbers=(1, 2))
        note = _("The bars compare the shares; the longest is the largest.")
        yield from volume.captioned(text, COUNTS, head, rows, note=note)


def _day_table(figures: ParticipationFigures, volume: Volume) -> Iterable[Element]:
    _ = volume._
    rows = [
        Row([day_text(entry.on, volume.language, with_year=True), Cell(str(entry.count), "Table Number")])
        for entry in figures.by_day
    ]
    if len(rows) > 1 and any(entry.count for entry in figures.by_day):
        head = head_row((_("Day"), _("People")), numbers=(1,))
        yield from volume.captioned(_("Participants on each day"), DAYS, head, rows)


def _zone_table(figures: ParticipationFigures, volume: Volume) -> Iterable[Element]:
    _, crossed = volume._, figures.sector_by_zone
    if not crossed.rows or len(crossed.columns) < 2:
        return
    width = (BOOK.text_width - 50) / len(crossed.columns)
    rows = [
        Row([Cell(sector_label(sector, _)), *(Cell(cell.text, "Table Number") for cell in cells)])
        for sector, cells in zip(crossed.rows, crossed.cells, strict=True)
    ]
    titles = (_("Sector"), *(zone_label(column, _) for column in crossed.columns))  # type: ignore[arg-type]
    head = head_row(titles, numbers=range(1, len(titles)))
    yield from volume.captioned(_("Sectors by regional group"), (50.0, *[width] * len(crossed.columns)), head, rows)
    yield paragraph(_("* = fewer than five people, or not shown so that nobody can be recognised."), "Detail")


def glance(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """Times and titles only."""
    _ = volume._
    for day in _days(content):
        rows = [_glance_row(line, _) for line in day.lines]
        yield from volume.captioned(_day_title(day, _), GLANCE, head_row((_("Time"), _("Session"))), rows)
        yield spacer()


def full_agenda(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """Everything that was public: summaries, speakers as the rule of the session allows, rooms."""
    _ = volume._
    head = head_row((_("Time"), _("Session"), _("Who and where")))
    for day in _days(content):
        rows = [_full_row(line, _) for line in day.lines]
        yield from volume.captioned(_day_title(day, _), FULL, head, rows)
        yield spacer()


def _days(content: Proceedings) -> Iterable[AgendaDayLines]:
    return (day for day in content.agenda if day.lines)


def _day_title(day: AgendaDayLines, _: Translator) -> str:
    text = day_text(day.on, _.language, with_year=True)
    return _("Agenda of day {number}, {date}").format(number=day.day, date=text)


def _glance_row(line: AgendaLine, _: Translator) -> Row:
    cells = (Cell(clock_span_text(line.starts_at, line.ends_at), "Clock"), Cell(line.title.said_in(_.language)))
    return Row(cells, fill="soft" if line.kind in REST_KINDS else "")


def _full_row(line: AgendaLine, _: Translator) -> Row:
    language = _.language
    session = [paragraph(line.title.said_in(language), "Table Item")]
    session += paragraphs(line.summary.said_in(language), "Table Detail")
    shown = (attributed_text(speaker, _) for speaker in line.speakers)
    who = [paragraph(text, "Table Name") for text in shown if text]
    who += paragraphs(line.room, "Table Detail")
    clock = Cell(clock_span_text(line.starts_at, line.ends_at), "Clock")
    fill = "soft" if line.kind in REST_KINDS else ""
    return Row([clock, Cell(blocks=tuple(session)), Cell(blocks=tuple(who))], fill=fill)


def participant_list(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """Only those who agreed to be listed, by name; how many others took part."""
    _, listed = volume._, content.participants
    people = sorted_by(listed.people, lambda person: person.name, volume.language)
    rows = [
        Row(
            [
                person.name,
                ", ".join(part for part in (person.position, person.organisation) if part),
                sector_label(person.sector, _),
                district_label(person.district, _) if person.district else "",
            ]
        )
        for person in people
    ]
    if rows:
        titles = (_("Name"), _("Office"), _("Sector"), _("Qark"))
        yield from volume.captioned(_("Participants who agreed to be listed"), PEOPLE, head_row(titles), rows)
    if listed.unlisted_count:
        yield paragraph(
            _.plural(
                "{count} other person took part and is not named here.",
                "{count} other people took part and are not named here.",
                listed.unlisted_count,
            ).format(count=listed.unlisted_count),
            "Detail",
        )
