"""Setting up a café: the one line, questions (one per round), tables, hosts, seed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from facilitation.domain.cafe import Cafe
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from facilitation.services.cafes import suggested_tables
from facilitation.ui import state
from facilitation.ui.cafe_run import make_button
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.fields import many_field, number_field, tick_field, words_field
from facilitation.ui.messages import attempt
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen


def summary(view: CafeView, _: Translator) -> str:
    """ "119 people, 24 tables, 3 rounds"."""
    cafe = view.cafe
    return ", ".join(
        (
            _.plural("{count} person", "{count} people", len(view.people)).format(count=len(view.people)),
            _.plural("{count} table", "{count} tables", cafe.table_count).format(count=cafe.table_count),
            _.plural("{count} round", "{count} rounds", cafe.round_count).format(count=cafe.round_count),
        )
    )


def setup_line(page: EventScreen, view: CafeView) -> None:
    """The set-up in one line, and the one button that matters."""
    _, cafe = page._, view.cafe
    st.header(summary(view, _), anchor=False)
    suggested = suggested_tables(len(view.people))
    if view.people and suggested != cafe.table_count and cafe.seating is None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                _("Suggestion: {tables} tables, so that four or five sit at each.").format(tables=suggested),
                width="content",
            )
            st.button(
                _("Take {tables} tables").format(tables=suggested),
                key="cafe_suggestion",
                on_click=edit,
                args=(page, cafe, replace(cafe, table_count=suggested)),
            )
    if not view.people:
        st.write(_("Nobody can be seated yet: the list of participants is empty."))
        if st.button(_("Add participants"), key="cafe_people", type="tertiary", icon=":material/arrow_forward:"):
            go_to("people")
        return
    make_button(page, view)


def edit(page: EventScreen, seen: Cafe, wanted: Cafe) -> Any:
    """Save a changed set-up."""
    return attempt(page.app.cafes.edit, seen, wanted)


def setup_form(page: EventScreen, view: CafeView) -> None:
    """Questions, tables, hosts and seed; saved on change."""
    _, cafe = page._, view.cafe

    def key(field: str) -> str:
        return state.widget_key("cafe", cafe.item_id, field)

    with st.expander(_("Questions and set-up"), expanded=cafe.seating is None):
        _questions(page, cafe)
        left, right = st.columns(2)
        with left:
            number_field(
                _("Tables"),
                cafe.table_count,
                key=key("tables"),
                least=1,
                most=600,
                save=lambda value: edit(page, cafe, replace(cafe, table_count=int(value or 1))),
            )
            tick_field(
                _("A host stays at each table"),
                cafe.has_hosts,
                key=key("hosts"),
                save=lambda on: edit(page, cafe, replace(cafe, has_hosts=bool(on))),
            )
        with right:
            number_field(
                _("Seed (the same seed gives the same groups)"),
                cafe.seed,
                key=key("seed"),
                least=1,
                most=999_999,
                save=lambda value: edit(page, cafe, replace(cafe, seed=int(value or 1))),
            )
        if cafe.has_hosts:
            _hosts(page, view, key("host_ids"))


def _hosts(page: EventScreen, view: CafeView, key: str) -> None:
    names = {part.id: part.person.name for part in view.people}
    many_field(
        page._("Hosts (the rest are chosen for you; observers last)"),
        list(names),
        [host for host in view.cafe.host_ids if host in names],
        key=key,
        save=lambda ids: edit(page, view.cafe, replace(view.cafe, host_ids=tuple(ids or ())[: view.cafe.table_count])),
        format_func=lambda part_id: names.get(part_id, "—"),
        placeholder=page._("Choose"),
    )


def _questions(page: EventScreen, cafe: Cafe) -> None:
    _ = page._
    for number, question in enumerate(cafe.questions, start=1):

        def save(text: Text, place: int = number - 1) -> None:
            questions = (*cafe.questions[:place], text, *cafe.questions[place + 1 :])
            edit(page, cafe, replace(cafe, questions=questions))

        words_field(
            page,
            _("Question of round {number}").format(number=number),
            question,
            key=state.widget_key("cafe_question", cafe.item_id, number),
            save=save,
        )
    with st.container(horizontal=True):
        fresh = Text(sq="Cila është pyetja e këtij raundi?", en="What is the question of this round?")
        st.button(
            _("Add a round"),
            key="cafe_add_round",
            icon=":material/add:",
            on_click=edit,
            args=(page, cafe, replace(cafe, questions=(*cafe.questions, fresh))),
        )
        if cafe.questions:
            st.button(
                _("Remove the last round"),
                key="cafe_remove_round",
                on_click=edit,
                args=(page, cafe, replace(cafe, questions=cafe.questions[:-1])),
            )
