"""Quotas: who is missing for which share, whom to invite for it, and how a quota is set."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.domain.event import Quota, QuotaKind, Sector
from facilitation.domain.person import District, Sex
from facilitation.i18n.formats import share_text
from facilitation.i18n.labels import group_label
from facilitation.planning.quotas import QuotaState, Reach, Suggestion, quota_id, quota_states, suggestions
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_view import PICKED_PEOPLE, PeopleView
from facilitation.ui.undo import undo_line

FORM, KIND, VALUE, PERCENT = "quota_form", "quota_kind", "quota_value", "quota_percent"
VALUES: dict[QuotaKind, list[str]] = {
    QuotaKind.SEX: [Sex.FEMALE.value, Sex.MALE.value],
    QuotaKind.SECTOR: [sector.value for sector in Sector],
    QuotaKind.DISTRICT: [district.value for district in District],
}
MOST_NAMES = 6


def quotas_part(page: EventScreen, view: PeopleView) -> None:
    """What is missing stands first; then who could help, and the way to set a quota."""
    _ = page._
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.header(_("Quotas"), anchor=False)
        with st.container(horizontal=True, width="content"):
            undo_line(page, "event", ("edit_quotas", "edit_letters"))
            _new_quota(page)
    states = quota_states(page.event, view.parts)
    if not states:
        st.write(_("No quota is set. Set one, such as 40 % women, and it is counted here who is missing."))
    for found in states:
        _quota(page, found)
    _help(page, suggestions(page.event, view.parts))


def _quota(page: EventScreen, found: QuotaState) -> None:
    _, quota = page._, found.quota
    label = group_label(quota.kind, quota.value, _)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        wanted = _("**{group}**: at least {share}").format(
            group=plain(label), share=share_text(quota.share, page.language)
        )
        st.markdown(f"{wanted} · {_badge(found.asked, page)}", width="content")
        st.caption(_figures(found, page), width="content")
        st.button(
            _("Remove the quota"),
            key=state.widget_key("drop_quota", quota_id(quota)),
            type="tertiary",
            icon=":material/close:",
            on_click=attempt,
            args=(page.app.invitations.drop_quota, page.event_id, quota),
        )


def _badge(asked: Reach, page: EventScreen) -> str:
    _ = page._
    if not asked.total:
        word, colour = _("nobody invited yet"), "gray"
    elif asked.is_met:
        word, colour = _("reached"), "green"
    elif asked.missing is None:
        word, colour = _("out of reach"), "orange"
    else:
        word, colour = _.plural("{count} is missing", "{count} are missing", asked.missing), "orange"
    return f":{colour}-badge[{word.format(count=asked.missing)}]"


def _figures(found: QuotaState, page: EventScreen) -> str:
    _, asked, sure = page._, found.asked, found.confirmed
    parts = [
        _("{have} of {total} invited or confirmed").format(have=asked.have, total=asked.total),
        _("{have} of {total} confirmed").format(have=sure.have, total=sure.total),
    ]
    if asked.unknown:
        parts.append(_.plural("{count} not stated", "{count} not stated", asked.unknown).format(count=asked.unknown))
    return " · ".join(parts)


def _help(page: EventScreen, found: Sequence[Suggestion]) -> None:
    """Who on the list is not invited yet and would help."""
    _ = page._
    if not found:
        return
    names = "; ".join(plain(one.part.person.name) for one in found[:MOST_NAMES])
    left = len(found) - MOST_NAMES
    if left > 0:
        names += "; " + _.plural("and {count} more", "and {count} more", left).format(count=left)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(_("Not invited yet and would help: {names}").format(names=names), width="content")
        st.button(
            _("Select them"),
            key="pick_for_quota",
            type="tertiary",
            icon=":material/checklist:",
            on_click=state.pick,
            args=(PICKED_PEOPLE, [one.part.id for one in found]),
        )


def _new_quota(page: EventScreen) -> None:
    _ = page._
    kinds = {QuotaKind.SEX: _("Sex"), QuotaKind.SECTOR: _("Sector"), QuotaKind.DISTRICT: _("District")}
    with st.popover(_("Set a quota"), icon=":material/add:", key=FORM, on_change="rerun"):
        kind = st.selectbox(_("Counted by"), list(kinds), key=KIND, format_func=lambda one: kinds[one])
        st.selectbox(
            _("Group"),
            VALUES[kind],
            key=state.widget_key(VALUE, kind.value),
            format_func=lambda value: group_label(kind, value, _),
        )
        st.number_input(_("At least (%)"), 1, 100, 40, key=PERCENT)
        st.button(_("Save the quota"), type="primary", key="save_quota", on_click=_save, args=(page, kind))


def _save(page: EventScreen, kind: QuotaKind) -> None:
    value = str(state.widget_value(state.widget_key(VALUE, kind.value)))
    quota = Quota(kind, value, int(state.widget_value(PERCENT) or 0) / 100)
    if attempt(page.app.invitations.set_quota, page.event_id, quota) is not None:
        state.put_widget(FORM, False)
