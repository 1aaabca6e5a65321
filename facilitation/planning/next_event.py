"""The next event of a series, made from the last one: its plan with all states set back, and what was promised.

Consents, attendance, needs and what was written down belong to one event and are never carried over; why stands in
docs/decisions/0026-series.md.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from facilitation.domain.agenda import Agenda, AgendaItem, Contributor
from facilitation.domain.budget import Budget
from facilitation.domain.cafe import Cafe
from facilitation.domain.event import Event
from facilitation.domain.person import Participation
from facilitation.domain.proceedings import VOLUME, ProceedingsPlan
from facilitation.domain.record import EventRecord
from facilitation.domain.task import CountedFrom, Task, TaskStatus
from facilitation.domain.text import Text, typed
from facilitation.planning.commitments import OpenCommitment
from facilitation.planning.working_days import is_working_day

FROM_NOW = timedelta(days=14)
"""Where the due day has passed, the next event is proposed so far from today: time to invite (domain notes 1.2)."""
LONGEST_SEARCH = 60
LAST_ACTIONS = (
    "action points of the last",
    "open case actions",
    "open actions",
    "open action points",
    "the minutes",
    "pikat e veprimit të mbledhjes së fundit",
    "pikat e veprimit të takimit të fundit",
    "veprimet e hapura",
    "pikat e hapura",
    "procesverbalit",
)
"""Words by which the session is known that goes through what was promised last time; the first one in the agenda."""
OPEN_MARK = "☐ "


@dataclass(frozen=True, slots=True)
class ProposedDay:
    """The first day proposed for the next event. ``due_on`` = the day the rhythm asks for (``None`` = none does).

    ``is_past`` = that day is over or too near, so that the day counts from today; ``is_moved`` = a weekend or public
    holiday lay on it.
    """

    day: date
    due_on: date | None
    is_past: bool
    is_moved: bool


def proposed_day(due_on: date | None, last: Event, today: date) -> ProposedDay:
    """A day for the next event on which people work, in time for the rhythm where that is possible."""
    is_past = due_on is None or due_on <= today
    counted = today + FROM_NOW if is_past or due_on is None else due_on
    day = _working(counted, last, step=1 if is_past else -1)
    if day <= today:
        day = _working(counted, last, step=1)
    return ProposedDay(day, due_on, is_past=is_past and due_on is not None, is_moved=day != counted)


def _working(counted: date, last: Event, *, step: int) -> date:
    """The nearest day on which an event as long as the last one meets no weekend and no holiday; else as counted."""
    for away in range(LONGEST_SEARCH):
        day = counted + timedelta(days=step * away)
        if all(is_working_day(day + timedelta(days=n), last.country) for n in range(last.day_count)):
            return day
    return counted


def continued(copy: EventRecord, starts_on: date, title: Text, *, keeps_people: bool) -> EventRecord:
    """A copy of the last event with fresh ids as the next one: planned anew, nothing done, nobody asked yet."""
    away = starts_on - copy.event.starts_on
    people = tuple(invited_anew(copy.participations)) if keeps_people else ()
    known = frozenset(part.id for part in people) | {part.person.id for part in people}
    return EventRecord(
        event=_event(copy.event, starts_on, title),
        agenda=_agenda(copy.agenda, known),
        guide=copy.guide,
        tasks=_tasks(copy.tasks, away),
        participations=people,
        cafes=tuple(_cafe(cafe, keeps_people=keeps_people) for cafe in copy.cafes),
        proceedings=_volume(copy.event.id, copy.proceedings),
        budget=_budget(copy.budget),
    )


def _volume(event_id: str, plan: ProceedingsPlan) -> ProceedingsPlan:
    """The same sections under the same titles; what was written in them was about the last event."""
    titles = tuple(part for part in plan.parts if part.paper == VOLUME)
    return ProceedingsPlan(event_id, plan.sections, parts=titles)


def _event(event: Event, starts_on: date, title: Text) -> Event:
    """What was answered before the last event, and when its design began, was of that event."""
    return replace(
        event,
        starts_on=starts_on,
        title=title,
        objectives=tuple(replace(goal, theme_ids=()) for goal in event.objectives),
        consultation=tuple(replace(entry, synthesis=Text()) for entry in event.consultation),
        brief=replace(
            event.brief,
            points=tuple(replace(p, answer=Text(), is_met=None) for p in event.brief.points),
            letters=replace(event.brief.letters, reply_by=None, form_link="", letterhead_id=""),
        ),
        design_started_on=None,
        is_sample=False,
        sources_note=Text(),
    )


def invited_anew(parts: Iterable[Participation]) -> Iterator[Participation]:
    """The same persons and roles in the next event, with nothing else of the last one: they are asked again.

    Beneficiaries, who are known by a code of that event, are not carried over.
    """
    for part in parts:
        if not part.person.is_coded:
            yield Participation(part.id, part.event_id, part.person, part.role)


def _agenda(agenda: Agenda, known: Collection[str]) -> Agenda:
    """Remarks that were accepted and people who were away are of the last event; its rooms stay."""
    days = tuple(replace(day, items=tuple(_item(item, known) for item in day.items)) for day in agenda.days)
    return replace(agenda, days=days, accepted=(), absences=())


def _item(item: AgendaItem, known: Collection[str]) -> AgendaItem:
    def named(contributors: tuple[Contributor, ...]) -> tuple[Contributor, ...]:
        return tuple(each if each.person_id in known else replace(each, person_id="") for each in contributors)

    return replace(
        item,
        speakers=named(item.speakers),
        facilitators=named(item.facilitators),
        note_takers=named(item.note_takers),
    )


def _tasks(tasks: Iterable[Task], away: timedelta) -> tuple[Task, ...]:
    """The checklist with nothing done. Tasks carried into the last event are carried again from their commitments."""
    own = [task for task in tasks if not task.from_note_id]
    ids = {task.id for task in own}
    return tuple(_task(task, away, ids) for task in own)


def _task(task: Task, away: timedelta, ids: Collection[str]) -> Task:
    is_loose = task.counted_from is CountedFrom.TASK and task.counted_from_id not in ids
    pinned = task.pinned_on + away if task.pinned_on and task.offset_days is None else None
    return replace(
        task,
        status=TaskStatus.PLANNED,
        pinned_on=pinned,
        done_on=None,
        blocked_by="",
        is_reached=None,
        proof="",
        comments=(),
        points=tuple(replace(point, is_done=False) for point in task.points),
        counted_from=CountedFrom.EVENT if is_loose else task.counted_from,
        counted_from_id="" if is_loose else task.counted_from_id,
        waits_for=tuple(entry for entry in task.waits_for if entry.task_id in ids),
    )


def _cafe(cafe: Cafe, *, keeps_people: bool) -> Cafe:
    """Questions and tables; who must sit apart or together only where the people come again."""
    rules = replace(cafe.rules, absences=(), pinned=())
    if not keeps_people:
        rules = replace(rules, apart=(), together=(), not_hosting_ids=(), must_visit=(), may_visit=())
    return replace(cafe, rules=rules, host_ids=(), plan_number=0, seating=None, plans=())


def _budget(budget: Budget) -> Budget:
    return replace(budget, lines=tuple(replace(line, actual=None) for line in budget.lines))


def with_commitments(
    record: EventRecord, commitments: Iterable[OpenCommitment], new_id: Callable[[], str]
) -> EventRecord:
    """The event with a task for each promise, and all of them listed where its agenda goes through them."""
    wanted = tuple(commitments)
    last = max((task.position for task in record.tasks), default=0)
    language = next(iter(record.event.languages), "sq")
    tasks = tuple(
        Task(
            id=new_id(),
            event_id=record.event.id,
            title=typed(entry.text, language),
            offset_days=None,
            owner=entry.owner,
            pinned_on=entry.due_on,
            position=last + place,
            from_note_id=entry.note_id,
        )
        for place, entry in enumerate(wanted, start=1)
    )
    return replace(record, tasks=(*record.tasks, *tasks), agenda=_listed(record.agenda, wanted))


def last_actions_item(agenda: Agenda) -> AgendaItem | None:
    """The session that goes through what was promised last time, where there is one."""
    return next((item for _, item in agenda.items() if _is_last_actions(item)), None)


def _is_last_actions(item: AgendaItem) -> bool:
    titles = f"{item.title.sq}\n{item.title.en}".casefold()
    return any(words in titles for words in LAST_ACTIONS)


def _listed(agenda: Agenda, commitments: tuple[OpenCommitment, ...]) -> Agenda:
    """The staff's note of that session with one line for each promise, in place of the lines of the last time."""
    found = last_actions_item(agenda)
    if found is None:
        return agenda
    kept = [line for line in found.internal_note.splitlines() if not line.startswith(OPEN_MARK)]
    noted = replace(found, internal_note="\n".join([*kept, *map(_line, commitments)]).strip())
    days = tuple(
        replace(day, items=tuple(noted if item.id == found.id else item for item in day.items)) for day in agenda.days
    )
    return replace(agenda, days=days)


def _line(commitment: OpenCommitment) -> str:
    due = commitment.due_on.strftime("%d.%m.%Y") if commitment.due_on else ""
    facts = ", ".join(part for part in (commitment.owner, due) if part)
    return OPEN_MARK + " — ".join(part for part in (commitment.text, facts) if part)
