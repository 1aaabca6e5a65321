"""Our workbooks as other programs judge them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from facilitation.domain.text import Text
from facilitation.exchange.agenda_sheet import agenda_xlsx, running_order_xlsx
from facilitation.exchange.checklist_sheet import checklist_xlsx
from facilitation.exchange.event_workbook import event_xlsx
from facilitation.exchange.people_sheet import participants_xlsx
from facilitation.exchange.spreadsheet import SheetColumn, SheetText, add_table, new_book
from facilitation.i18n.translator import LANGUAGES, Translator
from tests.builders import a_record, a_task, an_agenda, an_event, an_item, some_participations
from tests.programs import need

RECORD = a_record(
    event=an_event(title=Text(sq="Takimi & dialogu: “fundi” [1/2]?", en="Meeting & dialogue: 'end' [1/2]?")),
    tasks=tuple(a_task(f"task-{number}", title=f"=Task {number}", offset_days=number) for number in range(-5, 5)),
    participations=some_participations(12),
    agenda=an_agenda([an_item("item-1", title="=Session", room="=A1"), 15]),
)
SHEETS: list[Callable[[Translator], bytes]] = [
    lambda _: checklist_xlsx(RECORD, _, date(2027, 3, 1)),
    lambda _: participants_xlsx(RECORD, _),
    lambda _: checklist_xlsx(a_record(), _, date(2027, 3, 1)),
    lambda _: participants_xlsx(a_record(), _),
    lambda _: agenda_xlsx(RECORD, _),
    lambda _: running_order_xlsx(RECORD, _, {}),
    lambda _: event_xlsx(RECORD, _, date(2027, 3, 1), {}),
    lambda _: event_xlsx(a_record(), _, date(2027, 3, 1), {}),
]
NAMES = [
    "checklist", "participants", "no tasks", "no participants", "agenda", "running order", "event", "empty event",
]  # fmt: skip


@pytest.mark.ooxml
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_the_open_xml_sdk_finds_nothing_wrong(
    sheet: Callable[[Translator], bytes], language: str, tmp_path: Path
) -> None:
    validator = need("ooxml-validator")
    file = tmp_path / "sheet.xlsx"
    file.write_bytes(sheet(Translator(language)))

    run = subprocess.run([validator, file], capture_output=True, text=True, check=False)

    verdict = json.loads(run.stdout)
    assert (verdict["ok"], verdict.get("errors", [])) == (True, [])


def test_a_sheet_name_holds_no_forbidden_sign_and_is_not_too_long() -> None:
    text = SheetText(name="A/B: [c] * d? ' and very much more", title="", subtitle="", refusal="")

    sheet = add_table(new_book(), text, [SheetColumn("x", 5)], [])

    assert sheet.title == "A B   c    d    and very much m"
