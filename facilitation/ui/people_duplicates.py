"""People who may stand on the list twice: side by side, what stays of each field, merged or kept as two."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from facilitation.domain.person import Person
from facilitation.i18n.duplicate_sentences import reasons_text, verdict_label
from facilitation.planning.duplicates import Pair, Verdict
from facilitation.planning.person_merge import filled_person
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain, show_messages
from facilitation.ui.page_head import EventScreen, event_line
from facilitation.ui.person_fields import PERSON_FIELDS, differing_fields, field_text

AT_ONCE = 10
"""Pairs shown together; the next ones come as soon as these are settled."""
FIRST, SECOND = "first", "second"
COLOURS = {Verdict.SAME: "orange", Verdict.PERHAPS: "gray"}


def duplicates_button(page: EventScreen, *, is_needed: bool) -> None:
    """The button that opens the pairs as a dialog of their own; without two people there is nothing to compare."""
    if is_needed and page.buttons.button(page._("Duplicates"), key="people_duplicates", icon=":material/join:"):
        st.dialog(page._("Who stands here twice?"), width="large", on_dismiss="rerun")(duplicates_form)(page)


def duplicates_form(page: EventScreen) -> None:
    """The suspected pairs, surest first."""
    _ = page._
    show_messages(_)
    pairs = page.app.people_merge.suspected(page.event_id)
    if not pairs:
        st.write(_("Nobody seems to stand here twice, on this list or on those of other events."))
        return
    st.write(
        _.plural("{count} pair may be one person.", "{count} pairs may be one person.", len(pairs)).format(
            count=len(pairs)
        )
    )
    st.caption(
        _(
            "Merging gives one person with the events of both. Where one of them said no to something, it stays a no."
            " One undo takes it back in all events."
        )
    )
    for pair in pairs[:AT_ONCE]:
        _show(page, pair)
    if len(pairs) > AT_ONCE:
        st.caption(_("{shown} of {total} shown.").format(shown=AT_ONCE, total=len(pairs)))


def _show(page: EventScreen, pair: Pair) -> None:
    """One pair: why it is shown, both entries, the choice per field, and the two answers."""
    _ = page._
    differing = differing_fields(pair.first, pair.second)
    with st.container(border=True):
        st.markdown(f":{COLOURS[pair.verdict]}-badge[{verdict_label(pair.verdict, _)}] {reasons_text(pair, _)}")
        for column, person in zip(st.columns(2), (pair.first, pair.second), strict=True):
            column.markdown(_entry(page, person, differing))
            column.caption(_events(page, person))
        wanted = _wanted(page, pair, differing)
        with st.container(horizontal=True):
            st.button(
                _("Merge into one person"),
                key=state.widget_key("merge_people", pair.key),
                type="primary",
                icon=":material/join:",
                on_click=_merge,
                args=(page, pair, wanted),
            )
            st.button(
                _("These are two people"),
                key=state.widget_key("keep_apart", pair.key),
                on_click=_keep_apart,
                args=(page, pair),
            )


def _entry(page: EventScreen, person: Person, differing: tuple[str, ...]) -> str:
    """The fields of an entry, a line each; where the other one differs, the value is bold and marked."""
    lines = []
    for field, label in PERSON_FIELDS.items():
        text, said = plain(field_text(person, field, page._)) or "—", page._(label)
        if field in differing:
            lines.append(f"{said}: **≠ {text}**")
        elif text != "—":
            lines.append(f"{said}: {text}")
    return "  \n".join(lines)


def _events(page: EventScreen, person: Person) -> str:
    events = page.app.people_merge.events_of(person.id)
    return "  \n".join(plain(event_line(event, page.language)) for event in events)


def _wanted(page: EventScreen, pair: Pair, differing: tuple[str, ...]) -> Person:
    """The one person, with the chosen value of each field that differs; what only one entry knows is set."""
    filled = filled_person(pair.first, pair.second)
    chosen, columns = {}, st.columns(3)
    for place, field in enumerate(differing):
        default = FIRST if getattr(filled, field) == getattr(pair.first, field) else SECOND
        with columns[place % 3]:
            answer = _choice(page, pair, field, default)
        chosen[field] = getattr(pair.second if answer == SECOND else pair.first, field)
    return replace(pair.first, **chosen)


def _choice(page: EventScreen, pair: Pair, field: str, default: str) -> str:
    _ = page._
    values = {FIRST: field_text(pair.first, field, _), SECOND: field_text(pair.second, field, _)}
    found = st.radio(
        _("What stays: {field}").format(field=_(PERSON_FIELDS[field])),
        list(values),
        index=list(values).index(default),
        format_func=lambda side: plain(values[side]) or _("nothing"),
        key=state.widget_key("stays", pair.key, field),
        horizontal=True,
    )
    return found or default


def _merge(page: EventScreen, pair: Pair, wanted: Person) -> None:
    done = page._("Merged into one person: {name}. Undo takes it back in all events.").format(name=wanted.name)
    attempt(page.app.people_merge.merge, pair.first, pair.second, wanted, done=done)


def _keep_apart(page: EventScreen, pair: Pair) -> None:
    done = page._("Kept as two people. They are not asked about again.")
    attempt(page.app.people_merge.keep_apart, pair.first.id, pair.second.id, done=done)
