"""Needs and diet as a workbook for kitchen and rooms. It holds data on health and belief: it goes to nobody else."""

from __future__ import annotations

from collections.abc import Iterable

from facilitation.domain.event import Event
from facilitation.domain.person import Participation
from facilitation.exchange.spreadsheet import CellValue, SheetColumn, SheetText, add_table, new_book, workbook_bytes
from facilitation.i18n.formats import day_span_text
from facilitation.i18n.labels import invitation_label
from facilitation.i18n.translator import Translator


def needs_xlsx(event: Event, people: Iterable[Participation], _: Translator) -> bytes:
    """One row for everybody who needs something, and a sentence on who may have the list."""
    book, title = new_book(), event.title.said_in(_.language)
    span = day_span_text(event.starts_on, event.ends_on, _.language)
    text = SheetText(
        name=_("Needs and diet"),
        title=title,
        subtitle=_("{days} · For logistics only. Destroy this list after the event.").format(days=span),
        refusal=_("Choose one of the values in the list."),
    )
    columns = [
        SheetColumn("id", 6, is_hidden=True),
        SheetColumn(_("Name"), 32),
        SheetColumn(_("Invitation"), 14),
        SheetColumn(_("Dietary needs"), 30),
        SheetColumn(_("Access needs"), 30),
    ]
    add_table(book, text, columns, [_row(part, _) for part in people])
    return workbook_bytes(book, title=f"{text.name}: {title}", language=_.language)


def _row(part: Participation, _: Translator) -> list[CellValue]:
    return [part.id, part.person.name, invitation_label(part.status, _), part.dietary_needs, part.access_needs]
