"""One row for every role of the checklist: who takes it, who stands in, and what was given to others by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from facilitation.planning.role_owners import RoleOwner, role_owners
from facilitation.ui import state
from facilitation.ui.fields import choice_field
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_view import TaskView

MOST_ROLES = 15
ALL_ROLES = "all_roles"


def roles_part(page: EventScreen, view: TaskView) -> None:
    """The roles with open tasks, each with its person and deputy."""
    _ = page._
    roles = [role for role in role_owners(view.tasks) if role.open]
    st.header(_("Roles and people"), anchor=False)
    if not roles:
        st.write(_("No open task has a role. Roles come from instruments, or are written in a task."))
        return
    st.caption(
        _("Whoever takes a role gets its open tasks. What was given to somebody by hand stays until you say otherwise.")
    )
    names = page.app.task_owners.names(page.event_id)
    shown = roles if state.chosen(ALL_ROLES) else roles[:MOST_ROLES]
    for role in shown:
        _role(page, role, names)
    if len(shown) < len(roles):
        more = _("Show all {count} roles").format(count=len(roles))
        st.button(more, key="all_roles", type="tertiary", on_click=state.choose, args=(ALL_ROLES, "yes"))


def _role(page: EventScreen, role: RoleOwner, names: Sequence[str]) -> None:
    _ = page._
    facts, owner, deputy = st.columns([3, 4, 4], vertical_alignment="center")
    with facts:
        st.markdown(f"**{plain(_title(page, role))}**")
        count = _.plural("{count} open task", "{count} open tasks", len(role.open)).format(count=len(role.open))
        st.caption(_("{count} of {total}").format(count=count, total=role.count))
    with owner:
        _name_field(page, role, names, field="owner")
    with deputy:
        _name_field(page, role, names, field="deputy")
    if role.given:
        _given(page, role)


def _title(page: EventScreen, role: RoleOwner) -> str:
    return role.role.said_in(page.language)


def _key(page: EventScreen, role: RoleOwner, field: str) -> str:
    return state.widget_key("role", page.event_id, role.role.sq, role.role.en, field)


def _name_field(page: EventScreen, role: RoleOwner, names: Sequence[str], *, field: str) -> None:
    _ = page._
    label, stored = (_("Person or office"), role.owner) if field == "owner" else (_("Deputy"), role.deputy)
    choice_field(
        label,
        [*names, *([stored] if stored and stored not in names else [])],
        stored or None,
        key=_key(page, role, field),
        save=_saving(page, role, field),
        format_func=str,
        placeholder=_("Choose or type a name"),
        accept_new=True,
    )


def _saving(page: EventScreen, role: RoleOwner, field: str) -> Callable[[Any], None]:
    owners = page.app.task_owners
    give = owners.give_role if field == "owner" else owners.give_role_deputy

    def save(name: Any) -> None:
        changed = attempt(give, page.event_id, role.role, name or "")
        if changed is not None:
            state.say("done", _what_changed(page, role, changed))

    return save


def _what_changed(page: EventScreen, role: RoleOwner, changed: int) -> str:
    _ = page._
    words = _.plural("“{role}”: {count} task changed.", "“{role}”: {count} tasks changed.", changed)
    parts = [words.format(role=_title(page, role), count=changed)]
    if role.given:
        stays = _.plural("{count} given by hand stays.", "{count} given by hand stay.", len(role.given))
        parts.append(stays.format(count=len(role.given)))
    return " ".join(parts)


def _given(page: EventScreen, role: RoleOwner) -> None:
    """What others were given by hand: it changes only when it is chosen here."""
    _ = page._
    given = {task.id: f"{task.title.said_in(page.language)} · {task.owner}" for task in role.given}
    words = _.plural("{count} task was given to somebody else", "{count} tasks were given to others", len(given))
    with st.expander(words.format(count=len(given))):
        if not role.owner:
            st.markdown("\n".join(f"- {plain(text)}" for text in given.values()))
            st.caption(_("Choose who takes the role to give these tasks too."))
            return
        key = _key(page, role, "given")
        st.multiselect(
            _("Tasks to give to {name} as well").format(name=role.owner),
            list(given),
            key=key,
            format_func=lambda task_id: given.get(task_id, ""),
            placeholder=_("Choose the tasks that change hands"),
        )
        st.button(_("Give them"), key=_key(page, role, "give"), on_click=_give, args=(page, role, key))


def _give(page: EventScreen, role: RoleOwner, key: str) -> None:
    chosen = state.widget_value(key) or ()
    changed = attempt(page.app.task_owners.give, page.event_id, chosen, role.owner)
    if changed is not None:
        words = page._.plural("“{role}”: {count} task changed.", "“{role}”: {count} tasks changed.", changed)
        state.say("done", words.format(role=_title(page, role), count=changed))
        state.put_widget(key, [])
