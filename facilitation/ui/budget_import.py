"""Budget lines from a pasted table: paste, look, save."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from facilitation.domain.budget import BudgetLine
from facilitation.i18n.budget_words import category_label
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.money import money_text
from facilitation.i18n.translator import Translator
from facilitation.planning.budget_sums import line_amount
from facilitation.services.budgets import PastedLine
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen


def import_budget_button(page: EventScreen) -> None:
    """The button that opens the import as a dialog of its own."""
    if page.buttons.button(page._("Paste a table"), key="import_budget", icon=":material/content_paste:"):
        st.dialog(page._("Paste a table"), width="large")(paste_form)(page)


def paste_form(page: EventScreen) -> None:
    """Text and preview; saved by its button only."""
    _ = page._
    text = st.text_area(
        _("Rows copied from Excel or Word"),
        key="budget_pasted",
        height=160,
        placeholder=_("What, quantity, price, source – with or without a head"),
    )
    rows = page.app.budgets.pasted(page.event_id, text or "")
    if not rows:
        st.caption(_("Column names may be Albanian or English, in any order. Nothing is saved before you say so."))
        return
    st.dataframe(_table(rows, _), hide_index=True, height=280, alt=_("Every pasted row and what becomes of it"))
    lines = [row.line for row in rows if row.line]
    label = _.plural("Save {count} line", "Save {count} lines", len(lines)).format(count=len(lines))
    if st.button(label, type="primary", key="budget_import_save", disabled=not lines):
        done = _.plural("{count} line saved.", "{count} lines saved.", len(lines)).format(count=len(lines))
        attempt(page.app.budgets.add_lines, page.event_id, lines, "import_budget", done=done)
        st.rerun()


def _table(rows: tuple[PastedLine, ...], _: Translator) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Row"): row.number,
                _("What"): row.line.what if row.line else row.words[:80],
                _("Category"): category_label(row.line.category, _) if row.line else "",
                _("Plan"): _planned(row.line, _) if row.line else "",
                _("Source"): row.line.source if row.line else "",
                _("Remarks"): error_sentence(row.problem, _) if row.problem else "",
            }
            for row in rows
        ]
    )


def _planned(line: BudgetLine, _: Translator) -> str:
    return money_text(line_amount(line), line.currency, _.language)
