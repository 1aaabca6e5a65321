"""Bringing a checklist in: one of another office row by row, our own workbook with every difference to tick."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from facilitation.domain.task import Task
from facilitation.errors import FacilitationError
from facilitation.i18n.labels import error_sentence
from facilitation.services.imports import remark_text
from facilitation.services.task_files import field_names
from facilitation.ui import state
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_return import show_difference

if TYPE_CHECKING:
    import pandas as pd

    from facilitation.services.task_files import ImportPreview, RawFile, RawTable

TYPES = ["xlsx", "xlsm", "csv", "txt", "tsv"]
HEIGHT = 320


def import_form(page: EventScreen) -> None:
    """File, sheet, columns and what becomes of each row; saved by its button only."""
    _ = page._
    upload = st.file_uploader(_("Checklist (.xlsx or .csv)"), type=TYPES, key="tasks_file")
    if upload is None:
        st.caption(
            _(
                "Our own checklist.xlsx that comes back changed, or the list of another office: the names of"
                " the columns may be Albanian or English and stand anywhere. Nothing is saved before you say so."
            )
        )
        return
    try:
        _show_file(page, page.app.task_files.read(upload.getvalue(), upload.name))
    except FacilitationError as error:
        st.error(error_sentence(error, _))


def _show_file(page: EventScreen, file: RawFile) -> None:
    """The differences where the file is our own checklist, else the rows of the chosen sheet."""
    files = page.app.task_files
    table = file.sheet(file.best)
    mapping = files.columns(table)
    if files.is_returned(file, mapping):
        show_difference(page, files.difference(page.event_id, file, table, mapping, page.language))
        return
    table = file.sheet(_sheet(page, file))
    for remark in file.remarks:
        st.caption(remark_text(remark, page._))
    chosen = _mapping(page, table, files.columns(table))
    _show_rows(page, table, chosen, files.preview(page.event_id, table, chosen, page.language))


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
        key=state.widget_key("tasks_sheet", *options),
        placeholder=_("Choose"),
    )
    return chosen or file.best


def _mapping(page: EventScreen, table: RawTable, known: Mapping[str, int]) -> dict[str, int]:
    """Which column holds what: understood or remembered ones are set, each can be changed."""
    _, header = page._, table.header
    columns = [-1, *range(len(header))]
    mapping = {name: place for name, place in known.items() if name not in field_names()}
    count = len(known) - len(mapping)
    with st.expander(_("Columns: {count} understood").format(count=count), expanded="title" not in known):
        places = st.columns(3)
        for place, (field, name) in enumerate(field_names().items()):
            position = known.get(field, -1)
            chosen = places[place % 3].selectbox(
                _(name),
                columns,
                index=columns.index(position) if position in columns else 0,
                format_func=lambda number: _column_name(page, header, number),
                key=state.widget_key("tasks_column", field, *header),
                placeholder=_("Choose"),
            )
            if chosen is not None and chosen >= 0:
                mapping[field] = chosen
    return mapping


def _column_name(page: EventScreen, header: tuple[str, ...], number: int) -> str:
    if number < 0:
        return page._("— none —")
    return header[number] or page._("Column {number}").format(number=number + 1)


def _show_rows(page: EventScreen, table: RawTable, mapping: Mapping[str, int], preview: ImportPreview) -> None:
    """What becomes of each row, and the button."""
    _ = page._
    st.write(
        _("{read} rows read, {repaired} repaired, {refused} refused.").format(
            read=preview.read, repaired=preview.repaired, refused=preview.refused
        )
    )
    st.dataframe(
        _table(page, preview), hide_index=True, height=HEIGHT, alt=_("Every row of the file and what becomes of it")
    )
    count = len(preview.items)
    label = _.plural("Save {count} task", "Save {count} tasks", count).format(count=count)
    if st.button(label, type="primary", key="tasks_import_save", disabled=not count):
        page.app.preferences.keep_columns(table.header, mapping)
        done = _.plural("{count} task saved.", "{count} tasks saved.", count).format(count=count)
        attempt(page.app.imports.save, page.event_id, preview, done=done)
        st.rerun()


def _table(page: EventScreen, preview: ImportPreview) -> pd.DataFrame:
    import pandas as pd  # slow to import

    _ = page._
    words = {"read": _("read"), "repaired": _("repaired"), "refused": _("refused")}
    return pd.DataFrame(
        [
            {
                _("Row"): row.row,
                _("What becomes of it"): words[row.outcome],
                _("Task"): _said(page, row.item, row.cells),
                _("Responsible person"): row.item.owner if isinstance(row.item, Task) else "",
                _("Remarks"): " ".join(remark_text(remark, _) for remark in row.remarks),
            }
            for row in preview.rows
        ]
    )


def _said(page: EventScreen, item: object, cells: tuple[str, ...]) -> str:
    return item.title.said_in(page.language) if isinstance(item, Task) else " · ".join(filter(None, cells))[:80]
