"""The harvest of a world café: one field per table, round by round."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from facilitation.services.photos import Place
from facilitation.ui import state
from facilitation.ui.fields import text_field
from facilitation.ui.kept_typing import drop_drafts, keep_typing
from facilitation.ui.messages import attempt, plain
from facilitation.ui.notes_drafts import harvest_key
from facilitation.ui.notes_photos import photos_of_table
from facilitation.ui.notes_view import NotesView
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

COLUMNS = 3


def harvest_grid(page: EventScreen, view: NotesView) -> None:
    """Progress in words, the round, its question, and a field for every table."""
    _, cafe = page._, view.cafe
    if cafe is None:
        return
    rounds = list(range(1, _round_count(view) + 1))
    written = {(note.round, note.table) for note in view.harvest}
    st.write(
        _("{written} of {total} harvests are written down: {tables} tables in {rounds} rounds.").format(
            written=len(written), total=len(rounds) * cafe.table_count, tables=cafe.table_count, rounds=len(rounds)
        )
    )
    number = _round_choice(page, view, rounds)
    if number <= len(cafe.questions):
        st.markdown("**" + plain(cafe.questions[number - 1].said_in(page.language)) + "**")
    tables = list(range(1, cafe.table_count + 1))
    photos = page.app.photos.list_for(page.event_id, view.item.id)
    for start in range(0, len(tables), COLUMNS):
        for column, table in zip(st.columns(COLUMNS), tables[start : start + COLUMNS], strict=False):
            with column:
                _table_field(page, view, number, table)
                photos_of_table(page, photos, Place(view.item.id, number, table))
    st.caption(_("Each field is saved when you leave it, and kept at every pause while you type."))
    keep_typing(page, [harvest_key(view.item.id, number, table) for table in tables])


def _round_count(view: NotesView) -> int:
    asked = view.cafe.round_count if view.cafe else 0
    return max(1, asked, *(note.round or 0 for note in view.harvest), 1)


def _round_choice(page: EventScreen, view: NotesView, rounds: list[int]) -> int:
    _ = page._
    tables = view.cafe.table_count if view.cafe else 0

    def name(number: int) -> str:
        done = len({note.table for note in view.harvest if note.round == number})
        return _("Round {number} ({done} of {tables})").format(number=number, done=done, tables=tables)

    names = {number: name(number) for number in rounds}
    return switch(_("Round"), names, key=state.widget_key("harvest_round", view.item.id))


def _table_field(page: EventScreen, view: NotesView, number: int, table: int) -> None:
    cell = [note for note in view.harvest if (note.round, note.table) == (number, table)]
    seen = cell[0].text if cell else ""
    text_field(
        _table_name(page, view, number, table),
        seen,
        key=harvest_key(view.item.id, number, table),
        save=_save(page, view, number, table, seen=seen),
        rows=4,
    )
    for note in cell[1:]:
        st.caption("• " + plain(note.text))


def _table_name(page: EventScreen, view: NotesView, number: int, table: int) -> str:
    _, seating = page._, view.cafe.seating if view.cafe else None
    hosts = seating.hosts_in(number) if seating and number <= len(seating.rounds) else ()
    host = view.record.participation(hosts[table - 1]) if table <= len(hosts) else None
    if host is None:
        return _("Table {number}").format(number=table)
    return plain(_("Table {number} · {host}").format(number=table, host=host.person.name))


def _save(page: EventScreen, view: NotesView, number: int, table: int, *, seen: str) -> Callable[[Any], None]:
    def keep(text: Any) -> None:
        words = str(text or "")
        note = attempt(
            page.app.notes.write_harvest,
            page.event_id,
            view.item.id,
            round_number=number,
            table=table,
            text=words,
            seen=seen,
        )
        if note is not None or not words.strip():
            drop_drafts(page, harvest_key(view.item.id, number, table))

    return keep
