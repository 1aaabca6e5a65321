"""Checklists that belong to no instrument: as a list, and one of them as a page."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

import streamlit as st

from facilitation.domain.checklist import Checklist
from facilitation.i18n.sorting import sorted_by
from facilitation.library.own_text import CHECKLISTS
from facilitation.ui import state
from facilitation.ui.library_instrument_page import tasks_table
from facilitation.ui.library_own import CHOICES, broken_files, own_file_buttons
from facilitation.ui.library_words import is_own, own_keys, own_mark, source_mark
from facilitation.ui.messages import plain, plain_lines
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.screen import Screen

LONGEST_PURPOSE = 180
"""Signs of a purpose in the list."""


def checklists_view(found: Screen) -> None:
    """The checklists as a list; one of them as a page."""
    chosen = found.app.library.checklists.get(state.chosen(CHOICES[CHECKLISTS]))
    if chosen:
        _page(found, chosen)
    else:
        _list(found)


def _list(found: Screen) -> None:
    _ = found._
    st.caption(
        _("Tasks that any kind of event may need. Add them to an event under “Checklist”, with the button “Templates”.")
    )
    broken_files(found, CHECKLISTS)
    row_list(
        _rows(found),
        key="checklist_rows",
        label=_("Checklists"),
        on_chosen=lambda key: state.choose(CHOICES[CHECKLISTS], key),
    )


def _rows(found: Screen) -> Sequence[Row]:
    """Own checklists first under a heading of their own, each part by title."""
    _, own = found._, own_keys(found, CHECKLISTS)
    by_title = sorted_by(
        found.app.library.checklists.values(), lambda each: each.title.said_in(found.language), found.language
    )
    mine = [each for each in by_title if each.key in own]
    others = [each for each in by_title if each.key not in own]
    return [
        *(_row(found, each, _("Yours") if place == 0 else "") for place, each in enumerate(mine)),
        *(_row(found, each, _("From Tryeza") if mine and place == 0 else "") for place, each in enumerate(others)),
    ]


def _row(found: Screen, checklist: Checklist, heading: str) -> Row:
    return Row(
        id=checklist.key,
        title=checklist.title.said_in(found.language),
        facts=_count(found, checklist),
        below=shorten(checklist.purpose.said_in(found.language), LONGEST_PURPOSE, placeholder=" …"),
        heading=heading,
    )


def _count(found: Screen, checklist: Checklist) -> str:
    count = len(checklist.tasks)
    return found._.plural("{count} task", "{count} tasks", count).format(count=count)


def _page(found: Screen, checklist: Checklist) -> None:
    _ = found._
    st.button(
        _("All checklists"),
        key="close_checklist",
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=state.forget,
        args=(CHOICES[CHECKLISTS],),
    )
    st.header(plain(checklist.title.said_in(found.language)), anchor=False)
    yours = own_mark(_) if is_own(found, CHECKLISTS, checklist.key) else ""
    st.markdown(yours + plain(_count(found, checklist)))
    st.markdown(plain_lines(checklist.purpose.said_in(found.language)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        own_file_buttons(found, checklist)
    if any(task.is_from_seed for task in checklist.tasks):
        legend = _("{mark} marks what the source itself asks for; all else is our own proposal.")
        st.markdown(legend.format(mark=source_mark(_)))
    if checklist.source:
        st.caption(plain(checklist.source.said_in(found.language)))
    tasks_table(found, checklist.tasks, alt=_("Tasks of the checklist"))
