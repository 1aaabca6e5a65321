"""The lead times: design, invitations, consultation, guide, training, proceedings (seed 002; domain.md 9.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facilitation.domain.event import Event
from facilitation.domain.finding import Finding, Severity, finding
from facilitation.domain.task import Task, TaskStatus
from facilitation.planning.volume_clock import volume_due

MINIMUM_DAYS = {"design": 90, "invitations": 30}
"""Days before the event, where the tasks of the event name no minimum of their own (seed 002, R3.1 and R3.10)."""
AGENDA_DAYS = 58
"""Days before the event by which an event with a design phase has its first agenda (domain.md 3.3)."""
NEAR = timedelta(days=7)
"""This close to a limit it is said."""
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """An event with its checklist on one day."""

    event: Event
    tasks: tuple[Task, ...]
    today: date

    def of_rule(self, rule: str) -> tuple[Task, ...]:
        """The tasks that stand for a lead-time rule."""
        return tuple(task for task in self.tasks if task.rule == rule)

    def is_done(self, rule: str) -> bool:
        """Whether the rule has tasks and all of them are done."""
        tasks = self.of_rule(rule)
        return bool(tasks) and all(task.status is TaskStatus.DONE for task in tasks)

    def done_on(self, rule: str) -> date | None:
        """The day the last task of a rule was done; ``None`` while one is open or where no day was noted."""
        days = [task.done_on for task in self.of_rule(rule) if task.done_on]
        return max(days) if self.is_done(rule) and days else None

    def minimum(self, rule: str) -> int:
        """The days a rule asks for: the strictest of its tasks, else the seed's."""
        return max((task.minimum_days or 0 for task in self.of_rule(rule)), default=0) or MINIMUM_DAYS[rule]

    @property
    def has_begun(self) -> bool:
        """Whether the first day is over: what was not written down by then can no longer be judged."""
        return self.today > self.event.starts_on


def lead_time_findings(event: Event, tasks: Iterable[Task], today: date) -> tuple[Finding, ...]:
    """What the lead times say on a day; an impossible date is said as soon as the event exists.

    A missed minimum blocks; seven days before a limit it warns. Once an event has begun only what was recorded counts.
    """
    checked = LeadTimes(event, tuple(tasks), today)
    return tuple(remark for check in CHECKS for remark in check(checked))


def design_start(event: Event, tasks: Iterable[Task]) -> date | None:
    """The day the design phase began: as entered in the event, else when its task was done; ``None`` = not yet."""
    days = (task.done_on for task in tasks if task.rule == "design" and task.status is TaskStatus.DONE)
    return event.design_started_on or min((day for day in days if day), default=None)


def check_design(checked: LeadTimes) -> Iterator[Finding]:
    """The design starts at least 90 days before the event (seed 002, R3.1)."""
    started_on = design_start(checked.event, checked.tasks)
    is_open = started_on is None and not checked.is_done("design")
    yield from _before_event(checked, "late_design", "design", started_on, is_open)


def check_invitations(checked: LeadTimes) -> Iterator[Finding]:
    """Invitations go out at least 30 days before the event (seed 002, R3.10)."""
    is_open = not checked.is_done("invitations")
    yield from _before_event(checked, "late_invitation", "invitations", checked.done_on("invitations"), is_open)


def _before_event(checked: LeadTimes, code: str, rule: str, done_on: date | None, is_open: bool) -> Iterator[Finding]:
    """A rule of so many days before the first day; what is still open is measured from today."""
    day = checked.today if is_open and not checked.has_begun else done_on
    if day is None:
        return
    minimum, subject = checked.minimum(rule), _subject(checked.of_rule(rule))
    limit_on = checked.event.starts_on - timedelta(days=minimum)
    if day > limit_on:
        yield finding(
            code,
            Severity.BLOCK,
            subject,
            days=max(0, (checked.event.starts_on - day).days),
            minimum=minimum,
            limit_on=limit_on.isoformat(),
            earliest_on=(day + timedelta(days=minimum)).isoformat(),
        )
    elif is_open and limit_on - day <= NEAR:
        yield finding(code, Severity.WARN, subject, case="near", minimum=minimum, limit_on=limit_on.isoformat())


def check_guide(checked: LeadTimes) -> Iterator[Finding]:
    """The facilitators' guide is final in the last week, the day before at the latest (seed 002, R3.7)."""
    yield from _by_the_day_before(checked, "late_guide", "guide")


def check_training(checked: LeadTimes) -> Iterator[Finding]:
    """All facilitators are trained on the guide before the event (seed 002, R3.8)."""
    yield from _by_the_day_before(checked, "facilitators_untrained", "training")


def _by_the_day_before(checked: LeadTimes, code: str, rule: str) -> Iterator[Finding]:
    """A rule that must be met the day before the event; nothing for events without such a task."""
    tasks, limit_on = checked.of_rule(rule), checked.event.starts_on - ONE_DAY
    is_open = bool(tasks) and not checked.is_done(rule)
    day = checked.today if is_open and not checked.has_begun else checked.done_on(rule)
    if day is None:
        return
    if day > limit_on:
        yield finding(code, Severity.BLOCK, _subject(tasks), limit_on=limit_on.isoformat())
    elif is_open and limit_on - day <= NEAR:
        yield finding(code, Severity.WARN, _subject(tasks), case="near", limit_on=limit_on.isoformat())


def check_consultation(checked: LeadTimes) -> Iterator[Finding]:
    """What the actors answered is written down before the agenda is settled (domain.md 9, no 13).

    An event with a design phase of a minimum length settles it 58 days before, any other one with its invitations. Once
    the event has begun the proceedings say what is missing.
    """
    has_design_phase = any(task.minimum_days for task in checked.of_rule("design"))
    days = AGENDA_DAYS if has_design_phase else checked.minimum("invitations")
    limit_on = checked.event.starts_on - timedelta(days=days)
    count = sum(not entry.synthesis for entry in checked.event.consultation)
    if count and limit_on <= checked.today and not checked.has_begun:
        yield finding("consultation_missing", Severity.HINT, count=count, limit_on=limit_on.isoformat())


def check_proceedings(checked: LeadTimes) -> Iterator[Finding]:
    """The proceedings reach everybody within 30 days; the limit is ours, so it warns and does not block."""
    tasks = checked.of_rule("proceedings")
    if not tasks:
        return
    limit_on, subject = volume_due(checked.event, checked.tasks), _subject(tasks)
    if not checked.is_done("proceedings"):
        yield from _open_proceedings(checked.today, limit_on, subject)
    elif (done_on := checked.done_on("proceedings")) and done_on > limit_on:
        values = {"limit_on": limit_on.isoformat(), "done_on": done_on.isoformat()}
        yield finding("late_proceedings", Severity.HINT, subject, case="done", **values)


def _open_proceedings(today: date, limit_on: date, subject: str) -> Iterator[Finding]:
    if today > limit_on:
        yield finding("late_proceedings", Severity.WARN, subject, limit_on=limit_on.isoformat())
    elif limit_on - today <= NEAR:
        yield finding("late_proceedings", Severity.HINT, subject, case="near", limit_on=limit_on.isoformat())


def _subject(tasks: Sequence[Task]) -> str:
    """The task a rule speaks of: the first that is still open, else the first; "" = the event."""
    still_open = [task for task in tasks if task.status is not TaskStatus.DONE]
    return next((task.id for task in (*still_open, *tasks)), "")


CHECKS: tuple[Callable[[LeadTimes], Iterator[Finding]], ...] = (
    check_design,
    check_invitations,
    check_guide,
    check_training,
    check_consultation,
    check_proceedings,
)
