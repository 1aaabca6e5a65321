"""The first page of a print with only the changed pages of the guide: what to put in, what to take out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitation.documents.word_front import title_block
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import TICK_BOX, Cell, Row, bullets, head_row, heading, paragraph, table
from facilitation.documents.word_xml import Element
from facilitation.i18n.formats import clock_span_text
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.guide_changes import GuideChanges

COLUMNS = (17.0, 18.0, 32.0, 140.0, 60.0)


def change_page(paper: Paper, changes: GuideChanges) -> Iterator[Element]:
    """A list to tick off while the pages of the older print are exchanged."""
    _ = paper._
    yield from title_block(paper)
    yield heading(_("Only what changed"))
    yield paragraph(_("Put these pages in the place of the old ones, and throw the old ones away."), "Lead")
    yield from bullets(_other_pages(changes, _))
    rows = [*_rows(changes.new, _("new"), _), *_rows(changes.changed, _("changed"), _)]
    rows += [*_rows(changes.moved, _("other time"), _), *_rows(changes.gone, _("take out"), _)]
    if rows:
        titles = (_("Done"), _("Day"), _("Time"), _("Session"), _("What"))
        yield table(COLUMNS, [head_row(titles), *rows], title=_("Pages to exchange"))


def _other_pages(changes: GuideChanges, _: Translator) -> Iterator[str]:
    if changes.front:
        yield _("The pages before the sessions are new.")
    if changes.materials:
        yield _("The list of materials is new.")


def _rows(entries: Iterable[TimedItem], what: str, _: Translator) -> Iterator[Row]:
    for entry in entries:
        yield Row(
            [
                Cell(TICK_BOX, "Tick Box"),
                str(entry.day),
                Cell(clock_span_text(entry.starts_at, entry.ends_at), "Clock"),
                entry.item.title.said_in(_.language),
                what,
            ]
        )
