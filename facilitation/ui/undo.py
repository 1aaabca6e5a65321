"""The undo button of a screen."""

from __future__ import annotations

from facilitation.i18n.verbs import verb_label
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen


def undo_button(page: EventScreen, subject: str) -> None:
    """Undo (Ctrl+Z) for one kind of thing, as soon as there is something; its help says what it would take back."""
    _ = page._
    last = page.app.history.can_undo(page.event_id, subject)
    if last is None:
        return
    page.buttons.button(
        _("Undo"),
        key=f"undo_{subject}",
        icon=":material/undo:",
        shortcut="Ctrl+Z",
        help=_("Takes back: {change}").format(change=verb_label(last.verb, _)),
        on_click=_undo,
        args=(page, subject),
    )


def _undo(page: EventScreen, subject: str) -> None:
    attempt(page.app.history.undo, page.event_id, subject, done=page._("Taken back."))
