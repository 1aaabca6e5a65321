"""Certificates of attendance: a sheet for each person who attended and has a number, by number."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from facilitation.documents.word_fit import line_count
from facilitation.documents.word_front import event_block, nothing_yet, when_and_where
from facilitation.documents.word_package import Paper, shortened
from facilitation.documents.word_parts import Cell, Row, paragraph, spacer, table
from facilitation.documents.word_styles import CERTIFICATE, SIZES, Stamp
from facilitation.documents.word_xml import Element, element
from facilitation.domain.person import Participation
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import day_text, list_text, number_text
from facilitation.i18n.translator import Translator
from facilitation.planning.certificates import certified, time_attended, titled_name

SIGNATURE_COLUMNS = (105.0, 31.0, 105.0)
SIGNATURE_ROOM, SIGNATURE_UNDER_LETTERHEAD = 20.0, 12.0
LONGEST_NAME, LONGEST_EVENT, LONGEST_OFFICE = 110, 220, 120


def certificates_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """All certificates that were issued; the same number however often they are printed."""
    paper = Paper(record.event, _, stamp, title=_("Certificates of attendance"), page=CERTIFICATE)
    paper.has_footer = False
    people = certified(record.participations)
    if not people:
        paper.add(event_block(paper), nothing_yet(_("No certificate was issued yet.")))
    for place, entry in enumerate(people):
        paper.add(_certificate(entry, record, paper, is_first=not place))
    return paper.data()


def _certificate(entry: Participation, record: EventRecord, paper: Paper, *, is_first: bool) -> Iterable[Element]:
    _, event, person = paper._, record.event, entry.person
    host = event.host.said_in(_.language)
    at_top = [] if is_first else [element("pageBreakBefore")]
    kind = "Certificate Name" if paper.template else "Certificate Kind"
    yield paragraph(_("Certificate of attendance"), kind, extra=at_top)
    if event.is_sample:
        yield paragraph(_("Sample: made up for practice"), "Certificate Line")
    yield paragraph(_("This is to certify that"), "Certificate Text")
    yield _fitted(shortened(titled_name(person), LONGEST_NAME), "Certificate Name", "Certificate Long Name", paper)
    if person.organisation.strip():
        yield paragraph(shortened(person.organisation, LONGEST_OFFICE), "Certificate Text")
    yield paragraph(_("took part in"), "Certificate Text")
    title = shortened(event.title.said_in(_.language), LONGEST_EVENT)
    yield _fitted(title, "Certificate Event", "Certificate Long Event", paper)
    yield paragraph(when_and_where(event, _.language), "Certificate Text")
    yield paragraph(_attended(entry, record, _), "Certificate Text")
    yield _signature(paper, host)
    yield paragraph(_("Certificate no. {number}").format(number=entry.certificate), "Certificate Number")


def _fitted(text: str, style: str, small: str, paper: Paper) -> Element:
    """At most two lines in the large style, else the small one; always the small one under a letterhead."""
    most = 0 if paper.template else 2 if style == "Certificate Name" else 1
    is_long = line_count(text, CERTIFICATE.text_width, SIZES[style] or 20) > most
    return paragraph(text, small if is_long else style)


def _attended(entry: Participation, record: EventRecord, _: Translator) -> str:
    """ "Attended 2 days (20 May and 21 May), 11.5 hours of work"."""
    days = [day for day in entry.days_attended if 1 <= day <= record.event.day_count]
    names = [day_text(record.event.day(day), _.language, with_weekday=False) for day in days]
    said = _.plural("Attended {count} day ({days})", "Attended {count} days ({days})", len(days)).format(
        count=len(days), days=list_text(names, _.language)
    )
    time = time_attended(record.agenda, days)
    return f"{said}, {_hours(time, _)}" if time else said


def _hours(time: timedelta, _: Translator) -> str:
    """Hours to the half hour, as certificates state them."""
    half_hours = round(time / timedelta(minutes=30))
    number = number_text(half_hours / 2, _.language, digits=half_hours % 2)
    return _.plural("{hours} hour of work", "{hours} hours of work", 1 if half_hours == 2 else 2).format(hours=number)


def _signature(paper: Paper, host: str) -> Element:
    """Place and date at the left, the line to sign at the right."""
    _ = paper._
    place = paper.event.place.strip() or "……………………"
    rows = [
        Row([Cell(), Cell(), Cell()], height=SIGNATURE_UNDER_LETTERHEAD if paper.template else SIGNATURE_ROOM),
        Row(
            [
                Cell(_("{place}, on ……………………").format(place=place), "Certificate Line"),
                Cell(),
                Cell(blocks=(paragraph("……………………………………………………", "Certificate Line"), *_signer(host, _)), align="top"),
            ]
        ),
    ]
    return table(SIGNATURE_COLUMNS, rows, title=_("Place, date and signature"), borders="none", is_centred=True)


def _signer(host: str, _: Translator) -> Iterable[Element]:
    yield paragraph(_("Signature and stamp"), "Certificate Line")
    if host.strip():
        yield paragraph(shortened(host, LONGEST_OFFICE), "Certificate Line")
    yield spacer()
