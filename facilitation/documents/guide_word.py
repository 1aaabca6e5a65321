"""The facilitators' guide: what holds throughout, then one sheet per session, then all materials added up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from facilitation.documents.guide_changes_word import change_page
from facilitation.documents.running_order_word import names_text, staff_mark
from facilitation.documents.word_fit import line_count
from facilitation.documents.word_front import cover, day_heading, nothing_yet, some_of
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import (
    TICK_BOX,
    Cell,
    Row,
    Run,
    bullets,
    head_row,
    heading,
    paragraph,
    paragraphs,
    table,
)
from facilitation.documents.word_styles import LANDSCAPE, SIZES, SMALLEST, Stamp
from facilitation.documents.word_xml import Element, element
from facilitation.domain.agenda import REST_KINDS
from facilitation.domain.guide import GuideSheet, Material
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text, clock_text, minutes_text, number_text
from facilitation.i18n.labels import kind_label, material_per_label
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.guide_changes import GuideChanges
from facilitation.planning.guide_outline import timed_steps
from facilitation.planning.materials import MaterialTotal, material_totals

BOX = (24.0, 24.0, 24.0, 45.0, 78.0, 72.0)
FACTS = (30.0, 103.5, 30.0, 103.5)
RESULTS = 267.0
MOST_SESSIONS = 3
STEPS = (27.0, 18.0, 82.0, 102.0, 38.0)
OVERVIEW = (29.0, 86.0, 40.0, 62.0, 50.0)
MATERIALS = (17.0, 86.0, 25.0, 51.0, 88.0)


def guide_docx(record: EventRecord, _: Translator, stamp: Stamp, changes: GuideChanges | None = None) -> bytes:
    """The guide on landscape A4, for the team: it may carry internal notes.

    With ``changes`` only the pages that differ from an older print, behind a page that says where they belong.
    """
    paper = Paper(record.event, _, stamp, title=_("Facilitators’ guide"), page=LANDSCAPE)
    paper.header = staff_mark(_)
    timed = timed_items(record.agenda, record.event.starts_on)
    paper.add(cover(paper) if changes is None else change_page(paper, changes))
    if changes is None or changes.front:
        paper.add(_inside_page(record, _), _overview(record, timed, _))
    for entry in timed:
        if _has_sheet(record.guide.sheet(entry.item.id)) and (changes is None or entry.item.id in changes.item_ids):
            paper.add(_sheet(record, entry, _))
    if changes is None or changes.materials:
        paper.add(_materials(record, _))
    return paper.data()


def _has_sheet(sheet: GuideSheet) -> bool:
    return sheet != GuideSheet(sheet.item_id)


def _inside_page(record: EventRecord, _: Translator) -> Iterable[Element]:
    """What holds for the whole event: objectives, rules and scripts."""
    language = _.language
    yield heading(_("What holds throughout"), page_break=True)
    if record.event.objectives:
        yield heading(_("What the event must reach"), 2)
        yield from bullets(objective.text.said_in(language) for objective in record.event.objectives)
    for rule in record.guide.elements:
        yield heading(rule.title.said_in(language), 2)
        yield from paragraphs(rule.text.said_in(language))
    if not record.event.objectives and not record.guide.elements:
        yield nothing_yet(_("No objectives and no rules have been written down yet."))


def _overview(record: EventRecord, timed: Sequence[TimedItem], _: Translator) -> Iterable[Element]:
    yield heading(_("The event at a glance"), page_break=True)
    if not timed:
        yield nothing_yet(_("No sessions have been planned yet."))
    titles = (_("Time"), _("Session"), _("Room"), _("Facilitation"), _("Notes"))
    for day in sorted({entry.day for entry in timed}):
        title = day_heading(record.event, day, _)
        rows = [_overview_row(entry, _) for entry in timed if entry.day == day]
        yield heading(title, 2)
        yield table(OVERVIEW, [head_row(titles), *rows], title=title)


def _overview_row(entry: TimedItem, _: Translator) -> Row:
    item = entry.item
    return Row(
        [
            Cell(clock_span_text(entry.starts_at, entry.ends_at), "Clock"),
            item.title.said_in(_.language),
            item.room,
            names_text(item.facilitators),
            names_text(item.note_takers),
        ],
        fill="soft" if item.kind in REST_KINDS else "",
    )


def _sheet(record: EventRecord, entry: TimedItem, _: Translator) -> Iterable[Element]:
    """The page of one session: what it is, the question, the steps, and what to do when time is short."""
    sheet, language = record.guide.sheet(entry.item.id), _.language
    is_short = entry.item.kind in REST_KINDS and not sheet.steps
    yield heading(entry.item.title.said_in(language), page_break=not is_short)
    yield paragraph(
        f"{day_heading(record.event, entry.day, _)} · {kind_label(entry.item.kind, _)}",
        "Detail",
        extra=[element("keepNext")],
    )
    yield _timing_box(entry, _)
    if sheet.question:
        yield _question(sheet.question.said_in(language), _)
    yield from _facts(_before_steps(sheet, entry, _), _)
    if sheet.steps:
        yield from _steps(sheet, entry, _)
    yield from _results(_after_steps(sheet, _), _)


def _question(text: str, _: Translator) -> Element:
    """The question, large enough to be read out at arm's length; a long one a little smaller."""
    label = _("Question: ")
    is_long = line_count(label + text, LANDSCAPE.text_width - 10, SIZES["Question"] or SMALLEST) > 1
    return paragraph([Run(label, "Muted"), text], "Long Question" if is_long else "Question")


def _timing_box(entry: TimedItem, _: Translator) -> Element:
    item = entry.item
    titles = (_("Start"), _("End"), _("Length"), _("Room"), _("Facilitation"), _("Notes"))
    values: list[str | Cell] = [
        Cell(clock_text(entry.starts_at), "Box Value"),
        Cell(clock_text(entry.ends_at), "Box Value"),
        Cell(minutes_text(item.duration), "Box Value"),
        item.room,
        names_text(item.facilitators),
        names_text(item.note_takers),
    ]
    head = Row([Cell(text, "Table Head") for text in titles], is_head=True, fill="head", keep_next=True)
    return table(BOX, [head, Row(values, keep_next=True)], title=_("Time, room and people"), borders="all")


Fact = tuple[str, str]


def _before_steps(sheet: GuideSheet, entry: TimedItem, _: Translator) -> Iterable[Fact]:
    language = _.language
    yield _("Purpose"), sheet.purpose.said_in(language)
    yield _("Technique"), sheet.technique.said_in(language)
    yield _("Room set-up"), sheet.room_setup.said_in(language)
    yield _("Roles"), sheet.roles.said_in(language)
    yield _("Materials"), "; ".join(_material(material, _) for material in sheet.materials)
    yield _("Internal note"), entry.item.internal_note


def _after_steps(sheet: GuideSheet, _: Translator) -> Iterable[Fact]:
    yield _("Output for the notes"), sheet.output.said_in(_.language)
    yield _("Plan B: ten minutes late"), sheet.plan_b.said_in(_.language)
    yield _("What can go wrong"), sheet.risks.said_in(_.language)


def _material(material: Material, _: Translator) -> str:
    quantity = number_text(
        material.quantity, _.language, digits=0 if material.quantity == int(material.quantity) else 1
    )
    return f"{material.name.said_in(_.language)} – {quantity} {material_per_label(material.per, _)}"


def _facts(facts: Iterable[Fact], _: Translator) -> Iterable[Element]:
    """What holds for the session, two to a row."""
    cells = [_fact(label, text) for label, text in facts if text.strip()]
    if len(cells) % 2:
        cells.append((Cell(), Cell()))
    rows = [Row([*left, *right]) for left, right in zip(cells[::2], cells[1::2], strict=True)]
    if rows:
        yield paragraph("", "Gap")
        yield table(FACTS, rows, title=_("About the session"))


def _fact(label: str, text: str) -> tuple[Cell, Cell]:
    return Cell(label, "Table Head"), Cell(blocks=tuple(paragraphs(text, "Table Text")))


def _results(facts: Iterable[Fact], _: Translator) -> Iterable[Element]:
    """What must come out and what to do when it goes wrong, side by side."""
    known = [(label, text) for label, text in facts if text.strip()]
    if known:
        cells = [Cell(blocks=tuple(paragraphs(text, "Table Text"))) for _label, text in known]
        head = head_row(label for label, _text in known)
        yield paragraph("", "Gap")
        yield table(
            (RESULTS / len(known),) * len(known), [head, Row(cells)], title=_("Result and plan B"), borders="all"
        )


def _steps(sheet: GuideSheet, entry: TimedItem, _: Translator) -> Iterable[Element]:
    titles = (_("Time"), _("Length"), _("Step"), _("Words to say"), _("Who"))
    rows = [
        Row(
            [
                Cell(clock_span_text(timed.starts_at, timed.ends_at), "Clock"),
                minutes_text(timed.step.duration),
                Cell(blocks=tuple(paragraphs(timed.step.what.said_in(_.language), "Table Text"))),
                Cell(blocks=tuple(paragraphs(timed.step.words.said_in(_.language), "Table Words"))),
                timed.step.who.said_in(_.language),
            ]
        )
        for timed in timed_steps(sheet, entry)
    ]
    yield paragraph("", "Gap")
    yield table(STEPS, [head_row(titles), *rows], title=_("Steps"))
    total = sum((step.duration for step in sheet.steps), timedelta())
    if total != entry.item.duration:
        template = _("The steps take {steps}, the session has {length}.")
        text = template.format(steps=minutes_text(total), length=minutes_text(entry.item.duration))
        yield paragraph([Run(text, "Strong")], "Detail")


def _needed_for(total: MaterialTotal, titles: Mapping[str, str], _: Translator) -> str:
    return "; ".join(some_of([titles.get(item_id, "") for item_id in total.item_ids], MOST_SESSIONS, _))


def _materials(record: EventRecord, _: Translator) -> Iterable[Element]:
    yield heading(_("Materials for the whole event"), page_break=True)
    totals = material_totals(record)
    if not totals:
        yield nothing_yet(_("No materials have been written down yet."))
        return
    yield paragraph(_("Counted for all sessions together, with a tenth in reserve for what is used up."), "Lead")
    titles = {item.id: item.title.said_in(_.language) for _day, item in record.agenda.items()}
    rows = [
        Row(
            [
                Cell(TICK_BOX, "Tick Box"),
                total.name.said_in(_.language),
                Cell([Run(number_text(total.quantity, _.language), "Strong")], "Table Number"),
                ", ".join(material_per_label(per, _) for per in total.per),
                Cell(_needed_for(total, titles, _), "Table Detail"),
            ]
        )
        for total in totals
    ]
    head = head_row((_("Ready"), _("Material"), _("Quantity"), _("Counted"), _("Needed for")), numbers=(2,))
    yield table(MATERIALS, [head, *rows], title=_("Materials for the whole event"))
