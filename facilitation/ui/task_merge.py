"""The lines of a template before they are added: new ones to be ticked, those alike side by side with a choice."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from facilitation.domain.instrument import InstrumentTask
from facilitation.domain.task import CountedFrom, Task
from facilitation.domain.text import Text
from facilitation.i18n.due_words import counting_words, lead_mark
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.planning.checklist_merge import Alike, Pair, Take, line_as_task, taken
from facilitation.planning.task_minima import broken_minimum
from facilitation.ui import state
from facilitation.ui.messages import plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_minimum import minimum_reason

Titles = Mapping[str, Text]
"""The titles of lines that others count from, by key."""


def merge_list(page: EventScreen, template: str, pairs: tuple[Pair, ...]) -> dict[int, Take]:
    """All lines of a template; answers what is chosen for each, by place."""
    _ = page._
    fresh = [place for place, pair in enumerate(pairs) if pair.mine is None]
    alike = [place for place, pair in enumerate(pairs) if pair.mine is not None]
    titles = {pair.theirs.key: pair.theirs.title for pair in pairs if pair.theirs.key}
    takes: dict[int, Take] = {}
    if alike:
        st.subheader(_("There already · {count}").format(count=len(alike)), anchor=False)
        for place in alike:
            takes[place] = _alike(page, pairs[place], titles, key=_key(page, template, place))
    if fresh:
        st.subheader(_("New · {count}").format(count=len(fresh)), anchor=False)
        keys = {place: _key(page, template, place) for place in fresh}
        _all_or_none(_, list(keys.values()))
        for place, key in keys.items():
            takes[place] = _new(page, pairs[place].theirs, titles, key=key)
    return takes


def _key(page: EventScreen, template: str, place: int) -> str:
    return state.widget_key("merge", page.event_id, template, place)


def _all_or_none(_: Translator, keys: list[str]) -> None:
    with st.container(horizontal=True):
        for label, key, value in ((_("Tick all"), "merge_all", True), (_("Tick none"), "merge_none", False)):
            st.button(label, key=key, type="tertiary", on_click=_set, args=(keys, value))


def _set(keys: list[str], value: bool) -> None:
    for key in keys:
        state.put_widget(key, value)


def _new(page: EventScreen, line: InstrumentTask, titles: Titles, *, key: str) -> Take:
    if state.widget_value(key) is None:
        state.put_widget(key, True)
    title = plain(f"{_day(line, titles, page._)} · {line.title.said_in(page.language)}")
    return Take.ADD if st.checkbox(title, key=key) else Take.LEAVE


def _alike(page: EventScreen, pair: Pair, titles: Titles, *, key: str) -> Take:
    """Both texts side by side, what would be saved, and a warning where that breaks a minimum."""
    _, mine = page._, pair.mine
    assert mine is not None
    words = _words(_)
    with st.container(border=True):
        left, right = st.columns(2)
        left.markdown("**" + _("Your task") + "**  \n" + _mine(page, mine))
        right.markdown("**" + _("In the template") + "**  \n" + _theirs(page, pair.theirs, titles))
        take = st.selectbox(
            _("What stays"), list(pair.choices), key=key, format_func=lambda each: words[each], placeholder=_("Choose")
        )
        st.caption(_why(pair.why, _))
        broken = broken_minimum(mine, taken(mine, line_as_task(pair.theirs), take), page.event)
        if broken:
            st.warning(minimum_reason(broken, _), icon=":material/warning:")
    return take


def _words(_: Translator) -> dict[Take, str]:
    return {
        Take.MINE: _("Keep mine"),
        Take.THEIRS: _("Take theirs"),
        Take.BOTH: _("Keep both"),
        Take.DAY: _("Take their day only"),
        Take.BENCHMARK: _("Take their benchmark only"),
    }


def _why(why: Alike | None, _: Translator) -> str:
    if why is Alike.RULE:
        return _("Both stand for the same rule of the lead times.")
    return _("The titles are the same.") if why is Alike.TITLE else _("The titles are much alike.")


def _mine(page: EventScreen, task: Task) -> str:
    day = day_text(task.pinned_on, page.language) if task.pinned_on else _day(task, {}, page._)
    owner = task.owner or task.owner_role.said_in(page.language)
    return _facts(task.title.said_in(page.language), day, owner, task.benchmark.said_in(page.language))


def _theirs(page: EventScreen, line: InstrumentTask, titles: Titles) -> str:
    language = page.language
    owner, benchmark = line.owner_role.said_in(language), line.benchmark.said_in(language)
    return _facts(line.title.said_in(language), _day(line, titles, page._), owner, benchmark)


def _facts(title: str, *facts: str) -> str:
    return plain(title) + "  \n" + plain(" · ".join(fact for fact in facts if fact))


def _day(counted: Task | InstrumentTask, titles: Titles, _: Translator) -> str:
    """ "D−30", or in words what else it counts from."""
    if counted.offset_days is None:
        return "—"
    if counted.counted_from is CountedFrom.EVENT and not counted.is_working_days:
        return lead_mark(counted.offset_days)
    other = titles.get(counted.after, Text()) if isinstance(counted, InstrumentTask) else Text()
    return counting_words(counted, other, _)
