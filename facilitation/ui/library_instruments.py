"""The instruments and one's own templates as a list, found by words."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

import streamlit as st

from facilitation.domain.instrument import Instrument
from facilitation.i18n.sorting import sorted_by
from facilitation.library.own_text import INSTRUMENTS
from facilitation.ui import state
from facilitation.ui.library_instrument_page import CHOSEN_INSTRUMENT, instrument_page
from facilitation.ui.library_own import broken_files
from facilitation.ui.library_words import has_words, instrument_words, own_keys
from facilitation.ui.row_list import Row, row_list
from facilitation.ui.screen import Screen

LONGEST_PURPOSE = 180
"""Signs of a purpose in the list."""


def instruments_view(found: Screen) -> None:
    """The instruments as a list; one of them as a page."""
    chosen = found.app.library.instruments.get(state.chosen(CHOSEN_INSTRUMENT))
    if chosen:
        instrument_page(found, chosen)
    else:
        _list(found)


def _list(found: Screen) -> None:
    _ = found._
    words = st.text_input(
        _("Search"), key="instrument_words", placeholder=_("Title or purpose"), live=True, icon=":material/search:",
        persist_state="session",
    )  # fmt: skip
    broken_files(found, INSTRUMENTS)
    instruments = [
        instrument
        for instrument in found.app.library.instruments.values()
        if has_words(words or "", instrument.title.said_in(found.language), instrument.purpose.said_in(found.language))
    ]
    if not instruments:
        st.write(_("No instrument has these words."))
        return
    row_list(
        _rows(found, instruments),
        key="instrument_rows",
        label=_("Instruments"),
        on_chosen=lambda key: state.choose(CHOSEN_INSTRUMENT, key),
    )


def _rows(found: Screen, instruments: Sequence[Instrument]) -> Sequence[Row]:
    """Own templates first under a heading of their own, each part by title."""
    _, own = found._, own_keys(found, INSTRUMENTS)
    by_title = sorted_by(instruments, lambda each: each.title.said_in(found.language), found.language)
    mine = [instrument for instrument in by_title if instrument.key in own]
    others = [instrument for instrument in by_title if instrument.key not in own]
    return [
        *(_row(found, each, _("Yours") if place == 0 else "") for place, each in enumerate(mine)),
        *(_row(found, each, _("From Tryeza") if mine and place == 0 else "") for place, each in enumerate(others)),
    ]


def _row(found: Screen, instrument: Instrument, heading: str) -> Row:
    return Row(
        id=instrument.key,
        title=instrument.title.said_in(found.language),
        facts=instrument_words(instrument, found._),
        below=shorten(instrument.purpose.said_in(found.language), LONGEST_PURPOSE, placeholder=" …"),
        heading=heading,
    )
