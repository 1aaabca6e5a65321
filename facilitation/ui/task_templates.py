"""Templates on the checklist screen: add one after comparing it, or save this checklist as one of one's own."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.checklist import Checklist
from facilitation.domain.text import typed
from facilitation.i18n.sorting import sorted_by
from facilitation.library.own_text import CHECKLISTS, INSTRUMENTS
from facilitation.planning.checklist_merge import Pair, Take
from facilitation.ui import state
from facilitation.ui.library_words import own_keys
from facilitation.ui.messages import attempt
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch
from facilitation.ui.task_merge import merge_list

CHOSEN, SHAPE, TITLE, TASKS = "template_chosen", "template_shape", "checklist_title", "checklist_tasks"
Shown = tuple[Checklist, tuple[Pair, ...]]


def templates_form(page: EventScreen) -> None:
    """Adding from a template, or saving as one."""
    _ = page._
    shapes = {"add": _("Add tasks from a template"), "save": _("Save this checklist")}
    if switch(_("View"), shapes, key=SHAPE) == "save":
        _save_form(page)
    else:
        _add_form(page)


def _add_form(page: EventScreen) -> None:
    _ = page._
    names = _names(page)
    chosen = st.selectbox(
        _("Template"),
        list(names),
        index=None,
        key=CHOSEN,
        format_func=lambda name: names[name],
        placeholder=_("Choose a checklist or an instrument"),
    )
    if chosen is None:
        st.caption(_("Nothing is added before you have seen it: what the checklist has already is shown side by side."))
        return
    template = next(each for each in page.app.checklists.templates() if each.key == chosen)
    pairs = page.app.checklists.compare(page.event_id, template)
    takes = merge_list(page, template.key, pairs)
    added = sum(take in (Take.ADD, Take.BOTH) for take in takes.values())
    changed = sum(take in (Take.THEIRS, Take.DAY, Take.BENCHMARK) for take in takes.values())
    label = _("Save: {added} new, {changed} changed").format(added=added, changed=changed)
    if st.button(
        label,
        key="merge_save",
        type="primary",
        disabled=not added + changed,
        on_click=_apply,
        args=(page, pairs, takes),
    ):
        st.rerun()


def _names(page: EventScreen) -> dict[str, str]:
    """What each template is called: own ones first, then those that stand alone, then the instruments'."""
    _, language = page._, page.language
    own = own_keys(page, CHECKLISTS) | own_keys(page, INSTRUMENTS)
    templates = sorted_by(page.app.checklists.templates(), lambda each: each.title.said_in(language), language)
    alone = page.app.library.checklists
    templates = sorted(templates, key=lambda each: (each.key not in own, each.key not in alone))
    return {each.key: _name(page, each, is_own=each.key in own) for each in templates}


def _name(page: EventScreen, template: Checklist, *, is_own: bool) -> str:
    _ = page._
    count = _.plural("{count} task", "{count} tasks", len(template.tasks)).format(count=len(template.tasks))
    yours = [_("yours")] if is_own else []
    return " · ".join((template.title.said_in(page.language), count, *yours))


def _apply(page: EventScreen, pairs: tuple[Pair, ...], takes: dict[int, Take]) -> None:
    done = page._("The checklist has both now. Undo takes it back.")
    attempt(page.app.checklists.apply, page.event_id, pairs, takes, done=done)


def _save_form(page: EventScreen) -> None:
    _ = page._
    tasks = {task.id: task for task in page.app.tasks.list_for(page.event_id) if task.offset_days is not None}
    if not tasks:
        st.write(_("No task has a day counted from the event yet. Only such tasks can be used again."))
        return
    st.text_input(_("Title of the checklist"), key=TITLE, placeholder=page.event.title.said_in(page.language))
    st.multiselect(
        _("Tasks"),
        list(tasks),
        key=TASKS,
        format_func=lambda task_id: tasks[task_id].title.said_in(page.language),
        placeholder=_("All tasks that have a day"),
    )
    st.caption(_("Days, roles, benchmarks and rules are saved. People, states, notes and files stay behind."))
    with st.container(horizontal=True):
        saves = st.button(_("Save the checklist"), key="checklist_save", type="primary", on_click=_save, args=(page,))
        if st.button(_("See all checklists"), key="checklists_open", icon=":material/library_books:"):
            state.put_widget("library_part", CHECKLISTS)
            go_to("library")
    if saves:
        st.rerun()


def _save(page: EventScreen) -> None:
    title = typed(str(state.widget_value(TITLE) or "").strip(), page.language) or page.event.title
    chosen = tuple(state.widget_value(TASKS) or ())
    done = page._("The checklist stands in the library now.")
    if attempt(page.app.own_library.save_checklist, page.event_id, title, chosen, done=done) is not None:
        state.clear_widget(TITLE, "")
        state.clear_widget(TASKS, [])
