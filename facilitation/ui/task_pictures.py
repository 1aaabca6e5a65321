"""The checklist as pictures: the timeline of tasks and the load per owner."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from facilitation.planning.progress import owner_progress
from facilitation.planning.task_network import task_network
from facilitation.services.overview import DatedTask
from facilitation.ui.charts import show_chart
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_charts import Gantt, gantt_chart, owners_chart
from facilitation.ui.task_view import TaskView


def gantt_picture(page: EventScreen, view: TaskView, rows: Sequence[DatedTask]) -> None:
    """All dated tasks on a calendar axis, with what waits for what."""
    _ = page._
    dated = [row for row in rows if row.due_on]
    if not dated:
        st.write(_("No task with a date fits the filters."))
        return
    event, today, critical = page.event, view.today, _critical_ids(view, page)
    draw = partial(gantt_chart, Gantt(tuple(dated), event, today, critical), _)
    alt = _("Every task as a bar that ends on its due day")
    show_chart(draw, dated, event.starts_on, today, sorted(critical), language=page.language, alt=alt)
    words = [_("A bar shows the days of work and ends on the due day. Pale: done; medium: open; full: late.")]
    if any(row.task.waits_for for row in dated):
        words.append(_("A line leads from a task to the one that waits for it."))
    if critical:
        words.append(_("▲ and a thick edge: critical, a delay here delays the event."))
    st.caption(" ".join(words))


def owners_picture(page: EventScreen, view: TaskView) -> None:
    """Done, open and late per owner."""
    _ = page._
    progress = owner_progress(view.tasks, page.event, view.today)
    if not progress:
        st.write(_("The checklist is empty. Add the first task above."))
        return
    done, total = sum(row.done for row in progress), sum(row.total for row in progress)
    st.write(_("{done} of {total} tasks are done.").format(done=done, total=total))
    draw = partial(owners_chart, progress, _)
    show_chart(draw, progress, language=page.language, alt=_("Done, open and late tasks per owner"))
    st.caption(_("At the right: done of all. Pale: done; medium: open; full: late."))


def _critical_ids(view: TaskView, page: EventScreen) -> frozenset[str]:
    """The longest chain of open tasks that wait for one another; a task alone makes no chain."""
    chain = task_network(view.tasks, page.event, view.today).critical
    return frozenset(task.id for task in chain) if len(chain) > 1 else frozenset()
