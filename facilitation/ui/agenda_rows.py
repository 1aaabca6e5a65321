"""The sessions of one day as rows: read at a glance, dragged, selected, and edited in their place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.finding import Severity
from facilitation.i18n.formats import clock_text, minutes_text
from facilitation.i18n.labels import finding_sentence, kind_label, severity_label
from facilitation.i18n.translator import Translator
from facilitation.planning.agenda_timing import TimedItem
from facilitation.ui import state
from facilitation.ui.agenda_view import CHOSEN_ITEM, PICKED_ITEMS, AgendaView
from facilitation.ui.messages import attempt, refusal
from facilitation.ui.page_head import EventScreen
from facilitation.ui.row_list import Refused, Row, RowEdits, row_list

REFUSED = "agenda_refused"


def session_list(page: EventScreen, view: AgendaView, day: int) -> None:
    """The sessions of a day.

    A click or Enter opens one, dragging or Alt with the arrows moves it, F2 or a double click edits title and minutes,
    Ctrl or Shift with a click, or the space bar, selects several.
    """
    _ = page._
    rows = [_row(page, view, timed) for timed in view.shown if timed.day == day]
    if not rows and view.wanted:
        st.write(_("No session of this day fits the filter."))
        return
    if not rows:
        st.write(_("This day has no session yet. Add the first one above."))
        return
    row_list(
        rows,
        key=state.widget_key("agenda_rows", page.event_id, day),
        label=_("Sessions of the day"),
        chosen=view.chosen.id if view.chosen else "",
        on_chosen=lambda item_id: state.choose(CHOSEN_ITEM, item_id),
        edits=None if view.wanted else _edits(page, view, day),
    )


def _edits(page: EventScreen, view: AgendaView, day: int) -> RowEdits:
    return RowEdits(
        on_placed=partial(_place, page, day),
        on_picked=partial(state.pick, PICKED_ITEMS),
        on_edited=partial(_edit, page, view),
        picked=view.picked_of_day(day),
        refused=state.take_once(REFUSED),
        words=_words(page._),
    )


def _words(_: Translator) -> dict[str, str]:
    return {
        "edit": _("Edit title and minutes (F2)"),
        "title": _("Title"),
        "amount": _("Minutes"),
        "save": _("Save (Enter)"),
        "cancel": _("Cancel (Esc)"),
        "placed": _("{title}: place {place} of {count}").format(title="%t", place="%p", count="%n"),
        "help": _("Enter opens a session, F2 edits it, Alt with the arrows moves it, the space bar selects it."),
    }


def _place(page: EventScreen, day: int, item_ids: Sequence[str], before_id: str) -> None:
    attempt(page.app.agenda_batches.place, page.event_id, item_ids, day=day, before_id=before_id)


def _edit(page: EventScreen, view: AgendaView, item_id: str, title: str, amount: str) -> None:
    """Save what was typed in the row; what cannot be used goes back into it with its sentence."""
    item = view.agenda.item(item_id)
    if item is None:
        return
    is_same = title.strip() == item.title.said_in(page.language)
    wanted = item.title if is_same else item.title.with_language(page.language, title.strip())
    sentence = refusal(page.app.agendas.rewrite, page.event_id, item, title=wanted, length=amount)
    if sentence:
        field = "amount" if title.strip() else "title"
        state.keep_once(REFUSED, Refused(item_id, title, amount, field, sentence))


def _row(page: EventScreen, view: AgendaView, timed: TimedItem) -> Row:
    _, item = page._, timed.item
    below, level = _remark(view, timed, _)
    return Row(
        id=item.id,
        lead=clock_text(timed.starts_at),
        title=item.title.said_in(page.language),
        mark=item.kind.value,
        mark_text=kind_label(item.kind, _),
        facts=" · ".join(part for part in (item.room, _who(item, _)) if part),
        trail=minutes_text(item.duration),
        amount=str(item.minutes),
        below=below,
        level=level,
        is_quiet=item.kind in ("break", "meal", "staff"),
        is_fixed=item.pinned_start is not None,
        is_beside=bool(item.parallel),
    )


def _who(item: AgendaItem, _: Translator) -> str:
    """Who leads or speaks, short: the role of one ("Koordinatore"), or how many."""
    if len(item.facilitators) > 1:
        count = len(item.facilitators)
        return _.plural("{count} facilitator", "{count} facilitators", count).format(count=count)
    if len(item.speakers) > 1 and not item.facilitators:
        count = len(item.speakers)
        return _.plural("{count} speaker", "{count} speakers", count).format(count=count)
    return next((entry.name.partition(",")[0] for entry in (*item.facilitators, *item.speakers)), "")


def _remark(view: AgendaView, timed: TimedItem, _: Translator) -> tuple[str, str]:
    """What is to be said about a session, in a sentence, and how much it weighs."""
    found = sorted(view.findings_of(timed.item.id), key=lambda f: list(Severity).index(f.severity))
    gap = int(timed.gap_before.total_seconds() // 60)
    if not found:
        return (_gap_text(gap, _), "hint" if gap > 0 else "warn") if gap else ("", "")
    sentence = f"{severity_label(found[0].severity, _)}: {finding_sentence(found[0], _)}"
    return sentence + (f" (+{len(found) - 1})" if len(found) > 1 else ""), found[0].severity.value


def _gap_text(gap_minutes: int, _: Translator) -> str:
    if gap_minutes > 0:
        return _("gap of {minutes} min before").format(minutes=gap_minutes)
    return _("overlaps by {minutes} min").format(minutes=-gap_minutes)
