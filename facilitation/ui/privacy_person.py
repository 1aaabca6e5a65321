"""What a person may ask for: everything kept about them as a file, and to be erased everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import streamlit as st

from facilitation.domain.person import Participation
from facilitation.i18n.formats import list_text
from facilitation.i18n.translator import Translator
from facilitation.services.erasures import Erasure
from facilitation.ui import state
from facilitation.ui.messages import attempt, plain
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_view import CHOSEN_PERSON

ASKED, REPLIES, SURE = "erase_asked", "erase_replies", "erase_sure"


def personal_data(page: EventScreen, part: Participation) -> None:
    """Hand out and erase, folded away."""
    _ = page._
    with st.expander(_("What is kept about this person"), icon=":material/badge:"):
        st.caption(_("Whoever asks gets everything over all events: a page to read and a file for programs."))
        st.download_button(
            _("Hand out everything"),
            data=partial(page.app.person_files.pack, part.person.id, page.language),
            file_name=f"person-{part.person.id}.zip",
            mime="application/zip",
            key=state.widget_key("hand_out", part.id),
            on_click="ignore",
            icon=":material/download:",
        )
        if state.chosen(ASKED) == part.id:
            _confirm(page, part)
        else:
            st.button(
                _("Erase everywhere…"),
                key=state.widget_key("ask_erase", part.id),
                icon=":material/person_remove:",
                on_click=state.choose,
                args=(ASKED, part.id),
            )


def _confirm(page: EventScreen, part: Participation) -> None:
    """What will happen, line by line; the button comes alive after a tick."""
    _ = page._
    replies = state.widget_key(REPLIES, part.id)
    is_kept = state.widget_value(replies, "keep") != "remove"
    plan = attempt(page.app.erasures.preview, part.person.id, keeps_replies=is_kept)
    if plan is None:
        state.forget(ASKED)
        st.rerun()
    st.markdown("\n".join(f"- {line}" for line in erasure_lines(plan, _)))
    if plan.replies:
        words = {"keep": _("Keep the answers without a sender"), "remove": _("Remove the answers too")}
        st.radio(_("Answers to questionnaires"), list(words), key=replies, format_func=words.__getitem__)
    st.warning(_("This cannot be undone."), icon=":material/warning:")
    sure = state.widget_key(SURE, part.id)
    st.checkbox(_("I have read what will happen."), key=sure)
    with st.container(horizontal=True):
        st.button(
            _("Erase now"),
            key=state.widget_key("erase_now", part.id),
            type="primary",
            disabled=not state.widget_value(sure),
            on_click=_erase,
            args=(page, part),
            kwargs={"is_kept": is_kept},
        )
        st.button(_("Leave as it is"), key=state.widget_key("no_erase", part.id), on_click=state.forget, args=(ASKED,))


def erasure_lines(plan: Erasure, _: Translator) -> Iterator[str]:
    """What an erasure does, one sentence each."""
    titles = list_text([f"“{title.said_in(_.language)}”" for title in plan.events], _.language)
    yield plain(
        _("In {events} an “erased person” stays, so that the counts stay right: no name, no contacts.").format(
            events=titles
        )
    )
    counts = (
        (plan.notes, _("Notes without a speaker from now on: {count}")),
        (plan.tasks, _("Tasks without an owner or deputy: {count}")),
        (plan.replies, _("Answers to questionnaires: {count}")),
        (plan.links, _("Links that stop working: {count}")),
        (plan.choices, _("Drafts and remembered choices removed: {count}")),
        (plan.changes, _("Rows of the history removed: {count}")),
        (plan.texts, _("Further places where name, e-mail or phone are covered: {count}")),
    )
    yield from (words.format(count=count) for count, words in counts if count)
    if plan.files:
        yield _("Attached files that hold the name and must be looked at by hand: {count}").format(count=plan.files)
    if plan.has_namesake:
        yield _("Somebody else has the same name: texts that only say the name stay. Look through them yourself.")
    yield _("Forms of the name with other endings, papers printed and sent, and backups made before are not reached.")


def _erase(page: EventScreen, part: Participation, *, is_kept: bool) -> None:
    _ = page._
    done = attempt(page.app.erasures.erase, part.person.id, keeps_replies=is_kept)
    if done is None:
        return
    state.forget(ASKED)
    state.forget(CHOSEN_PERSON)
    state.say("done", _("Erased everywhere."))
    if not done.is_wiped:
        state.say(
            "warn",
            _(
                "Erased, but the file of the database was in use: traces may be left in its bytes."
                " “Clean the database file” under “Event and data”, “Personal data” takes them away."
            ),
        )
