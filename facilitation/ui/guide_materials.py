"""What a session needs: each thing with its number and what it is counted by."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from facilitation.domain.guide import Material, MaterialPer
from facilitation.domain.text import typed
from facilitation.i18n.labels import material_per_label
from facilitation.i18n.material_words import use_label
from facilitation.ui import state
from facilitation.ui.fields import choice_field, words_field
from facilitation.ui.guide_view import CHOSEN_PART, MATERIAL, GuideView, part_of
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

MOST = 9999.0
USES = {"": None, "used_up": True, "again": False}
"""What can be chosen; the first = nobody has said."""


def add_material_button(page: EventScreen, view: GuideView) -> None:
    """A small form: one thing to bring."""
    _ = page._
    with st.popover(_("Add a material"), icon=":material/add:", key="add_material"):
        st.text_input(_("Name"), key="new_material_name")
        st.number_input(_("Quantity"), 0.0, MOST, 1.0, 1.0, format="%g", key="new_material_quantity")
        st.selectbox(
            _("Counted"),
            list(MaterialPer),
            format_func=lambda per: material_per_label(per, _),
            key="new_material_per",
            placeholder=_("Choose"),
        )
        st.button(_("Add"), type="primary", key="new_material_save", on_click=_add, args=(page, view))


def _add(page: EventScreen, view: GuideView) -> None:
    name = str(state.widget_value("new_material_name") or "").strip()
    if not name:
        state.say("block", page._("The material has no name. Write what to bring."))
        return
    quantity, per = state.widget_value("new_material_quantity"), state.widget_value("new_material_per")
    material = Material(typed(name, page.language), float(quantity or 0), MaterialPer(per))
    if _save(page, view, (*view.sheet.materials, material), page._("Material added.")):
        state.clear_widget("new_material_name", "")
        state.choose(CHOSEN_PART, part_of(MATERIAL, len(view.sheet.materials)))


def _save(page: EventScreen, view: GuideView, materials: tuple[Material, ...], done: str = "") -> bool:
    wanted = replace(view.sheet, materials=materials)
    return attempt(page.app.guides.edit_sheet, page.event_id, view.sheet, wanted, done=done) is not None


def material_panel(page: EventScreen, view: GuideView, place: int) -> None:
    """The chosen material: name, quantity, what it is counted by."""
    _ = page._
    material = view.sheet.materials[place]

    def key(field: str) -> str:
        return state.widget_key("material", view.chosen.item.id, place, field)

    def keep(wanted: Material | None) -> None:
        others = list(view.sheet.materials)
        others[place : place + 1] = [wanted] if wanted else []
        _save(page, view, tuple(others), "" if wanted else _("Material removed. Undo brings it back."))

    def keep_quantity(name: str) -> None:
        if not state.is_stale(name):
            keep(replace(material, quantity=float(state.widget_value(name) or 0)))

    st.subheader(_("Material"), anchor=False)
    words_field(
        page, _("Name"), material.name, key=key("name"), save=lambda name: keep(replace(material, name=name)), rows=2
    )
    quantity = state.synced(key("quantity"), float(material.quantity))
    st.number_input(
        _("Quantity"),
        0.0,
        MOST,
        step=1.0,
        format="%g",
        key=quantity,
        on_change=lambda: keep_quantity(quantity),
    )
    choice_field(
        _("Counted"),
        list(MaterialPer),
        material.per,
        key=key("per"),
        save=lambda per: keep(replace(material, per=per)),
        format_func=lambda per: material_per_label(per, _),
    )
    choice_field(
        _("Use"),
        list(USES),
        next(name for name, used_up in USES.items() if used_up is material.is_used_up),
        key=key("use"),
        save=lambda name: keep(replace(material, is_used_up=USES[name])),
        format_func=lambda name: use_label(USES[name], _),
        help=_("What is used up is needed anew in every session; what serves again goes on to the next one."),
    )
    st.button(_("Remove"), key="material_remove", icon=":material/delete:", on_click=keep, args=(None,))
