"""Where imported or pasted sessions go: among those of a day, as further days, or instead of the agenda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from facilitation.domain.agenda import Agenda
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.ui import state
from facilitation.ui.agenda_view import CHOSEN_ITEM
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen

if TYPE_CHECKING:
    from facilitation.services.imports import AgendaPreview

CHOICE = "agenda_import_choice"
AFTER, END, APPEND, REPLACE = "after", "end", "append", "replace"


@dataclass(frozen=True, slots=True)
class ImportPlace:
    """The chosen place; ``preview`` is what the sessions look like there, with the clock times they will have."""

    choice: str
    day: int
    after_id: str
    preview: AgendaPreview
    timed: tuple[TimedItem, ...]

    def save(self, page: EventScreen, done: str) -> None:
        """Save the sessions there."""
        imports, event_id = page.app.imports, page.event_id
        if self.choice in (AFTER, END):
            attempt(imports.insert_agenda, event_id, self.preview, day=self.day, after_id=self.after_id, done=done)
        else:
            attempt(imports.save_agenda, event_id, self.preview, is_replacing=self.choice == REPLACE, done=done)


def import_place(page: EventScreen, preview: AgendaPreview, *, is_pasted: bool) -> ImportPlace:
    """Ask where the sessions go. An event without sessions has no choice; what has several days goes to days."""
    agenda = page.app.agendas.get(page.event_id)
    day = int(state.widget_value(state.widget_key("agenda_day", page.event_id)) or 1)
    after_id = state.chosen(CHOSEN_ITEM)
    words = _words(page, agenda, preview, after_id=after_id, day=day)
    choice = REPLACE
    if len(words) > 1:
        options = list(words)
        default = 0 if is_pasted else options.index(APPEND)
        choice = st.radio(_question(page), options, default, format_func=lambda name: words[name], key=CHOICE)
    if choice not in (AFTER, END):
        timed = timed_items(Agenda(page.event_id, preview.days), preview.first_on or page.event.starts_on)
        return ImportPlace(str(choice), day, "", preview, timed)
    where = after_id if choice == AFTER else ""
    inserted, shown = page.app.imports.with_inserted(agenda, preview, day=day, after_id=where)
    return ImportPlace(str(choice), day, where, shown, timed_items(inserted, page.event.starts_on))


def _question(page: EventScreen) -> str:
    return page._("The event has an agenda already")


def _words(page: EventScreen, agenda: Agenda, preview: AgendaPreview, *, after_id: str, day: int) -> dict[str, str]:
    """The places there are, as a person reads them."""
    _ = page._
    words = {}
    before = next((item for each in agenda.days[day - 1 : day] for item in each.items if item.id == after_id), None)
    if before and len(preview.days) == 1:
        words[AFTER] = _("After “{title}”").format(title=plain(before.title.said_in(page.language)))
    if any(each.items for each in agenda.days):
        if len(preview.days) == 1:
            words[END] = _("At the end of day {number}").format(number=day)
        words[APPEND] = _("Add the days after the last day of the agenda")
    words[REPLACE] = _("Replace the agenda of the event")
    return words
