"""The side panel of one session: every field saved on change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import streamlit as st

from facilitation.domain.agenda import AgendaItem, Attribution, Contributor, ItemKind
from facilitation.domain.person import EventRole, Participation
from facilitation.i18n.formats import clock_span_text, minutes_text
from facilitation.i18n.labels import attribution_label, kind_label
from facilitation.planning.contributors import contributor_named
from facilitation.ui import state
from facilitation.ui.agenda_view import CHOSEN_ITEM, AgendaView
from facilitation.ui.fields import (
    choice_field,
    many_field,
    number_field,
    text_field,
    tick_field,
    time_field,
    words_field,
)
from facilitation.ui.messages import attempt, show_finding
from facilitation.ui.method_suggestions import method_buttons
from facilitation.ui.page_head import EventScreen
from facilitation.ui.side_panel import panel_head

Save = Callable[[str], Callable[[Any], None]]
MOST_OFFERED = 60


def item_panel(page: EventScreen, view: AgendaView) -> None:
    """Title, facts, people, notes of the chosen session, and what can be done with it."""
    item = view.chosen
    if item is None:
        return
    timed = next(entry for entry in view.timed if entry.item.id == item.id)

    def key(field: str) -> str:
        return state.widget_key("item", item.id, field)

    def save(field: str) -> Callable[[Any], None]:
        def keep(value: Any) -> None:
            attempt(page.app.agendas.edit_item, page.event_id, item, replace(item, **{field: value}))

        return keep

    with st.container(border=True):
        facts = (clock_span_text(timed.starts_at, timed.ends_at), kind_label(item.kind, page._))
        panel_head(item.title.said_in(page.language), facts, page._, what=CHOSEN_ITEM)
        with st.container():  # keeps the fields below in their places, so that the browser need not build them anew
            for found in view.findings_of(item.id):
                show_finding(found, page._)
        _facts(page, item, key, save)
        _contributors(page, view, item, key, save)
        _method(page, item, key)
        method_buttons(page, item)
        _rest(page, view, item, key, save)
        _moves(page, view, item, timed.day)


def _moves(page: EventScreen, view: AgendaView, item: AgendaItem, day: int) -> None:
    _, agendas = page._, page.app.agendas
    with st.container(horizontal=True):
        for by, icon, word in ((-1, "arrow_upward", _("Up")), (1, "arrow_downward", _("Down"))):
            st.button(
                word,
                key=f"move_{by}",
                icon=f":material/{icon}:",
                on_click=lambda by=by: attempt(agendas.move_item, page.event_id, item.id, by=by),
            )
        days = [number for number in range(1, len(view.agenda.days) + 1) if number != day]
        for number in days:
            st.button(
                _("To day {number}").format(number=number),
                key=f"to_day_{number}",
                on_click=lambda number=number: attempt(agendas.move_to_day, page.event_id, item.id, day=number),
            )
        st.button(_("Remove"), key="remove_item", icon=":material/delete:", on_click=_remove, args=(page, item))


def _remove(page: EventScreen, item: AgendaItem) -> None:
    done = page._("Session removed. Undo brings it back.")
    if attempt(page.app.agendas.remove_item, page.event_id, item.id, done=done) is not None:
        state.forget(CHOSEN_ITEM)


def _facts(page: EventScreen, item: AgendaItem, key: Callable[[str], str], save: Save) -> None:
    _ = page._
    words_field(page, _("Title"), item.title, key=key("title"), save=save("title"))
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        number_field(
            _("Minutes"),
            item.minutes,
            key=key("duration"),
            least=1,
            most=1440,
            save=lambda value: save("duration")(timedelta(minutes=int(value or 0))),
        )
    with right:
        time_field(
            _("Pinned start"),
            item.pinned_start,
            key=key("pin"),
            save=_pin(save),
            help=_("Leave it empty and the session follows the one before it."),
        )
    choice_field(
        _("Kind"),
        list(ItemKind),
        item.kind,
        key=key("kind"),
        save=save("kind"),
        format_func=lambda kind: kind_label(kind, _),
    )
    text_field(_("Room"), item.room, key=key("room"), save=lambda text: save("room")((text or "").strip()))
    tick_field(
        _("Runs beside the session before"),
        bool(item.parallel),
        key=key("parallel"),
        save=lambda on: attempt(page.app.agendas.set_parallel, page.event_id, item.id, is_parallel=bool(on)),
    )


def _pin(save: Save) -> Callable[[time | None], None]:
    return lambda value: save("pinned_start")(value)


def _method(page: EventScreen, item: AgendaItem, key: Callable[[str], str]) -> None:
    _, methods = page._, page.app.library.methods
    choice_field(
        _("Method"),
        list(methods),
        item.method_id if item.method_id in methods else None,
        key=key("method"),
        save=lambda name: name and attempt(page.app.guides.use_method, page.event_id, item.id, name),
        format_func=lambda name: (
            f"{methods[name].title.said_in(page.language)} · {minutes_text(methods[name].typical_time)}"
        ),
        placeholder=_("Choose"),
    )


def _contributors(page: EventScreen, view: AgendaView, item: AgendaItem, key: Callable[[str], str], save: Save) -> None:
    _ = page._
    people = {part.person.name: part for part in view.record.participations}
    known = {entry.name: entry for _n, other in view.agenda.items() for entry in _everybody(other)}

    def keep(field: str) -> Callable[[Any], None]:
        return lambda names: save(field)(tuple(contributor_named(name, people, known) for name in names or ()))

    for field, label in (
        ("speakers", _("Speakers")),
        ("facilitators", _("Facilitators")),
        ("note_takers", _("Note-takers")),
    ):
        stored = [entry.name for entry in getattr(item, field)]
        many_field(
            label,
            sorted({*_offered(people), *known, *stored}),
            stored,
            key=key(field),
            save=keep(field),
            placeholder=_("Choose or type"),
            accept_new=True,
        )
    _local_speakers(page, item, key, save)


def _offered(people: Mapping[str, Participation]) -> Iterable[str]:
    """Whom the fields offer: everybody on a short list, else who has a part in the event (three fields of 300 names
    take the browser 75 ms at every click). A name that is typed in full is found all the same."""
    if len(people) <= MOST_OFFERED:
        return people
    return (name for name, part in people.items() if part.role is not EventRole.PARTICIPANT)


def _everybody(item: AgendaItem) -> tuple[Contributor, ...]:
    return (*item.speakers, *item.facilitators, *item.note_takers)


def _local_speakers(page: EventScreen, item: AgendaItem, key: Callable[[str], str], save: Save) -> None:
    """People of the list are known to be local or not; for names typed in, the organiser says it."""
    typed_in = [entry.name for entry in item.speakers if not entry.person_id]
    if not typed_in:
        return

    def keep(local: Any) -> None:
        save("speakers")(
            tuple(
                entry if entry.person_id else replace(entry, is_local=entry.name in (local or ()))
                for entry in item.speakers
            )
        )

    many_field(
        page._("Which of these speakers work locally?"),
        typed_in,
        [entry.name for entry in item.speakers if not entry.person_id and entry.is_local],
        key=key("local"),
        save=keep,
        placeholder=page._("Choose"),
    )


def _rest(page: EventScreen, view: AgendaView, item: AgendaItem, key: Callable[[str], str], save: Save) -> None:
    _ = page._
    more = st.expander(_("More: objectives, questions, attribution, notes"), on_change="rerun", key=key("more"))
    if not more.open:  # closed it costs nothing; its fields are a third of the panel
        return
    with more:
        objectives = {goal.id: goal.text.said_in(page.language) for goal in view.record.event.objectives}
        many_field(
            _("Objectives served"),
            list(objectives),
            [goal for goal in item.objective_ids if goal in objectives],
            key=key("objectives"),
            save=lambda ids: save("objective_ids")(tuple(ids or ())),
            format_func=lambda goal: objectives.get(goal, goal),
            placeholder=_("Choose"),
        )
        number_field(
            _("Minutes for questions of the listeners"),
            int(item.questions.total_seconds() // 60),
            key=key("questions"),
            most=1440,
            save=lambda value: save("questions")(timedelta(minutes=int(value or 0))),
        )
        choice_field(
            _("How speakers may be shown"),
            list(Attribution),
            item.attribution,
            key=key("attribution"),
            save=save("attribution"),
            format_func=lambda rule: attribution_label(rule, _),
        )
        words_field(page, _("Public description"), item.summary, key=key("summary"), save=save("summary"), rows=3)
        text_field(
            _("Internal note (staff only)"),
            item.internal_note,
            key=key("internal"),
            save=lambda text: save("internal_note")((text or "").strip()),
            rows=3,
        )
