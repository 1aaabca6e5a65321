"""The side panel of a chosen row: its head with the way out, its actions at the foot."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from facilitation.i18n.translator import Translator
from facilitation.ui import state
from facilitation.ui.messages import plain

Place = st.delta_generator.DeltaGenerator


def list_and_panel(*, is_open: bool) -> tuple[Place, Place]:
    """The places of a list and of the panel of its chosen row.

    Closed, the panel's column is there too but next to nothing: otherwise the browser builds the whole list anew
    each time the panel opens.
    """
    main, side = st.columns([5, 3] if is_open else [1000, 1], gap="small" if is_open else None)
    return main, side


def panel_head(title: str, facts: Sequence[str], _: Translator, *, what: str) -> None:
    """The title of the chosen thing, its facts below, and *Close*; ``what`` is the name of the choice."""
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", horizontal_alignment="distribute"):
        st.header(plain(title), anchor=False)
        st.button(
            _("Close"),
            key=f"close_{what}",
            icon=":material/close:",
            type="tertiary",
            on_click=state.forget,
            args=(what,),
        )
    shown = " · ".join(fact for fact in facts if fact)
    if shown:
        st.caption(plain(shown))
