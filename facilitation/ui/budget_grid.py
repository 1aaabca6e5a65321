"""The lines of the budget as a grid to type in; adding, moving and removing lines.

The grid keeps what was typed, also what was refused, until the lines change in another way than through it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from facilitation.domain.budget import Budget, BudgetCategory, BudgetLine, Currency, FundingKind
from facilitation.errors import FacilitationError
from facilitation.i18n.budget_words import category_label, currency_label, funding_label
from facilitation.i18n.labels import error_sentence
from facilitation.i18n.translator import Translator
from facilitation.services.budget_entry import cell_text, with_cell
from facilitation.ui import state
from facilitation.ui.budget_figures import amount_or_dash
from facilitation.ui.budget_view import BudgetView
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen

ROW, HEAD, MOST_ROWS = 35, 38, 14
KNOWN, NUMBER = "budget_known", "budget_grid"
TICK, PLANNED = "tick", "planned"


def budget_grid(page: EventScreen, view: BudgetView) -> tuple[str, ...]:
    """The grid; answers the ids of the ticked lines."""
    key = _grid_key(page, view.budget)
    edited = st.data_editor(
        _frame(view, page._),
        key=key,
        hide_index=True,
        height=HEAD + ROW * min(max(len(view.budget.lines), 1), MOST_ROWS),
        column_config=_columns(page._),
        on_change=partial(_save, page, view.budget, key),
        alt=page._("The lines of the budget; every cell but the planned sum can be typed over"),
    )
    return tuple(line.id for line, ticked in zip(view.budget.lines, edited[TICK].tolist(), strict=True) if ticked)


def _grid_key(page: EventScreen, budget: Budget) -> str:
    """The same while only this grid changes the lines; a new one after every other change."""
    if state.chosen(KNOWN) != str(budget.version):
        state.choose(KNOWN, str(budget.version))
        state.choose(NUMBER, str(int(state.chosen(NUMBER) or 0) + 1))
    return state.widget_key(NUMBER, page.event_id, state.chosen(NUMBER))


def _frame(view: BudgetView, _: Translator) -> pd.DataFrame:
    planned = {entry.line.id: entry.planned for entry in view.sums.lines}
    return pd.DataFrame(
        [
            {
                TICK: False,
                "category": category_label(line.category, _),
                "what": line.what,
                "quantity": cell_text(line, "quantity", _),
                "unit_price": cell_text(line, "unit_price", _),
                "currency": currency_label(line.currency, _),
                PLANNED: amount_or_dash(planned.get(line.id), _.language),
                "actual": cell_text(line, "actual", _),
                "source": line.source,
                "kind": funding_label(line.kind, _),
                "shares": cell_text(line, "shares", _),
                "note": line.note,
            }
            for line in view.budget.lines
        ]
    )


def _columns(_: Translator) -> dict[str, Any]:
    column = st.column_config
    number = partial(column.TextColumn, alignment="right", width=100)
    return {
        TICK: column.CheckboxColumn(_("Choose"), width=60),
        "category": column.SelectboxColumn(_("Category"), options=[*_categories(_)], required=True, width=150),
        "what": column.TextColumn(_("What"), width=230, pinned=False),
        "quantity": number(_("Quantity"), width=80),
        "unit_price": number(_("Unit price")),
        "currency": column.SelectboxColumn(_("Currency"), options=[*_currencies(_)], required=True, width=80),
        PLANNED: number(_("Plan"), disabled=True, help=_("Quantity times price, in the currency of the sums")),
        "actual": number(_("Spent"), help=_("What it came to; empty while it is open")),
        "source": column.TextColumn(_("Source"), width=150, help=_("Who bears it; empty = nobody yet")),
        "kind": column.SelectboxColumn(_("How"), options=[*_kinds(_)], required=True, width=90),
        "shares": column.TextColumn(
            _("Parts of others"),
            width=170,
            help=_("Fixed parts other sources promised, such as “UNICEF: 40 000; Municipality: 10 000 in kind”"),
        ),
        "note": column.TextColumn(_("Note"), width=150),
    }


def _categories(_: Translator) -> dict[str, BudgetCategory]:
    return {category_label(category, _): category for category in BudgetCategory}


def _currencies(_: Translator) -> dict[str, Currency]:
    return {currency_label(currency, _): currency for currency in Currency}


def _kinds(_: Translator) -> dict[str, FundingKind]:
    return {funding_label(kind, _): kind for kind in FundingKind}


def _save(page: EventScreen, budget: Budget, key: str) -> None:
    """Save every cell that can be understood and say of the others what is wrong."""
    edited: Mapping[int, Mapping[str, object]] = (state.widget_value(key) or {}).get("edited_rows", {})
    changes: list[tuple[BudgetLine, BudgetLine]] = []
    for row, cells in edited.items():
        seen = budget.lines[int(row)]
        wanted = _typed_over(page, seen, cells, number=int(row) + 1)
        if wanted != seen:
            changes.append((seen, wanted))
    if changes:
        saved = attempt(page.app.budgets.edit_lines, page.event_id, changes)
        if saved is not None and saved.version == budget.version + 1:
            state.choose(KNOWN, str(saved.version))


def _typed_over(page: EventScreen, line: BudgetLine, cells: Mapping[str, object], *, number: int) -> BudgetLine:
    _ = page._
    words: dict[str, Mapping[str, Any]] = {"category": _categories(_), "currency": _currencies(_), "kind": _kinds(_)}
    for field, typed in cells.items():
        if field == TICK:
            continue
        value = words[field].get(str(typed)) if field in words else typed
        try:
            line = with_cell(line, field, value)
        except FacilitationError as error:
            place = _("Line {number}, column “{column}”:").format(number=number, column=_columns(_)[field]["label"])
            state.say("block", f"{place} {error_sentence(error, _)}")
    return line


def line_buttons(page: EventScreen, ticked: Sequence[str]) -> None:
    """What can be done with the ticked lines."""
    _ = page._
    if not ticked:
        return
    with st.container(horizontal=True):
        move, service = partial(st.button, on_click=attempt), page.app.budgets
        move(_("Up"), key="budget_up", icon=":material/arrow_upward:", args=_moved(page, ticked, -1))
        move(_("Down"), key="budget_down", icon=":material/arrow_downward:", args=_moved(page, ticked, 1))
        label = _.plural("Remove {count} line", "Remove {count} lines", len(ticked)).format(count=len(ticked))
        move(label, key="budget_remove", icon=":material/delete:", args=(service.remove_lines, page.event_id, ticked))


def _moved(page: EventScreen, ticked: Sequence[str], by: int) -> tuple[Any, ...]:
    return (partial(page.app.budgets.move_lines, by=by), page.event_id, ticked)
