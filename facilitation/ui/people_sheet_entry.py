"""Typing a signed sheet in afterwards: a grid for the keyboard, one letter an answer, saved in one stroke."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from facilitation.domain.person import Consent, InvitationStatus, Participation
from facilitation.errors import FacilitationError, mark
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.sorting import sorted_by
from facilitation.i18n.translator import Translator
from facilitation.services.check_in import SheetLine
from facilitation.services.sheet_entry import typed_consent, typed_presence
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

ROW, HEAD, MOST_ROWS = 35, 38, 16
KNOWN, NUMBER = "sheet_known", "sheet_number"
PRESENT, PHOTO, LIST = "present", "photo", "list"
COLUMNS = {PRESENT: mark("Was there"), PHOTO: mark("Photo"), LIST: mark("List")}
LETTERS = {"sq": {Consent.YES: "p", Consent.NO: "j"}, "en": {Consent.YES: "y", Consent.NO: "n"}}


def sheet_entry(page: EventScreen, parts: Sequence[Participation], day: int) -> None:
    """The grid of one day in the order of the printed sheet."""
    _ = page._
    wanted = {part.id for part in parts}
    printed = _as_printed(page.app.people.list_for(page.event_id), page.language)
    numbers = {part.id: number for number, part in enumerate(printed, start=1)}
    people = [part for part in printed if part.id in wanted]
    letters = LETTERS.get(page.language, LETTERS["en"])
    st.write(
        _(
            "Type {yes} or {no} and go down with Enter, across with Tab; an empty cell means not answered. "
            "The order is that of the printed sheet. Nothing is saved before you say so."
        ).format(yes=f"**{letters[Consent.YES]}**", no=f"**{letters[Consent.NO]}**")
    )
    key = _grid_key(page, people, day)
    st.data_editor(
        _frame(people, day, _).assign(number=[numbers[part.id] for part in people]),
        key=key,
        hide_index=True,
        height=HEAD + ROW * min(max(len(people), 1), MOST_ROWS),
        column_config=_columns(_),
        alt=_("The signed sheet: who was there, photo and list, a row for each person"),
    )
    st.button(_("Save the sheet"), type="primary", key="sheet_save", on_click=partial(_save, page, people, day, key))


def _as_printed(parts: Sequence[Participation], language: str) -> Sequence[Participation]:
    """The order of the sheets: names first, then those who stand under a code."""
    wanted = [part for part in parts if part.status is not InvitationStatus.DECLINED or part.days_attended]
    by_name = sorted_by(wanted, lambda part: part.person.name, language)
    return sorted(by_name, key=lambda part: part.person.is_coded)


def _grid_key(page: EventScreen, people: Sequence[Participation], day: int) -> str:
    """A new grid whenever the people changed, so that it never shows what is no longer so."""
    known = f"{day}·" + ",".join(f"{part.id}:{part.version}" for part in people)
    if state.chosen(KNOWN) != known:
        state.choose(KNOWN, known)
        state.choose(NUMBER, str(int(state.chosen(NUMBER) or 0) + 1))
    return state.widget_key(NUMBER, page.event_id, day, state.chosen(NUMBER))


def _frame(people: Sequence[Participation], day: int, _: Translator) -> pd.DataFrame:
    letters = LETTERS.get(_.language, LETTERS["en"])
    yes = letters[Consent.YES]
    return pd.DataFrame(
        [
            {
                "name": part.person.name,
                PRESENT: yes if day in part.days_attended else "",
                PHOTO: letters.get(part.photo_consent, ""),
                LIST: letters.get(part.list_consent, ""),
                "organisation": part.person.organisation,
            }
            for part in people
        ],
        columns=["number", "name", PRESENT, PHOTO, LIST, "organisation"],
    )


def _columns(_: Translator) -> dict[str, Any]:
    column = st.column_config
    return {
        "number": column.NumberColumn(_("No."), disabled=True, width=60),
        "name": column.TextColumn(_("Name"), disabled=True, pinned=True, width=280),
        **{name: column.TextColumn(_(title), width=100) for name, title in COLUMNS.items()},
        "organisation": column.TextColumn(_("Organisation"), disabled=True),
    }


def _save(page: EventScreen, people: Sequence[Participation], day: int, key: str) -> None:
    """Everything or nothing: with a letter that means nothing the grid stays as typed."""
    edited: Mapping[int, Mapping[str, object]] = (state.widget_value(key) or {}).get("edited_rows", {})
    lines: list[SheetLine] = []
    for row, cells in edited.items():
        line = _line(page, people[int(row)], {name: str(value or "") for name, value in cells.items()}, day)
        if line is None:
            return
        lines.append(line)
    count = attempt(page.app.check_ins.type_sheet, page.event_id, day, lines)
    if count is not None:
        sentence = page._.plural("{count} person was changed.", "{count} people were changed.", count)
        state.say("done", sentence.format(count=count))


def _line(page: EventScreen, part: Participation, cells: Mapping[str, str], day: int) -> SheetLine | None:
    """A row as typed; what was left alone stays as it is stored."""
    column = ""
    try:
        column = PRESENT
        is_present = typed_presence(cells[PRESENT]) if PRESENT in cells else day in part.days_attended
        column = PHOTO
        photo = typed_consent(cells[PHOTO]) if PHOTO in cells else part.photo_consent
        column = LIST
        listed = typed_consent(cells[LIST]) if LIST in cells else part.list_consent
    except FacilitationError as error:
        place = page._("{name}, column “{column}”:").format(name=part.person.name, column=page._(COLUMNS[column]))
        state.say("block", f"{place} {error_sentence(error, page._)}")
        return None
    return SheetLine(part.id, is_present, photo, listed)
