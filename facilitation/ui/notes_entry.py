"""Writing a note: its kind, who said it, then the words; Enter saves and the field is free for the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

import streamlit as st

from facilitation.domain.agenda import Attribution
from facilitation.domain.event import Sector
from facilitation.domain.note import NoteKind
from facilitation.errors import mark
from facilitation.i18n.labels import note_kind_label, sector_label
from facilitation.planning.note_prefix import OWNED, SPOKEN, position_of
from facilitation.ui import state
from facilitation.ui.dates import DATE_FORMAT
from facilitation.ui.kept_typing import drop_drafts
from facilitation.ui.messages import attempt, plain
from facilitation.ui.notes_drafts import entry_key
from facilitation.ui.notes_facts import (
    CONSENT,
    DUE,
    OWNER,
    ROLE,
    SECTOR,
    SPEAKER,
    note_facts,
    person_named,
    understood,
)
from facilitation.ui.notes_view import NotesView
from facilitation.ui.page_head import EventScreen
from facilitation.ui.sent_lines import watch_sent_lines
from facilitation.ui.switches import switch

KINDS = tuple(kind for kind in NoteKind if kind not in (NoteKind.HARVEST, NoteKind.SYNTHESIS))
PLACEHOLDERS: Mapping[NoteKind, str] = {
    NoteKind.KEY_POINT: mark("What was said, in one or two sentences"),
    NoteKind.QUOTE: mark("The exact words"),
    NoteKind.QUESTION: mark("The question that was asked"),
    NoteKind.RECOMMENDATION: mark("What is recommended"),
    NoteKind.COMMITMENT: mark("What will be done"),
    NoteKind.PARKING_LOT: mark("What is set aside for another day"),
}
TEXT, KIND = "text", "kind"
FIELDS = (TEXT, KIND, SPEAKER, ROLE, SECTOR, CONSENT, OWNER, DUE)
KEYS_LINE = mark(
    'At the start of a line: " exact words · ! recommendation · > commitment · ? question · # parking lot · '
    "@name: who speaks · > who, by 30.4.: what"
)
ENTRY_HEIGHT = 72


def note_entry(page: EventScreen, view: NotesView) -> None:
    """The fields of a new note, as they were left if the page was closed in between."""
    _, item = page._, view.item
    _bring_back(page, view)
    key = entry_key(item.id, KIND)
    _line_field(page, view, NoteKind(state.widget_value(key)))
    kinds = {kind: note_kind_label(kind, _) for kind in KINDS}
    kind = NoteKind(switch(_("Kind of note"), kinds, key=key, on_change=_keep, args=(page, item.id, KIND)))
    if kind in SPOKEN:
        _speaker_fields(page, view, kind)
    elif kind in OWNED:
        _owner_fields(page, view, kind)


def _line_field(page: EventScreen, view: NotesView, kind: NoteKind) -> None:
    """The field for one line after another, and the signs that may stand in front."""
    _ = page._
    with st.container():
        st.chat_input(
            _(PLACEHOLDERS[kind]),
            key=entry_key(view.item.id, TEXT),
            height=ENTRY_HEIGHT,
            on_submit=_write,
            args=(page, view),
        )
    st.caption(
        plain(_(KEYS_LINE))
        + "  \n"
        + _("Enter saves the note; Shift and Enter start a new line. What you type is kept at every pause.")
    )
    watch_sent_lines(entry_key(view.item.id, TEXT), partial(save_late_lines, page, view))


def _bring_back(page: EventScreen, view: NotesView) -> None:
    """Fill the fields when they appear: from what was left unsaved, else empty."""
    item_id = view.item.id
    if state.widget_value(entry_key(item_id, KIND)) is not None:
        return
    drafts = page.app.preferences.drafts(page.event_id)
    left = {field: drafts.get(entry_key(item_id, field), "") for field in FIELDS}
    state.put_widget(entry_key(item_id, KIND), NoteKind(left[KIND]) if left[KIND] in KINDS else NoteKind.KEY_POINT)
    for field in (SPEAKER, ROLE, OWNER):
        state.put_widget(entry_key(item_id, field), left[field] or ("" if field != SPEAKER else None))
    state.put_widget(entry_key(item_id, SECTOR), Sector(left[SECTOR]) if left[SECTOR] in set(Sector) else None)
    state.put_widget(entry_key(item_id, CONSENT), bool(left[CONSENT]))
    state.put_widget(entry_key(item_id, DUE), date.fromisoformat(left[DUE]) if left[DUE] else None)
    if left[TEXT].strip() and not _is_written(view, left[TEXT]):
        state.put_widget(entry_key(item_id, TEXT), left[TEXT])


def _is_written(view: NotesView, line: str) -> bool:
    """Whether a line is a note already, with its sign or without it."""
    texts = {line.strip(), understood(view, line, NoteKind.KEY_POINT).text}
    return any(note.text in texts for note in view.notes)


def _keep(page: EventScreen, item_id: str, field: str) -> None:
    """Keep a field beside the text, too, so that a reload brings the whole note back."""
    key = entry_key(item_id, field)
    value = state.widget_value(key)
    text = value.isoformat() if isinstance(value, date) else str(value or "")
    attempt(page.app.preferences.keep_draft, page.event_id, key, text)


def _speaker_fields(page: EventScreen, view: NotesView, kind: NoteKind) -> None:
    _, item = page._, view.item
    if item.attribution is Attribution.NOBODY:
        st.caption(_("Nobody is named in this session, so the note asks for no speaker."))
        return
    names = speaker_names(view)
    first, second, third = st.columns(3)
    first.selectbox(
        _("Speaker"),
        names,
        index=None,
        key=entry_key(item.id, SPEAKER),
        accept_new_options=True,
        on_change=_speaker_chosen,
        args=(page, view),
        placeholder=_("Choose or type"),
        persist_state="session",
    )
    second.text_input(
        _("Role"),
        key=entry_key(item.id, ROLE),
        on_change=_keep,
        args=(page, item.id, ROLE),
        persist_state="session",
    )
    third.selectbox(
        _("Sector"),
        list(Sector),
        index=None,
        key=entry_key(item.id, SECTOR),
        format_func=lambda sector: sector_label(sector, _),
        on_change=_keep,
        args=(page, item.id, SECTOR),
        placeholder=_("Choose"),
        persist_state="session",
    )
    if kind is NoteKind.QUOTE:
        st.toggle(
            _("The speaker agrees to be quoted"),
            key=entry_key(item.id, CONSENT),
            on_change=_keep,
            args=(page, item.id, CONSENT),
            help=_("Without this consent the exact words stay out of the proceedings."),
        )


def _owner_fields(page: EventScreen, view: NotesView, kind: NoteKind) -> None:
    _, item = page._, view.item
    left, right = st.columns([2, 1])
    left.text_input(
        _("Who will do it (person or office)") if kind is NoteKind.COMMITMENT else _("For whom (office)"),
        key=entry_key(item.id, OWNER),
        on_change=_keep,
        args=(page, item.id, OWNER),
    )
    right.date_input(
        _("By when"),
        None,
        key=entry_key(item.id, DUE),
        format=DATE_FORMAT,
        on_change=_keep,
        args=(page, item.id, DUE),
    )


def speaker_names(view: NotesView) -> list[str]:
    """Who may speak: those of the session first, then everybody in the event."""
    item = view.item
    of_session = [entry.name for entry in (*item.speakers, *item.facilitators)]
    noted = [note.speaker for note in view.notes if note.speaker]
    return list(dict.fromkeys((*of_session, *noted, *(part.person.name for part in view.record.participations))))


def _speaker_chosen(page: EventScreen, view: NotesView) -> None:
    item_id = view.item.id
    name = str(state.widget_value(entry_key(item_id, SPEAKER)) or "")
    role, sector = position_of(person_named(view, name))
    state.put_widget(entry_key(item_id, ROLE), role)
    state.put_widget(entry_key(item_id, SECTOR), Sector(sector) if sector else None)
    for field in (SPEAKER, ROLE, SECTOR):
        _keep(page, item_id, field)


def _write(page: EventScreen, view: NotesView) -> None:
    """Save the note; if that fails, its words go back into the field."""
    key = entry_key(view.item.id, TEXT)
    text = str(state.widget_value(key) or "")
    state.pick(key, (*state.picked(key), text.strip()))
    if not _save(page, view, text):
        state.put_widget(key, text)
        return
    drop_drafts(page, *(entry_key(view.item.id, field) for field in FIELDS))
    for field, empty in ((CONSENT, False), (OWNER, ""), (DUE, None)):
        state.put_widget(entry_key(view.item.id, field), empty)


def _save(page: EventScreen, view: NotesView, text: str) -> bool:
    shown = NoteKind(state.widget_value(entry_key(view.item.id, KIND)) or NoteKind.KEY_POINT)
    note = understood(view, text, shown)
    facts = note_facts(view, note, shown)
    return attempt(page.app.notes.add, page.event_id, view.item.id, note.kind, note.text, **facts) is not None


def save_late_lines(page: EventScreen, view: NotesView, lines: Sequence[str]) -> None:
    """Save lines sent with Enter that never arrived."""
    key = entry_key(view.item.id, TEXT)
    late = Counter(line.strip() for line in lines) - Counter(state.picked(key))
    for line in late.elements():
        state.pick(key, (*state.picked(key), line))
        _save(page, view, line)
