"""When one task is due and why: what it counts from, what it waits for, and how much room it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from facilitation.domain.task import CountedFrom, Dependency, Task, TaskStatus
from facilitation.i18n.due_words import anchor_label, due_sentence
from facilitation.i18n.formats import day_text
from facilitation.planning.deadlines import NO_DAY
from facilitation.planning.event_earliest import EarliestEvent
from facilitation.planning.task_network import TaskNetwork, task_network
from facilitation.ui import state
from facilitation.ui.fields import choice_field, date_field, many_field, number_field, tick_field
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_minimum import confirm_minimum
from facilitation.ui.task_view import TaskView

MOST_DAYS = 3650
LONGEST_WORK, LONGEST_PAUSE = 400, 400


@dataclass(frozen=True, slots=True)
class _When:
    """The task of the panel with what its fields need."""

    page: EventScreen
    view: TaskView
    task: Task

    def key(self, field: str) -> str:
        return state.widget_key("task", self.task.id, field)

    def save(self, field: str) -> Callable[[Any], None]:
        def keep(value: Any) -> None:
            wanted = replace(self.task, **{field: value})
            if confirm_minimum(self.page, self.task, wanted):
                attempt(self.page.app.tasks.edit, self.task, wanted)

        return keep

    @property
    def others(self) -> dict[str, str]:
        """The titles of all other tasks by id, in the order of the list."""
        rows = (row.task for row in self.view.rows if row.task.id != self.task.id)
        return {task.id: task.title.said_in(self.page.language) for task in rows}


def why_text(page: EventScreen, view: TaskView, task: Task) -> str:
    """The sentence that says why a task is due on its day."""
    tasks = {row.task.id: row.task for row in view.rows}
    why = next((row.why for row in view.rows if row.task.id == task.id), NO_DAY)
    if task.counted_from is CountedFrom.TASK and not task.counted_from_id and not task.pinned_on:
        return page._("No date yet: choose the task it counts from.")
    return due_sentence(task, why, tasks, page._)


def when_fields(page: EventScreen, view: TaskView, task: Task) -> None:
    """The fields of a task that decide its day, and what follows from them."""
    when = _When(page, view, task)
    _counting(when)
    _fixed_day(when)
    network = task_network(view.tasks, page.event, view.today)
    with st.expander(page._("What it waits for, and how much room it has")):
        _waiting(when)
        _room(when, network)
    _warning(when, network)


def _counting(when: _When) -> None:
    _, task = when.page._, when.task
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        choice_field(
            _("Counts from"),
            list(CountedFrom),
            task.counted_from,
            key=when.key("counted_from"),
            save=when.save("counted_from"),
            format_func=lambda anchor: anchor_label(anchor, _),
        )
    with right:
        _offset(when)
    if task.counted_from is CountedFrom.TASK:
        choice_field(
            _("The task it counts from"),
            list(when.others),
            task.counted_from_id if task.counted_from_id in when.others else None,
            key=when.key("counted_from_id"),
            save=when.save("counted_from_id"),
            format_func=lambda task_id: when.others.get(task_id, ""),
            placeholder=_("Choose a task"),
        )
    tick_field(
        _("Count working days only"),
        task.is_working_days,
        key=when.key("working_days"),
        save=when.save("is_working_days"),
        help=_("Saturdays, Sundays and public holidays are not counted."),
    )


def _offset(when: _When) -> None:
    _ = when.page._
    key = when.key("offset")
    state.synced(key, when.task.offset_days)
    st.number_input(
        _("Days before (−) or after"),
        -MOST_DAYS,
        MOST_DAYS,
        None,
        key=key,
        help=_("−30 = thirty days before; 14 = two weeks after. From the event: before the first day, after the last."),
        on_change=lambda: None if state.is_stale(key) else when.save("offset_days")(state.widget_value(key)),
    )


def _fixed_day(when: _When) -> None:
    _ = when.page._
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        date_field(_("Or a fixed day"), when.task.pinned_on, key=when.key("pinned"), save=when.save("pinned_on"))
    with right:
        number_field(
            _("Working days it takes"),
            when.task.work_days,
            key=when.key("work_days"),
            save=when.save("work_days"),
            least=1,
            most=LONGEST_WORK,
            help=_("The due day is the last of them."),
        )


def _waiting(when: _When) -> None:
    _, task = when.page._, when.task
    many_field(
        _("Begins after these tasks are done"),
        list(when.others),
        [link.task_id for link in task.waits_for if link.task_id in when.others],
        key=when.key("waits_for"),
        save=lambda ids: when.save("waits_for")(_links(task, ids)),
        format_func=lambda task_id: when.others.get(task_id, ""),
        placeholder=_("Choose tasks"),
    )
    for link in task.waits_for:
        if link.task_id in when.others:
            number_field(
                _("Working days of pause after “{title}”").format(title=when.others[link.task_id]),
                link.lag_days,
                key=when.key(state.widget_key("lag", link.task_id)),
                save=partial(_save_pause, when, link.task_id),
                most=LONGEST_PAUSE,
            )


def _links(task: Task, ids: list[str]) -> tuple[Dependency, ...]:
    """What the task waits for; pauses that were typed stay."""
    pauses = {link.task_id: link.lag_days for link in task.waits_for}
    return tuple(Dependency(task_id, pauses.get(task_id, 0)) for task_id in ids)


def _save_pause(when: _When, other_id: str, days: int) -> None:
    links = (replace(link, lag_days=days) if link.task_id == other_id else link for link in when.task.waits_for)
    when.save("waits_for")(tuple(links))


def _room(when: _When, network: TaskNetwork) -> None:
    """Earliest and latest day, and the longest chain if the task is part of it."""
    _, times = when.page._, network.times.get(when.task.id)
    if times is None:
        return
    st.caption(_("Can be done on {day} at the earliest.").format(day=_day(times.earliest_on, when)))
    if times.latest_on and times.begin_by and times.slack is not None:
        room = _.plural("{count} working day of room", "{count} working days of room", max(0, times.slack))
        st.caption(
            _("Must be done by {day}, so begun by {begin}: {room}.").format(
                day=_day(times.latest_on, when),
                begin=_day(times.begin_by, when),
                room=room.format(count=max(0, times.slack)),
            )
        )
    if when.task in network.critical and len(network.critical) > 1:
        longest = _.plural(
            "Part of the critical path, the longest chain ({count} working day): {chain}",
            "Part of the critical path, the longest chain ({count} working days): {chain}",
            network.critical_days,
        )
        chain = plain(_chain(network.critical, when))
        st.caption(longest.format(count=network.critical_days, chain=chain))


def _warning(when: _When, network: TaskNetwork) -> None:
    """What stands in the way of a task that comes too late, and when the event could be."""
    _, times = when.page._, network.times.get(when.task.id)
    if times is None or not times.is_too_late or when.task.status is TaskStatus.DONE:
        return
    words = [_("This task cannot be done by its day: {day} is the earliest.").format(day=_day(times.earliest_on, when))]
    chain = network.chain(when.task.id)
    if len(chain) > 1:
        words.append(_("What holds it up: {chain}.").format(chain=_chain(chain, when)))
    event_on = EarliestEvent(when.page.event, network).day_for([when.task])
    if event_on and when.view.today <= when.page.event.starts_on:
        words.append(_("For its sake the event could be on {day} at the earliest.").format(day=_day(event_on, when)))
    st.warning(plain(" ".join(words)), icon=":material/schedule:")


def _chain(tasks: tuple[Task, ...], when: _When) -> str:
    return " → ".join(task.title.said_in(when.page.language) for task in tasks)


def _day(day: date, when: _When) -> str:
    return day_text(day, when.page.language, with_year=True)
