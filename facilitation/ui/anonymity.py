"""The anonymity check on the proceedings screen: every place with its words, and what is to become of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.domain.photo import PHOTO
from facilitation.domain.proceedings import VOLUME, Remedy, Section
from facilitation.errors import mark
from facilitation.i18n.formats import moment_text
from facilitation.i18n.labels import section_label
from facilitation.i18n.photo_words import people_label
from facilitation.i18n.translator import Translator
from facilitation.planning.photos import REASONS, people_shown
from facilitation.services.anonymity import CheckedPlace
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.photo_answers import photo_question

KINDS = {
    "name": mark("Name"),
    "phone": mark("Telephone"),
    "email": mark("E-mail"),
    "identity": mark("Identity number"),
    "address": mark("Address"),
    PHOTO: mark("Photo"),
}
MOST_SHOWN = 20


def anonymity_part(page: EventScreen, places: Sequence[CheckedPlace]) -> None:
    """What is open, one card each; what was answered, folded below."""
    _ = page._
    waiting = [place for place in places if place.answer is None]
    settled = [place for place in places if place.answer]
    if not waiting:
        st.markdown(":green-badge[" + _("In order") + "] " + _("Nothing in the texts tells who somebody is."))
    else:
        st.write(
            _.plural(
                "{count} place in the texts may tell who somebody is. The volume leaves once it is answered.",
                "{count} places in the texts may tell who somebody is. The volume leaves once they are answered.",
                len(waiting),
            ).format(count=len(waiting))
        )
    for place in waiting[:MOST_SHOWN]:
        (photo_question if place.exposure.kind == PHOTO else _card)(page, place)
    if len(waiting) > MOST_SHOWN:
        st.caption(_("{count} more follow when these are answered.").format(count=len(waiting) - MOST_SHOWN))
    if settled:
        with st.expander(_("Answered: {count}").format(count=len(settled))):
            for place in settled:
                _answered(page, place)


def _card(page: EventScreen, place: CheckedPlace) -> None:
    _, found = page._, place.exposure
    with st.container(border=True):
        head = ":orange-badge[" + _(KINDS[found.kind]) + "] " + plain(_where(page, found.place))
        st.markdown(head)
        st.markdown(f"… {plain(found.before)}**{plain(found.words)}**{plain(found.after)} …")
        key = state.widget_key("anonymity", found.key)
        words = st.text_input(
            _("Words to stand there instead, or the reason why it may stay"),
            key=key,
            placeholder=_("for example: a participant, the office, R-014"),
        )
        with st.container(horizontal=True):
            for remedy, label in (
                (Remedy.REPLACE, _("Replace")),
                (Remedy.REMOVE, _("Take out")),
                (Remedy.KEEP, _("Keep, with this reason")),
            ):
                st.button(
                    label,
                    key=state.widget_key("anonymity", found.key, remedy.value),
                    on_click=_answer,
                    args=(page, found.key, remedy, words),
                )


def _answer(page: EventScreen, key: str, remedy: Remedy, words: str) -> None:
    """What was typed is the reason where the words stay, else what replaces them."""
    facts = {"reason": words} if remedy is Remedy.KEEP else {"replacement": words}
    attempt(page.app.anonymity.answer, page.event_id, key, remedy, done=page._("Saved."), **facts)


def _answered(page: EventScreen, place: CheckedPlace) -> None:
    _, answer = page._, place.answer
    if answer is None:
        return
    outcome = {
        Remedy.KEEP: _("stays: {reason}").format(reason=_reason(place, _)),
        Remedy.REPLACE: _("becomes “{words}”").format(words=answer.replacement),
        Remedy.REMOVE: _("is taken out"),
    }[answer.remedy]
    moment = moment_text(answer.answered_at, page.language) if answer.answered_at else ""
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        words = f"**{plain(place.exposure.words)}** {plain(outcome)}  \n{plain(moment)} · {plain(answer.answered_by)}"
        st.markdown(words, width="stretch")
        st.button(
            _("Open again"),
            key=state.widget_key("anonymity", place.exposure.key, "again"),
            type="tertiary",
            on_click=attempt,
            args=(page.app.anonymity.withdraw, page.event_id, place.exposure.key),
        )


def _reason(place: CheckedPlace, _: Translator) -> str:
    """Why a place may stay: as it was typed, or what was said of a photo."""
    people = people_shown(place.answer) if place.exposure.kind == PHOTO else None
    reason = place.answer.reason if place.answer else ""
    return people_label(people, _) if reason in REASONS.values() else reason


def _where(page: EventScreen, place: str) -> str:
    """Which text a place is in."""
    _ = page._
    kind, _colon, rest = place.partition(":")
    if kind == "note":
        return _session_of(page, rest.partition(":")[0], _)
    if kind == "section":
        name = rest.partition(":")[0]
        return next((section_label(entry, _) for entry in Section if entry.value == name), name)
    names = {
        "consultation": _("Consultation"),
        "objective": _("Objectives"),
        "theme": _("Harvest by theme"),
        "reply": _("Evaluation results"),
        VOLUME: _("Title of a section of your own"),
        PHOTO: _("Photos"),
        "part": _("Reports"),
    }
    return names.get(kind, _("Context and results"))


def _session_of(page: EventScreen, note_id: str, _: Translator) -> str:
    """The session a note was taken in."""
    notes = {note.id: note.item_id for note in page.app.notes.list_for(page.event_id)}
    items = {item.id: item for _day, item in page.app.agendas.get(page.event_id).items()}
    item = items.get(notes.get(note_id, ""))
    return _("Notes: {session}").format(session=item.title.said_in(page.language)) if item else _("Notes")
