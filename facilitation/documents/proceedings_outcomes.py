"""The parts of the proceedings about what was said: the reports of the sessions, the harvest of the tables."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.documents.proceedings_registers import COMMITMENTS, RECOMMENDATIONS
from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_parts import (
    Cell,
    Row,
    Run,
    bullets,
    head_row,
    heading,
    paragraph,
    paragraphs,
)
from facilitation.documents.word_xml import Element
from facilitation.i18n.formats import clock_span_text, day_text
from facilitation.i18n.labels import attributed_text, attribution_label, kind_label
from facilitation.i18n.translator import Translator
from facilitation.planning.proceedings_content import (
    CafeHarvest,
    Proceedings,
    RoundHarvest,
    Said,
    SessionReport,
)
from facilitation.planning.proceedings_themes import TableResult, ThemeHarvest
from facilitation.planning.spoken_language import other_language

HARVEST = (22.0, 140.0)


def sessions(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """A report of every session in the order of the agenda."""
    for report in content.sessions:
        yield from _session(report, volume)


def _session(report: SessionReport, volume: Volume) -> Iterable[Element]:
    _, language = volume._, volume.language
    yield volume.part(report.title or kind_label(report.kind, _))
    when = f"{day_text(report.on, language)}, {clock_span_text(report.starts_at, report.ends_at)}"
    rule = _("speakers: {rule}").format(rule=attribution_label(report.attribution, _))
    yield paragraph(" · ".join((when, kind_label(report.kind, _), rule)), "Detail")
    yield from paragraphs(report.summary.said_in(language))
    if report.question:
        yield _named(_("Question: "), report.question.said_in(language))
    speakers = "; ".join(filter(None, (attributed_text(speaker, _) for speaker in report.speakers)))
    if speakers:
        yield _named(_("Speakers: "), speakers)
    yield from _points(_("Main points"), report.key_points, _)
    yield from _quotes(report.quotes, _)
    yield from _points(_("Questions raised"), report.questions, _)
    yield from _outcomes(report, volume)
    if not report.has_notes:
        yield paragraph(_("No notes were written down in this session."), "Detail")


def _named(label: str, text: str) -> Element:
    return paragraph([Run(label, "Strong"), text])


def _points(title: str, points: Iterable[Said], _: Translator) -> Iterable[Element]:
    texts = [_said(point, _) for point in points]
    if texts:
        yield paragraph(title, "Label")
        yield from bullets(texts)


def _said(said: Said, _: Translator) -> str:
    by = attributed_text(said.by, _)
    return f"{said.text} ({by})" if by else said.text


def _quotes(quotes: Iterable[Said], _: Translator) -> Iterable[Element]:
    """Exact words in the language they were spoken in, and who said them as far as that may be shown."""
    for number, quote in enumerate(quotes):
        if not number:
            yield paragraph(_("In their own words"), "Label")
        words = _("“{words}”").format(words=quote.text.strip('“”„«»" '))
        yield paragraph([Run(words, "", other_language(quote.text, _.language))], "Quote")
        yield paragraph(attributed_text(quote.by, _) or _("a participant"), "Quote Source")


def _outcomes(report: SessionReport, volume: Volume) -> Iterable[Element]:
    _ = volume._
    for label, register, numbers in (
        (_("Recommendations: "), RECOMMENDATIONS, report.recommendations),
        (_("Commitments: "), COMMITMENTS, report.commitments),
    ):
        if numbers:
            yield paragraph([Run(label, "Strong"), *volume.register_links(register, numbers)])


def harvest(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """What the tables of every café brought out: by theme where there are themes, else round by round."""
    for cafe in content.harvest:
        yield volume.part(cafe.title or volume._("World café"))
        sentences = _cafe_text(cafe, volume._)
        if sentences:
            yield paragraph(sentences)
        if not (cafe.themes or cafe.rounds):
            yield paragraph(volume._("Nothing was written down here."), "Detail")
        for theme in cafe.themes:
            yield from _theme(theme, volume)
        for number, round_ in enumerate(() if cafe.themes else cafe.rounds, start=1):
            yield from _round(round_, number, volume)


def _theme(theme: ThemeHarvest, volume: Volume) -> Iterable[Element]:
    """The line that sums up a theme, then the results of the tables it rests on."""
    _ = volume._
    yield heading(theme.title.said_in(volume.language) or _("Other results of the tables"), 3)
    yield from paragraphs(theme.synthesis)
    yield from bullets(_result(result, _) for result in theme.results)


def _result(result: TableResult, _: Translator) -> str:
    if result.round is None or result.table is None:
        return result.text
    return _("{text} (round {round}, table {table})").format(text=result.text, round=result.round, table=result.table)


def _cafe_text(cafe: CafeHarvest, _: Translator) -> str:
    sentences = []
    if cafe.people_count:
        sentences.append(
            _("{people} people sat at {tables} tables.").format(people=cafe.people_count, tables=cafe.table_count)
        )
    if cafe.possible_meetings:
        sentences.append(
            _("They had {meetings} different meetings with one another.").format(meetings=cafe.unique_meetings)
        )
    return " ".join(sentences)


def _round(round_: RoundHarvest, number: int, volume: Volume) -> Iterable[Element]:
    _, language = volume._, volume.language
    name = _("Without a round") if round_.round is None else _("Round {number}").format(number=round_.round)
    question = round_.question.said_in(language)
    yield heading(f"{name}: {question}" if question else name, 3)
    rows = [
        Row(
            [
                Cell("–" if harvest.table is None else str(harvest.table), "Box Value"),
                Cell(blocks=tuple(paragraph(point, "Table Name") for point in harvest.points)),
            ]
        )
        for harvest in round_.tables
    ]
    if rows:
        head = head_row((_("Table"), _("What it brought out")))
        yield from volume.captioned(_("Harvest of round {number}").format(number=number), HARVEST, head, rows)
    else:
        yield paragraph(_("Nothing was written down in this round."), "Detail")
