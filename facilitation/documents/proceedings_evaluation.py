"""The part of the proceedings with the results of the evaluation forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_parts import Cell, Row, Run, bar, head_row, paragraph, paragraphs
from facilitation.documents.word_xml import Element
from facilitation.domain.consultation import QuestionKind
from facilitation.i18n.formats import mean_text, number_text, share_text
from facilitation.i18n.labels import attributed_text
from facilitation.i18n.translator import Translator
from facilitation.planning.proceedings_content import Proceedings
from facilitation.planning.proceedings_evaluation import Bar, Evaluated, Evaluation
from facilitation.planning.small_cells import HIDDEN, small_text

BARS = 40.0
MEANS = (78.0, 21.0, 23.0, BARS)
COUNTS = (78.0, 22.0, 22.0, BARS)


def evaluation(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """How many forms came back, the statements with means and spread, the choices, and words that may be quoted."""
    found, _ = content.evaluation, volume._
    if found is None or found.replies == 0:
        return
    if found.replies is None:
        yield paragraph(_("Fewer than five forms came back; the figures of so few are not shown."))
        return
    yield paragraph(_returned(found, found.replies, _))
    scales = [entry for entry in found.questions if entry.mean is not None]
    if scales:
        yield from _scales(scales, volume)
    for entry in found.questions:
        if entry.kind in (QuestionKind.CHOICE, QuestionKind.RANK) and entry.bars:
            yield from _choices(entry, volume)
    for entry in found.questions:
        if entry.kind is QuestionKind.OPEN and (entry.synthesis or entry.quotes):
            yield from _words(entry, volume)


def _returned(found: Evaluation, replies: int, _: Translator) -> str:
    """How many forms came back, of how many people where that is known."""
    if replies > found.people:
        return _.plural("{count} form came back.", "{count} forms came back.", replies).format(count=replies)
    template = _.plural(
        "{count} form came back, {share} of the {people} people who took part.",
        "{count} forms came back, {share} of the {people} people who took part.",
        replies,
    )
    share = share_text(replies / found.people, _.language)
    return template.format(count=replies, share=share, people=number_text(found.people, _.language))


def _scales(scales: Sequence[Evaluated], volume: Volume) -> Iterator[Element]:
    """Which statement was rated best and least, the means, and how the answers are spread."""
    _ = volume._
    ranked = sorted(scales, key=_height)
    if len(scales) > 1 and _height(ranked[0]) < _height(ranked[-1]):
        template = _("Rated highest: “{best}” ({best_mean}); lowest: “{least}” ({least_mean}).")
        yield paragraph(
            template.format(
                best=ranked[-1].question.said_in(volume.language),
                best_mean=_mean(ranked[-1], _),
                least=ranked[0].question.said_in(volume.language),
                least_mean=_mean(ranked[0], _),
            )
        )
    rows = [
        Row(
            [
                entry.question.said_in(volume.language),
                Cell(str(entry.answers), "Table Number"),
                Cell(_mean(entry, _), "Table Number"),
                bar(_height(entry), BARS),
            ]
        )
        for entry in scales
    ]
    head = head_row((_("Statement"), _("Answers"), _("Mean"), _("Mean as a bar")), numbers=(1, 2))
    yield from volume.captioned(_("How the statements were rated"), MEANS, head, rows)
    rows = [row for entry in scales for row in _spread(entry, volume)]
    head = head_row((_("Point of the scale"), _("Answers"), _("Share"), _("Share as a bar")), numbers=(1, 2))
    yield from volume.captioned(_("How the ratings are spread"), COUNTS, head, rows)
    yield from _hidden_note(scales, _)


def _height(entry: Evaluated) -> float:
    """Where the mean stands between both ends of the scale, 0..1."""
    return ((entry.mean or 0) - entry.lowest) / ((entry.highest - entry.lowest) or 1)


def _mean(entry: Evaluated, _: Translator) -> str:
    return mean_text(entry.mean or 0, _.language)


def _spread(entry: Evaluated, volume: Volume) -> Iterator[Row]:
    words = [Run(entry.question.said_in(volume.language), "Strong")]
    yield Row([Cell(words, span=len(COUNTS))], fill="soft", keep_next=True)
    for number, point in enumerate(entry.bars, start=1):
        yield _bar_row(point, volume, keep_next=number < len(entry.bars))


def _bar_row(found: Bar, volume: Volume, *, keep_next: bool = False) -> Row:
    label = found.label.said_in(volume.language)
    name = " – ".join(part for part in ("" if found.point is None else str(found.point), label) if part)
    is_hidden = found.count is None
    return Row(
        [
            name,
            Cell(HIDDEN if found.count is None else str(found.count), "Table Number"),
            Cell(HIDDEN if is_hidden else share_text(found.share, volume.language), "Table Number"),
            bar(found.share, BARS),
        ],
        keep_next=keep_next,
    )


def _choices(entry: Evaluated, volume: Volume) -> Iterator[Element]:
    """How often each choice was taken; of an order, how often it came first."""
    _ = volume._
    head = head_row((_("Choice"), _("Answers"), _("Share"), _("Share as a bar")), numbers=(1, 2))
    if entry.kind is QuestionKind.RANK:
        head = head_row((_("Choice"), _("Put first"), _("Share"), _("Share as a bar")), numbers=(1, 2))
    rows = [_bar_row(found, volume) for found in entry.bars]
    yield from volume.captioned(entry.question.said_in(volume.language), COUNTS, head, rows)
    yield from _hidden_note([entry], _)


def _hidden_note(entries: Sequence[Evaluated], _: Translator) -> Iterator[Element]:
    if any(point.count is None for entry in entries for point in entry.bars):
        yield paragraph(_("* = not shown, so that nobody can be recognised."), "Detail")


def _words(entry: Evaluated, volume: Volume) -> Iterator[Element]:
    """What an open question brought: the summary of the organisers, and the words chosen to be quoted."""
    _ = volume._
    yield volume.part(entry.question.said_in(volume.language))
    if entry.answers != 0:
        shown = _("Answers: {count}").format(count=small_text(entry.answers))
        yield paragraph(shown, "Detail")
    yield from paragraphs(entry.synthesis.said_in(volume.language))
    for quote in entry.quotes:
        yield paragraph(_("“{words}”").format(words=" ".join(quote.text.split())), "Quote")
        yield paragraph(attributed_text(quote.shown, _) or _("from an evaluation form"), "Quote Source")
