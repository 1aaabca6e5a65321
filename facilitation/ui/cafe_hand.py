"""Changing a plan by hand: two people exchange seats, and the screen says at once what it costs; seats are locked."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from facilitation.domain.cafe import PinnedSeat, Seating
from facilitation.errors import FacilitationError
from facilitation.i18n.formats import number_text, share_text
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.planning.cafe_changes import seats_of
from facilitation.ui import state
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.fields import many_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

Seat = tuple[str, int]


def hand_screen(page: EventScreen, view: CafeView, seating: Seating, number: int) -> None:
    """Exchange two seats of a round, and lock what must stay as it is."""
    left, right = st.columns(2, gap="large")
    with left:
        _swap(page, view, seating, number)
    with right:
        _locks(page, view, seating, number)


def _swap(page: EventScreen, view: CafeView, seating: Seating, number: int) -> None:
    _ = page._
    st.subheader(_("Exchange two people"), anchor=False)
    seats = _seats(view, seating, number, page.language)

    def choice(label: str, name: str) -> str | None:
        return st.selectbox(
            label,
            list(seats),
            index=None,
            format_func=lambda person: _seat_text(view, seats, person, _),
            key=_swap_key(view, name, number),
            placeholder=_("Choose"),
        )

    one, other = choice(_("First person"), "one"), choice(_("Second person"), "other")
    if not one or not other:
        hint = _("Choose two people of round {number}; before anything is saved you see what it costs.")
        st.caption(hint.format(number=number))
        return
    try:
        after = page.app.cafe_plans.after_swap(*view.key, number, (one, other))
    except FacilitationError as error:
        st.error(error_sentence(error, _), icon=":material/error:")
        return
    st.markdown("\n".join(f"- {line}" for line in cost_lines(seating, after, _)))
    st.button(
        _("Exchange the seats"),
        key="cafe_swap",
        type="primary",
        icon=":material/swap_horiz:",
        on_click=_exchange,
        args=(page, view, number, (one, other)),
    )


def _swap_key(view: CafeView, name: str, number: int) -> str:
    return state.widget_key("cafe_swap", name, view.cafe.item_id, number)


def _exchange(page: EventScreen, view: CafeView, number: int, pair: tuple[str, str]) -> None:
    done = page._("The seats are exchanged. Both people need a new card.")
    if attempt(page.app.cafe_plans.swap, *view.key, number, pair, done=done) is not None:
        for name in ("one", "other"):
            state.put_widget(_swap_key(view, name, number), None)


def _seats(view: CafeView, seating: Seating, number: int, language: str) -> dict[str, int]:
    """Everybody of a round with their table, by name."""
    tables = enumerate(seating.rounds[number - 1].tables, start=1)
    found = [(person, table) for table, people in tables for person in people]
    return dict(sorted_by(found, lambda seat: view.name(seat[0]), language))


def _seat_text(view: CafeView, seats: dict[str, int], person: str, _: Translator) -> str:
    return _("{name} (table {table})").format(name=view.name(person), table=seats.get(person, "—"))


def cost_lines(before: Seating, after: Seating, _: Translator) -> tuple[str, ...]:
    """What a change does to each figure; the figures that stay are left out."""
    whole = (
        (_("Broken rules: {before} → {after}"), before.broken_rules, after.broken_rules),
        (_("Repeated meetings: {before} → {after}"), before.repeated_meetings, after.repeated_meetings),
        (_("Fewest people somebody meets: {before} → {after}"), before.least_new_people, after.least_new_people),
    )
    lines = [
        sentence.format(before=number_text(old, _.language), after=number_text(new, _.language))
        for sentence, old, new in whole
        if old != new
    ]
    shares = [share_text(plan.sector_balance, _.language, digits=1) for plan in (before, after)]
    if shares[0] != shares[1]:
        sentence = _("Distance from the mix of the room: {before} → {after}")
        lines.append(sentence.format(before=shares[0], after=shares[1]))
    return tuple(lines) or (_("No figure changes."),)


def _locks(page: EventScreen, view: CafeView, seating: Seating, number: int) -> None:
    _ = page._
    st.subheader(_("Locked seats"), anchor=False)
    st.caption(_("Whoever sits on a locked seat keeps it when the groups are made anew."))
    pinned = view.cafe.rules.pinned
    with st.container(horizontal=True):
        _lock_button(page, view, _("Lock this round"), "round", seats_of(seating, rounds=[number]))
        _lock_button(page, view, _("Lock the whole plan"), "all", seats_of(seating))
    tables = [table for table, people in enumerate(seating.rounds[number - 1].tables, start=1) if people]
    of_tables = {
        str(table): (_("Table {number}").format(number=table), seats_of(seating, rounds=[number], tables=[table]))
        for table in tables
    }
    _lock_choice(page, view, _("Tables of round {number}").format(number=number), of_tables)
    people = sorted_by(seating.seated_ids, view.name, page.language)
    of_people = {person: (view.name(person), seats_of(seating, people=[person])) for person in people}
    _lock_choice(page, view, _("People, in all rounds"), of_people)
    if pinned:
        _unlock(page, view, pinned)


def _lock_button(page: EventScreen, view: CafeView, label: str, name: str, seats: Iterable[PinnedSeat]) -> None:
    wanted = tuple(seats)
    st.button(
        label,
        key=state.widget_key("cafe_lock", name),
        icon=":material/lock:",
        on_click=attempt,
        args=(page.app.cafe_plans.pin, *view.key, wanted),
        disabled=set(wanted) <= set(view.cafe.rules.pinned),
    )


def _lock_choice(
    page: EventScreen, view: CafeView, label: str, choices: dict[str, tuple[str, tuple[PinnedSeat, ...]]]
) -> None:
    """Several tables or people: those chosen are locked, those taken out are unlocked."""
    pinned = set(view.cafe.rules.pinned)
    stored = [key for key, (_name, seats) in choices.items() if seats and pinned.issuperset(seats)]

    def save(wanted: list[str] | None) -> None:
        chosen = set(wanted or ())
        added = [seat for key in chosen - set(stored) for seat in choices[key][1]]
        gone = [seat for key in set(stored) - chosen for seat in choices[key][1]]
        if added:
            attempt(page.app.cafe_plans.pin, *view.key, added)
        if gone:
            attempt(page.app.cafe_plans.unpin, *view.key, gone)

    many_field(
        label,
        list(choices),
        stored,
        key=state.widget_key("cafe_lock_choice", view.cafe.item_id, label),
        save=save,
        format_func=lambda key: choices[key][0] if key in choices else "—",
        placeholder=page._("Choose"),
    )


def _unlock(page: EventScreen, view: CafeView, pinned: tuple[PinnedSeat, ...]) -> None:
    _ = page._
    sentence = _.plural("{count} seat is locked.", "{count} seats are locked.", len(pinned))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(sentence.format(count=number_text(len(pinned), page.language)), width="content")
        st.button(
            _("Unlock all"),
            key="cafe_unlock_all",
            icon=":material/lock_open:",
            on_click=attempt,
            args=(page.app.cafe_plans.unpin, *view.key, pinned),
        )
