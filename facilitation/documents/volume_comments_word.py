"""Comments on the draft and what was done with each, part by part; for the staff, since it names who wrote them."""

from __future__ import annotations

from collections.abc import Sequence

from facilitation.documents.running_order_word import staff_mark
from facilitation.documents.word_front import nothing_yet, title_block
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, Run, head_row, heading, paragraph, paragraphs, spacer, table
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.domain.proceedings import Section, VolumeComment
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import short_day_text
from facilitation.i18n.labels import section_label
from facilitation.i18n.translator import Translator
from facilitation.i18n.volume_words import comment_text

COLUMNS = (12.0, 44.0, 62.0, 75.0, 50.0, 24.0)
"""Millimetres: number, who and when, on which words, comment, what was done, settled."""
LONGEST_ANCHOR = 160


def volume_comments_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """A table for each part of the volume that somebody wrote about, the open comments counted first."""
    paper = Paper(record.event, _, stamp, title=_("Comments and what was done"), page=LANDSCAPE)
    paper.header = staff_mark(_)
    comments = record.proceedings.comments
    paper.add(title_block(paper))
    if not comments:
        paper.add(nothing_yet(_("No comments have come back yet.")))
    else:
        paper.add(paragraph(_count(comments, _)))
    number = 1
    for section in (*Section, None):
        chosen = [comment for comment in comments if comment.section is section]
        if chosen:
            title = section_label(section, _) if section else _("Before the first part")
            rows = [_row(comment, place, _) for place, comment in enumerate(chosen, start=number)]
            paper.add(heading(title), table(COLUMNS, [_head(_), *rows], title=title), spacer())
            number += len(chosen)
    return paper.data()


def _count(comments: Sequence[VolumeComment], _: Translator) -> str:
    settled = sum(comment.is_settled for comment in comments)
    return _("Comments: {count}, settled: {settled}.").format(count=len(comments), settled=settled)


def _head(_: Translator) -> Row:
    return head_row((_("No."), _("Who and when"), _("On these words"), _("Comment"), _("What was done"), _("Settled")))


def _row(comment: VolumeComment, number: int, _: Translator) -> Row:
    day = short_day_text(comment.written_at.date(), _.language) if comment.written_at else ""
    who = [paragraph([Run(comment.author or _("nobody named"), "Strong")], "Table Text")]
    text = paragraphs(comment_text(comment, _), "Table Text")
    done = paragraphs(comment.answer, "Table Text") or [paragraph("", "Table Text")]
    return Row(
        [
            str(number),
            Cell(blocks=(*who, *([paragraph(day, "Table Detail")] if day else []))),
            shortened(comment.anchor, LONGEST_ANCHOR),
            Cell(blocks=tuple(text) or (paragraph("", "Table Text"),)),
            Cell(blocks=tuple(done)),
            _("yes") if comment.is_settled else _("still open"),
        ]
    )
