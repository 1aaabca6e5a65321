"""Importing participants: file, columns, preview row by row, then save."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from facilitation.domain.person import Participation
from facilitation.errors import FacilitationError
from facilitation.i18n.labels import error_sentence
from facilitation.services.imports import remark_text
from facilitation.ui import state
from facilitation.ui.import_fields import FIELD_NAMES
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

if TYPE_CHECKING:
    from facilitation.services.imports import ImportPreview, RawTable


def import_button(page: EventScreen) -> None:
    """The button that opens the import as a dialog of its own."""
    if page.buttons.button(page._("Import"), key="import_people", icon=":material/upload_file:"):
        st.dialog(page._("Import participants"), width="large")(import_form)(page)


def import_form(page: EventScreen) -> None:
    """File, columns and preview; saved by its button only."""
    _ = page._
    upload = st.file_uploader(_("Spreadsheet (.xlsx or .csv)"), type=["xlsx", "csv", "txt", "tsv"], key="people_file")
    if upload is None:
        st.caption(_("Column names may be Albanian or English, in any order. Nothing is saved before you say so."))
        return
    try:
        table, guessed = page.app.people.read_file(upload.getvalue(), upload.name)
        mapping = _mapping(page, table, guessed)
        preview = page.app.people.preview(page.event_id, table, mapping, page.language)
    except FacilitationError as error:
        st.error(error_sentence(error, _))
        return
    _show(page, preview)


def _mapping(page: EventScreen, table: RawTable, guessed: Mapping[str, int]) -> dict[str, int]:
    """Which column holds what: understood ones are set, each can be changed."""
    _ = page._
    columns = [-1, *range(len(table.header))]
    mapping = {}
    with st.expander(_("Columns: {count} understood").format(count=len(guessed)), expanded="name" not in guessed):
        places = st.columns(3)
        for place, (field, name) in enumerate(FIELD_NAMES.items()):
            chosen = places[place % 3].selectbox(
                _(name),
                columns,
                index=columns.index(guessed.get(field, -1)),
                format_func=lambda number: table.header[number] if number >= 0 else _("— none —"),
                key=state.widget_key("people_column", field, len(table.header)),
                placeholder=_("Choose"),
            )
            if chosen is not None and chosen >= 0:
                mapping[field] = chosen
    return mapping


def _show(page: EventScreen, preview: ImportPreview) -> None:
    _ = page._
    st.write(
        _("{read} rows read, {repaired} repaired, {refused} refused.").format(
            read=preview.read, repaired=preview.repaired, refused=preview.refused
        )
    )
    st.dataframe(
        _table(page, preview), hide_index=True, height=320, alt=_("Every row of the file and what becomes of it")
    )
    people = [item for item in preview.items if isinstance(item, Participation)]
    label = _.plural("Save {count} participant", "Save {count} participants", len(people)).format(count=len(people))
    if st.button(label, type="primary", key="people_import_save", disabled=not people):
        done = _.plural("{count} participant saved.", "{count} participants saved.", len(people))
        attempt(page.app.people.save_import, page.event_id, people, done=done.format(count=len(people)))
        st.rerun()


def _table(page: EventScreen, preview: ImportPreview) -> pd.DataFrame:
    _ = page._
    words = {"read": _("read"), "repaired": _("repaired"), "refused": _("refused")}
    return pd.DataFrame(
        [
            {
                _("Row"): row.row,
                _("What becomes of it"): words[row.outcome],
                _("Name"): row.item.person.name if isinstance(row.item, Participation) else " · ".join(row.cells)[:80],
                _("Remarks"): "; ".join(remark_text(remark, _) for remark in row.remarks),
            }
            for row in preview.rows
        ]
    )
