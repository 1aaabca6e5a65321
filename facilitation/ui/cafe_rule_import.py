"""Rules of a café from a file: what it holds, a look at every row, then saved."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from facilitation.errors import FacilitationError, mark
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.translator import Translator
from facilitation.services.cafe_rule_files import RuleFile, RulePreview, RuleRow, read_rules
from facilitation.ui import state
from facilitation.ui.cafe_setup import edit
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.page_head import EventScreen

KINDS = {
    RuleFile.APART: (mark("Pairs to keep apart"), mark("two people; more in a row are a group")),
    RuleFile.TOGETHER: (mark("Pairs to keep together"), mark("two people; more in a row are a group")),
    RuleFile.ABSENT: (mark("Who is away in which round"), mark("person, round")),
    RuleFile.PINNED: (mark("Given seats"), mark("person, round, table")),
    RuleFile.HOSTS: (mark("Hosts who stay at a table"), mark("person; the rows in the order of the tables")),
    RuleFile.HOST_SEATS: (mark("Hosts who take over a table"), mark("person, round, table")),
    RuleFile.NOT_HOSTING: (mark("Who must not host"), mark("person")),
    RuleFile.SIZES: (
        mark("Seats of the tables"),
        mark("table, seats, fewest people (if any), round (if only in one; 0 seats = the table is not there)"),
    ),
    RuleFile.LANGUAGES: (mark("Languages of the tables"), mark("table, language")),
    RuleFile.THEMES: (mark("Themes of the tables"), mark("table, theme")),
    RuleFile.MUST_VISIT: (mark("Themes somebody must visit"), mark("person, theme")),
    RuleFile.MAY_VISIT: (mark("Themes somebody may choose from"), mark("person, theme")),
}
"""What a file may hold, and its columns."""
HEIGHT = 240


def rule_import(page: EventScreen, view: CafeView) -> None:
    """Choose what the file holds, then the file; every row is shown before anything is saved."""
    _ = page._
    left, right = st.columns(2, gap="large")
    kind = left.selectbox(
        _("Rules from a file"),
        list(KINDS),
        format_func=lambda kind: _(KINDS[kind][0]),
        key=state.widget_key("cafe_rule_kind", view.cafe.item_id),
        placeholder=_("Choose"),
    )
    left.caption(_("Columns: {columns}. People are named as they stand in the list.").format(columns=_(KINDS[kind][1])))
    upload = right.file_uploader(
        _("Spreadsheet (.xlsx or .csv)"),
        type=["csv", "txt", "xlsx"],
        key=state.widget_key("cafe_rule_file", view.cafe.item_id, kind, view.cafe.version),
    )
    if upload is None:
        return
    try:
        preview = read_rules(view.cafe, view.everybody, kind, upload.getvalue(), file_name=upload.name)
    except FacilitationError as error:
        st.error(error_sentence(error, _))
        return
    _show(page, view, preview)


def _show(page: EventScreen, view: CafeView, preview: RulePreview) -> None:
    """The rows with what becomes of them, and the button that saves those that are taken."""
    _ = page._
    st.write(
        _("Rows that can be taken: {taken}; refused: {refused}.").format(taken=preview.taken, refused=preview.refused)
    )
    st.dataframe(
        pd.DataFrame([_row(row, _) for row in preview.rows]),
        hide_index=True,
        height=min(HEIGHT, 36 * len(preview.rows) + 38),
        alt=_("Every row of the file and what becomes of it"),
    )
    st.button(
        _.plural("Take {count} rule", "Take {count} rules", preview.taken).format(count=preview.taken),
        key="cafe_take_rules",
        type="primary",
        disabled=not preview.taken,
        on_click=_take,
        args=(page, view, preview),
    )


def _row(row: RuleRow, _: Translator) -> dict[str, object]:
    outcome = _("heading") if row.is_heading else _("refused") if row.refusal else _("read")
    return {
        _("Row"): row.number,
        _("What becomes of it"): outcome,
        _("What stands there"): " · ".join(cell for cell in row.cells if cell)[:120],
        _("Remarks"): error_sentence(row.refusal, _) if row.refusal else "",
    }


def _take(page: EventScreen, view: CafeView, preview: RulePreview) -> None:
    if edit(page, view.cafe, preview.cafe) is not None:
        state.say("done", page._("The rules of the file are taken over."))
