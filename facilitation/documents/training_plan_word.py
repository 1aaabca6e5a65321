"""The training plan of the facilitators: 180 minutes part by part, with the two hardest steps of the guide to lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from facilitation.documents.guide_inside_word import materials_page
from facilitation.documents.guide_sheet_word import has_sheet, session_sheet
from facilitation.documents.running_order_word import staff_mark
from facilitation.documents.word_front import nothing_yet, some_of, title_block
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import (
    TICK_BOX,
    TICKED_BOX,
    Cell,
    Row,
    Run,
    head_row,
    heading,
    paragraph,
    paragraphs,
    table,
)
from facilitation.documents.word_styles import LANDSCAPE, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.agenda import REST_KINDS
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text, day_text, minutes_text
from facilitation.i18n.rehearsal_words import why_sentence
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.planning.hardest_steps import HardStep
from facilitation.planning.session_rooms import session_plans
from facilitation.planning.training_plan import team_of

PLAN, LARGE_PLAN = (29.0, 25.0, 78.0, 135.0), (50.0, 42.0, 175.0)
TEAM, LARGE_TEAM = (26.0, 86.0, 115.0, 40.0), (38.0, 119.0, 110.0)
MOST_SESSIONS = 4
STEP, LARGE_STEP = (38.0, 229.0), (62.0, 205.0)


def training_plan_docx(
    record: EventRecord,
    _: Translator,
    stamp: Stamp,
    training: EventRecord | None = None,
    hardest: Sequence[HardStep] = (),
) -> bytes:
    """The training of an event's facilitators (``planning.training_plan.training_of``) and the steps to practise."""
    paper = Paper(record.event, _, stamp, title=_("Training plan for the facilitators"), page=LANDSCAPE)
    paper.header = staff_mark(_)
    paper.add(title_block(paper))
    timed = timed_items(training.agenda, training.event.starts_on) if training else ()
    if training is None or not timed:
        paper.add(nothing_yet(_("The library has no plan for the training of facilitators.")))
        return paper.data()
    paper.add(_at_a_glance(paper, training, timed), _team(paper, record), _practised(paper, record, hardest))
    plans = session_plans(training)
    for entry in timed:
        if has_sheet(training.guide.sheet(entry.item.id)):
            paper.add(session_sheet(paper, training, entry, plans.get(entry.item.id)))
    paper.add(materials_page(paper, training, _("Materials for the training")))
    return paper.data()


def _at_a_glance(paper: Paper, training: EventRecord, timed: Sequence[TimedItem]) -> Iterator[Element]:
    """The parts with their minutes, which add up."""
    _, is_large = paper._, paper.look.is_large
    total = sum((entry.item.duration for entry in timed), timedelta())
    day = day_text(training.event.starts_on, _.language, with_year=True)
    clock = clock_span_text(timed[0].starts_at, timed[-1].ends_at)
    yield heading(_("The training at a glance"))
    template = _("{day}, {clock}: {length} for everybody who leads or takes notes, with the guide in hand.")
    yield paragraph(template.format(day=day, clock=clock, length=minutes_text(total)), "Lead")
    titles = [_("Time"), _("Length"), _("Part"), _("Question")]
    rows = [_part(training, entry, _, is_large=is_large) for entry in timed]
    summed: list[str | Cell] = [Cell([Run(_("Total"), "Strong")]), Cell([Run(minutes_text(total), "Strong")]), "", ""]
    cut = slice(0, 3 if is_large else 4)
    rows.append(Row(summed[cut], fill="soft"))
    yield table(LARGE_PLAN if is_large else PLAN, [head_row(titles[cut]), *rows], title=_("The training at a glance"))


def _part(training: EventRecord, entry: TimedItem, _: Translator, *, is_large: bool) -> Row:
    question = training.guide.sheet(entry.item.id).question.said_in(_.language)
    title = [paragraph([Run(entry.item.title.said_in(_.language), "Strong")], "Table Text")]
    cells: list[str | Cell] = [
        Cell(clock_span_text(entry.starts_at, entry.ends_at), "Clock"),
        minutes_text(entry.item.duration),
        Cell(blocks=(*title, *paragraphs(question, "Table Words"))) if is_large else Cell(blocks=tuple(title)),
    ]
    cells += [] if is_large else [Cell(question, "Table Words")]
    return Row(cells, fill="soft" if entry.item.kind in REST_KINDS else "")


def _team(paper: Paper, record: EventRecord) -> Iterator[Element]:
    """Who is trained: a line to tick for each, with the sessions they lead or take the notes of."""
    _, is_large = paper._, paper.look.is_large
    title = _("Who takes part")
    yield heading(title)
    team = team_of(record)
    if not team:
        yield nothing_yet(_("Nobody is named in the agenda yet. Name who leads the sessions and who takes the notes."))
        return
    titles = [_("Present"), _("Name"), _("Sessions"), _("Trained on the guide")][: 3 if is_large else 4]
    rows = [_member(record, who, name, _)[: 3 if is_large else 4] for who, name in team.items()]
    yield table(LARGE_TEAM if is_large else TEAM, [head_row(titles), *map(Row, rows)], title=title)


def _member(record: EventRecord, who: str, name: str, _: Translator) -> list[str | Cell]:
    sessions = [
        item.title.said_in(_.language)
        for _day, item in record.agenda.items()
        if any(person.identity == who for person in (*item.facilitators, *item.note_takers))
    ]
    trained = Cell(TICKED_BOX if who in record.guide.trained else TICK_BOX, "Table Text")
    return [Cell(TICK_BOX, "Table Text"), name, "; ".join(some_of(sessions, MOST_SESSIONS, _)), trained]


def _practised(paper: Paper, record: EventRecord, hardest: Sequence[HardStep]) -> Iterator[Element]:
    """The steps that everybody leads once, word for word as the guide has them."""
    _ = paper._
    yield heading(_("The two hardest steps"), page_break=True)
    if not hardest:
        yield nothing_yet(_("The guide has no step yet. Write its steps first, then practise the two hardest."))
        return
    lead = _(
        "Lead them in threes: one leads, one is the group, one observes with the card; then change. "
        "Keep the words and the minutes of the guide."
    )
    yield paragraph(lead, "Lead")
    for found in hardest:
        yield from _step(paper, record, found)


def _step(paper: Paper, record: EventRecord, found: HardStep) -> Iterator[Element]:
    _, step, item = paper._, found.timed.step, found.entry.item
    language, sheet = _.language, record.guide.sheet(item.id)
    clock = clock_span_text(found.timed.starts_at, found.timed.ends_at)
    facts = (
        (_("Why this step"), why_sentence(found, _)),
        (_("Session"), item.title.said_in(language)),
        (_("Time"), f"{clock} · {minutes_text(step.duration)}"),
        (_("Question"), sheet.question.said_in(language)),
        (_("Words to say"), step.words.said_in(language)),
        (_("Who"), step.who.said_in(language)),
        (_("Plan B: ten minutes late"), sheet.plan_b.said_in(language)),
        (_("What can go wrong"), sheet.risks.said_in(language)),
    )
    title = step.what.said_in(language) or item.title.said_in(language)
    rows = [
        Row([Cell([Run(label, "Strong")]), Cell(blocks=tuple(paragraphs(text, "Table Text")))])
        for label, text in facts
        if text.strip()
    ]
    yield heading(title, 2)
    yield table(LARGE_STEP if paper.look.is_large else STEP, rows, title=title)
