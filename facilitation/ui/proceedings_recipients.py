"""Who gets the volume: the list, letters and drafts of mails, and what was sent to whom on which day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from facilitation.domain.proceedings import ProceedingsPlan, Recipient
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import LANGUAGE_NAMES, Translator
from facilitation.planning.reminders import addresses
from facilitation.planning.volume_status import is_final
from facilitation.services.distribution import EACH, LETTERS
from facilitation.ui import state
from facilitation.ui.dates import DATE_FORMAT
from facilitation.ui.documents_menu import file_button
from facilitation.ui.fields import text_field, trimmed
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Row, RowEdits, row_list
from facilitation.ui.side_panel import list_and_panel, panel_head
from facilitation.ui.switches import switch

PICKED, DAY, CHOSEN = "volume_recipients", "volume_sent_on", "recipient"
NAME, OFFICE, EMAIL, PASTED = "recipient_name", "recipient_office", "recipient_email", "recipients_pasted"
ADD, PASTE = "recipient_add", "recipient_paste"
PAGE_SIZE = 100


def distribution_part(page: EventScreen, plan: ProceedingsPlan) -> None:
    """Who is on the list, who has it and who not yet; what is done with those selected stands at the foot."""
    _, entries = page._, plan.recipients
    _adding(page)
    if not entries:
        st.write(_("Nobody is on the distribution list yet. Add people and offices, or paste a list."))
        return
    if not is_final(plan):
        st.caption(_("Letters can be prepared now. What was sent is written down once the volume is final."))
    _files(page, plan)
    wanted = switch(_("Which recipients"), _filters(entries, _), key="recipient_filter", keeps=True)
    rows = [entry for entry in entries if wanted == "all" or (entry.sent_on is not None) is (wanted == "sent")]
    chosen = next((entry for entry in entries if entry.id == state.chosen(CHOSEN)), None)
    main, side = list_and_panel(is_open=chosen is not None)
    with main:
        _list(page, rows)
    if chosen:
        with side, st.container(border=True):
            _panel(page, chosen)
    _bar(page, plan, rows)


def _panel(page: EventScreen, entry: Recipient) -> None:
    """One entry to be mended; saved on change."""
    _ = page._
    panel_head(entry.name, (), _, what=CHOSEN)
    for field, label in (("name", _("Name or office")), ("organisation", _("Organisation")), ("email", _("E-mail"))):
        text_field(
            label,
            getattr(entry, field),
            key=state.widget_key("recipient", entry.id, field),
            save=trimmed(partial(_save_field, page, entry, field)),
        )


def _save_field(page: EventScreen, entry: Recipient, field: str, typed: str) -> None:
    typed_in: Mapping[str, Any] = {field: typed}
    attempt(page.app.distribution.edit, page.event_id, entry, replace(entry, **typed_in))


def _filters(entries: Sequence[Recipient], _: Translator) -> dict[str, str]:
    sent = sum(entry.sent_on is not None for entry in entries)
    return {
        "all": _("All ({count})").format(count=len(entries)),
        "waiting": _("Not yet ({count})").format(count=len(entries) - sent),
        "sent": _("Sent ({count})").format(count=sent),
    }


def _adding(page: EventScreen) -> None:
    """From what the event knows, one by one, or a pasted list."""
    _ = page._
    found = page.app.distribution.suggestions(page.event_id)
    groups = (
        (_("Participants who agreed"), found.participants),
        (_("Offices of participants"), found.organisations),
        (_("Ministries and central offices"), found.ministries),
        (_("Donors"), found.donors),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        menu = st.popover(_("Add"), key=ADD, icon=":material/person_add:", on_change="rerun")
        paste = st.popover(_("Paste a list"), key=PASTE, icon=":material/content_paste:", on_change="rerun")
    if menu.open:
        with menu:
            for number, (label, entries) in enumerate(groups):
                words = f"{label} ({len(entries)})"
                key = state.widget_key("suggested", number)
                st.button(words, key=key, disabled=not entries, on_click=_add, args=(page, entries), width="stretch")
            _one(page)
    if paste.open:
        with paste:
            _pasting(page)


def _one(page: EventScreen) -> None:
    _ = page._
    name = st.text_input(_("Name or office"), key=NAME)
    office = st.text_input(_("Organisation"), key=OFFICE)
    email = st.text_input(_("E-mail"), key=EMAIL)
    entry = Recipient("", name or "", office or "", email or "")
    st.button(_("Put on the list"), key="recipient_save", on_click=_add, args=(page, [entry], (NAME, OFFICE, EMAIL)))


def _pasting(page: EventScreen) -> None:
    _ = page._
    placeholder = _("A line for each: name, organisation, e-mail")
    text = st.text_area(_("Rows copied from Excel or Word"), key=PASTED, height=140, placeholder=placeholder)
    entries = page.app.distribution.pasted(page.event_id, text or "")
    if not entries:
        st.caption(_("Those who are on the list already are left out."))
        return
    names = (_("Name or office"), _("Organisation"), _("E-mail"))
    rows = [dict(zip(names, (entry.name, entry.organisation, entry.email), strict=True)) for entry in entries]
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=_("What becomes of each pasted row"))
    words = _.plural("Put {count} on the list", "Put {count} on the list", len(entries)).format(count=len(entries))
    st.button(words, type="primary", key="recipients_save", on_click=_add, args=(page, entries, (PASTED,)))


def _add(page: EventScreen, entries: Sequence[Recipient], fields: Sequence[str] = ()) -> None:
    done = page._("Saved. Undo takes it back.")
    if attempt(page.app.distribution.add, page.event_id, entries, done=done) is not None:
        for field in fields:
            state.put_widget(field, "")


def _files(page: EventScreen, plan: ProceedingsPlan) -> None:
    """Covering letters and drafts, for those selected or else for all, in either language."""
    _, chosen = page._, _chosen(plan.recipients)
    readers = chosen or plan.recipients
    ids = frozenset(entry.id for entry in chosen) or None
    reached = sum(bool(addresses(entry.email)) for entry in readers)
    with st.container(horizontal=True, vertical_alignment="center"):
        count = len(readers)
        st.markdown(
            _.plural("Letters for {count}:", "Letters for {count}:", count).format(count=count), width="content"
        )
        for language, word in LANGUAGE_NAMES.items():
            for name, icon in ((LETTERS, "download"), (EACH, "folder_zip")):
                make = partial(page.app.distribution.letters, page.event_id, name, language, ids)
                label = word if name == LETTERS else _("{language}, a file for each").format(language=word)
                _file(label, make, name, language, icon)
    if reached:
        sender = page.app.preferences.own_name()
        with st.container(horizontal=True, vertical_alignment="center"):
            text = _.plural("Draft mail for {count}:", "Draft mails for {count}:", reached).format(count=reached)
            st.markdown(text, width="content")
            for language, word in LANGUAGE_NAMES.items():
                make = partial(page.app.distribution.mails, page.event_id, language, ids, sender)
                _file(word, make, "volume-mails.zip", language, "mail")
            st.caption(_("Tryeza sends nothing; attach the volume yourself."), width="content")


def _file(label: str, make: Callable[[], bytes], name: str, language: str, icon: str) -> None:
    shown = name if language == "sq" else name.replace(".", "-en.", 1)
    key = state.widget_key("volume_file", name, language)
    file_button(label, make, shown, key=key, type="tertiary", icon=f":material/{icon}:")


def _list(page: EventScreen, rows: Sequence[Recipient]) -> None:
    _ = page._
    pages = -(-len(rows) // PAGE_SIZE)
    key = state.widget_key("recipient_pages", page.event_id, pages)
    number = int(state.widget_value(key) or 1) if pages > 1 else 1
    here = rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    picked = [entry.id for entry in _chosen(rows)]
    row_list(
        [_row(entry, page) for entry in here],
        key=state.widget_key("recipient_rows", page.event_id),
        label=_("Distribution"),
        chosen=state.chosen(CHOSEN),
        on_chosen=partial(state.choose, CHOSEN),
        edits=RowEdits(on_picked=partial(_pick, here), picked=picked, is_picking=True),
    )
    if pages > 1:
        st.pagination(pages, key=key)


def _row(entry: Recipient, page: EventScreen) -> Row:
    _ = page._
    sent = day_text(entry.sent_on, page.language, with_weekday=False) if entry.sent_on else ""
    return Row(
        id=entry.id,
        title=entry.name,
        facts=" · ".join(text for text in (entry.organisation, entry.email) if text),
        trail=_("sent {day}").format(day=sent) if sent else _("not yet"),
        is_quiet=bool(sent),
    )


def _pick(here: Sequence[Recipient], ids: Sequence[str]) -> None:
    """The list knows only its page: who was selected on other pages stays so."""
    shown = {entry.id for entry in here}
    state.pick(PICKED, [*(one for one in state.picked(PICKED) if one not in shown), *ids])


def _chosen(entries: Sequence[Recipient]) -> list[Recipient]:
    picked = set(state.picked(PICKED))
    return [entry for entry in entries if entry.id in picked]


def _bar(page: EventScreen, plan: ProceedingsPlan, rows: Sequence[Recipient]) -> None:
    """How many are selected and what to do with them; with none selected, how to select all."""
    _, distribution, chosen = page._, page.app.distribution, _chosen(rows)
    with st.bottom.container(horizontal=True, vertical_alignment="center", key="recipient_selection"):
        every = [entry.id for entry in rows]
        if not chosen:
            st.button(_("Select all"), key="recipients_all", type="tertiary", on_click=state.pick, args=(PICKED, every))
            return
        ids = [entry.id for entry in chosen]
        st.markdown("**" + _.plural("{count} selected", "{count} selected", len(ids)).format(count=len(ids)) + "**")
        if is_final(plan):
            today = page.app.overviews.today()
            day = st.date_input(
                _("Sent on"), today, key=DAY, format=DATE_FORMAT, label_visibility="collapsed", width=150
            )
            _act(page, _("Mark as sent"), "sent", distribution.mark_sent, ids, day or today)
            _act(page, _("Not sent"), "unsent", distribution.mark_unsent, ids)
        _act(page, _("Remove"), "remove", distribution.remove, ids)
        st.button(_("None"), key="recipients_none", type="tertiary", on_click=state.pick, args=(PICKED, ()))


def _act(page: EventScreen, label: str, name: str, verb: Callable[..., Any], *facts: Any) -> None:
    kind = "primary" if name == "sent" else "secondary"
    st.button(
        label,
        key=state.widget_key("recipients", name),
        type=kind,  # type: ignore[arg-type]
        on_click=_done,
        args=(page, verb, facts),
    )


def _done(page: EventScreen, verb: Callable[..., Any], facts: Sequence[Any]) -> None:
    before = page.app.proceedings.get(page.event_id)
    attempt(verb, page.event_id, *facts, done=page._("Saved. Undo takes it back."))
    if page.app.proceedings.get(page.event_id) != before:
        state.pick(PICKED, ())
