"""What a guide says about the whole event: its rules on the inside page, the days at a glance, all materials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from facilitation.documents.running_order_word import names_text
from facilitation.documents.word_front import day_heading, nothing_yet, some_of
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
    table,
)
from facilitation.documents.word_xml import Element, clean_text, element
from facilitation.domain.agenda import REST_KINDS
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text, number_text
from facilitation.i18n.labels import material_per_label
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.materials import MaterialTotal, material_totals

MOST_SESSIONS = 3
MOST_LINES_TOGETHER = 10
CLOSE = 30
"""Twentieths of a point between the lines of a rule."""
OVERVIEW, LARGE_OVERVIEW = (29.0, 86.0, 40.0, 62.0, 50.0), (50.0, 112.0, 105.0)
OWN_OVERVIEW, LARGE_OWN_OVERVIEW = (29.0, 34.0, 134.0, 70.0), (50.0, 60.0, 157.0)
MATERIALS, LARGE_MATERIALS = (17.0, 86.0, 25.0, 51.0, 88.0), (22.0, 105.0, 35.0, 105.0)


def add_inside_page(paper: Paper, record: EventRecord, rules: Sequence[Element] = ()) -> None:
    """What holds for the whole event: objectives, rules and scripts, in two columns (in large print in one).

    ``rules`` = what ``rules_of`` made before, where many guides carry the same.
    """
    _ = paper._
    paper.add(heading(_("What holds throughout"), page_break=True))
    if not record.event.objectives and not record.guide.elements:
        paper.add(nothing_yet(_("No objectives and no rules have been written down yet.")))
        return
    columns = 1 if paper.look.is_large else 2
    if columns > 1:
        paper.begin_section("continuous", columns)
    paper.add(rules or rules_of(record, _))
    if columns > 1:
        paper.begin_section("nextPage")


def rules_of(record: EventRecord, _: Translator) -> Iterator[Element]:
    """The objectives and rules themselves."""
    language = _.language
    if record.event.objectives:
        yield heading(_("What the event must reach"), 2)
        yield from bullets(objective.text.said_in(language) for objective in record.event.objectives)
    for rule in record.guide.elements:
        yield heading(rule.title.said_in(language), 2)
        yield from _kept_together(rule.text.said_in(language))


def _kept_together(text: str) -> Iterator[Element]:
    """The lines of a rule close to each other; those of a short one stay in one column."""
    lines = [line.strip() for line in clean_text(text).split("\n") if line.strip()]
    is_short, close = len(lines) <= MOST_LINES_TOGETHER, element("spacing", after=CLOSE)
    for line in lines[:-1]:
        yield paragraph(line, "Table Text", extra=[element("keepNext"), close] if is_short else [close])
    yield from (paragraph(line, "Table Text") for line in lines[-1:])


Led = Mapping[str, bool]
"""The sessions of one facilitator by item id, and whether they lead them or help."""
NOT_ONES_OWN: Led = {}


def overview(
    paper: Paper, record: EventRecord, timed: Sequence[TimedItem], own: Led = NOT_ONES_OWN
) -> Iterator[Element]:
    """All days with rooms and people; in a guide for one facilitator the ``own`` sessions are marked."""
    _ = paper._
    yield heading(_("The event at a glance"), page_break=True)
    if not timed:
        yield nothing_yet(_("No sessions have been planned yet."))
    columns, titles = _columns(paper, is_own=bool(own))
    for day in sorted({entry.day for entry in timed}):
        title = day_heading(record.event, day, _)
        rows = [_overview_row(paper, entry, own) for entry in timed if entry.day == day]
        yield heading(title, 2)
        yield table(columns, [head_row(titles), *rows], title=title)


def _columns(paper: Paper, *, is_own: bool) -> tuple[tuple[float, ...], tuple[str, ...]]:
    _, is_large = paper._, paper.look.is_large
    if is_own and is_large:
        return LARGE_OWN_OVERVIEW, (_("Time"), _("You"), _("Session"))
    if is_own:
        return OWN_OVERVIEW, (_("Time"), _("You"), _("Session"), _("Room"))
    if is_large:
        return LARGE_OVERVIEW, (_("Time"), _("Session"), _("People"))
    return OVERVIEW, (_("Time"), _("Session"), _("Room"), _("Facilitation"), _("Notes"))


def _overview_row(paper: Paper, entry: TimedItem, own: Led) -> Row:
    _, item, is_large = paper._, entry.item, paper.look.is_large
    title = item.title.said_in(_.language)
    is_mine = item.id in own
    session: Cell = Cell([Run(title, "Strong")] if is_mine else title)
    if is_large:
        room = [paragraph(item.room, "Table Detail")] if item.room else []
        session = Cell(blocks=(*session.elements(), *room))
    cells: list[str | Cell] = [Cell(clock_span_text(entry.starts_at, entry.ends_at), "Clock")]
    if own:
        part = _your_part(own[item.id], _) if is_mine else ""
        cells += [Cell([Run(part, "Strong")] if part else ""), session]
        cells += [] if is_large else [item.room]
    elif is_large:
        cells += [session, names_text((*item.facilitators, *item.note_takers))]
    else:
        cells += [session, item.room, names_text(item.facilitators), names_text(item.note_takers)]
    return Row(cells, fill="head" if is_mine else "soft" if item.kind in REST_KINDS else "")


def _your_part(is_lead: bool, _: Translator) -> str:
    return _("● you lead") if is_lead else _("● you help")


def materials_page(paper: Paper, record: EventRecord, title: str, *, of_whom: str = "") -> Iterator[Element]:
    """All materials of the event, or of the sheets that are left in the record; ``of_whom`` = a facilitator's name."""
    _ = paper._
    yield heading(title, page_break=True)
    totals = material_totals(record)
    if not totals:
        yield nothing_yet(_("No materials have been written down yet."))
        return
    lead = _("Counted for all sessions together, with a tenth in reserve for what is used up.")
    if of_whom:
        lead = _("Counted for your sessions alone, with a tenth in reserve for what is used up.")
    yield paragraph(lead, "Lead")
    titles = {item.id: item.title.said_in(_.language) for _day, item in record.agenda.items()}
    yield _materials(totals, titles, title, paper)


def _materials(totals: Iterable[MaterialTotal], titles: Mapping[str, str], title: str, paper: Paper) -> Element:
    _, is_large = paper._, paper.look.is_large
    counted = [] if is_large else [_("Counted")]
    heads = [_("Ready"), _("Material"), _("Quantity"), *counted, _("Needed for")]
    rows = [_material_row(total, titles, _, is_large=is_large) for total in totals]
    return table(LARGE_MATERIALS if is_large else MATERIALS, [head_row(heads, numbers=(2,)), *rows], title=title)


def _material_row(total: MaterialTotal, titles: Mapping[str, str], _: Translator, *, is_large: bool) -> Row:
    needed = "; ".join(some_of([titles.get(item_id, "") for item_id in total.item_ids], MOST_SESSIONS, _))
    counted = [] if is_large else [", ".join(material_per_label(per, _) for per in total.per)]
    return Row(
        [
            Cell(TICK_BOX, "Tick Box"),
            total.name.said_in(_.language),
            Cell([Run(number_text(total.quantity, _.language), "Strong")], "Table Number"),
            *counted,
            Cell(needed, "Table Detail"),
        ]
    )
