"""One thread followed both ways: what stands behind a thing, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from facilitation.i18n.translator import Translator
from facilitation.planning.thread import Strand, Thread
from facilitation.ui.messages import plain
from facilitation.ui.page_head import EventScreen

Choice = tuple[str, Callable[[], Strand]]


def follow_one(page: EventScreen, found: Thread) -> None:
    """Choose a theme, objective, session, recommendation or commitment and see all that hangs together with it."""
    _, choices = page._, _choices(found, page._)
    st.header(_("Follow a thread"), anchor=False)
    chosen = st.selectbox(
        _("Theme, objective, session, recommendation or commitment"),
        list(choices),
        index=None,
        key="followed_thread",
        format_func=lambda key: choices[key][0] if key in choices else "",
        placeholder=_("Choose what to follow"),
    )
    if chosen in choices:
        _show(choices[chosen][1](), _)


def _choices(found: Thread, _: Translator) -> dict[str, Choice]:
    """Everything that can be followed, by its id, from the answers to the commitments."""
    language, whole = _.language, found.whole
    return {
        **{t.id: (_named(_("Theme"), t.title.said_in(language)), partial(found.from_theme, t)) for t in whole.themes},
        **{
            goal.id: (_named(_("Objective"), goal.text.said_in(language)), partial(found.from_objective, goal))
            for goal in whole.objectives
        },
        **{
            item.id: (_named(_("Session"), item.title.said_in(language)), partial(found.from_session, item))
            for item in whole.sessions
        },
        **{
            note.id: (_named(_("Recommendation"), note.text), partial(found.from_recommendation, note))
            for note in whole.recommendations
        },
        **{
            note.id: (_named(_("Commitment"), note.text), partial(found.from_commitment, note))
            for note in whole.commitments
        },
    }


def _named(kind: str, text: str) -> str:
    return f"{kind}: {' '.join(text.split())}"


def _show(strand: Strand, _: Translator) -> None:
    language = _.language
    levels = (
        (_("Themes"), [theme.title.said_in(language) for theme in strand.themes]),
        (_("Objectives"), [goal.text.said_in(language) for goal in strand.objectives]),
        (_("Sessions"), [item.title.said_in(language) for item in strand.sessions]),
        (_("Recommendations"), [note.text for note in strand.recommendations]),
        (_("Commitments"), [note.text for note in strand.commitments]),
    )
    for title, texts in levels:
        st.markdown(f"**{title}**")
        for text in texts:
            st.markdown(f"- {plain(' '.join(text.split()))}")
        if not texts:
            st.caption(_("None"))
