"""The concept note: what the event is for, for whom, how and when, on two or three pages."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.documents.word_front import day_heading, event_block, nothing_yet, some_of
from facilitation.documents.word_package import Paper
from facilitation.documents.word_parts import (
    Cell,
    Row,
    Run,
    bullets,
    head_row,
    heading,
    paragraph,
    paragraphs,
    spacer,
    table,
)
from facilitation.documents.word_styles import PORTRAIT, Stamp
from facilitation.documents.word_xml import Element
from facilitation.domain.agenda import OUTSIDE_WORK_KINDS, Audience, ItemKind
from facilitation.domain.event import Event
from facilitation.domain.person import Consent, EventRole, Participation
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.formats import clock_span_text, day_text, share_text
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem, small_group_share, timed_items
from facilitation.planning.deadlines import due_days
from facilitation.planning.task_minima import minimum_of

GLANCE, STEPS = (32.0, 142.0), (40.0, 94.0, 40.0)
MOST_CONTACTS = 6
SMALL_KINDS = OUTSIDE_WORK_KINDS | {ItemKind.ENERGISER}


def concept_note_docx(record: EventRecord, _: Translator, stamp: Stamp) -> bytes:
    """For donors, hosts and superiors: nothing of the staff in it, and only people who agreed are named."""
    paper = Paper(record.event, _, stamp, title=_("Concept note"), page=PORTRAIT)
    paper.add(event_block(paper), _why(record.event, _), _objectives(record.event, _))
    paper.add(_consultation(record, _), _method(record, _), _timetable(record, _), _contacts(record, _))
    return paper.data()


def _why(event: Event, _: Translator) -> Iterator[Element]:
    yield heading(_("Background and purpose"))
    yield from _text(event.about, _) if event.about else [nothing_yet(_("Background and purpose are not written yet."))]
    yield from _part(_("How it builds on earlier events"), event.brief.builds_on, _)
    yield from _part(_("For whom"), event.brief.audience, _)


def _objectives(event: Event, _: Translator) -> Iterator[Element]:
    goals = [goal.text.said_in(_.language) for goal in event.objectives if goal.text]
    if goals:
        yield heading(_("Objectives"))
        yield from bullets(goals)
    yield from _part(_("Expected results"), event.expected_results, _)
    yield from _part(_("What the event does not do"), event.brief.limits, _)


def _consultation(record: EventRecord, _: Translator) -> Iterator[Element]:
    """What was asked beforehand, and what the answers said."""
    asked = [entry for entry in record.event.consultation if entry.question]
    if not asked:
        return
    yield heading(_("Consultation"))
    count = sum(reply.given_at is not None for reply in record.replies)
    if count:
        yield paragraph(_.plural("{count} reply came in.", "{count} replies came in.", count).format(count=count))
    for entry in asked:
        yield paragraph([Run(entry.question.said_in(_.language), "Strong")])
        yield from _text(entry.synthesis, _) or [paragraph(_("The answers have not been summed up."), "Detail")]


def _method(record: EventRecord, _: Translator) -> Iterator[Element]:
    """The agenda at a glance: working sessions only."""
    yield heading(_("Method and agenda at a glance"))
    timed = [entry for entry in timed_items(record.agenda, record.event.starts_on) if _is_shown(entry)]
    if not timed:
        yield nothing_yet(_("No sessions have been planned yet."))
        return
    share = share_text(small_group_share(record.agenda), _.language)
    said = _.plural(
        "{count} person is expected; {share} of the working time is spent in small groups.",
        "{count} people are expected; {share} of the working time is spent in small groups.",
        record.event.expected_people,
    )
    yield paragraph(said.format(count=record.event.expected_people, share=share))
    for day in sorted({entry.day for entry in timed}):
        title = day_heading(record.event, day, _)
        rows = [_glance(entry, _) for entry in timed if entry.day == day]
        yield paragraph(title, "Label")
        yield table(GLANCE, [head_row((_("Time"), _("Session"))), *rows], title=title)
        yield spacer()


def _is_shown(entry: TimedItem) -> bool:
    return entry.item.is_for(Audience.PARTICIPANTS) and entry.item.kind not in SMALL_KINDS


def _glance(entry: TimedItem, _: Translator) -> Row:
    clock = Cell(clock_span_text(entry.starts_at, entry.ends_at), "Clock")
    return Row([clock, entry.item.title.said_in(_.language)])


def _timetable(record: EventRecord, _: Translator) -> Iterator[Element]:
    """The steps that have a minimum in the checklist, the earliest first, with the event itself."""
    due = due_days(record.tasks, record.event)
    steps = [(due[task.id], task, minimum_of(task)) for task in record.tasks]
    dated = sorted(((day, task, least) for day, task, least in steps if day and least), key=lambda step: step[0])
    if not dated:
        return
    rows = [Row([_day(day, _), task.title.said_in(_.language), _least(least, _)]) for day, task, least in dated]
    rows.append(Row([_day(record.event.starts_on, _), Cell([Run(_("The event"), "Strong")]), ""]))
    yield heading(_("Timetable"))
    head = head_row((_("By"), _("Step"), _("At the latest")))
    yield table(STEPS, [head, *rows], title=_("Timetable"))
    yield spacer()


def _day(day: object, _: Translator) -> str:
    return day_text(day, _.language, with_year=True, with_weekday=False)


def _least(days: int | None, _: Translator) -> str:
    return _.plural("{count} day before", "{count} days before", days or 0).format(count=days)


def _contacts(record: EventRecord, _: Translator) -> Iterator[Element]:
    event = record.event
    yield heading(_("Contacts"))
    if event.host:
        yield paragraph([Run(_("Host: "), "Strong"), " ".join(event.host.said_in(_.language).split())])
    yield from _text(event.donors, _)
    leading = (EventRole.ORGANISER, EventRole.HOST)
    people = tuple(dict.fromkeys(_office(entry) for entry in record.participations if entry.role in leading))
    yield from bullets(some_of(tuple(filter(None, people)), MOST_CONTACTS, _))
    yield paragraph([Run(_("For questions: "), "Strong"), "____________________________"], "Form Line")


def _office(entry: Participation) -> str:
    """A person who agreed to be listed by name, anybody else by office."""
    person = entry.person
    name = person.name if entry.list_consent is Consent.YES and not person.is_coded else ""
    return ", ".join(dict.fromkeys(part for part in (name, person.position, person.organisation) if part))


def _part(title: str, text: Text, _: Translator) -> Iterator[Element]:
    if text:
        yield heading(title)
        yield from _text(text, _)


def _text(text: Text, _: Translator) -> list[Element]:
    return paragraphs(text.said_in(_.language))
