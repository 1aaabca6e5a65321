"""Rules of a café from a CSV file."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from facilitation.services.cafe_rule_files import RuleFile, rules_with_file
from facilitation.ui import state
from facilitation.ui.cafe_setup import edit
from facilitation.ui.cafe_view import CafeView
from facilitation.ui.messages import attempt
from facilitation.ui.page_head import EventScreen


def rule_import(page: EventScreen, view: CafeView) -> None:
    """Choose what the file holds, then the file; a file with a wrong row changes nothing."""
    _ = page._
    names = {
        RuleFile.APART: _("Pairs to keep apart"),
        RuleFile.TOGETHER: _("Pairs to keep together"),
        RuleFile.ABSENT: _("Who is away in which round"),
    }
    left, right = st.columns(2, gap="large")
    kind = left.selectbox(
        _("Rules from a file"),
        list(names),
        format_func=names.__getitem__,
        key=state.widget_key("cafe_rule_kind", view.cafe.item_id),
        placeholder=_("Choose"),
    )
    key = state.widget_key("cafe_rule_file", view.cafe.item_id, kind, len(getattr(view.cafe.rules, _field(kind))))
    upload = right.file_uploader(
        _("CSV file with two columns (names as they stand in the list)"), type=["csv", "txt"], key=key
    )
    if upload is not None:
        data = upload.getvalue()
        left.button(
            _("Take these rules"),
            key="cafe_take_rules",
            type="primary",
            on_click=_take,
            args=(page, view, kind, data),
        )


def _field(kind: RuleFile) -> str:
    return {RuleFile.APART: "apart", RuleFile.TOGETHER: "together", RuleFile.ABSENT: "absences"}[kind]


def _take(page: EventScreen, view: CafeView, kind: RuleFile, data: bytes) -> None:
    rules = attempt(rules_with_file, view.cafe, view.everybody, kind, data)
    if rules is not None and edit(page, view.cafe, replace(view.cafe, rules=rules)) is not None:
        state.say("done", page._("The rules of the file are taken over."))
