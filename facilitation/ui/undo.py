"""The undo and redo buttons of a screen."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import streamlit as st

from facilitation.domain.history import Change
from facilitation.i18n.verbs import verb_label
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen


def undo_button(page: EventScreen, subject: str, *others: str) -> None:
    """Undo (Ctrl+Z) and redo (Ctrl+Shift+Z) for one kind of thing, each as soon as there is something to do.

    Their help says in words what would be taken back or made again. Where a screen changes several kinds of things
    (``others``), the newest change of any of them comes first.
    """
    _, history, subjects = page._, page.app.history, (subject, *others)
    last = _newest(history.can_undo(page.event_id, each) for each in subjects)
    undone = _newest(history.can_redo(page.event_id, each) for each in subjects)
    if last is not None:
        page.buttons.button(
            _("Undo"),
            key=f"undo_{subject}",
            icon=":material/undo:",
            shortcut="Ctrl+Z",
            help=_("Takes back: {change}").format(change=verb_label(last.verb, _)),
            on_click=_undo,
            args=(page, last),
        )
    if undone is not None:
        page.buttons.button(
            _("Redo"),
            key=f"redo_{subject}",
            icon=":material/redo:",
            shortcut="Ctrl+Shift+Z",
            help=_("Makes again: {change}").format(change=verb_label(undone.verb, _)),
            on_click=_redo,
            args=(page, undone),
        )


def _newest(changes: Iterable[Change | None]) -> Change | None:
    return max((change for change in changes if change), key=lambda change: change.happened_at, default=None)


def undo_line(page: EventScreen, subject: str, verbs: Collection[str]) -> None:
    """A quiet undo beside what it takes back, on a screen whose own undo is of another kind of thing."""
    _, last = page._, page.app.history.can_undo(page.event_id, subject)
    if last is not None and last.verb in verbs:
        st.button(
            _("Undo"),
            key=f"undo_{subject}",
            icon=":material/undo:",
            type="tertiary",
            help=_("Takes back: {change}").format(change=verb_label(last.verb, _)),
            on_click=_undo,
            args=(page, last),
        )


def _undo(page: EventScreen, last: Change) -> None:
    done = page._("Taken back: {change}.").format(change=verb_label(last.verb, page._))
    attempt(page.app.history.undo, page.event_id, last.subject, done=done)


def _redo(page: EventScreen, undone: Change) -> None:
    done = page._("Made again: {change}.").format(change=verb_label(undone.verb, page._))
    attempt(page.app.history.redo, page.event_id, undone.subject, done=done)
