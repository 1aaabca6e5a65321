"""The registers of the proceedings: recommendations by addressee, commitments with their state, the follow-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from facilitation.documents.proceedings_volume import Volume
from facilitation.documents.word_parts import Cell, Row, Run, bullets, head_row, paragraph
from facilitation.documents.word_xml import Element
from facilitation.i18n.formats import day_text
from facilitation.i18n.sorting import sorted_by
from facilitation.planning.proceedings_content import Addressed, Commitment, Proceedings, Recommendation
from facilitation.planning.proceedings_registers import by_addressee

RECOMMENDATIONS, COMMITMENTS = "R", "C"
"""The letters that number the lines of the two registers, and name their bookmarks."""
ADVICE = (12.0, 86.0, 24.0, 40.0)
PROMISES = (12.0, 38.0, 62.0, 24.0, 26.0)
FOLLOW_UPS = (50.0, 112.0)


def recommendations(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """The register of recommendations by addressee, those to nobody last; then what was set aside."""
    _ = volume._
    if content.recommendations:
        head = head_row((_("No."), _("Recommendation"), _("By when"), _("Session")))
        rows = list(_advice_rows(by_addressee(content.recommendations), volume))
        yield from volume.captioned(_("Recommendations by addressee"), ADVICE, head, rows)
    if content.parking_lot:
        yield volume.part(_("Parked for another day"))
        yield from bullets(
            _parked(entry.text, entry.session_title.said_in(volume.language)) for entry in content.parking_lot
        )


def _advice_rows(groups: Iterable[Addressed], volume: Volume) -> Iterator[Row]:
    """A row that names the addressee, then one for each recommendation; the order is that of the letters."""
    groups = list(groups)
    named = sorted_by([group for group in groups if group.addressee], lambda group: group.addressee, volume.language)
    for group in (*named, *(group for group in groups if not group.addressee)):
        words = [Run(group.addressee, "Strong")] if group.addressee else volume._("To whom: nobody was named")
        yield Row([Cell(words, span=len(ADVICE))], fill="soft", keep_next=True)
        yield from (_recommendation_row(entry, volume) for entry in group.recommendations)


def _recommendation_row(entry: Recommendation, volume: Volume) -> Row:
    return Row(
        [
            Cell(volume.register_mark(RECOMMENDATIONS, entry.number)),
            entry.text,
            _due(entry.due_on, volume),
            Cell(entry.session_title.said_in(volume.language), "Table Detail"),
        ]
    )


def _parked(text: str, session: str) -> str:
    return f"{text} ({session})" if session else text


def commitments(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """The register of commitments: who does what by when, and how far it is."""
    _ = volume._
    if content.commitments:
        titles = (_("No."), _("Responsible"), _("Commitment"), _("By when"), _("Status"))
        rows = [_commitment_row(entry, volume) for entry in content.commitments]
        yield from volume.captioned(_("Commitments"), PROMISES, head_row(titles), rows)


def _commitment_row(entry: Commitment, volume: Volume) -> Row:
    session = entry.session_title.said_in(volume.language)
    said = (paragraph(entry.text, "Table Text"), *([paragraph(session, "Table Detail")] if session else []))
    return Row(
        [
            Cell(volume.register_mark(COMMITMENTS, entry.number)),
            entry.owner or volume._("nobody named yet"),
            Cell(blocks=said),
            _due(entry.due_on, volume),
            _state(entry, volume),
        ]
    )


def _state(entry: Commitment, volume: Volume) -> str:
    """How far a commitment is on the day the volume is made."""
    _ = volume._
    if entry.done_on:
        return _("kept on {day}").format(day=_day(entry.done_on, volume))
    return _("overdue") if entry.is_overdue else _("not kept yet")


def _due(day: date | None, volume: Volume) -> Cell:
    return Cell("–" if day is None else _day(day, volume))


def _day(day: date, volume: Volume) -> str:
    return day_text(day, volume.language, with_year=True, with_weekday=False)


def next_steps(content: Proceedings, volume: Volume) -> Iterable[Element]:
    """The days on which recommendations and commitments are gone through again."""
    _ = volume._
    rows = [
        Row(
            [
                day_text(entry.on, volume.language, with_year=True),
                _("{count} days after the event: the recommendations and commitments are gone through again").format(
                    count=entry.offset_days
                ),
            ]
        )
        for entry in content.follow_ups
    ]
    if rows:
        yield from volume.captioned(_("Days of the follow-up"), FOLLOW_UPS, head_row((_("Day"), _("What"))), rows)
