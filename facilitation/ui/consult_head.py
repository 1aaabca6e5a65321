"""What stands above all parts: which questionnaire, who has answered, and what can be done with the whole of it."""

from __future__ import annotations

import streamlit as st

from facilitation.domain.text import typed
from facilitation.i18n.formats import day_text
from facilitation.i18n.translator import Translator
from facilitation.ui import state
from facilitation.ui.consult_view import CHOSEN_ASKED, CHOSEN_QUESTION, CHOSEN_QUESTIONNAIRE, CHOSEN_REPLY, ConsultView
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen

CHOICE, MENU, TITLE = "questionnaire_choice", "questionnaire_more", "questionnaire_saved_title"


def consult_head(page: EventScreen, view: ConsultView) -> None:
    """The choice where there are several, and the numbers that matter."""
    if view.asked is None:
        return
    if len(view.every) > 1:
        _choice(page, view)
    st.write(numbers_text(page, view))


def _choice(page: EventScreen, view: ConsultView) -> None:
    titles = {asked.id: asked.title.said_in(page.language) for asked in view.every}
    state.synced(CHOICE, view.one.id)
    st.selectbox(
        page._("Questionnaire"),
        list(titles),
        index=list(titles).index(view.one.id),
        key=CHOICE,
        format_func=lambda asked_id: titles.get(asked_id, "—"),
        on_change=_choose,
        placeholder=page._("Choose"),
    )


def _choose() -> None:
    if not state.is_stale(CHOICE):
        state.choose(CHOSEN_QUESTIONNAIRE, str(state.widget_value(CHOICE)))
        for what in (CHOSEN_QUESTION, CHOSEN_REPLY, CHOSEN_ASKED):
            state.forget(what)


def numbers_text(page: EventScreen, view: ConsultView) -> str:
    """Who was asked and who has answered, and until when, in one line."""
    _, asked_ids = page._, frozenset(view.links_by_person)
    known = len(view.answered & asked_ids)
    others = len(view.replies) - len(view.answered & asked_ids)
    parts = [
        _("**{answered}** of **{asked}** people asked have answered.").format(answered=known, asked=len(asked_ids))
    ]
    if others:
        words = _.plural("{count} more reply came in.", "{count} more replies came in.", others)
        parts.append(words.format(count=others))
    parts.append(_closing(page, view, _))
    return " ".join(part for part in parts if part)


def _closing(page: EventScreen, view: ConsultView, _: Translator) -> str:
    last_day = view.one.closes_on
    if last_day is None:
        return ""
    day = day_text(last_day, page.language, with_year=True)
    is_over = last_day < page.app.overviews.today()
    return (_("Closed since {day}.") if is_over else _("Open until {day}.")).format(day=day)


def whole_buttons(page: EventScreen, view: ConsultView) -> None:
    """What is done with the whole questionnaire: copy it, save it for other events, remove it."""
    _ = page._
    with st.container(horizontal=True):
        st.button(
            _("Copy the questionnaire"),
            key="copy_questionnaire",
            icon=":material/content_copy:",
            type="tertiary",
            on_click=_copy,
            args=(page, view),
        )
        with st.popover(_("Save for other events"), key=MENU, icon=":material/save:", type="tertiary"):
            st.text_input(_("Title in the library"), key=TITLE, placeholder=view.one.title.said_in(page.language))
            st.caption(_("The questions are saved as they are. Links, answers and themes stay here."))
            st.button(
                _("Save the questions"), key="questionnaire_save", type="primary", on_click=_save, args=(page, view)
            )
        with st.popover(_("Remove"), key="questionnaire_remove", icon=":material/delete:", type="tertiary"):
            st.write(_removal_text(view, _))
            st.button(_("Remove the questionnaire"), key="questionnaire_gone", on_click=_remove, args=(page, view))


def _removal_text(view: ConsultView, _: Translator) -> str:
    count = len(view.replies)
    if not count:
        return _("Its links then open nothing. Undo brings it back.")
    words = _.plural(
        "{count} reply to it stays stored but is not shown any more; its links open nothing. Undo brings it back.",
        "{count} replies to it stay stored but are not shown any more; its links open nothing. Undo brings it back.",
        count,
    )
    return words.format(count=count)


def _copy(page: EventScreen, view: ConsultView) -> None:
    done = page._("Copied. Now change what should be different.")
    copied = attempt(page.app.questionnaire_edits.copy, view.one.id, page.event_id, done=done)
    if copied is not None:
        state.choose(CHOSEN_QUESTIONNAIRE, copied.id)


def _save(page: EventScreen, view: ConsultView) -> None:
    title = typed(str(state.widget_value(TITLE) or "").strip(), page.language) or view.one.title
    done = page._("It stands among the templates now.")
    if attempt(page.app.own_library.save_questionnaire, view.one.id, title, done=done) is not None:
        state.clear_widget(TITLE, "")
        state.put_widget(MENU, False)


def _remove(page: EventScreen, view: ConsultView) -> None:
    done = page._("“{title}” was removed. Undo brings it back.").format(
        title=plain(view.one.title.said_in(page.language))
    )
    attempt(page.app.consultations.remove, view.one.id, done=done)
    state.forget(CHOSEN_QUESTIONNAIRE)
