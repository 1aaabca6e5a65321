"""In the agenda's side panel: a method is suggested for the session, or made of it."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.agenda import AgendaItem
from facilitation.domain.guide import GuideSheet
from facilitation.domain.method import Method
from facilitation.domain.text import typed
from facilitation.planning.method_need import need_of_session
from facilitation.ui import state
from facilitation.ui.agenda_view import CHOSEN_ITEM
from facilitation.ui.library_fit import fit_list, need_form
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

SAVE = "save_method_form"


def method_buttons(page: EventScreen, item: AgendaItem) -> None:
    """Two buttons: suggest a method for this session, and save the session as a method of one's own."""
    _ = page._
    with st.container(horizontal=True):
        if st.button(_("Suggest a method"), key="suggest_method", icon=":material/lightbulb:"):
            st.dialog(_("Suggest a method"), width="large")(suggestion_form)(page)
        _save_form(page, item)


def suggestion_form(page: EventScreen) -> None:
    """What the session needs, filled in from the agenda, and what fits; one click takes a method."""
    _ = page._
    record = page.app.agendas.plan(page.event_id)
    item_id = state.chosen(CHOSEN_ITEM)
    need = need_of_session(record, item_id)
    if need is None:
        st.write(_("This session was removed by somebody else. Nothing was changed."))
        return
    if record.guide.sheet(item_id) != GuideSheet(item_id):
        st.caption(_("The session's page in the guide is written anew. Undo in the agenda brings the old one back."))
    wanted = need_form(_, state.widget_key("suggest", item_id), need)
    methods = tuple(page.app.library.methods.values())
    taken = state.widget_key("taken", item_id)

    def take(method: Method) -> None:
        done = _("The session follows the method now.")
        attempt(page.app.guides.use_method, page.event_id, item_id, method.id, done=done)
        state.choose(taken, method.id)

    fit_list(_, wanted, methods, label=_("Take it"), action=take)
    if state.chosen(taken):
        state.forget(taken)
        st.rerun()


def _save_form(page: EventScreen, item: AgendaItem) -> None:
    _ = page._
    form = st.popover(_("Save as a method of your own"), key=SAVE, icon=":material/save:", on_change="rerun")
    if not form.open:
        return
    with form:
        key = state.widget_key("own_method_title", item.id)
        st.text_input(_("Title of the method"), key=key, placeholder=item.title.said_in(page.language))
        st.caption(_("Its page in the guide becomes the method; it stands in the library, where you can edit it."))
        st.button(_("Save the method"), key="own_method_save", type="primary", on_click=_save, args=(page, item, key))


def _save(page: EventScreen, item: AgendaItem, key: str) -> None:
    title = typed(str(state.widget_value(key) or "").strip(), page.language) or item.title
    done = page._("The method stands in the library now.")
    if attempt(page.app.own_library.save_session, page.event_id, item.id, title, done=done) is not None:
        state.put_widget(SAVE, False)
        state.clear_widget(key)
