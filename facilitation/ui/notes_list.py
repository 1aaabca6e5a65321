"""What was written in the session, the latest first; each note can be changed where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from facilitation.domain.agenda import Attribution
from facilitation.domain.event import Sector
from facilitation.domain.note import Note, NoteKind
from facilitation.i18n.formats import clock_text, day_text
from facilitation.i18n.labels import attributed_text, note_kind_label, sector_label
from facilitation.planning.attribution import attributed
from facilitation.planning.note_prefix import OWNED, SPOKEN
from facilitation.planning.note_sources import missing_sources
from facilitation.ui import state
from facilitation.ui.fields import choice_field, date_field, text_field, tick_field, trimmed
from facilitation.ui.kept_typing import drop_drafts
from facilitation.ui.messages import attempt, plain, plain_lines
from facilitation.ui.notes_drafts import note_text_key
from facilitation.ui.notes_entry import KINDS
from facilitation.ui.notes_facts import person_named
from facilitation.ui.notes_view import CHOSEN_NOTE, NotesView
from facilitation.ui.page_head import EventScreen

PAGE_SIZE = 40
CLOCK_WIDTH = 48


def open_note(view: NotesView) -> str:
    """The id of the note that stands open for changing ("" = none)."""
    wanted = state.chosen(CHOSEN_NOTE)
    return wanted if any(note.id == wanted for note in view.notes) else ""


def notes_list(page: EventScreen, view: NotesView) -> None:
    """All notes of the session; a pencil opens one in its place."""
    _ = page._
    notes = sorted(view.notes, key=lambda note: note.position, reverse=True)
    st.header(_("Notes of this session ({count})").format(count=len(notes)), anchor=False)
    if not notes:
        st.write(_("Nothing is written down yet. The first note stands here as soon as you press Enter."))
        return
    pages, number = -(-len(notes) // PAGE_SIZE), 1
    if pages > 1:
        number = st.pagination(pages, key=state.widget_key("notes_pages", view.item.id, pages))
    for note in notes[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]:
        if note.id == state.chosen(CHOSEN_NOTE):
            _note_fields(page, view, note)
        else:
            _note_row(page, view, note)


def _note_row(page: EventScreen, view: NotesView, note: Note) -> None:
    _ = page._
    words = f"**{note_kind_label(note.kind, _)}** — {plain_lines(note.text)}"
    below = [*_said_by(page, view, note), *_still_open(page, note), *_lost(page, view, note)]
    with st.container(horizontal=True, wrap=False, vertical_alignment="top"):
        st.markdown(f":gray[{clock_text(note.written_at)}]" if note.written_at else "—", width=CLOCK_WIDTH)
        st.markdown(words + ("  \n" + " · ".join(below) if below else ""), width="stretch")
        st.button(
            "",
            key=state.widget_key("edit_note", note.id),
            type="tertiary",
            icon=":material/edit:",
            help=_("Edit this note"),
            on_click=state.choose,
            args=(CHOSEN_NOTE, note.id),
        )


def _said_by(page: EventScreen, view: NotesView, note: Note) -> list[str]:
    """Who said it, as far as the rule of the session shows it, and what belongs to the kind."""
    _ = page._
    facts = []
    if note.kind in SPOKEN:
        facts.append(attributed_text(attributed(note, view.item.attribution), _))
    if note.kind is NoteKind.HARVEST:
        facts.append(_("Round {round}, table {table}").format(round=note.round or "—", table=note.table or "—"))
    facts.append(note.owner)
    if note.due_on:
        facts.append(_("by {day}").format(day=day_text(note.due_on, page.language, with_year=True, with_weekday=False)))
    return [f":gray[{plain(fact)}]" for fact in facts if fact]


def _still_open(page: EventScreen, note: Note) -> list[str]:
    """What the proceedings would miss in this note."""
    _, missing = page._, []
    if note.kind is NoteKind.COMMITMENT and not note.owner:
        missing.append(_("no owner yet"))
    if note.kind is NoteKind.COMMITMENT and not note.due_on:
        missing.append(_("no date yet"))
    if note.kind is NoteKind.RECOMMENDATION and not note.owner:
        missing.append(_("not said for whom"))
    if note.kind is NoteKind.QUOTE and not note.quote_consent:
        missing.append(_("no consent to quote: stays out of the proceedings"))
    return [f":orange[{words}]" for words in missing]


def _lost(page: EventScreen, view: NotesView, note: Note) -> list[str]:
    """A remark on a line that sums up notes of which some were removed."""
    count = missing_sources(view.record.notes).get(note.id, 0) if note.kind is NoteKind.SYNTHESIS else 0
    if not count:
        return []
    words = page._.plural(
        "{count} note it rests on was removed", "{count} notes it rests on were removed", count
    ).format(count=count)
    return [f":orange[{words}]"]


def _note_fields(page: EventScreen, view: NotesView, note: Note) -> None:
    _ = page._

    def key(field: str) -> str:
        return state.widget_key("note", note.id, field)

    def save(field: str) -> Callable[[Any], None]:
        return lambda value: attempt(page.app.notes.edit, note, replace(note, **{field: value}))

    with st.container(border=True):
        text_field(_("Words"), note.text, key=note_text_key(note.id), save=_save_text(page, note), rows=4)
        if note.kind in KINDS:
            choice_field(
                _("Kind of note"),
                KINDS,
                note.kind,
                key=key("kind"),
                save=save("kind"),
                format_func=lambda kind: note_kind_label(kind, _),
            )
        if note.kind in SPOKEN and view.item.attribution is not Attribution.NOBODY:
            _speaker(page, view, note, key)
        if note.kind in OWNED:
            _owner(page, note, key, save)
        with st.container(horizontal=True):
            st.button(_("Close"), key="close_note", on_click=state.forget, args=(CHOSEN_NOTE,))
            st.button(_("Remove"), key="remove_note", icon=":material/delete:", on_click=_remove, args=(page, note))


def _save_text(page: EventScreen, note: Note) -> Callable[[Any], None]:
    def keep(text: Any) -> None:
        if attempt(page.app.notes.edit, note, replace(note, text=str(text or "").strip())) is not None:
            drop_drafts(page, note_text_key(note.id))

    return keep


def _speaker(page: EventScreen, view: NotesView, note: Note, key: Callable[[str], str]) -> None:
    _ = page._

    def save(**facts: Any) -> None:
        attempt(page.app.notes.edit, note, replace(note, **facts))

    def save_name(name: str) -> None:
        person = person_named(view, name)
        save(speaker=name, speaker_id=person.id if person else "")

    first, second, third = st.columns(3)
    with first:
        text_field(_("Speaker"), note.speaker, key=key("speaker"), save=trimmed(save_name))
    with second:
        text_field(_("Role"), note.speaker_role, key=key("role"), save=trimmed(lambda role: save(speaker_role=role)))
    with third:
        choice_field(
            _("Sector"),
            ["", *(sector.value for sector in Sector)],
            note.speaker_sector,
            key=key("sector"),
            save=lambda sector: save(speaker_sector=sector or ""),
            format_func=lambda sector: sector_label(Sector(sector), _) if sector in set(Sector) else sector or "—",
        )
    if note.kind is NoteKind.QUOTE:
        tick_field(
            _("The speaker agrees to be quoted"),
            note.quote_consent,
            key=key("consent"),
            save=lambda on: save(quote_consent=bool(on)),
        )


def _owner(page: EventScreen, note: Note, key: Callable[[str], str], save: Callable[[str], Any]) -> None:
    _ = page._
    left, right = st.columns([2, 1])
    is_promise = note.kind is NoteKind.COMMITMENT
    with left:
        label = _("Who will do it (person or office)") if is_promise else _("For whom (office)")
        text_field(label, note.owner, key=key("owner"), save=trimmed(save("owner")))
    with right:
        date_field(_("By when"), note.due_on, key=key("due"), save=save("due_on"))


def _remove(page: EventScreen, note: Note) -> None:
    attempt(page.app.notes.remove, note.id, done=page._("Note removed. Undo brings it back."))
    drop_drafts(page, note_text_key(note.id))
    state.forget(CHOSEN_NOTE)
