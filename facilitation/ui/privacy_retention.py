"""How long data of people are kept, what is due to be deleted, and the one button for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from facilitation.errors import mark
from facilitation.i18n.formats import day_text
from facilitation.i18n.privacy_words import group_label
from facilitation.i18n.translator import Translator
from facilitation.planning.retention import RetentionRule
from facilitation.services.retention import Due
from facilitation.ui import state
from facilitation.ui.fields import number_field, text_field
from facilitation.ui.messages import attempt
from facilitation.ui.navigation import go_to
from facilitation.ui.page_head import EventScreen

FIELD_NAMES = {
    "access_needs": mark("Access needs"),
    "dietary_needs": mark("Dietary needs"),
    "check_ins": mark("Check-ins"),
    "note": mark("Note"),
    "travel": mark("Travel"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "name": mark("Name"),
    "organisation": mark("Organisation"),
    "answers": mark("Written answers"),
    "secret": mark("Address of the form"),
}
MOST_ROWS = 500
SURE = "retention_sure"


def retention_notice(page: EventScreen) -> None:
    """On the first screen: data of this event should be gone."""
    since = page.app.retention.overdue_since(page.event)
    if since is None:
        return
    _ = page._
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(
            _("Data of people of this event should have been deleted by {day}.").format(
                day=day_text(since, page.language, with_year=True, with_weekday=False)
            ),
            icon=":material/auto_delete:",
        )
        if st.button(_("Look at it"), key="home_retention", type="tertiary", icon=":material/arrow_forward:"):
            state.put_widget("settings_part", "privacy")
            go_to("settings")


def retention_part(page: EventScreen) -> None:
    """The rules, what is due over all events, and deleting it."""
    _ = page._
    st.header(_("Due to be deleted"), anchor=False)
    _due(page, page.app.retention.due())
    st.header(_("How long data of people are kept"), anchor=False)
    st.write(
        _(
            "Counted from the last day of the event; e-mail, phone and name from the last event of the person;"
            " links to forms from the day the form closed."
            " These are starting points: the agreement with your donor and a lawyer have the last word"
            " (law 124/2024)."
        )
    )
    for rule in page.app.retention.rules():
        _rule(page, rule)
    st.button(
        _("Clean the database file"),
        key="clean_file",
        icon=":material/mop:",
        help=_("Takes what was deleted out of the bytes of the file too. Deleting and erasing do it by themselves."),
        on_click=_clean,
        args=(page,),
    )


def _due(page: EventScreen, due: Sequence[Due]) -> None:
    _ = page._
    if not due:
        st.write(_("Nothing is due. Needs and diet go first, 14 days after the event unless you choose otherwise."))
        return
    people = len({entry.person_id or entry.name for entry in due})
    st.write(
        _.plural("Data of {count} person are due.", "Data of {count} people are due.", people).format(count=people)
    )
    st.dataframe(
        _rows(due[:MOST_ROWS], _), hide_index=True, alt=_("Who, which fields, and since when they should be gone")
    )
    st.caption(
        _(
            "Deleted from the list, its history and drafts. The name itself goes by erasing the person; the counts"
            " stay. This cannot be undone."
        )
    )
    st.checkbox(_("I have looked at the list."), key=SURE)
    st.button(
        _("Delete now"),
        key="retention_delete",
        type="primary",
        icon=":material/delete_forever:",
        disabled=not state.widget_value(SURE),
        on_click=_delete,
        args=(page,),
    )


def _rows(due: Sequence[Due], _: Translator) -> dict[str, list[str]]:
    return {
        _("Person"): [entry.name or "—" for entry in due],
        _("What"): [group_label(entry.group, _) for entry in due],
        _("Fields"): [", ".join(_(FIELD_NAMES[name]) for name in entry.fields) for entry in due],
        _("Since"): [day_text(entry.since, _.language, with_year=True, with_weekday=False) for entry in due],
    }


def _delete(page: EventScreen) -> None:
    attempt(page.app.retention.delete_now, done=page._("Deleted."))
    state.clear_widget(SURE)


def _clean(page: EventScreen) -> None:
    is_clean = attempt(page.app.retention.clean)
    if is_clean:
        state.say("done", page._("The file is clean."))
    elif is_clean is not None:
        state.say("warn", page._("The file is in use. Close other windows of Tryeza and try again."))


def _rule(page: EventScreen, rule: RetentionRule) -> None:
    _ = page._

    def save(**changed: object) -> None:
        values = {"days": rule.days, "reason": _(rule.reason)} | changed
        attempt(page.app.retention.set_rule, rule.group, int(str(values["days"] or 0)), str(values["reason"]))

    key: Callable[[str], str] = partial(state.widget_key, "retention", rule.group.value)
    with st.container(border=True):
        left, right = st.columns([1, 3])
        with left:
            number_field(
                _("{what}: days").format(what=group_label(rule.group, _)),
                rule.days,
                key=key("days"),
                save=lambda days: save(days=days),
            )
        with right:
            text_field(
                _("{what}: why so long").format(what=group_label(rule.group, _)),
                _(rule.reason),
                key=key("reason"),
                save=lambda reason: save(reason=(reason or "").strip()),
            )
