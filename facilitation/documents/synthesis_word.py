"""What you said and what we made of it: the synthesis for those who were consulted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from facilitation.documents.word_front import event_block, nothing_yet, some_of, when_and_where
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Cell, Row, head_row, heading, paragraph, paragraphs, spacer, table
from facilitation.documents.word_styles import PORTRAIT, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.record import EventRecord
from facilitation.i18n.labels import attributed_text, sector_label
from facilitation.i18n.reply_sentences import answered_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.small_cells import HIDDEN, public_total, small_text
from facilitation.planning.synthesis import MadeOf, SaidOf, Synthesis, synthesis
from facilitation.planning.themes import ThemeTable, themes_by_sector

MADE = (44.0, 20.0, 52.0, 58.0)
THEME, TOTAL, WIDEST = 54.0, 20.0, 40.0
UPRIGHT_FROM, UPRIGHT_HEIGHT = 5, 40.0
"""From so many columns their titles are turned, and how high the head of the table then is."""
MOST_SESSIONS = 8


def synthesis_docx(record: EventRecord, _: Translator, stamp: Stamp, invited: Collection[str] = ()) -> bytes:
    """For everybody who was consulted: nobody is named unless they may be, and small counts are hidden.

    ``invited`` = ids of the participations that have a link of their own.
    """
    paper = Paper(record.event, _, stamp, title=_("What you said and what we made of it"), page=PORTRAIT)
    paper.add(event_block(paper))
    found = synthesis(record, invited)
    if found.is_empty:
        paper.add(nothing_yet(_("Nobody has answered yet.")))
        return paper.data()
    paper.add(_opening(found, _), _said(found.said, _), _themes(record, _), _made(found.made, _), _next(paper))
    return paper.data()


def _opening(found: Synthesis, _: Translator) -> Iterator[Element]:
    yield paragraph(
        _("Before the event we asked what it should be about. Thank you to everybody who answered."), "Lead"
    )
    yield paragraph(answered_sentence(found.rate, _))


def _said(said: Sequence[SaidOf], _: Translator) -> Iterator[Element]:
    yield heading(_("What you said"))
    if not said:
        yield nothing_yet(_("The answers have not been summed up."))
    for entry in said:
        yield heading(entry.question.text.said_in(_.language), 2)
        if entry.answers:
            count = _.plural("{count} answer", "{count} answers", entry.answers).format(count=entry.answers)
            yield paragraph(count, "Detail")
        yield from paragraphs(entry.text.said_in(_.language) or _("The answers have not been summed up."))
        for quote in entry.quotes:
            yield paragraph(_("“{words}”").format(words=" ".join(quote.text.split())), "Quote")
            yield paragraph(attributed_text(quote.shown, _) or _("a reply to the consultation"), "Quote Source")


def _themes(record: EventRecord, _: Translator) -> Iterator[Element]:
    people = {entry.id: entry for entry in record.participations}
    tables = [themes_by_sector(asked, record.replies, people) for asked in record.questionnaires]
    tables = [found for found in tables if any(row.total for row in found.rows)]
    if not tables:
        return
    yield heading(_("The themes of the answers"))
    yield paragraph(_("How many replies speak of each theme; one reply may speak of several."))
    for found in tables:
        yield _theme_table(found, _)
        yield spacer()
    if any(HIDDEN in row.public.texts for found in tables for row in found.rows):
        yield paragraph(_("<5 = fewer than five people; * = not shown, so that nobody can be recognised."), "Detail")


def _theme_table(found: ThemeTable, _: Translator) -> Element:  # type: ignore[type-arg]
    width = min(WIDEST, (PORTRAIT.text_width - THEME - TOTAL) / len(found.columns))
    names = [sector_label(column, _) if column else _("Not stated") for column in found.columns]
    rows = [
        Row(
            [
                row.theme.title.said_in(_.language),
                *(Cell(text, "Table Number") for text in (row.public.total_text, *row.public.texts)),
            ]
        )
        for row in found.rows
        if row.total
    ]
    columns = (THEME, TOTAL, *[width] * len(names))
    return table(columns, [_theme_head(names, _), *rows], title=_("Themes by sector"))


def _theme_head(names: Sequence[str], _: Translator) -> Row:
    titles = (_("Theme"), _("Replies"), *names)
    if len(names) < UPRIGHT_FROM:
        return head_row(titles, numbers=range(1, len(titles)))
    plain = [Cell(titles[0], "Table Head", align="bottom"), Cell(titles[1], "Table Head Number", align="bottom")]
    turned = [Cell(name, "Table Head", direction="btLr", align="center") for name in names]
    return Row([*plain, *turned], is_head=True, fill="head", height=UPRIGHT_HEIGHT)


def _made(made: Sequence[MadeOf], _: Translator) -> Iterator[Element]:
    yield heading(_("What we made of it"))
    if not made:
        yield nothing_yet(_("The answers have not been gathered under themes yet."))
        return
    head = head_row((_("Theme"), _("Replies"), _("Objectives"), _("Sessions")), numbers=(1,))
    rows = [_made_row(entry, _) for entry in made]
    yield table(MADE, [head, *rows], title=_("Themes, and the objectives and sessions made of them"))


def _made_row(entry: MadeOf, _: Translator) -> Row:
    language = _.language
    goals = [goal.text.said_in(language) for goal in entry.objectives]
    titles = dict.fromkeys(item.title.said_in(language) for item in entry.sessions)
    sessions = some_of(tuple(titles), MOST_SESSIONS, _)
    return Row(
        [
            Cell(entry.theme.title.said_in(language), "Table Item"),
            Cell(small_text(public_total(entry.replies)), "Table Number"),
            Cell(blocks=_lines(goals or [_("Not an objective of this event")])),
            Cell(blocks=_lines(sessions or [_("No session")])),
        ]
    )


def _lines(texts: Sequence[str]) -> tuple[Element, ...]:
    return tuple(paragraph(text, "Table Name") for text in texts)


def _next(paper: Paper) -> Iterator[Element]:
    _ = paper._
    yield heading(_("What comes next"))
    yield paragraph(_("The event: {when}.").format(when=when_and_where(paper.event, _.language)))
    yield paragraph(
        _("Its recommendations and commitments, with owners and dates, go to everybody who was consulted afterwards.")
    )
