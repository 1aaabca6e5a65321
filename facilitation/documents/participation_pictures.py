"""The pictures of the participation chapter: sectors against their targets, and where people came from."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.documents.bar_chart import Bar, bar_spec, on_paper
from facilitation.documents.chart_pictures import Drawing, begin, can_draw
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_styles import BOOK
from facilitation.documents.word_xml import Element
from facilitation.domain.print_look import PrintLook
from facilitation.i18n.formats import share_text
from facilitation.i18n.labels import district_label, sector_label
from facilitation.i18n.translator import Translator
from facilitation.planning.composition import SectorShare
from facilitation.planning.proceedings_content import ParticipationFigures

FEWEST_PLACES = 3
"""Qarqe: fewer are said in a sentence."""
SECTORS_FIGURE, PLACES_FIGURE = "sectors_figure", "places_figure"
"""Their names for ``Volume.mention``."""


Chart = tuple[str, str, list[Bar], str]
"""The name of a picture, its caption, its bars, and what it shows in words."""


def participation_pictures(figures: ParticipationFigures, volume: Volume) -> Iterable[Element]:
    """Each picture under its caption; nothing where the renderer is missing: the tables say the same."""
    charts = _charts(figures, volume._, volume.paper.stamp.look)
    if not charts or not can_draw():
        return
    drawing = _begun(charts, volume._, volume.paper.stamp.look)
    for number, (name, words, _bars, alt) in enumerate(charts):
        yield from volume.drawn_figure(words, drawing, number, alt, name=name)


def begin_pictures(figures: ParticipationFigures, _: Translator, look: PrintLook) -> None:
    """Start to draw them while other papers are made: the volume then need not wait."""
    if figures.total and can_draw() and (charts := _charts(figures, _, look)):
        _begun(charts, _, look)


def _begun(charts: Iterable[Chart], _: Translator, look: PrintLook) -> Drawing:
    return begin([on_paper(bar_spec(bars, _), BOOK.text_width, look) for _name, _words, bars, _alt in charts])


def _charts(figures: ParticipationFigures, _: Translator, look: PrintLook) -> list[Chart]:
    charts = []
    if len(figures.sectors) > 1:
        words = _("Participants by sector; the line shows the target")
        charts.append((SECTORS_FIGURE, words, _sector_bars(figures, _), sectors_finding(figures, _)))
    places = sum(row.district is not None for row in figures.by_district)
    if places >= FEWEST_PLACES and not look.is_large:  # in large letters it would fill a page
        words = _("Where the participants came from")
        charts.append((PLACES_FIGURE, words, _place_bars(figures, _), places_finding(figures, _)))
    return charts


def _sector_bars(figures: ParticipationFigures, _: Translator) -> list[Bar]:
    return [
        Bar(sector_label(row.sector, _), row.count, _with_wanted(row, _), _wanted(row, figures.total))
        for row in figures.sectors
    ]


def _wanted(row: SectorShare, total: int) -> float | None:
    return row.target_share * total if row.target_share else None


def _with_wanted(row: SectorShare, _: Translator) -> str:
    """ "48 (44 %), target 40 %"."""
    shown = f"{row.count} ({share_text(row.share, _.language)})"
    if not row.target_share:
        return shown
    return _("{shown}, target {target}").format(shown=shown, target=share_text(row.target_share, _.language))


def _place_bars(figures: ParticipationFigures, _: Translator) -> list[Bar]:
    return [
        Bar(district_label(row.district, _), row.count, f"{row.count} ({share_text(row.share, _.language)})")
        for row in figures.by_district
    ]


def sectors_finding(figures: ParticipationFigures, _: Translator) -> str:
    """What the picture shows: "Civil society 48 of 108, above the target of 40 %. …"."""
    return " ".join(_sector_sentence(row, figures.total, _) for row in figures.sectors)


def _sector_sentence(row: SectorShare, total: int, _: Translator) -> str:
    template = _("{sector} {count} of {total}.")
    if row.target_share:
        template = _("{sector} {count} of {total}, below the target of {target}.")
        if row.share >= row.target_share:
            template = _("{sector} {count} of {total}, above the target of {target}.")
        if share_text(row.share, _.language) == share_text(row.target_share, _.language):
            template = _("{sector} {count} of {total}, as the target of {target}.")
    target = share_text(row.target_share or 0, _.language)
    return template.format(sector=sector_label(row.sector, _), count=row.count, total=total, target=target)


def places_finding(figures: ParticipationFigures, _: Translator) -> str:
    """What the picture shows: where most came from, and how many came from outside the capital."""
    largest = next(row for row in figures.by_district if row.district)
    first = _("Most came from {place}, {count} of {total}.").format(
        place=district_label(largest.district, _), count=largest.count, total=figures.total
    )
    outside = _("{count} of {total} ({share}) came from outside the capital.").format(
        count=figures.people.outside_capital,
        total=figures.total,
        share=share_text(figures.outside_capital_share, _.language),
    )
    return f"{first} {outside}"
