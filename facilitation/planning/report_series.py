"""What reports say of a series: earlier commitments, the meetings of the half-year, indicators, dates and duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from facilitation.domain.event import Event, Sector
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.task import Task, TaskStatus
from facilitation.domain.text import Text
from facilitation.planning.composition import counted, share_of
from facilitation.planning.months import month_end
from facilitation.planning.presidency import HandoverTask, Term, handover, rotation, term_at
from facilitation.planning.report_meeting import attendance
from facilitation.planning.report_sources import ReportSources, SeriesMeeting, public_notes
from facilitation.planning.series_rhythm import DutyStanding, duty_of, standings

HALF_YEAR = timedelta(days=184)
"""Kept promises are told of for half a year; open ones as long as they are open."""


class Fate(StrEnum):
    """What became of a commitment."""

    KEPT = "kept"
    OPEN = "open"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class EarlierCommitment:
    """A promise of an earlier event of the series. ``made_on`` = its day; ``days_late`` belongs to LATE."""

    text: str
    owner: str
    due_on: date | None
    made_on: date
    fate: Fate
    done_on: date | None = None
    days_late: int = 0


def earlier(sources: ReportSources) -> tuple[EarlierCommitment, ...]:
    """The promises of earlier events: late ones first, then open, then those kept within half a year."""
    event = sources.event
    carried = _carriers((*sources.record.tasks, *(task for m in sources.meetings for task in m.tasks)))
    found = [
        _told(note, meeting.event, carried.get(note.id), sources)
        for meeting in sources.meetings
        if meeting.event.starts_on < event.starts_on
        for note in meeting.notes
        if note.kind is NoteKind.COMMITMENT
    ]
    recent = (e for e in found if e.fate is not Fate.KEPT or _is_recent(e, event))
    order = (Fate.LATE, Fate.OPEN, Fate.KEPT)
    return tuple(sorted(recent, key=lambda e: (order.index(e.fate), e.due_on or date.max, e.made_on)))


def _is_recent(commitment: EarlierCommitment, event: Event) -> bool:
    return (commitment.done_on or commitment.made_on) >= event.starts_on - HALF_YEAR


def _carriers(tasks: Iterable[Task]) -> dict[str, Task]:
    """The task that carries each promise, one that is done first."""
    ordered = sorted(tasks, key=lambda task: task.status is TaskStatus.DONE)
    return {task.from_note_id: task for task in ordered if task.from_note_id}


def _told(note: Note, event: Event, task: Task | None, sources: ReportSources) -> EarlierCommitment:
    done_on = note.done_on or (task.done_on if task else None)
    due_on = (task.pinned_on if task else None) or note.due_on
    late = max(0, (sources.today - due_on).days) if due_on and done_on is None else 0
    fate = Fate.KEPT if done_on else Fate.LATE if late else Fate.OPEN
    owner = sources.hide(task.owner if task and task.owner else note.owner)
    return EarlierCommitment(sources.hide(note.text), owner, due_on, event.starts_on, fate, done_on, late)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting of the half-year: who came (``None`` = not written down), what was decided and promised."""

    title: Text
    on: date
    came: int | None
    decisions: int
    commitments: int


def half_year_of(day: date) -> tuple[date, date]:
    """The first and the last day of the half-year a day falls into."""
    is_first = day.month < 7
    start = date(day.year, 1 if is_first else 7, 1)
    return start, month_end(day.year, 6 if is_first else 12)


def meetings(sources: ReportSources) -> tuple[MeetingRow, ...]:
    """The events of the series in the half-year of this one, this one among them."""
    start, end = half_year_of(sources.event.starts_on)
    came = sum(bool(part.days_attended) for part in sources.record.participations)
    own = SeriesMeeting(sources.event, public_notes(sources.record), came=came)
    held = [m for m in (*sources.meetings, own) if start <= m.event.starts_on <= min(end, sources.today)]
    return tuple(_row(meeting) for meeting in sorted(held, key=lambda m: m.event.starts_on))


def _row(meeting: SeriesMeeting) -> MeetingRow:
    kinds = [note.kind for note in meeting.notes]
    return MeetingRow(
        title=meeting.event.title,
        on=meeting.event.starts_on,
        came=meeting.came or None,
        decisions=kinds.count(NoteKind.RECOMMENDATION),
        commitments=kinds.count(NoteKind.COMMITMENT),
    )


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure the work is judged by. ``code`` names it; ``value`` of ``of`` (``None`` = no share), ``title`` where
    the duty of a series is counted. Codes: "duty", "gap_days", "with_owner_and_date", "kept_in_time", "presence",
    "civil_society"."""

    code: str
    value: int
    of: int | None = None
    title: Text = Text()

    @property
    def share(self) -> float | None:
        """The share, 0..1; ``None`` where there is none."""
        return share_of(self.value, self.of) if self.of else None


def indicators(sources: ReportSources) -> tuple[Indicator, ...]:
    """Rhythm, action points and presence in figures (domain notes 1.2); what cannot be counted is left out."""
    return (*_duty_figures(sources), *_promise_figures(sources), *_people_figures(sources))


def _duty_figures(sources: ReportSources) -> Iterator[Indicator]:
    series = sources.series
    if series is None:
        return
    events = _events(sources)
    for standing in standings(series, events, sources.today):
        yield Indicator("duty", standing.this_year.done, standing.this_year.owed, standing.duty.title)
    own = duty_of(series, sources.event)
    days = sorted(e.starts_on for e in events if duty_of(series, e) is own and e.starts_on <= sources.today)
    gaps = [(after - before).days for before, after in pairwise(days)]
    if gaps:
        yield Indicator("gap_days", max(gaps))


def _promise_figures(sources: ReportSources) -> Iterator[Indicator]:
    notes = [*public_notes(sources.record), *(note for m in sources.meetings for note in m.notes)]
    made = [note for note in notes if note.kind is NoteKind.COMMITMENT]
    if made:
        yield Indicator("with_owner_and_date", sum(bool(n.owner and n.due_on) for n in made), len(made))
    due = [note for note in made if note.due_on and (note.done_on or note.due_on < sources.today)]
    if due:
        in_time = sum(note.done_on is not None and note.done_on <= note.due_on for note in due if note.due_on)
        yield Indicator("kept_in_time", in_time, len(due))


def _people_figures(sources: ReportSources) -> Iterator[Indicator]:
    there = attendance(sources)
    if there.is_known and there.listed:
        yield Indicator("presence", there.came, there.listed)
    people = counted(sources.record.participations)[1]
    if people:
        civil = sum(part.person.sector is Sector.CIVIL_SOCIETY for part in people)
        yield Indicator("civil_society", civil, len(people))


def _events(sources: ReportSources) -> tuple[Event, ...]:
    return (*(meeting.event for meeting in sources.meetings), sources.event)


@dataclass(frozen=True, slots=True)
class ComingDate:
    """A day that comes: ``code`` "event" (planned), "duty" (falls due), "term" (a presidency ends) or "follow_up"
    (``days`` after the event, when its outcomes are gone through again)."""

    on: date
    code: str
    title: Text = Text()
    days: int = 0


def next_dates(sources: ReportSources) -> tuple[ComingDate, ...]:
    """The days that come, in order."""
    return tuple(sorted(_dates(sources), key=lambda entry: (entry.on, entry.code)))


def _dates(sources: ReportSources) -> Iterator[ComingDate]:
    after = max(sources.today, sources.event.ends_on)
    for entry in sources.volume.follow_ups:
        if entry.on >= sources.today:
            yield ComingDate(entry.on, "follow_up", days=entry.offset_days)
    for meeting in sources.meetings:
        if meeting.event.starts_on > after:
            yield ComingDate(meeting.event.starts_on, "event", meeting.event.title)
    series = sources.series
    if series is None:
        return
    for standing in standings(series, _events(sources), after):
        if standing.due_on and standing.due_on >= after:
            yield ComingDate(standing.due_on, "duty", standing.duty.title)
    term = term_at(series.presidency, after) if series.presidency else None
    if term:
        yield ComingDate(term.ends_on, "term", Text(sq=term.president, en=term.president))


@dataclass(frozen=True, slots=True)
class Duties:
    """What has to happen again and again: the duties with how they stand, the turns of the presidency, its steps."""

    standings: tuple[DutyStanding, ...] = ()
    terms: tuple[Term, ...] = ()
    steps: tuple[HandoverTask, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.standings or self.terms)


def duties(sources: ReportSources) -> Duties:
    """The calendar of recurring duties; empty for an event that stands alone."""
    series, today = sources.series, sources.today
    if series is None:
        return Duties()
    turns = series.presidency
    return Duties(
        standings(series, _events(sources), today),
        rotation(turns, today) if turns else (),
        handover(turns, series.deliveries, today) if turns else (),
    )
