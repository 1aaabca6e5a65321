"""Who sits at this computer, and which tasks are theirs: their own, and those they stand in for."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from facilitation.planning.progress import is_mine
from facilitation.services.overview import DatedTask
from facilitation.ui import state
from facilitation.ui.fields import choice_field
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen

OWN_NAME = "own_name"


def own_name_choice(page: EventScreen) -> str:
    """The button that says who sits here, with the choice behind it; answers the name ("" = not said)."""
    _, me = page._, page.app.preferences.own_name()
    label = _("I am {name}").format(name=plain(me)) if me else _("Who are you?")
    with st.popover(
        label, icon=":material/person:", key="own_name_choice", type="tertiary", on_change="rerun"
    ) as place:
        if place.open:
            _own_name_field(page, me)
    return me


def _own_name_field(page: EventScreen, me: str) -> None:
    _ = page._
    names = page.app.task_owners.names(page.event_id)
    choice_field(
        _("I am"),
        [*names, *([me] if me and me not in names else [])],
        me or None,
        key=state.widget_key(OWN_NAME, page.event_id),
        save=lambda name: attempt(page.app.preferences.choose_own_name, name or ""),
        format_func=str,
        placeholder=_("Choose or type a name"),
        accept_new=True,
        help=_(
            "Your own tasks, and those you stand in for, come first from now on. Empty the field to see everybody’s."
        ),
    )


def mine_switch(page: EventScreen) -> None:
    """The switch for one's own tasks beside the filters; without a name it is asked for first."""
    _ = page._
    if own_name_choice(page):
        help_text = _("Your own tasks, and those you stand in for.")
        st.toggle(_("My tasks"), key=mine_key(page), help=help_text, persist_state="session")


def mine_key(page: EventScreen) -> str:
    """The key of this switch."""
    return state.widget_key("task_filter", "mine", page.event_id)


def mine_of(rows: Iterable[DatedTask], me: str) -> tuple[DatedTask, ...]:
    """The tasks of a person, as owner or deputy; everybody's where no name was said."""
    return tuple(row for row in rows if not me or is_mine(row.task, me))


def name_of_filter(page: EventScreen) -> str:
    """Whose tasks alone are wanted on the checklist ("" = everybody's)."""
    return page.app.preferences.own_name() if state.widget_value(mine_key(page)) else ""
