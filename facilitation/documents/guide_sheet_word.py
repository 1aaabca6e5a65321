"""The page of one session in the guide: time, people, question, room, steps, and what to do when it goes wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from facilitation.documents.guide_heights import (
    BOX_VALUE,
    HEAD_AND_GAPS,
    PAGE,
    QUESTION_LINE,
    QUESTION_SPACE,
    fact_height,
    row_height,
    stack_height,
    table_height,
)
from facilitation.documents.room_plan_picture import plan_size, room_plan_png
from facilitation.documents.running_order_word import names_text
from facilitation.documents.word_fit import CELL_SIDES, line_count
from facilitation.documents.word_front import day_heading
from facilitation.documents.word_look import large_size
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import Cell, Row, Run, head_row, heading, paragraph, paragraphs, table
from facilitation.documents.word_styles import LANDSCAPE, SIZES, SMALLEST
from facilitation.documents.word_xml import Element, element
from facilitation.domain.agenda import REST_KINDS
from facilitation.domain.guide import GuideSheet, Material
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text, clock_text, minutes_text, number_text
from facilitation.i18n.labels import kind_label, material_per_label
from facilitation.i18n.room_words import room_plan_line, room_plan_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem
from facilitation.planning.guide_outline import TimedStep, timed_steps
from facilitation.planning.room_plan import RoomPlan

WIDTH = LANDSCAPE.text_width
BOX, LARGE_BOX = (24.0, 24.0, 24.0, 45.0, 78.0, 72.0), (72.0, 65.0, 130.0)
FACTS, LARGE_FACTS = (30.0, 103.5, 30.0, 103.5), (62.0, 205.0)
STEPS, LARGE_STEPS = (27.0, 24.0, 78.0, 100.0, 38.0), (46.0, 96.0, 125.0)
PLAN, LARGE_PLAN = (86.0, 38.0), (125.0, 78.0)
"""Millimetres the drawing of a room may take; in large print it stands by itself."""
LOWEST_PLAN, CAPTION = 24.0, 5.0
"""Millimetres a drawing keeps where the page is short of room, and those of the line under it."""
BESIDE, WIDER_BESIDE = 88.0, 108.5
"""The width of each of the two columns of facts beside a drawing; the wider one where there is much to say."""
TALLEST_STACK = 90.0
"""Millimetres such a column may have; what does not fit stands below."""
AROUND = 11.0
"""Millimetres of what stands around a session in one facilitator's guide."""

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Stacks:
    """Facts in two columns of a ``width`` and the ``height`` of the higher one, and what is left for ``below``."""

    width: float
    height: float
    columns: tuple[list[Fact], list[Fact]]
    below: list[Fact]


def has_sheet(sheet: GuideSheet) -> bool:
    """Whether anything is written for a session."""
    return sheet != GuideSheet(sheet.item_id)


def session_sheet(
    paper: Paper, record: EventRecord, entry: TimedItem, plan: RoomPlan | None, around: Sequence[Element] = ()
) -> Iterator[Element]:
    """The page of one session; ``around`` stands under the box with its time and people."""
    _, sheet, is_large = paper._, record.guide.sheet(entry.item.id), paper.look.is_large
    is_short = entry.item.kind in REST_KINDS and not sheet.steps
    yield heading(entry.item.title.said_in(_.language), page_break=not is_short)
    day_and_kind = f"{day_heading(record.event, entry.day, _)} · {kind_label(entry.item.kind, _)}"
    yield paragraph(day_and_kind, "Detail", extra=[element("keepNext")])
    yield _large_box(entry, _) if is_large else _timing_box(entry, _)
    yield from around
    if sheet.question:
        yield _question(sheet.question.said_in(_.language), _, is_large=is_large)
    facts = list(_known(_before_steps(sheet, entry, _)))
    yield from _about(paper, facts, plan, PAGE - _other_parts(sheet, entry, _, bool(around)))
    if sheet.steps:
        yield from _steps(sheet, entry, _, is_large=is_large)
    yield from _results(list(_known(_after_steps(sheet, _))), _, is_large=is_large)


def _question(text: str, _: Translator, *, is_large: bool) -> Element:
    """The question, large enough to be read out at arm's length; a long one a little smaller."""
    label = _("Question: ")
    size = SIZES["Question"] or SMALLEST
    is_long = line_count(label + text, WIDTH - 10, large_size(size) if is_large else size) > 1
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
    return _box(BOX, titles, values, _)


def _large_box(entry: TimedItem, _: Translator) -> Element:
    """The same in three columns."""
    item, clock = entry.item, clock_span_text(entry.starts_at, entry.ends_at)
    when = (paragraph(clock, "Box Value"), _detail(minutes_text(item.duration)))
    people = ((_("Facilitation: {names}"), item.facilitators), (_("Notes: {names}"), item.note_takers))
    named = [paragraph(label.format(names=names_text(who)), "Table Text") for label, who in people if who]
    values = [Cell(blocks=when), Cell(item.room), Cell(blocks=tuple(named))]
    return _box(LARGE_BOX, (_("Time"), _("Room"), _("People")), values, _)


def _detail(text: str) -> Element:
    return paragraph(text, "Table Detail")


def _box(columns: Sequence[float], titles: Iterable[str], values: Sequence[str | Cell], _: Translator) -> Element:
    head = Row([Cell(text, "Table Head") for text in titles], is_head=True, fill="head", keep_next=True)
    return table(columns, [head, Row(values, keep_next=True)], title=_("Time, room and people"), borders="all")


def _known(facts: Iterable[Fact]) -> Iterator[Fact]:
    return ((label, text) for label, text in facts if text.strip())


def _before_steps(sheet: GuideSheet, entry: TimedItem, _: Translator) -> Iterable[Fact]:
    language = _.language
    yield _("Purpose"), sheet.purpose.said_in(language)
    yield _("Technique"), sheet.technique.said_in(language)
    yield _("Room set-up"), sheet.room_setup.said_in(language)
    yield _("Roles"), sheet.roles.said_in(language)
    yield _("Materials"), "; ".join(material_text(material, _) for material in sheet.materials)
    yield _("Equipment"), sheet.equipment.said_in(language)
    yield _("Interpretation"), sheet.interpretation.said_in(language)
    yield _("Logistics"), sheet.logistics.said_in(language)
    yield _("Internal note"), entry.item.internal_note


def _after_steps(sheet: GuideSheet, _: Translator) -> Iterable[Fact]:
    yield _("Output for the notes"), sheet.output.said_in(_.language)
    yield _("Plan B: ten minutes late"), sheet.plan_b.said_in(_.language)
    yield _("What can go wrong"), sheet.risks.said_in(_.language)


def material_text(material: Material, _: Translator) -> str:
    """ "Markers – 2 per table"."""
    digits = 0 if material.quantity == int(material.quantity) else 1
    quantity = number_text(material.quantity, _.language, digits=digits)
    return f"{material.name.said_in(_.language)} – {quantity} {material_per_label(material.per, _)}"


def _other_parts(sheet: GuideSheet, entry: TimedItem, _: Translator, has_around: bool) -> float:
    """Millimetres of everything on the page but the facts and the drawing."""
    language, names = _.language, [names_text(who) for who in (entry.item.facilitators, entry.item.note_takers)]
    question = line_count(_("Question: ") + sheet.question.said_in(language), WIDTH - 10, SIZES["Question"] or SMALLEST)
    steps = [
        list(zip([said.said_in(language) for said in (step.what, step.words, step.who)], STEPS[2:], strict=True))
        for step in sheet.steps
    ]
    known = list(_known(_after_steps(sheet, _)))
    results = [[(text, WIDTH / len(known)) for _label, text in known]] if known else []
    return (
        HEAD_AND_GAPS
        + row_height(zip(names, BOX[4:], strict=True), BOX_VALUE)
        + (AROUND if has_around else 0.0)
        + (question * QUESTION_LINE + QUESTION_SPACE if sheet.question else 0.0)
        + sum(table_height(rows) for rows in (steps, results) if rows)
    )


def _about(paper: Paper, facts: list[Fact], plan: RoomPlan | None, room: float) -> Iterator[Element]:
    """What holds for the session, with the drawing of its room beside it: as high as ``room`` (millimetres) allows."""
    if paper.look.is_large:
        yield from _large_facts(facts, paper._)
        if plan:
            yield _drawing(paper, plan, LARGE_PLAN, "Normal")
            yield paragraph([Run(room_plan_line(plan, paper._), "Strong")], "Normal")
        return
    if plan:
        stacks = _stacks(facts, room)
        left, facts = WIDTH - 2 * stacks.width, stacks.below
        size = min(PLAN[0], left - CELL_SIDES), min(PLAN[1], max(LOWEST_PLAN, room - CAPTION))
        caption = paragraph(room_plan_line(plan, paper._), "Table Centre")
        cells = [Cell(blocks=tuple(_stacked(stack))) if stack else Cell() for stack in stacks.columns]
        cells.append(Cell(blocks=(_drawing(paper, plan, size, "Table Centre"), caption)))
        yield paragraph("", "Gap")
        title = paper._("About the session and its room")
        yield table((stacks.width, stacks.width, left), [Row(cells)], title=title)
    yield from _facts(facts, paper._)


def _drawing(paper: Paper, plan: RoomPlan, room: tuple[float, float], style: str) -> Element:
    png = room_plan_png(plan, paper._.language, *room, is_low_ink=paper.look.is_low_ink)
    drawn = paper.picture(png, plan_size(plan, *room), room_plan_sentence(plan, paper._))
    return paragraph([drawn], style, extra=[element("keepNext")])


def _stacks(facts: Sequence[Fact], room: float) -> _Stacks:
    """The facts for both columns beside a drawing; in wider ones where they would be higher than ``room``."""
    made = _stacks_of(facts, BESIDE)
    return made if made.height <= room else _stacks_of(facts, WIDER_BESIDE)


def _stacks_of(facts: Sequence[Fact], width: float) -> _Stacks:
    """Columns as equal in height as can be; the longest facts stand below where they would be too high."""
    beside, below = list(facts), set[Fact]()
    while True:
        stacks = [(beside[:place], beside[place:]) for place in range(len(beside) + 1)]
        height, place = min((max(stack_height(part, width) for part in parts), at) for at, parts in enumerate(stacks))
        if height <= TALLEST_STACK:
            return _Stacks(width, height, stacks[place], [fact for fact in facts if fact in below])
        below.add(max(beside, key=lambda fact: fact_height(fact[0], fact[1], width)))
        beside = [fact for fact in facts if fact not in below]


def _stacked(facts: Iterable[Fact]) -> Iterator[Element]:
    """Facts below each other, the label of each in front of its words."""
    for label, text in facts:
        first, *others = paragraphs(text, "Table Text") or [paragraph("", "Table Text")]
        first.children.insert(1, paragraph([Run(f"{label}: ", "Strong")]).children[-1])
        last = others[-1] if others else first
        last.children[0].children.append(element("spacing", after=70))
        yield from (first, *others)


def _facts(facts: list[Fact], _: Translator) -> Iterator[Element]:
    """What holds for the session, two to a row."""
    cells = [_fact(label, text) for label, text in facts]
    if len(cells) % 2:
        cells.append((Cell(), Cell()))
    rows = [Row([*left, *right]) for left, right in zip(cells[::2], cells[1::2], strict=True)]
    if rows:
        yield paragraph("", "Gap")
        yield table(FACTS, rows, title=_("About the session"))


def _large_facts(facts: list[Fact], _: Translator) -> Iterator[Element]:
    if facts:
        yield paragraph("", "Gap")
        yield table(LARGE_FACTS, [Row([*_fact(*fact)]) for fact in facts], title=_("About the session"))
        yield paragraph("", "Gap")


def _fact(label: str, text: str) -> tuple[Cell, Cell]:
    """Its label keeps no row with the next one, as a head would: long texts may run on to another page."""
    return Cell([Run(label, "Strong")]), Cell(blocks=tuple(paragraphs(text, "Table Text")))


def _results(known: list[Fact], _: Translator, *, is_large: bool) -> Iterator[Element]:
    """What must come out and what to do when it goes wrong: side by side, in large print below each other."""
    if not known:
        return
    title = _("Result and plan B")
    yield paragraph("", "Gap")
    if is_large:
        yield table(LARGE_FACTS, [Row([*_fact(*fact)]) for fact in known], title=title, borders="all")
        return
    cells = [Cell(blocks=tuple(paragraphs(text, "Table Text"))) for _label, text in known]
    rows = [head_row(label for label, _text in known), Row(cells)]
    yield table((WIDTH / len(known),) * len(known), rows, title=title, borders="all")


def _steps(sheet: GuideSheet, entry: TimedItem, _: Translator, *, is_large: bool) -> Iterator[Element]:
    titles = [_("Time"), _("Length"), _("Step"), _("Words to say"), _("Who")]
    if is_large:
        titles = [_("Time"), _("Step"), _("Words to say")]
    make = _large_step if is_large else _step
    rows = [make(timed, _.language) for timed in timed_steps(sheet, entry)]
    yield paragraph("", "Gap")
    yield table(LARGE_STEPS if is_large else STEPS, [head_row(titles), *rows], title=_("Steps"))
    total = sum((step.duration for step in sheet.steps), timedelta())
    if total != entry.item.duration:
        template = _("The steps take {steps}, the session has {length}.")
        text = template.format(steps=minutes_text(total), length=minutes_text(entry.item.duration))
        yield paragraph([Run(text, "Strong")], "Detail")


def _step(timed: TimedStep, language: str) -> Row:
    step = timed.step
    return Row(
        [
            Cell(clock_span_text(timed.starts_at, timed.ends_at), "Clock"),
            minutes_text(step.duration),
            Cell(blocks=tuple(paragraphs(step.what.said_in(language), "Table Text"))),
            Cell(blocks=tuple(paragraphs(step.words.said_in(language), "Table Words"))),
            step.who.said_in(language),
        ]
    )


def _large_step(timed: TimedStep, language: str) -> Row:
    """The minutes under the time, who leads under what happens."""
    step = timed.step
    clock = paragraph(clock_span_text(timed.starts_at, timed.ends_at), "Clock")
    who = [_detail(step.who.said_in(language))] if step.who else []
    return Row(
        [
            Cell(blocks=(clock, _detail(minutes_text(step.duration)))),
            Cell(blocks=(*paragraphs(step.what.said_in(language), "Table Text"), *who)),
            Cell(blocks=tuple(paragraphs(step.words.said_in(language), "Table Words"))),
        ]
    )
