"""The side panel of the guide: one step, one material, the texts of the page, or another method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from facilitation.domain.guide import GuideSheet
from facilitation.domain.method import Method
from facilitation.i18n.formats import minutes_text
from facilitation.i18n.sorting import sorted_by
from facilitation.ui import state
from facilitation.ui.fields import words_field
from facilitation.ui.guide_materials import material_panel
from facilitation.ui.guide_room import layout_field
from facilitation.ui.guide_steps import step_panel
from facilitation.ui.guide_view import CHOSEN_PART, METHOD, GuideView
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen


def guide_panel(page: EventScreen, view: GuideView) -> None:
    """What was opened on the page; every field saved on change."""
    with st.container(border=True):
        if view.step is not None:
            step_panel(page, view, view.step)
        elif view.material is not None:
            material_panel(page, view, view.material)
        elif view.part == METHOD:
            _method_panel(page, view)
        else:
            _texts_panel(page, view)
        st.button(page._("Close"), key="close_part", on_click=state.forget, args=(CHOSEN_PART,))


def _texts_panel(page: EventScreen, view: GuideView) -> None:
    _, sheet = page._, view.sheet

    def save(field: str) -> Callable[[Any], None]:
        return lambda text: attempt(page.app.guides.edit_sheet, page.event_id, sheet, replace(sheet, **{field: text}))

    st.subheader(_("Texts of the page"), anchor=False)
    layout_field(page, view, save("layout"))
    for field, label, rows in (
        ("question", _("Question to the group"), 3),
        ("purpose", _("Purpose"), 3),
        ("technique", _("Technique"), 2),
        ("room_setup", _("Room set-up"), 3),
        ("roles", _("Roles"), 3),
        ("output", _("Output for the notes"), 3),
        ("plan_b", _("Plan B: ten minutes late"), 3),
        ("risks", _("What can go wrong"), 3),
        ("equipment", _("Equipment"), 2),
        ("interpretation", _("Interpretation"), 2),
        ("logistics", _("Logistics"), 2),
    ):
        key = state.widget_key("sheet", sheet.item_id, field)
        words_field(page, label, getattr(sheet, field), key=key, save=save(field), rows=rows)


def _method_panel(page: EventScreen, view: GuideView) -> None:
    _, methods, item = page._, page.app.library.methods, view.chosen.item
    ids = sorted_by(methods, lambda name: methods[name].title.said_in(page.language), page.language)
    st.subheader(_("Take a method"), anchor=False)
    key = state.widget_key("take_method", item.id)
    name = st.selectbox(
        _("Method"),
        ids,
        index=ids.index(item.method_id) if item.method_id in methods else None,
        key=key,
        format_func=lambda method_id: methods[method_id].title.said_in(page.language),
        placeholder=_("Choose a method"),
    )
    if not name:
        return
    _about(page, view, methods[name])
    if view.sheet != GuideSheet(item.id):
        st.warning(_replaced(page, view), icon=":material/warning:")
    st.button(
        _("Use this method"), key="use_method", type="primary", on_click=_use, args=(page, item.id, methods[name])
    )


def _about(page: EventScreen, view: GuideView, method: Method) -> None:
    _ = page._
    st.markdown(plain(method.purpose.said_in(page.language)))
    people = f"{method.minimum_people}–{method.maximum_people}"
    st.caption(
        _("{people} people · usually {minutes} · {count} steps, fitted to the {length} of this session").format(
            people=people,
            minutes=minutes_text(method.typical_time),
            count=len(method.steps),
            length=minutes_text(view.chosen.item.duration),
        )
    )
    if not method.minimum_time <= view.chosen.item.duration <= method.maximum_time:
        st.caption(
            _("This method needs {least} to {most}.").format(
                least=minutes_text(method.minimum_time), most=minutes_text(method.maximum_time)
            )
        )


def _replaced(page: EventScreen, view: GuideView) -> str:
    count = len(view.sheet.steps)
    return page._.plural(
        "{count} step and the texts of this page are replaced; the question to the group stays. Undo brings them back.",
        "{count} steps and the texts of this page are replaced; the question to the group stays. "
        "Undo brings them back.",
        count,
    ).format(count=count)


def _use(page: EventScreen, item_id: str, method: Method) -> None:
    done = page._("The page follows the method now. Undo brings the old one back.")
    if attempt(page.app.guides.use_method, page.event_id, item_id, method.id, done=done) is not None:
        state.forget(CHOSEN_PART)
