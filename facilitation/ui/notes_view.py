"""What the notes screen reads once per run, and the head of the session on it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from facilitation.domain.agenda import AgendaItem, Attribution, ItemKind
from facilitation.domain.cafe import Cafe
from facilitation.domain.note import Note, NoteKind
from facilitation.domain.proceedings import HarvestTheme
from facilitation.domain.record import EventRecord
from facilitation.i18n.formats import clock_span_text, day_text
from facilitation.i18n.labels import attribution_label, kind_label
from facilitation.planning.agenda_timing import TimedItem, timed_items
from facilitation.ui import state
from facilitation.ui.fields import choice_field
from facilitation.ui.messages import attempt, plain
from facilitation.ui.navigation import go_to
from facilitation.ui.notes_drafts import item_left
from facilitation.ui.page_head import EventScreen
from facilitation.ui.session_choice import chosen_session
from facilitation.ui.switches import switch

CHOSEN_ITEM, CHOSEN_NOTE = "notes_item", "note"


@dataclass(frozen=True, slots=True)
class NotesView:
    """The session on the screen, its notes in the order they were written, and its café where it has one."""

    record: EventRecord
    timed: tuple[TimedItem, ...]
    chosen: TimedItem
    cafe: Cafe | None

    @property
    def item(self) -> AgendaItem:
        """The session itself."""
        return self.chosen.item

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes of the session."""
        return tuple(note for note in self.record.notes if note.item_id == self.item.id)

    @property
    def harvest(self) -> tuple[Note, ...]:
        """What the tables brought out."""
        return tuple(note for note in self.notes if note.kind is NoteKind.HARVEST)

    @property
    def themes(self) -> tuple[HarvestTheme, ...]:
        """The themes under which the harvest of the session is gathered."""
        return tuple(theme for theme in self.record.proceedings.themes if theme.item_id in ("", self.item.id))


def notes_view(page: EventScreen) -> NotesView:
    """Read the event and find the session; without any session an empty state, and the script stops."""
    record = page.app.events.record(page.event_id)
    timed = timed_items(record.agenda, record.event.starts_on)
    chosen = chosen_session(timed, CHOSEN_ITEM, item_left(page) or page.app.agendas.item_now(record))
    if chosen is None:
        _no_session(page)
        st.stop()
    # The session stays while the clock goes on: nobody's half-written note may jump to the next one.
    state.choose(CHOSEN_ITEM, chosen.item.id)
    is_cafe = chosen.item.kind is ItemKind.WORLD_CAFE
    return NotesView(record, timed, chosen, page.app.cafes.get(page.event_id, chosen.item.id) if is_cafe else None)


def _no_session(page: EventScreen) -> None:
    _ = page._
    st.write(_("The agenda has no session yet. Notes belong to a session."))
    if st.button(_("Open the agenda"), type="primary", key="notes_to_agenda"):
        go_to("agenda")


def session_head(page: EventScreen, view: NotesView) -> None:
    """When and what the session is, the question put to it, and how its speakers may be shown."""
    _, item = page._, view.item
    question = view.record.guide.sheet(item.id).question
    clock = clock_span_text(view.chosen.starts_at, view.chosen.ends_at)
    facts = (day_text(page.event.day(view.chosen.day), page.language), clock, kind_label(item.kind, _), item.room)
    left, right = st.columns([5, 3], vertical_alignment="bottom")
    left.caption(plain(" · ".join(fact for fact in facts if fact)))
    if question and view.cafe is None:
        left.markdown("**" + plain(question.said_in(page.language)) + "**")
    with right:
        choice_field(
            _("How speakers may be shown"),
            list(Attribution),
            item.attribution,
            key=state.widget_key("notes_rule", item.id),
            save=lambda rule: _save_rule(page, item, rule),
            format_func=lambda rule: attribution_label(rule, _),
        )


def _save_rule(page: EventScreen, item: AgendaItem, rule: Attribution) -> None:
    attempt(page.app.agendas.edit_item, page.event_id, item, replace(item, attribution=rule))


def notes_shape(page: EventScreen, view: NotesView) -> str:
    """A switch between notes and photos; where tables harvest, their fields come first, then the themes."""
    _ = page._
    shapes = {"harvest": _("Harvest of the tables"), "themes": _("Harvest by theme"), "notes": _("Notes")}
    if view.cafe is None:
        has_results = bool(view.harvest)
        shapes = {"notes": shapes["notes"], **({"themes": shapes["themes"]} if has_results else {})}
    key = "notes_shape" if "harvest" in shapes else "notes_shape_plain"
    return switch(_("View"), {**shapes, "photos": _("Photos")}, key=key, keeps=True)
