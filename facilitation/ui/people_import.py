"""Importing participants: file, sheet, columns, who is known already, preview row by row, then save."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from facilitation.domain.person import Participation
from facilitation.errors import FacilitationError
from facilitation.i18n.labels import error_sentence
from facilitation.planning.duplicates import Pair
from facilitation.services.imports import remark_text
from facilitation.ui import state
from facilitation.ui.import_fields import FIELD_NAMES
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.people_import_matches import ask_who_is_known

if TYPE_CHECKING:
    from facilitation.services.people_files import ImportPreview, RawFile, RawTable

TYPES = ["xlsx", "xlsm", "csv", "txt", "tsv"]
PREVIEW = "people_preview"


@dataclass(frozen=True, slots=True)
class ListChoice:
    """Which list is taken in, and how: ``mapping`` = field to column, ``is_coded`` = people are known by codes only."""

    table: RawTable
    mapping: Mapping[str, int]
    is_coded: bool


def import_button(page: EventScreen) -> None:
    """The button that opens the import as a dialog of its own."""
    if page.buttons.button(page._("Import"), key="import_people", icon=":material/upload_file:"):
        st.dialog(page._("Import participants"), width="large")(import_form)(page)


def import_form(page: EventScreen) -> None:
    """File, columns and preview; saved by its button only."""
    _ = page._
    upload = st.file_uploader(_("Spreadsheet (.xlsx or .csv)"), type=TYPES, key="people_file")
    if upload is None:
        st.caption(_("Column names may be Albanian or English, in any order. Nothing is saved before you say so."))
        return
    try:
        file = page.app.people_files.read(upload.getvalue(), upload.name)
        table = file.sheet(_sheet(page, file))
        for remark in file.remarks:
            st.caption(remark_text(remark, _))
        is_coded = _are_beneficiaries(page)
        choice = ListChoice(table, _mapping(page, table), is_coded)
        preview, pairs = _read(page, upload.file_id, choice)
    except FacilitationError as error:
        st.error(error_sentence(error, _))
        return
    _show(page, choice, preview, pairs)


def _sheet(page: EventScreen, file: RawFile) -> str:
    """Which sheet, where there are several; hidden ones are named as such."""
    _ = page._
    names = {
        sheet.name: _("{sheet} (hidden)").format(sheet=sheet.name) if sheet.is_hidden else sheet.name
        for sheet in file.choosable
    }
    if len(names) < 2:
        return file.best
    options = list(names)
    chosen = st.selectbox(
        _("Sheet"),
        options,
        index=options.index(file.best),
        format_func=lambda name: names[name],
        key=state.widget_key("people_sheet", *options),
        placeholder=_("Choose"),
    )
    return chosen or file.best


def _are_beneficiaries(page: EventScreen) -> bool:
    """Beneficiaries never come in by name."""
    _ = page._
    return st.checkbox(
        _("These are beneficiaries: take codes instead of names"),
        key="people_coded",
        help=_(
            "Each gets a fresh code such as P-001. Name, contacts, organisation, position and notes are left out before"
            " anything is saved; keep the key to the codes outside this program."
        ),
    )


def _mapping(page: EventScreen, table: RawTable) -> dict[str, int]:
    """Which column holds what: understood or remembered ones are set, each can be changed."""
    _, known = page._, page.app.people_files.columns(table)
    columns = [-1, *range(len(table.header))]
    mapping = {}
    is_open = not {"name", "last_name"} & known.keys()
    with st.expander(_("Columns: {count} understood").format(count=len(known)), expanded=is_open):
        places = st.columns(3)
        for place, (field, name) in enumerate(FIELD_NAMES.items()):
            position = known.get(field, -1)
            chosen = places[place % 3].selectbox(
                _(name),
                columns,
                index=columns.index(position) if position in columns else 0,
                format_func=lambda number: _column_name(page, table.header, number),
                key=state.widget_key("people_column", field, *table.header),
                placeholder=_("Choose"),
            )
            if chosen is not None and chosen >= 0:
                mapping[field] = chosen
    return mapping


def _column_name(page: EventScreen, header: tuple[str, ...], number: int) -> str:
    if number < 0:
        return page._("— none —")
    return header[number] or page._("Column {number}").format(number=number + 1)


def _read(page: EventScreen, file_id: str, choice: ListChoice) -> tuple[ImportPreview, tuple[Pair, ...]]:
    """The preview and who may be known already; kept while nothing of what they come from changes."""
    made_from = (page.event_id, file_id, choice, page.language)
    kept = state.take_once(PREVIEW)
    if kept is None or kept[0] != made_from:
        files = page.app.people_files
        preview = files.preview(page.event_id, choice.table, choice.mapping, page.language, is_coded=choice.is_coded)
        kept = (made_from, preview, files.matches(preview))
    state.keep_once(PREVIEW, kept)
    return kept[1], kept[2]


def _show(page: EventScreen, choice: ListChoice, preview: ImportPreview, pairs: tuple[Pair, ...]) -> None:
    _ = page._
    st.write(
        _("{read} rows read, {repaired} repaired, {refused} refused.").format(
            read=preview.read, repaired=preview.repaired, refused=preview.refused
        )
    )
    st.dataframe(
        _table(page, preview), hide_index=True, height=320, alt=_("Every row of the file and what becomes of it")
    )
    answers = ask_who_is_known(page, _places(preview), pairs)
    count = len(preview.items)
    label = _.plural("Save {count} participant", "Save {count} participants", count).format(count=count)
    if st.button(label, type="primary", key="people_import_save", disabled=not count):
        page.app.preferences.keep_columns(choice.table.header, choice.mapping)
        done = _.plural("{count} participant saved.", "{count} participants saved.", count).format(count=count)
        attempt(page.app.people_files.save, page.event_id, preview, answers, done=done)
        state.take_once(PREVIEW)
        st.rerun()


def _places(preview: ImportPreview) -> dict[str, int]:
    """The people who would come in, with their rows in the file."""
    kept = {item.id for item in preview.items if isinstance(item, Participation)}
    return {
        row.item.person.id: row.row
        for row in preview.rows
        if isinstance(row.item, Participation) and row.item.id in kept
    }


def _table(page: EventScreen, preview: ImportPreview) -> pd.DataFrame:
    _ = page._
    words = {"read": _("read"), "repaired": _("repaired"), "refused": _("refused")}
    return pd.DataFrame(
        [
            {
                _("Row"): row.row,
                _("What becomes of it"): words[row.outcome],
                _("Name"): row.item.person.name if isinstance(row.item, Participation) else _cells(row.cells),
                _("Remarks"): " ".join(remark_text(remark, _) for remark in row.remarks),
            }
            for row in preview.rows
        ]
    )


def _cells(cells: tuple[str, ...]) -> str:
    """A refused row as far as it fits."""
    return " · ".join(filter(None, cells))[:80]
