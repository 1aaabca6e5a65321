"""The rarer fields of the session in the side panel: time that may give, who reads of it, texts."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.agenda import Attribution, Audience
from facilitation.i18n.labels import attribution_label, audience_label
from facilitation.ui.agenda_columns import column_fields
from facilitation.ui.agenda_item_fields import ItemFields
from facilitation.ui.fields import (
    choice_field,
    many_field,
    number_field,
    text_field,
    tick_field,
    time_field,
    trimmed,
    words_field,
)

LONGEST = 1440


def more_fields(fields: ItemFields) -> None:
    """The closed half of the panel."""
    _ = fields.page._
    more = st.expander(
        _("More: time that may give, objectives, questions, audience, notes"), on_change="rerun", key=fields.key("more")
    )
    if not more.open:  # closed it costs nothing; its fields are half of the panel
        return
    with more:
        _time(fields)
        _meaning(fields)
        _readers(fields)
        column_fields(fields.page, fields.view, fields.item)
        _texts(fields)


def _time(fields: ItemFields) -> None:
    _, item = fields.page._, fields.item
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        time_field(
            _("Not before"),
            item.soft_start,
            key=fields.key("soft"),
            save=fields.save("soft_start"),
            help=_("The session waits for this time, and starts later where those before it run over."),
        )
    with right:
        number_field(
            _("Minutes to change rooms before"),
            int(item.buffer_before.total_seconds() // 60),
            key=fields.key("buffer"),
            most=LONGEST,
            save=fields.save_minutes("buffer_before"),
        )
    tick_field(
        _("May be dropped when time is lost"),
        item.is_optional,
        key=fields.key("optional"),
        save=lambda on: fields.save("is_optional")(bool(on)),
    )
    number_field(
        _("Shortest length in minutes"),
        int(item.shortest.total_seconds() // 60) if item.shortest else 0,
        key=fields.key("shortest"),
        most=LONGEST,
        save=fields.save_minutes("shortest", none_if_zero=True),
        help=_("When time is lost it may be shortened to this; 0 = to the least its method needs."),
    )


def _meaning(fields: ItemFields) -> None:
    _, item, view = fields.page._, fields.item, fields.view
    objectives = {goal.id: goal.text.said_in(fields.page.language) for goal in view.record.event.objectives}
    many_field(
        _("Objectives served"),
        list(objectives),
        [goal for goal in item.objective_ids if goal in objectives],
        key=fields.key("objectives"),
        save=lambda ids: fields.save("objective_ids")(tuple(ids or ())),
        format_func=lambda goal: objectives.get(goal, goal),
        placeholder=_("Choose"),
    )
    number_field(
        _("Minutes for questions of the listeners"),
        int(item.questions.total_seconds() // 60),
        key=fields.key("questions"),
        most=LONGEST,
        save=fields.save_minutes("questions"),
    )
    number_field(
        _("People expected"),
        item.people,
        key=fields.key("people"),
        most=99_999,
        save=lambda value: fields.save("people")(int(value or 0)),
        help=_("0 = all; parallel sessions then share them."),
    )


def _readers(fields: ItemFields) -> None:
    _, item = fields.page._, fields.item
    choice_field(
        _("Who may read of it"),
        list(Audience),
        item.audience,
        key=fields.key("audience"),
        save=fields.save("audience"),
        format_func=lambda audience: audience_label(audience, _),
    )
    choice_field(
        _("How speakers may be shown"),
        list(Attribution),
        item.attribution,
        key=fields.key("attribution"),
        save=fields.save("attribution"),
        format_func=lambda rule: attribution_label(rule, _),
    )


def _texts(fields: ItemFields) -> None:
    _, item, page = fields.page._, fields.item, fields.page
    key, save = fields.key("summary"), fields.save("summary")
    words_field(page, _("Public description"), item.summary, key=key, save=save, rows=3)
    text_field(
        _("Internal note (staff only)"),
        item.internal_note,
        key=fields.key("internal"),
        save=trimmed(fields.save("internal_note")),
        rows=3,
    )
