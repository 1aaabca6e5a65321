"""What was promised in the events of a series and is still open; a tick says it was kept."""

from __future__ import annotations

import streamlit as st

from facilitation.i18n.formats import short_day_text
from facilitation.planning.commitments import OpenCommitment
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.series_view import SeriesView


def commitments_list(page: EventScreen, view: SeriesView) -> None:
    """All open commitments, the first due on top."""
    _, found = page._, view.found.commitments
    if not found:
        st.write(_("No commitment is open. They are written as notes of the kind “Commitment” in a session."))
        return
    late = sum(entry.days_late(view.today) > 0 for entry in found)
    st.caption(
        _.plural("{count} open commitment", "{count} open commitments", len(found)).format(count=len(found))
        + ", "
        + _("{count} late. A tick says it was kept today.").format(count=late)
    )
    known = {entry.note_id: entry for entry in found}
    row_list(
        [_row(page, view, entry) for entry in found],
        key=state.widget_key("commitment_rows", view.series.id),
        label=_("Open commitments"),
        on_ticked=lambda note_id, on: _tick(page, view, known[note_id], on),
    )


def owner_words(page: EventScreen, entry: OpenCommitment) -> str:
    """Who answers for it, or that nobody does."""
    return entry.owner or page._("nobody named")


def made_in(page: EventScreen, entry: OpenCommitment) -> str:
    """ "Komiteti Rajonal, 15.03.2027": the event it was promised in."""
    event, language = entry.event, page.language
    return f"{event.title.said_in(language)}, {short_day_text(event.starts_on, language)}"


def _row(page: EventScreen, view: SeriesView, entry: OpenCommitment) -> Row:
    _, days = page._, entry.days_late(view.today)
    return Row(
        id=entry.note_id,
        lead=short_day_text(entry.due_on, page.language) if entry.due_on else "—",
        title=entry.text,
        facts=owner_words(page, entry),
        below=made_in(page, entry),
        remark=_.plural("{count} day late", "{count} days late", days).format(count=days) if days else "",
        level="block" if days else "",
        trail=_("in the checklist") if entry.task_id else "",
        is_checked=False,
    )


def _tick(page: EventScreen, view: SeriesView, entry: OpenCommitment, on: bool) -> None:
    attempt(
        page.app.commitments.set_done,
        entry,
        view.today if on else None,
        done=page._("Entered as kept. It stands as kept in the notes of its event."),
    )
