"""The organiser's own list of participants as a workbook. It holds personal data: it is not for handing out.

Needs and diet are not in it: they are for logistics only (``needs_sheet``).
"""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from facilitation.domain.event import Sector
from facilitation.domain.person import (
    Consent,
    District,
    EventRole,
    InvitationStatus,
    Participation,
    Sex,
)
from facilitation.domain.record import EventRecord
from facilitation.exchange.people_words import sex_word
from facilitation.exchange.spreadsheet import (
    FIRST_ROW,
    HEADER_ROW,
    CellValue,
    SheetColumn,
    SheetText,
    add_table,
    new_book,
    workbook_bytes,
)
from facilitation.i18n.formats import day_span_text
from facilitation.i18n.labels import (
    consent_label,
    district_label,
    invitation_label,
    language_label,
    role_label,
    sector_label,
)
from facilitation.i18n.translator import Translator

LAST_PRINTED = "J"
"""Contacts and consents stand to the right of what is printed by default."""


def participants_xlsx(record: EventRecord, _: Translator) -> bytes:
    """The list in a workbook of its own."""
    book = new_book()
    sheet = add_participants(book, record, _)
    return workbook_bytes(book, title=f"{sheet.title}: {record.event.title.said_in(_.language)}", language=_.language)


def add_participants(book: Workbook, record: EventRecord, _: Translator) -> Worksheet:
    """Everybody on the list in its order, one row each; readable again by the import of people.

    Column A is hidden and holds the participation's id.
    """
    event = record.event
    span = day_span_text(event.starts_on, event.ends_on, _.language)
    warning = _("holds contacts and consents: not to hand out")
    text = SheetText(
        name=_("Participants"),
        title=event.title.said_in(_.language),
        subtitle=" · ".join(part for part in (span, event.place, warning) if part),
        refusal=_("Choose one of the values in the list."),
    )
    rows = [_row(number, entry, _) for number, entry in enumerate(record.participations, start=1)]
    sheet = add_table(book, text, _columns(_), rows)
    sheet.freeze_panes = f"D{FIRST_ROW}"
    sheet.print_area = f"A1:{LAST_PRINTED}{HEADER_ROW + max(len(rows), 1)}"
    return sheet


def _columns(_: Translator) -> list[SheetColumn]:
    return [*_who_columns(_), *_more_columns(_)]


def _who_columns(_: Translator) -> list[SheetColumn]:
    return [
        SheetColumn("id", 6, is_hidden=True),
        SheetColumn(_("No."), 5),
        SheetColumn(_("Name"), 32),
        SheetColumn(_("Organisation"), 28),
        SheetColumn(_("Position"), 18),
        SheetColumn(_("Sector"), 18, choices=tuple(sector_label(sector, _) for sector in Sector)),
        SheetColumn(_("County"), 13, choices=tuple(district_label(district, _) for district in District)),
        SheetColumn(_("Municipality"), 14),
        SheetColumn(_("Role"), 14, choices=tuple(role_label(role, _) for role in EventRole)),
        SheetColumn(_("Invitation"), 14, choices=tuple(invitation_label(status, _) for status in InvitationStatus)),
    ]


def _more_columns(_: Translator) -> list[SheetColumn]:
    answers = tuple(consent_label(answer, _) for answer in Consent)
    return [
        SheetColumn(_("Title before the name"), 11),
        SheetColumn(_("Languages"), 14),
        SheetColumn(_("Phone"), 16),
        SheetColumn(_("E-mail"), 24),
        SheetColumn(_("Sex"), 9, choices=tuple(sex_word(sex, _) for sex in (Sex.FEMALE, Sex.MALE))),
        SheetColumn(_("Days attended"), 11),
        SheetColumn(_("Photo consent"), 11, choices=answers),
        SheetColumn(_("List-sharing consent"), 11, choices=answers),
        SheetColumn(_("Note"), 26),
    ]


def _row(number: int, entry: Participation, _: Translator) -> list[CellValue]:
    person = entry.person
    return [
        entry.id,
        number,
        person.name,
        person.organisation,
        person.position,
        sector_label(person.sector, _),
        district_label(person.district, _) if person.district else "",
        person.municipality,
        role_label(entry.role, _),
        invitation_label(entry.status, _),
        person.title,
        ", ".join(language_label(code, _) for code in person.languages),
        person.phone,
        person.email,
        sex_word(person.sex, _) if person.sex is not Sex.NOT_STATED else "",
        ", ".join(str(day) for day in entry.days_attended),
        consent_label(entry.photo_consent, _),
        consent_label(entry.list_consent, _),
        entry.note,
    ]
