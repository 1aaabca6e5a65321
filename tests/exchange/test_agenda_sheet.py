"""The agenda as a workbook: what everybody reads in it, and what the staff alone."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from facilitation.domain.agenda import Audience, CustomField, CustomValue, FieldKind, ItemKind
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.exchange.agenda_sheet import agenda_xlsx, running_order_xlsx
from facilitation.exchange.event_workbook import event_xlsx
from facilitation.i18n.labels import kind_label
from facilitation.i18n.translator import LANGUAGES, Translator
from tests.builders import (
    a_contributor,
    a_record,
    a_task,
    a_text,
    an_agenda,
    an_event,
    an_item,
    some_participations,
)

ENGLISH = Translator("en")
METHODS = {"world-cafe": "World café"}
PREFECT, OFFICE = a_contributor("Prefekti, Elbasan"), a_contributor("Përfaqësuese, Zyra e Punësimit")
FIELDS = (
    CustomField("field-1", a_text("Interpretation"), FieldKind.CHOICE, ("anglisht", "romisht"), Audience.PUBLIC),
    CustomField("field-2", a_text("Streamed"), FieldKind.TICK, audience=Audience.PARTICIPANTS),
    CustomField("field-3", a_text("Budget")),
)
DAYS = (
    (
        an_item("opening", title="Opening", kind=ItemKind.OPENING, room="Salla A", speakers=(PREFECT, OFFICE),
                summary=a_text("Summary"), custom=(CustomValue("field-1", "anglisht"), CustomValue("field-2", "yes"))),
        an_item("pause", title="Coffee", kind=ItemKind.BREAK, minutes=15),
        an_item("set-up", title="Set-up", kind=ItemKind.STAFF, internal_note="çelësi te portieri"),
    ),
    (
        an_item("cafe", title="Café", kind=ItemKind.WORLD_CAFE, minutes=90, pinned_start=time(23),
                audience=Audience.PARTICIPANTS, facilitators=(OFFICE,), note_takers=(PREFECT,), method_id="world-cafe",
                objectives=["goal-1", "goal-2", "gone"], custom=(CustomValue("field-3", "300"),)),
    ),
)  # fmt: skip
RECORD = a_record(
    event=an_event(day_count=2, objectives=["goal-1", "goal-2"]), agenda=an_agenda(days=DAYS, custom_fields=FIELDS)
)


def public(record: EventRecord = RECORD, _: Translator = ENGLISH) -> Any:
    """The sheet for everybody, as a spreadsheet program reads it."""
    return load_workbook(BytesIO(agenda_xlsx(record, _))).worksheets[0]


def staff(record: EventRecord = RECORD, _: Translator = ENGLISH) -> Any:
    """The sheet of the staff."""
    return load_workbook(BytesIO(running_order_xlsx(record, _, METHODS))).worksheets[0]


def rows_of(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=4, values_only=True))


def test_everybody_reads_the_public_items_with_public_fields() -> None:
    assert rows_of(public()) == [
        ("id", "Day", "Date", "Start", "End", "Minutes", "Session", "Kind", "Room", "Speakers", "Facilitators",
         "Summary", "Interpretation (en)"),
        ("opening", 1, datetime(2027, 5, 17), time(9), time(9, 30), 30, "Opening (en)", "Opening", "Salla A",
         "Prefekti, Elbasan; Përfaqësuese, Zyra e Punësimit", None, "Summary (en)", "anglisht"),
        ("pause", 1, datetime(2027, 5, 17), time(9, 30), time(9, 45), 15, "Coffee (en)", "Break", None, None, None,
         None, None),
    ]  # fmt: skip


def test_the_staff_reads_every_item_with_everything_about_it() -> None:
    head, *rows = rows_of(staff())

    assert head[11:] == ("Note-takers", "Objectives", "Method", "Audience", "Summary", "Interpretation (en)",
                         "Streamed (en)", "Budget (en)", "Internal note")  # fmt: skip
    assert [row[0] for row in rows] == ["opening", "pause", "set-up", "cafe"]
    assert rows[0][11:] == (None, None, None, "Everybody", "Summary (en)", "anglisht", "Yes", None, None)
    assert rows[2][6:8] + rows[2][14:15] + rows[2][19:] == (
        "Set-up (en)", "Staff only", "Staff only", "çelësi te portieri")  # fmt: skip
    assert rows[3][1:6] == (2, datetime(2027, 5, 18), time(23), time(0, 30), 90)
    assert rows[3][10:15] == ("Përfaqësuese, Zyra e Punësimit", "Prefekti, Elbasan", "goal-1 (en); goal-2 (en)",
                              "World café", "Participants")  # fmt: skip
    assert rows[3][18] == "300"


def test_title_days_and_the_mark_of_the_staff_stand_above_the_table() -> None:
    assert [public()[cell].value for cell in ("B1", "B2")] == ["Event (en)", "17–18 May 2027 · Elbasan"]
    assert staff()["B2"].value == "17–18 May 2027 · Elbasan · FOR STAFF ONLY · do not hand out or put up"
    assert (public().title, staff().title) == ("Agenda", "Running order")


def test_days_and_clocks_are_dates_and_times_to_count_with() -> None:
    sheet = public()

    assert [sheet[cell].number_format for cell in ("C5", "D5", "E5")] == ["dd.mm.yyyy", "hh:mm", "hh:mm"]
    assert all(sheet[cell].is_date for cell in ("C5", "D5", "E5"))


def test_the_head_stays_can_be_filtered_and_ids_are_hidden() -> None:
    sheet = staff()

    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:T8")
    assert [letter for letter, column in sheet.column_dimensions.items() if column.hidden] == ["A"]


def test_paper_is_a4_landscape_with_the_head_on_every_page_and_what_is_read_in_the_hall() -> None:
    for sheet, area in ((public(), "'Agenda'!$A$1:$L$6"), (staff(), "'Running order'!$A$1:$L$8")):
        setup = sheet.page_setup
        assert (int(setup.paperSize), setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "landscape", 1, 0)
        assert (sheet.print_title_rows, sheet.print_area) == ("$4:$4", area)


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_are_chosen_from_the_labels_of_the_language_and_choices_from_their_own(language: str) -> None:
    _ = Translator(language)
    book = load_workbook(BytesIO(agenda_xlsx(RECORD, _)))

    rules = book.worksheets[0].data_validations.dataValidation
    assert [(rule.formula1, str(rule.sqref)) for rule in rules] == [
        ("lists!$H$1:$H$13", "H5:H206"),
        ("lists!$M$1:$M$2", "M5:M206"),
    ]
    assert [cell.value for cell in book["lists"]["H"]] == [kind_label(kind, _) for kind in ItemKind]


def test_rests_are_grey() -> None:
    (area,) = public().conditional_formatting

    assert [rule.formula for rule in area.rules] == [['OR($H5="Break",$H5="Meal")']]


@pytest.mark.parametrize("text", ["=1+1", "+355 000", "-", "@zyra"])
def test_what_looks_like_a_formula_stays_text(text: str) -> None:
    item = an_item(title=Text(sq=text), room=text, speakers=(a_contributor(text),), internal_note=text)

    sheet = staff(a_record(items=[item]))

    for name in ("G5", "I5", "J5", "Q5"):
        assert (sheet[name].value, sheet[name].data_type, sheet[name].quotePrefix) == (text, "s", True)


def test_nothing_internal_is_in_the_workbook_for_everybody() -> None:
    secret = "SECRET"
    item = an_item(internal_note=secret, note_takers=(a_contributor(secret),), method_id=secret,
                   custom=(CustomValue("field-2", secret), CustomValue("field-3", secret)))  # fmt: skip
    hidden = [an_item(f"hidden-{audience}", title=secret, room=secret, audience=audience)
              for audience in (Audience.PARTICIPANTS, Audience.STAFF)]  # fmt: skip
    record = a_record(agenda=an_agenda([item, *hidden], custom_fields=FIELDS))

    book = load_workbook(BytesIO(agenda_xlsx(record, ENGLISH)))

    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [text for text in cells if secret in text or text == "Note-takers"] == []


def test_an_empty_agenda_gives_an_empty_table() -> None:
    assert (len(rows_of(public(a_record()))), len(rows_of(staff(a_record())))) == (1, 1)


def test_the_workbook_of_an_event_has_a_sheet_for_each_list_with_its_own_choices() -> None:
    record = a_record(items=[30], tasks=(a_task(),), participations=some_participations(2))

    book = load_workbook(BytesIO(event_xlsx(record, ENGLISH, date(2027, 3, 1), METHODS)))

    assert [(sheet.title, sheet.sheet_state) for sheet in book.worksheets] == [
        ("Running order", "visible"),
        ("Checklist", "visible"),
        ("Participants", "visible"),
        ("lists", "hidden"),
        ("tryeza", "hidden"),
    ]
    titles = [book.worksheets[place][cell].value for place, cell in enumerate(("B1", "C1", "B1"))]
    assert titles == ["Event (en)"] * 3
    first_choices = {}
    for sheet in book.worksheets[:3]:
        for rule in sheet.data_validations.dataValidation:
            place = str(rule.formula1).partition("!")[2].partition(":")[0].replace("$", "")
            head = sheet[f"{str(rule.sqref)[0]}4"].value
            first_choices[sheet.title, head] = book["lists"][place].value
    assert first_choices["Running order", "Kind"] == "Registration"
    assert first_choices["Checklist", "Status"] == "Planned"
    assert first_choices["Participants", "Role"] == "Participant"
