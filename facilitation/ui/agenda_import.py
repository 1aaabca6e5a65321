"""Importing an agenda: file, columns, every session with what becomes of it, then where it goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from facilitation.domain.agenda import AgendaItem
from facilitation.errors import FacilitationError, mark
from facilitation.i18n.formats import clock_span_text, day_text
from facilitation.i18n.labels import error_sentence, kind_label
from facilitation.planning.agenda_timing import TimedItem
from facilitation.services.imports import remark_text
from facilitation.ui import state
from facilitation.ui.agenda_import_place import ImportPlace, import_place
from facilitation.ui.page_head import EventScreen
from facilitation.ui.switches import switch

if TYPE_CHECKING:
    import pandas as pd

    from facilitation.services.imports import AgendaFile, AgendaPreview

SOURCE, FILE, ROWS = "agenda_import_from", "file", "rows"
TYPES = ["xml", "json", "ics", "xlsx", "csv", "txt", "tsv", "docx"]
FIELD_NAMES = {
    "starts": mark("Start"),
    "length": mark("Duration"),
    "ends": mark("End"),
    "title": mark("Title"),
    "room": mark("Room"),
    "speakers": mark("Speakers"),
    "facilitators": mark("Facilitators"),
    "note_takers": mark("Note-takers"),
    "kind": mark("Kind"),
    "summary": mark("Summary"),
    "note": mark("Internal note"),
    "day": mark("Day"),
}
"""The columns an import of an agenda can fill, as a person reads them."""


def agenda_import_form(page: EventScreen) -> None:
    """File or pasted rows, columns and preview; saved by its button only."""
    _ = page._
    source = switch(_("From"), {FILE: _("File"), ROWS: _("Rows from Excel")}, key=SOURCE)
    try:
        read = _file(page) if source == FILE else _pasted(page)
        if read is None:
            return
        file, guessed = read
        chosen = _mapping(page, file, guessed) if file.tables else None
        preview = page.app.imports.preview_agenda(page.event_id, file, page.language, chosen)
    except FacilitationError as error:
        st.error(error_sentence(error, _))
        return
    _show(page, preview, is_pasted=source == ROWS)


def _file(page: EventScreen) -> tuple[AgendaFile, dict[str, int]] | None:
    """What stands in a file, and its columns; None before one is chosen."""
    _ = page._
    upload = st.file_uploader(
        _("Programme, calendar, spreadsheet or Word document"), type=TYPES, key="agenda_import_file"
    )
    if upload is not None:
        return page.app.imports.read_agenda(page.event_id, upload.getvalue(), upload.name)
    st.caption(
        _(
            "schedule.xml or schedule.json of another program, a calendar (.ics), a running order in Excel or CSV,"
            " or the agenda as a table in Word. Nothing is saved before you say so."
        )
    )
    return None


def _pasted(page: EventScreen) -> tuple[AgendaFile, dict[str, int]] | None:
    """What stands in rows copied in Excel, and their columns; None before there are any."""
    _ = page._
    rows = st.text_area(_("Rows copied in Excel"), key="agenda_import_rows", height=160)
    if rows and rows.strip():
        return page.app.imports.read_pasted(page.event_id, rows)
    st.caption(
        _(
            "Copy the rows in Excel, best with their headline, and paste them here: time, minutes, title, room,"
            " speakers. Nothing is saved before you say so."
        )
    )
    return None


def _mapping(page: EventScreen, file: AgendaFile, guessed: Mapping[str, int]) -> dict[str, int]:
    """Which column holds what: understood ones are set, each can be changed."""
    _ = page._
    header = file.header
    columns = [-1, *range(len(header))]
    mapping = {}
    with st.expander(_("Columns: {count} understood").format(count=len(guessed)), expanded="title" not in guessed):
        places = st.columns(3)
        for place, (field, name) in enumerate(FIELD_NAMES.items()):
            chosen = places[place % 3].selectbox(
                _(name),
                columns,
                index=columns.index(guessed.get(field, -1)),
                format_func=lambda number: _column_name(page, header, number),
                key=state.widget_key("agenda_column", field, len(header)),
                placeholder=_("Choose"),
            )
            if chosen is not None and chosen >= 0:
                mapping[field] = chosen
    return mapping


def _column_name(page: EventScreen, header: tuple[str, ...], number: int) -> str:
    if number < 0:
        return page._("— none —")
    return header[number] or page._("Column {number}").format(number=number + 1)


def _show(page: EventScreen, found: AgendaPreview, *, is_pasted: bool) -> None:
    """Where it goes, what becomes of each row there, and the button."""
    _ = page._
    place = import_place(page, found, is_pasted=is_pasted)
    preview = place.preview
    st.write(
        _("{read} rows read, {repaired} repaired, {refused} refused.").format(
            read=preview.read, repaired=preview.repaired, refused=preview.refused
        )
    )
    st.dataframe(
        _table(page, place), hide_index=True, height=320, alt=_("Every session of the file and what becomes of it")
    )
    if preview.items:
        _save(page, place)


def _table(page: EventScreen, place: ImportPlace) -> pd.DataFrame:
    import pandas as pd  # slow to import

    _ = page._
    words = {"read": _("read"), "repaired": _("repaired"), "refused": _("refused")}
    timed = {entry.item.id: entry for entry in place.timed}
    rows = []
    for row in place.preview.rows:
        item = row.item if isinstance(row.item, AgendaItem) else None
        entry = timed.get(item.id) if item else None
        rows.append(
            {
                _("Row"): row.row,
                _("What becomes of it"): words[row.outcome],
                _("When"): _when(page, entry) if entry else "",
                _("Title"): item.title.said_in(page.language) if item else " · ".join(filter(None, row.cells))[:80],
                _("Kind"): kind_label(item.kind, _) if item else "",
                _("Room"): item.room if item else "",
                _("Who"): _who(item) if item else "",
                _("Remarks"): " ".join(remark_text(remark, _) for remark in row.remarks),
            }
        )
    return pd.DataFrame(rows)


def _who(item: AgendaItem) -> str:
    return " · ".join(entry.name for entry in (*item.facilitators, *item.speakers))


def _when(page: EventScreen, entry: TimedItem) -> str:
    day = page._("Day {number}").format(number=entry.day)
    return f"{day}, {clock_span_text(entry.starts_at, entry.ends_at)}"


def _save(page: EventScreen, place: ImportPlace) -> None:
    """What to know about the dates, and the button."""
    _, preview = page._, place.preview
    if preview.first_on is not None and not page.event.starts_on <= preview.first_on <= page.event.ends_on:
        st.caption(
            _("The file begins on {first}, the event on {day}. The sessions take the days of the event.").format(
                first=day_text(preview.first_on, page.language, with_year=True),
                day=day_text(page.event.starts_on, page.language, with_year=True),
            )
        )
    count = len(preview.items)
    label = _.plural("Save {count} session", "Save {count} sessions", count).format(count=count)
    if st.button(label, type="primary", key="agenda_import_save"):
        place.save(page, _.plural("{count} session saved.", "{count} sessions saved.", count).format(count=count))
        st.rerun()
