"""Owner and deputy of one task in its side panel, chosen from everybody known or typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitation.ui.fields import choice_field
from facilitation.ui.task_form import TaskForm


def owner_fields(form: TaskForm) -> None:
    """Both fields, saved on change."""
    _, page, task = form.page._, form.page, form.task
    names = page.app.task_owners.names(page.event_id)
    role = task.owner_role.said_in(page.language)
    for field, label, stored, placeholder in (
        ("owner", _("Owner (person or office)"), task.owner, role),
        ("deputy", _("Deputy"), task.deputy, ""),
    ):
        choice_field(
            label,
            [*names, *([stored] if stored and stored not in names else [])],
            stored or None,
            key=form.key(field),
            save=_tidied(form.save(field)),
            format_func=str,
            placeholder=placeholder or _("Choose or type a name"),
            accept_new=True,
        )


def _tidied(save: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda name: save(" ".join((name or "").split()))
