"""Further columns of the agenda: what they are called, what they hold, and in whose papers they print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from facilitation.domain.agenda import Audience, CustomField, FieldKind
from facilitation.domain.text import typed
from facilitation.i18n.labels import audience_label, field_kind_label
from facilitation.ui import state
from facilitation.ui.fields import choice_field, text_field, words_field
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen


def columns_part(page: EventScreen) -> None:
    """Every column with its fields, then the form for a further one."""
    _ = page._
    fields = page.app.agendas.get(page.event_id).custom_fields
    if not fields:
        st.write(
            _("Sessions can have columns of your own, such as technique, interpretation or catering. They print too.")
        )
    for field in fields:
        _column(page, field)
    with st.form("add_column", border=True, clear_on_submit=True):
        left, middle, right = st.columns([4, 3, 2], vertical_alignment="bottom")
        name = left.text_input(_("Name of a further column"), key="new_column_name", placeholder=_("Technique"))
        kind = middle.selectbox(
            _("It holds"),
            list(FieldKind),
            format_func=lambda kind: field_kind_label(kind, _),
            key="new_column_kind",
            placeholder=_("Choose"),
        )
        choices = st.text_area(
            _("Choices, one on each line"), key="new_column_choices", help=_("Only where it holds choices")
        )
        if right.form_submit_button(_("Add the column")):
            lines = tuple((choices or "").splitlines())
            field = CustomField("", typed((name or "").strip(), page.language), kind or FieldKind.TEXT, lines)
            attempt(page.app.agenda_setup.add_field, page.event_id, field)
            st.rerun()


def _column(page: EventScreen, field: CustomField) -> None:
    _ = page._

    def key(name: str) -> str:
        return state.widget_key("column", page.event_id, field.id, name)

    def save(name: str) -> Callable[[Any], None]:
        return lambda value: attempt(page.app.agenda_setup.edit_field, page.event_id, replace(field, **{name: value}))

    with st.container(border=True):
        left, right = st.columns(2)
        with left:
            words_field(page, _("Column"), field.name, key=key("name"), save=save("name"))
            st.caption(field_kind_label(field.kind, _))
        with right:
            choice_field(
                _("Prints in the papers of"),
                list(Audience),
                field.audience,
                key=key("audience"),
                save=save("audience"),
                format_func=lambda audience: audience_label(audience, _),
            )
            if field.kind is FieldKind.CHOICE:
                text_field(
                    _("Choices, one on each line"),
                    "\n".join(field.choices),
                    key=key("choices"),
                    save=lambda text: save("choices")(tuple((text or "").splitlines())),
                    rows=4,
                )
        st.button(
            _("Remove the column with what is in it"),
            icon=":material/delete:",
            type="tertiary",
            key=key("remove"),
            on_click=lambda: attempt(page.app.agenda_setup.remove_field, page.event_id, field.id),
        )
