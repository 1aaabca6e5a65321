"""The home screen of an event: days to go, what waits, findings, who comes, documents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from facilitation.domain.finding import Finding, Severity
from facilitation.domain.task import TaskStatus
from facilitation.i18n.formats import day_text, list_text, moment_text
from facilitation.i18n.labels import sector_label
from facilitation.i18n.translator import Translator
from facilitation.i18n.verbs import verb_label
from facilitation.planning.progress import owner_of
from facilitation.services.overview import DatedTask, Overview
from facilitation.ui import state
from facilitation.ui.budget_figures import budget_line
from facilitation.ui.charts import sector_chart, show_chart
from facilitation.ui.documents_menu import documents_menu
from facilitation.ui.findings import finding_line, settled_list
from facilitation.ui.messages import attempt
from facilitation.ui.my_tasks import mine_of, own_name_choice
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen, event_page
from facilitation.ui.privacy_retention import retention_notice
from facilitation.ui.proceedings_clock import volume_notice
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.screen import Screen
from facilitation.ui.series_notices import series_notices
from facilitation.ui.task_view import CHOSEN_TASK

MOST_TASKS = 5
OPENED = "task_of_home"


def today_screen(found: Screen) -> None:
    """The whole screen."""
    assert found.event is not None
    overview = found.app.overviews.get(found.event.id)
    page = event_page(_headline(overview, found._), found)
    with page.buttons:
        documents_menu(page)
    series_notices(found.app, found._)
    retention_notice(page)
    volume_notice(page, overview.record)
    main, side = st.columns([3, 2], gap="large")
    with main:
        _waiting_tasks(page, overview)
        _findings(page, overview)
    with side:
        _people(page, overview)
        _latest_changes(page)


def _headline(overview: Overview, _: Translator) -> str:
    days = overview.days_to_go
    if days > 0:
        return _.plural("{count} day to go", "{count} days to go", days).format(count=days)
    if -days < overview.event.day_count:
        return _("The event is under way")
    return _("The event was held")


def _due_text(row: DatedTask, page: EventScreen) -> str:
    _, today = page._, page.app.overviews.today()
    if row.due_on is None:
        return _("no date")
    days = (today - row.due_on).days
    if row.is_late:
        return _.plural("{count} day late", "{count} days late", days).format(count=days)
    return _("today") if days == 0 else day_text(row.due_on, page.language)


def _finish(page: EventScreen, task_id: str, on: bool) -> None:
    status = TaskStatus.DONE if on else TaskStatus.PLANNED
    attempt(page.app.tasks.set_status, task_id, status, done=page._("Saved. Undo is on the checklist."))


def _waiting_tasks(page: EventScreen, overview: Overview) -> None:
    _ = page._
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(_("What waits for you"), anchor=False)
        me = own_name_choice(page)
    waiting = (*overview.late, *overview.soon)
    rows = mine_of(waiting, me)
    if rows:
        row_list(
            [_task_row(row, page) for row in rows[:MOST_TASKS]],
            key=state.widget_key("waiting", page.event_id),
            label=_("What waits for you"),
            on_ticked=lambda task_id, on: _finish(page, task_id, on),
            on_chosen=lambda task_id: state.choose(OPENED, task_id),
        )
    elif waiting:
        st.write(_("None of your own tasks is late or falls due in the next 14 days."))
    else:
        st.write(_("Nothing is late and nothing falls due in the next 14 days."))
    _task_sums(page, overview, len(waiting))
    opened = state.chosen(OPENED)
    if opened:
        state.forget(OPENED)
        state.choose(CHOSEN_TASK, opened)
        go_to("tasks")


def _task_row(row: DatedTask, page: EventScreen) -> Row:
    owner = owner_of(row.task).said_in(page.language)
    return Row(
        id=row.task.id,
        title=row.task.title.said_in(page.language),
        facts=owner.partition(",")[0],
        remark=_due_text(row, page) if row.is_late else "",
        trail="" if row.is_late else _due_text(row, page),
        level="block" if row.is_late else "",
        is_checked=False,
    )


def _task_sums(page: EventScreen, overview: Overview, waiting: int) -> None:
    _ = page._
    total = overview.done_count + waiting + overview.later_count
    st.caption(
        _("{late} late, {soon} in the next 14 days, {done} of {total} done.").format(
            late=len(overview.late), soon=len(overview.soon), done=overview.done_count, total=total
        )
    )
    if st.button(_("Open the checklist"), key="home_tasks", type="tertiary", icon=":material/arrow_forward:"):
        go_to("tasks")
    budget_line(overview, _)


def _findings(page: EventScreen, overview: Overview) -> None:
    _ = page._
    st.header(_("Findings that need a decision"), anchor=False)
    if not overview.findings:
        st.markdown(":green-badge[" + _("In order") + "] " + _("No rule is broken."))
        settled_list(page, overview.settled, where="home")
        return
    counts = [
        f"{sum(f.severity is level for f in overview.findings)} {word}"
        for level, word in (
            (Severity.BLOCK, _("block")),
            (Severity.WARN, _("warn")),
            (Severity.HINT, _("hint")),
        )
    ]
    with st.container(border=True):
        for alike in _by_rule(overview.findings):
            finding_line(page, alike[0], overview.record, where="home")
            if len(alike) > 1:
                more = len(alike) - 1
                with st.expander(_.plural("{count} more like this", "{count} more like this", more).format(count=more)):
                    for found in alike[1:]:
                        finding_line(page, found, overview.record, where="home")
    st.caption(" · ".join(counts))
    settled_list(page, overview.settled, where="home")


def _by_rule(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings of the same rule and weight together, in the order of the first of each."""
    alike: dict[tuple[str, Severity], list[Finding]] = {}
    for found in findings:
        alike.setdefault((found.code, found.severity), []).append(found)
    return list(alike.values())


def _missing_sectors(overview: Overview, _: Translator) -> str:
    short = [(row.target - row.confirmed, row.sector) for row in overview.sectors if row.target > row.confirmed]
    parts = [f"{count} {sector_label(sector, _)}" for count, sector in sorted(short, reverse=True)[:3]]
    return list_text(parts, _.language) if parts else ""


def _people(page: EventScreen, overview: Overview) -> None:
    _, people = page._, overview.people
    st.header(_("Who comes"), anchor=False)
    if not people.listed:
        st.write(_("Nobody is on the list yet."))
        if st.button(_("Add participants"), key="home_people", type="tertiary", icon=":material/arrow_forward:"):
            go_to("people")
        return
    st.write(
        _("**{confirmed}** confirmed of **{invited}** invited; **{expected}** expected.").format(
            confirmed=people.confirmed, invited=people.invited, expected=overview.event.expected_people
        )
    )
    missing = _missing_sectors(overview, _)
    if missing:
        st.write(_("Missing against the targets: {sectors}.").format(sectors=missing))
    rows = overview.sectors
    draw = partial(sector_chart, rows, _)
    show_chart(draw, rows, language=_.language, alt=_("Confirmed people by sector against the targets"))
    st.caption(_("At the right: confirmed of the target; the line shows the target."))


def _latest_changes(page: EventScreen) -> None:
    _ = page._
    changes = page.app.history.list_for(page.event_id, limit=6)
    if not changes:
        return
    st.header(_("Latest changes"), anchor=False)
    st.caption("  \n".join(_change_lines(changes, _)))


def _change_lines(changes: Sequence[object], _: Translator) -> list[str]:
    return [
        f"{moment_text(change.happened_at, _.language)} · {verb_label(change.verb, _)}"  # type: ignore[attr-defined]
        for change in changes
    ]
