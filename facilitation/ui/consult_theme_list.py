"""The themes of a questionnaire: made, renamed, joined and removed."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.consultation import Theme
from facilitation.domain.text import typed
from facilitation.planning.themes import theme_totals
from facilitation.ui import state
from facilitation.ui.consult_theme_view import ThemeView
from facilitation.ui.fields import words_field
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen

NEW = "new_theme"


def theme_list(page: EventScreen, view: ThemeView) -> None:
    """Every theme as a button that opens what can be done with it, and a field for a new one."""
    _ = page._
    st.header(_("Themes"), anchor=False)
    with st.container(horizontal=True, gap="small"):
        for theme, total in theme_totals(view.asked, view.replies):
            _theme(page, view, theme, total)
    form = st.form("new_theme_form", border=False, clear_on_submit=True)
    with form, st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(_("New theme"), key=NEW, placeholder=_("Such as “Shelter” or “Training”"))
        st.form_submit_button(_("Add"), icon=":material/add:", on_click=_add, args=(page, view))


def _add(page: EventScreen, view: ThemeView) -> None:
    title = typed(str(state.widget_value(NEW) or "").strip(), page.language)
    attempt(page.app.theme_codes.add, view.asked.id, title)


def _theme(page: EventScreen, view: ThemeView, theme: Theme, total: int) -> None:
    _ = page._
    key = state.widget_key("theme", theme.id)
    label = plain(f"{theme.title.said_in(page.language)} ({total})")
    opened = st.popover(label, key=key, on_change="rerun")
    if not opened.open:
        return
    with opened:
        words_field(
            page,
            _("Name of the theme"),
            theme.title,
            key=state.widget_key("theme_title", theme.id),
            save=lambda text: attempt(page.app.theme_codes.rename, view.asked.id, theme, text),
        )
        _merge(page, view, theme)
        st.button(
            _("Remove the theme"),
            key=state.widget_key("remove_theme", theme.id),
            icon=":material/delete:",
            on_click=_remove,
            args=(page, view, theme),
        )


def _merge(page: EventScreen, view: ThemeView, theme: Theme) -> None:
    """Join it with another theme, which keeps its name."""
    _, others = page._, {t.id: t.title.said_in(page.language) for t in view.asked.themes if t.id != theme.id}
    if not others:
        return
    key = state.widget_key("merge_theme", theme.id)
    st.selectbox(
        _("Join with"),
        list(others),
        index=None,
        key=key,
        format_func=lambda other: others.get(other, ""),
        placeholder=_("Choose the theme that stays"),
        on_change=_join,
        args=(page, view, theme, key),
    )


def _join(page: EventScreen, view: ThemeView, theme: Theme, key: str) -> None:
    into = state.widget_value(key)
    if into:
        done = page._("The themes are one now. Undo parts them.")
        attempt(page.app.theme_codes.merge, view.asked.id, theme.id, str(into), done=done)


def _remove(page: EventScreen, view: ThemeView, theme: Theme) -> None:
    done = page._("“{theme}” was removed. Undo brings it back.").format(theme=plain(theme.title.said_in(page.language)))
    attempt(page.app.theme_codes.remove, view.asked.id, theme.id, done=done)
